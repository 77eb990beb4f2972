"""Preventing a clot: who is at risk, and what is done about it (reference 4)."""
