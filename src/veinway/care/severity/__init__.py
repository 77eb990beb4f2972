"""How severe an embolism is, its treatment by class, and who may go home (reference 3, section 1)."""
