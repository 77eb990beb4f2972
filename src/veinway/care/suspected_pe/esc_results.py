"""The tests as ESC 2019 asks for them, and which of them are taken not to have been done."""

from veinway.care.d_dimer import d_dimer_negative
from veinway.care.suspected_pe.patients import high, low, low_or_intermediate
from veinway.care.suspected_pe.results import (
    NO_CLOT_IN_LEG,
    first_ctpa,
    last_ctpa,
    scan_of_both_legs,
    scan_of_one_leg,
    scintigraphy,
    where_asked_for,
)
from veinway.language import *

excluded_by_d_dimer = all_of(low_or_intermediate, d_dimer_negative)
imaging_needed = any_of(high, all_of(low_or_intermediate, no(d_dimer_negative)))
ct_negative, perfusion_normal = last_ctpa.is_("negative"), scintigraphy.is_("normal")

# Tests that nothing asks for -------------------------------------------------------------------

_ends_without_ct = any_of(excluded_by_d_dimer, perfusion_normal)
legs_clear = scan_of_both_legs.one_of(*NO_CLOT_IN_LEG)
_excluded_by_scintigraphy = all_of(scintigraphy.is_("nondiagnostic"), legs_clear, low)
first_ct = where_asked_for(first_ctpa, "pe", unless=any_of(_ends_without_ct, _excluded_by_scintigraphy))
last_ct = where_asked_for(last_ctpa, "pe", unless=any_of(_ends_without_ct, _excluded_by_scintigraphy))
lung_scan = where_asked_for(
    scintigraphy, "high_probability", "normal", unless=any_of(excluded_by_d_dimer, ct_negative)
)
_no_leg_scan_asked = any_of(excluded_by_d_dimer, ct_negative, perfusion_normal)
_one_leg = where_asked_for(
    scan_of_one_leg, "dvt_proximal", unless=any_of(_no_leg_scan_asked, legs_clear)
)
_both_legs = where_asked_for(scan_of_both_legs, "dvt_proximal", unless=_no_leg_scan_asked)

clot_seen = any_of(first_ct.is_("pe"), last_ct.is_("pe"))
clot_in_leg = any_of(_one_leg.is_("dvt_proximal"), _both_legs.is_("dvt_proximal"))
calf_clot_only = any_of(_one_leg.is_("dvt_distal_only"), _both_legs.is_("dvt_distal_only"))
