"""RCOG 37b: suspected DVT in pregnancy or within 6 weeks of birth. Rows R1 to R5 and R11.

Treatment goes on until a clot is excluded, not until it is shown: it stops only after a negative scan.
"""

from veinway.care.facts.alarm import leg_symptoms
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import (
    expecting_or_new_mother,
    iliac_imaging_result,
    suspicion_not_low,
)
from veinway.care.facts.tests import baseline_bloods, interim_anticoagulant, leg_scan
from veinway.care.imaging.scans import DISTAL, SUPERFICIAL_ONLY, first_scan_recorded
from veinway.care.pregnancy.outcomes import (
    CALF_VEINS_ONLY,
    CONFIRMED,
    EXCLUDED,
    ILIAC_IMAGING,
    NOT_SETTLED,
    SUPERFICIAL_IN_PREGNANCY,
)
from veinway.care.pregnancy.scans import (
    day_3_missed,
    excluded_at_once,
    excluded_by_repeats,
    iliac_settled,
    iliac_suspected,
    leg_or_iliac_clot,
    lung_and_arm_settled,
    suspicion_low,
)
from veinway.care.questions import SUSPECTED_DVT_IN_PREGNANCY
from veinway.care.sources import DG_REFERRAL, LOCAL, PRODUCT, RCOG_37B, U
from veinway.care.special.imaging import first_scan_negative
from veinway.care.special.outcomes import KEEP_ANTICOAGULANT
from veinway.care.suspected_pe.haemodynamics import unstable_on_record
from veinway.language import *

CONCLUSION = table(
    "dvt_in_pregnancy_rcog_conclusion",
    "What became of the suspected DVT in pregnancy, by RCOG",
    hit="first",
    source=RCOG_37B.at("rows R1 to R5"),
    rows=[
        row(leg_or_iliac_clot, CONFIRMED, id="R2", cite=RCOG_37B.at("rows R1 and R2")),
        row(
            first_scan_recorded.is_(DISTAL),
            CALF_VEINS_ONLY,
            id="distal",
            cite=PRODUCT.at("section 5.1, calf veins in pregnancy", LOCAL),
        ),
        row(
            first_scan_recorded.is_(SUPERFICIAL_ONLY),
            SUPERFICIAL_IN_PREGNANCY,
            id="superficial",
            cite=PRODUCT.at("section 5.1, superficial veins in pregnancy", LOCAL),
        ),
        row(no(iliac_settled), ILIAC_IMAGING, id="R5", cite=RCOG_37B.at("row R5", U)),
        row(
            all_of(any_of(excluded_at_once, excluded_by_repeats), on_therapeutic_anticoagulation),
            KEEP_ANTICOAGULANT,
            id="own drug",
            cite=DG_REFERRAL.at("suspected DVT: only the interim drug is stopped"),
        ),
        row(excluded_at_once, EXCLUDED, id="R3", cite=RCOG_37B.at("row R3")),
        row(excluded_by_repeats, EXCLUDED, id="R4", cite=RCOG_37B.at("row R4")),
        otherwise(NOT_SETTLED, id="R1", cite=RCOG_37B.at("row R1, treat until excluded")),
    ],
)
_stops_after_first_scan = all_of(first_scan_negative, iliac_settled)
_repeat_needed = all_of(_stops_after_first_scan, suspicion_not_low)
_settled = any_of(CONCLUSION.one_of(CONFIRMED, EXCLUDED, KEEP_ANTICOAGULANT), _stops_after_first_scan)
# Who already takes a full dose for another reason is given no second drug, and keeps the first.
_no_drug_of_her_own = no(on_therapeutic_anticoagulation)
_starts_heparin = all_of(leg_symptoms, _no_drug_of_her_own)

SUSPECTED_DVT_IN_PREGNANCY_RCOG = step(
    "suspected_dvt_in_pregnancy_rcog",
    "Suspected DVT in pregnancy or within 6 weeks of birth, RCOG 37b",
    question=SUSPECTED_DVT_IN_PREGNANCY,
    guideline="rcog",
    subject=EPISODE,
    source=RCOG_37B.at("rows R1 to R5, R11"),
    for_whom=all_of(adult, no(unstable_on_record), expecting_or_new_mother, leg_symptoms),
    conclusion=CONCLUSION,
    plan=[
        action(
            "treat_until_excluded",
            "Low-molecular-weight heparin until a clot is excluded, unless treatment is strongly "
            "contraindicated.",
            act="interim_anticoagulation",
            when=_starts_heparin,
            until=_settled,
            gives=interim_anticoagulant,
            cite=RCOG_37B.at("row R1"),
        ),
        action(
            "bloods_before_heparin",
            "Full blood count, coagulation screen, urea and electrolytes and liver function before the "
            "heparin; no routine thrombophilia screen.",
            act="baseline_bloods",
            when=_starts_heparin,
            until=_settled,
            gives=baseline_bloods,
            before=interim_anticoagulant,
            cite=RCOG_37B.at("row R11", U),
        ),
        action(
            "compression_duplex",
            "Compression duplex ultrasound of the leg, whatever a clinical rule such as LEFt says.",
            act="proximal_scan",
            when=leg_symptoms,
            gives=leg_scan,
            cite=RCOG_37B.at("row R2"),
        ),
        action(
            "iliac_imaging",
            "Doppler of the iliac vein, MR venography or conventional venography.",
            act="mr_venography",
            when=iliac_suspected,
            result=iliac_imaging_result,
            cite=RCOG_37B.at("row R5", U),
        ),
        action(
            "stop_heparin_low_suspicion",
            "Stop the heparin started for this suspicion, never an anticoagulant "
            "taken for another reason.",
            act="stop_interim_anticoagulation",
            when=all_of(
                _stops_after_first_scan, suspicion_low, _no_drug_of_her_own, lung_and_arm_settled
            ),
            until=CONCLUSION.is_(CONFIRMED),
            cite=RCOG_37B.at("row R3"),
        ),
        action(
            "stop_heparin_until_repeat",
            "Stop the heparin started for this suspicion after the negative scan, and repeat the scan.",
            act="stop_interim_anticoagulation",
            when=all_of(_repeat_needed, _no_drug_of_her_own, lung_and_arm_settled),
            until=CONCLUSION.is_(CONFIRMED),
            cite=RCOG_37B.at("row R4"),
        ),
        action(
            "repeat_duplex_day_3",
            "Repeat the ultrasound on day 3.",
            act="repeat_scan",
            # A scan from day 7 on is the second repeat, not a late first one.
            when=all_of(_repeat_needed, no(day_3_missed)),
            gives=leg_scan,
            after=("compression_duplex",),
            due=in_days(3, 3),
            cite=RCOG_37B.at("row R4"),
        ),
        action(
            "repeat_duplex_day_7",
            "Repeat the ultrasound on day 7.",
            act="repeat_scan",
            when=_repeat_needed,
            gives=leg_scan,
            after=("compression_duplex",),
            due=in_days(7, 7),
            cite=RCOG_37B.at("row R4"),
        ),
        action(
            "specialist_on_small_clot_in_pregnancy",
            "Continue low-molecular-weight heparin, unless it is contraindicated, and ask a specialist: "
            "a clot of a superficial vein or of the calf only.",
            when=CONCLUSION.one_of(SUPERFICIAL_IN_PREGNANCY, CALF_VEINS_ONLY),
            cite=PRODUCT.at("section 5.1, calf and superficial veins in pregnancy", LOCAL),
        ),
        action(
            "day_3_scan_missed",
            "The scan of day 3 is not on record, and the one from day 7 on does not stand for both: a "
            "clinician decides whether to scan once more.",
            when=all_of(_repeat_needed, day_3_missed),
            until=CONCLUSION.is_(CONFIRMED),
            cite=RCOG_37B.at("row R4"),
        ),
        action(
            "treat_in_pregnancy",
            "Continue or start low-molecular-weight heparin.",
            act="start_treatment",
            when=CONCLUSION.is_(CONFIRMED),
            cite=RCOG_37B.at("row R1"),
        ),
    ],
)
