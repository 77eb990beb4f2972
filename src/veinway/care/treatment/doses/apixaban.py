"""Apixaban: 10 mg twice a day for 14 doses, then 5 mg; 2.5 mg once six months are completed.

Neither age, weight nor creatinine changes a dose: the rule that asks for two of the three is for atrial
fibrillation (trap T-01).
"""

from veinway.care.facts.leg import active_cancer
from veinway.care.facts.treatment import treatment_start
from veinway.care.sources import (
    API_CAT_2025,
    APIXABAN_LABEL,
    RXNORM_PRODUCTS,
    US_LABELS,
    S,
)
from veinway.care.treatment.doses.common import (
    BELOW_15,
    BLOODS,
    CANADIAN_LABEL,
    NO_DOSE,
    STALE_CREATININE,
    extended_phase,
    loading_phase,
    not_while_bleeding,
    one_dose_before_bloods,
    reduced_dose_disputed,
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
_kidneys = row(all_of(BELOW_15, no(in_us)), NO_DOSE, id="kidney_failure", cite=_LABEL)

APIXABAN_LOADING = table(
    "apixaban_loading_dose",
    "Apixaban, first 14 doses",
    hit="unique",
    source=_LABEL,
    rows=[
        _kidneys,
        otherwise(APIXABAN_10, id="everybody_else", cite=_LABEL),
    ],
)
APIXABAN_TREATMENT = table(
    "apixaban_treatment_dose",
    "Apixaban, from the 15th dose",
    hit="unique",
    source=_LABEL,
    rows=[
        _kidneys,
        otherwise(APIXABAN_5, id="everybody_else", cite=_LABEL),
    ],
)
APIXABAN_EXTENDED = table(
    "apixaban_extended_dose",
    "Apixaban, after six completed months",
    hit="unique",
    source=_LABEL,
    rows=[
        _kidneys,
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
        not_while_bleeding,
        otherwise(APIXABAN_10, id="everybody_else", cite=BLOODS),
    ],
)
FIRST_DOSE = [
    one_dose_before_bloods(APIXABAN_FIRST_DOSE),
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
    reduced_dose_disputed(when=no(active_cancer)),
    flag(
        "region_specific",
        "The US label changes no dose for the kidneys, dialysis included; the EU and UK label does not "
        "recommend it below 15 mL/min.",
        when=all_of(BELOW_15, in_us),
        source=_US,
    ),
]
