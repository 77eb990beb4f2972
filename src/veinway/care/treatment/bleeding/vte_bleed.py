"""VTE-BLEED: bleeding on stable anticoagulation, from day 30 after the clot.

Copies give each item one point, count active bleeding, or count kidneys only from 30 to 60 mL/min.
"""

from veinway.care.facts.bleeding import usual_systolic_bp
from veinway.care.facts.bleeding_risk import anaemia, bled_before
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult, age, sex_at_birth
from veinway.care.facts.treatment import vte_diagnosis
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import VTE_BLEED_2016
from veinway.care.treatment.bleeding.levels import HIGH, INFORMS, NOT_HIGH
from veinway.language import *

_TABLE = VTE_BLEED_2016.table(1)

VTE_BLEED = score(
    "vte_bleed",
    "VTE-BLEED score",
    source=_TABLE,
    items=[
        points(
            2, active_cancer, "Active cancer (found, treated or progressing in the 6 months to the clot)"
        ),
        points(
            1,
            all_of(sex_at_birth.is_("male"), usual_systolic_bp >= 140),
            "Male, with a systolic blood pressure of 140 mmHg or more",
        ),
        points("1.5", anaemia, "Anaemia"),
        points("1.5", bled_before, "Bleeding before"),
        points("1.5", age >= 60, "Age 60 or over"),
        points("1.5", creatinine_clearance < 60, "Creatinine clearance below 60 mL/min"),
    ],
    bands=[below(2, NOT_HIGH), from_(2, HIGH)],
    for_whom=all_of(adult, days_since("last", vte_diagnosis) >= 30),
    warning="High against low, the odds were 4.0 for bleeding inside the skull and 5.6 for fatal "
    f"bleeding. {INFORMS}",
)
