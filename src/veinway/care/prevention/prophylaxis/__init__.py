"""Prevention in hospital and in plaster: by group, by method, by drug (reference 4, section 3)."""
