"""Rivaroxaban: 15 mg twice a day for 42 doses, then 20 mg a day, with food; 10 mg after six months."""

from veinway.care.facts.dosing import bleeding_judged_higher, full_extended_dose_needed
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    RIVAROXABAN_LABEL,
    RXNORM_PRODUCTS,
    THROMBOSIS_CANADA,
    US_LABELS,
)
from veinway.care.treatment.doses.common import (
    BELOW_15,
    BLOODS,
    CANADIAN_LABEL,
    NO_DOSE,
    SHORT_COURSE,
    STALE_CREATININE,
    as_a_deep_clot,
    extended_phase,
    loading_phase,
    not_while_bleeding,
    one_dose_before_bloods,
    reduced_dose_disputed,
    short_course,
    treatment_phase,
)
from veinway.care.treatment.verdicts.shared import in_us
from veinway.language import *

_LABEL = RIVAROXABAN_LABEL.section("4.2")
_SUPERFICIAL = THROMBOSIS_CANADA.at("superficial vein thrombosis")

RIVAROXABAN_15_TWICE = dose(
    "rivaroxaban_15_bd",
    "Rivaroxaban 15 mg twice a day, with food.",
    amount(15, "mg", times=2, with_food=True),
)
RIVAROXABAN_20 = dose(
    "rivaroxaban_20_od", "Rivaroxaban 20 mg once a day, with food.", amount(20, "mg", with_food=True)
)
RIVAROXABAN_15 = dose(
    "rivaroxaban_15_od", "Rivaroxaban 15 mg once a day, with food.", amount(15, "mg", with_food=True)
)
RIVAROXABAN_10 = dose("rivaroxaban_10_od", "Rivaroxaban 10 mg once a day.", amount(10, "mg"))

_kidneys = row(BELOW_15, NO_DOSE, id="kidney_failure", cite=_LABEL)

RIVAROXABAN_LOADING = table(
    "rivaroxaban_loading_dose",
    "Rivaroxaban, first 42 doses",
    hit="unique",
    source=_LABEL,
    rows=[
        _kidneys,
        otherwise(RIVAROXABAN_15_TWICE, id="everybody_else", cite=_LABEL),
    ],
)
_reduced_clearance = all_of(creatinine_clearance >= 15, creatinine_clearance < 50)
RIVAROXABAN_TREATMENT = table(
    "rivaroxaban_treatment_dose",
    "Rivaroxaban, from the 43rd dose",
    hit="first",
    source=_LABEL,
    rows=[
        _kidneys,
        # The US label has no such choice.
        row(
            all_of(_reduced_clearance, bleeding_judged_higher, no(in_us)),
            RIVAROXABAN_15,
            id="bleeding_outweighs",
            cite=_LABEL,
        ),
        otherwise(RIVAROXABAN_20, id="everybody_else", cite=_LABEL),
    ],
)
RIVAROXABAN_EXTENDED = table(
    "rivaroxaban_extended_dose",
    "Rivaroxaban, after six completed months",
    hit="first",
    source=_LABEL,
    rows=[
        _kidneys,
        row(full_extended_dose_needed, RIVAROXABAN_20, id="high_risk", cite=_LABEL),
        otherwise(RIVAROXABAN_10, id="everybody_else", cite=_LABEL),
    ],
)
RIVAROXABAN_SHORT_COURSE = table(
    "rivaroxaban_short_course_dose",
    "Rivaroxaban for a superficial clot away from the junction",
    hit="unique",
    source=_SUPERFICIAL,
    rows=[
        _kidneys,
        otherwise(RIVAROXABAN_10, id="everybody_else", cite=_SUPERFICIAL),
    ],
)
PHASES = [
    phase(
        "short_course",
        "Superficial clot more than 3 cm from the junction",
        dose=RIVAROXABAN_SHORT_COURSE,
        lasts=for_doses(45),
        source=SHORT_COURSE,
        when=short_course,
    ),
    loading_phase("First three weeks", RIVAROXABAN_LOADING, doses=42),
    treatment_phase(RIVAROXABAN_TREATMENT, _LABEL),
    extended_phase(RIVAROXABAN_EXTENDED, _LABEL),
]
RIVAROXABAN_FIRST_DOSE = table(
    "rivaroxaban_first_dose",
    "Rivaroxaban, one dose before blood results",
    hit="unique",
    source=BLOODS,
    rows=[
        not_while_bleeding,
        otherwise(RIVAROXABAN_15_TWICE, id="everybody_else", cite=BLOODS),
    ],
)
FIRST_DOSE = [
    one_dose_before_bloods(RIVAROXABAN_FIRST_DOSE, when=as_a_deep_clot),
]
STRENGTHS = strengths(10, 15, 20, source=RXNORM_PRODUCTS.at("rivaroxaban"))
FLAGS = [
    STALE_CREATININE,
    CANADIAN_LABEL,
    flag(
        "consider_lower_dose",
        "After the first three weeks 15 mg once a day may be considered, if bleeding is judged the "
        "higher risk.",
        when=all_of(_reduced_clearance, no(in_us)),
        source=_LABEL,
    ),
    reduced_dose_disputed(when=no(full_extended_dose_needed)),
    flag(
        "region_specific",
        "The US label has no dose of 15 mg once a day for clots.",
        when=all_of(_reduced_clearance, in_us),
        source=US_LABELS.at("rivaroxaban, kidney function"),
    ),
    flag(
        "off_label",
        "A superficial clot is no indication of the label.",
        when=short_course,
        source=RIVAROXABAN_LABEL.section("4.1"),
    ),
]
