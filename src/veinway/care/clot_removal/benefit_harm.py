"""What trials found with clot removal and without it (reference 3, section 2.9).

Every figure is as printed; whether a difference is clear is said only where the interval or the test was
read. "Treated" is removal and an anticoagulant, "untreated" an anticoagulant alone.
"""

from veinway.care.sources import ATTRACT, CAVA, CAVENT, TORPEDO, U
from veinway.language import *

_ATTRACT, _ATTRACT_IF = ATTRACT.at("abstract, 2017"), ATTRACT.at("iliofemoral stratum, abstract, 2019")
_CAVENT = CAVENT.at("abstracts")
_CAVA, _TORPEDO = CAVA.at("abstract"), TORPEDO.at("abstracts")

_GROIN = "people with a clot in the groin or pelvis, symptoms for up to 14 days"
_ANY_PROXIMAL = "people with a clot above the knee, symptoms for up to 14 days"
_UP_TO_21 = "people with a clot in the thigh, groin or pelvis, symptoms for up to 21 days"
_BADLY = "the leg stays moderately or badly affected"
AT_ALL = "the leg stays affected to any degree"
BLEEDING = "a major bleed"

ATTRACT_IF_BADLY = trial_result(
    "attract_groin_badly_affected",
    _BADLY,
    trial="ATTRACT",
    people=_GROIN,
    number=391,
    after="2 years",
    kind="benefit",
    treated=18,
    untreated=28,
    certainty="clear",
    note="relative risk 0.65, 95 % interval 0.45 to 0.94",
    source=_ATTRACT_IF,
)
ATTRACT_IF_SEVERELY = trial_result(
    "attract_groin_severely_affected",
    "the leg stays severely affected",
    trial="ATTRACT",
    people=_GROIN,
    number=391,
    after="2 years",
    kind="benefit",
    treated="8.7",
    untreated=15,
    certainty="not_clear",
    note="relative risk 0.57, 95 % interval 0.32 to 1.01",
    source=_ATTRACT_IF,
)
ATTRACT_IF_AT_ALL = trial_result(
    "attract_groin_affected",
    AT_ALL,
    trial="ATTRACT",
    people=_GROIN,
    number=391,
    after="2 years",
    kind="benefit",
    treated=49,
    untreated=51,
    certainty="not_clear",
    source=_ATTRACT_IF,
)
ATTRACT_BADLY = trial_result(
    "attract_badly_affected",
    _BADLY,
    trial="ATTRACT",
    people=_ANY_PROXIMAL,
    number=692,
    after="2 years",
    kind="benefit",
    treated=18,
    untreated=24,
    certainty="clear",
    note="relative risk 0.73, 95 % interval 0.54 to 0.98",
    source=_ATTRACT,
)
ATTRACT_AT_ALL = trial_result(
    "attract_affected",
    AT_ALL,
    trial="ATTRACT",
    people=_ANY_PROXIMAL,
    number=692,
    after="2 years",
    kind="benefit",
    treated=47,
    untreated=48,
    certainty="not_clear",
    note="relative risk 0.96, 95 % interval 0.82 to 1.11",
    source=_ATTRACT,
)
CAVENT_2_YEARS = trial_result(
    "cavent_affected_2_years",
    AT_ALL,
    trial="CaVenT",
    people=_UP_TO_21,
    number=189,
    after="2 years",
    kind="benefit",
    treated="41.1",
    untreated="55.6",
    certainty="clear",
    note="p = 0.047",
    source=_CAVENT,
)
CAVENT_5_YEARS = trial_result(
    "cavent_affected_5_years",
    AT_ALL,
    trial="CaVenT",
    people=_UP_TO_21,
    number=176,
    after="5 years",
    kind="benefit",
    treated="42.5",
    untreated="70.8",
    note="37 of 87 against 63 of 89 people",
    source=_CAVENT,
)
CAVA_1_YEAR = trial_result(
    "cava_affected",
    AT_ALL,
    trial="CAVA",
    people=_GROIN,
    number=152,
    after="1 year",
    kind="benefit",
    treated=29,
    untreated=35,
    certainty="not_clear",
    note="odds ratio 0.75, 95 % interval 0.38 to 1.50",
    source=_CAVA,
)
TORPEDO_AFFECTED = trial_result(
    "torpedo_affected",
    AT_ALL,
    trial="TORPEDO",
    people="people with a clot above the knee, at a single centre; stents were used",
    number=183,
    after="about 30 months",
    kind="benefit",
    treated="6.8",
    untreated="29.6",
    source=_TORPEDO,
)
ATTRACT_BLEEDING = trial_result(
    "attract_bleeding",
    BLEEDING,
    trial="ATTRACT",
    people=_ANY_PROXIMAL,
    number=692,
    after="10 days",
    kind="harm",
    treated="1.7",
    untreated="0.3",
    source=_ATTRACT,
)
ATTRACT_IF_BLEEDING = trial_result(
    "attract_groin_bleeding",
    BLEEDING,
    trial="ATTRACT",
    people=_GROIN,
    number=391,
    after="",
    kind="harm",
    treated="1.5",
    untreated="0.5",
    source=ATTRACT.at("iliofemoral stratum, bleeding", U),
)
CAVENT_BLEEDING = trial_result(
    "cavent_bleeding",
    BLEEDING,
    trial="CaVenT",
    people=_UP_TO_21,
    number=189,
    after="",
    kind="harm",
    treated="3.3",
    untreated=0,
    source=_CAVENT,
)
CAVA_BLEEDING = trial_result(
    "cava_bleeding",
    BLEEDING,
    trial="CAVA",
    people=_GROIN,
    number=152,
    after="",
    kind="harm",
    treated=5,
    untreated=0,
    source=_CAVA,
)
ATTRACT_ANOTHER_CLOT = trial_result(
    "attract_another_clot",
    "another clot in a leg or lung",
    trial="ATTRACT",
    people=_ANY_PROXIMAL,
    number=692,
    after="2 years",
    kind="harm",
    treated=12,
    untreated=8,
    source=_ATTRACT,
)
