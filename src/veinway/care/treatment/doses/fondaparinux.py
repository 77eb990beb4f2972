"""Fondaparinux by weight band once a day; 2.5 mg for 45 days for a superficial clot."""

from veinway.care.facts.person import body_weight
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    FONDAPARINUX_LABEL,
    HAS_FONDAPARINUX,
    THROMBOSIS_CANADA,
    S,
    U,
)
from veinway.care.treatment.doses.common import (
    NO_DOSE,
    SHORT_COURSE,
    STALE_CREATININE,
    as_a_deep_clot,
    short_course,
)
from veinway.language import *

_LABEL = FONDAPARINUX_LABEL.at("doses for treatment, by weight")
_GUIDE = THROMBOSIS_CANADA.at("heparins")
_RENAL = HAS_FONDAPARINUX.at("kidney function", S, "reference 2, section 1.4.6")

FONDAPARINUX_1_5, FONDAPARINUX_2_5, FONDAPARINUX_5, FONDAPARINUX_7_5, FONDAPARINUX_10 = [
    dose(
        f"fondaparinux_{key}_od",
        f"Fondaparinux {milligrams} mg once a day.",
        amount(milligrams, "mg", route="subcutaneous"),
    )
    for key, milligrams in (
        ("1_5", "1.5"),
        ("2_5", "2.5"),
        ("5", "5"),
        ("7_5", "7.5"),
        ("10", "10"),
    )
]

FONDAPARINUX_TREATMENT = table(
    "fondaparinux_treatment_dose",
    "Fondaparinux for treatment",
    hit="first",
    source=_LABEL,
    rows=[
        row(creatinine_clearance < 30, NO_DOSE, id="clearance_below_30", cite=_GUIDE),
        row(body_weight < 50, FONDAPARINUX_5, id="under_50", cite=_LABEL),
        row(body_weight <= 100, FONDAPARINUX_7_5, id="50_to_100", cite=_LABEL),
        otherwise(FONDAPARINUX_10, id="over_100", cite=_LABEL),
    ],
)
FONDAPARINUX_SHORT_COURSE = table(
    "fondaparinux_short_course_dose",
    "Fondaparinux for a superficial clot",
    hit="first",
    source=_GUIDE,
    rows=[
        row(creatinine_clearance < 20, NO_DOSE, id="clearance_below_20", cite=_RENAL),
        row(creatinine_clearance <= 50, FONDAPARINUX_1_5, id="clearance_20_to_50", cite=_RENAL),
        otherwise(FONDAPARINUX_2_5, id="everybody_else", cite=_GUIDE),
    ],
)
PHASES = [
    phase(
        "short_course",
        "Superficial clot more than 3 cm from the junction",
        dose=FONDAPARINUX_SHORT_COURSE,
        lasts=for_doses(45),
        source=SHORT_COURSE,
        when=short_course,
    ),
    phase(
        "treatment",
        "Treatment",
        dose=FONDAPARINUX_TREATMENT,
        lasts=until_review(),
        source=_LABEL,
        when=as_a_deep_clot,
    ),
]
STRENGTHS = strengths("1.5", "2.5", 5, "7.5", 10, source=FONDAPARINUX_LABEL.at("ready-filled syringes"))
FLAGS = [
    STALE_CREATININE,
    flag(
        "check_with_label",
        "Above 100 kg with a clearance of 30 to 50: after a first dose of 10 mg the label is said to "
        "let 7.5 mg be considered. That was not confirmed.",
        when=all_of(body_weight > 100, between(creatinine_clearance, 30, 50)),
        source=FONDAPARINUX_LABEL.section("4.2", U),
    ),
    flag(
        "little_experience",
        "There is little experience beyond 10 days.",
        when=as_a_deep_clot,
        source=FONDAPARINUX_LABEL.at("duration"),
    ),
]
