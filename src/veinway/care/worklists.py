"""The lists of work of a service (reference 3, and reference 2, section 6.14)."""

from veinway.care.clot_removal.stents import AFTER_STENT_STEP
from veinway.care.filters.life import FILTER_LIFE
from veinway.care.follow_up.reviews import REVIEWS
from veinway.care.imaging.nice import SUSPECTED_DVT_NICE
from veinway.care.safety import beside, care_given, rules
from veinway.care.safety import outcomes as unsafe
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.suspected_pe.nice import SUSPECTED_PE_NICE
from veinway.care.treatment.check_ups import DOAC_BLOODS_EHRA, DOAC_REVIEW_SPS
from veinway.care.warfarin.control import INR_CONTROL_STEP, POOR
from veinway.care.warfarin.recall import NEXT_INR_STEP
from veinway.language.worklists import WorkList, work_list

_LISTS = PRODUCT.at("lists of work", LOCAL)

WORK_LISTS: tuple[WorkList, ...] = (
    work_list(
        "repeat_scans",
        "Repeat scans",
        chapter="diagnosis",
        steps=[SUSPECTED_DVT_NICE],
        acts=["repeat_scan"],
        source=_LISTS,
    ),
    work_list(
        "scan_requests",
        "Scans that were asked for, with their 4 and 24 hours",
        chapter="diagnosis",
        steps=[SUSPECTED_DVT_NICE, SUSPECTED_PE_NICE],
        acts=["proximal_scan", "ctpa"],
        source=_LISTS,
    ),
    work_list(
        "three_month_reviews",
        "Reviews after a clot",
        chapter="intervention",
        steps=[REVIEWS],
        acts=["first_review", "three_month_review", "six_month_review", "yearly_review"],
        source=_LISTS,
    ),
    work_list(
        "doac_reviews",
        "Reviews on a direct oral anticoagulant",
        chapter="treatment",
        steps=[DOAC_REVIEW_SPS],
        acts=["treatment_review"],
        recalls=True,
        source=_LISTS,
    ),
    work_list(
        "doac_bloods",
        "Blood tests on a direct oral anticoagulant",
        chapter="treatment",
        steps=[DOAC_BLOODS_EHRA],
        recalls=True,
        source=_LISTS,
    ),
    work_list(
        "inr_tests",
        "INR tests",
        chapter="treatment",
        steps=[NEXT_INR_STEP],
        recalls=True,
        source=_LISTS,
    ),
    work_list(
        "inr_control",
        "Poorly controlled warfarin",
        chapter="treatment",
        steps=[INR_CONTROL_STEP],
        flags=[POOR],
        source=_LISTS,
    ),
    work_list(
        "filters",
        "Filters without a plan, or past their removal",
        chapter="intervention",
        steps=[FILTER_LIFE],
        acts=[
            "filter_plan",
            "filter_review",
            "planned_removal",
            "remove_filter",
            "booked_removal",
            "find_lost_filter",
        ],
        recalls=True,
        source=_LISTS,
    ),
    work_list(
        "stents",
        "Scans of stents",
        chapter="intervention",
        steps=[AFTER_STENT_STEP],
        acts=["stent_duplex"],
        source=_LISTS,
    ),
    work_list(
        "wrong_dose",
        "Anticoagulants at the wrong dose, or in the wrong patient",
        chapter="treatment",
        steps=[
            rules.P_01,
            rules.P_02,
            rules.P_03,
            rules.P_04,
            rules.P_05,
            rules.P_06,
            rules.P_07,
            beside.P_12,
            beside.P_13,
            beside.P_14,
            care_given.P_11,
            care_given.P_15,
        ],
        flags=[
            unsafe.DABIGATRAN_KIDNEY_FOUND,
            unsafe.XA_INHIBITOR_KIDNEY_FOUND,
            unsafe.REDUCED_DOSE_TOO_EARLY_FOUND,
            unsafe.LOADING_TOO_LONG_FOUND,
            unsafe.EDOXABAN_DOSE_TOO_HIGH_FOUND,
            unsafe.DOAC_IN_APS_FOUND,
            unsafe.DOAC_WITH_VALVE_FOUND,
            unsafe.INTERACTING_MEDICINE_FOUND,
            unsafe.DOAC_IN_PREGNANCY_FOUND,
            unsafe.NO_LEAD_IN_FOUND,
            unsafe.PLATELETS_FELL_ON_HEPARIN_FOUND,
            unsafe.TWO_ANTICOAGULANTS_FOUND,
        ],
        source=_LISTS,
    ),
    work_list(
        "tests_missing",
        "Kidney tests and reviews that are missing",
        chapter="treatment",
        steps=[care_given.P_08, care_given.P_10],
        flags=[unsafe.NO_KIDNEY_TEST_FOUND, unsafe.NO_THREE_MONTH_REVIEW_FOUND],
        source=_LISTS,
    ),
)
