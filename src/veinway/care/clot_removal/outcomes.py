"""What guidelines may say of removing a clot of the iliac and common femoral veins."""

from veinway.language import *

LIMB_EMERGENCY = escalates(
    "cdt_limb_emergency",
    "The limb is threatened: vascular surgery and interventional radiology now, whatever the days and "
    "criteria.",
    action="limb_rescue",
    short="emergency",
)
NOT_ILIOFEMORAL = neutral(
    "cdt_no_routine_intervention",
    "The clot does not reach the common femoral vein: anticoagulate, no routine removal.",
    action="anticoagulation_alone",
    strength=Strength.DO_NOT,
    short="no routine removal",
)
CONTRAINDICATED = neutral(
    "cdt_contraindicated",
    "Thrombolysis is contraindicated: mechanical or surgical removal only through the team.",
    action="anticoagulation_alone",
    short="contraindicated",
)
CONSIDER = commits(
    "cdt_consider",
    "Consider catheter-directed thrombolysis: refer to the team, with consent and the numbers of the "
    "trials.",
    action="clot_removal",
    strength=Strength.CONSIDER,
    timing="within 14 days of the first symptom",
    short="consider removal",
)
SPECIALIST = neutral(
    "cdt_specialist_opinion",
    "Outside the criteria by time alone, or symptoms stay severe: a specialist's opinion may be asked.",
    action="specialist_opinion",
    short="specialist's opinion",
)
ANTICOAGULATE = neutral(
    "cdt_anticoagulation_alone",
    "Anticoagulation alone; look again once what can be corrected is.",
    action="anticoagulation_alone",
    short="anticoagulation alone",
)
SELECTED = commits(
    "cdt_selected",
    "Removal is reasonable in selected patients: extensive and severe, with a low risk of bleeding.",
    action="clot_removal",
    strength=Strength.CONSIDER,
    short="in selected patients",
)
ALONE_RATHER = neutral(
    "cdt_alone_rather",
    "Anticoagulation alone rather than removal; the balance may change where the limb is threatened.",
    action="anticoagulation_alone",
    strength=Strength.CONSIDER,
    short="anticoagulation alone",
)
TOO_LATE = neutral(
    "cdt_too_late",
    "More than 21 days of symptoms, or a high risk of bleeding: no removal.",
    action="anticoagulation_alone",
    strength=Strength.DO_NOT,
    short="no removal: too late or bleeding",
)
