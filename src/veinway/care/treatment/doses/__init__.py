"""Doses: one file a drug, each phase a table that leaves nobody out (reference 2, section 1.4).

A printed weight band "46-56, 57-68" means 46 up to but not 57: no gap for 56.5 (trap T-08). Rules for
atrial fibrillation occur nowhere here (traps T-01 and T-02).
"""
