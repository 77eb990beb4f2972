"""Suspected DVT of a leg, as guidelines other than NICE answer it, and what they disagree about."""
