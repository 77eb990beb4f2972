"""What the steps for patients whom the adult pathways leave out may conclude."""

from veinway.language import *

VTE_CONFIRMED = commits(
    "vte_confirmed",
    "A clot is confirmed: offer anticoagulation or continue it, unless it is contraindicated.",
    action="start_treatment",
    timing="now",
    short="confirmed: treat",
)
VTE_NOT_LIKELY = commits(
    "vte_not_likely",
    "A clot is not likely: stop interim anticoagulation started for this suspicion (never one taken for "
    "another reason), think of other diagnoses, and tell the person which symptoms to watch for.",
    action="stop_interim_anticoagulation",
    short="not likely: stop",
)
RECURRENCE_ON_TREATMENT = escalates(
    "recurrence_on_treatment",
    "A clot in spite of anticoagulation: recurrent thromboembolism on treatment. Ask about missed "
    "doses, check the level and the indication, and change treatment with a specialist.",
    action="start_treatment",
    timing="now",
    short="recurrence on treatment",
)
SMALL_CLOT_ON_TREATMENT = escalates(
    "small_clot_on_treatment",
    "A clot of calf veins or of a superficial vein in spite of anticoagulation. What guidelines say of "
    "such clots is meant for the untreated: ask about missed doses, check the level and the indication, "
    "and decide on treatment with a specialist.",
    action="start_treatment",
    timing="now",
    short="clot on treatment: specialist",
)
KEEP_ANTICOAGULANT = commits(
    "keep_anticoagulant",
    "No clot was shown. There is no interim drug to stop: do not stop the anticoagulant, which is taken "
    "for another reason. Think of other diagnoses.",
    action="stop_interim_anticoagulation",
    strength=Strength.DO_NOT,
    short="do not stop the drug",
)
IMAGING_AWAITED = neutral(
    "imaging_awaited",
    "Imaging does not settle it: a scan was indeterminate or saw only part of the veins, which is not "
    "negative. Another test is needed.",
    short="another test",
)
CLOT_IN_CALF_ONLY = neutral(
    "clot_in_calf_only",
    "A clot in calf veins only: guidelines differ on it. See the question on distal DVT.",
    short="calf veins only",
)
IMAGING_FIRST = neutral(
    "imaging_first",
    "Active cancer: prefer imaging to a D-dimer, which is usually raised. At the same score the risk of "
    "a clot is about twice that of others.",
    action="proximal_scan",
    strength=Strength.CONSIDER,
    short="imaging first",
)
EXCLUSION_LESS_SAFE = neutral(
    "exclusion_less_safe",
    "Active cancer: an unlikely score with a negative D-dimer excludes a clot less safely here. "
    "Consider imaging all the same.",
    action="proximal_scan",
    strength=Strength.CONSIDER,
    short="exclusion less safe",
)
CANCER_CHANGES_NOTHING = neutral(
    "no_active_cancer", "No active cancer: the pathway of other adults.", short="no active cancer"
)
CHILD_EMERGENCY = escalates(
    "child_emergency",
    "Under 18 with a red flag: emergency help now. No score or D-dimer of adults applies.",
    action="immediate_admission",
    timing="now",
    short="emergency",
)
NO_CHILD = neutral("no_child", "18 or older: the pathways for adults.", short="adult")
