"""D-dimer: what counts as negative. Strictly below the cut-off, as in the trials."""

from fractions import Fraction

from veinway.care.facts.person import age
from veinway.care.facts.tests import d_dimer
from veinway.care.sources import ADJUST_DVT, ESC_2019, LOCAL, PRODUCT
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
d_dimer_negative = d_dimer < age_adjusted_cut_off
d_dimer_negative_at_fixed_cut_off = d_dimer < fixed_cut_off
D_DIMER_SOURCE = ESC_2019.section("4.4.1")
