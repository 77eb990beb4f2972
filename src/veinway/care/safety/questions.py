"""One question a rule of safety, so that a report counts each for itself."""

from veinway.language import *

DABIGATRAN_KIDNEY = question(
    "dabigatran_kidney", "P-01: Dabigatran with a creatinine clearance below 30?"
)
XA_INHIBITOR_KIDNEY = question(
    "xa_inhibitor_kidney", "P-02: An Xa inhibitor with a creatinine clearance below 15?"
)
REDUCED_DOSE_TOO_EARLY = question(
    "reduced_dose_too_early", "P-03: A reduced dose within 6 months of the first clot?"
)
LOADING_TOO_LONG = question(
    "loading_too_long", "P-04: Rivaroxaban 15 mg for longer than its first 21 days?"
)
EDOXABAN_DOSE_TOO_HIGH = question(
    "edoxaban_dose_too_high", "P-05: Edoxaban 60 mg where 30 mg is the dose?"
)
DOAC_IN_APS = question("doac_in_aps", "P-06: A direct oral anticoagulant in antiphospholipid syndrome?")
DOAC_WITH_VALVE = question(
    "doac_with_valve", "P-07: A direct oral anticoagulant with a mechanical valve?"
)
INTERACTING_MEDICINE = question(
    "interacting_medicine", "P-12: A strongly interacting medicine beside a direct oral anticoagulant?"
)
DOAC_IN_PREGNANCY = question("doac_in_pregnancy", "P-13: A direct oral anticoagulant in pregnancy?")
NO_LEAD_IN = question("no_lead_in", "P-14: Edoxaban or dabigatran without a parenteral drug first?")
NO_KIDNEY_TEST = question(
    "no_kidney_test", "P-08: No kidney test in time on a direct oral anticoagulant?"
)
WARFARIN_POOR_CONTROL = question("warfarin_poor_control", "P-09: Poorly controlled warfarin?")
NO_THREE_MONTH_REVIEW = question(
    "no_three_month_review", "P-10: No review between 2 and 5 months after a clot?"
)
PLATELETS_FELL_ON_HEPARIN = question(
    "platelets_fell_on_heparin", "P-11: Platelets that fell by 30 % or more on heparin?"
)
TWO_ANTICOAGULANTS = question(
    "two_anticoagulants", "P-15: Two anticoagulants at once for more than 14 days?"
)
