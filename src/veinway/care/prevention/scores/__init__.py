"""Scores on the risk of a clot in somebody who has none (reference 4, section 2)."""
