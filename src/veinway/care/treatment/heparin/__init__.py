"""Heparin: the platelets under it, and heparin-induced thrombocytopenia (reference 2, 6.3 to 6.5)."""
