"""What a quality measure may conclude; while both outcomes are left it cannot be computed."""

from veinway.language import *

MET = neutral("measure_met", "The measure is met.", short="met")
NOT_MET = neutral("measure_not_met", "The measure is not met.", short="not met")
HOSPITAL_ACQUIRED = neutral(
    "hospital_acquired", "The clot came during or after a stay in hospital.", short="hospital-acquired"
)
PERIOPERATIVE_CLOT = neutral(
    "perioperative_clot", "A clot of the lung or a proximal vein came after the operation.", short="clot"
)
NO_PERIOPERATIVE_CLOT = neutral(
    "no_perioperative_clot", "No clot of the lung or a proximal vein came after it.", short="no clot"
)
NOT_HOSPITAL_ACQUIRED = neutral(
    "not_hospital_acquired", "The clot did not come from a stay in hospital.", short="not from hospital"
)
