"""Whether a clot of another place is treated, at which kind of dose, and how long."""

from veinway.language import *

# Calf veins --------------------------------------------------------------------------------------

SCANS_INSTEAD = commits(
    "scans_instead",
    "No anticoagulant: scan again after 1 and 2 weeks, and treat only if the clot extends.",
    action="repeat_scan",
    strength=Strength.CONSIDER,
    timing="1 and 2 weeks",
    short="scans after 1 and 2 weeks, no drug",
)
TREAT_CALF_CLOT = commits(
    "treat_calf_clot",
    "Anticoagulate at treatment dose, as for a proximal clot, for 3 months.",
    action="start_treatment",
    strength=Strength.CONSIDER,
    timing="3 months",
    short="treatment dose for 3 months",
)
SCANS_OR_TREATMENT = commits(
    "scans_or_treatment",
    "Either: scans after 1 and 2 weeks without a drug, or an anticoagulant for 3 months.",
    action="scans_or_treatment",
    strength=Strength.CONSIDER,
    short="either",
)

# Superficial veins -------------------------------------------------------------------------------

SVT_AS_DVT = commits(
    "svt_as_dvt",
    "3 cm or less from the junction with the deep veins: treatment dose for 3 months.",
    action="start_treatment",
    timing="3 months",
    short="treatment dose for 3 months",
)
SVT_45_DAYS = commits(
    "svt_45_days",
    "5 cm or longer, and more than 3 cm from the junction: fondaparinux 2.5 mg, rivaroxaban 10 mg, or "
    "LMWH at a prophylactic or intermediate dose, once a day for 45 days.",
    action="prophylactic_anticoagulation",
    timing="45 days",
    drugs=("fondaparinux", "rivaroxaban", "enoxaparin", "dalteparin", "tinzaparin"),
    short="prophylactic dose for 45 days",
)
SVT_45_DAYS_CHEST = commits(
    "svt_45_days_fondaparinux",
    "At raised risk of reaching a deep vein (5 cm or longer): fondaparinux 2.5 mg a day for 45 days, or "
    "rivaroxaban 10 mg.",
    action="prophylactic_anticoagulation",
    strength=Strength.CONSIDER,
    timing="45 days",
    drugs=("fondaparinux", "rivaroxaban"),
    short="fondaparinux 2.5 mg or rivaroxaban 10 mg for 45 days",
)
SVT_ANTI_INFLAMMATORY = commits(
    "svt_anti_inflammatory",
    "Shorter than 5 cm and more than 3 cm away: an anti-inflammatory drug by mouth or on the skin, warm "
    "or cool compresses, elevation; scan again after 7 to 10 days.",
    action="anti_inflammatory",
    short="anti-inflammatory drug, scan again",
)
SVT_CONSIDER_45_DAYS = commits(
    "svt_consider_45_days",
    "Shorter than 5 cm and more than 3 cm away, but at raised risk or with severe symptoms: a "
    "prophylactic dose for up to 45 days can be considered; scan again after 7 to 10 days.",
    action="prophylactic_anticoagulation",
    strength=Strength.CONSIDER,
    timing="45 days",
    drugs=("fondaparinux", "rivaroxaban", "enoxaparin", "dalteparin", "tinzaparin"),
    short="a prophylactic dose can be considered",
)
SVT_OF_INFUSION = neutral(
    "svt_of_infusion",
    "From an infusion cannula: usually no anticoagulant.",
    action="anti_inflammatory",
    strength=Strength.CONSIDER,
    short="usually none",
)

# Subsegmental embolism ---------------------------------------------------------------------------

LEAN_TO_TREAT = commits(
    "lean_to_treat",
    "Case by case: with symptoms or cancer, lean towards treatment, for 3 months.",
    action="start_treatment",
    strength=Strength.CONSIDER,
    short="lean towards treatment",
)
TREAT_LEG_CLOT = commits(
    "treat_leg_clot",
    "A clot in a proximal leg vein was shown: treat.",
    action="start_treatment",
    short="treat",
)
WATCH_SUBSEGMENTAL = commits(
    "watch_subsegmental",
    "No proximal clot in either leg, and a low risk of another: surveillance rather than a drug.",
    action="surveillance",
    strength=Strength.CONSIDER,
    short="surveillance",
)
TREAT_SUBSEGMENTAL = commits(
    "treat_subsegmental",
    "A high risk of another clot: treat, for 3 months.",
    action="start_treatment",
    strength=Strength.CONSIDER,
    short="treat",
)
CASE_BY_CASE = neutral(
    "subsegmental_case_by_case",
    "Case by case.",
    action="specialist_choice",
    short="case by case",
)
LEGS_ARE_SCANNED_FIRST = neutral(
    "legs_are_scanned_first",
    "Both legs are scanned before an anticoagulant is withheld.",
    action="bilateral_leg_scan",
    strength=Strength.OFFER,
    short="scan both legs first",
)

# Arm ---------------------------------------------------------------------------------------------

TREAT_ARM_WHILE_CATHETER = commits(
    "treat_arm_while_catheter",
    "Axillary vein or further in, with the catheter in place: treatment dose for 3 months or more, and "
    "as long as the catheter stays.",
    action="start_treatment",
    timing="3 months, and as long as the catheter stays",
    short="3 months or more, as long as the catheter stays",
)
TREAT_ARM = commits(
    "treat_arm",
    "Axillary vein or further in: treatment dose for 3 months or more.",
    action="start_treatment",
    timing="3 months",
    short="3 months or more",
)
ARM_INDIVIDUAL = neutral(
    "arm_individual",
    "Brachial or superficial veins only: individual.",
    action="specialist_choice",
    short="individual",
)
