"""Warfarin: induction, maintenance, a high or low INR, and how well it is controlled."""
