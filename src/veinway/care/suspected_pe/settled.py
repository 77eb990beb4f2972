"""What else must be settled before a drug that was started for suspected embolism is stopped.

One drug is given for all suspicions of one episode: as long as the clot may be in a leg or an arm, the
pathway of suspected embolism does not stop it. And PERC speaks only where no test has spoken.
"""

from veinway.care.arm.open import arm_open
from veinway.care.d_dimer import (
    d_dimer_negative,
    d_dimer_negative_at_fixed_cut_off,
    fixed_cut_off,
)
from veinway.care.facts.alarm import leg_symptoms
from veinway.care.facts.chest_tests import (
    bilateral_leg_scan,
    ctpa,
    ctpa_result,
    lung_scintigraphy,
    scintigraphy_result,
)
from veinway.care.facts.tests import d_dimer, leg_scan, scan_result
from veinway.care.imaging.scans import (
    DISTAL,
    NEGATIVE,
    NEGATIVE_WHOLE_LEG,
    PROXIMAL,
    SUPERFICIAL_ONLY,
    first_scan_recorded,
    scan_from_day_6,
)
from veinway.care.probability import wells_dvt
from veinway.care.probability.outcomes import PERC_NEGATIVE
from veinway.care.probability.perc import PERC
from veinway.care.probability.wells_dvt import WELLS_DVT
from veinway.care.suspected_pe.results import absent_unless_recorded
from veinway.language import *

# The rows by which NICE ends the suspicion of a DVT: D11, D14, D8, D7; and a scan of the whole leg.
_leg_unlikely = WELLS_DVT.is_(wells_dvt.UNLIKELY)
_scan_negative = first_scan_recorded.one_of(*NEGATIVE)
_clot_seen = any_of(
    absent_unless_recorded(any_event(leg_scan, scan_result.one_of(PROXIMAL, DISTAL, SUPERFICIAL_ONLY))),
    absent_unless_recorded(
        any_event(bilateral_leg_scan, scan_result.one_of(PROXIMAL, DISTAL, SUPERFICIAL_ONLY))
    ),
)
_suspicion_ended = any_of(
    no(leg_symptoms),
    all_of(_leg_unlikely, d_dimer_negative),
    all_of(_leg_unlikely, _scan_negative),
    all_of(d_dimer_negative_at_fixed_cut_off, _scan_negative),
    all_of(_scan_negative, scan_from_day_6.one_of(*NEGATIVE)),
    first_scan_recorded.is_(NEGATIVE_WHOLE_LEG),
)
# A clot that was seen in a leg, in whichever vein, has a question of its own.
limbs_settled = all_of(_suspicion_ended, no(_clot_seen), no(arm_open))

# PERC is for patients on whom no test was done. One that was done, and was not negative, stands.
d_dimer_raised = absent_unless_recorded(no(d_dimer < fixed_cut_off))
_image_not_negative = any_of(
    absent_unless_recorded(any_event(ctpa, ctpa_result.one_of("pe", "indeterminate"))),
    absent_unless_recorded(
        any_event(lung_scintigraphy, scintigraphy_result.one_of("high_probability", "nondiagnostic"))
    ),
)
excluded_by_perc = all_of(PERC.is_(PERC_NEGATIVE), no(d_dimer_raised), no(_image_not_negative))
