"""The questions of treatment, in the order in which they arise. Guidelines answer each in a step."""

from veinway.care.sources import ESC_2019, NG158, S
from veinway.language import *

WHICH_ANTICOAGULANT = question("which_anticoagulant", "Which anticoagulant for a clot?")
"""The planner ranks drugs by the answer of the site's guideline: its outcomes name `drugs`."""
WARFARIN_DOSE = question("warfarin_dose", "How does the weekly dose of warfarin change after an INR?")
HIGH_INR = question("high_inr", "What follows a high INR, or bleeding on warfarin?")
LOW_INR = question("low_inr", "What follows an INR below its range?")
NEXT_INR = question("next_inr", "When is the INR measured again?")
INR_CONTROL = question("inr_control", "How well is warfarin controlled, and what follows?")

# The choice, point by point: where guidelines differ (reference 2, section 10.2) ------------------

LMWH_WITH_VKA = question(
    "lmwh_with_vka", "How long is heparin given together with a vitamin K antagonist?"
)
PARENTERAL_START = question("parenteral_start", "Which heparin starts treatment where one is needed?")
EXTREME_WEIGHT = question(
    "extreme_weight", "What changes below 50 kg, above 120 kg or at a BMI over 40?"
)
LOADING_AFTER_HEPARIN = question(
    "loading_after_heparin", "Do days of heparin count towards the higher first dose of a DOAC?"
)
HEPARIN_TARGET = question("heparin_target", "What is an infusion of heparin steered by?")
LMWH_AFTER_EPIDURAL = question(
    "lmwh_after_epidural", "How long after an epidural catheter may LMWH be given?"
)
HEPARIN_FOR_KIDNEYS = question(
    "heparin_for_kidneys", "At which kidney function is unfractionated heparin the heparin to use?"
)
ENOXAPARIN_FREQUENCY = question(
    "enoxaparin_frequency", "Enoxaparin once or twice a day, for a proximal clot of the leg?"
)

# Bleeding, heparin, interruption and reversal (reference 2, sections 4 to 6) ----------------------

BARS = question("bars", "Does anything rule out anticoagulation, or call for caution?")
PLATELETS_IN_CANCER = question(
    "platelets_in_cancer", "Which dose with few platelets, for a clot in a person with cancer?"
)
PLATELETS_ON_HEPARIN = question("platelets_on_heparin", "How often are platelets counted under heparin?")
HEPARIN_LEVEL = question("heparin_level", "Is the effect of heparin measured?")
SUSPECTED_HIT = question(
    "suspected_hit", "What follows a suspicion of heparin-induced thrombocytopenia?"
)
BLEEDING = question("bleeding", "What follows bleeding under an anticoagulant?")
REVERSAL = question("reversal", "How is an anticoagulant reversed in major bleeding?")
SWITCHING = question(
    "switching", "When does the new anticoagulant start, and when does the old one end?"
)
MISSED_DOSE = question("missed_dose", "What is done about a missed dose?")
INTERRUPTION = question("interruption", "When is the last dose before a procedure?")
BRIDGING = question("bridging", "Is heparin given in between around a procedure?")

# How long (reference 2, section 3) ---------------------------------------------------------------

DURATION = question("duration", "How long is a clot of a leg or a lung treated?")
DURATION_IN_PREGNANCY = question(
    "duration_in_pregnancy", "How long is a clot treated in pregnancy and after birth?"
)
EXTENDED_DOSE = question("extended_dose", "Which dose after 6 months, when treatment goes on?")
ASPIRIN_IF_DECLINED = question(
    "aspirin_if_declined", "Aspirin, when an anticoagulant is declined after the treatment phase?"
)
BASELINE_TESTS = question(
    "baseline_tests", "What is measured before and within 24 hours of the first dose?"
)
DOAC_BLOODS = question("doac_bloods", "When are blood tests due on a direct oral anticoagulant?")
DOAC_REVIEW = question("doac_review", "When is treatment with a direct oral anticoagulant reviewed?")
DISTAL_TREATMENT = question(
    "distal_treatment",
    "Is a clot of the calf veins treated, and how long?",
    silent=[speaks_not("nice", NG158.section("1.3", S, "CHEST 2021"))],
)
SUPERFICIAL_TREATMENT = question(
    "superficial_treatment", "Is a clot of a superficial vein anticoagulated, and how long?"
)
SUBSEGMENTAL_TREATMENT = question("subsegmental_treatment", "Is a subsegmental embolism treated?")
ARM_TREATMENT = question("arm_treatment", "Is a clot of an arm treated, and how long?")

# A clot in spite of treatment, filters, stockings (reference 2, sections 5.3, 7 and 8) ------------

RECURRENCE = question(
    "recurrence_on_treatment_check", "Another clot in spite of treatment: what comes first?"
)
RECURRENCE_TREATMENT = question(
    "recurrence_treatment",
    "What follows a proven clot in spite of treatment?",
    silent=[speaks_not("esc", ESC_2019.section("8"))],
)
VENA_CAVA_FILTER = question("vena_cava_filter", "Is a vena cava filter considered?")
STOCKINGS_AGAINST_PTS = question(
    "stockings_against_pts",
    "Do stockings prevent the post-thrombotic syndrome?",
    silent=[speaks_not("esc", ESC_2019.at("full text"))],
)
STOCKINGS_FOR_SYMPTOMS = question(
    "stockings_for_symptoms",
    "Stockings for swelling and pain after a clot?",
    silent=[speaks_not("nice", NG158.section("1.6", S, "GPnotebook"))],
)
TRAVEL = question("travel", "What is done for a long journey?")
