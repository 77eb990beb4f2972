"""What the rules of the first mile may conclude."""

from veinway.language import *

# Where the patient belongs --------------------------------------------------------------------

EMERGENCY = escalates(
    "emergency",
    "Emergency: unstable. Resuscitate and call for help; no score comes first.",
    timing="now",
)
LIMB_EMERGENCY = escalates(
    "limb_emergency",
    "The limb is threatened: emergency vascular referral and imaging now; do not wait for a D-dimer.",
    timing="now",
)
OUT_OF_SCOPE_CHILD = neutral(
    "out_of_scope_child",
    "Under 18: outside this product. Same-day medical assessment, or emergency help with any red flag.",
)
PREGNANCY_PATHWAY = neutral(
    "pregnancy_pathway",
    "Pregnant or within 6 weeks of birth: another pathway. Same-day hospital assessment.",
)
ALREADY_ANTICOAGULATED = neutral(
    "already_anticoagulated",
    "Already on full-dose anticoagulation: a D-dimer cannot exclude a clot. Image directly.",
)
INPATIENT_PATHWAY = neutral(
    "inpatient_pathway", "In hospital: the Wells score and D-dimer do not rule out. Go to imaging."
)
PE_PATHWAY = neutral("pe_pathway", "Chest symptoms: the pathway for pulmonary embolism.")
ARM_PATHWAY = neutral("arm_pathway", "Symptoms in an arm: the pathway for upper-limb thrombosis.")
LEG_PATHWAY = neutral("leg_pathway", "Symptoms in a leg: the pathway for suspected DVT.")
INCIDENTAL_PATHWAY = neutral(
    "incidental_pathway", "A clot in the lung was found by chance: the pathway for such findings."
)
NO_SUSPICION = neutral(
    "no_suspicion", "No symptoms of a clot. This does not say that there is no clot: DVT can be silent."
)

# What became of a suspected DVT ---------------------------------------------------------------

DVT_CONFIRMED = commits(
    "dvt_confirmed",
    "DVT is confirmed: offer anticoagulation or continue it, unless it is contraindicated.",
    action="start_treatment",
    timing="now",
)
DVT_NOT_LIKELY = commits(
    "dvt_not_likely",
    "DVT is not likely: stop interim anticoagulation started for this suspicion, think of other "
    "diagnoses, and tell the person which symptoms to watch for and where to get help.",
    action="stop_interim_anticoagulation",
)
FURTHER_IMAGING = neutral(
    "further_imaging", "The scan was indeterminate, which is not negative: another test is needed."
)
SILENT_ON_DISTAL = silent(
    "nice_silent_on_distal_dvt",
    "A clot in calf veins only: NICE makes recommendations for proximal DVT only. See other guidelines.",
)
SILENT_ON_SUPERFICIAL = silent(
    "superficial_vein_thrombosis",
    "A clot in a superficial vein only: the pathway for superficial vein thrombosis decides.",
)

# D-dimer --------------------------------------------------------------------------------------

D_DIMER_NEGATIVE = neutral("negative", "The D-dimer is below its cut-off.")
D_DIMER_POSITIVE = neutral(
    "positive", "The D-dimer is at or above its cut-off. That alone never diagnoses a clot."
)

# Where the clot is ----------------------------------------------------------------------------

ILIOFEMORAL_CAVAL = neutral("iliofemoral_caval", "Iliofemoral DVT reaching the inferior vena cava.")
ILIOFEMORAL = neutral("iliofemoral", "Iliofemoral DVT: common femoral or iliac vein.")
FEMOROPOPLITEAL = neutral("femoropopliteal", "Proximal DVT: popliteal, femoral or deep femoral vein.")
DISTAL = neutral("distal", "Distal (calf) DVT.")
SUPERFICIAL = neutral("superficial", "Superficial vein thrombosis, not DVT.")
NO_CLOT_SEEN = neutral("no_clot_seen", "No clot was seen.")
