"""How long: what provoked it, the decision at three months, special sites (reference 2, section 3)."""
