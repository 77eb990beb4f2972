"""The chapters of the shipped knowledge: what is asked of one subject together."""
