"""How likely a clot is before any test: each published score, and each version of it, apart."""
