"""The questions of measures of hospitals and reviews."""

from veinway.language import *

PROPHYLAXIS_IN_TIME = question(
    "prophylaxis_in_time", "Was the first dose to prevent a clot given within 14 hours of admission?"
)
RISK_ASSESSED_IN_TIME = question(
    "risk_assessed_in_time", "Was the risk of a clot assessed within 14 hours of admission?"
)
ASSESSED_IN_PLASTER = question(
    "assessed_in_plaster", "Was the risk of a clot assessed before going home with a leg in plaster?"
)
CLOT_FROM_HOSPITAL = question("clot_from_hospital", "Did the clot come from a stay in hospital?")
CLOT_AFTER_OPERATION = question(
    "clot_after_operation", "Did a clot of the lung or a proximal vein come after the operation?"
)
REVIEWED_AT_3_MONTHS = question("reviewed_at_3_months", "Was there a review at 3 months?")
REVIEWED_YEARLY = question("reviewed_yearly", "Was there a review in the last year?")
