"""Whether a drug suits a patient: one file a drug or family, and what is common to all (reference 2)."""
