"""Removing a clot of the iliac and common femoral veins, and stents (reference 3, sections 2 and 3)."""
