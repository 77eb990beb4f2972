"""Few platelets and a clot in a person with cancer: which dose (reference 2, section 1.6.4).

A count of exactly 50 is full dose, of exactly 25 half. From 20 to 25 ISTH stops and Thrombosis Canada
says nothing: that stays undetermined, and both are shown.
"""

from veinway.care.facts.blood_tests import platelet_count
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult
from veinway.care.sources import (
    ASCO_PLATELETS,
    ISTH_PLATELETS_2018,
    LOCAL,
    PRODUCT,
    THROMBOSIS_CANADA,
    S,
)
from veinway.care.treatment.bars import platelets_below_20_that_stay
from veinway.care.treatment.questions import PLATELETS_IN_CANCER
from veinway.care.treatment.verdicts.shared import acute_high_risk_clot, platelets_25_to_50
from veinway.language import *

_ISTH = ISTH_PLATELETS_2018.at("recommendations", S, "reference 2, section 1.6.4")
_TC = THROMBOSIS_CANADA.at("guide on cancer")
_ASCO = ASCO_PLATELETS.at("contraindications", S, "reference 2, section 1.6.4")
_BOTH = PRODUCT.at("reference 2, section 1.6.4, 20 to 25", LOCAL)

FULL = commits(
    "full_dose", "Full dose of anticoagulant.", action="dose_with_few_platelets", short="full dose"
)
TRANSFUSE_AND_FULL = commits(
    "transfuse_and_full_dose",
    "Transfuse platelets to keep them at 40 to 50 or above, and give the full dose.",
    action="transfuse_and_full_dose",
    short="transfuse, full dose",
)
EXPERT_FULL = commits(
    "expert_transfuse_and_full_dose",
    "With an expert: transfuse platelets, and give the full dose.",
    action="transfuse_and_full_dose",
    short="expert: transfuse, full dose",
)
HALF = commits(
    "half_dose",
    "Half the treatment dose of low molecular weight heparin, or a prophylactic dose.",
    action="reduce_dose_with_few_platelets",
    short="half dose",
)
STOP = commits(
    "stop_with_few_platelets",
    "Withhold the anticoagulant until the platelets have recovered.",
    action="hold_anticoagulant",
    short="stop",
)
EXPERT_OR_FILTER = escalates(
    "expert_or_filter",
    "Ask an expert at once: transfuse platelets, and think of a vena cava filter for an acute proximal "
    "clot.",
    action="expert_on_platelets",
    timing="now",
    short="expert, transfuse, filter",
)
UNDETERMINED = neutral(
    "undetermined_with_few_platelets",
    "The sources do not settle it: ISTH stops below 25, Thrombosis Canada gives half the dose from 25, "
    "stops below 20, and says nothing between.",
    short="undetermined",
)
ASCO_ABSOLUTE = commits(
    "asco_absolute",
    "Platelets that stay below 20 are an absolute contraindication.",
    action="hold_anticoagulant",
    short="absolute contraindication",
)
ASCO_RELATIVE = neutral(
    "asco_relative",
    "Platelets below 50 are a relative contraindication.",
    short="relative contraindication",
)
ASCO_SILENT = silent("asco_silent", "Names no contraindication from 50 on.")
SAYS_NOTHING_20_TO_25 = silent("says_nothing_20_to_25", "Says nothing of platelets from 20 to 25.")

_other = no(acute_high_risk_clot)
_from_20_to_25 = all_of(platelet_count >= 20, platelet_count < 25)
_for_whom = all_of(adult, active_cancer)

_RESUME = "Go back to the full dose once the platelets are above 50 without transfusion."


def _from_25(cite: Cite) -> list[Row]:
    """From 25 on both sources say the same."""
    return [
        row(platelet_count >= 50, FULL, id="50 or more", cite=cite),
        row(
            all_of(platelets_25_to_50, acute_high_risk_clot),
            TRANSFUSE_AND_FULL,
            id="25 to 50, acute",
            cite=cite,
        ),
        row(all_of(platelets_25_to_50, _other), HALF, id="25 to 50", cite=cite),
    ]


def _acute_below_20(cite: Cite) -> Row:
    """So they do below 20, if the clot is acute and of high risk."""
    return row(
        all_of(platelet_count < 20, acute_high_risk_clot),
        EXPERT_OR_FILTER,
        id="below 20, acute",
        cite=cite,
    )


ISTH_TABLE = table(
    "platelets_in_cancer_isth_conclusion",
    "Dose with few platelets, ISTH",
    hit="unique",
    source=_ISTH,
    rows=[
        *_from_25(_ISTH),
        row(all_of(_from_20_to_25, acute_high_risk_clot), EXPERT_FULL, id="20 to 25, acute", cite=_ISTH),
        _acute_below_20(_ISTH),
        row(all_of(platelet_count < 25, _other), STOP, id="below 25", cite=_ISTH),
    ],
)
TC_TABLE = table(
    "platelets_in_cancer_tc_conclusion",
    "Dose with few platelets, Thrombosis Canada",
    hit="unique",
    source=_TC,
    rows=[
        *_from_25(_TC),
        row(_from_20_to_25, SAYS_NOTHING_20_TO_25, id="20 to 25", cite=_TC),
        _acute_below_20(_TC),
        row(all_of(platelet_count < 20, _other), STOP, id="below 20", cite=_TC),
    ],
)
JOINT_TABLE = table(
    "platelets_in_cancer_conclusion",
    "Dose with few platelets, where the sources agree",
    hit="unique",
    source=_BOTH,
    rows=[
        *_from_25(_ISTH),
        row(all_of(_from_20_to_25, acute_high_risk_clot), EXPERT_FULL, id="20 to 25, acute", cite=_BOTH),
        row(all_of(_from_20_to_25, _other), UNDETERMINED, id="20 to 25", cite=_BOTH),
        _acute_below_20(_ISTH),
        row(all_of(platelet_count < 20, _other), STOP, id="below 20", cite=_ISTH),
    ],
)

PLATELETS_ISTH = step(
    "platelets_in_cancer_isth",
    "Few platelets and cancer, ISTH",
    question=PLATELETS_IN_CANCER,
    guideline="isth",
    subject=PERSON,
    source=_ISTH,
    for_whom=_for_whom,
    conclusion=ISTH_TABLE,
    plan=[
        action(
            "resume_full_dose_isth",
            _RESUME,
            act="resume_full_dose",
            when=platelet_count < 50,
            cite=_ISTH,
        ),
    ],
)
PLATELETS_TC = step(
    "platelets_in_cancer_tc",
    "Few platelets and cancer, Thrombosis Canada",
    question=PLATELETS_IN_CANCER,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_for_whom,
    conclusion=TC_TABLE,
    plan=[
        action("resume_full_dose", _RESUME, when=platelet_count < 50, cite=_TC),
        action(
            "heparin_rather_than_doac",
            "Prefer low molecular weight heparin to a DOAC with platelets from 25 to 50.",
            when=platelets_25_to_50,
            cite=_TC,
        ),
    ],
)
PLATELETS_JOINT = step(
    "platelets_in_cancer_veinway",
    "Few platelets and cancer, where the sources agree",
    question=PLATELETS_IN_CANCER,
    guideline="veinway",
    subject=PERSON,
    source=_BOTH,
    for_whom=_for_whom,
    conclusion=JOINT_TABLE,
    plan=[
        action(
            "resume_full_dose_joint",
            _RESUME,
            act="resume_full_dose",
            when=platelet_count < 50,
            cite=_TC,
        ),
    ],
)
PLATELETS_ASCO = step(
    "platelets_in_cancer_asco",
    "Few platelets and cancer, ASCO",
    question=PLATELETS_IN_CANCER,
    guideline="asco",
    subject=PERSON,
    source=_ASCO,
    for_whom=_for_whom,
    conclusion=table(
        "platelets_in_cancer_asco_conclusion",
        "What few platelets are to ASCO",
        hit="first",
        source=_ASCO,
        rows=[
            row(platelets_below_20_that_stay, ASCO_ABSOLUTE, id="below 20, staying", cite=_ASCO),
            row(platelet_count < 50, ASCO_RELATIVE, id="below 50", cite=_ASCO),
            otherwise(ASCO_SILENT, cite=_ASCO),
        ],
    ),
    plan=[],
)
