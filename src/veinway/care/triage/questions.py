"""In which order a member of the public is asked (reference 1, section 1.4), and what belongs together.

The order is that of the reference, with emergency questions first, but for two: age comes before
pregnancy, and a journey before the risks. So nobody aged 70 is asked about pregnancy, and nobody without
symptoms or plans about risks that could change nothing.
"""

from veinway.care.facts.background import (
    advice_on_hormones_or_family,
    family_history_vte,
    heart_failure,
    inflammatory_disease,
    long_travel,
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
from veinway.care.facts.person import (
    adult,
    age_years,
    injects_drugs_as_recorded,
    postpartum_days,
    pregnant_as_recorded,
)
from veinway.care.facts.public import (
    altered_consciousness,
    breathlessness,
    collapse_or_syncope,
    coughing_blood,
    fever,
    head_injury_on_anticoagulant,
    heart_racing,
    heavy_bleeding,
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
    stroke_signs,
    sudden_severe_headache,
    symptom_onset_days,
    upper_back_pain,
    visible_swollen_veins,
)
from veinway.care.triage.signs import coughs_blood, limb_is_named, limb_symptom
from veinway.language import all_of, any_of

RED_FLAGS = (
    collapse_or_syncope,
    breathlessness,
    chest_pain,
    upper_back_pain,
    heart_racing,
    coughing_blood,
    limb_colour,
    limb_pain_severity,
    limb_swelling,
    limb_cold_numb_weak,
    altered_consciousness,
    stroke_signs,
    sudden_severe_headache,
    heavy_bleeding,
    head_injury_on_anticoagulant,
)
"""While the answer to one of them is unknown nobody is told to wait (section 1.5, output rule 1)."""

QUESTIONS = (
    ("Q1", "", (collapse_or_syncope,)),
    ("Q2", "", (breathlessness,)),
    ("Q3", "", (chest_pain,)),
    ("Q4", "", (upper_back_pain,)),
    ("Q5", "", (heart_racing,)),
    ("Q6", "", (coughing_blood,)),
    (
        "TR-E9, TR-E11",
        "Is any of this happening?",
        (
            altered_consciousness,
            stroke_signs,
            sudden_severe_headache,
            heavy_bleeding,
            head_injury_on_anticoagulant,
        ),
    ),
    ("Q7", "", (limb_colour,)),
    ("Q8", "", (limb_pain_severity,)),
    ("Q9", "", (limb_swelling,)),
    ("Q10", "", (limb_cold_numb_weak,)),
    (
        "Q11",
        "Where in your arms or legs is something wrong?",
        (
            limb_site_calf,
            limb_site_thigh,
            limb_site_whole_leg,
            limb_site_groin_or_buttock,
            limb_site_arm,
        ),
    ),
    ("Q12", "", (limb_side,)),
    ("Q13", "", (limb_warm,)),
    ("Q14", "", (visible_swollen_veins,)),
    ("Q15", "", (symptom_onset_days,)),
    ("Q16", "", (fever,)),
    ("Q25", "", (age_years,)),
    ("TR-R2", "", (advice_on_hormones_or_family,)),
    ("Q26", "", (long_travel,)),
    ("Q17", "", (pregnant_as_recorded,)),
    ("Q17", "", (postpartum_days,)),
    ("Q18", "", (active_cancer,)),
    ("Q19", "", (recent_surgery_or_bedbound,)),
    ("Q20", "", (previous_vte,)),
    ("Q21", "", (on_anticoagulant,)),
    ("Q22", "", (oestrogen_use,)),
    ("Q23", "", (injects_drugs_as_recorded,)),
    ("Q24", "", (venous_line,)),
    (
        "Q26",
        "Does any of these apply to you?",
        (
            family_history_vte,
            obesity,
            varicose_veins,
            heart_failure,
            inflammatory_disease,
            smoker,
        ),
    ),
)
"""The number in the reference (or the rule that needs it), a heading where several facts are asked at
once, and the facts. Several facts are yes/no facts: one list, from which those that are so are named."""

MAY_BE_REFUSED = (injects_drugs_as_recorded, pregnant_as_recorded)
"""Questions with the answer "prefer not to say", which leaves unknown what it is about."""

WORTH_KNOWING = (
    (limb_side, limb_is_named),
    (symptom_onset_days, limb_is_named),
    (on_anticoagulant, all_of(adult, any_of(limb_symptom, coughs_blood))),
)
"""Facts that a clinician will need, or that add to what is said, asked (under a condition) even where
they do not change what to do, unless it is an emergency."""
