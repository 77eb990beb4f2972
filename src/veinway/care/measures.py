"""Measures that are worked out from others."""

from fractions import Fraction

from veinway.care.facts.person import age, body_height, body_weight, serum_creatinine, sex_at_birth
from veinway.care.sources import DICTIONARY, EDOXABAN_LABEL, LOCAL
from veinway.language import *
from veinway.language.numbers import Constant
from veinway.language.units import unit

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


# For information only, where a weight is extreme: doses and clearances go by the actual weight. Devine:
# 2.3 kg for each inch (2.54 cm) above 60 inches, which is 115/127 kg a cm above 152.4 cm.
_IDEAL = DICTIONARY.at("reference 2, section 1.1, ideal and adjusted weight, W-06", LOCAL)
_by_height = body_height * Constant(Fraction(115, 127), unit("kg/cm"))
_by_sex = by_choice(sex_at_birth, {"female": "45.5", "male": 50}, "kg")
_ideal = _by_sex + _by_height - 138
ideal_body_weight = Derived(
    "ideal_body_weight",
    "Ideal body weight (Devine); shown beside the actual weight, never used for a dose",
    "kg",
    _ideal,
    _IDEAL,
)
adjusted_body_weight = Derived(
    "adjusted_body_weight",
    "Adjusted body weight: ideal weight and 40 % of what exceeds it; never used for a dose",
    "kg",
    Fraction(4, 10) * body_weight + Fraction(6, 10) * _ideal,
    _IDEAL,
)
