"""What may be said of the severity of an embolism and of its treatment."""

from veinway.language import *

HIGH = escalates(
    "pe_high_risk",
    "High risk: haemodynamically unstable. Emergency; no score is needed.",
    short="high",
)
INTERMEDIATE_HIGH = neutral(
    "pe_intermediate_high",
    "Intermediate-high risk: raised score, right ventricular dysfunction and raised troponin. Monitor.",
    short="intermediate-high",
)
INTERMEDIATE_LOW = neutral("pe_intermediate_low", "Intermediate-low risk.", short="intermediate-low")
INTERMEDIATE_LOW_BOTH = neutral(
    "pe_intermediate_low_both_markers",
    "Intermediate-low risk by the text (low score), but the right ventricle and troponin are both "
    "abnormal: call the response team or a senior.",
    short="intermediate-low, both markers",
)
LOW = commits("pe_low_risk", "Low risk: early discharge may be considered.", short="low")

A = neutral("aha_a", "Category A: found by chance or without symptoms.", short="A")
B = neutral("aha_b", "Category B: symptoms and a low score.", short="B")
C1 = neutral("aha_c1", "Category C1: raised score; right ventricle and markers normal.", short="C1")
C2 = neutral("aha_c2", "Category C2: raised score; right ventricle or a marker abnormal.", short="C2")
C3 = neutral("aha_c3", "Category C3: raised score; right ventricle and a marker abnormal.", short="C3")
D1 = escalates("aha_d1", "Category D1: passing low pressure; failure is beginning.", short="D1")
D2 = escalates("aha_d2", "Category D2: normal pressure, poor perfusion (hidden shock).", short="D2")
E1 = escalates("aha_e1", "Category E1: lasting low pressure, cardiogenic shock.", short="E1")
E2 = escalates("aha_e2", "Category E2: refractory shock or arrest.", short="E2")

HOME = commits(
    "pe_home",
    "May be treated at home: low risk, none of the bars, and care at home is possible. Give written "
    "advice, a contact day and night, and a review within 7 days.",
    action="home_treatment",
    short="home",
)
NOT_HOME = neutral("pe_not_home", "Treat in hospital.", action="admit", short="hospital")

LYSE = commits(
    "pe_systemic_lysis",
    "Systemic thrombolysis at once, with heparin by infusion.",
    action="systemic_lysis",
    short="systemic thrombolysis",
)
LYSE_WITH_RELATIVE_BAR = commits(
    "pe_systemic_lysis_weigh",
    "Systemic thrombolysis, weighed against what speaks against it.",
    action="systemic_lysis",
    strength=Strength.CONSIDER,
    short="systemic thrombolysis, weighed",
)
NOT_BY_LYSIS = commits(
    "pe_embolectomy_or_catheter",
    "Thrombolysis is contraindicated: surgical embolectomy or catheter treatment; call the response "
    "team. Where life is in immediate danger a clinician may override.",
    action="embolectomy_or_catheter",
    short="surgery or catheter",
)
AFTER_FAILED_LYSIS = commits(
    "pe_after_failed_lysis",
    "Thrombolysis has failed: surgical embolectomy or catheter treatment; call the response team.",
    action="embolectomy_or_catheter",
    short="surgery or catheter",
)
RESCUE = commits(
    "pe_rescue_lysis",
    "Getting worse on anticoagulation: rescue thrombolysis; surgery or catheter as the alternative.",
    action="systemic_lysis",
    short="rescue thrombolysis",
)
NO_LYSIS = neutral(
    "pe_no_lysis",
    "No thrombolysis; anticoagulate and monitor, and reassess when anything changes.",
    action="systemic_lysis",
    strength=Strength.DO_NOT,
    short="no thrombolysis",
)
DISCUSS_WITH_TEAM = neutral(
    "pe_discuss_catheter",
    "Fits the profile of the HI-PEITHO trial: discuss catheter treatment with the response team (fewer "
    "decompensations, 4.0 against 10.3 % in 7 days; no fewer deaths).",
    short="discuss with the team",
)
CALL_TEAM = escalates("call_pe_team", "Call the embolism response team.", short="call")
NO_TEAM = neutral("no_pe_team", "No reason to call the response team now.", short="not now")
LYSIS_BARRED = neutral(
    "lysis_contraindicated",
    "An absolute contraindication to systemic thrombolysis; a clinician may override it where life is "
    "in immediate danger.",
    rank=2,
    short="absolute contraindication",
)
LYSIS_WEIGHED = neutral(
    "lysis_relative",
    "A relative contraindication to systemic thrombolysis.",
    rank=1,
    short="relative",
)
LYSIS_OPEN_WAY = neutral(
    "lysis_not_barred", "Nothing speaks against thrombolysis.", rank=0, short="none"
)
