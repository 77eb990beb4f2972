"""What bars removing a clot by catheter, and what else decides on it (reference 3, 9.2)."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 3, section 9.2")


intravascular_coagulation = yes_no(
    "dic",
    "Disseminated intravascular coagulation",
    ask="Is there disseminated intravascular coagulation?",
    cost=Cost.BLOOD_TEST,
    source=_D,
)
stroke_or_tia = Event(
    "stroke_or_tia",
    "Stroke or transient ischaemic attack",
    attributes=(),
    ask="Was there a stroke or a transient ischaemic attack, and when?",
    source=_D,
)
neurosurgery_or_head_injury = Event(
    "neurosurgery_or_head_injury",
    "Surgery of the brain or spine, or an injury of the head",
    attributes=(),
    ask="Was there surgery of the brain or spine, or an injury of the head, and when?",
    source=_D,
)
absolute_bar_to_anticoagulation = yes_no(
    "absolute_bar_to_anticoagulation",
    "An absolute contraindication to any anticoagulant",
    ask="Is there an absolute contraindication to any anticoagulant?",
    source=_D,
)
operation_birth_or_resuscitation = Event(
    "operation_birth_or_resuscitation",
    "Resuscitation, major surgery, cataract surgery, childbirth, organ biopsy or major trauma",
    attributes=(),
    ask="Was there resuscitation, major surgery, cataract surgery, childbirth, an organ biopsy or major "
    "trauma, and when?",
    source=_D,
)
intracranial_lesion_or_seizures = yes_no(
    "intracranial_lesion_or_seizures",
    "A lesion or tumour in the skull, or seizures",
    ask="Is there a lesion or tumour in the skull, or a seizure disorder?",
    source=_D,
)
gut_bleeding_or_eye_surgery = Event(
    "gut_bleeding_or_eye_surgery",
    "Major gastrointestinal bleeding, or surgery inside the eye",
    attributes=(),
    ask="Was there major gastrointestinal bleeding or surgery inside the eye, and when?",
    source=_D,
)
lytic_allergy = yes_no(
    "lytic_allergy",
    "A serious allergy to a thrombolytic",
    ask="Is there a serious allergy to a thrombolytic?",
    source=_D,
)
heparin_allergy = yes_no(
    "heparin_allergy",
    "A serious allergy to heparin",
    ask="Is there a serious allergy to heparin?",
    source=_D,
)
shunt_or_left_heart_clot = yes_no(
    "shunt_or_left_heart_clot",
    "A right-to-left shunt, or a clot in the left heart",
    ask="Is there a right-to-left shunt or a clot in the left heart?",
    cost=Cost.SCAN,
    source=_D,
)
too_ill_for_procedure = yes_no(
    "too_ill_for_procedure",
    "Too breathless or too ill to lie for the procedure",
    ask="Is the patient too breathless or too ill for the procedure?",
    source=_D,
)
infected_clot_suspected = yes_no(
    "infected_clot_suspected",
    "An infected clot is suspected",
    ask="Is an infected clot suspected?",
    source=_D,
)
egfr_below_60 = yes_no(
    "egfr_below_60",
    "Estimated filtration rate below 60",
    ask="Is the estimated filtration rate (eGFR) below 60 mL/min/1.73 m2?",
    cost=Cost.BLOOD_TEST,
    source=_D,
)
pregnant_or_breastfeeding = yes_no(
    "pregnant_or_breastfeeding",
    "Pregnant or breastfeeding",
    ask="Is the patient pregnant or breastfeeding?",
    source=_D,
)
severe_liver_dysfunction = yes_no(
    "severe_liver_dysfunction",
    "Severe dysfunction of the liver",
    ask="Is there severe dysfunction of the liver?",
    source=_D,
)
endocarditis = yes_no(
    "endocarditis", "Bacterial endocarditis", ask="Is there bacterial endocarditis?", source=_D
)
diabetic_retinopathy = yes_no(
    "diabetic_haemorrhagic_retinopathy",
    "Diabetic haemorrhagic retinopathy",
    ask="Is there diabetic haemorrhagic retinopathy?",
    source=_D,
)
severe_symptoms_despite_treatment = yes_no(
    "severe_symptoms_despite_anticoagulation",
    "Severe symptoms in spite of anticoagulation",
    ask="Are symptoms severe in spite of anticoagulation?",
    source=_D,
)
clinician_confirms_low_bleeding_risk = yes_no(
    "clinician_confirms_low_bleeding_risk",
    "A clinician confirms that the risk of bleeding is low",
    ask="Does a clinician confirm that the risk of bleeding is low?",
    source=_D,
)
