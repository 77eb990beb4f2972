"""Anticoagulant treatment (reference 2)."""
