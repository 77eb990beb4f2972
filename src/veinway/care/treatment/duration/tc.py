"""How long, by Thrombosis Canada (2025)."""

from veinway.care.facts.leg import active_cancer
from veinway.care.sources import THROMBOSIS_CANADA
from veinway.care.treatment.choice.patients import antiphospholipid
from veinway.care.treatment.duration.clot import (
    major_factor,
    minor_factor,
    two_minor_factors,
)
from veinway.care.treatment.duration.outcomes import (
    INDEFINITE_VKA,
    LONGER_AFTER_TWO_FACTORS,
    STOP_AT_3_MONTHS,
    THREE_MONTHS_PROVOKED,
    USUALLY_INDEFINITE,
    WHILE_CANCER_IS_ACTIVE,
)
from veinway.care.treatment.duration.patients import adult_with_clot, not_dated, not_reviewed_for_a_year
from veinway.care.treatment.questions import DURATION
from veinway.language import *

_DURATION = THROMBOSIS_CANADA.at("duration of treatment")

DURATION_TC_CONCLUSION = table(
    "duration_tc_conclusion",
    "How long, by Thrombosis Canada",
    hit="first",
    source=_DURATION,
    rows=[
        not_dated,
        row(
            active_cancer,
            WHILE_CANCER_IS_ACTIVE,
            id="cancer",
            cite=THROMBOSIS_CANADA.at("cancer and thrombosis"),
        ),
        row(
            antiphospholipid,
            INDEFINITE_VKA,
            id="syndrome",
            cite=THROMBOSIS_CANADA.at("antiphospholipid syndrome"),
        ),
        # Two major factors together change nothing; two minor ones do.
        row(major_factor, STOP_AT_3_MONTHS, id="major", cite=_DURATION),
        row(two_minor_factors, LONGER_AFTER_TWO_FACTORS, id="two_minor", cite=_DURATION),
        row(minor_factor, THREE_MONTHS_PROVOKED, id="minor", cite=_DURATION),
        otherwise(USUALLY_INDEFINITE, id="unprovoked_or_persistent", cite=_DURATION),
    ],
)
DURATION_TC = step(
    "duration_tc",
    "How long, Thrombosis Canada 2025",
    question=DURATION,
    guideline="tc",
    subject=PERSON,
    source=_DURATION,
    for_whom=adult_with_clot,
    conclusion=DURATION_TC_CONCLUSION,
    plan=[
        action(
            "review_on_extended_treatment",
            "Review at least once a year. Nothing is on record in the last 12 months.",
            act="yearly_review",
            when=not_reviewed_for_a_year,
            cite=_DURATION,
        )
    ],
)
