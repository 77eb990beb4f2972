"""Which anticoagulant by ESC 2019: of an embolism only."""

from veinway.care.facts.leg import active_cancer
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import ESC_2019
from veinway.care.treatment.choice.gates import GATES, ordinary_stable_adult
from veinway.care.treatment.choice.outcomes import (
    DOAC,
    LMWH_BEFORE_XA_INHIBITOR,
    LMWH_IN_GASTROINTESTINAL_CANCER,
    NO_DOAC_IN_SEVERE_RENAL_IMPAIRMENT,
    NOT_SPOKEN_OF,
    VKA_FOR_ANTIPHOSPHOLIPID,
)
from veinway.care.treatment.choice.patients import antiphospholipid, embolism, gastrointestinal_cancer
from veinway.care.treatment.questions import WHICH_ANTICOAGULANT
from veinway.language import *

_FIRST = ESC_2019.section("7.2, class I A")
_CANCER = ESC_2019.section("8.6")

WHICH_DRUG_ESC_CONCLUSION = table(
    "which_drug_esc_conclusion",
    "Which anticoagulant, by ESC",
    hit="first",
    source=_FIRST,
    unless=[
        *GATES,
        row(no(embolism), NOT_SPOKEN_OF, id="no_embolism", cite=_FIRST),
    ],
    rows=[
        row(
            antiphospholipid,
            VKA_FOR_ANTIPHOSPHOLIPID,
            id="syndrome",
            cite=ESC_2019.section("8.4, class I B; DOACs class III C"),
        ),
        row(
            creatinine_clearance < 30,
            NO_DOAC_IN_SEVERE_RENAL_IMPAIRMENT,
            id="severe_renal",
            cite=ESC_2019.section("7.2, class III C, and the note to its table"),
        ),
        row(
            all_of(active_cancer, gastrointestinal_cancer),
            LMWH_IN_GASTROINTESTINAL_CANCER,
            id="gastrointestinal",
            cite=_CANCER,
        ),
        row(active_cancer, LMWH_BEFORE_XA_INHIBITOR, id="cancer", cite=_CANCER),
        otherwise(DOAC, id="first_choice", cite=_FIRST),
    ],
)
WHICH_ANTICOAGULANT_ESC = step(
    "which_anticoagulant_esc",
    "Which anticoagulant, ESC 2019",
    question=WHICH_ANTICOAGULANT,
    guideline="esc",
    subject=PERSON,
    source=_FIRST,
    for_whom=all_of(ordinary_stable_adult, embolism),
    conclusion=WHICH_DRUG_ESC_CONCLUSION,
    plan=[],
)
