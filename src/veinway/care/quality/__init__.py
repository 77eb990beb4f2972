"""How well care was delivered: quality standards and process measures, one step each.

A measure is met, not met, not applicable (the step is not for this patient), or cannot be computed (both
outcomes are left). Nothing here changes what is done for a patient.
"""
