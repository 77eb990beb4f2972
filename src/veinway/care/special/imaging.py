"""Imaging that decides alone, without score and D-dimer: for all who cannot be excluded by them.

Leg and lung are each imaged where there are symptoms. A negative scan of the proximal veins says nothing
of the calf, so without a usable D-dimer it is repeated after 6 to 8 days.
"""

from veinway.care.facts.alarm import chest_symptoms, leg_symptoms
from veinway.care.facts.chest_tests import ctpa, ctpa_result, lung_scintigraphy, scintigraphy_result
from veinway.care.imaging.scans import (
    DISTAL,
    NEGATIVE,
    NEGATIVE_PROXIMAL,
    NEGATIVE_WHOLE_LEG,
    NOT_ASKED_FOR,
    SUPERFICIAL_ONLY,
    clot_in_leg_veins_shown,
    first_scan_recorded,
    scan_from_day_6,
)
from veinway.care.suspected_pe.results import lung_clear
from veinway.language import *

NO_MORE_ASKED_FOR = "imaging has settled it, and a clot shown by another scan would be on record"

first_scan_negative = first_scan_recorded.one_of(*NEGATIVE)
first_scan_needs_repeat = first_scan_recorded.is_(NEGATIVE_PROXIMAL)
leg_settled_by_two_scans = all_of(first_scan_needs_repeat, scan_from_day_6.one_of(*NEGATIVE))
leg_settled = any_of(first_scan_recorded.is_(NEGATIVE_WHOLE_LEG), leg_settled_by_two_scans)
calf_clot_only = all_of(leg_symptoms, first_scan_recorded.is_(DISTAL))
superficial_clot_only = all_of(leg_symptoms, first_scan_recorded.is_(SUPERFICIAL_ONLY))

any_leg_clot = clot_in_leg_veins_shown
any_lung_clot = any_of(
    any_event(ctpa, ctpa_result.is_("pe")),
    any_event(lung_scintigraphy, scintigraphy_result.is_("high_probability")),
)

# What was looked at where it hurts, and found free of clots.
leg_free = any_of(no(leg_symptoms), leg_settled)
leg_free_after_one_scan = any_of(no(leg_symptoms), first_scan_negative)
lung_free = any_of(no(chest_symptoms), lung_clear)
_has_symptoms = any_of(leg_symptoms, chest_symptoms)
all_free = all_of(leg_free, lung_free, _has_symptoms)
all_free_after_one_scan = all_of(leg_free_after_one_scan, lung_free, _has_symptoms)

clot_shown = presume(
    any_of(any_leg_clot, any_lung_clot),
    NO,
    when=any_of(all_free, calf_clot_only, superficial_clot_only),
    because=NO_MORE_ASKED_FOR,
    source=NOT_ASKED_FOR,
)
clot_shown_on_treatment = presume(
    any_of(any_leg_clot, any_lung_clot),
    NO,
    when=any_of(all_free_after_one_scan, calf_clot_only, superficial_clot_only),
    because=NO_MORE_ASKED_FOR,
    source=NOT_ASKED_FOR,
)
