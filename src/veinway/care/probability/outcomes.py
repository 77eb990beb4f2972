"""What a score with its D-dimer may conclude, and why a rule may have nothing to say."""

from veinway.language import *

# For whom a rule was not made -------------------------------------------------------------------

NOT_FOR_CHILDREN = neutral("not_for_children", "Under 18: the rule was made for adults.", short="child")
NOT_IN_PREGNANCY = neutral(
    "not_in_pregnancy", "Pregnant: the rule does not hold in pregnancy.", short="pregnant"
)
NOT_PREGNANT = neutral(
    "not_pregnant", "Not pregnant: the rule was made for pregnancy.", short="not pregnant"
)
NOT_WHEN_UNSTABLE = neutral(
    "not_when_unstable", "Unstable: resuscitation and imaging come first, no score.", short="unstable"
)
NOT_WHEN_ANTICOAGULATED = neutral(
    "not_when_anticoagulated",
    "On full-dose anticoagulation: a D-dimer may be falsely low, so that it excludes nothing.",
    short="anticoagulated",
)
NOT_FOR_INPATIENTS = neutral(
    "not_for_inpatients", "In hospital: the rule was made for people who come in.", short="inpatient"
)
NOT_THIS_LIMB = neutral(
    "not_this_limb", "The symptoms are not in the limb that the rule was made for.", short="other limb"
)
NOT_LOW_BY_GESTALT = neutral(
    "not_low_by_gestalt",
    "The clinician's own estimate is 15 % or more: PERC may not be used.",
    short="estimate 15 % or more",
)
NOT_AS_STUDIED = neutral(
    "not_as_studied",
    "PEGeD did not study this: major surgery in the last 21 days, imaging already done, or "
    "anticoagulation needed anyway.",
    short="not as studied",
)
NOT_FOR_RECURRENCE = neutral(
    "not_for_recurrence",
    "A DVT was documented before: the rule was made for a first one.",
    short="recurrence",
)

# Pulmonary embolism -----------------------------------------------------------------------------

PERC_NEGATIVE = commits(
    "perc_negative",
    "All eight criteria are met and the clinician's estimate is below 15 %: embolism is ruled out with "
    "no test.",
    action="stop_no_further_test",
    strength=Strength.CONSIDER,
    short="PERC negative",
)
PERC_POSITIVE = neutral(
    "perc_positive",
    "At least one of the eight criteria is not met: PERC does not rule out; go on with a score.",
    short="PERC positive",
)
PE_EXCLUDED = commits(
    "pe_excluded",
    "Pulmonary embolism is excluded by the rule and its D-dimer.",
    action="stop_no_further_test",
    short="excluded",
)
PE_EXCLUDED_WITH_WARNING = commits(
    "pe_excluded_with_warning",
    "The rule excludes embolism, but the D-dimer is not below its age-adjusted cut-off: in this zone 6 "
    "to 9 of 100 patients had a clot when the rule was tested elsewhere. Weigh imaging.",
    action="stop_no_further_test",
    short="excluded, with a warning",
)
PE_EXCLUDED_WITHOUT_TEST = commits(
    "pe_excluded_without_test",
    "The probability is very low (below 2 %): embolism is excluded with no test.",
    action="stop_no_further_test",
    short="excluded with no test",
)
CTPA_NEEDED = neutral(
    "ctpa_needed", "The rule does not exclude embolism: CTPA.", action="ctpa", short="CTPA"
)
CHEST_IMAGING_NEEDED = neutral(
    "chest_imaging_needed",
    "The rule does not exclude embolism: image the chest.",
    action="ctpa",
    short="imaging",
)
CHEST_IMAGING_WITHOUT_D_DIMER = neutral(
    "chest_imaging_without_d_dimer",
    "The probability is high: image the chest; no D-dimer can exclude embolism.",
    action="ctpa",
    short="imaging, no D-dimer",
)
VTE_CONFIRMED_BY_LEG_SCAN = commits(
    "vte_confirmed_by_leg_scan",
    "The leg scan shows a proximal clot: treat; no CTPA is needed.",
    action="start_treatment",
    timing="now",
    short="DVT found, treat",
)

# Legs and arms ----------------------------------------------------------------------------------

ARM_DVT_EXCLUDED = commits(
    "arm_dvt_excluded",
    "A clot in the arm is excluded: unlikely by the score, and the D-dimer is negative.",
    action="stop_no_further_test",
    short="excluded",
)
ARM_SCAN_NEEDED = neutral(
    "arm_scan_needed",
    "A clot in the arm is not excluded: ultrasound of the arm.",
    action="arm_scan",
    short="arm scan",
)
DVT_NO_REFERRAL = commits(
    "dvt_no_referral",
    "DVT is very unlikely by the primary care rule: no referral, with advice when to come back.",
    action="stop_no_further_test",
    short="no referral",
)
DVT_REFER = neutral(
    "dvt_refer",
    "The primary care rule does not exclude DVT: refer for ultrasound of the leg.",
    action="proximal_scan",
    short="refer for a scan",
)
