"""Triage of a member of the public (reference 1, section 1.5): every rule, each with its source.

Every rule that holds is told; the one of the highest rank says what to do. Rule TR-U10 and the first of
the rules for the output are about what is *not* known, so they stand under `meanwhile`.
"""

from veinway.care.facts.background import (
    advice_on_hormones_or_family,
    long_travel,
    recent_surgery_or_bedbound,
)
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult, injects_drugs_as_recorded
from veinway.care.facts.public import (
    breathlessness,
    coughing_blood,
    fever,
    limb_cold_numb_weak,
    limb_colour,
    limb_site_arm,
    limb_warm,
    symptom_onset_days,
    visible_swollen_veins,
)
from veinway.care.sources import (
    CKS,
    L3,
    LOCAL,
    NHS_DVT_2025,
    NHS_PE_2023,
    PRODUCT,
    SVT_CORNWALL,
    S,
)
from veinway.care.triage.emergencies import EMERGENCY, RULES
from veinway.care.triage.outcomes import (
    CHILD,
    EMERGENCY_NOW,
    HOSPITAL_TODAY,
    ROUTINE,
    SELF_CARE,
    URGENT_SAME_DAY,
)
from veinway.care.triage.signs import (
    both_sides,
    colour_change,
    in_leg,
    limb_symptom,
    new,
    not_to_wait_with,
    pain,
    pregnant_or_just_was,
    risk_factor,
    swelling,
    takes_anticoagulant,
)
from veinway.language import *

_NHS_URGENT = NHS_PE_2023.at("when to ask for an urgent GP appointment or 111", S, "a licensed copy")

# The rules --------------------------------------------------------------------------------------

_URGENT = [
    row(no(adult), CHILD, id="TR-child", cite=PRODUCT.at("section 1.5, output rule 4", LOCAL)),
    row(
        all_of(
            pregnant_or_just_was,
            any_of(limb_symptom, breathlessness.is_("new_mild"), coughing_blood.is_("streaks")),
        ),
        HOSPITAL_TODAY,
        id="TR-U4",
        cite=CKS.at("pregnancy and puerperium", S, "archived copy"),
    ),
    row(
        all_of(injects_drugs_as_recorded, in_leg),
        HOSPITAL_TODAY,
        id="TR-U5",
        cite=CKS.at("injecting drug users", S, "archived copy"),
    ),
    row(
        all_of(new, in_leg, no(both_sides), any_of(pain, swelling)),
        URGENT_SAME_DAY,
        id="TR-U1",
        cite=L3.at("when to ask for an urgent GP appointment"),
    ),
    row(
        all_of(new, limb_site_arm, any_of(pain, swelling, colour_change)),
        URGENT_SAME_DAY,
        id="TR-U2",
        cite=NHS_DVT_2025.at("symptoms in the arm", S, "a news report"),
    ),
    row(
        any_of(coughing_blood.is_("streaks"), breathlessness.one_of("new_mild", "sudden")),
        URGENT_SAME_DAY,
        id="TR-U3",
        cite=_NHS_URGENT,
    ),
    row(
        all_of(takes_anticoagulant, new, limb_symptom),
        URGENT_SAME_DAY,
        id="TR-U6",
        cite=PRODUCT.at(RULES + "TR-U6", LOCAL),
    ),
    row(
        visible_swollen_veins,
        URGENT_SAME_DAY,
        id="TR-U7",
        cite=SVT_CORNWALL.at("superficial vein thrombosis", S, "UK guidance pages"),
    ),
    row(
        all_of(in_leg, both_sides, swelling, any_of(symptom_onset_days <= 14, all_of(new, risk_factor))),
        URGENT_SAME_DAY,
        id="TR-U8",
        cite=PRODUCT.at(RULES + "TR-U8", LOCAL),
    ),
    row(
        all_of(fever.is_("fever"), limb_warm, limb_colour.is_("red_or_darker")),
        URGENT_SAME_DAY,
        id="TR-U9",
        cite=PRODUCT.at(RULES + "TR-U9", LOCAL),
    ),
    # The reference leaves some symptoms to no rule: a blue leg that does not hurt, for one; and calls
    # routine what is long-standing only where it is heaviness, ankle swelling, veins or a skin change.
    row(
        all_of(limb_symptom, any_of(new, not_to_wait_with)),
        URGENT_SAME_DAY,
        id="TR-U11",
        cite=PRODUCT.at(RULES + "symptoms of a limb that no other rule names", LOCAL),
    ),
    # Possible sepsis in someone whom an infection harms fast.
    row(
        all_of(fever.is_("fever"), active_cancer),
        URGENT_SAME_DAY,
        id="TR-U12",
        cite=PRODUCT.at(RULES + "TR-U12, fever and cancer", LOCAL),
    ),
    row(
        all_of(fever.is_("fever"), recent_surgery_or_bedbound),
        URGENT_SAME_DAY,
        id="TR-U13",
        cite=PRODUCT.at(RULES + "TR-U13, fever after an operation", LOCAL),
    ),
    row(
        all_of(fever.is_("fever"), pregnant_or_just_was),
        URGENT_SAME_DAY,
        id="TR-U14",
        cite=PRODUCT.at(RULES + "TR-U14, fever in pregnancy or after a birth", LOCAL),
    ),
]
_fever_can_wait = no(any_of(active_cancer, recent_surgery_or_bedbound, pregnant_or_just_was))
_NOT_URGENT = [
    row(
        all_of(limb_symptom, no(new), no(not_to_wait_with)),
        ROUTINE,
        id="TR-R1",
        cite=PRODUCT.at(RULES + "routine, long-standing symptoms", LOCAL),
    ),
    row(
        advice_on_hormones_or_family,
        ROUTINE,
        id="TR-R2",
        cite=PRODUCT.at(RULES + "routine, questions", LOCAL),
    ),
    row(
        all_of(long_travel, any_of(takes_anticoagulant, risk_factor)),
        ROUTINE,
        id="TR-R3",
        cite=PRODUCT.at(RULES + "routine, a journey", LOCAL),
    ),
    row(
        all_of(fever.is_("fever"), no(limb_symptom), _fever_can_wait),
        ROUTINE,
        id="TR-R4",
        cite=PRODUCT.at(RULES + "fever and nothing else", LOCAL),
    ),
    otherwise(SELF_CARE, id="TR-S", cite=PRODUCT.at(RULES + "self-care", LOCAL)),
]

PUBLIC_TRIAGE = table(
    "public_triage",
    "What a member of the public should do",
    hit="worst",
    audience="public",
    source=PRODUCT.at("section 1.5", LOCAL),
    rows=[*EMERGENCY, *_URGENT, *_NOT_URGENT],
    meanwhile=[
        row(
            limb_cold_numb_weak,
            EMERGENCY_NOW,
            id="cold_limb",
            cite=PRODUCT.at(RULES + "TR-E8f, while it is not known since when", LOCAL),
        ),
        row(limb_symptom, URGENT_SAME_DAY, id="TR-U10", cite=PRODUCT.at(RULES + "TR-U10", LOCAL)),
        otherwise(
            URGENT_SAME_DAY,
            id="unknown_red_flag",
            cite=PRODUCT.at("section 1.5, output rule 1", LOCAL),
        ),
    ],
)
