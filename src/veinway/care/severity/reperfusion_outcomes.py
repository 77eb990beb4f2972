"""What the other guidelines may say of reperfusion in embolism, and of heparin around it."""

from veinway.language import *

LYSE_OFFERED = commits(
    "pe_lysis_offered",
    "Systemic thrombolysis; catheter or surgery where a team has chosen them.",
    action="systemic_lysis",
    short="systemic thrombolysis",
)
LYSE_CONSIDERED = commits(
    "pe_lysis_considered",
    "Systemic thrombolysis may be given.",
    action="systemic_lysis",
    strength=Strength.CONSIDER,
    short="systemic thrombolysis, consider",
)
LYSE_UNCLEAR = commits(
    "pe_lysis_unclear",
    "Thrombolysis, systemic or by catheter, or mechanical removal may be considered; how useful that is "
    "is not clear. Discuss with the response team.",
    action="systemic_lysis",
    strength=Strength.CONSIDER,
    short="may be considered, use unclear",
)
RESCUE_CONSIDERED = commits(
    "pe_rescue_considered",
    "Getting worse on anticoagulation with a low risk of bleeding: systemic thrombolysis.",
    action="systemic_lysis",
    strength=Strength.CONSIDER,
    short="rescue thrombolysis, consider",
)
NO_SYSTEMIC_LYSIS = neutral(
    "pe_no_systemic_lysis",
    "No systemic thrombolysis: it harms; the use of catheter treatment is not clear.",
    action="systemic_lysis",
    strength=Strength.DO_NOT,
    short="no systemic thrombolysis",
)
REMOVE = commits(
    "pe_removal",
    "Thrombolysis is contraindicated: mechanical removal or surgery.",
    action="embolectomy_or_catheter",
    short="mechanical or surgery",
)
REMOVE_CONSIDERED = commits(
    "pe_removal_considered",
    "Thrombolysis is contraindicated: mechanical removal may be considered; the use of surgery is not "
    "clear.",
    action="embolectomy_or_catheter",
    strength=Strength.CONSIDER,
    short="mechanical, consider",
)
CATHETER_CONSIDERED = commits(
    "pe_catheter_considered",
    "Catheter-assisted removal of the clot, where expertise is at hand.",
    action="embolectomy_or_catheter",
    strength=Strength.CONSIDER,
    short="catheter, consider",
)
WITHOUT_LYTIC = neutral(
    "pe_without_lytic",
    "Thrombolysis is contraindicated; the use of mechanical removal is not clear. Discuss with the "
    "response team.",
    short="discuss with the team",
)
ECMO_ONLY = neutral(
    "pe_ecmo_only",
    "Thrombolysis is contraindicated, and neither catheter nor surgery is foreseen: circulatory support "
    "by the response team.",
    short="circulatory support",
)
SAYS_NOTHING_WITH_A_BAR = silent(
    "pe_reperfusion_not_said",
    "Says nothing of somebody who is unstable and has an absolute contraindication.",
    short="says nothing",
)

# Heparin around it ------------------------------------------------------------------------------------
GOES_ON = neutral(
    "heparin_goes_on",
    "Heparin by infusion may run on during alteplase; it is stopped during streptokinase and urokinase.",
    action="heparin_during_alteplase",
    strength=Strength.CONSIDER,
    short="may run on during alteplase",
)
STOPPED = neutral(
    "heparin_stopped",
    "Heparin by infusion is stopped during thrombolysis; PTT 2 hours after its end, and again without a "
    "bolus once it is below twice the upper limit.",
    action="heparin_during_alteplase",
    strength=Strength.DO_NOT,
    short="stopped",
)
UFH_FIRST = neutral(
    "high_risk_pe_ufh",
    "Unfractionated heparin, with a bolus by weight.",
    action="unfractionated_heparin",
    strength=Strength.OFFER,
    short="unfractionated heparin",
)
LMWH_FIRST = neutral(
    "high_risk_pe_lmwh",
    "LMWH rather than unfractionated heparin, where possible.",
    action="lmwh",
    strength=Strength.OFFER,
    short="LMWH over unfractionated heparin",
)
NOT_OF_E2 = silent(
    "high_risk_pe_e2_not_said", "Says nothing of category E2.", short="says nothing of E2"
)
NOT_OF_THIS = silent("high_risk_pe_not_this", "Not meant for this patient.", short="not meant here")
