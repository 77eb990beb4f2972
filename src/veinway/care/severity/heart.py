"""The right ventricle and troponin, from whichever test was done (reference 3, section 1.3)."""

from veinway.care.facts.person import age
from veinway.care.facts.severity import (
    ct_rv_lv_ratio,
    hs_troponin_t,
    right_heart_clot,
    rv_strain_on_echo,
    troponin_raised,
)
from veinway.care.sources import ESC_2019, LOCAL, PRODUCT
from veinway.language import *

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
right_heart_strain = any_of(
    presume(
        _ct,
        NO,
        when=no(rv_strain_on_echo),
        because="echocardiography showed no dysfunction, and no ratio on CT is on record",
        source=_ONE_TEST,
    ),
    presume(
        rv_strain_on_echo,
        NO,
        when=no(_ct),
        because="the ratio on CT is below 1.0, and no echocardiography is on record",
        source=_ONE_TEST,
    ),
    presume(
        right_heart_clot,
        NO,
        when=any_of(no(rv_strain_on_echo), no(_ct)),
        because="an image of the right heart is on record and names no clot in it",
        source=_ONE_TEST,
    ),
)

# For low risk ESC leaves troponin optional once the right ventricle is normal; measured, it must be
# normal.
_OPTIONAL = "troponin was not measured, and is optional where the right ventricle is normal"
_TABLE_8 = ESC_2019.table(8)
_normal_ventricle = no(right_heart_strain)
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
