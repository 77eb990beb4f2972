"""The respiratory modifier of AHA/ACC 2026 (reference 3, section 1.5)."""

from veinway.care.facts.chest import respiratory_rate, spo2, supplemental_oxygen
from veinway.care.facts.severity import oxygen_over_6_litres, ventilated
from veinway.care.severity.classes import AHA_CATEGORY
from veinway.care.severity.outcomes import C1, C2, C3, D1, D2, E1, E2, A, B
from veinway.care.sources import AHA_2026, LOCAL, PRODUCT, S
from veinway.language import *

_SHEET = AHA_2026.at("respiratory modifier", S, "two of three transcriptions")
_UNSURE = PRODUCT.at("reference 3, section 1.5, r_modifier_unsure", LOCAL)

MODIFIED = neutral("aha_r", "Respiratory modifier: R is added to the category.", short="R")
UNSURE = neutral(
    "aha_r_unsure",
    "Saturation 90 to 92 %: two transcriptions of the guideline say below 90, one below 93; R is not "
    "added until the paper itself is read.",
    short="R unsure",
)
NOT_MODIFIED = neutral("aha_no_r", "No respiratory modifier.", short="none")

_c = AHA_CATEGORY.one_of(C1, C2, C3)
R_MODIFIER = table(
    "pe_r_modifier_aha",
    "Respiratory modifier, AHA/ACC 2026",
    hit="first",
    source=_SHEET,
    rows=[
        row(AHA_CATEGORY.one_of(A, B), NOT_MODIFIED, id="A and B", cite=_SHEET),
        row(
            all_of(_c, any_of(spo2 < 90, respiratory_rate >= 30, supplemental_oxygen)),
            MODIFIED,
            id="C",
            cite=_SHEET,
        ),
        row(all_of(_c, spo2 < 93), UNSURE, id="C, 90 to 92 %", cite=_UNSURE),
        row(
            all_of(AHA_CATEGORY.one_of(D1, D2), oxygen_over_6_litres),
            MODIFIED,
            id="D",
            cite=_SHEET,
        ),
        row(all_of(AHA_CATEGORY.one_of(E1, E2), ventilated), MODIFIED, id="E", cite=_SHEET),
        otherwise(NOT_MODIFIED, cite=_SHEET),
    ],
)
