"""Rules on what treatment needs and a record does not show (P-08 to P-11, P-15)."""

from veinway.care.facts.check_ups import treatment_bloods, treatment_review
from veinway.care.facts.inr import inr_test
from veinway.care.facts.supplies import anticoagulant_supply, platelet_test, platelets_at, product
from veinway.care.facts.treatment import vte_diagnosis
from veinway.care.measures import creatinine_clearance
from veinway.care.safety import questions
from veinway.care.safety.outcomes import *
from veinway.care.safety.rules import (
    APIXABAN,
    DABIGATRAN,
    DOAC,
    EDOXABAN,
    PARENTERAL,
    RIVAROXABAN,
    on_doac,
)
from veinway.care.sources import BSH_HIT_2012, EHRA_2021, LOCAL, NG196, PRODUCT, QS201, S
from veinway.care.warfarin.control import one_above_8, two_above_5, two_below_1_5
from veinway.language import *

_RULES = PRODUCT.at("reference 2, section 6.14", LOCAL)

# P-08 -----------------------------------------------------------------------------------------------
on_doac_for_3_months = all_of(on_doac, any_event(anticoagulant_supply, DOAC, in_=days_before(365, 90)))
_since_bloods = days_since("last", treatment_bloods)
kidney_test_missing = any_of(
    _since_bloods > 365,
    all_of(creatinine_clearance <= 60, _since_bloods > 182),
    all_of(creatinine_clearance <= 45, _since_bloods > 137),
    all_of(creatinine_clearance <= 30, _since_bloods > 91),
    all_of(creatinine_clearance <= 15, _since_bloods > 46),
)
# P-09 -----------------------------------------------------------------------------------------------
on_warfarin_for_6_months = all_of(
    any_event(anticoagulant_supply, product.is_("warfarin"), in_=within(days(90))),
    any_event(anticoagulant_supply, product.is_("warfarin"), in_=days_before(3650, 183)),
    any_event(inr_test),
)
poorly_controlled = any_of(two_above_5, one_above_8, two_below_1_5)
# P-10 -----------------------------------------------------------------------------------------------
clot_5_to_24_months_ago = any_event(vte_diagnosis, in_=days_before(730, 151))
_last_clot = date_of_event("last", vte_diagnosis, in_=days_before(730, 151))
reviewed_in_time = any_event(treatment_review, in_=days_after(60, 150, _last_clot))
# P-11 -----------------------------------------------------------------------------------------------
_HEPARINS = product.one_of("lmwh", "heparin")
# The same day twice: a formula uses each input once, and a day that is not exact only widens both.
_first_heparin = date_of_event("first", anticoagulant_supply, _HEPARINS)
_first_heparin_too = date_of_event("first", anticoagulant_supply, _HEPARINS)
# Of those whose first heparin on record was given in the last 120 days.
_on_heparin = between(days_since("first", anticoagulant_supply, _HEPARINS), 0, 120)
_later = days_after(4, 14, _first_heparin)
on_heparin_days_4_to_14 = all_of(_on_heparin, any_event(platelet_test, in_=_later))
_before = highest(platelet_test, platelets_at, in_=days_after(-30, 3, _first_heparin_too))
platelets_fell = lowest(platelet_test, platelets_at, in_=_later) * 10 <= _before * 7
# P-15: each kept up, in the last 14 days and before --------------------------------------------------
_recent, _earlier = within(days(14)), days_before(60, 15)
KEPT = (
    all_of(
        any_event(anticoagulant_supply, APIXABAN, in_=_recent),
        any_event(anticoagulant_supply, APIXABAN, in_=_earlier),
    ),
    all_of(
        any_event(anticoagulant_supply, RIVAROXABAN, in_=_recent),
        any_event(anticoagulant_supply, RIVAROXABAN, in_=_earlier),
    ),
    all_of(
        any_event(anticoagulant_supply, EDOXABAN, in_=_recent),
        any_event(anticoagulant_supply, EDOXABAN, in_=_earlier),
    ),
    all_of(
        any_event(anticoagulant_supply, DABIGATRAN, in_=_recent),
        any_event(anticoagulant_supply, DABIGATRAN, in_=_earlier),
    ),
    all_of(
        any_event(anticoagulant_supply, product.is_("warfarin"), in_=_recent),
        any_event(anticoagulant_supply, product.is_("warfarin"), in_=_earlier),
    ),
    all_of(
        any_event(anticoagulant_supply, PARENTERAL, in_=_recent),
        any_event(anticoagulant_supply, PARENTERAL, in_=_earlier),
    ),
)
on_anything = any_event(anticoagulant_supply, in_=within(days(90)))

P_08 = step(
    "no_kidney_test",
    "P-08: No kidney test in time on a direct oral anticoagulant",
    question=questions.NO_KIDNEY_TEST,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=on_doac_for_3_months,
    conclusion=table(
        "no_kidney_test_conclusion",
        "No kidney test in time on a direct oral anticoagulant",
        hit="first",
        source=_RULES,
        rows=[
            row(
                kidney_test_missing,
                NO_KIDNEY_TEST_FOUND,
                id="P-08",
                cite=EHRA_2021.at("follow-up", S, "a secondary page"),
            ),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)

P_09 = step(
    "warfarin_poor_control",
    "P-09: Poorly controlled warfarin",
    question=questions.WARFARIN_POOR_CONTROL,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=on_warfarin_for_6_months,
    conclusion=table(
        "warfarin_poor_control_conclusion",
        "Poorly controlled warfarin",
        hit="first",
        source=_RULES,
        rows=[
            row(
                poorly_controlled,
                WARFARIN_POOR_CONTROL_FOUND,
                id="P-09",
                cite=NG196.section("1.7", S, "a secondary page"),
            ),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)

P_10 = step(
    "no_three_month_review",
    "P-10: No review between 2 and 5 months after a clot",
    question=questions.NO_THREE_MONTH_REVIEW,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=clot_5_to_24_months_ago,
    conclusion=table(
        "no_three_month_review_conclusion",
        "No review between 2 and 5 months after a clot",
        hit="first",
        source=_RULES,
        rows=[
            row(
                no(reviewed_in_time),
                NO_THREE_MONTH_REVIEW_FOUND,
                id="P-10",
                cite=QS201.at("statement 4"),
            ),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)

P_11 = step(
    "platelets_fell_on_heparin",
    "P-11: Platelets that fell by 30 % or more on heparin",
    question=questions.PLATELETS_FELL_ON_HEPARIN,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=on_heparin_days_4_to_14,
    conclusion=table(
        "platelets_fell_on_heparin_conclusion",
        "Platelets that fell by 30 % or more on heparin",
        hit="first",
        source=_RULES,
        rows=[
            row(
                platelets_fell,
                PLATELETS_FELL_ON_HEPARIN_FOUND,
                id="P-11",
                cite=BSH_HIT_2012.at("definition", S, "a secondary page"),
            ),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)

P_15 = step(
    "two_anticoagulants",
    "P-15: Two anticoagulants at once for more than 14 days",
    question=questions.TWO_ANTICOAGULANTS,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=on_anything,
    conclusion=table(
        "two_anticoagulants_conclusion",
        "Two anticoagulants at once for more than 14 days",
        hit="first",
        source=_RULES,
        rows=[
            row(at_least(2, *KEPT), TWO_ANTICOAGULANTS_FOUND, id="P-15", cite=_RULES),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)
