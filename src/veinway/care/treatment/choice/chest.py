"""Which anticoagulant by the CHEST guideline, second update (2021)."""

from veinway.care.facts.leg import active_cancer
from veinway.care.sources import CHEST_2021
from veinway.care.treatment.choice.gates import GATES, ordinary_stable_adult
from veinway.care.treatment.choice.outcomes import (
    APIXABAN_OR_LMWH,
    DOAC,
    NOT_SPOKEN_OF,
    VKA_FOR_ANTIPHOSPHOLIPID,
    XA_INHIBITOR_IN_CANCER,
)
from veinway.care.treatment.choice.patients import (
    antiphospholipid,
    deep_leg_clot_or_embolism,
    luminal_gi_cancer,
)
from veinway.care.treatment.questions import WHICH_ANTICOAGULANT
from veinway.language import *

_FIRST = CHEST_2021.at("choice of anticoagulant: a DOAC over a vitamin K antagonist, strong")
_CANCER = CHEST_2021.at("recommendation 16, strong")
_SYNDROME = CHEST_2021.at("antiphospholipid syndrome: a vitamin K antagonist, target 2.5")

WHICH_DRUG_CHEST_CONCLUSION = table(
    "which_drug_chest_conclusion",
    "Which anticoagulant, by CHEST",
    hit="first",
    source=_FIRST,
    unless=[
        *GATES,
        row(no(deep_leg_clot_or_embolism), NOT_SPOKEN_OF, id="other_clot", cite=_FIRST),
    ],
    rows=[
        row(antiphospholipid, VKA_FOR_ANTIPHOSPHOLIPID, id="syndrome", cite=_SYNDROME),
        row(all_of(active_cancer, luminal_gi_cancer), APIXABAN_OR_LMWH, id="luminal", cite=_CANCER),
        row(active_cancer, XA_INHIBITOR_IN_CANCER, id="cancer", cite=_CANCER),
        otherwise(DOAC, id="first_choice", cite=_FIRST),
    ],
)
WHICH_ANTICOAGULANT_CHEST = step(
    "which_anticoagulant_chest",
    "Which anticoagulant, CHEST 2021",
    question=WHICH_ANTICOAGULANT,
    guideline="chest",
    subject=PERSON,
    source=_FIRST,
    for_whom=all_of(ordinary_stable_adult, deep_leg_clot_or_embolism),
    conclusion=WHICH_DRUG_CHEST_CONCLUSION,
    plan=[],
)
