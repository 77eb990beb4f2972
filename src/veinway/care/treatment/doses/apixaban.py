"""Apixaban: 10 mg twice a day for 14 doses, then 5 mg; 2.5 mg once six months are completed.

Neither age, weight nor creatinine changes a dose: the rule that asks for two of the three is for atrial
fibrillation (trap T-01).
"""

from veinway.care.facts.blood_tests import active_bleeding
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.treatment import treatment_start
from veinway.care.sources import (
    API_CAT_2025,
    APIXABAN_LABEL,
    RENOVE_2025,
    RXNORM_PRODUCTS,
    US_LABELS,
    S,
)
from veinway.care.treatment.doses.common import (
    BELOW_15,
    BLOODS,
    CANADIAN_LABEL,
    CONVENTIONS,
    NO_DOSE,
    STALE_CREATININE,
    extended_phase,
    loading_phase,
    treatment_phase,
)
from veinway.care.treatment.verdicts.shared import in_us
from veinway.language import *

_LABEL = APIXABAN_LABEL.section("4.2")
_US = US_LABELS.at("apixaban, kidney function")

APIXABAN_10 = dose("apixaban_10_bd", "Apixaban 10 mg twice a day.", amount(10, "mg", times=2))
APIXABAN_5 = dose("apixaban_5_bd", "Apixaban 5 mg twice a day.", amount(5, "mg", times=2))
APIXABAN_2_5 = dose("apixaban_2_5_bd", "Apixaban 2.5 mg twice a day.", amount("2.5", "mg", times=2))

# The US label changes nothing for the kidneys, dialysis included; the EU label does not recommend it.
_too_low = all_of(BELOW_15, no(in_us))

APIXABAN_LOADING = table(
    "apixaban_loading_dose",
    "Apixaban, first 14 doses",
    hit="unique",
    source=_LABEL,
    rows=[
        row(_too_low, NO_DOSE, id="kidney_failure", cite=_LABEL),
        otherwise(APIXABAN_10, id="everybody_else", cite=_LABEL),
    ],
)
APIXABAN_TREATMENT = table(
    "apixaban_treatment_dose",
    "Apixaban, from the 15th dose",
    hit="unique",
    source=_LABEL,
    rows=[
        row(_too_low, NO_DOSE, id="kidney_failure", cite=_LABEL),
        otherwise(APIXABAN_5, id="everybody_else", cite=_LABEL),
    ],
)
APIXABAN_EXTENDED = table(
    "apixaban_extended_dose",
    "Apixaban, after six completed months",
    hit="unique",
    source=_LABEL,
    rows=[
        row(_too_low, NO_DOSE, id="kidney_failure", cite=_LABEL),
        otherwise(APIXABAN_2_5, id="everybody_else", cite=_LABEL),
    ],
)
PHASES = [
    loading_phase("First week", APIXABAN_LOADING, doses=14),
    treatment_phase(APIXABAN_TREATMENT, _LABEL),
    extended_phase(APIXABAN_EXTENDED, _LABEL),
]
APIXABAN_FIRST_DOSE = table(
    "apixaban_first_dose",
    "Apixaban, one dose before blood results",
    hit="unique",
    source=BLOODS,
    rows=[
        row(active_bleeding, NO_DOSE, id="bleeding", cite=CONVENTIONS),
        otherwise(APIXABAN_10, id="everybody_else", cite=BLOODS),
    ],
)
FIRST_DOSE = [
    phase(
        "first_dose",
        "One dose before blood results",
        dose=APIXABAN_FIRST_DOSE,
        lasts=for_doses(1),
        source=BLOODS,
    ),
]
STRENGTHS = strengths("2.5", 5, source=RXNORM_PRODUCTS.at("apixaban"))
FLAGS = [
    STALE_CREATININE,
    CANADIAN_LABEL,
    flag(
        "off_label",
        "Active cancer: the label has no reduced dose. API-CAT found 2.5 mg no worse than 5 mg after "
        "six months.",
        when=active_cancer,
        source=API_CAT_2025.at("results", S, "reference 2, section 1.6.3"),
    ),
    flag(
        "too_early_for_reduced_dose",
        "Treatment began less than six months ago: 2.5 mg twice a day would be too little, and off "
        "label.",
        when=any_event(treatment_start, in_=within(months(6))),
        source=_LABEL,
    ),
    flag(
        "guideline_disagreement",
        "In people at high risk of another clot, RENOVE did not show that the reduced dose is as good "
        "as the full one; Thrombosis Canada calls them equally effective.",
        when=no(active_cancer),
        source=RENOVE_2025.at("primary outcome", S, "reference 2, section 3.5"),
    ),
    flag(
        "region_specific",
        "The US label changes no dose for the kidneys, dialysis included; the EU and UK label does not "
        "recommend it below 15 mL/min.",
        when=all_of(BELOW_15, in_us),
        source=_US,
    ),
]
