"""Tinzaparin: 175 IU/kg once a day, by actual weight."""

from veinway.care.facts.person import body_weight
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import LOCAL, PRODUCT, THROMBOSIS_CANADA, TINZAPARIN_LABEL, S, U
from veinway.care.treatment.doses.common import (
    BLOODS,
    NO_DOSE,
    STALE_CREATININE,
    as_a_deep_clot,
    not_while_bleeding,
    one_dose_before_bloods,
)
from veinway.language import *

_GUIDE = THROMBOSIS_CANADA.at("DVT treatment")
_KIDNEYS = PRODUCT.at("reference 2, section 1.4.5, tinzaparin and kidney function", LOCAL)

# The largest syringe is said to last up to 103 kg, which are 18,025 IU at 175 IU/kg.
TINZAPARIN_175 = dose(
    "tinzaparin_175_iu_per_kg_od",
    "Tinzaparin 175 IU/kg once a day.",
    amount(175, "[iU]", per="kg", syringe=18_025, route="subcutaneous"),
)
TINZAPARIN_TREATMENT = table(
    "tinzaparin_treatment_dose",
    "Tinzaparin for treatment",
    hit="unique",
    source=_GUIDE,
    rows=[
        row(creatinine_clearance < 20, NO_DOSE, id="clearance_below_20", cite=_KIDNEYS),
        otherwise(TINZAPARIN_175, id="everybody_else", cite=_GUIDE),
    ],
)
PHASES = [
    phase(
        "treatment",
        "Treatment",
        dose=TINZAPARIN_TREATMENT,
        lasts=until_review(),
        source=TINZAPARIN_LABEL.at(
            "at least 6 days, until oral treatment is established", S, "a UK copy"
        ),
        when=as_a_deep_clot,
        weight=body_weight,
    )
]
TINZAPARIN_FIRST_DOSE = table(
    "tinzaparin_first_dose",
    "Tinzaparin, one dose before blood results",
    hit="unique",
    source=BLOODS,
    rows=[
        not_while_bleeding,
        otherwise(TINZAPARIN_175, id="everybody_else", cite=BLOODS),
    ],
)
FIRST_DOSE = [
    one_dose_before_bloods(TINZAPARIN_FIRST_DOSE, weight=body_weight),
]
STRENGTHS = strengths(
    8000,
    10_000,
    12_000,
    14_000,
    16_000,
    18_000,
    source=TINZAPARIN_LABEL.at("UK ready-filled syringes", U),
)
FLAGS = [
    STALE_CREATININE,
    flag(
        "consider_levels",
        "Clearance 20 to 30: measure anti-Xa.",
        when=all_of(creatinine_clearance >= 20, creatinine_clearance < 30),
        source=_KIDNEYS,
    ),
]
