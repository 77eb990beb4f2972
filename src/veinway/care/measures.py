"""Measures that are worked out from others."""

from fractions import Fraction

from veinway.care.facts.person import age, body_height, body_weight, serum_creatinine, sex_at_birth
from veinway.care.sources import DICTIONARY, EDOXABAN_LABEL
from veinway.language import *

# The label's formula takes creatinine in mg/dL: 88.4 µmol/L are 1 mg/dL, so (72 x mg/dL) is
# (72 / 88.4 x µmol/L). With the rounded 1.23 instead, a clearance of 50 comes out as 50.09.
creatinine_clearance = Derived(
    "creatinine_clearance",
    "Creatinine clearance (Cockcroft-Gault, actual weight)",
    "mL/min",
    (140 - age)
    * body_weight
    * by_choice(sex_at_birth, {"female": "0.85", "male": 1})
    / (serum_creatinine * Fraction(720, 884)),
    EDOXABAN_LABEL.section("4.2"),
    empirical=True,
    tolerance=Fraction(2),
)
body_mass_index = Derived(
    "body_mass_index",
    "Body mass index",
    "kg/m2",
    body_weight / body_height**2,
    DICTIONARY.at("section 0.2, body mass index"),
)
