"""Padua: medical inpatients. Rows joined by "and/or" are one point; superficial clots do not count."""

from veinway.care.facts.background import heart_failure
from veinway.care.facts.bleeding_risk import rheumatic_disease
from veinway.care.facts.chest import oestrogen_use
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult, age
from veinway.care.facts.pregnancy import respiratory_failure
from veinway.care.facts.prevention import ischaemic_stroke_now, reduced_mobility_days
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.facts.prevention_history import (
    acute_infection,
    known_thrombophilia,
    myocardial_infarction,
    trauma_or_surgery_in_30_days,
)
from veinway.care.facts.prevention_hormones import tamoxifen_or_similar
from veinway.care.measures import body_mass_index
from veinway.care.prevention.patients import medical
from veinway.care.prevention.scores.bands import HIGH, LOW
from veinway.care.sources import PADUA_2010, S
from veinway.language import *

_TABLE = PADUA_2010.table(1, S, "the paper's table as reprinted")
_RATES = PADUA_2010.at("clots within 90 days", S, "reprints")
hormonal_treatment = any_of(oestrogen_use, tamoxifen_or_similar)
acute_infarction = any_event(myocardial_infarction, in_=within(days(7)))

PADUA = score(
    "padua",
    "Padua prediction score",
    source=_TABLE,
    items=[
        points(3, active_cancer),
        points(3, previous_vte, "DVT or pulmonary embolism before"),
        points(3, reduced_mobility_days >= 3, "Reduced mobility, for 3 days or more"),
        points(3, known_thrombophilia),
        points(2, trauma_or_surgery_in_30_days, "Injury or operation in the last month"),
        points(1, age >= 70, "Age 70 or over"),
        points(1, any_of(heart_failure, respiratory_failure), "Heart or respiratory failure"),
        points(
            1,
            any_of(acute_infarction, ischaemic_stroke_now),
            "Acute myocardial infarction or ischaemic stroke",
        ),
        points(1, any_of(acute_infection, rheumatic_disease), "Acute infection or rheumatic disease"),
        points(1, body_mass_index >= 30, "BMI 30 or more"),
        points(1, hormonal_treatment, "Hormonal treatment"),
    ],
    bands=[below(4, LOW), from_(4, HIGH)],
    for_whom=all_of(adult, medical),
)
PADUA_RATE = table(
    "padua_rate",
    "Clots within 90 days, by Padua score",
    hit="unique",
    source=_RATES,
    rows=[
        row(PADUA.is_(LOW), neutral("padua_low", "Without prophylaxis 0.3 %."), cite=_RATES),
        row(
            PADUA.is_(HIGH),
            neutral("padua_high", "Without prophylaxis 11 %, with adequate prophylaxis 2.2 %."),
            cite=_RATES,
        ),
    ],
)
