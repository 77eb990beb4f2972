"""Process measures of the NICE pathway for suspected DVT that structured records can answer."""

from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.facts.tests import d_dimer_sample, interim_anticoagulant, leg_scan
from veinway.care.imaging.nice import first_negative, positive_though_likely
from veinway.care.imaging.scans import first_scan_day
from veinway.care.quality.outcomes import MET, NOT_MET
from veinway.care.questions import D_DIMER_BEFORE_ANTICOAGULANT, REPEAT_SCAN_IN_TIME
from veinway.care.sources import NG158, NG158_UPDATE, S
from veinway.care.suspected_dvt.patients import adult_outpatient_with_suspected_dvt
from veinway.language import *

_D4 = NG158_UPDATE.at("2020 changes to 1.1.4")
_D6 = NG158.section("1.1, row D6", S, "Guideline Genius, NHS Dumfries & Galloway drafts")

D_DIMER_FIRST = step(
    "quality_d_dimer_before_anticoagulant",
    "D-dimer taken before interim anticoagulation",
    question=D_DIMER_BEFORE_ANTICOAGULANT,
    guideline="veinway",
    subject=EPISODE,
    source=_D4,
    for_whom=all_of(
        adult,
        no(expecting_or_new_mother),
        any_event(d_dimer_sample),
        any_event(interim_anticoagulant),
    ),
    conclusion=table(
        "quality_d_dimer_before_anticoagulant_conclusion",
        "Whether the D-dimer was taken before the first dose",
        hit="first",
        source=_D4,
        rows=[
            row(
                minutes_until("first", interim_anticoagulant, since=d_dimer_sample) >= 0,
                MET,
                id="met",
                cite=_D4,
            ),
            otherwise(NOT_MET, id="not met", cite=_D4),
        ],
    ),
    plan=[],
)
_repeat_from_day_6 = days_until("first", leg_scan, since=leg_scan, in_=days_after(6, 90, first_scan_day))
REPEAT_SCAN = step(
    "quality_repeat_scan",
    "Repeat scan done on day 6 to 8",
    question=REPEAT_SCAN_IN_TIME,
    guideline="veinway",
    subject=EPISODE,
    source=_D6,
    for_whom=all_of(adult_outpatient_with_suspected_dvt, positive_though_likely, first_negative),
    conclusion=table(
        "quality_repeat_scan_conclusion",
        "Whether the repeat scan was done on day 6 to 8",
        hit="first",
        source=_D6,
        rows=[
            row(_repeat_from_day_6 <= 8, MET, id="met", cite=_D6),
            otherwise(NOT_MET, id="not met", cite=_D6),
        ],
    ),
    plan=[],
)
