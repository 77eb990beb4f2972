"""The revised Geneva score for embolism: original and simplified points, in three and in two levels."""

from veinway.care.facts.cancer import cancer_now_or_cured_under_1_year
from veinway.care.facts.chest import haemoptysis, heart_rate, lower_limb_fracture
from veinway.care.facts.leg import surgery, surgery_anaesthesia
from veinway.care.facts.leg_signs import leg_pain, leg_palpation_pain_and_oedema, previous_vte
from veinway.care.facts.person import age
from veinway.care.probability.levels import HIGH, INTERMEDIATE, LOW
from veinway.care.probability.validity import stable_adult_not_pregnant
from veinway.care.probability.wells_pe import LIKELY, UNLIKELY
from veinway.care.sources import ESC_2019
from veinway.language import *

_surgery_or_fracture = any_of(
    any_event(surgery, surgery_anaesthesia.is_("general"), in_=within(months(1))),
    any_event(lower_limb_fracture, in_=within(months(1))),
)
_OLD = "Older than 65"
_PREVIOUS = "Previous DVT or PE"
_SURGERY = "Surgery under general anaesthesia, or a broken leg, in the last month"
_CANCER = "Cancer that is active, or was cured less than a year ago"
_FAST, _FASTER = "Heart rate from 75 to below 95", "Heart rate 95 or more"
_PALPATION = "Pain on pressing the deep veins, and oedema of that leg alone"

_ORIGINAL = [
    points(1, age > 65, _OLD),
    points(3, previous_vte, _PREVIOUS),
    points(2, _surgery_or_fracture, _SURGERY),
    points(2, cancer_now_or_cured_under_1_year, _CANCER),
    points(3, leg_pain),
    points(2, haemoptysis),
    # The higher band replaces the lower one.
    only_one(
        points(5, heart_rate >= 95, _FASTER), points(3, heart_rate >= 75, _FAST), label="Heart rate"
    ),
    points(4, leg_palpation_pain_and_oedema, _PALPATION),
]
_SIMPLIFIED = [
    points(1, age > 65, _OLD),
    points(1, previous_vte, _PREVIOUS),
    points(1, _surgery_or_fracture, _SURGERY),
    points(1, cancer_now_or_cured_under_1_year, _CANCER),
    points(1, leg_pain),
    points(1, haemoptysis),
    only_one(
        points(2, heart_rate >= 95, _FASTER), points(1, heart_rate >= 75, _FAST), label="Heart rate"
    ),
    points(1, leg_palpation_pain_and_oedema, _PALPATION),
]
_TWO_POINTS = "95 or more counts 2, as ESC prints it; a copy of the AHA/ACC table of 2026 prints 1."
_GENERAL = (
    "Surgery counts under general anaesthesia, a fracture if it was of a lower limb; ESC prints neither "
    "condition."
)

GENEVA_THREE_LEVEL = score(
    "geneva_three_level",
    "Revised Geneva score in three levels",
    source=ESC_2019.table(5),
    items=_ORIGINAL,
    bands=[up_to(3, LOW), up_to(10, INTERMEDIATE), from_(11, HIGH)],
    for_whom=stable_adult_not_pregnant,
    warning=_GENERAL,
)
GENEVA_TWO_LEVEL = score(
    "geneva_two_level",
    "Revised Geneva score in two levels",
    source=ESC_2019.table(5),
    items=_ORIGINAL,
    bands=[up_to(5, UNLIKELY), from_(6, LIKELY)],
    for_whom=stable_adult_not_pregnant,
    warning=_GENERAL,
)
GENEVA_SIMPLIFIED_THREE_LEVEL = score(
    "geneva_simplified_three_level",
    "Simplified revised Geneva score in three levels",
    source=ESC_2019.table(5),
    items=_SIMPLIFIED,
    bands=[up_to(1, LOW), up_to(4, INTERMEDIATE), from_(5, HIGH)],
    for_whom=stable_adult_not_pregnant,
    warning=_TWO_POINTS,
)
GENEVA_SIMPLIFIED_TWO_LEVEL = score(
    "geneva_simplified_two_level",
    "Simplified revised Geneva score in two levels",
    source=ESC_2019.table(5),
    items=_SIMPLIFIED,
    bands=[up_to(2, UNLIKELY), from_(3, LIKELY)],
    for_whom=stable_adult_not_pregnant,
    warning=_TWO_POINTS,
)
