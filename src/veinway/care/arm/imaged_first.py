"""A clot of an arm where neither the Constans score nor a D-dimer may rule it out: imaging at once.

In hospital, under anticoagulation, in pregnancy and the 6 weeks after birth, and after injecting drugs.
"""

from veinway.care.arm.outcomes import (
    ARM_CLOT_ON_TREATMENT,
    ARM_DVT_CONFIRMED,
    ARM_FREE_WITHOUT_SCORE,
    ARM_FURTHER_IMAGING,
    ARM_SVT,
)
from veinway.care.facts.alarm import arm_symptoms
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.arm_scan import arm_scan, arm_scan_result
from veinway.care.facts.person import adult, injects_drugs, inpatient
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.facts.tests import interim_anticoagulant
from veinway.care.imaging.scans import NO_SECOND_ASKED_FOR, NOT_ASKED_FOR
from veinway.care.questions import SUSPECTED_ARM_DVT_IMAGED_FIRST
from veinway.care.sources import LOCAL, PRODUCT, RCOG_37B
from veinway.care.suspected_pe.haemodynamics import unstable_on_record
from veinway.language import *

_PART = PRODUCT.at("sections 3.0 steps 4 to 8, and 5.1 to 5.6: the arm", LOCAL)

_last = last(arm_scan, arm_scan_result)
_clot = presume(
    any_event(arm_scan, arm_scan_result.is_("dvt_arm")),
    NO,
    when=_last.one_of("svt_only", "negative"),
    because=NO_SECOND_ASKED_FOR,
    source=NOT_ASKED_FOR,
)
CONCLUSION = table(
    "suspected_arm_dvt_imaged_first_conclusion",
    "What became of the suspected clot of the arm, imaged at once",
    hit="first",
    source=_PART,
    rows=[
        row(
            all_of(_clot, on_therapeutic_anticoagulation),
            ARM_CLOT_ON_TREATMENT,
            id="on treatment",
            cite=_PART,
        ),
        row(_clot, ARM_DVT_CONFIRMED, id="clot", cite=_PART),
        row(_last.is_("svt_only"), ARM_SVT, id="superficial", cite=_PART),
        row(_last.is_("negative"), ARM_FREE_WITHOUT_SCORE, id="free", cite=_PART),
        otherwise(ARM_FURTHER_IMAGING, id="indeterminate", cite=_PART),
    ],
)
_confirmed = CONCLUSION.is_(ARM_DVT_CONFIRMED)

SUSPECTED_ARM_DVT_IMAGED_FIRST_STEP = step(
    "suspected_arm_dvt_imaged_first",
    "Suspected clot of an arm, imaged without a score",
    question=SUSPECTED_ARM_DVT_IMAGED_FIRST,
    guideline="veinway",
    subject=EPISODE,
    source=_PART,
    for_whom=all_of(
        adult,
        no(unstable_on_record),
        arm_symptoms,
        any_of(inpatient, on_therapeutic_anticoagulation, expecting_or_new_mother, injects_drugs),
    ),
    conclusion=CONCLUSION,
    plan=[
        action(
            "arm_scan_now",
            "Ultrasound of the arm veins now, with those of the shoulder and neck, without a score or "
            "a D-dimer before it.",
            act="arm_scan",
            when=arm_symptoms,
            gives=arm_scan,
            cite=_PART,
        ),
        action(
            "no_d_dimer_arm",
            "Do not rest an exclusion on a D-dimer here.",
            act="d_dimer",
            strength=Strength.DO_NOT,
            when=arm_symptoms,
            cite=_PART,
        ),
        action(
            "treat_until_excluded_arm",
            "Low-molecular-weight heparin until a clot is excluded, unless it is contraindicated.",
            act="interim_anticoagulation",
            when=all_of(expecting_or_new_mother, no(on_therapeutic_anticoagulation)),
            until=CONCLUSION.one_of(ARM_DVT_CONFIRMED, ARM_SVT, ARM_FREE_WITHOUT_SCORE),
            gives=interim_anticoagulant,
            cite=RCOG_37B.at("row R1"),
        ),
        action(
            "interim_anticoagulation_arm",
            "Interim anticoagulation if the scan cannot be had at once, unless it is contraindicated, "
            "weighed against the risk of bleeding.",
            act="interim_anticoagulation",
            strength=Strength.CONSIDER,
            when=all_of(no(expecting_or_new_mother), no(on_therapeutic_anticoagulation)),
            until=CONCLUSION.one_of(ARM_DVT_CONFIRMED, ARM_SVT, ARM_FREE_WITHOUT_SCORE),
            gives=interim_anticoagulant,
            cite=_PART,
        ),
        action(
            "treat_arm_clot",
            "Treat the clot of the arm, unless anticoagulation is contraindicated.",
            act="start_treatment",
            when=_confirmed,
            cite=_PART,
        ),
        action(
            "specialist_on_arm_clot",
            "Do not stop the drug: decide on treatment with a specialist.",
            when=CONCLUSION.is_(ARM_CLOT_ON_TREATMENT),
            cite=_PART,
        ),
        action(
            "alternative_test_arm",
            "The scan was indeterminate, which is not negative: arrange another test.",
            act="alternative_test",
            when=_last.is_("indeterminate"),
            cite=PRODUCT.at("section 6.1, indeterminate test", LOCAL),
        ),
    ],
)
