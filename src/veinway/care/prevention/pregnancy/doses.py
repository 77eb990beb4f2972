"""LMWH against clots in pregnancy by the weight at booking, or the latest one (RCOG 37a, table 3).

The printed bands are whole kilograms. Inside, 90.4 counts as 90 and 90.5 as 91; the outer edges are
inequalities and take the weight as it is: 49.9 lies below 50, 170.3 above 170.
"""

from veinway.care.facts.dosing import early_pregnancy_weight
from veinway.care.sources import LOCAL, PRODUCT, RCOG_37A, S
from veinway.language import *

_TABLE = RCOG_37A.table(3, S, "four sources agree")
_EDGES = PRODUCT.at("reference 4, section 4.3, edges of the bands", LOCAL)
_w = early_pregnancy_weight
_BELOW_50 = _w < 50
_TO_90 = all_of(_w >= 50, _w < "90.5")
_TO_130 = all_of(_w >= "90.5", _w < "130.5")
_TO_170 = all_of(_w >= "130.5", _w <= 170)
_OVER_170 = _w > 170
_GIVEN = {"route": "subcutaneous"}

ENOXAPARIN_20, ENOXAPARIN_40, ENOXAPARIN_60, ENOXAPARIN_80 = [
    dose(
        f"enoxaparin_mother_{mg}",
        f"Consider enoxaparin {mg} mg a day.",
        amount(mg, "mg", **_GIVEN),
    )
    for mg in (20, 40, 60, 80)
]
ENOXAPARIN_BY_KILOGRAM = dose(
    "enoxaparin_mother_by_kg",
    "Consider enoxaparin 0.6 mg for each kilogram a day.",
    amount("0.6", "mg", per="kg", **_GIVEN),
)
ENOXAPARIN_BANDS = table(
    "enoxaparin_prophylaxis_pregnancy",
    "Enoxaparin against clots in pregnancy, by weight",
    hit="unique",
    source=_EDGES,
    rows=[
        row(_BELOW_50, ENOXAPARIN_20, id="below_50", cite=_TABLE),
        row(_TO_90, ENOXAPARIN_40, id="50_to_90", cite=_TABLE),
        row(_TO_130, ENOXAPARIN_60, id="91_to_130", cite=_TABLE),
        row(_TO_170, ENOXAPARIN_80, id="131_to_170", cite=_TABLE),
        row(_OVER_170, ENOXAPARIN_BY_KILOGRAM, id="over_170", cite=_TABLE),
    ],
)
DALTEPARIN_2500, DALTEPARIN_5000, DALTEPARIN_7500, DALTEPARIN_10000 = [
    dose(
        f"dalteparin_mother_{units}",
        f"Consider dalteparin {units:,} units a day.",
        amount(units, "[iU]", **_GIVEN),
    )
    for units in (2500, 5000, 7500, 10_000)
]
TINZAPARIN_3500, TINZAPARIN_4500, TINZAPARIN_7000, TINZAPARIN_9000 = [
    dose(
        f"tinzaparin_mother_{units}",
        f"Consider tinzaparin {units:,} units a day.",
        amount(units, "[iU]", **_GIVEN),
    )
    for units in (3500, 4500, 7000, 9000)
]
DALTEPARIN_BY_KILOGRAM, TINZAPARIN_BY_KILOGRAM = [
    dose(
        f"{name}_mother_by_kg",
        f"Consider {name} 75 units for each kilogram a day.",
        amount(75, "[iU]", per="kg", **_GIVEN),
    )
    for name in ("dalteparin", "tinzaparin")
]
DALTEPARIN_BANDS = table(
    "dalteparin_prophylaxis_pregnancy",
    "Dalteparin against clots in pregnancy, by weight",
    hit="unique",
    source=_EDGES,
    rows=[
        row(_BELOW_50, DALTEPARIN_2500, id="below_50", cite=_TABLE),
        row(_TO_90, DALTEPARIN_5000, id="50_to_90", cite=_TABLE),
        row(_TO_130, DALTEPARIN_7500, id="91_to_130", cite=_TABLE),
        row(_TO_170, DALTEPARIN_10000, id="131_to_170", cite=_TABLE),
        row(_OVER_170, DALTEPARIN_BY_KILOGRAM, id="over_170", cite=_TABLE),
    ],
)
TINZAPARIN_BANDS = table(
    "tinzaparin_prophylaxis_pregnancy",
    "Tinzaparin against clots in pregnancy, by weight",
    hit="unique",
    source=_EDGES,
    rows=[
        row(_BELOW_50, TINZAPARIN_3500, id="below_50", cite=_TABLE),
        row(_TO_90, TINZAPARIN_4500, id="50_to_90", cite=_TABLE),
        row(_TO_130, TINZAPARIN_7000, id="91_to_130", cite=_TABLE),
        row(_TO_170, TINZAPARIN_9000, id="131_to_170", cite=_TABLE),
        row(_OVER_170, TINZAPARIN_BY_KILOGRAM, id="over_170", cite=_TABLE),
    ],
)
