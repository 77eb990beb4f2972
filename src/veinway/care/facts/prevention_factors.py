"""What raises the risk of a clot, as table 3 of ESC lists it, where no other fact says it."""

from veinway.care.sources import ESC_2019, SMOKING_2013
from veinway.language import *

_D = ESC_2019.table(3)

heart_failure_or_af_stay_in_3_months = yes_no(
    "heart_failure_or_af_stay_in_3_months",
    "In hospital for heart failure or atrial fibrillation in the last 3 months",
    ask="Was there a stay in hospital for heart failure, atrial fibrillation or flutter in the "
    "last 3 months?",
    source=_D,
)
major_trauma_lately = yes_no(
    "major_trauma_lately", "Major trauma", ask="Was there a major trauma?", source=_D
)
spinal_cord_injury = yes_no(
    "spinal_cord_injury",
    "Injury of the spinal cord",
    ask="Was the spinal cord injured?",
    tell="Have you injured your spinal cord?",
    source=_D,
)
arthroscopic_knee_surgery = yes_no(
    "arthroscopic_knee_surgery",
    "Arthroscopic knee surgery",
    ask="Was there an arthroscopic operation of a knee?",
    source=_D,
)
blood_transfusion = yes_no(
    "blood_transfusion", "Blood transfusion", ask="Was blood transfused?", source=_D
)
intravenous_catheter_or_leads = yes_no(
    "intravenous_catheter_or_leads",
    "Intravenous catheters or leads",
    ask="Are there intravenous catheters or leads?",
    source=_D,
)
hormone_replacement = yes_no(
    "hormone_replacement",
    "Hormone replacement",
    ask="Is hormone replacement taken?",
    tell="Do you use hormone replacement (HRT)?",
    source=_D,
)
in_vitro_fertilisation = yes_no(
    "in_vitro_fertilisation",
    "In-vitro fertilisation",
    ask="Was there an in-vitro fertilisation?",
    tell="Did you get pregnant with IVF or similar treatment?",
    source=_D,
)
listed_infection = yes_no(
    "listed_infection",
    "Pneumonia, urinary tract infection or HIV",
    ask="Is there a pneumonia, a urinary tract infection or HIV?",
    source=_D,
)
paralytic_stroke = yes_no(
    "paralytic_stroke", "Stroke with paralysis", ask="Was there a stroke with paralysis?", source=_D
)
high_blood_pressure = yes_no(
    "high_blood_pressure",
    "Hypertension",
    ask="Is there hypertension?",
    tell="Do you have high blood pressure?",
    source=_D,
)
prolonged_sitting = yes_no(
    "prolonged_sitting",
    "Immobility from sitting, such as a long journey by car or plane",
    ask="Was there a long time of sitting, such as a long journey by car or plane?",
    tell="Have you been sitting for a long time, on a long journey for instance?",
    source=_D,
)
laparoscopic_surgery = yes_no(
    "laparoscopic_surgery", "Laparoscopic surgery", ask="Was there a laparoscopic operation?", source=_D
)
antipsychotic = yes_no(
    "antipsychotic", "Antipsychotic medicine", ask="Is an antipsychotic taken?", source=_D
)
tamoxifen = yes_no("tamoxifen", "Tamoxifen", ask="Is tamoxifen taken?", source=_D)
smoking_status = choice(
    "smoking_status",
    "Smoking",
    {"never": "never smoked", "former": "used to smoke", "current": "smokes now"},
    ask="Does the patient smoke now, in the past, or never?",
    tell="Do you smoke now, did you use to, or have you never smoked?",
    source=SMOKING_2013.at("abstract"),
)
