"""NICE NG158, section 1.1: suspected DVT in adults who are not pregnant. Rows D0 to D16.

The conclusion says what the results mean; the plan says which test, treatment or talk comes next.
"""

from veinway.care.d_dimer import d_dimer_negative, d_dimer_negative_at_fixed_cut_off
from veinway.care.facts.findings import anticoagulation_contraindicated
from veinway.care.facts.leg import active_cancer
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
)
from veinway.care.imaging.scans import (
    DISTAL,
    NEGATIVE,
    SUPERFICIAL_ONLY,
    clot_on_a_scan,
    first_scan_recorded,
    first_scan_where_asked_for,
    later_scan_where_asked_for,
    scan_from_day_6,
)
from veinway.care.outcomes import (
    DVT_CONFIRMED,
    DVT_NOT_LIKELY,
    SILENT_ON_DISTAL,
)
from veinway.care.questions import SUSPECTED_DVT
from veinway.care.sources import GEERSING_2014, LOCAL, NG158, NG158_UPDATE, PRODUCT, S, U
from veinway.care.suspected_dvt.common import another_test_after, not_settled, superficial_on
from veinway.care.suspected_dvt.embolism import no_embolism_is_open
from veinway.care.suspected_dvt.patients import (
    adult_outpatient_with_suspected_dvt,
    likely,
    unlikely,
)
from veinway.language import *

# The age-adjusted cut-off is valid for unlikely scores only (reference 1, section 2.13).
excluded_by_d_dimer = all_of(unlikely, d_dimer_negative)
negative_though_likely = all_of(likely, d_dimer_negative_at_fixed_cut_off)
positive_though_likely = all_of(likely, no(d_dimer_negative_at_fixed_cut_off))
scan_needed_though_unlikely = all_of(unlikely, no(d_dimer_negative))

# Results ---------------------------------------------------------------------------------------
# In the arm that ends without a scan (or without a second one) nothing asks for it. A scan that was
# done all the same, for another reason, would be on record; that it was not positive is presumed.

first_scan = first_scan_where_asked_for(unless=excluded_by_d_dimer)
_negative = first_scan_recorded.one_of(*NEGATIVE)
_ends_without_repeat = any_of(
    excluded_by_d_dimer,
    all_of(unlikely, _negative),
    all_of(negative_though_likely, _negative),
    first_scan_recorded.one_of(DISTAL, SUPERFICIAL_ONLY),
)
later_scan = later_scan_where_asked_for(unless=_ends_without_repeat)
# A negative second scan settles the question only from day 6 on (row D6).
repeat_scan = scan_from_day_6
first_negative, repeat_negative = first_scan.one_of(*NEGATIVE), repeat_scan.one_of(*NEGATIVE)
scan_positive = clot_on_a_scan(first_scan, later_scan)

GG = "Guideline Genius, NHS Dumfries & Galloway drafts"
PCN = "Primary Care Notebook"
_DISTAL = NG158.section("1.1", S, "CHEST 2021")

CONCLUSION = table(
    "suspected_dvt_nice_conclusion",
    "What became of the suspected DVT, by NICE",
    hit="first",
    source=NG158.section("1.1"),
    rows=[
        row(scan_positive, DVT_CONFIRMED, id="D5", cite=NG158.section("1.1, row D5", S, GG)),
        # A clot that was seen is not argued away by a D-dimer, even where nobody asked for the scan.
        row(first_scan.is_(DISTAL), SILENT_ON_DISTAL, id="distal", cite=_DISTAL),
        superficial_on(first_scan),
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
            repeat_scan.is_(DISTAL),
            SILENT_ON_DISTAL,
            id="distal on the repeat",
            cite=_DISTAL,
        ),
        superficial_on(repeat_scan, id="superficial on the repeat"),
        not_settled,
    ],
)

# The plan --------------------------------------------------------------------------------------

scan_needed = any_of(likely, scan_needed_though_unlikely)
repeat_needed = all_of(positive_though_likely, first_negative)
INTERIM = (
    "Interim therapeutic anticoagulation, unless it is contraindicated; if possible with a drug that "
    "can be continued."
)
"""One sentence wherever this is due, so that it is said once."""
starts_interim = any_of(
    all_of(scan_needed, no(scan_obtainable_in_4_hours)),
    all_of(unlikely, no(d_dimer_obtainable_in_4_hours)),
)
no_longer_waiting = any_of(CONCLUSION.one_of(DVT_CONFIRMED, DVT_NOT_LIKELY), repeat_needed)

SUSPECTED_DVT_NICE = step(
    "suspected_dvt_nice",
    "Suspected DVT, NICE NG158",
    question=SUSPECTED_DVT,
    guideline="nice",
    subject=EPISODE,
    source=NG158.section("1.1"),
    for_whom=adult_outpatient_with_suspected_dvt,
    conclusion=CONCLUSION,
    plan=[
        action(
            "proximal_scan_within_4_hours",
            "Proximal leg vein ultrasound, with its result within 4 hours of the request.",
            act="proximal_scan",
            when=all_of(scan_needed, scan_obtainable_in_4_hours),
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
            INTERIM,
            when=starts_interim,
            until=any_of(no_longer_waiting, anticoagulation_contraindicated),
            gives=interim_anticoagulant,
            due=by(hours(4)),
            cite=NG158.rec("1.1.4"),
        ),
        action(
            "no_interim_though_waiting",
            "Anticoagulation is contraindicated: start none, scan at once, and ask a specialist.",
            when=all_of(starts_interim, anticoagulation_contraindicated),
            until=no_longer_waiting,
            cite=PRODUCT.at("section 3.1, row D4 with a contraindication", LOCAL),
        ),
        action(
            "baseline_bloods",
            "Full blood count, renal and hepatic function, PT and APTT; do not wait for the results, "
            "review them within 24 hours.",
            when=starts_interim,
            until=no_longer_waiting,
            gives=baseline_bloods,
            due=by(hours(24)),
            cite=NG158.section("1.1, row D16", S, "GP notes; 24 hours from memory"),
        ),
        action(
            "proximal_scan_within_24_hours",
            "Proximal leg vein ultrasound, with its result within 24 hours.",
            act="proximal_scan",
            when=all_of(scan_needed, no(scan_obtainable_in_4_hours)),
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
            when=all_of(repeat_needed, no_embolism_is_open),
            until=CONCLUSION.is_(DVT_CONFIRMED),
            cite=NG158.section("1.1, row D6", S, GG),
        ),
        action(
            "repeat_scan_day_6_to_8",
            "Repeat the proximal leg vein ultrasound 6 to 8 days after the first.",
            act="repeat_scan",
            when=repeat_needed,
            gives=leg_scan,
            after=("proximal_scan_within_4_hours", "proximal_scan_within_24_hours"),
            due=in_days(6, 8),
            cite=NG158.section("1.1, row D6", S, GG),
        ),
        another_test_after(first_scan),
        action(
            "start_treatment",
            "Offer anticoagulation or continue it; if it is contraindicated, see mechanical methods.",
            when=CONCLUSION.is_(DVT_CONFIRMED),
            until=anticoagulation_contraindicated,
            cite=NG158.section("1.1, row D5", S, GG),
        ),
        action(
            "less_safe_in_cancer",
            "Active cancer: a low score with a negative D-dimer excludes a clot less safely. Prefer "
            "imaging before anything is stopped.",
            act="proximal_scan",
            when=all_of(excluded_by_d_dimer, active_cancer),
            until=scan_positive,
            strength=Strength.CONSIDER,
            cite=GEERSING_2014.at("exclusion in cancer", U),
        ),
        action(
            "stop_and_tell",
            "First make sure that there are no chest symptoms, no instability and no threatened limb. "
            "Then stop interim anticoagulation started for this suspicion (never one taken for another "
            "reason), think of other diagnoses, explain symptoms to watch for and where to get help.",
            act="stop_interim_anticoagulation",
            when=all_of(CONCLUSION.is_(DVT_NOT_LIKELY), no_embolism_is_open),
            cite=NG158.section("1.1, rows D8, D11, D14", S, PCN),
        ),
    ],
)
