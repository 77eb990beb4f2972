"""The questions of treatment, in the order in which they arise. Guidelines answer each in a step."""

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
