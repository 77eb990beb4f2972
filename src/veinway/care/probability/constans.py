"""The Constans score: how likely a clot in the arm is."""

from veinway.care.d_dimer import d_dimer_negative_at_fixed_cut_off
from veinway.care.facts.alarm import arm_symptoms
from veinway.care.facts.arm import (
    alternative_arm_dvt_at_least_as_likely,
    arm_localised_pain,
    arm_unilateral_oedema,
    venous_device_same_side,
)
from veinway.care.facts.person import adult
from veinway.care.probability.levels import HIGH, INTERMEDIATE, LOW
from veinway.care.probability.outcomes import ARM_DVT_EXCLUDED, ARM_SCAN_NEEDED, NOT_THIS_LIMB
from veinway.care.probability.validity import anticoagulated_row, child_row
from veinway.care.sources import CONSTANS_2008, KLEINJAN_2014, LOCAL, PRODUCT, S
from veinway.language import *

UNLIKELY = Band("unlikely", "a clot in the arm is unlikely")
LIKELY = Band("likely", "a clot in the arm is likely")
_VIA = "Practical Haemostasis"
_PAPER = CONSTANS_2008.at("table", S, _VIA)
_ALGORITHM = KLEINJAN_2014.at("algorithm", S, _VIA)

_items = [
    points(1, venous_device_same_side),
    points(1, arm_localised_pain),
    points(1, arm_unilateral_oedema),
    points(-1, alternative_arm_dvt_at_least_as_likely),
]
_for_whom = all_of(adult, arm_symptoms)

CONSTANS = score(
    "constans",
    "Constans score in two levels",
    source=_ALGORITHM,
    items=_items,
    bands=[up_to(1, UNLIKELY), from_(2, LIKELY)],
    for_whom=_for_whom,
    warning="Derived in patients who were in hospital.",
)
CONSTANS_THREE_LEVEL = score(
    "constans_three_level",
    "Constans score in three levels",
    source=_PAPER,
    items=_items,
    bands=[up_to(0, LOW), up_to(1, INTERMEDIATE), from_(2, HIGH)],
    for_whom=_for_whom,
    warning="Derived in patients who were in hospital.",
)
CONSTANS_RESULT = table(
    "constans_result",
    "Constans score with D-dimer",
    hit="first",
    source=_ALGORITHM,
    unless=[
        child_row,
        row(no(arm_symptoms), NOT_THIS_LIMB, id="not_the_arm", cite=PRODUCT.at("section 2.13", LOCAL)),
        anticoagulated_row,
    ],
    rows=[
        row(CONSTANS.is_(LIKELY), ARM_SCAN_NEEDED, id="likely", cite=_ALGORITHM),
        row(
            all_of(CONSTANS.is_(UNLIKELY), d_dimer_negative_at_fixed_cut_off),
            ARM_DVT_EXCLUDED,
            id="unlikely_negative",
            cite=_ALGORITHM,
        ),
        otherwise(ARM_SCAN_NEEDED, id="unlikely_positive", cite=_ALGORITHM),
    ],
)
