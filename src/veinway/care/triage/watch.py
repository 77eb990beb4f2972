"""What somebody who was told what to do is to watch for, given what they answered.

A sign that is already there is not named as one that may start: its `words` say instead what would be
worse than it is now. So no page calls an emergency what its own instruction does not.
"""

from veinway.care.facts.background import recent_surgery_or_bedbound
from veinway.care.facts.chest import chest_pain
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.public import (
    altered_consciousness,
    collapse_or_syncope,
    head_injury_on_anticoagulant,
    heart_racing,
    limb_cold_numb_weak,
    stroke_signs,
    sudden_severe_headache,
    upper_back_pain,
)
from veinway.care.triage.signs import (
    breathless,
    chest_symptom,
    coughs_blood,
    has_fever,
    limb_symptom,
    pregnant_or_just_was,
    severe_pain,
    takes_anticoagulant,
    threatening_colour,
    very_tight,
)
from veinway.language import *

SIGN_IS_THERE = {
    "collapse": collapse_or_syncope,
    "drowsy": altered_consciousness,
    "breathing": breathless,
    "chest": any_of(chest_pain, upper_back_pain),
    "heart": heart_racing,
    "blood": coughs_blood,
    "limb_and_chest": all_of(limb_symptom, chest_symptom),
    "colour": threatening_colour,
    "cold": limb_cold_numb_weak,
    "tight": very_tight,
    "pain": severe_pain,
    "stroke": stroke_signs,
    "headache": sudden_severe_headache,
}
"""When each warning sign is one that was answered already."""

SAID_BESIDE = {
    "bleeding": any_of(takes_anticoagulant, head_injury_on_anticoagulant),
    "fever_and_cancer": all_of(has_fever, active_cancer),
    "fever_after_operation": all_of(has_fever, recent_surgery_or_bedbound),
    "fever_and_pregnancy": all_of(has_fever, pregnant_or_just_was),
    "sepsis": has_fever,
}
"""When something is said beside what to do, whichever rule it rests on."""
