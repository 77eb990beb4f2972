"""What follows a negative result in suspected DVT of a leg (reference 1, section 6.1)."""

from veinway.care.after_result.outcomes import (
    A_CLOT_WAS_SHOWN,
    NOT_A_NEGATIVE_RESULT,
    STOP_INTERIM_AND_REPEAT,
)
from veinway.care.facts.tests import leg_scan
from veinway.care.imaging.nice import (
    excluded_by_d_dimer,
    negative_though_likely,
    positive_though_likely,
    scan_needed_though_unlikely,
)
from veinway.care.imaging.scans import (
    DISTAL,
    NEGATIVE,
    NEGATIVE_PROXIMAL,
    NEGATIVE_WHOLE_LEG,
    PROXIMAL,
    SUPERFICIAL_ONLY,
    clot_on_scan_of_both_legs,
    first_scan_recorded,
    first_scan_where_asked_for,
    later_scan_recorded,
    later_scan_where_asked_for,
    scan_from_day_6,
)
from veinway.care.outcomes import DVT_NOT_LIKELY
from veinway.care.questions import AFTER_NEGATIVE
from veinway.care.sources import LOCAL, NG158, OSTFOLD_2020, PRODUCT, S
from veinway.care.suspected_dvt.embolism import no_embolism_is_open
from veinway.care.suspected_dvt.patients import adult_outpatient_with_suspected_dvt, unlikely
from veinway.language import *

_PCN, _GG = "Primary Care Notebook", "Guideline Genius, NHS Dumfries & Galloway drafts"
_STOP = NG158.section("1.1, rows D8, D11, D14", S, _PCN)
_D6 = NG158.section("1.1, row D6", S, _GG)
_SECTION = PRODUCT.at("section 6.1", LOCAL)

_first_scan = first_scan_where_asked_for(unless=excluded_by_d_dimer)
_negative_proximal = _first_scan.is_(NEGATIVE_PROXIMAL)
_later_scan = later_scan_where_asked_for(
    unless=any_of(
        excluded_by_d_dimer,
        first_scan_recorded.one_of(NEGATIVE_WHOLE_LEG, DISTAL, SUPERFICIAL_ONLY),
        all_of(any_of(unlikely, negative_though_likely), first_scan_recorded.is_(NEGATIVE_PROXIMAL)),
    )
)
clot_shown = any_of(
    _first_scan.one_of(PROXIMAL, DISTAL, SUPERFICIAL_ONLY),
    _later_scan.is_(PROXIMAL),
    clot_on_scan_of_both_legs,
)

CONCLUSION = table(
    "after_negative_conclusion",
    "What follows a negative result in suspected DVT",
    hit="first",
    source=_SECTION,
    rows=[
        row(clot_shown, A_CLOT_WAS_SHOWN, id="clot", cite=_SECTION),
        row(excluded_by_d_dimer, DVT_NOT_LIKELY, id="unlikely_negative", cite=_STOP),
        row(
            _first_scan.is_("indeterminate"),
            NOT_A_NEGATIVE_RESULT,
            id="indeterminate",
            cite=_SECTION,
        ),
        row(
            _first_scan.is_(NEGATIVE_WHOLE_LEG),
            DVT_NOT_LIKELY,
            id="whole_leg",
            cite=OSTFOLD_2020.at("abstract"),
        ),
        row(
            all_of(negative_though_likely, _negative_proximal),
            DVT_NOT_LIKELY,
            id="likely_negative",
            cite=_STOP,
        ),
        row(
            all_of(positive_though_likely, _negative_proximal, scan_from_day_6.one_of(*NEGATIVE)),
            DVT_NOT_LIKELY,
            id="repeat_negative",
            cite=NG158.section("1.1, rows D7 and D8", S, _GG),
        ),
        row(
            all_of(positive_though_likely, _negative_proximal),
            STOP_INTERIM_AND_REPEAT,
            id="likely_positive",
            cite=_D6,
        ),
        row(
            all_of(scan_needed_though_unlikely, _negative_proximal),
            DVT_NOT_LIKELY,
            id="unlikely_positive",
            cite=_STOP,
        ),
    ],
)

_repeat_needed = all_of(positive_though_likely, _negative_proximal)
_stop = CONCLUSION.is_(DVT_NOT_LIKELY)

AFTER_NEGATIVE_STEP = step(
    "after_negative_veinway",
    "After a negative result in suspected DVT",
    question=AFTER_NEGATIVE,
    guideline="veinway",
    subject=EPISODE,
    source=_SECTION,
    for_whom=adult_outpatient_with_suspected_dvt,
    conclusion=CONCLUSION,
    plan=[
        action(
            "first_scan_of_the_episode",
            "The first scan of the leg veins.",
            act="proximal_scan",
            when=first_scan_recorded.one_of(*NEGATIVE),
            gives=leg_scan,
            cite=_SECTION,
        ),
        action(
            "stop_interim_anticoagulation",
            "First make sure that there are no chest symptoms, no instability and no threatened limb. "
            "Then stop interim anticoagulation that was started for this suspicion, and only that.",
            when=all_of(any_of(_stop, _repeat_needed), no_embolism_is_open),
            until=later_scan_recorded.is_(PROXIMAL),
            cite=_STOP,
        ),
        action(
            "book_repeat_scan",
            "Book the proximal scan again, 6 to 8 days after the first.",
            act="repeat_scan",
            when=_repeat_needed,
            gives=leg_scan,
            after=("first_scan_of_the_episode",),
            due=in_days(6, 8),
            cite=_D6,
        ),
        action(
            "alternative_test",
            "The scan was indeterminate, which is not negative: arrange another test.",
            when=all_of(no(excluded_by_d_dimer), _first_scan.is_("indeterminate")),
            cite=_SECTION,
        ),
        action(
            "alternative_diagnosis",
            "Think of other diagnoses.",
            when=_stop,
            cite=_STOP,
        ),
        action(
            "safety_net_advice",
            "Say whom to call, and when: new or worse breathlessness, chest pain, coughing blood, "
            "fainting, a change of colour of the leg, or more swelling.",
            when=any_of(_stop, _repeat_needed),
            cite=_SECTION,
        ),
    ],
)
