"""How long after an embolism, by ESC 2019: by the risk of another clot, not by the word provoked."""

from veinway.care.facts.leg import active_cancer
from veinway.care.sources import ESC_2019
from veinway.care.treatment.choice.patients import antiphospholipid
from veinway.care.treatment.duration.clot import (
    major_factor_by_esc,
    minor_factor,
    persistent_factor,
    recurrent_not_only_after_major,
)
from veinway.care.treatment.duration.outcomes import (
    EXTEND_ESC,
    EXTEND_MINOR,
    EXTEND_PERSISTENT,
    INDEFINITE_RECURRENT,
    INDEFINITE_VKA,
    STOP_AT_3_MONTHS,
    UNTIL_CURED,
)
from veinway.care.treatment.duration.patients import (
    adult_with_embolism,
    not_dated,
    not_reviewed_for_a_year,
)
from veinway.care.treatment.questions import DURATION
from veinway.language import *

_IB, _IIA_A, _IIA_C = (
    ESC_2019.section("8.4, class I B"),
    ESC_2019.section("8.4, class IIa A"),
    ESC_2019.section("8.4, class IIa C"),
)

DURATION_ESC_CONCLUSION = table(
    "duration_esc_conclusion",
    "How long after an embolism, by ESC",
    hit="first",
    source=_IB,
    rows=[
        not_dated,
        row(antiphospholipid, INDEFINITE_VKA, id="syndrome", cite=_IB),
        row(active_cancer, UNTIL_CURED, id="cancer", cite=ESC_2019.section("8.6, class IIa B")),
        row(recurrent_not_only_after_major, INDEFINITE_RECURRENT, id="recurrent", cite=_IB),
        row(major_factor_by_esc, STOP_AT_3_MONTHS, id="major", cite=_IB),
        row(persistent_factor, EXTEND_PERSISTENT, id="persistent", cite=_IIA_C),
        row(minor_factor, EXTEND_MINOR, id="minor", cite=_IIA_C),
        otherwise(EXTEND_ESC, id="no_factor", cite=_IIA_A),
    ],
)
DURATION_ESC = step(
    "duration_esc",
    "How long after an embolism, ESC 2019",
    question=DURATION,
    guideline="esc",
    subject=PERSON,
    source=_IB,
    for_whom=adult_with_embolism,
    conclusion=DURATION_ESC_CONCLUSION,
    plan=[
        action(
            "reassess_on_extended_treatment",
            "Reassess at regular intervals, at least yearly: tolerance, adherence, liver, kidneys and "
            "risk of bleeding (class I C). Nothing is on record in the last 12 months.",
            act="yearly_review",
            when=not_reviewed_for_a_year,
            cite=ESC_2019.section("8.4, class I C"),
        )
    ],
)
