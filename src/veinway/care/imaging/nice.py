"""NICE NG158, section 1.1: suspected DVT in adults who are not pregnant. Rows D0 to D16.

The conclusion says what the results mean; the plan says which test, treatment or talk comes next.
"""

from veinway.care.d_dimer import d_dimer_negative, d_dimer_negative_at_fixed_cut_off
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.person import adult, born_in_last_6_weeks, injects_drugs, inpatient, pregnant
from veinway.care.facts.tests import (
    baseline_bloods,
    d_dimer,
    d_dimer_obtainable_in_4_hours,
    d_dimer_request,
    d_dimer_sample,
    interim_anticoagulant,
    leg_scan,
    leg_scan_request,
    scan_obtainable_in_4_hours,
    scan_result,
)
from veinway.care.outcomes import (
    DVT_CONFIRMED,
    DVT_NOT_LIKELY,
    FURTHER_IMAGING,
    SILENT_ON_DISTAL,
    SILENT_ON_SUPERFICIAL,
)
from veinway.care.probability.wells_dvt import LIKELY, UNLIKELY, WELLS_DVT
from veinway.care.questions import SUSPECTED_DVT
from veinway.care.sources import DICTIONARY, LOCAL, NG158, NG158_UPDATE, PRODUCT, S
from veinway.language import *

likely, unlikely = WELLS_DVT.is_(LIKELY), WELLS_DVT.is_(UNLIKELY)
# The age-adjusted cut-off is valid for unlikely scores only (reference 1, section 2.13).
excluded_by_d_dimer = all_of(unlikely, d_dimer_negative)
negative_though_likely = all_of(likely, d_dimer_negative_at_fixed_cut_off)
positive_though_likely = all_of(likely, no(d_dimer_negative_at_fixed_cut_off))
scan_needed_though_unlikely = all_of(unlikely, no(d_dimer_negative))
POSITIVE, NEGATIVE = "dvt_proximal", ("negative_proximal", "negative_whole_leg")

# Results ---------------------------------------------------------------------------------------
# In the arm that ends without a scan (or without a second one) nothing asks for it. A scan that was
# done all the same, for another reason, would be on record; that it was not positive is presumed.

_first_day = date_of_event("first", leg_scan)
_first_recorded = first(leg_scan, scan_result)
_any_later_recorded = last(leg_scan, scan_result, in_=days_after(1, 90, _first_day))
_repeat_recorded = last(leg_scan, scan_result, in_=days_after(6, 90, _first_day))

first_scan = presume_not(
    _first_recorded,
    POSITIVE,
    when=excluded_by_d_dimer,
    because="no scan is asked for here, and a positive one done for another reason would be on record",
    source=PRODUCT.at("presumption on scans nobody asked for", LOCAL),
)
_negative = _first_recorded.one_of(*NEGATIVE)
_ends_without_repeat = any_of(
    excluded_by_d_dimer,
    all_of(unlikely, _negative),
    all_of(negative_though_likely, _negative),
    _first_recorded.one_of("dvt_distal_only", "svt_only"),
)
later_scan = presume_not(
    _any_later_recorded,
    POSITIVE,
    when=_ends_without_repeat,
    because="no second scan is asked for here, and a positive one done all the same would be on record",
    source=PRODUCT.at("presumption on scans nobody asked for", LOCAL),
)
# A negative second scan settles the question only from day 6 on (row D6).
repeat_scan = _repeat_recorded
first_negative, repeat_negative = first_scan.one_of(*NEGATIVE), repeat_scan.one_of(*NEGATIVE)
scan_positive = any_of(first_scan.is_(POSITIVE), later_scan.is_(POSITIVE))

GG = "Guideline Genius, NHS Dumfries & Galloway drafts"
PCN = "Primary Care Notebook"

CONCLUSION = table(
    "suspected_dvt_nice_conclusion",
    "What became of the suspected DVT, by NICE",
    hit="first",
    source=NG158.section("1.1"),
    rows=[
        row(scan_positive, DVT_CONFIRMED, id="D5", cite=NG158.section("1.1, row D5", S, GG)),
        row(
            excluded_by_d_dimer,
            DVT_NOT_LIKELY,
            id="D11",
            cite=NG158.section("1.1, row D11", S, PCN),
        ),
        row(
            all_of(negative_though_likely, first_negative),
            DVT_NOT_LIKELY,
            id="D8",
            cite=NG158.section("1.1, row D8", S, PCN),
        ),
        row(
            all_of(positive_though_likely, first_negative, repeat_negative),
            DVT_NOT_LIKELY,
            id="D7",
            cite=NG158.section("1.1, rows D7 and D8", S, GG),
        ),
        row(
            all_of(scan_needed_though_unlikely, first_negative),
            DVT_NOT_LIKELY,
            id="D14",
            cite=NG158.section("1.1, row D14", S, PCN),
        ),
        row(
            any_of(first_scan.is_("dvt_distal_only"), repeat_scan.is_("dvt_distal_only")),
            SILENT_ON_DISTAL,
            id="distal",
            cite=NG158.section("1.1", S, "CHEST 2021"),
        ),
        row(
            any_of(first_scan.is_("svt_only"), repeat_scan.is_("svt_only")),
            SILENT_ON_SUPERFICIAL,
            id="superficial",
            cite=DICTIONARY.at("section 4.1, superficial vein thrombosis"),
        ),
        otherwise(
            FURTHER_IMAGING,
            id="indeterminate",
            cite=PRODUCT.at("section 6.1, indeterminate test", LOCAL),
        ),
    ],
)

# The plan --------------------------------------------------------------------------------------

_scan_needed = any_of(likely, scan_needed_though_unlikely)
_repeat_needed = all_of(positive_though_likely, first_negative)
_starts_interim = any_of(
    all_of(_scan_needed, no(scan_obtainable_in_4_hours)),
    all_of(unlikely, no(d_dimer_obtainable_in_4_hours)),
)
_no_longer_waiting = any_of(CONCLUSION.one_of(DVT_CONFIRMED, DVT_NOT_LIKELY), _repeat_needed)

SUSPECTED_DVT_NICE = step(
    "suspected_dvt_nice",
    "Suspected DVT, NICE NG158",
    question=SUSPECTED_DVT,
    guideline="nice",
    subject=EPISODE,
    source=NG158.section("1.1"),
    for_whom=all_of(
        adult,
        no(pregnant),
        no(born_in_last_6_weeks),
        no(on_therapeutic_anticoagulation),
        no(inpatient),
        no(injects_drugs),
    ),
    conclusion=CONCLUSION,
    plan=[
        action(
            "proximal_scan_within_4_hours",
            "Proximal leg vein ultrasound, with its result within 4 hours of the request.",
            act="proximal_scan",
            when=all_of(_scan_needed, scan_obtainable_in_4_hours),
            gives=leg_scan,
            request=leg_scan_request,
            due=by(hours(4), of="request"),
            cite=NG158.rec("1.1.3"),
        ),
        action(
            "d_dimer_before_interim_anticoagulation",
            "Take a D-dimer now, before interim anticoagulation.",
            act="d_dimer",
            when=all_of(likely, no(scan_obtainable_in_4_hours)),
            gives=d_dimer_sample,
            result=d_dimer,
            before=interim_anticoagulant,
            due=by(hours(4)),
            cite=NG158_UPDATE.at("2020 changes to 1.1.4"),
        ),
        action(
            "d_dimer_within_4_hours",
            "D-dimer, with its result within 4 hours.",
            act="d_dimer",
            when=unlikely,
            gives=d_dimer_sample,
            result=d_dimer,
            request=d_dimer_request,
            before=interim_anticoagulant,
            due=by(hours(4)),
            cite=NG158_UPDATE.at("2020 changes, 4-hour limit"),
        ),
        action(
            "interim_anticoagulation",
            "Interim therapeutic anticoagulation, if possible with a drug that can be continued.",
            when=_starts_interim,
            until=_no_longer_waiting,
            gives=interim_anticoagulant,
            due=by(hours(4)),
            cite=NG158.rec("1.1.4"),
        ),
        action(
            "baseline_bloods",
            "Full blood count, renal and hepatic function, PT and APTT; do not wait for the results, "
            "review them within 24 hours.",
            when=_starts_interim,
            until=_no_longer_waiting,
            gives=baseline_bloods,
            due=by(hours(24)),
            cite=NG158.section("1.1, row D16", S, "GP notes; 24 hours from memory"),
        ),
        action(
            "proximal_scan_within_24_hours",
            "Proximal leg vein ultrasound, with its result within 24 hours.",
            act="proximal_scan",
            when=all_of(_scan_needed, no(scan_obtainable_in_4_hours)),
            gives=leg_scan,
            request=leg_scan_request,
            due=by(hours(24)),
            cite=NG158.rec("1.1.4", S, GG),
        ),
        action(
            "d_dimer_after_negative_scan",
            "D-dimer, because the scan of a likely DVT was negative.",
            act="d_dimer",
            when=all_of(likely, first_negative),
            gives=d_dimer_sample,
            result=d_dimer,
            cite=NG158.rec("1.1.3"),
        ),
        action(
            "stop_interim_until_repeat",
            "Stop interim anticoagulation that was started for this suspicion until the repeat scan.",
            act="stop_interim_anticoagulation",
            when=_repeat_needed,
            cite=NG158.section("1.1, row D6", S, GG),
        ),
        action(
            "repeat_scan_day_6_to_8",
            "Repeat the proximal leg vein ultrasound 6 to 8 days after the first.",
            act="repeat_scan",
            when=_repeat_needed,
            gives=leg_scan,
            after=("proximal_scan_within_4_hours", "proximal_scan_within_24_hours"),
            due=in_days(6, 8),
            cite=NG158.section("1.1, row D6", S, GG),
        ),
        action(
            "alternative_test",
            "The scan was indeterminate, which is not negative: arrange another test.",
            when=first_scan.is_("indeterminate"),
            cite=PRODUCT.at("section 6.1, indeterminate test", LOCAL),
        ),
        action(
            "start_treatment",
            "Offer anticoagulation or continue it; if it is contraindicated, see mechanical methods.",
            when=CONCLUSION.is_(DVT_CONFIRMED),
            cite=NG158.section("1.1, row D5", S, GG),
        ),
        action(
            "stop_and_tell",
            "Stop interim anticoagulation started for this suspicion (never one taken for another "
            "reason), think of other diagnoses, explain symptoms to watch for and where to get help.",
            act="stop_interim_anticoagulation",
            when=CONCLUSION.is_(DVT_NOT_LIKELY),
            cite=NG158.section("1.1, rows D8, D11, D14", S, PCN),
        ),
    ],
)
