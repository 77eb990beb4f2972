"""Which anticoagulant for the patients that guidelines' choices leave out (reference 2, section 1.0)."""

from veinway.care.facts.person import adult
from veinway.care.facts.treatment import indication
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.treatment.choice.gates import GATES, special_patient
from veinway.care.treatment.choice.outcomes import NO_SPECIAL_REASON
from veinway.care.treatment.questions import WHICH_ANTICOAGULANT
from veinway.language import *

_ORDER = PRODUCT.at("reference 2, section 1.0", LOCAL)

WHICH_DRUG_VEINWAY_CONCLUSION = table(
    "which_drug_veinway_conclusion",
    "Which anticoagulant where something special decides",
    hit="first",
    source=_ORDER,
    rows=[*GATES, otherwise(NO_SPECIAL_REASON, cite=_ORDER)],
)
WHICH_ANTICOAGULANT_VEINWAY = step(
    "which_anticoagulant_veinway",
    "Which anticoagulant where something special decides",
    question=WHICH_ANTICOAGULANT,
    guideline="veinway",
    subject=PERSON,
    source=_ORDER,
    for_whom=all_of(adult, special_patient, no(indication.is_("other"))),
    conclusion=WHICH_DRUG_VEINWAY_CONCLUSION,
    plan=[],
)
