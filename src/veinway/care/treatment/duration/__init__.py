"""How long: what provoked the clot, the decision at three months, special sites (reference 2, section 3)."""
