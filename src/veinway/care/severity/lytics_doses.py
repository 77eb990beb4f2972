"""Doses of thrombolytics in embolism, as each source prints them (reference 3, section 1.9).

A maximum that the source prints with a dose by weight is a row of its own. Below every table stands the
same first row: no dose with an absolute contraindication.
"""

from veinway.care.facts.circulation import cardiac_arrest
from veinway.care.facts.person import body_weight
from veinway.care.severity.lysis import LYSIS_BARS
from veinway.care.severity.outcomes import LYSIS_BARRED
from veinway.care.sources import AHA_2026, ALTEPLASE_LABEL, ESC_2019, PEITHO_2014, TC_PE_HIGH, S, U
from veinway.care.treatment.doses.common import NO_DOSE
from veinway.language import *

ESC_DOSES = ESC_2019.table(10)
TC_DOSES = TC_PE_HIGH.at("thrombolysis, doses")
AHA_DOSES = AHA_2026.at("reduced-dose thrombolysis", S, "a third-party extraction")
LABEL_DOSE = ALTEPLASE_LABEL.section("4.2, pulmonary embolism", U)
TIERS = PEITHO_2014.at("tenecteplase, tiers by weight", U)
AHA_CATHETER = AHA_2026.at("catheter-directed thrombolysis, doses", S, "a third-party extraction")

_w = body_weight
_once = {"every": "once", "route": "intravenous"}
_an_hour = {"every": "hour", "route": "intravenous"}
barred = row(
    LYSIS_BARS.one_of(LYSIS_BARRED), NO_DOSE, id="absolute contraindication", cite=ESC_2019.table(10)
)


def _table(key: str, label: str, source: Cite, *rows: Row) -> Table:
    """A dose table whose first row is that of the absolute contraindications."""
    return table(key, label, hit="first", source=source, rows=[barred, *rows])


# Alteplase ------------------------------------------------------------------------------------------
ALTEPLASE_100 = dose("alteplase_100", "Alteplase 100 mg over 2 hours.", amount(100, "mg", **_once))
ALTEPLASE_10 = dose("alteplase_10", "Alteplase 10 mg over 5 to 10 minutes.", amount(10, "mg", **_once))
ALTEPLASE_90 = dose("alteplase_90", "Alteplase 90 mg over 90 to 140 minutes.", amount(90, "mg", **_once))
ALTEPLASE_LABEL_100 = dose(
    "alteplase_label_100",
    "Alteplase 100 mg: 10 mg over 1 to 2 minutes, then 90 mg over 2 hours.",
    amount(100, "mg", **_once),
)
ALTEPLASE_LABEL_BY_KG = dose(
    "alteplase_label_1_5_per_kg",
    "Alteplase 1.5 mg/kg in all: 10 mg over 1 to 2 minutes, the rest over 2 hours.",
    amount("1.5", "mg", per="kg", **_once),
)
ALTEPLASE_FAST_BY_KG = dose(
    "alteplase_0_6_per_kg",
    "Alteplase 0.6 mg/kg over 15 minutes.",
    amount("0.6", "mg", per="kg", **_once),
)
ALTEPLASE_FAST_MOST = dose(
    "alteplase_fast_50", "Alteplase 50 mg over 15 minutes, the maximum.", amount(50, "mg", **_once)
)
ALTEPLASE_LOW_BY_KG = dose(
    "alteplase_0_5_per_kg",
    "Alteplase 0.5 mg/kg in all: 10 mg over 1 minute, the rest over 2 hours.",
    amount("0.5", "mg", per="kg", **_once),
)
ALTEPLASE_LOW_MOST = dose(
    "alteplase_low_50",
    "Alteplase 50 mg in all, the maximum: 10 mg over 1 minute, the rest over 2 hours.",
    amount(50, "mg", **_once),
)
ALTEPLASE_25_TO_50 = dose(
    "alteplase_25_to_50", "Alteplase 25 to 50 mg.", amount(25, "mg", up_to=50, **_once)
)
ALTEPLASE_ARREST = dose(
    "alteplase_arrest_50", "Alteplase 50 mg over 1 minute.", amount(50, "mg", **_once)
)
ALTEPLASE_ESC = _table(
    "alteplase_esc_dose",
    "Alteplase in embolism, ESC",
    ESC_DOSES,
    otherwise(ALTEPLASE_100, cite=ESC_DOSES),
)
ALTEPLASE_TC_FIRST = _table(
    "alteplase_tc_first_dose",
    "Alteplase in embolism, Thrombosis Canada, at once",
    TC_DOSES,
    otherwise(ALTEPLASE_10, cite=TC_DOSES),
)
ALTEPLASE_TC_THEN = _table(
    "alteplase_tc_then_dose",
    "Alteplase in embolism, Thrombosis Canada, then",
    TC_DOSES,
    otherwise(ALTEPLASE_90, cite=TC_DOSES),
)
ALTEPLASE_UK = _table(
    "alteplase_label_dose",
    "Alteplase in embolism, UK label",
    LABEL_DOSE,
    row(_w < 65, ALTEPLASE_LABEL_BY_KG, id="below_65", cite=LABEL_DOSE),
    otherwise(ALTEPLASE_LABEL_100, id="from_65", cite=LABEL_DOSE),
)
# 50 mg are 0.6 mg of each of 83.33 kg: 83.3 kg still goes by weight, 83.4 kg is above the maximum.
ALTEPLASE_FAST = _table(
    "alteplase_accelerated_dose",
    "Alteplase in embolism, accelerated",
    ESC_DOSES,
    row(_w <= "83.3", ALTEPLASE_FAST_BY_KG, id="up_to_the_maximum", cite=ESC_DOSES),
    otherwise(ALTEPLASE_FAST_MOST, id="maximum", cite=ESC_DOSES),
)
ALTEPLASE_LOW = _table(
    "alteplase_low_dose",
    "Alteplase in embolism, reduced, Thrombosis Canada",
    TC_DOSES,
    row(_w <= 100, ALTEPLASE_LOW_BY_KG, id="up_to_the_maximum", cite=TC_DOSES),
    otherwise(ALTEPLASE_LOW_MOST, id="maximum", cite=TC_DOSES),
)
ALTEPLASE_LOW_AHA = _table(
    "alteplase_low_aha_dose",
    "Alteplase in embolism, reduced, AHA/ACC",
    AHA_DOSES,
    otherwise(ALTEPLASE_25_TO_50, cite=AHA_DOSES),
)
ALTEPLASE_IN_ARREST = _table(
    "alteplase_arrest_dose",
    "Alteplase in arrest",
    TC_DOSES,
    row(no(cardiac_arrest), NO_DOSE, id="no_arrest", cite=TC_DOSES),
    otherwise(ALTEPLASE_ARREST, cite=TC_DOSES),
)

# Tenecteplase, streptokinase, urokinase ---------------------------------------------------------------
_TENECTEPLASE = {
    mg: dose(f"tenecteplase_{mg}", f"Tenecteplase {mg} mg at once.", amount(mg, "mg", **_once))
    for mg in (30, 35, 40, 45, 50)
}
TENECTEPLASE_DOSE = _table(
    "tenecteplase_dose",
    "Tenecteplase in embolism",
    TIERS,
    row(_w < 60, _TENECTEPLASE[30], id="below_60", cite=TIERS),
    row(_w < 70, _TENECTEPLASE[35], id="60_to_below_70", cite=TIERS),
    row(_w < 80, _TENECTEPLASE[40], id="70_to_below_80", cite=TIERS),
    row(_w < 90, _TENECTEPLASE[45], id="80_to_below_90", cite=TIERS),
    otherwise(_TENECTEPLASE[50], id="from_90", cite=TIERS),
)
(
    STREPTOKINASE_FIRST,
    STREPTOKINASE_THEN,
    STREPTOKINASE_FAST,
    UROKINASE_FIRST,
    UROKINASE_THEN,
    UROKINASE_FAST,
) = [
    _table(
        f"{key}_dose",
        label,
        ESC_DOSES,
        otherwise(dose(key, text, given), cite=ESC_DOSES),
    )
    for key, label, text, given in (
        (
            "streptokinase_first",
            "Streptokinase in embolism, at once",
            "Streptokinase 250,000 IU over 30 minutes.",
            amount(250_000, "[iU]", **_once),
        ),
        (
            "streptokinase_then",
            "Streptokinase in embolism, then",
            "Streptokinase 100,000 IU an hour for 12 to 24 hours.",
            amount(100_000, "[iU]", **_an_hour),
        ),
        (
            "streptokinase_accelerated",
            "Streptokinase in embolism, accelerated",
            "Streptokinase 1.5 million IU over 2 hours.",
            amount(1_500_000, "[iU]", **_once),
        ),
        (
            "urokinase_first",
            "Urokinase in embolism, at once",
            "Urokinase 4,400 IU/kg over 10 minutes.",
            amount(4400, "[iU]", per="kg", **_once),
        ),
        (
            "urokinase_then",
            "Urokinase in embolism, then",
            "Urokinase 4,400 IU/kg an hour for 12 to 24 hours.",
            amount(4400, "[iU]", per="kg", **_an_hour),
        ),
        (
            "urokinase_accelerated",
            "Urokinase in embolism, accelerated",
            "Urokinase 3 million IU over 2 hours.",
            amount(3_000_000, "[iU]", **_once),
        ),
    )
]

# By catheter into the pulmonary artery ----------------------------------------------------------------
CATHETER_TC = _table(
    "alteplase_catheter_tc_dose",
    "Alteplase by catheter in embolism, Thrombosis Canada",
    TC_DOSES,
    otherwise(
        dose(
            "alteplase_catheter_0_5_to_1",
            "Alteplase 0.5 to 1 mg an hour through each catheter for up to 24 hours.",
            amount("0.5", "mg", up_to=1, every="hour", route="catheter"),
        ),
        cite=TC_DOSES,
    ),
)
CATHETER_AHA = _table(
    "alteplase_catheter_aha_dose",
    "Alteplase by catheter in embolism, AHA/ACC",
    AHA_CATHETER,
    otherwise(
        dose(
            "alteplase_catheter_5_to_10",
            "Alteplase 5 to 10 mg into each pulmonary artery; less than 5 mg is not recommended.",
            amount(5, "mg", up_to=10, every="once", route="catheter"),
        ),
        cite=AHA_CATHETER,
    ),
)
