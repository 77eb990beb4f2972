"""What may be concluded of a suspected clot of an arm."""

from veinway.language import *

ARM_DVT_CONFIRMED = commits(
    "arm_dvt_confirmed",
    "A clot in a deep vein of the arm is confirmed: anticoagulate, unless it is contraindicated.",
    action="start_treatment",
    timing="now",
)
ARM_SVT = neutral(
    "arm_superficial_clot",
    "A clot in a superficial vein of the arm only, which is no DVT.",
)
ARM_SCAN_NEGATIVE = neutral(
    "arm_scan_negative",
    "No clot was seen in an arm where one is unlikely. Veins behind the collar bone are hard to see: a "
    "clinician decides whether that is enough.",
)
ARM_SCAN_NEGATIVE_THOUGH_LIKELY = neutral(
    "arm_scan_negative_though_likely",
    "No clot was seen in an arm where one is likely: one negative scan does not settle it.",
    action="repeat_scan",
    strength=Strength.CONSIDER,
)
ARM_FURTHER_IMAGING = neutral(
    "arm_further_imaging",
    "The scan of the arm was indeterminate, which is not negative: another test is needed.",
)
ARM_NOT_LIKELY_UNCONFIRMED = commits(
    "arm_dvt_not_likely_by_unconfirmed_words",
    "A clot in the arm is not likely, by words that were not confirmed against the guideline: a "
    "clinician decides whether to stop here.",
    action="stop_no_further_test",
)
ARM_DEEP = neutral("arm_deep", "A clot in a deep vein of the arm or neck: DVT.")
ARM_SUPERFICIAL = neutral("arm_superficial", "A clot in a superficial vein of the arm, not DVT.")
ARM_NO_CLOT = neutral("arm_no_clot", "No clot was seen in the arm.")
ARM_CLOT_ON_TREATMENT = escalates(
    "arm_clot_on_treatment",
    "A clot in a deep vein of the arm in spite of anticoagulation: ask about missed doses, check the "
    "level and the indication, and change treatment with a specialist.",
    action="start_treatment",
    timing="now",
    short="clot on treatment",
)
ARM_FREE_WITHOUT_SCORE = neutral(
    "arm_free_without_score",
    "No clot was seen in the arm. Veins behind the collar bone are hard to see, and no score and no "
    "D-dimer may stand in for that here: a clinician decides on another scan before a drug is stopped.",
    action="repeat_scan",
    strength=Strength.CONSIDER,
    short="clinician decides",
)
