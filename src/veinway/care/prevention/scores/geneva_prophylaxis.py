"""Geneva score for prophylaxis, medical inpatients; not the one for a suspected embolism."""

from veinway.care.facts.background import heart_failure
from veinway.care.facts.chest import oestrogen_use
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult, age, pregnant
from veinway.care.facts.pregnancy import respiratory_failure
from veinway.care.facts.prevention import dehydrated, reduced_mobility_days
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.facts.prevention_history import (
    acute_infection,
    acute_rheumatic_disease,
    chronic_venous_insufficiency,
    known_thrombophilia,
    myeloproliferative_syndrome,
    myocardial_infarction,
    nephrotic_syndrome,
    stroke,
)
from veinway.care.facts.prevention_hormones import tamoxifen_or_similar
from veinway.care.facts.stockings import travel_hours
from veinway.care.measures import body_mass_index
from veinway.care.prevention.patients import medical
from veinway.care.prevention.scores.bands import HIGH, NOT_HIGH
from veinway.care.sources import GENEVA_PROPHYLAXIS as SOURCE
from veinway.care.sources import S
from veinway.language import *

_ITEMS = SOURCE.at("items", S, "reprints")
_RATES = SOURCE.at("clots within 90 days", S, "reprints")

GENEVA_PROPHYLAXIS = score(
    "geneva_prophylaxis",
    "Geneva score for prophylaxis",
    source=_ITEMS,
    items=[
        points(2, heart_failure),
        points(2, respiratory_failure),
        points(2, any_event(stroke, in_=within(days(89))), "Stroke less than 3 months ago"),
        points(
            2,
            any_event(myocardial_infarction, in_=within(days(27))),
            "Myocardial infarction less than 4 weeks ago",
        ),
        points(2, acute_infection),
        points(2, acute_rheumatic_disease),
        points(2, active_cancer),
        points(2, myeloproliferative_syndrome),
        points(2, nephrotic_syndrome),
        points(2, previous_vte, "DVT or pulmonary embolism before"),
        points(2, known_thrombophilia),
        points(1, reduced_mobility_days >= 3, "Immobilised for 3 days or more"),
        points(1, travel_hours > 6, "Journey of more than 6 hours"),
        points(1, age > 60, "Older than 60"),
        points(1, body_mass_index > 30, "BMI above 30"),
        points(1, chronic_venous_insufficiency),
        points(1, pregnant, "Pregnant"),
        points(1, any_of(oestrogen_use, tamoxifen_or_similar), "Hormonal treatment"),
        points(1, dehydrated),
    ],
    bands=[below(3, NOT_HIGH), from_(3, HIGH)],
    for_whom=all_of(adult, medical),
    warning="Not the Geneva score for a suspected embolism.",
)
GENEVA_PROPHYLAXIS_RATE = table(
    "geneva_prophylaxis_rate",
    "Clots within 90 days, by the Geneva score for prophylaxis",
    hit="unique",
    source=_RATES,
    rows=[
        row(
            GENEVA_PROPHYLAXIS.is_(NOT_HIGH),
            neutral("geneva_prophylaxis_low", "About 0.6 %."),
            cite=_RATES,
        ),
        row(
            GENEVA_PROPHYLAXIS.is_(HIGH),
            neutral("geneva_prophylaxis_high", "About 3.2 %."),
            cite=_RATES,
        ),
    ],
)
