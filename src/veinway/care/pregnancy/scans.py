"""Scans in pregnancy: the leg veins, the iliac veins, and the lung."""

from veinway.care.arm.open import arm_open
from veinway.care.facts.alarm import chest_symptoms, leg_symptoms
from veinway.care.facts.leg import entire_leg_swollen
from veinway.care.facts.pregnancy import (
    back_or_buttock_pain,
    clinical_suspicion,
    iliac_imaging_result,
    suspicion_not_low,
)
from veinway.care.facts.tests import leg_scan, scan_result
from veinway.care.imaging.scans import NEGATIVE, NOT_ASKED_FOR, first_scan_day
from veinway.care.special.imaging import (
    NO_MORE_ASKED_FOR,
    any_leg_clot,
    any_lung_clot,
    first_scan_negative,
    lung_clear,
)
from veinway.language import *

suspicion_low = clinical_suspicion.is_("low")
iliac_suspected = any_of(back_or_buttock_pain, entire_leg_swollen)
iliac_settled = any_of(no(iliac_suspected), iliac_imaging_result.is_("no_clot"))
_iliac_clot = presume_not(
    iliac_imaging_result,
    "clot",
    when=no(iliac_suspected),
    because="no iliac imaging is asked for here, and a clot that it showed would be on record",
    source=NOT_ASKED_FOR,
).is_("clot")

# A strong suspicion is laid to rest by two more negative scans: about day 3, and from day 7 on. One that
# came on day 7 does not stand for both.
day_3_window, day_7_window = days_after(2, 6, first_scan_day), days_after(7, 90, first_scan_day)
_day_3_scan_negative = last(leg_scan, scan_result, in_=day_3_window).one_of(*NEGATIVE)
_day_7_scan_negative = last(leg_scan, scan_result, in_=day_7_window).one_of(*NEGATIVE)
day_7_scanned = presume(
    any_event(leg_scan, in_=day_7_window),
    NO,
    because="no scan from day 7 on is on record",
    source=NOT_ASKED_FOR,
)
day_3_scanned = any_event(leg_scan, in_=day_3_window)
day_3_missed = all_of(
    day_7_scanned,
    no(presume(day_3_scanned, NO, because="no scan of about day 3 is on record", source=NOT_ASKED_FOR)),
)
excluded_at_once = all_of(first_scan_negative, suspicion_low, iliac_settled)
excluded_by_repeats = all_of(
    first_scan_negative,
    suspicion_not_low,
    _day_3_scan_negative,
    _day_7_scan_negative,
    iliac_settled,
)
leg_or_iliac_clot = any_of(
    _iliac_clot,
    presume(
        any_leg_clot,
        NO,
        when=any_of(excluded_at_once, excluded_by_repeats),
        because=NO_MORE_ASKED_FOR,
        source=NOT_ASKED_FOR,
    ),
)

# With chest symptoms a leg scan comes first where the leg has symptoms; a clot there ends the search.
leg_needs_no_scan = any_of(no(leg_symptoms), first_scan_negative)
# A scan of the leg that is free says nothing of an iliac vein that is suspected.
leg_free_for_now = any_of(no(leg_symptoms), all_of(first_scan_negative, iliac_settled))
lung_excluded = all_of(lung_clear, leg_free_for_now)
# One heparin is given for leg, lung and arm: no pathway stops it while another still needs it.
lung_and_arm_settled = all_of(
    no(arm_open), any_of(no(chest_symptoms), all_of(lung_excluded, suspicion_low))
)
leg_and_arm_settled = all_of(no(arm_open), leg_free_for_now)
leg_clot_before_lung = presume(
    any_leg_clot, NO, when=lung_excluded, because=NO_MORE_ASKED_FOR, source=NOT_ASKED_FOR
)
lung_clot = presume(
    any_lung_clot, NO, when=lung_excluded, because=NO_MORE_ASKED_FOR, source=NOT_ASKED_FOR
)
