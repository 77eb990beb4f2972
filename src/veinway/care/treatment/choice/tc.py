"""Which anticoagulant by Thrombosis Canada (2025)."""

from veinway.care.facts.blood_tests import platelet_count
from veinway.care.facts.drug_choice import cancer_site
from veinway.care.facts.leg import active_cancer
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import THROMBOSIS_CANADA
from veinway.care.treatment.choice.gates import GATES, ordinary_stable_adult
from veinway.care.treatment.choice.outcomes import (
    CASE_BY_CASE,
    DOAC,
    LMWH_IN_CANCER,
    LMWH_OR_XA_INHIBITOR,
    NOT_SPOKEN_OF,
    VKA_FOR_ANTIPHOSPHOLIPID,
)
from veinway.care.treatment.choice.patients import deep_leg_clot_or_embolism, triple_positive
from veinway.care.treatment.questions import WHICH_ANTICOAGULANT
from veinway.language import *

_FIRST = THROMBOSIS_CANADA.at("deep vein thrombosis: treatment")
_CANCER = THROMBOSIS_CANADA.at("cancer and thrombosis")
_prefers_lmwh = any_of(
    cancer_site.one_of("luminal_gi", "other_gi", "genitourinary"),
    all_of(platelet_count >= 25, platelet_count < 50),
)

WHICH_DRUG_TC_CONCLUSION = table(
    "which_drug_tc_conclusion",
    "Which anticoagulant, by Thrombosis Canada",
    hit="first",
    source=_FIRST,
    unless=[
        *GATES,
        row(no(deep_leg_clot_or_embolism), NOT_SPOKEN_OF, id="other_clot", cite=_FIRST),
    ],
    rows=[
        row(
            triple_positive,
            VKA_FOR_ANTIPHOSPHOLIPID,
            id="syndrome",
            cite=THROMBOSIS_CANADA.at("antiphospholipid syndrome"),
        ),
        row(creatinine_clearance < 30, CASE_BY_CASE, id="severe_renal", cite=_FIRST),
        row(all_of(active_cancer, _prefers_lmwh), LMWH_IN_CANCER, id="cancer_lmwh", cite=_CANCER),
        row(active_cancer, LMWH_OR_XA_INHIBITOR, id="cancer", cite=_CANCER),
        otherwise(DOAC, id="first_choice", cite=_FIRST),
    ],
)
WHICH_ANTICOAGULANT_TC = step(
    "which_anticoagulant_tc",
    "Which anticoagulant, Thrombosis Canada 2025",
    question=WHICH_ANTICOAGULANT,
    guideline="tc",
    subject=PERSON,
    source=_FIRST,
    for_whom=all_of(ordinary_stable_adult, deep_leg_clot_or_embolism),
    conclusion=WHICH_DRUG_TC_CONCLUSION,
    plan=[],
)
