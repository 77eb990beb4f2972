"""What follows a result: safety net, treatment, and the search for what provoked the clot."""
