"""Which anticoagulant: each guideline in a file of its own (reference 2, section 2)."""
