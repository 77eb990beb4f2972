"""After a clot: reviews, breathlessness that stays, and function (reference 3, section 6)."""
