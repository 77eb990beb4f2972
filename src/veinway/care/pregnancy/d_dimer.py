"""A D-dimer in pregnancy: RCOG refuses it (row R10), ESC takes it for an option; NICE does not speak."""

from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.pregnancy.outcomes import D_DIMER_OPTION, D_DIMER_REFUSED, NOT_PREGNANT
from veinway.care.questions import D_DIMER_IN_PREGNANCY
from veinway.care.sources import ESC_2019, LOCAL, PRODUCT, RCOG_37B, S
from veinway.language import *

_R10 = RCOG_37B.at("row R10", S, "RCEM Learning")
_PART = ESC_2019.section("9.5")
_ROUTING = PRODUCT.at("section 3.0, routing", LOCAL)

D_DIMER_RCOG = step(
    "d_dimer_in_pregnancy_rcog",
    "A D-dimer in pregnancy, RCOG 37b",
    question=D_DIMER_IN_PREGNANCY,
    guideline="rcog",
    subject=EPISODE,
    source=_R10,
    for_whom=all_of(adult, expecting_or_new_mother),
    conclusion=table(
        "d_dimer_in_pregnancy_rcog_conclusion",
        "Whether to use a D-dimer in pregnancy, by RCOG",
        hit="first",
        source=_R10,
        rows=[
            row(expecting_or_new_mother, D_DIMER_REFUSED, id="R10", cite=_R10),
            otherwise(NOT_PREGNANT, cite=_ROUTING),
        ],
    ),
    plan=[],
)
D_DIMER_ESC = step(
    "d_dimer_in_pregnancy_esc",
    "A D-dimer in pregnancy, ESC 2019",
    question=D_DIMER_IN_PREGNANCY,
    guideline="esc",
    subject=EPISODE,
    source=_PART,
    for_whom=all_of(adult, expecting_or_new_mother),
    conclusion=table(
        "d_dimer_in_pregnancy_esc_conclusion",
        "Whether to use a D-dimer in pregnancy, by ESC",
        hit="first",
        source=_PART,
        rows=[
            row(expecting_or_new_mother, D_DIMER_OPTION, id="IIa B", cite=_PART),
            otherwise(NOT_PREGNANT, cite=_ROUTING),
        ],
    ),
    plan=[],
)
