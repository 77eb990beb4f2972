"""IMPROVE bleeding: for people in hospital, where prophylaxis is to be decided on."""

from veinway.care.facts.anticoagulation import inr
from veinway.care.facts.bleeding_risk import (
    active_gastroduodenal_ulcer,
    bleeding_3_months_before_admission,
    central_venous_catheter,
    estimated_gfr,
    intensive_care,
    liver_failure,
    rheumatic_disease,
)
from veinway.care.facts.blood_tests import platelet_count
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult, age, inpatient, sex_at_birth
from veinway.care.sources import IMPROVE_BLEEDING_2011, S
from veinway.care.treatment.bleeding.levels import HIGH, NOT_HIGH
from veinway.language import *

_TABLE = IMPROVE_BLEEDING_2011.table(1)
_RATES = IMPROVE_BLEEDING_2011.at("bleeding at 14 days", S, "reference 2, section 4.5")

IMPROVE_BLEEDING = score(
    "improve_bleed",
    "IMPROVE bleeding score",
    source=_TABLE,
    items=[
        only_one(
            points("2.5", estimated_gfr < 30, "GFR below 30"),
            points(1, estimated_gfr < 60, "GFR 30 to 59"),
            label="Kidneys",
        ),
        points(1, sex_at_birth.is_("male"), "Male"),
        only_one(
            points("3.5", age >= 85, "Age 85 or over"),
            points("1.5", age >= 40, "Age 40 to 84"),
            label="Age",
        ),
        points(2, active_cancer, "Cancer"),
        points(2, rheumatic_disease),
        points(2, central_venous_catheter),
        points("2.5", intensive_care),
        points("2.5", all_of(liver_failure, inr > "1.5"), "Liver failure, with an INR over 1.5"),
        points(4, platelet_count < 50, "Platelets below 50"),
        points(4, bleeding_3_months_before_admission),
        points("4.5", active_gastroduodenal_ulcer),
    ],
    bands=[below(7, NOT_HIGH), from_(7, HIGH)],
    for_whom=all_of(adult, inpatient),
    warning="For the decision on prophylaxis in hospital; it was not made for the treatment of a clot.",
)

IMPROVE_BLEEDING_RATE = table(
    "improve_bleed_rate",
    "Bleeding at 14 days by IMPROVE bleeding score",
    hit="unique",
    source=_RATES,
    rows=[
        row(
            IMPROVE_BLEEDING.is_(NOT_HIGH),
            neutral("improve_bleed_low", "At 14 days: any bleeding 1.5 %, major 0.4 %"),
            cite=_RATES,
        ),
        row(
            IMPROVE_BLEEDING.is_(HIGH),
            neutral("improve_bleed_high", "At 14 days: any bleeding 7.9 %, major 4.1 %"),
            cite=_RATES,
        ),
    ],
)
