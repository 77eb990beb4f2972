"""The questions of the pathway, in the order in which they arise. Guidelines answer each in a step."""

from veinway.care.sources import (
    AHA_2026,
    ASH_2018,
    CHEST_2012,
    CHEST_2021,
    ESC_2019,
    ESVS_2021,
    NG158,
    S,
    U,
)
from veinway.language import *

PRIMARY_CARE_TRIAGE = question(
    "primary_care_triage", "Suspected in primary care: who goes to hospital, and how soon?"
)
PRIMARY_CARE_SUSPECTED_PE = question(
    "primary_care_suspected_pe", "Suspected embolism in primary care: hospital, or a D-dimer first?"
)
THREATENED_LIMB = question("threatened_limb", "What follows when a limb is threatened?")
SUSPECTED_DVT = question("suspected_dvt", "What follows when DVT of a leg is suspected?")

# Suspected DVT, point by point: where guidelines differ (reference 1, section 3.10) --------------

_ESVS_LIST = ESVS_2021.at("list of class I recommendations", S, "Medscape")
_ASH_EXTRACT = ASH_2018.at("extracts of the recommendations", S, "Guideline Central and AAFP")
DVT_SCORE = question("dvt_score", "How is the probability of a DVT of a leg judged?")
DVT_D_DIMER = question(
    "dvt_d_dimer",
    "What part has the D-dimer when DVT of a leg is suspected?",
    silent=[speaks_not("esvs", _ESVS_LIST)],
)
DVT_SCAN = question("dvt_scan", "Which scan is done first for a suspected DVT of a leg?")
DVT_REPEAT_SCAN = question(
    "dvt_repeat_scan",
    "Is a negative scan of the leg repeated?",
    silent=[speaks_not("esc", ESC_2019.at("full text"))],
)
DVT_INTERIM_ANTICOAGULATION = question(
    "dvt_interim_anticoagulation",
    "Is anticoagulation started while a suspected DVT of a leg waits for its result?",
    silent=[
        speaks_not("esvs", _ESVS_LIST),
        speaks_not("ash", _ASH_EXTRACT),
        speaks_not("chest", CHEST_2012.at("abstract")),
    ],
)
SUSPECTED_ARM_DVT = question("suspected_arm_dvt", "What follows when a clot of an arm is suspected?")

# After the result --------------------------------------------------------------------------------

AFTER_NEGATIVE = question("after_negative", "What follows a negative result in suspected DVT of a leg?")
CONFIRMED_DVT = question("confirmed_dvt", "What follows when a proximal DVT was shown?")
DISTAL_DVT = question(
    "distal_dvt",
    "What follows when a clot of the calf veins only was shown?",
    silent=[
        speaks_not("nice", NG158.section("1.1", S, "CHEST 2021")),
        speaks_not("ash", CHEST_2021.at("what other guidelines say of distal DVT")),
    ],
)
SUPERFICIAL_VEIN_THROMBOSIS = question(
    "superficial_vein_thrombosis", "What follows when a clot of a superficial vein only was shown?"
)
RECURRENT_DVT = question("recurrent_dvt", "Is a clot on the same side as an earlier one a new one?")
PROVOKED = question(
    "provoked",
    "What provoked the clot, and how likely is another?",
    silent=[speaks_not("ash", _ASH_EXTRACT)],
)
CANCER_SEARCH = question(
    "cancer_search",
    "Which search for cancer follows an unprovoked clot?",
    silent=[
        speaks_not("ash", _ASH_EXTRACT),
        speaks_not("chest", CHEST_2021.at("statements of the update")),
    ],
)
THROMBOPHILIA_TESTING = question("thrombophilia_testing", "Is thrombophilia tested for after a clot?")

# Suspected pulmonary embolism --------------------------------------------------------------------

HAEMODYNAMIC_INSTABILITY = question(
    "haemodynamic_instability",
    "Suspected embolism: is the patient haemodynamically unstable?",
    silent=[
        speaks_not("nice", NG158.section("1.1, suspected PE", S, "iatroX summary")),
        speaks_not("ash", ASH_2018.at("rows S1 to S5", S, "Guideline Central extract")),
    ],
)

# Whom the adult pathways leave out ---------------------------------------------------------------

_NOT_IN_PREGNANCY = speaks_not("nice", NG158.at("context"))
SUSPECTED_DVT_IN_PREGNANCY = question(
    "suspected_dvt_in_pregnancy",
    "What follows when DVT is suspected in pregnancy or within 6 weeks of birth?",
    silent=[_NOT_IN_PREGNANCY],
)
SUSPECTED_PE_IN_PREGNANCY = question(
    "suspected_pe_in_pregnancy",
    "What follows when embolism is suspected in pregnancy or within 6 weeks of birth?",
    silent=[_NOT_IN_PREGNANCY],
)
D_DIMER_IN_PREGNANCY = question(
    "d_dimer_in_pregnancy",
    "Is a D-dimer of use in pregnancy?",
    silent=[_NOT_IN_PREGNANCY],
)
AMNIOTIC_FLUID_EMBOLISM = question(
    "amniotic_fluid_embolism", "Could a collapse around birth be an amniotic fluid embolism?"
)
SUSPECTED_VTE_ON_ANTICOAGULATION = question(
    "suspected_vte_on_anticoagulation",
    "What follows when a clot is suspected in somebody who is already anticoagulated?",
)
SUSPECTED_VTE_IN_HOSPITAL = question(
    "suspected_vte_in_hospital", "What follows when a clot is suspected in a hospital inpatient?"
)
SUSPECTED_VTE_IN_INJECTING = question(
    "suspected_vte_in_injecting", "What follows when a clot is suspected in somebody who injects drugs?"
)
SUSPECTED_VTE_IN_CANCER = question(
    "suspected_vte_in_cancer", "What changes when a clot is suspected in somebody with active cancer?"
)
SUSPECTED_VTE_IN_CHILD = question(
    "suspected_vte_in_child", "What follows when a clot is suspected in somebody under 18?"
)
SUSPECTED_PE_UNSTABLE = question(
    "suspected_pe_unstable", "What follows when embolism is suspected in an unstable patient?"
)
SUSPECTED_PE = question("suspected_pe", "What follows when embolism is suspected in a stable patient?")

# Suspected embolism, point by point: where guidelines differ (reference 1, section 3.10) ---------

_NICE_ON_PE = NG158.section("1.1, suspected PE", S, "iatroX summary")
_CHEST_ON_TREATMENT = CHEST_2021.at("statements of the update, which is on treatment")
_AHA_SHEET = AHA_2026.at("diagnosis part", S, "a third-party extraction")
PE_SCORE = question(
    "pe_score",
    "How is the probability of embolism judged?",
    silent=[speaks_not("chest", _CHEST_ON_TREATMENT)],
)
PE_PERC = question(
    "perc_use",
    "May embolism be ruled out by PERC, with no test?",
    silent=[speaks_not("ash", _ASH_EXTRACT), speaks_not("chest", _CHEST_ON_TREATMENT)],
)
D_DIMER_WHEN_PE_LIKELY = question(
    "d_dimer_when_pe_likely",
    "Is a D-dimer of use when embolism is likely?",
    silent=[speaks_not("chest", _CHEST_ON_TREATMENT)],
)
AGE_ADJUSTED_D_DIMER = question(
    "age_adjusted_d_dimer",
    "Is the cut-off of the D-dimer adjusted for age when embolism is suspected?",
    silent=[speaks_not("chest", _CHEST_ON_TREATMENT)],
)
GRADUATED_D_DIMER = question(
    "graduated_d_dimer",
    "Does the cut-off of the D-dimer follow the probability of embolism (YEARS)?",
    silent=[
        speaks_not("nice", NG158.section("1.1, suspected PE", U)),
        speaks_not("ash", _ASH_EXTRACT),
        speaks_not("chest", _CHEST_ON_TREATMENT),
    ],
)
PE_INTERIM_ANTICOAGULATION = question(
    "pe_interim_anticoagulation",
    "Is anticoagulation started while suspected embolism waits for its result?",
    silent=[
        speaks_not("aha", _AHA_SHEET),
        speaks_not("ash", _ASH_EXTRACT),
        speaks_not("chest", _CHEST_ON_TREATMENT),
    ],
)
NEGATIVE_CTPA = question(
    "negative_ctpa",
    "What follows when CT shows no embolism?",
    silent=[speaks_not("aha", _AHA_SHEET), speaks_not("chest", _CHEST_ON_TREATMENT)],
)
SUBSEGMENTAL_PE = question(
    "subsegmental_pe",
    "What follows when the only clot is subsegmental?",
    silent=[
        speaks_not("nice", _NICE_ON_PE),
        speaks_not("ash", _ASH_EXTRACT),
        speaks_not("aha", _AHA_SHEET),
    ],
)
INCIDENTAL_PE = question(
    "incidental_pe",
    "What follows when an embolism was found by chance?",
    silent=[speaks_not("nice", _NICE_ON_PE), speaks_not("ash", _ASH_EXTRACT)],
)

# How well it was done ----------------------------------------------------------------------------

INTERIM_ANTICOAGULATION_IN_TIME_DVT = question(
    "interim_anticoagulation_in_time_dvt",
    "Was interim anticoagulation given within 4 hours of suspected DVT?",
)
INVESTIGATIONS_IN_A_DAY = question(
    "investigations_in_a_day", "Was imaging complete within 24 hours of suspected DVT?"
)
SCAN_IN_TIME_AFTER_REQUEST = question(
    "scan_in_time_after_request", "Was the scan of a likely DVT done within 4 hours of its request?"
)
INTERIM_ANTICOAGULATION_IN_TIME_PE = question(
    "interim_anticoagulation_in_time_pe",
    "Was interim anticoagulation given within 1 hour of suspected embolism?",
)
OUTPATIENT_PLAN_AGREED = question(
    "outpatient_plan_agreed", "Was a plan agreed with an outpatient who has low-risk embolism?"
)
D_DIMER_BEFORE_ANTICOAGULANT = question(
    "d_dimer_before_anticoagulant", "Was the D-dimer taken before interim anticoagulation?"
)
REPEAT_SCAN_IN_TIME = question("repeat_scan_in_time", "Was the repeat scan done on day 6 to 8?")
SUSPECTED_ARM_DVT_IMAGED_FIRST = question(
    "suspected_arm_dvt_imaged_first",
    "What follows when a clot of an arm is suspected where no score and no D-dimer may rule it out?",
)
