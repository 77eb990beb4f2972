"""ESVS 2021: suspected DVT of a leg. Ultrasound first, in a validated pathway; a second scan if likely.

The class I statements were read in a list; the second scan and venography were not.
"""

from veinway.care.d_dimer import d_dimer_negative
from veinway.care.facts.tests import leg_scan
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
    scan_from_day_5,
)
from veinway.care.outcomes import (
    DVT_CONFIRMED,
    DVT_NOT_LIKELY,
    FURTHER_IMAGING,
)
from veinway.care.questions import SUSPECTED_DVT
from veinway.care.sources import ESVS_2021, GEERSING_2014, OSTFOLD_2020, S, U
from veinway.care.suspected_dvt.common import (
    end_of_tests_by,
    superficial_on,
    treatment_by,
)
from veinway.care.suspected_dvt.outcomes import ESVS_DISTAL, NOT_LIKELY_UNCONFIRMED
from veinway.care.suspected_dvt.patients import (
    adult_outpatient_with_suspected_dvt,
    likely,
    unlikely,
)
from veinway.language import *

READ = "Medscape list of class I recommendations"
ASSESSMENT = ESVS_2021.at("row Assessment, class I", S, READ)
IMAGING = ESVS_2021.at("row Imaging, class I", S, READ)
REPEAT = ESVS_2021.at("row Repeat", U)
VENOGRAPHY = ESVS_2021.at("row CT, MR or catheter venography", U)

# The validated pathway: an unlikely score with a negative D-dimer leaves 1.2 % (Geersing 2014).
_excluded_by_d_dimer = all_of(unlikely, d_dimer_negative)
_ends_without_repeat = any_of(
    _excluded_by_d_dimer,
    all_of(unlikely, first_scan_recorded.one_of(*NEGATIVE)),
    first_scan_recorded.one_of(NEGATIVE_WHOLE_LEG, DISTAL, SUPERFICIAL_ONLY),
)
first_scan = first_scan_where_asked_for(unless=_excluded_by_d_dimer)
later_scan = later_scan_where_asked_for(unless=_ends_without_repeat)
scan_positive = clot_on_a_scan(first_scan, later_scan)
needs_repeat = all_of(likely, first_scan.is_(NEGATIVE_PROXIMAL))

CONCLUSION = table(
    "suspected_dvt_esvs_conclusion",
    "What became of the suspected DVT, by ESVS",
    hit="first",
    source=ASSESSMENT,
    rows=[
        row(scan_positive, DVT_CONFIRMED, id="positive", cite=IMAGING),
        row(
            first_scan.is_(DISTAL),
            ESVS_DISTAL,
            id="distal",
            cite=ESVS_2021.at("distal DVT, not read", U),
        ),
        superficial_on(first_scan),
        row(
            _excluded_by_d_dimer,
            DVT_NOT_LIKELY,
            id="unlikely_d_dimer",
            cite=GEERSING_2014.at("abstract"),
        ),
        row(
            first_scan.is_(NEGATIVE_WHOLE_LEG),
            DVT_NOT_LIKELY,
            id="whole_leg",
            cite=OSTFOLD_2020.at("abstract"),
        ),
        row(
            all_of(unlikely, first_scan.is_(NEGATIVE_PROXIMAL)),
            NOT_LIKELY_UNCONFIRMED,
            id="unlikely_scan",
            cite=REPEAT,
        ),
        row(
            all_of(needs_repeat, scan_from_day_5.one_of(*NEGATIVE)),
            NOT_LIKELY_UNCONFIRMED,
            id="repeat",
            cite=REPEAT,
        ),
        row(
            scan_from_day_5.is_(DISTAL),
            ESVS_DISTAL,
            id="distal_later",
            cite=ESVS_2021.at("distal DVT, not read", U),
        ),
        superficial_on(scan_from_day_5, id="superficial_later"),
        otherwise(FURTHER_IMAGING, id="inconclusive", cite=VENOGRAPHY),
    ],
)

SUSPECTED_DVT_ESVS = step(
    "suspected_dvt_esvs",
    "Suspected DVT, ESVS 2021",
    question=SUSPECTED_DVT,
    guideline="esvs",
    subject=EPISODE,
    source=ASSESSMENT,
    for_whom=adult_outpatient_with_suspected_dvt,
    conclusion=CONCLUSION,
    plan=[
        action(
            "ultrasound_first",
            "Ultrasound of the leg veins, the first imaging test.",
            act="proximal_scan",
            when=any_of(likely, all_of(unlikely, no(d_dimer_negative))),
            gives=leg_scan,
            cite=IMAGING,
        ),
        action(
            "repeat_scan_day_5_to_7",
            "Repeat the ultrasound 5 to 7 days after the first, because DVT is likely and the proximal "
            "scan was negative.",
            act="repeat_scan",
            when=needs_repeat,
            gives=leg_scan,
            after=("ultrasound_first",),
            due=in_days(5, 7),
            cite=REPEAT,
        ),
        action(
            "venography",
            "CT, MR or catheter venography, because ultrasound was inconclusive.",
            act="mr_venography",
            when=first_scan.is_("indeterminate"),
            cite=VENOGRAPHY,
            strength=Strength.CONSIDER,
        ),
        treatment_by(CONCLUSION, IMAGING),
        action(
            "outpatient_care",
            "Treat as an outpatient, as most people with DVT can be.",
            when=CONCLUSION.is_(DVT_CONFIRMED),
            cite=ESVS_2021.at("row Outpatient care, class I", S, READ),
        ),
        end_of_tests_by(CONCLUSION, DVT_NOT_LIKELY, NOT_LIKELY_UNCONFIRMED, cite=ASSESSMENT),
    ],
)
