"""Post-thrombotic syndrome: its scales, its prediction, and what is done (reference 3, section 5)."""
