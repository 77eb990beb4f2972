"""Measures of hospitals and of people with a leg in plaster (reference 4, section 7.3).

Each looks at the last stay, or the last plaster, of a person. The time of the decision to admit is
hardly ever recorded, so that 14 hours count from the admission. Some days are written twice: a formula
uses each input once, and a day that is not exact only widens both.
"""

from veinway.care.facts.hospital import (
    assessed_as,
    clot_present_on_admission,
    hospital_discharge,
    hospital_stay,
    prophylactic_dose,
    vte_risk_assessment,
)
from veinway.care.facts.person import age
from veinway.care.facts.prevention_leg import leg_immobilisation
from veinway.care.facts.supplies import anticoagulant_supply
from veinway.care.facts.treatment import vte_diagnosis
from veinway.care.quality.outcomes import HOSPITAL_ACQUIRED, MET, NOT_HOSPITAL_ACQUIRED, NOT_MET
from veinway.care.quality.questions import (
    ASSESSED_IN_PLASTER,
    CLOT_FROM_HOSPITAL,
    PROPHYLAXIS_IN_TIME,
    RISK_ASSESSED_IN_TIME,
)
from veinway.care.sources import LOCAL, NHS_ENGLAND_HAT, NHS_ENGLAND_VTE, PRODUCT, QS201, S
from veinway.language import *

_STATEMENT_1 = QS201.at("statement 1", S, "secondary pages")
_AT_LEAST_16 = age >= 16
admission_day = date_of_event("last", hospital_stay)
_admission_day = date_of_event("last", hospital_stay)
_this_stay = the_first(hospital_stay, in_=days_after(0, 0, _admission_day))
_around = days_after(-1, 2, admission_day)
_minutes_to_assessment = minutes_until("first", vte_risk_assessment, since=_this_stay, in_=_around)
_minutes_to_dose = minutes_until("first", prophylactic_dose, since=_this_stay, in_=_around)
_in_hospital = all_of(_AT_LEAST_16, any_event(hospital_stay))

PROPHYLAXIS_IN_14_HOURS = step(
    "quality_prophylaxis_in_14_hours",
    "Medicine to prevent a clot within 14 hours of admission (QS201 statement 1)",
    question=PROPHYLAXIS_IN_TIME,
    guideline="qs",
    subject=PERSON,
    source=_STATEMENT_1,
    for_whom=all_of(
        _in_hospital,
        any_event(vte_risk_assessment, assessed_as.is_("medicine_needed"), in_=_around),
    ),
    conclusion=table(
        "quality_prophylaxis_in_14_hours_conclusion",
        "Whether the first dose came within 14 hours of admission",
        hit="first",
        source=_STATEMENT_1,
        rows=[
            row(_minutes_to_dose <= 840, MET, id="met", cite=_STATEMENT_1),
            otherwise(NOT_MET, id="not met", cite=_STATEMENT_1),
        ],
    ),
    plan=[],
)
RISK_ASSESSMENT_IN_14_HOURS = step(
    "quality_risk_assessment_in_14_hours",
    "Risk of a clot assessed within 14 hours of admission (NHS England; the standard is 95 %)",
    question=RISK_ASSESSED_IN_TIME,
    guideline="veinway",
    subject=PERSON,
    source=NHS_ENGLAND_VTE.at("definition"),
    for_whom=_in_hospital,
    conclusion=table(
        "quality_risk_assessment_in_14_hours_conclusion",
        "Whether the risk of a clot was assessed within 14 hours of admission",
        hit="first",
        source=NHS_ENGLAND_VTE.at("definition"),
        rows=[
            row(_minutes_to_assessment <= 840, MET, id="met", cite=NHS_ENGLAND_VTE.at("definition")),
            otherwise(NOT_MET, id="not met", cite=NHS_ENGLAND_VTE.at("definition")),
        ],
    ),
    plan=[],
)

# A leg in plaster --------------------------------------------------------------------------------

IN_A_STAY = PRODUCT.at("reference 4, section 7.3, QS201 statement 2, a plaster in a stay", LOCAL)
plaster_day = date_of_event("last", leg_immobilisation)
_that_plaster, _that_plaster_too = (
    the_first(leg_immobilisation, in_=days_after(0, 0, day))
    for day in (date_of_event("last", leg_immobilisation), date_of_event("last", leg_immobilisation))
)
_since_plaster = days_after(0, 90, plaster_day)
_since_plaster_too = days_after(0, 90, date_of_event("last", leg_immobilisation))
ASSESSMENT_IN_PLASTER = step(
    "quality_assessment_in_plaster",
    "Risk of a clot assessed before somebody goes home with a leg in plaster (QS201 statement 2)",
    question=ASSESSED_IN_PLASTER,
    guideline="qs",
    subject=PERSON,
    source=QS201.at("statement 2"),
    for_whom=all_of(_AT_LEAST_16, any_event(leg_immobilisation)),
    conclusion=table(
        "quality_assessment_in_plaster_conclusion",
        "Whether the risk was assessed on the day of the plaster, or before the stay ended",
        hit="first",
        source=QS201.at("statement 2"),
        rows=[
            row(
                any_event(vte_risk_assessment, in_=days_after(-1, 0, plaster_day)),
                MET,
                id="that day",
                cite=QS201.at("statement 2"),
            ),
            row(
                all_of(
                    any_event(hospital_stay, in_=days_after(-30, 0, plaster_day)),
                    any_event(hospital_discharge, in_=_since_plaster),
                    days_until("first", vte_risk_assessment, since=_that_plaster, in_=_since_plaster)
                    <= days_until(
                        "first", hospital_discharge, since=_that_plaster_too, in_=_since_plaster_too
                    ),
                ),
                MET,
                id="before discharge",
                cite=IN_A_STAY,
            ),
            otherwise(NOT_MET, id="not met", cite=QS201.at("statement 2")),
        ],
    ),
    plan=[],
)

# A clot from a stay in hospital ------------------------------------------------------------------

clot_day = date_of_event("last", vte_diagnosis)
_year_before = days_before(365, 31, clot_day)
_NEW = PRODUCT.at("reference 4, section 7.3, a new clot", LOCAL)
_known_before = presume(
    any_event(vte_diagnosis, in_=_year_before),
    NO,
    because="an earlier clot would be on record where the later one is",
    source=_NEW,
)
_treated_before = presume(
    any_event(anticoagulant_supply, in_=_year_before),
    NO,
    because="a supply before the clot would be on record",
    source=_NEW,
)
FROM_DISCHARGE = PRODUCT.at("reference 4, section 7.3, 90 days from discharge", LOCAL)
_admitted_before = days_before(365, 1, clot_day)
_stay_day, _stay_day_too, _stay_day_again = (
    date_of_event("last", hospital_stay, in_=days_before(365, 1, day))
    for day in [date_of_event("last", vte_diagnosis) for _ in range(3)]
)
_that_stay, _that_stay_too = (
    the_first(hospital_stay, in_=days_after(0, 0, day)) for day in (_stay_day, _stay_day_too)
)
_still_there = all_of(
    any_event(hospital_stay, in_=_admitted_before),
    days_until("first", hospital_discharge, since=_that_stay, in_=days_after(0, 730, _stay_day_again))
    >= days_until("last", vte_diagnosis, since=_that_stay_too),
)
HOSPITAL_ACQUIRED_STEP = step(
    "quality_hospital_acquired",
    "A new clot found during a stay in hospital, or within 90 days of its end",
    question=CLOT_FROM_HOSPITAL,
    guideline="veinway",
    subject=PERSON,
    source=NHS_ENGLAND_HAT.at("definition"),
    for_whom=all_of(any_event(vte_diagnosis), no(_known_before), no(_treated_before)),
    conclusion=table(
        "quality_hospital_acquired_conclusion",
        "Whether the last clot came from a stay in hospital",
        hit="first",
        source=NHS_ENGLAND_HAT.at("definition"),
        rows=[
            row(
                any_event(hospital_discharge, in_=days_before(90, 0, clot_day)),
                HOSPITAL_ACQUIRED,
                id="after a stay",
                cite=FROM_DISCHARGE,
            ),
            row(
                any_of(
                    _still_there,
                    all_of(
                        any_event(hospital_stay, in_=days_before(0, 0, clot_day)),
                        no(clot_present_on_admission),
                    ),
                ),
                HOSPITAL_ACQUIRED,
                id="during a stay",
                cite=NHS_ENGLAND_HAT.at("definition"),
            ),
            otherwise(NOT_HOSPITAL_ACQUIRED, id="no", cite=NHS_ENGLAND_HAT.at("definition")),
        ],
    ),
    plan=[],
)
