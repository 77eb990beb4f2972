"""PEGeD: the lower the probability, the higher the D-dimer that still excludes embolism."""

from veinway.care.d_dimer import d_dimer_negative
from veinway.care.facts.chest import chest_imaging_done, needs_anticoagulation_anyway
from veinway.care.facts.leg import surgery, surgery_major
from veinway.care.facts.tests import d_dimer
from veinway.care.probability.levels import HIGH, LOW, MODERATE
from veinway.care.probability.outcomes import (
    CHEST_IMAGING_NEEDED,
    CHEST_IMAGING_WITHOUT_D_DIMER,
    NOT_AS_STUDIED,
    PE_EXCLUDED,
    PE_EXCLUDED_WITH_WARNING,
)
from veinway.care.probability.validity import (
    anticoagulated_row,
    child_row,
    pregnant_row,
    unstable_row,
)
from veinway.care.probability.wells_pe import WELLS_PE_PEGED
from veinway.care.sources import PEGED_2019, S
from veinway.language import *

_RULE = PEGED_2019.at("abstract")
_low, _moderate = WELLS_PE_PEGED.is_(LOW), WELLS_PE_PEGED.is_(MODERATE)

PEGED_RESULT = table(
    "peged_result",
    "PEGeD: Wells group and D-dimer",
    hit="first",
    source=_RULE,
    unless=[
        child_row,
        pregnant_row,
        unstable_row,
        anticoagulated_row,
        row(
            any_of(
                any_event(surgery, surgery_major, in_=within(days(21))),
                chest_imaging_done,
                needs_anticoagulation_anyway,
            ),
            NOT_AS_STUDIED,
            id="not_as_studied",
            cite=PEGED_2019.at("exclusion criteria", S, "a review of the trial"),
        ),
    ],
    rows=[
        row(WELLS_PE_PEGED.is_(HIGH), CHEST_IMAGING_WITHOUT_D_DIMER, id="high", cite=_RULE),
        row(
            all_of(_low, d_dimer < 1000, no(d_dimer_negative)),
            PE_EXCLUDED_WITH_WARNING,
            id="low_above_age",
            cite=_RULE,
        ),
        row(all_of(_low, d_dimer < 1000), PE_EXCLUDED, id="low", cite=_RULE),
        row(all_of(_moderate, d_dimer < 500), PE_EXCLUDED, id="moderate", cite=_RULE),
        otherwise(CHEST_IMAGING_NEEDED, id="imaging", cite=_RULE),
    ],
)
