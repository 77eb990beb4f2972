"""IMPROVE VTE, medical inpatients. Two models share a name; the 7 items are the usual one."""

from veinway.care.facts.bleeding_risk import intensive_care
from veinway.care.facts.person import adult, age
from veinway.care.facts.prevention import immobilised_days, lower_limb_paralysis
from veinway.care.facts.prevention_cancer import cancer_now_or_in_5_years
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.facts.prevention_history import d_dimer_upper_limit, known_thrombophilia
from veinway.care.facts.tests import d_dimer
from veinway.care.prevention.patients import medical
from veinway.care.prevention.scores.bands import HIGH, LOW, MODERATE, NOT_HIGH
from veinway.care.sources import IMPROVE_2011, IMPROVEDD_2017, S
from veinway.language import *

_ASSOCIATIVE = IMPROVE_2011.at("associative model", S, "two reprints")
_PREDICTIVE = IMPROVE_2011.at("predictive model", S, "two reprints")
_DD = IMPROVEDD_2017.at("score", S, "ASH table prints > 2 x")
_for_whom = all_of(adult, medical)
_previous = points(3, previous_vte, "DVT or pulmonary embolism before")
_older = points(1, age > 60, "Older than 60")
_SEVEN = [
    _previous,
    points(2, known_thrombophilia),
    points(2, lower_limb_paralysis),
    points(2, cancer_now_or_in_5_years, "Cancer, now or in the last 5 years"),
    points(1, immobilised_days >= 7, "Immobilised for 7 days or more"),
    points(1, intensive_care),
    _older,
]

IMPROVE_PREDICTIVE = score(
    "improve_vte_predictive",
    "IMPROVE VTE, 4 items at admission",
    source=_PREDICTIVE,
    items=[
        _previous,
        points(3, known_thrombophilia),
        points(1, cancer_now_or_in_5_years, "Cancer, now or in the last 5 years"),
        _older,
    ],
    bands=[below(2, LOW), below(4, MODERATE), from_(4, HIGH)],
    for_whom=_for_whom,
    warning="Its points are not those of the model with 7 items.",
)
IMPROVE_VTE = score(
    "improve_vte",
    "IMPROVE VTE, 7 items",
    source=_ASSOCIATIVE,
    items=_SEVEN,
    bands=[below(2, LOW), below(4, MODERATE), from_(4, HIGH)],
    for_whom=_for_whom,
)
IMPROVE_DD = score(
    "improve_dd",
    "IMPROVEDD: IMPROVE VTE with D-dimer",
    source=_DD,
    items=[*_SEVEN, points(2, d_dimer >= 2 * d_dimer_upper_limit, "D-dimer twice the limit or more")],
    bands=[below(2, NOT_HIGH), from_(2, HIGH)],
    for_whom=_for_whom,
)
IMPROVE_RATE = table(
    "improve_vte_rate",
    "Clots within 3 months, by IMPROVE VTE",
    hit="unique",
    source=_ASSOCIATIVE,
    rows=[
        row(IMPROVE_VTE.is_(LOW), neutral("improve_low", "About 0.5 %."), cite=_ASSOCIATIVE),
        row(
            IMPROVE_VTE.is_(MODERATE),
            neutral("improve_moderate", "About 1.5 %; from 2 points prophylaxis is considered."),
            cite=_ASSOCIATIVE,
        ),
        row(
            IMPROVE_VTE.is_(HIGH),
            neutral("improve_high", "About 5.7 %; from 2 points prophylaxis is considered."),
            cite=_ASSOCIATIVE,
        ),
    ],
)
