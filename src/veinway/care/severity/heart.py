"""The right ventricle and troponin, from whichever test was done (reference 3, section 1.3)."""

from fractions import Fraction

from veinway.care.facts.person import age
from veinway.care.facts.severity import (
    ct_rv_lv_ratio,
    echo_rv_lv_ratio,
    hs_troponin_t,
    right_heart_clot,
    rv_strain_on_echo,
    troponin_raised,
)
from veinway.care.sources import AHA_2026, ESC_2019, LOCAL, PRODUCT, S
from veinway.language import *
from veinway.language.values import Interval

_ONE_TEST = PRODUCT.at("reference 3, section 1.3, when strain is absent", LOCAL)
_LIMITS = PRODUCT.at("reference 3, section 1.3, troponin", LOCAL)
_NOT_RAISED = "troponin is not above the limit of its assay"
_hs_below_75 = presume(
    hs_troponin_t >= 14, NO, when=no(troponin_raised), because=_NOT_RAISED, source=_LIMITS
)
_hs_from_75 = presume(
    hs_troponin_t >= 45, NO, when=no(troponin_raised), because=_NOT_RAISED, source=_LIMITS
)
_hs_raised = any_of(all_of(age < 75, hs_troponin_t >= 14), all_of(age >= 75, hs_troponin_t >= 45))
# A number of high-sensitivity troponin T, or what the laboratory's own limit says of any other assay.
troponin = any_of(
    presume(
        troponin_raised,
        NO,
        when=no(_hs_raised),
        because="high-sensitivity troponin T is below its limit for the age",
        source=_LIMITS,
    ),
    all_of(age < 75, _hs_below_75),
    all_of(age >= 75, _hs_from_75),
)
_ct = ct_rv_lv_ratio >= 1
# ESC asks for one of the two tests: where one was done and is normal, the other is not waited for.
_on_ct = presume(
    _ct,
    NO,
    when=no(rv_strain_on_echo),
    because="echocardiography showed no dysfunction, and no ratio on CT is on record",
    source=_ONE_TEST,
)
_on_echo = presume(
    rv_strain_on_echo,
    NO,
    when=no(_ct),
    because="the ratio on CT is below 1.0, and no echocardiography is on record",
    source=_ONE_TEST,
)
_clot = presume(
    right_heart_clot,
    NO,
    when=any_of(no(rv_strain_on_echo), no(_ct)),
    because="an image of the right heart is on record and names no clot in it",
    source=_ONE_TEST,
)
right_heart_strain = any_of(_on_ct, _on_echo, _clot)

# AHA/ACC counts a ratio on echocardiography from above 0.9, ESC from 1.0 (disagreement D-05).
_NO_RATIO = (
    "the heart was imaged, no dysfunction was reported, and no ratio on echocardiography is on record"
)
right_heart_strain_by_aha = any_of(
    right_heart_strain,
    presume(
        echo_rv_lv_ratio > "0.9",
        NO,
        when=no(right_heart_strain),
        because=_NO_RATIO,
        source=AHA_2026.at("right ventricle on echocardiography", S, "third-party extractions"),
    ),
)

# Low risk without an image of the heart is a site's choice: ESC advises one before discharge, NICE and
# Hestia ask for none (disagreement D-08).
rv_required_for_low = Parameter(
    "rv_required_for_low",
    "Low risk of an embolism needs an image of the right heart (1: yes, 0: no)",
    "1",
    Fraction(1),
    Interval(0, 1),
    Fraction(1),
    PRODUCT.at("reference 3, section 1.4, rv_required_for_low", LOCAL),
)
_NOT_ASKED = "no image of the right heart is on record, and this site asks for none before low risk"
_SITE = PRODUCT.at("reference 3, section 1.4, rv_not_assessed", LOCAL)
_not_required = rv_required_for_low < 1
strain_where_required = any_of(
    presume(_on_ct, NO, when=_not_required, because=_NOT_ASKED, source=_SITE),
    presume(_on_echo, NO, when=_not_required, because=_NOT_ASKED, source=_SITE),
    presume(_clot, NO, when=_not_required, because=_NOT_ASKED, source=_SITE),
)

# For low risk ESC leaves troponin optional once the right ventricle is normal; measured, it must be
# normal.
_OPTIONAL = "troponin was not measured, and is optional where the right ventricle is normal"
_TABLE_8 = ESC_2019.table(8)
_normal_ventricle = no(strain_where_required)
troponin_where_measured = any_of(
    presume(troponin_raised, NO, when=_normal_ventricle, because=_OPTIONAL, source=_TABLE_8),
    all_of(
        age < 75,
        presume(hs_troponin_t >= 14, NO, when=_normal_ventricle, because=_OPTIONAL, source=_TABLE_8),
    ),
    all_of(
        age >= 75,
        presume(hs_troponin_t >= 45, NO, when=_normal_ventricle, because=_OPTIONAL, source=_TABLE_8),
    ),
)
