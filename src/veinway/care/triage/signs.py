"""What the answers of a member of the public amount to (reference 1, section 1.5)."""

from veinway.care.facts.background import (
    family_history_vte,
    heart_failure,
    inflammatory_disease,
    obesity,
    on_anticoagulant,
    previous_vte,
    recent_surgery_or_bedbound,
    smoker,
    varicose_veins,
    venous_line,
)
from veinway.care.facts.chest import chest_pain, oestrogen_use
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import born_in_last_6_weeks, injects_drugs_as_recorded, pregnant
from veinway.care.facts.public import (
    breathlessness,
    coughing_blood,
    fever,
    heart_racing,
    limb_cold_numb_weak,
    limb_colour,
    limb_pain_severity,
    limb_side,
    limb_site_arm,
    limb_site_calf,
    limb_site_groin_or_buttock,
    limb_site_thigh,
    limb_site_whole_leg,
    limb_swelling,
    limb_warm,
    symptom_onset_days,
    upper_back_pain,
    visible_swollen_veins,
)
from veinway.language import *

pain, swelling = no(limb_pain_severity.is_("none")), no(limb_swelling.is_("none"))
colour_change = no(limb_colour.is_("same"))
severe_pain = limb_pain_severity.is_("severe_and_worsening")
very_tight = limb_swelling.is_("whole_and_very_tight")
whole_limb_swollen = limb_swelling.one_of("whole", "whole_and_very_tight")
threatening_colour = limb_colour.one_of(
    "blue_or_purple", "very_pale_or_white", "mottled", "black_patches_or_blisters"
)
in_leg = any_of(limb_site_calf, limb_site_thigh, limb_site_whole_leg, limb_site_groin_or_buttock)
limb_is_named = any_of(in_leg, limb_site_arm)
both_sides = limb_side.is_("both")
limb_symptom = any_of(
    colour_change,
    pain,
    swelling,
    limb_cold_numb_weak,
    in_leg,
    limb_site_arm,
    limb_warm,
    visible_swollen_veins,
)
breathless = no(breathlessness.is_("none"))
coughs_blood = no(coughing_blood.is_("none"))
chest_symptom = any_of(breathless, chest_pain, upper_back_pain, coughs_blood, heart_racing)
pregnant_or_just_was = any_of(pregnant, born_in_last_6_weeks)
new = symptom_onset_days <= 42

risk_of_sudden_breathlessness = any_of(
    pregnant_or_just_was, active_cancer, recent_surgery_or_bedbound, previous_vte, oestrogen_use
)
risk_factor = any_of(
    risk_of_sudden_breathlessness,
    injects_drugs_as_recorded,
    venous_line,
    family_history_vte,
    obesity,
    varicose_veins,
    heart_failure,
    inflammatory_disease,
    smoker,
)

# What is long-standing may wait only where nothing of this is so (TR-R1).
has_fever = fever.one_of("fever", "fever_very_unwell")
not_to_wait_with = any_of(
    limb_pain_severity.one_of("moderate", "severe_and_worsening"),
    whole_limb_swollen,
    threatening_colour,
    limb_cold_numb_weak,
    visible_swollen_veins,
    all_of(limb_site_arm, any_of(swelling, colour_change)),
    all_of(has_fever, colour_change),
    risk_of_sudden_breathlessness,
    venous_line,
)
takes_anticoagulant = on_anticoagulant.one_of("yes", "yes_missed_doses")
