"""Which anticoagulant by ASH 2020, ESVS 2021 and AHA/ACC 2026: a DOAC, and little else was read."""

from veinway.care.facts.leg import active_cancer
from veinway.care.facts.treatment import indication
from veinway.care.sources import AHA_2026, ASH_2020, ESVS_2021, S, U
from veinway.care.treatment.choice.gates import GATES, ordinary_stable_adult
from veinway.care.treatment.choice.outcomes import CANCER_IN_ANOTHER_GUIDELINE, DOAC, NOT_SPOKEN_OF
from veinway.care.treatment.choice.patients import deep_leg_clot_or_embolism, embolism
from veinway.care.treatment.questions import WHICH_ANTICOAGULANT
from veinway.language import *

_ASH = ASH_2020.at("choice of anticoagulant, conditional", U)
_ESVS = ESVS_2021.at("list of class I recommendations", S, "Medscape")
_AHA = AHA_2026.at("choice of anticoagulant", S, "a third-party extraction")
_leg_clot = indication.one_of("dvt_proximal", "dvt_distal")

WHICH_DRUG_ASH_CONCLUSION = table(
    "which_drug_ash_conclusion",
    "Which anticoagulant, by ASH",
    hit="first",
    source=_ASH,
    unless=[
        *GATES,
        row(no(deep_leg_clot_or_embolism), NOT_SPOKEN_OF, id="other_clot", cite=_ASH),
    ],
    rows=[
        row(active_cancer, CANCER_IN_ANOTHER_GUIDELINE, id="cancer", cite=_ASH),
        otherwise(DOAC, id="first_choice", cite=_ASH),
    ],
)
WHICH_ANTICOAGULANT_ASH = step(
    "which_anticoagulant_ash",
    "Which anticoagulant, ASH 2020",
    question=WHICH_ANTICOAGULANT,
    guideline="ash",
    subject=PERSON,
    source=_ASH,
    for_whom=all_of(ordinary_stable_adult, deep_leg_clot_or_embolism),
    conclusion=WHICH_DRUG_ASH_CONCLUSION,
    plan=[],
)

WHICH_DRUG_ESVS_CONCLUSION = table(
    "which_drug_esvs_conclusion",
    "Which anticoagulant, by ESVS",
    hit="first",
    source=_ESVS,
    unless=[
        *GATES,
        row(no(_leg_clot), NOT_SPOKEN_OF, id="other_clot", cite=_ESVS),
        row(active_cancer, NOT_SPOKEN_OF, id="cancer", cite=_ESVS),
    ],
    rows=[otherwise(DOAC, id="first_choice", cite=_ESVS)],
)
WHICH_ANTICOAGULANT_ESVS = step(
    "which_anticoagulant_esvs",
    "Which anticoagulant, ESVS 2021",
    question=WHICH_ANTICOAGULANT,
    guideline="esvs",
    subject=PERSON,
    source=_ESVS,
    for_whom=all_of(ordinary_stable_adult, _leg_clot),
    conclusion=WHICH_DRUG_ESVS_CONCLUSION,
    plan=[],
)

WHICH_DRUG_AHA_CONCLUSION = table(
    "which_drug_aha_conclusion",
    "Which anticoagulant, by AHA/ACC",
    hit="first",
    source=_AHA,
    unless=[
        *GATES,
        row(no(embolism), NOT_SPOKEN_OF, id="no_embolism", cite=_AHA),
        row(active_cancer, NOT_SPOKEN_OF, id="cancer", cite=_AHA),
    ],
    rows=[otherwise(DOAC, id="first_choice", cite=_AHA)],
)
WHICH_ANTICOAGULANT_AHA = step(
    "which_anticoagulant_aha",
    "Which anticoagulant, AHA/ACC 2026",
    question=WHICH_ANTICOAGULANT,
    guideline="aha",
    subject=PERSON,
    source=_AHA,
    for_whom=all_of(ordinary_stable_adult, embolism),
    conclusion=WHICH_DRUG_AHA_CONCLUSION,
    plan=[],
)
