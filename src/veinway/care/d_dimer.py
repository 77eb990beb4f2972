"""D-dimer: what counts as negative. Strictly below the cut-off, as in the trials.

A low value counts only if the sample was not taken after anticoagulation had begun (trap T-39).
"""

from fractions import Fraction

from veinway.care.facts.person import age
from veinway.care.facts.tests import d_dimer, d_dimer_sample, interim_anticoagulant
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
    "Age-adjusted D-dimer cut-off, for assays whose cut-off is 500",
    "ug/L{FEU}",
    largest(500, 10 * age),
    ADJUST_DVT.at("protocol"),
    empirical=True,
)
# Age was studied on assays with a cut-off of 500 only; any other site keeps its own (section 2.13).
_cut_off_is_500 = all_of(fixed_cut_off >= 500, fixed_cut_off <= 500)
_below_fixed_cut_off = d_dimer < fixed_cut_off
_below_cut_off = any_of(_below_fixed_cut_off, all_of(_cut_off_is_500, d_dimer < age_adjusted_cut_off))
# An anticoagulant makes the D-dimer falsely low: then imaging decides, whatever the value. Only that no
# dose was given is presumed; where one was, the order of dose and sample has to be known.
_dose_given = presume(
    any_event(interim_anticoagulant),
    NO,
    because="no dose of an anticoagulant for this suspicion is on record",
    source=PRODUCT.at("presumption on the D-dimer sample", LOCAL),
)
d_dimer_taken_too_late = all_of(
    _dose_given, minutes_until("first", d_dimer_sample, since=interim_anticoagulant) > 0
)
# Age adjustment is for low, intermediate and unlikely probability only; elsewhere the fixed cut-off.
d_dimer_negative = all_of(_below_cut_off, no(d_dimer_taken_too_late))
d_dimer_negative_at_fixed_cut_off = all_of(_below_fixed_cut_off, no(d_dimer_taken_too_late))

_STRICT = ADJUST_DVT.at("protocol: less than ten times the age")
D_DIMER_RESULT = table(
    "d_dimer_result",
    "D-dimer against the age-adjusted cut-off",
    hit="unique",
    source=_STRICT,
    rows=[
        row(_below_cut_off, D_DIMER_NEGATIVE, cite=_STRICT),
        row(no(_below_cut_off), D_DIMER_POSITIVE, cite=_STRICT),
    ],
)
_FIXED = PRODUCT.at("section 2.12, strictly below the cut-off", LOCAL)
D_DIMER_RESULT_FIXED = table(
    "d_dimer_result_fixed",
    "D-dimer against the fixed cut-off",
    hit="unique",
    source=_FIXED,
    rows=[
        row(_below_fixed_cut_off, D_DIMER_NEGATIVE, cite=_FIXED),
        row(no(_below_fixed_cut_off), D_DIMER_POSITIVE, cite=_FIXED),
    ],
)
