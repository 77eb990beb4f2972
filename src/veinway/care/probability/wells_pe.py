"""How likely an embolism is before any test: the Wells score for PE, each version of it apart."""

from fractions import Fraction

from veinway.care.facts.chest import alternative_less_likely_than_pe, haemoptysis, heart_rate
from veinway.care.facts.leg import active_cancer, bedridden_days, surgery
from veinway.care.facts.leg_signs import dvt_signs_and_symptoms, previous_vte
from veinway.care.probability.levels import HIGH, LOW, MODERATE
from veinway.care.probability.validity import stable_adult_not_pregnant
from veinway.care.sources import AHA_2026, GIBSON_2008, LOCAL, NG158, PEGED_2019, PRODUCT, WELLS_2000, S
from veinway.language import *
from veinway.language.values import Interval

UNLIKELY = Band("unlikely", "PE unlikely")
LIKELY = Band("likely", "PE likely")

immobilisation_days = Parameter(
    "immobilisation_days",
    "Days in bed that count as immobilisation in a Wells score for PE of no particular guideline",
    "d",
    Fraction(1),
    Interval(3, 4),
    Fraction(4),
    PRODUCT.at(
        "section 2.2, immobilisation rule: 4 is 'more than 3 days', 3 is '3 days or more'", LOCAL
    ),
)
_surgery_in_4_weeks = any_event(surgery, in_=within(weeks(4)))
_IMMOBILE_NICE = any_of(bedridden_days > 3, _surgery_in_4_weeks)
_IMMOBILE_AHA = any_of(bedridden_days >= 3, _surgery_in_4_weeks)
_IMMOBILE_SITE = any_of(bedridden_days >= immobilisation_days, _surgery_in_4_weeks)
_MORE_THAN_3 = "In bed for more than 3 days, or surgery, in the last 4 weeks"
_AT_LEAST_3 = "In bed for 3 days or more, or surgery, in the last 4 weeks"
_BY_THE_SITE = "In bed for as many days as the site's rule says, or surgery, in the last 4 weeks"
_SIGNS = "Swollen leg and pain on pressing the deep veins"
_FAST = "Heart rate over 100"
_PREVIOUS = "Previous DVT or PE"

_WITHOUT_IMMOBILITY = [
    points(3, dvt_signs_and_symptoms, _SIGNS),
    points(3, alternative_less_likely_than_pe),
    points("1.5", heart_rate > 100, _FAST),
    points("1.5", previous_vte, _PREVIOUS),
    points(1, haemoptysis),
    points(1, active_cancer),
]
_BY_SITE_RULE = [*_WITHOUT_IMMOBILITY, points("1.5", _IMMOBILE_SITE, _BY_THE_SITE)]
_TWO_LEVELS = [up_to(4, UNLIKELY), above(4, LIKELY)]

WELLS_PE = score(
    "wells_pe",
    "Two-level PE Wells score (NICE)",
    source=NG158.table(2, S, "an audit that reprints it"),
    items=[*_WITHOUT_IMMOBILITY, points("1.5", _IMMOBILE_NICE, _MORE_THAN_3)],
    bands=_TWO_LEVELS,
    for_whom=stable_adult_not_pregnant,
    warning="Immobilisation is counted from more than 3 days in bed, as NICE prints it.",
)
WELLS_PE_AHA = score(
    "wells_pe_aha",
    "Two-level PE Wells score (AHA/ACC 2026)",
    source=AHA_2026.at("table of clinical scores", S, "a third-party extraction"),
    items=[*_WITHOUT_IMMOBILITY, points("1.5", _IMMOBILE_AHA, _AT_LEAST_3)],
    bands=_TWO_LEVELS,
    for_whom=stable_adult_not_pregnant,
    warning="Immobilisation is counted from 3 days in bed, as AHA/ACC print it.",
)
WELLS_PE_THREE_LEVEL = score(
    "wells_pe_three_level",
    "PE Wells score in three levels",
    source=WELLS_2000.at("abstract", S, "an audit that reprints it"),
    items=_BY_SITE_RULE,
    bands=[below(2, LOW), up_to(6, MODERATE), above(6, HIGH)],
    for_whom=stable_adult_not_pregnant,
    warning="Whether exactly 3 days in bed count is the site's rule; guidelines differ.",
)
WELLS_PE_PEGED = score(
    "wells_pe_peged",
    "PE Wells score in the three groups of PEGeD",
    source=PEGED_2019.at("methods", S, "a review of the trial"),
    items=_BY_SITE_RULE,
    bands=[up_to(4, LOW), up_to(6, MODERATE), above(6, HIGH)],
    for_whom=stable_adult_not_pregnant,
    warning="Low reaches up to 4.0 here, and only to 1.5 in the three-level score.",
)
WELLS_PE_SIMPLIFIED = score(
    "wells_pe_simplified",
    "Simplified PE Wells score (one point an item)",
    source=GIBSON_2008.at("abstract"),
    items=[
        points(1, dvt_signs_and_symptoms, _SIGNS),
        points(1, alternative_less_likely_than_pe),
        points(1, heart_rate > 100, _FAST),
        points(1, _IMMOBILE_SITE, _BY_THE_SITE),
        points(1, previous_vte, _PREVIOUS),
        points(1, haemoptysis),
        points(1, active_cancer),
    ],
    bands=[up_to(1, UNLIKELY), from_(2, LIKELY)],
    for_whom=stable_adult_not_pregnant,
    warning="Whether exactly 3 days in bed count is the site's rule; guidelines differ.",
)
