"""Which results of a scan show a clot in a deep vein or a lung artery (reference 4, section 8.5)."""

POSITIVE = ("dvt_proximal", "dvt_distal_only", "pe", "high_probability")
"""Options of the results of a leg vein scan, of CT pulmonary angiography and of lung scintigraphy."""
