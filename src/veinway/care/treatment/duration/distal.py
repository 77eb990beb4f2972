"""A clot of the calf veins only: scans instead of a drug, or treatment, and how long (D-08).

When scans are due and what they lead to stands with the diagnosis (`care.imaging.distal`).
"""

from veinway.care.facts.duration import can_return_for_scans, prefers_treatment
from veinway.care.facts.findings import distal_clot_extended, distal_severe_symptoms
from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.facts.treatment import indication
from veinway.care.imaging.distal import risk_of_extension
from veinway.care.sources import CHEST_2021, THROMBOSIS_CANADA
from veinway.care.treatment.duration.site_outcomes import (
    SCANS_INSTEAD,
    SCANS_OR_TREATMENT,
    TREAT_CALF_CLOT,
)
from veinway.care.treatment.questions import DISTAL_TREATMENT
from veinway.language import *

_CHEST = CHEST_2021.at("statement 1, rows K6 and K8, weak")
_TC = THROMBOSIS_CANADA.at("deep vein thrombosis: treatment")
_calf_clot = all_of(adult, no(expecting_or_new_mother), indication.is_("dvt_distal"))
_speaks_for_treatment = any_of(distal_severe_symptoms, risk_of_extension, distal_clot_extended)
_cannot_or_will_not = any_of(prefers_treatment, no(can_return_for_scans))

DISTAL_TREATMENT_CHEST_CONCLUSION = table(
    "distal_treatment_chest_conclusion",
    "Treatment of a clot of the calf veins, by CHEST",
    hit="first",
    source=_CHEST,
    rows=[
        row(_speaks_for_treatment, TREAT_CALF_CLOT, id="K8", cite=_CHEST),
        row(_cannot_or_will_not, TREAT_CALF_CLOT, id="K6_preference", cite=_CHEST),
        otherwise(SCANS_INSTEAD, id="K6", cite=_CHEST),
    ],
)
DISTAL_TREATMENT_CHEST = step(
    "distal_treatment_chest",
    "Treatment of a clot of the calf veins, CHEST 2021",
    question=DISTAL_TREATMENT,
    guideline="chest",
    subject=PERSON,
    source=_CHEST,
    for_whom=_calf_clot,
    conclusion=DISTAL_TREATMENT_CHEST_CONCLUSION,
    plan=[],
)
DISTAL_TREATMENT_TC_CONCLUSION = table(
    "distal_treatment_tc_conclusion",
    "Treatment of a clot of the calf veins, by Thrombosis Canada",
    hit="first",
    source=_TC,
    rows=[
        row(_speaks_for_treatment, TREAT_CALF_CLOT, id="risk", cite=_TC),
        row(_cannot_or_will_not, TREAT_CALF_CLOT, id="preference", cite=_TC),
        otherwise(SCANS_OR_TREATMENT, id="either", cite=_TC),
    ],
)
DISTAL_TREATMENT_TC = step(
    "distal_treatment_tc",
    "Treatment of a clot of the calf veins, Thrombosis Canada 2025",
    question=DISTAL_TREATMENT,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_calf_clot,
    conclusion=DISTAL_TREATMENT_TC_CONCLUSION,
    plan=[],
)
