"""What these steps share: imaging of leg and lung, where it hurts, and the rows that it decides by."""

from veinway.care.facts.alarm import chest_symptoms, leg_symptoms
from veinway.care.facts.chest_tests import ctpa, lung_scintigraphy
from veinway.care.facts.tests import leg_scan
from veinway.care.outcomes import SILENT_ON_SUPERFICIAL
from veinway.care.sources import DICTIONARY, LOCAL, NG158, PRODUCT, S
from veinway.care.special.imaging import (
    calf_clot_only,
    first_scan_needs_repeat,
    superficial_clot_only,
)
from veinway.care.special.outcomes import CLOT_IN_CALF_ONLY
from veinway.care.suspected_pe.results import ct_unsuitable
from veinway.language import *

_IMAGING = PRODUCT.at("section 3.0, imaging rows without score and D-dimer", LOCAL)

CALF_CLOT = row(
    calf_clot_only,
    CLOT_IN_CALF_ONLY,
    id="distal",
    cite=PRODUCT.at("section 3.10, distal DVT", LOCAL),
)
SUPERFICIAL_CLOT = row(
    superficial_clot_only,
    SILENT_ON_SUPERFICIAL,
    id="superficial",
    cite=DICTIONARY.at("section 4.1, superficial vein thrombosis"),
)

SCAN_LEG_NOW = action(
    "scan_leg_now",
    "Ultrasound of the leg veins now, without a score and a D-dimer before it.",
    act="proximal_scan",
    when=leg_symptoms,
    gives=leg_scan,
    cite=_IMAGING,
)
CTPA_NOW = action(
    "ctpa_now",
    "CT pulmonary angiography now, without a score and a D-dimer before it.",
    act="ctpa",
    when=all_of(chest_symptoms, no(ct_unsuitable)),
    gives=ctpa,
    cite=_IMAGING,
)
SCINTIGRAPHY_NOW = action(
    "scintigraphy_now",
    "Lung scintigraphy (V/Q SPECT, or else planar) now: contrast allergy, a creatinine clearance below "
    "30 mL/min or a high risk from radiation speaks against CT.",
    act="lung_scintigraphy",
    when=all_of(chest_symptoms, ct_unsuitable),
    gives=lung_scintigraphy,
    cite=NG158.section("1.1, row P5", S, "update information and Guidelines in Practice 2012"),
)
REPEAT_SCAN_OF_LEG = action(
    "repeat_scan_of_leg",
    "Repeat the proximal ultrasound 6 to 8 days after the first: it did not look at the calf, and no "
    "D-dimer can stand in for that here.",
    act="repeat_scan",
    when=all_of(leg_symptoms, first_scan_needs_repeat),
    gives=leg_scan,
    after=("scan_leg_now",),
    due=in_days(6, 8),
    cite=PRODUCT.at("sections 5.4 and 5.6, repeat scan without a D-dimer", LOCAL),
)
