"""NICE quality standards QS29 (2013) and QS201 (2021) for suspected thromboembolism in adults.

QS29 counts from the first clinical suspicion, QS201 statement 3 from the request of the scan. QS201
replaced QS29; what is measured by QS29 says so. Two statements of QS29 are left out on purpose: number 5
(search for cancer after an unprovoked clot) is superseded by NG158, which asks for no further tests
without signs, and number 6 (no thrombophilia test after a provoked clot) is a rule of the question on
thrombophilia testing, not a time.
"""

from veinway.care.facts.alarm import chest_symptoms, leg_symptoms
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.chest_tests import ctpa, ctpa_request, lung_scintigraphy
from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.facts.quality import (
    dvt_investigations_over_4_hours,
    follow_up_plan_agreed,
    outpatient_pe_treatment,
    pe_investigations_over_1_hour,
)
from veinway.care.facts.tests import leg_scan, leg_scan_request
from veinway.care.imaging.nice import excluded_by_d_dimer, scan_needed_though_unlikely
from veinway.care.imaging.scans import NO_FIRST_ASKED_FOR, NOT_ASKED_FOR
from veinway.care.quality.outcomes import MET, NOT_MET
from veinway.care.quality.times import (
    lung_imaging_in_1_hour,
    minutes_from_request_to_scan,
    minutes_to_interim,
    minutes_to_scan,
)
from veinway.care.questions import (
    INTERIM_ANTICOAGULATION_IN_TIME_DVT,
    INTERIM_ANTICOAGULATION_IN_TIME_PE,
    INVESTIGATIONS_IN_A_DAY,
    OUTPATIENT_PLAN_AGREED,
    SCAN_IN_TIME_AFTER_REQUEST,
)
from veinway.care.sources import LOCAL, PRODUCT, QS29, QS201
from veinway.care.suspected_dvt.patients import adult_outpatient_with_suspected_dvt, likely
from veinway.language import *

_OWN_DRUG_ASIDE = all_of(adult, no(expecting_or_new_mother), no(on_therapeutic_anticoagulation))
_EXPECTATION = PRODUCT.at("section 3.3, what was expected and what it took", LOCAL)

# Suspected DVT --------------------------------------------------------------------------------

_scan_wanted = any_of(any_event(leg_scan), any_event(leg_scan_request))
_suspected_dvt = any_of(leg_symptoms, _scan_wanted)
# In a record the expectation is hardly ever written down: that it took longer stands for it.
_over_4_hours = any_of(
    presume(
        dvt_investigations_over_4_hours,
        NO,
        when=minutes_to_scan <= 240,
        because="the scan was done within 4 hours",
        source=_EXPECTATION,
    ),
    minutes_to_scan > 240,
)

INTERIM_DVT = step(
    "quality_interim_anticoagulation_dvt",
    "Interim anticoagulation within 4 hours of suspected DVT (QS29 statement 1)",
    question=INTERIM_ANTICOAGULATION_IN_TIME_DVT,
    guideline="qs",
    subject=EPISODE,
    source=QS29.at("statement 1"),
    for_whom=all_of(_OWN_DRUG_ASIDE, _suspected_dvt, _over_4_hours),
    conclusion=table(
        "quality_interim_anticoagulation_dvt_conclusion",
        "Whether interim anticoagulation for suspected DVT came within 4 hours",
        hit="first",
        source=QS29.at("statement 1"),
        rows=[
            row(minutes_to_interim <= 240, MET, id="met", cite=QS29.at("statement 1")),
            otherwise(NOT_MET, id="not met", cite=QS29.at("statement 1")),
        ],
    ),
    plan=[],
)
INVESTIGATIONS_DVT = step(
    "quality_investigations_dvt",
    "Imaging complete within 24 hours of suspected DVT (QS29 statement 2)",
    question=INVESTIGATIONS_IN_A_DAY,
    guideline="qs",
    subject=EPISODE,
    source=QS29.at("statement 2"),
    for_whom=all_of(
        adult_outpatient_with_suspected_dvt,
        any_of(
            presume(
                _scan_wanted,
                NO,
                when=excluded_by_d_dimer,
                because=NO_FIRST_ASKED_FOR,
                source=NOT_ASKED_FOR,
            ),
            all_of(leg_symptoms, any_of(likely, scan_needed_though_unlikely)),
        ),
    ),
    conclusion=table(
        "quality_investigations_dvt_conclusion",
        "Whether imaging for suspected DVT was complete within 24 hours",
        hit="first",
        source=QS29.at("statement 2"),
        rows=[
            row(minutes_to_scan <= 1440, MET, id="met", cite=QS29.at("statement 2")),
            otherwise(NOT_MET, id="not met", cite=QS29.at("statement 2")),
        ],
    ),
    plan=[],
)
SCAN_AFTER_REQUEST = step(
    "quality_scan_after_request",
    "Scan within 4 hours of its request, Wells score 2 or more (QS201 statement 3)",
    question=SCAN_IN_TIME_AFTER_REQUEST,
    guideline="qs",
    subject=EPISODE,
    source=QS201.at("statement 3"),
    for_whom=all_of(adult_outpatient_with_suspected_dvt, likely),
    conclusion=table(
        "quality_scan_after_request_conclusion",
        "Whether the scan was done within 4 hours of its request",
        hit="first",
        source=QS201.at("statement 3"),
        rows=[
            row(minutes_from_request_to_scan <= 240, MET, id="met", cite=QS201.at("statement 3")),
            otherwise(NOT_MET, id="not met", cite=QS201.at("statement 3")),
        ],
    ),
    plan=[],
)

# Suspected embolism ----------------------------------------------------------------------------

_suspected_pe = any_of(
    chest_symptoms, any_event(ctpa), any_event(ctpa_request), any_event(lung_scintigraphy)
)
_over_1_hour = any_of(
    presume(
        pe_investigations_over_1_hour,
        NO,
        when=lung_imaging_in_1_hour,
        because="the lung was imaged within an hour",
        source=_EXPECTATION,
    ),
    no(lung_imaging_in_1_hour),
)

INTERIM_PE = step(
    "quality_interim_anticoagulation_pe",
    "Interim anticoagulation within 1 hour of suspected embolism (QS29 statement 3)",
    question=INTERIM_ANTICOAGULATION_IN_TIME_PE,
    guideline="qs",
    subject=EPISODE,
    source=QS29.at("statement 3"),
    for_whom=all_of(_OWN_DRUG_ASIDE, _suspected_pe, _over_1_hour),
    conclusion=table(
        "quality_interim_anticoagulation_pe_conclusion",
        "Whether interim anticoagulation for suspected embolism came within 1 hour",
        hit="first",
        source=QS29.at("statement 3"),
        rows=[
            row(minutes_to_interim <= 60, MET, id="met", cite=QS29.at("statement 3")),
            otherwise(NOT_MET, id="not met", cite=QS29.at("statement 3")),
        ],
    ),
    plan=[],
)
OUTPATIENT_PLAN = step(
    "quality_outpatient_plan",
    "A plan is agreed for outpatients with low-risk embolism (QS201 statement 5)",
    question=OUTPATIENT_PLAN_AGREED,
    guideline="qs",
    subject=EPISODE,
    source=QS201.at("statement 5"),
    for_whom=all_of(adult, outpatient_pe_treatment),
    conclusion=table(
        "quality_outpatient_plan_conclusion",
        "Whether a plan for monitoring and follow-up was agreed",
        hit="first",
        source=QS201.at("statement 5"),
        rows=[
            row(follow_up_plan_agreed, MET, id="met", cite=QS201.at("statement 5")),
            otherwise(NOT_MET, id="not met", cite=QS201.at("statement 5")),
        ],
    ),
    plan=[],
)
