"""What to do next for a suspected clot, one file a guideline."""
