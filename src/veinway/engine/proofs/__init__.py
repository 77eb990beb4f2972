"""Proofs about rules, with z3, for every patient: those of whom little is known included.

Read in this order: `leaves` (what can be known), `encode` (how rules are evaluated on it, the mirror
of the one-patient engine), `ask` (one question and its smallest patient), then the laws.
"""
