"""The questions of prevention, in the order in which they arise."""

from veinway.language import *

CLASS_OF_CAUSE = question("class_of_cause", "Which class is what came before the clot?")
RISK_IN_HOSPITAL = question("risk_in_hospital", "Is the risk of a clot in hospital raised?")
PROPHYLAXIS = question("prophylaxis", "Which prophylaxis in hospital, or with a leg in plaster?")
LEG_CAST = question("leg_cast_prophylaxis", "Is medicine considered while the leg is in plaster?")
CANCER_OUTPATIENT = question(
    "cancer_outpatient_prophylaxis", "Is medicine considered at the start of chemotherapy?"
)
PREGNANCY_PROPHYLAXIS = question("pregnancy_prophylaxis", "Is heparin considered in pregnancy?")
POSTNATAL_PROPHYLAXIS = question("postnatal_prophylaxis", "Is heparin considered after birth?")
JOURNEY = question("journey", "What is done before a long journey?")
FLYING_AFTER_CLOT = question("flying_after_clot", "When can somebody with a new clot fly?")
COMBINED_CONTRACEPTION = question(
    "combined_contraception", "Which category for the combined pill, patch or ring?"
)
HORMONE_REPLACEMENT = question("hormone_replacement_route", "Which route of hormone replacement?")
