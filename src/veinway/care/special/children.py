"""Under 18: outside every adult pathway. No score, no PERC (an age under 50 would be trivially so), no
age-adjusted D-dimer; a medical assessment the same day, or emergency help with any red flag."""

from veinway.care.facts.alarm import chest_symptoms, haemodynamic_instability, limb_threat
from veinway.care.facts.person import adult
from veinway.care.outcomes import OUT_OF_SCOPE_CHILD
from veinway.care.questions import SUSPECTED_VTE_IN_CHILD
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.special.outcomes import CHILD_EMERGENCY, NO_CHILD
from veinway.language import *

_SCOPE = PRODUCT.at("section 0.3, children", LOCAL)
_red_flag = any_of(haemodynamic_instability, limb_threat, chest_symptoms)

CONCLUSION = table(
    "vte_in_child_conclusion",
    "Where somebody under 18 belongs",
    hit="first",
    source=_SCOPE,
    rows=[
        row(adult, NO_CHILD, id="adult", cite=_SCOPE),
        row(_red_flag, CHILD_EMERGENCY, id="red flag", cite=_SCOPE),
        otherwise(OUT_OF_SCOPE_CHILD, id="child", cite=_SCOPE),
    ],
)

SUSPECTED_VTE_IN_CHILD_STEP = step(
    "suspected_vte_in_child",
    "A clot suspected in somebody under 18",
    question=SUSPECTED_VTE_IN_CHILD,
    guideline="veinway",
    subject=EPISODE,
    source=_SCOPE,
    for_whom=no(adult),
    conclusion=CONCLUSION,
    plan=[
        action(
            "emergency_help_child",
            "Emergency help now.",
            act="immediate_admission",
            when=_red_flag,
            cite=_SCOPE,
        ),
        action(
            "same_day_assessment_child",
            "A medical assessment the same day; no score of adults is worked out.",
            act="same_day_hospital",
            when=no(_red_flag),
            due=by(days(0)),
            cite=_SCOPE,
        ),
    ],
)
