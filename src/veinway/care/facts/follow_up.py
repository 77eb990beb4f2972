"""What is asked at the three-month review and after (reference 3, sections 6 and 9.4)."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 3, section 9.4")

effective_anticoagulation_days = measure(
    "days_of_effective_anticoagulation",
    "Days of effective anticoagulation",
    ask="For how many days has anticoagulation been effective?",
    unit="d",
    step=1,
    domain=(0, 36500),
    cost=Cost.RECORD,
    source=_D,
)
still_breathless = yes_no(
    "dyspnoea_or_functional_limitation",
    "Breathless or less fit than before the clot",
    ask="Is the patient still breathless, or less fit than before?",
    tell="Are you still breathless, or less fit than before the clot?",
    source=_D,
)
echo_ph_probability = choice(
    "echo_ph_probability",
    "Probability of pulmonary hypertension on echocardiography",
    {"low": "low", "intermediate": "intermediate", "high": "high"},
    ask="How probable is pulmonary hypertension by echocardiography?",
    cost=Cost.SCAN,
    source=_D,
)
tricuspid_velocity = measure(
    "tricuspid_regurgitation_velocity",
    "Velocity of tricuspid regurgitation",
    ask="What is the velocity of tricuspid regurgitation (0 if it cannot be measured)?",
    unit="m/s",
    step="0.01",
    domain=(0, 8),
    plausible=(0, 6),
    cost=Cost.SCAN,
    source=_D,
)
two_ph_sign_categories = yes_no(
    "echo_ph_signs_in_two_categories",
    "Signs of pulmonary hypertension in two categories or more",
    ask="Are there signs of pulmonary hypertension in at least two categories (ventricles; "
    "pulmonary artery; "
    "vena cava and right atrium)?",
    cost=Cost.SCAN,
    source=_D,
)
vq_mismatch = yes_no(
    "vq_mismatched_defects",
    "Mismatched perfusion defects",
    ask="Does the lung scan show mismatched perfusion defects?",
    cost=Cost.SCAN,
    source=_D,
)
cpet_abnormal = yes_no(
    "cpet_abnormal",
    "An abnormal exercise test",
    ask="Is the cardiopulmonary exercise test abnormal?",
    cost=Cost.SCAN,
    source=_D,
)
nt_probnp_raised = yes_no(
    "nt_probnp_raised",
    "NT-proBNP raised",
    ask="Is NT-proBNP raised for age and sex?",
    cost=Cost.BLOOD_TEST,
    source=_D,
)
cteph_risk_found = yes_no(
    "cteph_risk_factor",
    "A risk factor for chronic thromboembolic hypertension, of the list",
    ask="Is there one of these: earlier clot, large clots or chronic signs on the first CT, "
    "shunt, infected line "
    "or pacemaker, spleen removed, antiphospholipid syndrome or high factor VIII, blood group "
    "other than O, "
    "thyroid hormone, cancer, myeloproliferative disease, bowel inflammation, chronic "
    "osteomyelitis? (no, once "
    "the list was gone through)",
    source=_D,
)
pe_unprovoked = yes_no(
    "pe_unprovoked", "The embolism was unprovoked", ask="Was the embolism unprovoked?", source=_D
)
hypothyroidism = yes_no(
    "hypothyroidism", "Known hypothyroidism", ask="Is there known hypothyroidism?", source=_D
)
symptom_to_diagnosis_days = measure(
    "symptom_to_diagnosis_days",
    "Days from the first symptom to the diagnosis of the embolism",
    ask="How many days were there from the first symptom to the diagnosis?",
    unit="d",
    step=1,
    domain=(0, 3650),
    cost=Cost.ASK,
    source=_D,
)
diabetes_mellitus = yes_no(
    "diabetes_mellitus", "Diabetes mellitus", ask="Is there diabetes mellitus?", source=_D
)
lysis_or_embolectomy = yes_no(
    "lysis_or_embolectomy",
    "The clot was dissolved or removed",
    ask="Was the clot dissolved or removed?",
    source=_D,
)
pvfs_grade = measure(
    "pvfs_grade",
    "Post-VTE functional status, 0 to 4",
    ask="How much does the clot limit the patient now (0 not at all, 1 negligibly, 2 "
    "slightly, 3 moderately, "
    "4 severely)?",
    tell="How much does the clot limit you now (0 not at all, 1 hardly, 2 slightly, 3 "
    "moderately, 4 severely)?",
    unit="1",
    step=1,
    domain=(0, 4),
    cost=Cost.ASK,
    source=_D,
)
clot_review = Event(
    "clot_review",
    "A review of somebody who had a clot",
    attributes=(),
    ask="When was the patient reviewed after the clot?",
    find=(Find("procedure", "anticoagulation-review"),),
    source=_D,
)
mean_pulmonary_pressure = measure(
    "mpap_mmhg",
    "Mean pulmonary arterial pressure",
    ask="What is the mean pulmonary arterial pressure at right heart catheterisation?",
    unit="mm[Hg]",
    step="0.1",
    domain=(0, 150),
    plausible=(5, 100),
    cost=Cost.SCAN,
    source=_D,
)
wedge_pressure = measure(
    "pawp_mmhg",
    "Pulmonary arterial wedge pressure",
    ask="What is the pulmonary arterial wedge pressure?",
    unit="mm[Hg]",
    step="0.1",
    domain=(0, 80),
    plausible=(1, 50),
    cost=Cost.SCAN,
    source=_D,
)
vascular_resistance = measure(
    "pvr_wu",
    "Pulmonary vascular resistance in Wood units",
    ask="What is the pulmonary vascular resistance, in Wood units?",
    unit="1",
    step="0.1",
    domain=(0, 60),
    plausible=("0.2", 30),
    cost=Cost.SCAN,
    source=_D,
)
