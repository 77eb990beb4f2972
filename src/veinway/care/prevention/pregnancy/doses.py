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
BANDS = {
    "below_50": _w < 50,
    "50_to_90": all_of(_w >= 50, _w < "90.5"),
    "91_to_130": all_of(_w >= "90.5", _w < "130.5"),
    "131_to_170": all_of(_w >= "130.5", _w <= 170),
    "over_170": _w > 170,
}
_GIVEN = {"route": "subcutaneous"}
_AMOUNTS = {
    "enoxaparin": ("mg", (20, 40, 60, 80), "0.6"),
    "dalteparin": ("[iU]", (2500, 5000, 7500, 10_000), 75),
    "tinzaparin": ("[iU]", (3500, 4500, 7000, 9000), 75),
}
_WORDS = {"mg": "mg", "[iU]": "units"}
DOSES = {
    drug_name: dict(
        zip(
            BANDS,
            (
                *(
                    dose(
                        f"{drug_name}_mother_{fixed}",
                        f"Consider {drug_name} {fixed:,} {_WORDS[unit]} a day.",
                        amount(fixed, unit, **_GIVEN),
                    )
                    for fixed in amounts
                ),
                dose(
                    f"{drug_name}_mother_by_kg",
                    f"Consider {drug_name} {by_kilogram} {_WORDS[unit]} for each kilogram a day.",
                    amount(by_kilogram, unit, per="kg", **_GIVEN),
                ),
            ),
            strict=True,
        )
    )
    for drug_name, (unit, amounts, by_kilogram) in _AMOUNTS.items()
}
"""What is considered in each band, drug by drug."""
ENOXAPARIN_BANDS, DALTEPARIN_BANDS, TINZAPARIN_BANDS = [
    table(
        f"{drug_name}_prophylaxis_pregnancy",
        f"{drug_name.capitalize()} against clots in pregnancy, by weight",
        hit="unique",
        source=_EDGES,
        rows=[row(when, given[band], id=band, cite=_TABLE) for band, when in BANDS.items()],
    )
    for drug_name, given in DOSES.items()
]
