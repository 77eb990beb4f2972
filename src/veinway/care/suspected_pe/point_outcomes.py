"""What guidelines answer to single questions about suspected embolism (reference 1, section 3.10)."""

from veinway.language import *

# How the probability is judged -------------------------------------------------------------------

NO_SCORE_WHEN_UNSTABLE = escalates(
    "no_score_when_unstable",
    "Unstable: no score comes first. Resuscitate, image now.",
    timing="now",
    short="no score if unstable",
)
WELLS_PE_IN_TWO_LEVELS = neutral(
    "wells_pe_in_two_levels",
    "The Wells score for embolism in two levels.",
    action="wells_pe",
    strength=Strength.OFFER,
    short="two-level Wells only",
)
RULE_OR_JUDGEMENT = neutral(
    "rule_or_judgement",
    "A validated rule (Wells, revised Geneva) or clinical judgement.",
    action="judge_probability",
    strength=Strength.OFFER,
    short="Wells, revised Geneva or judgement",
)
ANY_VALIDATED_RULE = neutral(
    "any_validated_rule",
    "A validated rule: Wells, Geneva, PERC or YEARS.",
    action="judge_probability",
    strength=Strength.OFFER,
    short="Wells, Geneva, PERC, YEARS",
)
LEVEL_OF_PROBABILITY = neutral(
    "level_of_pretest_probability",
    "A level of pretest probability: low, intermediate or high.",
    action="judge_probability",
    strength=Strength.OFFER,
    short="pretest probability level",
)

# PERC --------------------------------------------------------------------------------------------

CONSIDER_PERC = neutral(
    "consider_perc_here",
    "Consider PERC: the estimate is below 15 %.",
    action="apply_perc",
    strength=Strength.CONSIDER,
    short="consider if < 15 %",
)
APPLY_PERC = neutral(
    "apply_perc_here",
    "PERC: the estimate is below 15 %.",
    action="apply_perc",
    strength=Strength.OFFER,
    short="yes, if < 15 %",
)
PERC_WITHOUT_RECOMMENDATION = silent(
    "perc_without_recommendation",
    "ESC describes PERC and makes no recommendation.",
    short="described, no recommendation",
)
PERC_NOT_HERE = neutral(
    "perc_not_here", "The estimate is 15 % or more: PERC may not be used.", short="not if 15 % or more"
)

# D-dimer -----------------------------------------------------------------------------------------

D_DIMER_FIRST = neutral(
    "pe_d_dimer_first",
    "D-dimer first: a negative one excludes embolism.",
    action="d_dimer",
    strength=Strength.OFFER,
    short="D-dimer",
)
IMAGE_DIRECTLY = neutral(
    "pe_image_directly",
    "Image directly, without a D-dimer.",
    action="ctpa",
    strength=Strength.OFFER,
    short="no: image directly",
)
NEVER_D_DIMER = neutral(
    "never_d_dimer",
    "Do not measure D-dimer: no value of it excludes embolism at high probability.",
    action="d_dimer",
    strength=Strength.DO_NOT,
    short="never",
)
D_DIMER_NOT_ALONE = neutral(
    "pe_d_dimer_not_alone",
    "CT first; do not use the D-dimer alone or after it.",
    action="d_dimer",
    strength=Strength.DO_NOT,
    short="not alone",
)
NO_CUT_OFF_HERE = neutral(
    "no_d_dimer_cut_off",
    "High probability: no cut-off of the D-dimer excludes embolism, adjusted or not.",
    short="none if likely",
)
CONSIDER_AGE_CUT_OFF = neutral(
    "consider_age_cut_off",
    "Older than 50: ten times the age is considered as the cut-off.",
    action="age_adjusted_d_dimer",
    strength=Strength.CONSIDER,
    short="consider, > 50",
)
AGE_CUT_OFF_IS_SAFE = neutral(
    "age_cut_off_is_safe",
    "Outpatient older than 50: ten times the age is as safe a cut-off.",
    action="age_adjusted_d_dimer",
    short="safe, > 50",
)
FIXED_CUT_OFF = neutral(
    "pe_fixed_cut_off",
    "50 or younger: the fixed cut-off.",
    action="fixed_d_dimer",
    short="fixed, up to 50",
)

# While a result is awaited -----------------------------------------------------------------------

START_INTERIM_FOR_DELAY = commits(
    "start_interim_for_delay",
    "Until the result is there, interim anticoagulation: the imaging is not immediate, or the D-dimer "
    "takes over 4 hours.",
    action="interim_anticoagulation",
    timing="now",
    short="if imaging is not immediate",
)
START_INTERIM_FOR_PROBABILITY = commits(
    "start_interim_for_probability",
    "Until the result is there, anticoagulation without delay: the probability is high or intermediate.",
    action="interim_anticoagulation",
    timing="now",
    short="high or intermediate: at once",
)
NO_INTERIM_FOR_PE = neutral(
    "no_interim_for_pe", "No interim anticoagulation is called for.", short="not here"
)
