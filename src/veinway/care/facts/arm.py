"""The arm: what the Constans score is made of."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("section 8, arm")
_TODAY = {"within": days(7), "after": days(7)}

venous_device_same_side = yes_no(
    "venous_device_same_side",
    "A central venous catheter or pacemaker lead on the side of the symptoms",
    ask="Is there a central venous catheter or a pacemaker lead on that side?",
    tell="Do you have a catheter in a large vein, or a pacemaker, on that side?",
    find=(Find("observation", "venous-device-same-side", **_TODAY),),
    source=_D,
)
arm_localised_pain = yes_no(
    "arm_localised_pain",
    "Localised pain of the arm",
    ask="Is there localised pain of the arm?",
    tell="Does one place of your arm hurt?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "arm-localised-pain", **_TODAY),),
    source=_D,
)
arm_unilateral_oedema = yes_no(
    "arm_unilateral_oedema",
    "Oedema of one arm",
    ask="Is there pitting oedema of one arm only?",
    tell="Is one of your arms swollen?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "arm-unilateral-oedema", **_TODAY),),
    source=_D,
)
alternative_arm_dvt_at_least_as_likely = yes_no(
    "alternative_arm_dvt_at_least_as_likely",
    "Another diagnosis is at least as plausible as a clot in the arm",
    ask="Is another diagnosis at least as plausible as a clot in the arm?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "alternative-arm-dvt-at-least-as-likely", **_TODAY),),
    source=_D,
)
