"""Suspected pulmonary embolism: what to do next, one file a guideline."""
