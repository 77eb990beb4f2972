"""What a rule of safety may say: at risk, or not."""

from veinway.language import *

CLEAR = neutral("clear", "Not at risk by this rule.", short="clear")
DABIGATRAN_KIDNEY_FOUND = escalates(
    "dabigatran_kidney_found",
    "Dabigatran was supplied and the creatinine clearance is below 30 mL/min: it is contraindicated.",
    short="at risk",
)
XA_INHIBITOR_KIDNEY_FOUND = escalates(
    "xa_inhibitor_kidney_found",
    "An Xa inhibitor was supplied and the creatinine clearance is below 15 mL/min: it is not "
    "recommended.",
    short="at risk",
)
REDUCED_DOSE_TOO_EARLY_FOUND = escalates(
    "reduced_dose_too_early_found",
    "Apixaban 2.5 mg or rivaroxaban 10 mg was supplied within 6 months of the first clot: the "
    "dose is too low for treatment.",
    short="at risk",
)
LOADING_TOO_LONG_FOUND = escalates(
    "loading_too_long_found",
    "Rivaroxaban 15 mg was supplied more than 26 days after its first supply, with a "
    "clearance of 50 mL/min or more: loading may never have ended.",
    short="at risk",
)
EDOXABAN_DOSE_TOO_HIGH_FOUND = escalates(
    "edoxaban_dose_too_high_found",
    "Edoxaban 60 mg was supplied where weight, clearance or another medicine calls for 30 mg.",
    short="at risk",
)
DOAC_IN_APS_FOUND = escalates(
    "doac_in_aps_found",
    "A direct oral anticoagulant was supplied in antiphospholipid syndrome: a vitamin K "
    "antagonist is preferred.",
    short="at risk",
)
DOAC_WITH_VALVE_FOUND = escalates(
    "doac_with_valve_found",
    "A direct oral anticoagulant was supplied to somebody with a mechanical heart valve.",
    short="at risk",
)
INTERACTING_MEDICINE_FOUND = escalates(
    "interacting_medicine_found",
    "A strong inhibitor or inducer was taken beside a direct oral anticoagulant.",
    short="at risk",
)
DOAC_IN_PREGNANCY_FOUND = escalates(
    "doac_in_pregnancy_found",
    "A direct oral anticoagulant was supplied in pregnancy.",
    short="at risk",
)
NO_LEAD_IN_FOUND = escalates(
    "no_lead_in_found",
    "Edoxaban or dabigatran was the first anticoagulant by mouth, and no parenteral drug came "
    "5 days or more before it.",
    short="at risk",
)
NO_KIDNEY_TEST_FOUND = escalates(
    "no_kidney_test_found",
    "No creatinine in the last 12 months, or in a tenth of the clearance in months where that "
    "is 60 or less.",
    short="at risk",
)
WARFARIN_POOR_CONTROL_FOUND = escalates(
    "warfarin_poor_control_found",
    "Warfarin is poorly controlled by one of the three signs.",
    short="at risk",
)
NO_THREE_MONTH_REVIEW_FOUND = escalates(
    "no_three_month_review_found",
    "No review is on record between 2 and 5 months after the clot.",
    short="at risk",
)
PLATELETS_FELL_ON_HEPARIN_FOUND = escalates(
    "platelets_fell_on_heparin_found",
    "Platelets fell by 30 % or more between day 4 and day 14 of heparin: heparin-induced "
    "thrombocytopenia?",
    short="at risk",
)
TWO_ANTICOAGULANTS_FOUND = escalates(
    "two_anticoagulants_found",
    "Two anticoagulants were supplied both in the last 14 days and 15 to 60 days ago.",
    short="at risk",
)
