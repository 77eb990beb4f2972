"""Triage of a member of the public: the rules that call an ambulance (reference 1, section 1.5)."""

from veinway.care.facts.chest import chest_pain
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
    stroke_signs,
    sudden_severe_headache,
    symptom_onset_days,
    upper_back_pain,
)
from veinway.care.sources import (
    CKS_PE,
    DG_REFERRAL,
    FPN_PHLEGMASIA,
    LOCAL,
    NHS_DG_DVT,
    NHS_DVT_2025,
    NHS_PE_2023,
    PRODUCT,
    RADIOPAEDIA_PCD,
    S,
)
from veinway.care.triage.outcomes import (
    EMERGENCY_NOW,
    OTHER_EMERGENCY,
)
from veinway.care.triage.signs import (
    chest_symptom,
    limb_symptom,
    risk_of_sudden_breathlessness,
    severe_pain,
    swelling,
    threatening_colour,
    very_tight,
    whole_limb_swollen,
)
from veinway.care.triage.vital_signs import vital_sign_of_severe_illness
from veinway.language import *

RULES = "section 1.5, "
_NHS_999 = NHS_PE_2023.at("when to call 999 or go to A&E", S, "a licensed copy")

EMERGENCY = [
    row(collapse_or_syncope, EMERGENCY_NOW, id="TR-E1", cite=_NHS_999),
    row(breathlessness.is_("severe"), EMERGENCY_NOW, id="TR-E2", cite=_NHS_999),
    row(heart_racing, EMERGENCY_NOW, id="TR-E3", cite=_NHS_999),
    row(any_of(chest_pain, upper_back_pain), EMERGENCY_NOW, id="TR-E4", cite=_NHS_999),
    row(
        all_of(limb_symptom, chest_symptom),
        EMERGENCY_NOW,
        id="TR-E5",
        cite=NHS_DVT_2025.at("when to call 999 or go to A&E", S, "a news report"),
    ),
    row(
        coughing_blood.is_("more"),
        EMERGENCY_NOW,
        id="TR-E6",
        cite=PRODUCT.at(RULES + "TR-E6", LOCAL),
    ),
    row(
        all_of(breathlessness.is_("sudden"), risk_of_sudden_breathlessness),
        EMERGENCY_NOW,
        id="TR-E7",
        cite=PRODUCT.at(RULES + "TR-E7", LOCAL),
    ),
    row(
        all_of(whole_limb_swollen, threatening_colour),
        EMERGENCY_NOW,
        id="TR-E8a",
        cite=RADIOPAEDIA_PCD.at("swelling, blue colour and pain", S, "a mirror"),
    ),
    row(
        all_of(severe_pain, very_tight),
        EMERGENCY_NOW,
        id="TR-E8b",
        cite=FPN_PHLEGMASIA.at("forms of phlegmasia", S, "an extract"),
    ),
    row(
        all_of(limb_cold_numb_weak, swelling),
        EMERGENCY_NOW,
        id="TR-E8c",
        cite=NHS_DG_DVT.at("red flags", S, "the protocol's page"),
    ),
    row(
        all_of(severe_pain, threatening_colour),
        EMERGENCY_NOW,
        id="TR-E8d",
        cite=PRODUCT.at(RULES + "TR-E8d", LOCAL),
    ),
    row(
        all_of(limb_cold_numb_weak, any_of(severe_pain, threatening_colour)),
        EMERGENCY_NOW,
        id="TR-E8e",
        cite=DG_REFERRAL.at("acute limb ischaemia", S, "public drafts"),
    ),
    # A blocked artery that began within 2 weeks may show nothing else yet.
    row(
        all_of(limb_cold_numb_weak, symptom_onset_days <= 14),
        EMERGENCY_NOW,
        id="TR-E8f",
        cite=PRODUCT.at(RULES + "TR-E8f, a new cold, numb or weak limb alone", LOCAL),
    ),
    row(
        any_of(altered_consciousness, vital_sign_of_severe_illness),
        EMERGENCY_NOW,
        id="TR-E9",
        cite=CKS_PE.at("severely ill", S, "a Bristol pathway page, 2018"),
    ),
    row(
        fever.is_("fever_very_unwell"),
        OTHER_EMERGENCY,
        id="TR-E10",
        cite=PRODUCT.at(RULES + "TR-E10", LOCAL),
    ),
    row(
        any_of(stroke_signs, sudden_severe_headache, heavy_bleeding, head_injury_on_anticoagulant),
        OTHER_EMERGENCY,
        id="TR-E11",
        cite=PRODUCT.at(RULES + "TR-E11", LOCAL),
    ),
]
