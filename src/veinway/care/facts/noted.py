"""What is read and shown though no rule looks at it (reference 1, section 8)."""

from veinway.care.facts.anticoagulation import inr
from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("section 8")
_TODAY = {"within": days(7), "after": days(7)}

pain_on_dorsiflexion = yes_no(
    "pain_on_dorsiflexion",
    "Pain when the foot is bent up (in no validated score, so it counts for nothing)",
    ask="Is there calf pain when the foot is bent up?",
    tell="Does it hurt more when you bend your foot up towards your knee?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "pain-on-dorsiflexion", per_limb=True, **_TODAY),),
    source=_D,
)
d_dimer_method = choice(
    "d_dimer_method",
    "How the D-dimer was measured",
    {
        "laboratory": "in a laboratory",
        "point_of_care": "at the bedside, as a number",
        "yes_or_no": "at the bedside, as yes or no",
    },
    ask="Was the D-dimer measured in a laboratory or at the bedside?",
    source=DICTIONARY.at("section 2.12"),
)

NOTED = (inr, pain_on_dorsiflexion, d_dimer_method)
