"""What may be concluded of a clot of calf veins, of a superficial vein, of a second clot, of its age."""

from veinway.language import *

# Calf veins only ---------------------------------------------------------------------------------

DISTAL_REACHED_PROXIMAL = commits(
    "distal_reached_proximal",
    "The clot of the calf has reached a proximal vein: anticoagulate as for proximal DVT.",
    action="start_treatment",
    timing="now",
    short="anticoagulate if it reaches proximal veins",
)
DISTAL_EXTENDED = commits(
    "distal_extended",
    "The clot has grown within the calf veins: anticoagulation is suggested.",
    action="start_treatment",
    strength=Strength.CONSIDER,
    timing="now",
    short="anticoagulate if it grows",
)
DISTAL_AT_RISK = commits(
    "distal_at_risk",
    "A clot of the calf with severe symptoms or a risk of extension: anticoagulation is suggested.",
    action="start_treatment",
    strength=Strength.CONSIDER,
    timing="now",
    short="anticoagulate if severe or at risk",
)
DISTAL_SERIAL_SCANS = neutral(
    "distal_serial_scans",
    "A clot of the calf with neither severe symptoms nor a risk of extension: scan once a week for 2 "
    "weeks, or when it gets worse, rather than anticoagulate.",
    action="repeat_scan",
    strength=Strength.CONSIDER,
    timing="once a week for 2 weeks, or when it gets worse",
    short="serial scans for 2 weeks",
)
DISTAL_STABLE = commits(
    "distal_stable",
    "The clot of the calf has not grown in 2 weeks: no anticoagulation.",
    action="start_treatment",
    strength=Strength.DO_NOT,
    short="no anticoagulation if it does not grow",
)
DISTAL_AND_EMBOLISM = escalates(
    "distal_and_suspected_embolism",
    "A clot of the calf alone does not settle a suspected embolism: test further for it.",
    action="ctpa",
    strength=Strength.CONSIDER,
    short="further test for embolism if suspected",
)
DISTAL_WITHOUT_EMBOLISM = silent(
    "esc_silent_without_embolism",
    "ESC speaks of a clot of the calf in suspected embolism only.",
)

# A superficial vein only -------------------------------------------------------------------------

SUPERFICIAL_AS_DVT = commits(
    "superficial_as_dvt",
    "The clot lies within 3 cm of the junction with the deep veins: consider therapeutic "
    "anticoagulation, as for DVT.",
    action="start_treatment",
    strength=Strength.CONSIDER,
    timing="now",
    short="as DVT within 3 cm of the junction",
)
SUPERFICIAL_PROPHYLACTIC = commits(
    "superficial_prophylactic",
    "The clot is 5 cm or longer, and more than 3 cm from the junction: anticoagulation in a "
    "prophylactic dose for 45 days.",
    action="prophylactic_anticoagulation",
    timing="for 45 days",
    short="prophylactic dose, 45 days, from 5 cm",
)
SUPERFICIAL_ANTI_INFLAMMATORY = commits(
    "superficial_anti_inflammatory",
    "The clot is shorter than 4 cm, and more than 3 cm from the junction: an anti-inflammatory drug "
    "for 8 to 12 days.",
    action="anti_inflammatory",
    timing="for 8 to 12 days",
    short="anti-inflammatory drug below 4 cm",
)
SUPERFICIAL_CLINICIAN = neutral(
    "superficial_clinician",
    "The clot is 4.0 to 4.9 cm long, where sources differ between an anti-inflammatory drug and "
    "prophylactic anticoagulation: a clinician decides.",
    short="clinician from 4.0 to 4.9 cm",
)

# A second clot on the same side ------------------------------------------------------------------

RECURRENCE_CONFIRMED = commits(
    "recurrence_confirmed",
    "A new clot on the same side is confirmed.",
    action="start_treatment",
    timing="now",
)
RECURRENCE_EXCLUDED = commits(
    "recurrence_excluded",
    "The residual vein has grown by less than 2 mm, and no scan shows a proximal clot: by comparison "
    "with the earlier scan a new clot on the same side is excluded. A repeat scan that a positive "
    "D-dimer asks for is still done.",
    action="alternative_diagnosis",
)
RECURRENCE_READ_AGAIN = escalates(
    "recurrence_read_again",
    "The scan is reported to show a proximal clot, but the residual vein has grown by less than 2 mm: "
    "have both scans compared by a second reader now, and treat as a new clot until that is settled.",
    action="second_read",
    timing="now",
)
RECURRENCE_EQUIVOCAL = neutral(
    "recurrence_equivocal",
    "The residual vein has grown by 2 to 4 mm, which is equivocal: test further, for instance by MR "
    "direct thrombus imaging.",
    action="mr_venography",
    strength=Strength.CONSIDER,
)
NOTHING_TO_COMPARE = neutral(
    "nothing_to_compare",
    "There is no earlier scan to compare with: thrombus that is left from before is no proof of a new "
    "clot, and does not exclude one. Test further.",
    action="mr_venography",
    strength=Strength.CONSIDER,
)

# The age of a clot -------------------------------------------------------------------------------

CLOT_ACUTE = neutral("acute", "The clot looks acute.")
CLOT_CHRONIC = neutral("chronic", "The clot looks chronic.")
CLOT_ACUTE_ON_CHRONIC = neutral(
    "indeterminate", "The clot shows signs of both ages, or of neither: its age is indeterminate."
)
