"""ESC 2019, section 9.5: an amniotic fluid embolism behind a collapse that nothing else explains."""

from veinway.care.facts.alarm import haemodynamic_instability
from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import (
    collapse_explained,
    expecting_or_new_mother,
    intravascular_coagulation,
    respiratory_failure,
)
from veinway.care.pregnancy.outcomes import (
    AMNIOTIC_EMBOLISM,
    AMNIOTIC_EMBOLISM_LIKELIER,
    NO_AMNIOTIC_EMBOLISM,
)
from veinway.care.questions import AMNIOTIC_FLUID_EMBOLISM
from veinway.care.sources import ESC_2019
from veinway.language import *

_PART = ESC_2019.section("9.5, amniotic fluid embolism, class IIa C")
_unexplained_collapse = all_of(
    any_of(haemodynamic_instability, respiratory_failure), no(collapse_explained)
)

AMNIOTIC_FLUID_EMBOLISM_ESC = step(
    "amniotic_fluid_embolism_esc",
    "Amniotic fluid embolism, ESC 2019",
    question=AMNIOTIC_FLUID_EMBOLISM,
    guideline="esc",
    subject=EPISODE,
    source=_PART,
    for_whom=all_of(adult, expecting_or_new_mother),
    conclusion=table(
        "amniotic_fluid_embolism_esc_conclusion",
        "Whether to consider an amniotic fluid embolism",
        hit="first",
        source=_PART,
        rows=[
            row(
                all_of(_unexplained_collapse, intravascular_coagulation),
                AMNIOTIC_EMBOLISM_LIKELIER,
                id="with coagulation",
                cite=_PART,
            ),
            row(_unexplained_collapse, AMNIOTIC_EMBOLISM, id="collapse", cite=_PART),
            otherwise(NO_AMNIOTIC_EMBOLISM, cite=_PART),
        ],
    ),
    plan=[],
)
