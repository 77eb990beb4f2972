"""A clot of an arm, or at a catheter (Thrombosis Canada)."""

from veinway.care.facts.duration import arm_clot_place, catheter_in_place, catheter_worth_keeping
from veinway.care.facts.person import adult
from veinway.care.facts.treatment import indication
from veinway.care.sources import THROMBOSIS_CANADA
from veinway.care.treatment.duration.site_outcomes import (
    ARM_INDIVIDUAL,
    TREAT_ARM,
    TREAT_ARM_WHILE_CATHETER,
)
from veinway.care.treatment.questions import ARM_TREATMENT
from veinway.language import *

_CVC = THROMBOSIS_CANADA.at("central venous catheters")
_central = arm_clot_place.is_("axillary_or_central")

ARM_TREATMENT_TC_CONCLUSION = table(
    "arm_treatment_tc_conclusion",
    "Treatment of a clot of an arm, by Thrombosis Canada",
    hit="first",
    source=_CVC,
    rows=[
        row(all_of(_central, catheter_in_place), TREAT_ARM_WHILE_CATHETER, id="catheter", cite=_CVC),
        row(_central, TREAT_ARM, id="central", cite=_CVC),
        otherwise(ARM_INDIVIDUAL, id="individual", cite=_CVC),
    ],
)
ARM_TREATMENT_TC = step(
    "arm_treatment_tc",
    "Treatment of a clot of an arm, Thrombosis Canada 2025",
    question=ARM_TREATMENT,
    guideline="tc",
    subject=PERSON,
    source=_CVC,
    for_whom=all_of(adult, indication.is_("ue_dvt")),
    conclusion=ARM_TREATMENT_TC_CONCLUSION,
    plan=[
        action(
            "keep_catheter",
            "Keep the catheter: it is needed, works, and is not infected.",
            act="remove_catheter",
            strength=Strength.DO_NOT,
            when=all_of(catheter_in_place, catheter_worth_keeping),
            cite=_CVC,
        ),
    ],
)
