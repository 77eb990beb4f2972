"""ASH 2018: suspected DVT of a leg in three levels of probability. Rows S6 to S9.

S6 was read in extracts. S7 to S9 were not: what they would end waits for a clinician.
"""

from veinway.care.d_dimer import d_dimer_negative
from veinway.care.facts.findings import alternative_diagnosis_found
from veinway.care.facts.leg import previous_dvt
from veinway.care.facts.tests import d_dimer, d_dimer_sample, leg_scan
from veinway.care.imaging.scans import (
    DISTAL,
    NEGATIVE,
    NEGATIVE_PROXIMAL,
    NEGATIVE_WHOLE_LEG,
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
)
from veinway.care.questions import SUSPECTED_DVT
from veinway.care.sources import ASH_2018, CHEST_2021, S, U
from veinway.care.suspected_dvt.common import (
    another_test_after,
    end_of_tests_by,
    not_settled,
    superficial_on,
    treatment_by,
)
from veinway.care.suspected_dvt.outcomes import (
    ASH_SILENT_ON_DISTAL,
    COMPARE_WITH_EARLIER_SCAN,
    NOT_LIKELY_UNCONFIRMED,
)
from veinway.care.suspected_dvt.patients import (
    adult_outpatient_with_suspected_dvt,
    first_suspicion,
    high,
    likely,
    low,
    moderate,
    unlikely,
)
from veinway.language import *

READ = "Guideline Central and AAFP extracts"
S6, S7, S8, S9 = (
    ASH_2018.at("row S6", S, READ),
    ASH_2018.at("row S7", U),
    ASH_2018.at("row S8", U),
    ASH_2018.at("row S9", U),
)

_low, _moderate = all_of(first_suspicion, low), all_of(first_suspicion, moderate)
_high, _again = all_of(first_suspicion, high), previous_dvt
# Age adjustment is safe in outpatients over 50 (row S5).
_excluded_by_d_dimer = all_of(any_of(_low, all_of(_again, unlikely)), d_dimer_negative)
_negative = first_scan_recorded.one_of(*NEGATIVE)
_whole_leg_negative = first_scan_recorded.is_(NEGATIVE_WHOLE_LEG)
_ends_without_repeat = any_of(
    _excluded_by_d_dimer,
    all_of(_low, _negative),
    all_of(_moderate, _whole_leg_negative),
    all_of(_high, _negative, alternative_diagnosis_found),
    first_scan_recorded.one_of(DISTAL, SUPERFICIAL_ONLY),
)

first_scan = first_scan_where_asked_for(unless=_excluded_by_d_dimer)
later_scan = later_scan_where_asked_for(unless=_ends_without_repeat)
scan_positive = clot_on_a_scan(first_scan, later_scan)
_first_negative = first_scan.one_of(*NEGATIVE)
_repeat_negative = scan_from_day_6.one_of(*NEGATIVE)
needs_repeat = any_of(
    all_of(_moderate, first_scan.is_(NEGATIVE_PROXIMAL)),
    all_of(_high, _first_negative, no(alternative_diagnosis_found)),
)

CONCLUSION = table(
    "suspected_dvt_ash_conclusion",
    "What became of the suspected DVT, by ASH",
    hit="first",
    source=ASH_2018.at("rows S6 to S9", S, READ),
    rows=[
        row(scan_positive, DVT_CONFIRMED, id="positive", cite=S6),
        row(
            first_scan.is_(DISTAL),
            ASH_SILENT_ON_DISTAL,
            id="distal",
            cite=CHEST_2021.at("what other guidelines say of distal DVT"),
        ),
        superficial_on(first_scan),
        row(all_of(_low, d_dimer_negative), DVT_NOT_LIKELY, id="S6_d_dimer", cite=S6),
        row(all_of(_low, _first_negative), DVT_NOT_LIKELY, id="S6_scan", cite=S6),
        row(
            all_of(_moderate, first_scan.is_(NEGATIVE_WHOLE_LEG)),
            NOT_LIKELY_UNCONFIRMED,
            id="S7_whole_leg",
            cite=S7,
        ),
        row(
            all_of(_moderate, first_scan.is_(NEGATIVE_PROXIMAL), _repeat_negative),
            NOT_LIKELY_UNCONFIRMED,
            id="S7_repeat",
            cite=S7,
        ),
        row(
            all_of(_high, _first_negative, alternative_diagnosis_found),
            NOT_LIKELY_UNCONFIRMED,
            id="S8_alternative",
            cite=S8,
        ),
        row(
            all_of(_high, _first_negative, _repeat_negative),
            NOT_LIKELY_UNCONFIRMED,
            id="S8_repeat",
            cite=S8,
        ),
        row(
            all_of(_again, unlikely, d_dimer_negative), NOT_LIKELY_UNCONFIRMED, id="S9_d_dimer", cite=S9
        ),
        row(all_of(_again, _first_negative), COMPARE_WITH_EARLIER_SCAN, id="S9_scan", cite=S9),
        row(
            scan_from_day_6.is_(DISTAL),
            ASH_SILENT_ON_DISTAL,
            id="distal_later",
            cite=CHEST_2021.at("what other guidelines say of distal DVT"),
        ),
        superficial_on(scan_from_day_6, id="superficial_later"),
        not_settled,
    ],
)

# The plan --------------------------------------------------------------------------------------

_scan_first = any_of(_moderate, _high, all_of(_again, likely))
_scan_after_d_dimer = all_of(any_of(_low, all_of(_again, unlikely)), no(d_dimer_negative))

SUSPECTED_DVT_ASH = step(
    "suspected_dvt_ash",
    "Suspected DVT, ASH 2018",
    question=SUSPECTED_DVT,
    guideline="ash",
    subject=EPISODE,
    source=ASH_2018.at("rows S6 to S9", S, READ),
    for_whom=adult_outpatient_with_suspected_dvt,
    conclusion=CONCLUSION,
    plan=[
        action(
            "d_dimer_first",
            "D-dimer first; a positive one alone does not diagnose.",
            act="d_dimer",
            when=_low,
            gives=d_dimer_sample,
            result=d_dimer,
            cite=S6,
        ),
        action(
            "d_dimer_first_in_recurrence",
            "D-dimer first, because a second clot is unlikely.",
            act="d_dimer",
            when=all_of(_again, unlikely),
            gives=d_dimer_sample,
            result=d_dimer,
            cite=S9,
        ),
        action(
            "scan_first",
            "Proximal or whole-leg ultrasound, without waiting for a D-dimer.",
            act="proximal_scan",
            when=_scan_first,
            gives=leg_scan,
            cite=S7,
        ),
        action(
            "scan_after_d_dimer",
            "Proximal or whole-leg ultrasound, because the D-dimer was positive.",
            act="proximal_scan",
            when=_scan_after_d_dimer,
            gives=leg_scan,
            cite=S6,
        ),
        action(
            "serial_scan_after_a_week",
            "Repeat the proximal ultrasound after about 7 days.",
            act="repeat_scan",
            when=needs_repeat,
            gives=leg_scan,
            after=("scan_first", "scan_after_d_dimer"),
            due=in_days(6, 8),
            cite=S7,
        ),
        another_test_after(first_scan),
        treatment_by(CONCLUSION, S6),
        end_of_tests_by(CONCLUSION, DVT_NOT_LIKELY, NOT_LIKELY_UNCONFIRMED, cite=S6),
    ],
)
