"""Prophylactic doses of injected medicines in adults who are not pregnant (reference 4, section 3.4).

No national table by weight was read for the UK: the bands are those of Thrombosis Canada. Exactly 100 kg
is the usual dose. A clearance (mL/min) is never replaced by a filtration rate.
"""

from veinway.care.facts.blood_tests import active_bleeding
from veinway.care.facts.person import body_weight
from veinway.care.facts.prevention import prophylaxis_group
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    ENOXAPARIN_LABEL,
    HAS_FONDAPARINUX,
    LOCAL,
    PREVENTION_LABELS,
    PRODUCT,
    TC_PROPHYLAXIS,
    S,
    U,
)
from veinway.care.treatment.doses.common import NO_DOSE
from veinway.care.treatment.verdicts.shared import in_canada
from veinway.language import *

_TC = TC_PROPHYLAXIS.at("doses by weight and kidney function")
_EDGES = PRODUCT.at("reference 4, section 3.4, weight edges", LOCAL)
_BLEEDING = PRODUCT.at("reference 4, section 3, what bars prophylaxis", LOCAL)
_UK_KIDNEYS = ENOXAPARIN_LABEL.section("4.2, prophylaxis with a clearance of 15 to 30", U)
_LEAFLET = PREVENTION_LABELS.at("fondaparinux")
_GIVEN = {"route": "subcutaneous"}
_w, _cc = body_weight, creatinine_clearance

ENOXAPARIN_20, ENOXAPARIN_30, ENOXAPARIN_40, ENOXAPARIN_60 = [
    dose(
        f"enoxaparin_prophylaxis_{mg}",
        f"Consider enoxaparin {mg} mg once a day.",
        amount(mg, "mg", **_GIVEN),
    )
    for mg in (20, 30, 40, 60)
]
ENOXAPARIN_BY_KILOGRAM = dose(
    "enoxaparin_prophylaxis_by_kg",
    "Consider enoxaparin 0.5 mg for each kilogram, once or twice a day.",
    amount("0.5", "mg", per="kg", **_GIVEN),
)
ENOXAPARIN_DOSE = table(
    "enoxaparin_prophylaxis_dose",
    "Enoxaparin for prophylaxis",
    hit="first",
    source=_EDGES,
    rows=[
        row(all_of(_cc < 15, no(in_canada)), NO_DOSE, id="clearance_below_15", cite=_UK_KIDNEYS),
        row(all_of(_cc < 30, in_canada), ENOXAPARIN_30, id="clearance_below_30_canada", cite=_TC),
        row(_cc < 30, ENOXAPARIN_20, id="clearance_15_to_30", cite=_UK_KIDNEYS),
        row(_w < 40, ENOXAPARIN_30, id="below_40", cite=_TC),
        row(_w <= 100, ENOXAPARIN_40, id="40_to_100", cite=_TC),
        row(_w <= 120, ENOXAPARIN_60, id="over_100_to_120", cite=_TC),
        otherwise(ENOXAPARIN_BY_KILOGRAM, id="over_120", cite=_TC),
    ],
)
_DALTEPARIN = {
    units: dose(
        f"dalteparin_prophylaxis_{units}",
        f"Consider dalteparin {units:,} units once a day.",
        amount(units, "[iU]", **_GIVEN),
    )
    for units in (2500, 5000, 7500)
}
DALTEPARIN_DOSE = table(
    "dalteparin_prophylaxis_dose",
    "Dalteparin for prophylaxis",
    hit="first",
    source=_EDGES,
    rows=[
        row(_w < 40, _DALTEPARIN[2500], id="below_40", cite=_TC),
        row(_w <= 100, _DALTEPARIN[5000], id="40_to_100", cite=_TC),
        otherwise(_DALTEPARIN[7500], id="over_100", cite=_TC),
    ],
)
_TINZAPARIN = {
    units: dose(
        f"tinzaparin_prophylaxis_{units}",
        f"Consider tinzaparin {units:,} units once a day.",
        amount(units, "[iU]", **_GIVEN),
    )
    for units in (2500, 4500, 8000, 10_000, 14_000)
}
TINZAPARIN_BY_KILOGRAM = dose(
    "tinzaparin_prophylaxis_by_kg",
    "Consider tinzaparin 75 units for each kilogram once a day.",
    amount(75, "[iU]", per="kg", **_GIVEN),
)
_bariatric = prophylaxis_group.is_("bariatric_surgery")
_BARIATRIC = TC_PROPHYLAXIS.at("bariatric surgery, 10 days")
TINZAPARIN_DOSE = table(
    "tinzaparin_prophylaxis_dose",
    "Tinzaparin for prophylaxis",
    hit="first",
    source=_EDGES,
    rows=[
        row(all_of(_bariatric, _w < 110), _TINZAPARIN[4500], id="bariatric_below_110", cite=_BARIATRIC),
        row(all_of(_bariatric, _w < 160), _TINZAPARIN[10_000], id="bariatric_110", cite=_BARIATRIC),
        row(_bariatric, _TINZAPARIN[14_000], id="bariatric_160", cite=_BARIATRIC),
        row(_w < 40, _TINZAPARIN[2500], id="below_40", cite=_TC),
        row(_w <= 100, _TINZAPARIN[4500], id="40_to_100", cite=_TC),
        row(_w <= 120, _TINZAPARIN[8000], id="over_100_to_120", cite=_TC),
        otherwise(TINZAPARIN_BY_KILOGRAM, id="over_120", cite=_TC),
    ],
)
FONDAPARINUX_1_5, FONDAPARINUX_2_5 = [
    dose(
        f"fondaparinux_prophylaxis_{key}",
        f"Consider fondaparinux {mg} mg once a day.",
        amount(mg, "mg", **_GIVEN),
    )
    for key, mg in (("1_5", "1.5"), ("2_5", "2.5"))
]
FONDAPARINUX_DOSE = table(
    "fondaparinux_prophylaxis_dose",
    "Fondaparinux for prophylaxis",
    hit="first",
    source=_LEAFLET,
    rows=[
        row(all_of(_cc < 30, in_canada), NO_DOSE, id="clearance_below_30_canada", cite=_TC),
        row(_cc < 20, NO_DOSE, id="clearance_below_20", cite=PREVENTION_LABELS.at("kidneys", U)),
        row(
            _cc <= 50,
            FONDAPARINUX_1_5,
            id="clearance_20_to_50",
            cite=HAS_FONDAPARINUX.at("kidney function", S, "reference 2, section 1.4.6"),
        ),
        otherwise(FONDAPARINUX_2_5, cite=_LEAFLET),
    ],
)
HEPARIN_5000 = dose(
    "heparin_prophylaxis_5000",
    "Consider unfractionated heparin 5,000 units two or three times a day.",
    amount(5000, "[iU]", times=2, **_GIVEN),
)
HEPARIN_DOSE = table(
    "heparin_prophylaxis_dose",
    "Unfractionated heparin for prophylaxis",
    hit="unique",
    source=_TC,
    rows=[
        row(active_bleeding, NO_DOSE, id="bleeding", cite=_BLEEDING),
        otherwise(HEPARIN_5000, cite=_TC),
    ],
)
