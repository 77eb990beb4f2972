"""PERC: embolism ruled out with no test, if the clinician's own estimate is low. No test for DVT."""

from veinway.care.facts.alarm import haemodynamic_instability
from veinway.care.facts.chest import (
    gestalt_pe_percent,
    haemoptysis,
    heart_rate,
    low_oxygen_saturation,
    oestrogen_use,
    trauma,
    trauma_hospitalised,
    trauma_intubated,
)
from veinway.care.facts.leg import surgery, surgery_hospitalised, surgery_intubated
from veinway.care.facts.leg_signs import previous_vte, unilateral_leg_swelling
from veinway.care.facts.person import adult, age, inpatient, pregnant
from veinway.care.probability.outcomes import NOT_LOW_BY_GESTALT, PERC_NEGATIVE, PERC_POSITIVE
from veinway.care.probability.validity import child_row, inpatient_row, pregnant_row, unstable_row
from veinway.care.sources import KLINE_2008, NG158, S
from veinway.language import *

MET = Band("met", "all eight criteria are met")
NOT_MET = Band("not_met", "a criterion is not met")

_surgery_or_trauma = any_of(
    any_event(surgery, any_of(surgery_hospitalised, surgery_intubated), in_=within(weeks(4))),
    any_event(trauma, any_of(trauma_hospitalised, trauma_intubated), in_=within(weeks(4))),
)
# What speaks against ruling out; each is a criterion that is not met.
_too_old = age >= 50
_fast = heart_rate >= 100

low_by_gestalt = gestalt_pe_percent < 15
_CUT_OFFS = KLINE_2008.at("abstract")

PERC_CRITERIA = score(
    "perc_criteria",
    "PERC criteria that are not met",
    source=_CUT_OFFS,
    items=[
        points(1, _too_old, "Aged 50 or over"),
        points(1, _fast, "Heart rate 100 or more"),
        points(1, low_oxygen_saturation, "Oxygen saturation below 95 % on room air"),
        points(1, haemoptysis),
        points(1, oestrogen_use),
        points(1, previous_vte, "Previous DVT or PE"),
        points(
            1,
            _surgery_or_trauma,
            "Surgery or injury in the last 4 weeks that needed intubation or a hospital stay",
        ),
        points(1, unilateral_leg_swelling, "One leg swollen, or visibly more than the other"),
    ],
    bands=[below(1, MET), from_(1, NOT_MET)],
    for_whom=all_of(adult, low_by_gestalt, no(pregnant), no(inpatient), no(haemodynamic_instability)),
    warning="Not validated in COVID-19. The gate is the clinician's own estimate, not a low score.",
)
# Asked apart from the score, so that one criterion that is not met settles it while the gate is open.
_not_met = any_of(
    _too_old,
    _fast,
    low_oxygen_saturation,
    haemoptysis,
    oestrogen_use,
    previous_vte,
    _surgery_or_trauma,
    unilateral_leg_swelling,
)
PERC = table(
    "perc",
    "PERC, pulmonary embolism rule-out criteria",
    hit="first",
    source=_CUT_OFFS,
    unless=[
        child_row,
        pregnant_row,
        unstable_row,
        inpatient_row,
        row(
            no(low_by_gestalt),
            NOT_LOW_BY_GESTALT,
            id="gate",
            cite=NG158.rec("1.1.16", S, "Primary Care Notebook"),
        ),
    ],
    rows=[
        row(_not_met, PERC_POSITIVE, id="positive", cite=_CUT_OFFS),
        otherwise(PERC_NEGATIVE, id="negative", cite=_CUT_OFFS),
    ],
)
