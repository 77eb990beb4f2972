"""Signs that an embolism of intermediate risk gets worse, by Thrombosis Canada (reference 3, 1.3)."""

from fractions import Fraction

from veinway.care.facts.chest import heart_rate, syncope, systolic_bp
from veinway.care.facts.severity import (
    fast_heart_persists,
    lactate,
    large_central_clot,
    near_syncope,
    oxygen_need_rises,
)
from veinway.care.sources import LOCAL, PRODUCT, TC_PE_HIGH
from veinway.language import *
from veinway.language.values import Interval

_GUIDE = TC_PE_HIGH.at("signs of deterioration")
shock_index = Derived(
    "shock_index",
    "Shock index: heart rate over systolic pressure",
    "1",
    heart_rate / largest(systolic_bp, "0.1"),
    _GUIDE,
    empirical=True,
)
# Thrombosis Canada counts above 1, other papers from 1 (trap TR-44).
shock_index_counts_at_1 = Parameter(
    "shock_index_counts_at_1",
    "A shock index of exactly 1 counts as raised (1: yes, 0: only above 1)",
    "1",
    Fraction(1),
    Interval(0, 1),
    Fraction(0),
    PRODUCT.at("reference 3, section 1.3, shock index", LOCAL),
)
shock_index_raised = any_of(shock_index > 1, all_of(shock_index >= 1, shock_index_counts_at_1 >= 1))
signs_of_worsening = any_of(
    fast_heart_persists,
    between(systolic_bp, 90, 100),
    shock_index_raised,
    large_central_clot,
    lactate > 2,
    oxygen_need_rises,
    syncope,
    near_syncope,
)
_SIGN = neutral("pe_sign_of_worsening", "A sign that it gets worse.", short="sign")
WORSENING = table(
    "pe_signs_of_worsening",
    "Signs that an embolism gets worse, Thrombosis Canada",
    hit="collect",
    source=_GUIDE,
    rows=[
        row(fast_heart_persists, _SIGN, id="heart rate stays above 110", cite=_GUIDE),
        row(between(systolic_bp, 90, 100), _SIGN, id="pressure 90 to 100", cite=_GUIDE),
        row(shock_index_raised, _SIGN, id="shock index", cite=_GUIDE),
        row(large_central_clot, _SIGN, id="large central clot", cite=_GUIDE),
        row(lactate > 2, _SIGN, id="lactate above 2.0", cite=_GUIDE),
        row(oxygen_need_rises, _SIGN, id="oxygen need rises", cite=_GUIDE),
        row(any_of(syncope, near_syncope), _SIGN, id="fainted or nearly", cite=_GUIDE),
    ],
)
