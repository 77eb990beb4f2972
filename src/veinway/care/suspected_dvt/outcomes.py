"""What guidelines other than NICE may conclude of a suspected DVT."""

from veinway.language import *

ASH_SILENT_ON_DISTAL = silent(
    "ash_silent_on_distal_dvt",
    "A clot in calf veins only: ASH gives no specific guidance. See other guidelines.",
    short="no specific guidance",
)
ESVS_DISTAL = silent(
    "esvs_distal_dvt_not_read",
    "A clot in calf veins only: what ESVS says of it was not read. See other guidelines.",
)
DISTAL_FOR_CHEST = neutral(
    "distal_dvt_by_its_own_step",
    "A clot in calf veins only: CHEST lets symptoms and the risk of extension decide.",
    short="its own step",
)
COMPARE_WITH_EARLIER_SCAN = neutral(
    "compare_with_earlier_scan",
    "No proximal clot was seen in a leg that had one before: compare with the earlier scan; a negative "
    "scan alone does not end the suspicion of a second clot here.",
    short="compare scans",
)

NOT_LIKELY_UNCONFIRMED = commits(
    "dvt_not_likely_by_unconfirmed_words",
    "DVT is not likely, by words that were not confirmed against the guideline: a clinician decides "
    "whether to stop here.",
    action="stop_no_further_test",
)

# How probable, by which score ---------------------------------------------------------------------

TWO_LEVEL_LIKELY = neutral(
    "two_level_likely",
    "DVT is likely by the two-level Wells score.",
    action="wells_dvt",
    short="two-level Wells",
)
TWO_LEVEL_UNLIKELY = neutral(
    "two_level_unlikely",
    "DVT is unlikely by the two-level Wells score.",
    action="wells_dvt",
    short="two-level Wells",
)
PATHWAY_LIKELY = neutral(
    "pathway_likely",
    "DVT is likely: any validated pathway may be used, here the one with the two-level Wells score.",
    action="wells_dvt",
    short="validated pathway",
)
PATHWAY_UNLIKELY = neutral(
    "pathway_unlikely",
    "DVT is unlikely: any validated pathway may be used, here the one with the two-level Wells score.",
    action="wells_dvt",
    short="validated pathway",
)
LEVEL_LOW = neutral(
    "level_low",
    "The probability of DVT is low.",
    action="wells_dvt",
    short="level of probability",
)
LEVEL_MODERATE = neutral(
    "level_moderate",
    "The probability of DVT is moderate.",
    action="wells_dvt",
    short="level of probability",
)
LEVEL_HIGH = neutral(
    "level_high",
    "The probability of DVT is high.",
    action="wells_dvt",
    short="level of probability",
)

# The D-dimer --------------------------------------------------------------------------------------

D_DIMER_FIRST_IN_4_HOURS = neutral(
    "d_dimer_first_in_4_hours",
    "The D-dimer comes first, with its result within 4 hours.",
    action="d_dimer",
    strength=Strength.OFFER,
    timing="result within 4 hours",
    short="first if unlikely",
)
D_DIMER_BEFORE_INTERIM = neutral(
    "d_dimer_before_interim",
    "The D-dimer is taken now, before interim anticoagulation, although DVT is likely.",
    action="d_dimer",
    strength=Strength.OFFER,
    timing="before interim anticoagulation",
    short="if likely: before interim anticoagulation",
)
D_DIMER_AFTER_NEGATIVE_SCAN = neutral(
    "d_dimer_after_negative_scan",
    "The scan comes first; if it is negative, the D-dimer says whether to scan again.",
    action="d_dimer",
    strength=Strength.OFFER,
    timing="after a negative scan",
    short="if likely: after a negative scan",
)
D_DIMER_FIRST = neutral(
    "d_dimer_first",
    "The D-dimer comes first; a positive one alone never diagnoses DVT.",
    action="d_dimer",
    strength=Strength.OFFER,
    short="first if low",
)
D_DIMER_OR_SCAN = neutral(
    "d_dimer_or_scan",
    "The D-dimer or a proximal scan comes first, either will do.",
    action="d_dimer",
    strength=Strength.OFFER,
    short="or a proximal scan, if low",
)
SENSITIVE_D_DIMER_OR_SCAN = neutral(
    "sensitive_d_dimer_or_scan",
    "A highly sensitive D-dimer or a scan comes first, either will do.",
    action="d_dimer",
    strength=Strength.OFFER,
    short="or a scan, if moderate and highly sensitive",
)
SCAN_BEFORE_D_DIMER = neutral(
    "scan_before_d_dimer",
    "The scan comes first; the D-dimer has no part of its own at this probability.",
    short="none if moderate",
)
D_DIMER_NOT_ALONE = neutral(
    "d_dimer_not_alone",
    "A D-dimer does not stand alone at this probability: image.",
    short="if high: not alone",
)

# The scan -----------------------------------------------------------------------------------------

NO_SCAN = neutral(
    "no_scan",
    "No scan: the probability and a negative D-dimer exclude DVT.",
    short="none after a negative D-dimer",
)
PROXIMAL_IN_4_HOURS = neutral(
    "proximal_scan_in_4_hours",
    "A proximal leg vein scan, with its result within 4 hours.",
    action="proximal_scan",
    strength=Strength.OFFER,
    timing="result within 4 hours",
    short="proximal",
)
PROXIMAL_IN_24_HOURS = neutral(
    "proximal_scan_in_24_hours",
    "A proximal leg vein scan, with its result within 24 hours and anticoagulation meanwhile.",
    action="proximal_scan",
    strength=Strength.OFFER,
    timing="result within 24 hours",
    short="proximal",
)
ULTRASOUND_FIRST = neutral(
    "ultrasound_first",
    "Ultrasound is the first imaging test.",
    action="proximal_scan",
    strength=Strength.OFFER,
    short="ultrasound first",
)
PROXIMAL_OR_WHOLE_LEG = neutral(
    "proximal_or_whole_leg",
    "A proximal or a whole-leg scan; a negative proximal one has not looked at the calf.",
    action="proximal_scan",
    strength=Strength.OFFER,
    short="proximal or whole-leg",
)
PROXIMAL_RATHER_THAN_WHOLE_LEG = neutral(
    "proximal_rather_than_whole_leg",
    "If a scan, then a proximal one rather than a whole-leg scan.",
    action="proximal_scan",
    strength=Strength.OFFER,
    short="proximal preferred in low",
)
FOUR_POINT_SCAN = neutral(
    "four_point_scan",
    "In suspected embolism a scan of both groins and both hollows of the knee is enough.",
    action="bilateral_leg_scan",
    short="4 points are enough in suspected embolism",
)
ESC_ON_EMBOLISM_ONLY = silent(
    "esc_on_embolism_only", "ESC speaks of leg scans in suspected embolism only."
)

# The scan again -----------------------------------------------------------------------------------

REPEAT_DAY_6_TO_8 = neutral(
    "repeat_day_6_to_8",
    "The proximal scan is repeated 6 to 8 days later: DVT is likely and the D-dimer positive.",
    action="repeat_scan",
    strength=Strength.OFFER,
    timing="6 to 8 days",
    short="6-8 days, likely and positive D-dimer only",
)
REPEAT_DAY_5_TO_7 = neutral(
    "repeat_day_5_to_7",
    "The scan is repeated 5 to 7 days later: DVT is likely and the proximal scan was negative.",
    action="repeat_scan",
    timing="5 to 7 days",
    short="5-7 days if likely",
)
REPEAT_ABOUT_7_DAYS = neutral(
    "repeat_about_7_days",
    "The scan is repeated after about 7 days: one negative scan does not exclude DVT here.",
    action="repeat_scan",
    timing="about 7 days",
    short="serial, about 7 days",
)
REPEAT_ONE_WEEK = neutral(
    "repeat_one_week",
    "The scan is repeated after a week, unless a whole-leg scan or a D-dimer settles it before.",
    action="repeat_scan",
    timing="1 week",
    short="1 week",
)
NO_REPEAT = neutral("no_repeat", "No second scan is asked for.", short="none")

# Anticoagulation while waiting --------------------------------------------------------------------

START_INTERIM = commits(
    "start_interim",
    "Interim therapeutic anticoagulation while the result is awaited, with a drug that can be "
    "continued; it is stopped, or becomes treatment, once the result is in.",
    action="interim_anticoagulation",
    timing="if the result takes more than 4 hours",
    short="if the result takes more than 4 hours",
)
NO_INTERIM = neutral(
    "no_interim",
    "No interim anticoagulation: the result can be had within 4 hours, or excludes DVT.",
    short="none within 4 hours",
)

NO_LIMB_THREAT = neutral("no_limb_threat", "The limb is not threatened.")
