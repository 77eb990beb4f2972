"""The measures of a service's report (reference 3, sections 4.7 and 6.8; reference 4, 7.3 and 7.5)."""

from veinway.care.facts.stents_filters import filter_event, filter_plan_documented, stent, what_happened
from veinway.care.facts.supplies import anticoagulant_supply, product
from veinway.care.facts.tests import interim_anticoagulant, leg_scan, leg_scan_request
from veinway.care.facts.treatment import vte_diagnosis
from veinway.care.filters.life import FILTER_LIFE, placed_on
from veinway.care.quality import nice as quality
from veinway.care.quality import process, times
from veinway.care.quality.in_report import HOSPITAL, REVIEWED
from veinway.care.quality.outcomes import MET
from veinway.care.safety import beside, care_given, rules
from veinway.care.safety import outcomes as unsafe
from veinway.care.sources import LOCAL, PRODUCT, QS29, QS201
from veinway.care.suspected_dvt.patients import adult_outpatient_with_suspected_dvt
from veinway.care.treatment.check_ups import DOAC_REVIEW_SPS
from veinway.care.warfarin import control
from veinway.language import *
from veinway.language.service_measures import (
    MeasureGroup,
    counted,
    share,
    share_of_step,
    time_taken,
)

_FILTERS = PRODUCT.at("reference 4, section 7.5, filter_retrieval_rate", LOCAL)
_PLAN = PRODUCT.at("reference 3, section 4.7, filter_with_documented_plan", LOCAL)
_COUNTS = PRODUCT.at("reference 3, section 4.7, counts of a service", LOCAL)
_TTR = PRODUCT.at("reference 4, section 7.5, ttr_rosendaal", LOCAL)
_NOW = within(days(90))
_clot_day = date_of_event("last", vte_diagnosis)
_maintained = all_of(control.on_warfarin, control.six_months_of_maintenance)
_usual_range = all_of(_maintained, control.inr_range.is_("from_2_to_3"))

COUNTS = MeasureGroup(
    "counts",
    "How many",
    (
        counted(
            "suspected_dvt",
            "Suspected DVT in an adult outpatient",
            chapter="diagnosis",
            of=adult_outpatient_with_suspected_dvt,
            source=_COUNTS,
            dated=INDEX,
        ),
        counted(
            "clots",
            "People whose last clot was diagnosed in the period",
            chapter="treatment",
            of=any_event(vte_diagnosis),
            source=_COUNTS,
            dated=_clot_day,
        ),
        counted(
            "on_doac",
            "People on a direct oral anticoagulant at the end",
            chapter="treatment",
            of=rules.on_doac,
            source=_COUNTS,
        ),
        counted(
            "on_warfarin",
            "People on warfarin at the end",
            chapter="treatment",
            of=any_event(anticoagulant_supply, product.is_("warfarin"), in_=_NOW),
            source=_COUNTS,
        ),
        counted(
            "filters_placed",
            "Filters of the vena cava placed in the period",
            chapter="intervention",
            of=FILTER_LIFE.for_whom,
            source=_COUNTS,
            dated=placed_on,
        ),
        counted(
            "stents_placed",
            "Vein stents placed in the period",
            chapter="intervention",
            of=any_event(stent),
            source=_COUNTS,
            dated=date_of_event("last", stent),
        ),
    ),
)
TIMES = MeasureGroup(
    "times",
    "How long it took",
    (
        time_taken(
            "door_to_scan",
            "From the first suspicion to the scan of the leg",
            chapter="diagnosis",
            of=all_of(adult_outpatient_with_suspected_dvt, any_event(leg_scan)),
            value=times.minutes_to_scan,
            source=QS29.at("statement 2"),
        ),
        time_taken(
            "request_to_scan",
            "From the request to the scan of the leg",
            chapter="diagnosis",
            of=all_of(
                adult_outpatient_with_suspected_dvt, any_event(leg_scan), any_event(leg_scan_request)
            ),
            value=times.minutes_from_request_to_scan,
            source=QS201.at("statement 3"),
        ),
        time_taken(
            "door_to_first_dose",
            "From the first suspicion to the first dose of an anticoagulant",
            chapter="diagnosis",
            of=all_of(adult_outpatient_with_suspected_dvt, any_event(interim_anticoagulant)),
            value=times.minutes_to_interim,
            source=QS29.at("statement 1"),
        ),
    ),
)
DIAGNOSIS = MeasureGroup(
    "diagnosis",
    "Diagnosis in time",
    tuple(
        share_of_step(step.key, step.label, chapter="diagnosis", step=step, good=[MET], dated=INDEX)
        for step in (
            quality.INTERIM_DVT,
            quality.INVESTIGATIONS_DVT,
            quality.SCAN_AFTER_REQUEST,
            quality.INTERIM_PE,
            quality.OUTPATIENT_PLAN,
            process.D_DIMER_FIRST,
            process.REPEAT_SCAN,
        )
    ),
)
REVIEWS = MeasureGroup(
    "reviews",
    "Reviews",
    (
        share_of_step(
            "review_3_months",
            "Reviewed between 2 and 5 months after a clot, of clots 5 to 24 months before the end",
            chapter="treatment",
            step=care_given.P_10,
            good=[unsafe.CLEAR],
            source=QS201.at("statement 4"),
        ),
        share(
            "doac_review_ever",
            "Reviewed since the start, of people on a direct oral anticoagulant",
            chapter="treatment",
            of=DOAC_REVIEW_SPS.for_whom,
            met=any_event(care_given.treatment_review),
            source=DOAC_REVIEW_SPS.source,
        ),
        share_of_step(
            "kidney_test_in_time",
            "Kidney test in time, of people on a direct oral anticoagulant for 3 months",
            chapter="treatment",
            step=care_given.P_08,
            good=[unsafe.CLEAR],
        ),
        *REVIEWED,
    ),
)
FILTERS = MeasureGroup(
    "filters",
    "Filters of the vena cava, of those placed in the period",
    (
        share(
            "filter_plan",
            "Named person and date for the removal on record",
            chapter="intervention",
            of=FILTER_LIFE.for_whom,
            met=filter_plan_documented,
            source=_PLAN,
            dated=placed_on,
        ),
        share_of_step(
            "filters_removed_of_placed",
            "Removed, of all placed",
            chapter="intervention",
            step=FILTER_LIFE,
            good=["filter_retrieved"],
            dated=placed_on,
            source=_FILTERS,
        ),
        share_of_step(
            "filters_removed_of_eligible",
            "Removed, of those to be removed (not declared permanent, patient alive)",
            chapter="intervention",
            step=FILTER_LIFE,
            good=["filter_retrieved"],
            left_out=["filter_died", "filter_permanent"],
            dated=placed_on,
            source=_FILTERS,
        ),
        share(
            "filters_removed_of_attempts",
            "Removed, of those that somebody tried to remove",
            chapter="intervention",
            of=any_event(filter_event, what_happened.one_of("retrieved", "attempt_failed")),
            met=any_event(filter_event, what_happened.is_("retrieved")),
            dated=placed_on,
            source=_FILTERS,
        ),
        share_of_step(
            "filters_overdue",
            "In place for more than 12 weeks without a decision",
            chapter="intervention",
            step=FILTER_LIFE,
            good=["filter_overdue"],
            dated=placed_on,
            better="fewer",
            source=PRODUCT.at("reference 3, section 4.7, overdue", LOCAL),
        ),
    ),
)
WARFARIN = MeasureGroup(
    "warfarin",
    "Warfarin: time in range, after 6 weeks and 6 months of maintenance",
    (
        share(
            "ttr_65",
            "65 % of the time in range 2.0 to 3.0 or more (NICE)",
            chapter="treatment",
            of=_usual_range,
            met=control.time_in_range_2_to_3 >= 65,
            source=_TTR,
        ),
        share(
            "ttr_70",
            "70 % of the time in range 2.0 to 3.0 or more (ESC)",
            chapter="treatment",
            of=_usual_range,
            met=control.time_in_range_2_to_3 >= 70,
            source=_TTR,
        ),
        share_of_step(
            "poor_control",
            "Poorly controlled by one of NICE's signs",
            chapter="treatment",
            step=control.INR_CONTROL_STEP,
            good=[control.POOR],
            left_out=[control.TOO_EARLY],
            better="fewer",
        ),
    ),
)
SAFETY = MeasureGroup(
    "safety",
    "Anticoagulants at the wrong dose, or in the wrong patient",
    tuple(
        share_of_step(
            step.key,
            step.label,
            chapter="treatment",
            step=step,
            good=[each for each in step.conclusion.outcomes if each is not unsafe.CLEAR],
            better="fewer",
        )
        for step in (
            rules.P_01,
            rules.P_02,
            rules.P_03,
            rules.P_04,
            rules.P_05,
            rules.P_06,
            rules.P_07,
            care_given.P_11,
            beside.P_12,
            beside.P_13,
            beside.P_14,
            care_given.P_15,
        )
    ),
)
GROUPS: tuple[MeasureGroup, ...] = (
    COUNTS,
    TIMES,
    DIAGNOSIS,
    HOSPITAL,
    REVIEWS,
    FILTERS,
    WARFARIN,
    SAFETY,
)
