"""When the INR is measured again: the soonest reason counts, within the product's caps.

The longer intervals for a run of values in range are from memory of an old recall table and not
confirmed: a clinician agrees them, the product proposes no later day than its own caps.
"""

from veinway.care.facts.anticoagulation import inr
from veinway.care.facts.inr import inr_test, inr_value
from veinway.care.facts.treatment import vte_diagnosis
from veinway.care.facts.warfarin import (
    bleeding_on_vka,
    dose_changed,
    inr_range,
    interacting_medicine_started,
)
from veinway.care.sources import BCSH_1998, BSH_2011, LOCAL, PRODUCT, TC_WARFARIN, U
from veinway.care.treatment.questions import LOW_INR, NEXT_INR
from veinway.care.warfarin.maintenance import LAST_OUT_OF_2_TO_3, on_warfarin
from veinway.language import *

_CAPS = PRODUCT.at("reference 2, section 6.7, recall", LOCAL)
_TC = TC_WARFARIN.at("monitoring")
_BSH = BSH_2011.at("recommendations on a high INR and on bleeding")
_BCSH = BCSH_1998.at("recall table", U)

IN_A_DAY = neutral("in_24_hours", "Measure the INR again within 24 hours.", gives=recall(1, 1, inr_test))
IN_3_TO_4_DAYS = neutral(
    "in_3_to_4_days", "Measure the INR again in 3 to 4 days.", gives=recall(3, 4, inr_test)
)
IN_A_WEEK = neutral("in_1_week", "Measure the INR again within a week.", gives=recall(1, 7, inr_test))
IN_1_TO_2_WEEKS = neutral(
    "in_1_to_2_weeks", "Measure the INR again in 1 to 2 weeks.", gives=recall(7, 14, inr_test)
)
IN_4_WEEKS = neutral("in_4_weeks", "Measure the INR again in 4 weeks.", gives=recall(14, 28, inr_test))
IN_6_WEEKS = neutral("in_6_weeks", "Measure the INR again in 6 weeks.", gives=recall(28, 42, inr_test))
IN_8_WEEKS = neutral("in_8_weeks", "Measure the INR again in 8 weeks.", gives=recall(42, 56, inr_test))
IN_10_WEEKS = neutral(
    "in_10_weeks", "Measure the INR again in 10 weeks.", gives=recall(56, 70, inr_test)
)
IN_12_WEEKS = neutral(
    "in_12_weeks", "Measure the INR again in 12 weeks.", gives=recall(70, 84, inr_test)
)

_IN = all_of(inr_value >= "1.95", inr_value < "3.05")
# How many in a row up to today were in range: all, where none was ever out.
_never_out = no(any_event(inr_test, no(_IN)))
_all = count(inr_test, _IN)
_since = count(inr_test, _IN, in_=days_after(1, 3650, LAST_OUT_OF_2_TO_3))
five_in_a_row = any_of(all_of(_never_out, _all >= 5), _since >= 5)
four_in_a_row = any_of(all_of(_never_out, _all >= 4), _since >= 4)
three_in_a_row = any_of(all_of(_never_out, _all >= 3), _since >= 3)
two_in_a_row = any_of(all_of(_never_out, _all >= 2), _since >= 2)
_PRESUMED = PRODUCT.at("presumptions on recalls of the INR", LOCAL)
medicine_started = presume(
    interacting_medicine_started,
    NO,
    because="no medicine that changes the INR is on record since the last one",
    source=_PRESUMED,
)
changed_today = presume(dose_changed, NO, because="no change of the dose is on record", source=_PRESUMED)
# Whether there is bleeding is asked before a dose; here silence leaves the usual day.
bleeds = presume_not(
    bleeding_on_vka,
    "non_major",
    "major",
    because="no bleeding is on record",
    source=_PRESUMED,
).one_of("non_major", "major")
usual_range = presume_not(
    inr_range,
    "from_2_5_to_3_5",
    "from_3_to_4",
    because="no other range is on record, and 2.0 to 3.0 is the one for a clot",
    source=_PRESUMED,
)
first_three_months = days_since("last", vte_diagnosis) <= 90
_above_by_half = any_of(
    all_of(usual_range.is_("from_2_to_3"), inr > "3.5"),
    all_of(usual_range.is_("from_2_5_to_3_5"), inr > 4),
    all_of(usual_range.is_("from_3_to_4"), inr > "4.5"),
)
_in_range_today = any_of(
    all_of(usual_range.is_("from_2_to_3"), in_band(inr, "2.0-3.0")),
    all_of(usual_range.is_("from_2_5_to_3_5"), in_band(inr, "2.5-3.5")),
    all_of(usual_range.is_("from_3_to_4"), in_band(inr, "3.0-4.0")),
)
NEXT_INR_TABLE = table(
    "next_inr_conclusion",
    "When the INR is measured again",
    hit="first",
    source=_CAPS,
    rows=[
        row(any_of(bleeds, inr > 8), IN_A_DAY, id="above 8.0, or bleeding", cite=_BSH),
        row(medicine_started, IN_3_TO_4_DAYS, id="new medicine", cite=_TC),
        row(any_of(inr > 5, inr < "1.5"), IN_A_WEEK, id="far out", cite=_CAPS),
        row(_above_by_half, IN_A_WEEK, id="above by more than 0.5", cite=_CAPS),
        row(changed_today, IN_1_TO_2_WEEKS, id="dose changed", cite=_CAPS),
        row(no(_in_range_today), IN_1_TO_2_WEEKS, id="out of range", cite=_BCSH),
        row(no(usual_range.is_("from_2_to_3")), IN_4_WEEKS, id="another range", cite=_CAPS),
        row(all_of(two_in_a_row, first_three_months), IN_6_WEEKS, id="first three months", cite=_CAPS),
        row(five_in_a_row, IN_12_WEEKS, id="5 in a row", cite=_BCSH),
        row(four_in_a_row, IN_10_WEEKS, id="4 in a row", cite=_BCSH),
        row(three_in_a_row, IN_8_WEEKS, id="3 in a row", cite=_BCSH),
        row(two_in_a_row, IN_6_WEEKS, id="2 in a row", cite=_BCSH),
        otherwise(IN_4_WEEKS, id="1 in range", cite=_BCSH),
    ],
)
NEXT_INR_STEP = step(
    "next_inr",
    "When the INR is measured again",
    question=NEXT_INR,
    guideline="veinway",
    subject=DRUG_COURSE,
    source=_CAPS,
    for_whom=on_warfarin,
    conclusion=NEXT_INR_TABLE,
    plan=[],
)

COVER_WITH_LMWH = commits(
    "cover_with_lmwh",
    "Below 2.0 in the first month after the clot: consider a low molecular weight heparin at treatment "
    "dose until the INR is back in range; a specialist decides.",
    action="cover",
    strength=Strength.CONSIDER,
)
NO_COVER = neutral(
    "no_cover",
    "No heparin for a low INR: it is 2.0 or more, or the clot is more than 30 days old.",
)
LOW_INR_STEP = step(
    "low_inr",
    "An INR below 2.0 on warfarin",
    question=LOW_INR,
    guideline="veinway",
    subject=DRUG_COURSE,
    source=PRODUCT.at("reference 2, section 6.8, low INR", LOCAL),
    for_whom=on_warfarin,
    conclusion=table(
        "low_inr_conclusion",
        "Whether a low INR is covered with heparin",
        hit="first",
        source=PRODUCT.at("reference 2, section 6.8, low INR", LOCAL),
        rows=[
            row(
                all_of(inr < 2, days_since("last", vte_diagnosis) <= 30),
                COVER_WITH_LMWH,
                id="first month",
                cite=PRODUCT.at("reference 2, section 6.8, low INR", LOCAL),
            ),
            otherwise(NO_COVER, cite=PRODUCT.at("reference 2, section 6.8, low INR", LOCAL)),
        ],
    ),
    plan=[],
)
