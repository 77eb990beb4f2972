"""Contraception, hormone replacement and the risk of a clot (reference 4, section 6)."""
