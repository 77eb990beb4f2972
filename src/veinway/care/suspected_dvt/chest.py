"""CHEST 2012 (ninth edition): a first suspected DVT of a leg in three levels. Rows K1 to K5."""

from veinway.care.d_dimer import d_dimer_negative_at_fixed_cut_off
from veinway.care.facts.findings import d_dimer_highly_sensitive
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
    last_scan_recorded,
    later_scan_where_asked_for,
    scan_from_day_6,
)
from veinway.care.outcomes import (
    DVT_CONFIRMED,
    DVT_NOT_LIKELY,
)
from veinway.care.questions import SUSPECTED_DVT
from veinway.care.sources import CHEST_2012, CHEST_2021, LOCAL, OSTFOLD_2020, PRODUCT, S
from veinway.care.suspected_dvt.common import (
    another_test_after,
    end_of_tests_by,
    not_settled,
    superficial_on,
    treatment_by,
)
from veinway.care.suspected_dvt.outcomes import DISTAL_FOR_CHEST
from veinway.care.suspected_dvt.patients import (
    first_suspected_dvt,
    high,
    low,
    moderate,
)
from veinway.language import *

K1, K2, K3, K4 = (
    CHEST_2012.at("row K1"),
    CHEST_2012.at("row K2"),
    CHEST_2012.at("row K3"),
    CHEST_2012.at("row K4"),
)
K5 = CHEST_2012.at("row K5", S, "DrOracle")
# What follows a negative proximal scan at moderate probability is not in the extract that was read:
# the careful way of row K5 is taken, so that no calf clot is missed for want of a line.
K5_FOR_MODERATE = PRODUCT.at("row K5, taken for moderate probability as well", LOCAL)

_moderate_excluded = all_of(moderate, d_dimer_highly_sensitive, d_dimer_negative_at_fixed_cut_off)
_excluded_by_d_dimer = any_of(
    all_of(low, d_dimer_negative_at_fixed_cut_off),
    _moderate_excluded,
)
_negative = first_scan_recorded.one_of(*NEGATIVE)
_ends_without_repeat = any_of(
    _excluded_by_d_dimer,
    all_of(low, _negative),
    first_scan_recorded.one_of(NEGATIVE_WHOLE_LEG, DISTAL, SUPERFICIAL_ONLY),
    all_of(high, _negative, d_dimer_negative_at_fixed_cut_off),
)
first_scan = first_scan_where_asked_for(unless=_excluded_by_d_dimer)
later_scan = later_scan_where_asked_for(unless=_ends_without_repeat)
scan_positive = clot_on_a_scan(first_scan, later_scan)
_proximal_negative = first_scan.is_(NEGATIVE_PROXIMAL)
needs_repeat = all_of(any_of(moderate, high), _proximal_negative)
# A whole-leg scan on any later day settles it, a proximal one from day 6 on.
_settled_by_scan = any_of(last_scan_recorded.is_(NEGATIVE_WHOLE_LEG), scan_from_day_6.one_of(*NEGATIVE))

CONCLUSION = table(
    "suspected_dvt_chest_conclusion",
    "What became of the suspected DVT, by CHEST",
    hit="first",
    source=K1,
    rows=[
        row(scan_positive, DVT_CONFIRMED, id="positive", cite=K1),
        row(
            first_scan.is_(DISTAL),
            DISTAL_FOR_CHEST,
            id="distal",
            cite=CHEST_2021.at("statement 1"),
        ),
        superficial_on(first_scan),
        row(all_of(low, d_dimer_negative_at_fixed_cut_off), DVT_NOT_LIKELY, id="K2_d_dimer", cite=K2),
        row(all_of(low, first_scan.one_of(*NEGATIVE)), DVT_NOT_LIKELY, id="K2_scan", cite=K2),
        row(
            _moderate_excluded,
            DVT_NOT_LIKELY,
            id="K3_d_dimer",
            cite=K3,
        ),
        row(
            all_of(moderate, first_scan.is_(NEGATIVE_WHOLE_LEG)),
            DVT_NOT_LIKELY,
            id="K3_whole_leg",
            cite=K3,
        ),
        row(
            all_of(moderate, _proximal_negative, _settled_by_scan),
            DVT_NOT_LIKELY,
            id="K3_repeat",
            cite=K5_FOR_MODERATE,
        ),
        row(
            all_of(high, first_scan.is_(NEGATIVE_WHOLE_LEG)),
            DVT_NOT_LIKELY,
            id="K4_whole_leg",
            cite=OSTFOLD_2020.at("abstract"),
        ),
        row(
            all_of(
                high,
                _proximal_negative,
                any_of(_settled_by_scan, d_dimer_negative_at_fixed_cut_off),
            ),
            DVT_NOT_LIKELY,
            id="K5",
            cite=K5,
        ),
        row(
            scan_from_day_6.is_(DISTAL),
            DISTAL_FOR_CHEST,
            id="distal_later",
            cite=CHEST_2021.at("statement 1"),
        ),
        superficial_on(scan_from_day_6, id="superficial_later"),
        not_settled,
    ],
)

SUSPECTED_DVT_CHEST = step(
    "suspected_dvt_chest",
    "First suspected DVT, CHEST 2012",
    question=SUSPECTED_DVT,
    guideline="chest",
    subject=EPISODE,
    source=K1,
    for_whom=first_suspected_dvt,
    conclusion=CONCLUSION,
    plan=[
        action(
            "d_dimer_or_proximal_scan",
            "D-dimer first, or a proximal ultrasound instead; rather not a whole-leg scan.",
            act="d_dimer",
            when=low,
            gives=d_dimer_sample,
            result=d_dimer,
            until=_negative,
            cite=K2,
        ),
        action(
            "highly_sensitive_d_dimer_or_scan",
            "A highly sensitive D-dimer, or a proximal or whole-leg ultrasound instead.",
            act="d_dimer",
            when=moderate,
            gives=d_dimer_sample,
            result=d_dimer,
            until=first_scan_recorded.is_(NEGATIVE_WHOLE_LEG),
            cite=K3,
        ),
        action(
            "scan_after_d_dimer",
            "Proximal ultrasound, because the D-dimer does not exclude DVT.",
            act="proximal_scan",
            when=all_of(any_of(low, moderate), no(_excluded_by_d_dimer)),
            gives=leg_scan,
            cite=K2,
        ),
        action(
            "scan_first",
            "Proximal or whole-leg ultrasound; a D-dimer does not stand alone here.",
            act="proximal_scan",
            when=high,
            gives=leg_scan,
            cite=K4,
        ),
        action(
            "repeat_scan_at_one_week",
            "Repeat the proximal ultrasound after a week; or a whole-leg ultrasound or a D-dimer now.",
            act="repeat_scan",
            when=needs_repeat,
            gives=leg_scan,
            after=("scan_after_d_dimer", "scan_first"),
            due=in_days(6, 8),
            until=CONCLUSION.one_of(DVT_CONFIRMED, DVT_NOT_LIKELY),
            cite=K5,
        ),
        another_test_after(first_scan),
        treatment_by(CONCLUSION, K1),
        end_of_tests_by(CONCLUSION, DVT_NOT_LIKELY, cite=K1),
    ],
)
