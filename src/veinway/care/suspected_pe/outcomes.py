"""What the guidelines conclude about a suspected pulmonary embolism."""

from veinway.language import *

# Circulation -------------------------------------------------------------------------------------

ARREST = escalates(
    "cardiac_arrest",
    "Cardiac arrest: haemodynamically unstable. Resuscitate.",
    timing="now",
    short="unstable: arrest",
)
SHOCK = escalates(
    "obstructive_shock",
    "Low pressure with poorly perfused organs: haemodynamically unstable, in shock.",
    timing="now",
    short="unstable: shock",
)
LASTING_HYPOTENSION = escalates(
    "persistent_hypotension",
    "Low or fallen pressure that lasts and has no other cause: haemodynamically unstable.",
    timing="now",
    short="unstable: persistent hypotension",
)
PASSING_HYPOTENSION = escalates(
    "transient_hypotension",
    "Low or fallen pressure for less than 15 minutes: incipient failure. Measure again now.",
    timing="now",
    short="incipient failure: transient hypotension",
)
STABLE = neutral(
    "not_unstable",
    "The definition of haemodynamic instability is not met. Measure again if anything changes.",
    short="not met",
)

# Probability -------------------------------------------------------------------------------------

PROBABILITY_LOW = neutral("pe_low", "Low probability, or unlikely by a rule of two levels.", short="low")
PROBABILITY_INTERMEDIATE = neutral("pe_intermediate", "Intermediate probability.", short="intermediate")
PROBABILITY_HIGH = neutral(
    "pe_high", "High probability, or likely by a rule of two levels.", short="high"
)

# Unstable, embolism suspected --------------------------------------------------------------------

HIGH_RISK_PE = commits(
    "high_risk_pe",
    "Treat as high-risk pulmonary embolism: reperfusion, and call the team that decides on it.",
    action="reperfusion",
    timing="now",
    short="treat as high-risk PE",
)
VTE_IN_SHOCK = escalates(
    "vte_in_an_unstable_patient",
    "A clot in a proximal leg vein confirms thromboembolism: with a strained right ventricle, treat "
    "as high-risk pulmonary embolism.",
    timing="now",
    short="DVT confirms VTE",
)
OTHER_CAUSE_OF_SHOCK = commits(
    "other_cause_of_shock",
    "An embolism does not explain the instability: search for other causes of shock.",
    action="alternative_diagnosis",
    timing="now",
    short="other causes",
)
TEST_AGAIN_NOW = escalates(
    "test_again_now",
    "The tests so far settle nothing: another test now, at the bedside if need be. Treat meanwhile.",
    timing="now",
    short="another test now",
)

# Stable, embolism suspected ----------------------------------------------------------------------

PE_CONFIRMED = commits(
    "pe_confirmed",
    "Pulmonary embolism is confirmed: anticoagulate, or continue it, unless it is contraindicated; "
    "then judge how severe it is.",
    action="start_treatment",
    timing="now",
    short="PE confirmed: treat",
)
PE_REJECTED = commits(
    "pe_rejected",
    "Pulmonary embolism is not likely: stop interim anticoagulation started for this suspicion, unless "
    "a clot of a leg or an arm is still suspected; think of other diagnoses, and tell the person which "
    "symptoms to watch for and where to get help.",
    action="stop_interim_anticoagulation",
    short="PE excluded: stop",
)
PE_NOT_SHOWN = commits(
    "pe_not_shown",
    "Imaging shows no embolism and no DVT is suspected: stop interim anticoagulation started for this "
    "suspicion, think of other diagnoses, and tell the person what to watch for.",
    action="stop_interim_anticoagulation",
    short="no PE on imaging: stop",
)
PE_REJECTED_THOUGH_HIGH = commits(
    "pe_rejected_though_high",
    "CT shows no embolism although it was probable: rejecting it should be considered, with a review "
    "by a clinician; further imaging may be considered before anticoagulation is stopped.",
    action="stop_interim_anticoagulation",
    strength=Strength.CONSIDER,
    short="consider to reject, or investigate further",
)
NO_CLOT_IN_LUNG_LEG_NEXT = neutral(
    "leg_scan_next",
    "Imaging shows no embolism, but a DVT is suspected: consider a proximal leg vein scan; the "
    "pathway for suspected DVT goes on from there.",
    action="proximal_scan",
    strength=Strength.CONSIDER,
    short="consider a leg scan",
)
AHA_ON_NEGATIVE_CT = silent(
    "aha_on_negative_imaging",
    "Imaging shows no embolism. What AHA/ACC say of that was not read; see the other guidelines.",
)
SERIAL_LEG_SCANS = neutral(
    "serial_leg_scans",
    "CT shows no embolism although it was probable: consider serial scans of the proximal leg veins.",
    action="repeat_scan",
    strength=Strength.CONSIDER,
    short="consider serial leg scans",
)
PE_SUBSEGMENTAL = neutral(
    "pe_subsegmental",
    "The only clot is subsegmental: this may be a false positive. A second radiologist reads it, and "
    "further imaging may be considered.",
    action="second_read",
    strength=Strength.CONSIDER,
    short="second reading, consider further imaging",
)
FURTHER_IMAGING_OF_CHEST = neutral(
    "further_imaging_of_chest",
    "The tests so far neither show nor exclude an embolism, and that is not negative: another test is "
    "needed.",
    short="another test",
)
TREAT_UNTIL_LOCATED = neutral(
    "treat_until_located",
    "CT shows a clot. Until it is known where, treat it as an embolism.",
    action="start_treatment",
    timing="now",
)

# One clot alone in a subsegmental artery, or found by chance -------------------------------------

NOT_CONFIRMED_BY_SECOND_READER = neutral(
    "refuted_by_second_reader",
    "The second reader sees no clot: the scan counts as negative. Discuss before anything is stopped.",
    action="second_read",
    short="not confirmed",
)
SUBSEGMENTAL_TREAT = commits(
    "subsegmental_treat",
    "Subsegmental embolism with a clot in a proximal vein, or with a high risk of another: "
    "anticoagulate.",
    action="start_treatment",
    short="anticoagulate",
)
SUBSEGMENTAL_WATCH = commits(
    "subsegmental_watch",
    "Subsegmental embolism, no clot in proximal leg veins, low risk of another: clinical surveillance "
    "rather than anticoagulation.",
    action="surveillance",
    short="clinical surveillance",
)
LEGS_FIRST = neutral(
    "legs_first",
    "Scan both legs (and an arm, if suspected) for a proximal clot before anticoagulation is withheld.",
    action="bilateral_leg_scan",
    short="scan both legs first",
)
INCIDENTAL_TREAT = commits(
    "incidental_treat",
    "An embolism found by chance: treat it as one with symptoms.",
    action="start_treatment",
    short="treat as symptomatic",
)
NOT_BY_CHANCE = neutral(
    "not_by_chance", "It was not found by chance: the pathway of suspected embolism."
)
INCIDENTAL_SILENT = silent(
    "esc_silent_on_this_incidental_pe",
    "ESC speaks of embolism found by chance in cancer, and of a single subsegmental clot only with a "
    "DVT.",
    short="-",
)
