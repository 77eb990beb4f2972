"""Filters of the vena cava: whether one is placed, its life, its removal (reference 3, section 4)."""
