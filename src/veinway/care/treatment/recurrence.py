"""A clot in spite of treatment (reference 2, section 7): prove it, look for the cause, then change.

Guidelines differ on what follows a true failure (D-14): LMWH, a higher dose, another mechanism, or a
higher INR target. A filter for it is the question of `filter_by_guideline` (D-15).
"""

from veinway.care.facts.person import adult
from veinway.care.facts.recurrence_on_treatment import (
    failure_explained,
    loading_interrupted,
    recurrence_on_treatment,
)
from veinway.care.facts.treatment import current_anticoagulant
from veinway.care.sources import LOCAL, PRODUCT, THROMBOSIS_CANADA
from veinway.care.treatment.questions import RECURRENCE
from veinway.care.treatment.recurrence_outcomes import (
    ADDRESS_CAUSE,
    IMAGE_FIRST,
    NO_RECURRENCE,
    TRUE_FAILURE,
)
from veinway.care.treatment.taken import on_doac
from veinway.language import *

_ORDER = PRODUCT.at("reference 2, section 7", LOCAL)
_TC = THROMBOSIS_CANADA.at("cancer and thrombosis")
_SYNDROME = THROMBOSIS_CANADA.at("antiphospholipid syndrome")

_at_issue = presume_not(
    recurrence_on_treatment,
    "suspected",
    "excluded",
    "dvt",
    "pe",
    because="nobody suspects another clot",
    source=PRODUCT.at("presumption on another clot", LOCAL),
)
suspected = _at_issue.is_("suspected")
proven = _at_issue.one_of("dvt", "pe")
on_vka = current_anticoagulant.is_("warfarin")
on_lmwh = current_anticoagulant.is_("lmwh")

RECURRENCE_CONCLUSION = table(
    "recurrence_veinway_conclusion",
    "Another clot in spite of treatment: what comes first",
    hit="first",
    source=_ORDER,
    rows=[
        row(suspected, IMAGE_FIRST, id="suspected", cite=_ORDER),
        row(all_of(proven, failure_explained), ADDRESS_CAUSE, id="explained", cite=_ORDER),
        row(proven, TRUE_FAILURE, id="failing", cite=_ORDER),
        otherwise(NO_RECURRENCE, id="none", cite=_ORDER),
    ],
)
RECURRENCE_VEINWAY = step(
    "recurrence_veinway",
    "Another clot in spite of treatment",
    question=RECURRENCE,
    guideline="veinway",
    subject=PERSON,
    source=_ORDER,
    for_whom=all_of(adult, any_of(suspected, proven)),
    conclusion=RECURRENCE_CONCLUSION,
    plan=[
        action(
            "image_recurrence",
            "Image, and compare with the earlier scan: remains of the first clot are normal.",
            act="proximal_scan",
            when=suspected,
            cite=_ORDER,
        ),
        action(
            "no_d_dimer_on_treatment",
            "No D-dimer and no Wells score: neither is reliable on an anticoagulant.",
            act="d_dimer",
            strength=Strength.DO_NOT,
            when=suspected,
            cite=_ORDER,
        ),
        action(
            "check_for_causes",
            "Check adherence (dispensing, tablets left), dose, drug and kidney function, interactions, "
            "uptake (food with rivaroxaban), weight, the INR of the last 3 weeks.",
            when=any_of(suspected, proven),
            cite=_SYNDROME,
        ),
        action(
            "look_for_other_causes",
            "Look for HIT, cancer, antiphospholipid syndrome and compression of an iliac vein.",
            when=proven,
            cite=_SYNDROME,
        ),
        action(
            "correct_inr",
            "Bring the INR into range, with LMWH beside it until it is.",
            when=all_of(proven, on_vka, failure_explained),
            cite=_ORDER,
        ),
        action(
            "supervise_doac",
            "Supervise the intake.",
            when=all_of(proven, on_doac, failure_explained),
            cite=_ORDER,
        ),
        action(
            "load_again",
            "Complete the higher first phase again: it was interrupted.",
            when=all_of(proven, on_doac, failure_explained, loading_interrupted),
            cite=_ORDER,
        ),
        action(
            "check_lmwh_dose",
            "Check the dose by actual weight, and exclude HIT.",
            when=all_of(proven, on_lmwh),
            cite=_TC,
        ),
        action(
            "no_two_anticoagulants",
            "Never two anticoagulants at full dose.",
            act="second_anticoagulant",
            strength=Strength.DO_NOT,
            when=any_of(suspected, proven),
            cite=_ORDER,
        ),
    ],
)
