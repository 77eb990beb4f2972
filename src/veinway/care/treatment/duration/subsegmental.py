"""A clot of subsegmental arteries only: treat or watch (reference 2, section 3.3).

The second reading and the scan of both legs stand with the diagnosis (`care.suspected_pe.small_clots`).
"""

from veinway.care.facts.chest_tests import high_recurrence_risk
from veinway.care.facts.duration import subsegmental_with_symptoms
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.facts.treatment import indication
from veinway.care.imaging.scans import proximal_clot_on_record
from veinway.care.sources import CHEST_2021, THROMBOSIS_CANADA
from veinway.care.suspected_pe.results import both_legs_clear
from veinway.care.treatment.duration.site_outcomes import (
    CASE_BY_CASE,
    LEAN_TO_TREAT,
    LEGS_ARE_SCANNED_FIRST,
    TREAT_LEG_CLOT,
    TREAT_SUBSEGMENTAL,
    WATCH_SUBSEGMENTAL,
)
from veinway.care.treatment.questions import SUBSEGMENTAL_TREATMENT
from veinway.language import *

_CHEST = CHEST_2021.at("statement 3, weak")
_TC = THROMBOSIS_CANADA.at("pulmonary embolism; cancer and thrombosis")
_subsegmental = all_of(adult, no(expecting_or_new_mother), indication.is_("sspe"))

SUBSEGMENTAL_TREATMENT_CHEST_CONCLUSION = table(
    "subsegmental_treatment_chest_conclusion",
    "Treatment of a subsegmental embolism, by CHEST",
    hit="first",
    source=_CHEST,
    rows=[
        row(proximal_clot_on_record, TREAT_LEG_CLOT, id="K9_leg", cite=_CHEST),
        row(any_of(active_cancer, high_recurrence_risk), TREAT_SUBSEGMENTAL, id="K9_high", cite=_CHEST),
        row(both_legs_clear, WATCH_SUBSEGMENTAL, id="K9_low", cite=_CHEST),
        otherwise(LEGS_ARE_SCANNED_FIRST, id="K9_legs", cite=_CHEST),
    ],
)
SUBSEGMENTAL_TREATMENT_CHEST = step(
    "subsegmental_treatment_chest",
    "Treatment of a subsegmental embolism, CHEST 2021",
    question=SUBSEGMENTAL_TREATMENT,
    guideline="chest",
    subject=PERSON,
    source=_CHEST,
    for_whom=_subsegmental,
    conclusion=SUBSEGMENTAL_TREATMENT_CHEST_CONCLUSION,
    plan=[],
)
SUBSEGMENTAL_TREATMENT_TC_CONCLUSION = table(
    "subsegmental_treatment_tc_conclusion",
    "Treatment of a subsegmental embolism, by Thrombosis Canada",
    hit="first",
    source=_TC,
    rows=[
        row(proximal_clot_on_record, TREAT_LEG_CLOT, id="leg", cite=_TC),
        row(any_of(active_cancer, subsegmental_with_symptoms), LEAN_TO_TREAT, id="lean", cite=_TC),
        otherwise(CASE_BY_CASE, id="individual", cite=_TC),
    ],
)
SUBSEGMENTAL_TREATMENT_TC = step(
    "subsegmental_treatment_tc",
    "Treatment of a subsegmental embolism, Thrombosis Canada 2025",
    question=SUBSEGMENTAL_TREATMENT,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_subsegmental,
    conclusion=SUBSEGMENTAL_TREATMENT_TC_CONCLUSION,
    plan=[],
)
