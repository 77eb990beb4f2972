"""How long, by the CHEST guideline, second update (2021)."""

from veinway.care.facts.leg import active_cancer
from veinway.care.sources import CHEST_2021, LOCAL, PRODUCT
from veinway.care.treatment.choice.patients import antiphospholipid
from veinway.care.treatment.duration.clot import major_factor, minor_factor
from veinway.care.treatment.duration.outcomes import (
    CONTINUE_UNPROVOKED,
    DISCUSS_STOPPING,
    NOT_SPOKEN_OF,
    STOP_AT_3_MONTHS,
    SUGGEST_STOPPING,
)
from veinway.care.treatment.duration.patients import adult_with_clot, high_bleeding_risk, not_dated
from veinway.care.treatment.questions import DURATION
from veinway.language import *

_EXTENDED = CHEST_2021.at("extended phase")

DURATION_CHEST_CONCLUSION = table(
    "duration_chest_conclusion",
    "How long, by CHEST",
    hit="first",
    source=_EXTENDED,
    rows=[
        not_dated,
        row(any_of(active_cancer, antiphospholipid), NOT_SPOKEN_OF, id="other", cite=_EXTENDED),
        row(major_factor, STOP_AT_3_MONTHS, id="major", cite=_EXTENDED),
        row(minor_factor, SUGGEST_STOPPING, id="minor", cite=_EXTENDED),
        row(
            high_bleeding_risk,
            DISCUSS_STOPPING,
            id="high_bleeding_risk",
            cite=PRODUCT.at("reference 2, section 3.2, unprovoked and a high risk of bleeding", LOCAL),
        ),
        otherwise(CONTINUE_UNPROVOKED, id="unprovoked_or_persistent", cite=_EXTENDED),
    ],
)
DURATION_CHEST = step(
    "duration_chest",
    "How long, CHEST 2021",
    question=DURATION,
    guideline="chest",
    subject=PERSON,
    source=_EXTENDED,
    for_whom=adult_with_clot,
    conclusion=DURATION_CHEST_CONCLUSION,
    plan=[],
)
