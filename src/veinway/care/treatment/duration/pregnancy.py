"""How long in pregnancy and after birth: ESC 2019 and Thrombosis Canada say the same."""

from veinway.care.facts.person import adult, pregnant
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.facts.treatment import indication
from veinway.care.sources import ESC_2019, THROMBOSIS_CANADA
from veinway.care.treatment.duration.clot import clot_of_leg_or_lung
from veinway.care.treatment.duration.outcomes import NOT_SPOKEN_OF, THROUGH_PREGNANCY
from veinway.care.treatment.questions import DURATION_IN_PREGNANCY
from veinway.language import *

_ESC = ESC_2019.section("9.5")
_TC = THROMBOSIS_CANADA.at("pregnancy")
_expecting = all_of(adult, expecting_or_new_mother, clot_of_leg_or_lung)
_expecting_with_embolism = all_of(_expecting, indication.one_of("pe", "extended_prevention"))

DURATION_IN_PREGNANCY_ESC_CONCLUSION = table(
    "duration_in_pregnancy_esc_conclusion",
    "How long in pregnancy, by ESC",
    hit="first",
    source=_ESC,
    rows=[
        row(_expecting_with_embolism, THROUGH_PREGNANCY, id="pregnancy", cite=_ESC),
        otherwise(NOT_SPOKEN_OF, id="other", cite=_ESC),
    ],
)
DURATION_IN_PREGNANCY_ESC = step(
    "duration_in_pregnancy_esc",
    "How long in pregnancy, ESC 2019",
    question=DURATION_IN_PREGNANCY,
    guideline="esc",
    subject=PERSON,
    source=_ESC,
    for_whom=_expecting_with_embolism,
    conclusion=DURATION_IN_PREGNANCY_ESC_CONCLUSION,
    plan=[],
)
DURATION_IN_PREGNANCY_TC_CONCLUSION = table(
    "duration_in_pregnancy_tc_conclusion",
    "How long in pregnancy, by Thrombosis Canada",
    hit="first",
    source=_TC,
    rows=[
        row(_expecting, THROUGH_PREGNANCY, id="pregnancy", cite=_TC),
        otherwise(NOT_SPOKEN_OF, id="other", cite=_TC),
    ],
)
DURATION_IN_PREGNANCY_TC = step(
    "duration_in_pregnancy_tc",
    "How long in pregnancy, Thrombosis Canada 2025",
    question=DURATION_IN_PREGNANCY,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_expecting,
    conclusion=DURATION_IN_PREGNANCY_TC_CONCLUSION,
    plan=[
        action(
            "overlap_with_warfarin_after_birth",
            "After birth warfarin is an option: LMWH with it for 5 days or more and until the INR was "
            "2.0 or more for a day.",
            when=all_of(no(pregnant), expecting_or_new_mother),
            strength=Strength.CONSIDER,
            cite=_TC,
        )
    ],
)
