"""Suspected clot of an arm: the Constans score with D-dimer and a scan; ASH 2018, row S10."""

from veinway.care.arm.outcomes import (
    ARM_DEEP,
    ARM_DVT_CONFIRMED,
    ARM_FURTHER_IMAGING,
    ARM_NO_CLOT,
    ARM_NOT_LIKELY_UNCONFIRMED,
    ARM_SCAN_NEGATIVE,
    ARM_SCAN_NEGATIVE_THOUGH_LIKELY,
    ARM_SUPERFICIAL,
    ARM_SVT,
)
from veinway.care.d_dimer import d_dimer_negative_at_fixed_cut_off
from veinway.care.facts.alarm import arm_symptoms
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.arm import venous_device_same_side
from veinway.care.facts.arm_scan import arm_scan, arm_scan_result, arm_scan_segment
from veinway.care.facts.person import adult, injects_drugs, inpatient
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.facts.tests import d_dimer, d_dimer_sample
from veinway.care.imaging.scans import NO_FIRST_ASKED_FOR, NO_SECOND_ASKED_FOR, NOT_ASKED_FOR
from veinway.care.probability.constans import CONSTANS, LIKELY, UNLIKELY
from veinway.care.probability.outcomes import ARM_DVT_EXCLUDED
from veinway.care.questions import SUSPECTED_ARM_DVT
from veinway.care.sources import ASH_2018, DICTIONARY, KLEINJAN_2014, LOCAL, PRODUCT, S, U
from veinway.care.suspected_dvt.common import another_test_after
from veinway.care.suspected_pe.haemodynamics import unstable_on_record
from veinway.language import *

_ALGORITHM = KLEINJAN_2014.at("algorithm", S, "Practical Haemostasis")
_S10 = ASH_2018.at("row S10", U)
_ANATOMY = DICTIONARY.at("section 4.1, upper extremity", U)
_NEGATIVE_SCAN = PRODUCT.at("negative scan of the arm", LOCAL)

likely, unlikely = CONSTANS.is_(LIKELY), CONSTANS.is_(UNLIKELY)
# The adjustment to age still wants validation in the arm (reference 1, section 2.9).
_excluded_by_d_dimer = all_of(unlikely, d_dimer_negative_at_fixed_cut_off)
_scan_needed = any_of(likely, all_of(unlikely, no(d_dimer_negative_at_fixed_cut_off)))
# Everybody else is imaged first (reference 1, sections 5.1 to 5.6): see `imaged_first`.
_for_whom = all_of(
    adult,
    no(unstable_on_record),
    arm_symptoms,
    no(expecting_or_new_mother),
    no(on_therapeutic_anticoagulation),
    no(inpatient),
    no(injects_drugs),
)

_first_day = date_of_event("first", arm_scan)
_first_recorded = first(arm_scan, arm_scan_result)
_later_recorded = last(arm_scan, arm_scan_result, in_=days_after(1, 90, _first_day))
_repeat = last(arm_scan, arm_scan_result, in_=days_after(6, 90, _first_day))
first_scan = presume_not(
    _first_recorded,
    "dvt_arm",
    "svt_only",
    when=_excluded_by_d_dimer,
    because=NO_FIRST_ASKED_FOR,
    source=NOT_ASKED_FOR,
)
later_scan = presume_not(
    _later_recorded,
    "dvt_arm",
    when=any_of(
        _excluded_by_d_dimer,
        all_of(unlikely, _first_recorded.is_("negative")),
        _first_recorded.is_("svt_only"),
    ),
    because=NO_SECOND_ASKED_FOR,
    source=NOT_ASKED_FOR,
)
scan_positive = any_of(first_scan.is_("dvt_arm"), later_scan.is_("dvt_arm"))
_first_negative = first_scan.is_("negative")
_needs_repeat = all_of(likely, _first_negative)

_segment = last(arm_scan, arm_scan_segment)
ARM_EXTENT = table(
    "arm_extent",
    "Which veins of the arm a clot is in",
    hit="unique",
    source=_ANATOMY,
    rows=[
        row(
            _segment.one_of("brachial", "axillary", "subclavian", "brachiocephalic", "internal_jugular"),
            ARM_DEEP,
            id="deep",
            cite=_ANATOMY,
        ),
        row(_segment.one_of("cephalic", "basilic"), ARM_SUPERFICIAL, id="superficial", cite=_ANATOMY),
        row(_segment.is_("none"), ARM_NO_CLOT, id="none", cite=_ANATOMY),
    ],
)

_clot_shown = [
    row(scan_positive, ARM_DVT_CONFIRMED, id="positive", cite=_ALGORITHM),
    row(first_scan.is_("svt_only"), ARM_SVT, id="superficial", cite=_ANATOMY),
]
_unlikely = row(all_of(unlikely, _first_negative), ARM_SCAN_NEGATIVE, id="unlikely", cite=_NEGATIVE_SCAN)
_not_settled = otherwise(
    ARM_FURTHER_IMAGING,
    id="indeterminate",
    cite=PRODUCT.at("section 6.1, indeterminate test", LOCAL),
)
CONCLUSION = table(
    "suspected_arm_dvt_conclusion",
    "What became of the suspected clot of the arm",
    hit="first",
    source=_ALGORITHM,
    rows=[
        *_clot_shown,
        row(_excluded_by_d_dimer, ARM_DVT_EXCLUDED, id="excluded", cite=_ALGORITHM),
        _unlikely,
        row(
            all_of(likely, _first_negative),
            ARM_SCAN_NEGATIVE_THOUGH_LIKELY,
            id="likely",
            cite=_NEGATIVE_SCAN,
        ),
        _not_settled,
    ],
)
SUSPECTED_ARM_DVT_CONSTANS = step(
    "suspected_arm_dvt_constans",
    "Suspected clot of an arm, Constans score and scan",
    question=SUSPECTED_ARM_DVT,
    guideline="veinway",
    subject=EPISODE,
    source=_ALGORITHM,
    for_whom=_for_whom,
    conclusion=CONCLUSION,
    plan=[
        action(
            "arm_d_dimer",
            "D-dimer first, because a clot in the arm is unlikely.",
            act="d_dimer",
            when=unlikely,
            gives=d_dimer_sample,
            result=d_dimer,
            cite=_ALGORITHM,
        ),
        action(
            "arm_scan",
            "Ultrasound of the arm veins, with those of the shoulder and neck.",
            when=_scan_needed,
            gives=arm_scan,
            cite=_ALGORITHM,
        ),
        another_test_after(first_scan),
        action(
            "start_treatment",
            "Treat the clot of the arm, unless anticoagulation is contraindicated.",
            when=CONCLUSION.is_(ARM_DVT_CONFIRMED),
            cite=_ALGORITHM,
        ),
        action(
            "say_it_is_catheter_related",
            "Record that the clot is related to the catheter or the lead.",
            when=all_of(CONCLUSION.is_(ARM_DVT_CONFIRMED), venous_device_same_side),
            cite=DICTIONARY.at("section 4.1, catheter-related flag"),
        ),
        action(
            "no_further_test",
            "No scan of the arm; think of other diagnoses and explain what to watch for.",
            act="stop_no_further_test",
            when=CONCLUSION.is_(ARM_DVT_EXCLUDED),
            cite=_ALGORITHM,
        ),
    ],
)

ASH_CONCLUSION = table(
    "suspected_arm_dvt_ash_conclusion",
    "What became of the suspected clot of the arm, by ASH",
    hit="first",
    source=_S10,
    rows=[
        *_clot_shown,
        row(_excluded_by_d_dimer, ARM_NOT_LIKELY_UNCONFIRMED, id="S10_d_dimer", cite=_S10),
        row(
            all_of(_needs_repeat, _repeat.is_("negative")),
            ARM_NOT_LIKELY_UNCONFIRMED,
            id="S10_repeat",
            cite=_S10,
        ),
        _unlikely,
        row(_needs_repeat, ARM_SCAN_NEGATIVE_THOUGH_LIKELY, id="S10_serial", cite=_S10),
        _not_settled,
    ],
)
SUSPECTED_ARM_DVT_ASH = step(
    "suspected_arm_dvt_ash",
    "Suspected clot of an arm, ASH 2018",
    question=SUSPECTED_ARM_DVT,
    guideline="ash",
    subject=EPISODE,
    source=_S10,
    for_whom=_for_whom,
    conclusion=ASH_CONCLUSION,
    plan=[
        action(
            "arm_d_dimer",
            "D-dimer first, because the probability is low.",
            act="d_dimer",
            when=unlikely,
            gives=d_dimer_sample,
            result=d_dimer,
            cite=_S10,
        ),
        action(
            "arm_scan",
            "Ultrasound of the arm veins; where the probability is high, with or without a D-dimer.",
            when=_scan_needed,
            gives=arm_scan,
            cite=_S10,
        ),
        action(
            "repeat_arm_scan",
            "Repeat the scan of the arm after about a week, because the probability is high.",
            act="repeat_scan",
            when=_needs_repeat,
            gives=arm_scan,
            after=("arm_scan",),
            due=in_days(6, 8),
            cite=_S10,
        ),
        action(
            "start_treatment",
            "Treat the clot of the arm, unless anticoagulation is contraindicated.",
            when=ASH_CONCLUSION.is_(ARM_DVT_CONFIRMED),
            cite=_ALGORITHM,
        ),
    ],
)
