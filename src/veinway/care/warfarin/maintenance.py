"""Maintenance: how the weekly dose changes with the INR, by the textbook's table and by others.

The printed table has 1.8 (and 2.3 for the higher range) in two rows; here it is in the milder one. An
answer is a range of changes, never one dose: a clinician chooses within it.
"""

from veinway.care.facts.anticoagulation import inr
from veinway.care.facts.inr import inr_test, inr_value
from veinway.care.facts.treatment import current_anticoagulant
from veinway.care.facts.warfarin import (
    bleeding_on_vka,
    dose_discrepancy,
    inr_range,
    raised_risk_out_of_range,
    temporary_cause,
)
from veinway.care.sources import ANTICOAGULATION_THERAPY, LOCAL, PRODUCT, TC_INR
from veinway.care.treatment.questions import WARFARIN_DOSE
from veinway.language import *

_TABLE = ANTICOAGULATION_THERAPY.at("table 2.12")
_HERE = PRODUCT.at("reference 2, section 6.7", LOCAL)
_BEFORE_TODAY = days_before(3650, 1)

RAISE_10_TO_20 = dose_change(
    "raise_10_to_20",
    "Raise the weekly dose by 10 to 20 %; consider a booster of one and a half to two daily doses.",
    change(10, 20),
)
RAISE_5_TO_15 = dose_change(
    "raise_5_to_15",
    "Raise the weekly dose by 5 to 15 %; consider a booster of one and a half to two daily doses.",
    change(5, 15),
)
RAISE_5_TO_10 = dose_change(
    "raise_5_to_10", "Raise the weekly dose by 5 to 10 %; consider a booster.", change(5, 10)
)
KEEP = dose_change("keep_dose", "Keep the dose.", change(0, 0))
LOWER_5_TO_10 = dose_change("lower_5_to_10", "Lower the weekly dose by 5 to 10 %.", change(-10, -5))
HOLD_ONE = dose_change(
    "hold_one_lower_5_to_15",
    "Consider leaving out one dose; lower the weekly dose by 5 to 15 %.",
    change(-15, -5, hold=1),
)
HOLD_UNTIL_IN_RANGE = dose_change(
    "hold_lower_5_to_20",
    "Leave out doses until the INR is below the upper limit, then lower the weekly dose by 5 to 20 %.",
    change(-20, -5, hold=None),
)
HIGH_INR_ELSEWHERE = neutral(
    "see_high_inr", "The INR is very high or there is bleeding: what is done then comes first."
)
LOCKED = escalates(
    "dose_discrepancy",
    "The dose that is taken is not the dose on record: settle which one counts before any change.",
)
NO_TABLE = neutral(
    "no_table_for_this_range", "No table was read for this target range: a specialist sets the dose."
)

_IN_2_TO_3 = all_of(inr_value >= "1.95", inr_value < "3.05")
_IN_2_5_TO_3_5 = all_of(inr_value >= "2.45", inr_value < "3.55")
LAST_OUT_OF_2_TO_3 = date_of_event("last", inr_test, no(_IN_2_TO_3), in_=_BEFORE_TODAY)
LAST_OUT_OF_2_5_TO_3_5 = date_of_event("last", inr_test, no(_IN_2_5_TO_3_5), in_=_BEFORE_TODAY)
two_in_a_row_2_to_3 = any_of(
    all_of(
        no(any_event(inr_test, no(_IN_2_TO_3), in_=_BEFORE_TODAY)),
        count(inr_test, _IN_2_TO_3, in_=_BEFORE_TODAY) >= 2,
    ),
    count(inr_test, _IN_2_TO_3, in_=days_after(1, 3650, LAST_OUT_OF_2_TO_3)) >= 2,
)
two_in_a_row_2_5_to_3_5 = any_of(
    all_of(
        no(any_event(inr_test, no(_IN_2_5_TO_3_5), in_=_BEFORE_TODAY)),
        count(inr_test, _IN_2_5_TO_3_5, in_=_BEFORE_TODAY) >= 2,
    ),
    count(inr_test, _IN_2_5_TO_3_5, in_=days_after(1, 3650, LAST_OUT_OF_2_5_TO_3_5)) >= 2,
)
on_warfarin = current_anticoagulant.is_("warfarin")
_calm = all_of(no(temporary_cause), no(raised_risk_out_of_range))

MAINTENANCE = table(
    "warfarin_maintenance",
    "How the weekly dose of warfarin changes (textbook table)",
    hit="first",
    source=_TABLE,
    rows=[
        row(no(bleeding_on_vka.is_("none")), HIGH_INR_ELSEWHERE, id="bleeding", cite=_HERE),
        row(dose_discrepancy, LOCKED, id="discrepancy", cite=_HERE),
        row(inr_range.is_("from_3_to_4"), NO_TABLE, id="3 to 4", cite=_HERE),
        # Out of range for a passing cause: the previous dose goes on, once a high value has come down.
        row(
            all_of(temporary_cause, inr < "4.45", no(in_band(inr, "< 1.5"))),
            KEEP,
            id="passing cause",
            cite=_TABLE,
        ),
        row(
            all_of(inr_range.is_("from_2_to_3"), in_band(inr, "1.8-1.9"), two_in_a_row_2_to_3, _calm),
            KEEP,
            id="1.8-1.9, two in range",
            cite=_TABLE,
        ),
        row(
            all_of(inr_range.is_("from_2_to_3"), in_band(inr, "3.1-3.2"), two_in_a_row_2_to_3, _calm),
            KEEP,
            id="3.1-3.2, two in range",
            cite=_TABLE,
        ),
        row(
            all_of(
                inr_range.is_("from_2_5_to_3_5"), in_band(inr, "2.3-2.4"), two_in_a_row_2_5_to_3_5, _calm
            ),
            KEEP,
            id="2.3-2.4, two in range",
            cite=_TABLE,
        ),
        row(
            all_of(
                inr_range.is_("from_2_5_to_3_5"), in_band(inr, "3.6-3.7"), two_in_a_row_2_5_to_3_5, _calm
            ),
            KEEP,
            id="3.6-3.7, two in range",
            cite=_TABLE,
        ),
        *banded(
            inr,
            {
                "< 1.5": RAISE_10_TO_20,
                "1.5-1.7": RAISE_5_TO_15,
                "1.8-1.9": RAISE_5_TO_10,
                "2.0-3.0": KEEP,
                "3.1-3.4": LOWER_5_TO_10,
                "3.5-3.9": HOLD_ONE,
                ">= 4.0": HOLD_UNTIL_IN_RANGE,
            },
            when=inr_range.is_("from_2_to_3"),
            cite=_TABLE,
            id="2 to 3:",
        ),
        *banded(
            inr,
            {
                "< 2.0": RAISE_10_TO_20,
                "2.0-2.2": RAISE_5_TO_15,
                "2.3-2.4": RAISE_5_TO_10,
                "2.5-3.5": KEEP,
                "3.6-3.9": LOWER_5_TO_10,
                "4.0-4.4": HOLD_ONE,
                ">= 4.5": HOLD_UNTIL_IN_RANGE,
            },
            when=inr_range.is_("from_2_5_to_3_5"),
            cite=_TABLE,
            id="2.5 to 3.5:",
        ),
    ],
)

# Thrombosis Canada: a single value slightly out changes nothing ----------------------------------

_TC = TC_INR.at("INR out of range, maintenance")
_above = inr_value >= "3.05"
_below = inr_value < "1.95"
SAME_AND_RETEST = dose_change(
    "keep_and_retest",
    "A single value slightly out of range: keep the dose, or half or one and a half of it once, and "
    "measure again in 1 to 2 weeks.",
    change(0, 0),
)
CHANGE_MAINTENANCE = commits(
    "change_maintenance",
    "Two values in a row out of range on the same side without a passing cause: change the maintenance "
    "dose.",
    action="change_dose",
)
CHANGE_NOT_YET = dose_change(
    "not_yet_changed",
    "Clearly out of range for the first time: correct this value; change the maintenance dose "
    "only if the "
    "next one is out on the same side.",
    change(0, 0),
)
_LAST_DAY = date_of_event("last", inr_test, in_=_BEFORE_TODAY)
same_side_as_the_last = any_of(
    all_of(inr >= "3.05", any_event(inr_test, _above, in_=days_after(0, 0, _LAST_DAY))),
    all_of(inr < "1.95", any_event(inr_test, _below, in_=days_after(0, 0, _LAST_DAY))),
)
TC_TABLE = table(
    "warfarin_maintenance_tc",
    "Whether the maintenance dose changes (Thrombosis Canada)",
    hit="first",
    source=_TC,
    rows=[
        row(no(bleeding_on_vka.is_("none")), HIGH_INR_ELSEWHERE, id="bleeding", cite=_TC),
        row(no(inr_range.is_("from_2_to_3")), NO_TABLE, id="another range", cite=_HERE),
        row(in_band(inr, "2.0-3.0"), KEEP, id="in range", cite=_TC),
        row(
            all_of(same_side_as_the_last, no(temporary_cause)),
            CHANGE_MAINTENANCE,
            id="two on one side",
            cite=_TC,
        ),
        row(in_band(inr, "1.5-3.5"), SAME_AND_RETEST, id="slightly out", cite=_TC),
        otherwise(CHANGE_NOT_YET, id="first time", cite=_TC),
    ],
)

WARFARIN_DOSE_STEP = step(
    "warfarin_dose",
    "The weekly dose of warfarin after an INR",
    question=WARFARIN_DOSE,
    guideline="veinway",
    subject=DRUG_COURSE,
    source=_TABLE,
    for_whom=on_warfarin,
    conclusion=MAINTENANCE,
    plan=[],
)
WARFARIN_DOSE_TC = step(
    "warfarin_dose_tc",
    "The dose of warfarin after an INR, Thrombosis Canada",
    question=WARFARIN_DOSE,
    guideline="tc",
    subject=DRUG_COURSE,
    source=_TC,
    for_whom=on_warfarin,
    conclusion=TC_TABLE,
    plan=[],
)
