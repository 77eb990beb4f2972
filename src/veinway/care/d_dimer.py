"""D-dimer: what counts as negative. Strictly below the cut-off, as in the trials."""

from fractions import Fraction

from veinway.care.facts.person import age
from veinway.care.facts.tests import d_dimer
from veinway.care.outcomes import D_DIMER_NEGATIVE, D_DIMER_POSITIVE
from veinway.care.sources import ADJUST_DVT, LOCAL, PRODUCT
from veinway.language import *
from veinway.language.values import Interval

fixed_cut_off = Parameter(
    "d_dimer_cut_off",
    "D-dimer cut-off of the site's assay, in FEU",
    "ug/L{FEU}",
    Fraction(1),
    Interval(300, 700),
    Fraction(500),
    PRODUCT.at("section 2.12, fixed cut-off", LOCAL),
)
# Above 50 the cut-off is ten times the age; at 50 both forms give 500, so the larger one is the rule.
age_adjusted_cut_off = Derived(
    "age_adjusted_d_dimer_cut_off",
    "Age-adjusted D-dimer cut-off",
    "ug/L{FEU}",
    largest(500, 10 * age),
    ADJUST_DVT.at("protocol"),
    empirical=True,
)
# Age adjustment is for low, intermediate and unlikely probability only; elsewhere the fixed cut-off.
d_dimer_negative = d_dimer < age_adjusted_cut_off
d_dimer_negative_at_fixed_cut_off = d_dimer < fixed_cut_off

_STRICT = ADJUST_DVT.at("protocol: less than ten times the age")
D_DIMER_RESULT = table(
    "d_dimer_result",
    "D-dimer against the age-adjusted cut-off",
    hit="unique",
    source=_STRICT,
    rows=[
        row(d_dimer_negative, D_DIMER_NEGATIVE, cite=_STRICT),
        row(no(d_dimer_negative), D_DIMER_POSITIVE, cite=_STRICT),
    ],
)
_FIXED = PRODUCT.at("section 2.12, strictly below the cut-off", LOCAL)
D_DIMER_RESULT_FIXED = table(
    "d_dimer_result_fixed",
    "D-dimer against the fixed cut-off",
    hit="unique",
    source=_FIXED,
    rows=[
        row(d_dimer_negative_at_fixed_cut_off, D_DIMER_NEGATIVE, cite=_FIXED),
        row(no(d_dimer_negative_at_fixed_cut_off), D_DIMER_POSITIVE, cite=_FIXED),
    ],
)
