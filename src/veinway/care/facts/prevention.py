"""The stay in hospital, operations, mobility and injuries: what prevention asks (reference 4, 11.4)."""

from veinway.care.sources import DICTIONARY, ENGLISH_TOOL, NG89, S
from veinway.language import *

_D = DICTIONARY.at("reference 4, section 11.4")
_TOOL = ENGLISH_TOOL.at("all boxes", S, "copies of the form")

prophylaxis_group = choice(
    "prophylaxis_group",
    "Patient group for prophylaxis in hospital",
    {
        "acute_medical": "acute medical illness",
        "cancer_inpatient": "cancer, in hospital",
        "cancer_outpatient": "cancer, outpatient on treatment",
        "myeloma_imid": "myeloma on thalidomide, pomalidomide or lenalidomide with steroids",
        "pancreatic_cancer_chemo": "pancreatic cancer on chemotherapy",
        "palliative": "palliative care",
        "last_days_of_life": "last days of life",
        "critical_care": "critical care",
        "psychiatric": "psychiatric illness",
        "acute_stroke": "acute stroke",
        "lower_limb_immobilisation": "a leg immobilised after an injury",
        "fragility_fracture": "fragility fracture of hip, pelvis or thigh bone",
        "elective_hip_replacement": "planned hip replacement",
        "elective_knee_replacement": "planned knee replacement",
        "knee_other_surgery": "other knee operation, or arthroscopy",
        "foot_ankle_surgery": "operation of foot or ankle",
        "upper_limb_surgery": "operation of an arm",
        "spinal_surgery_elective": "planned operation of the spine",
        "cranial_surgery": "operation of the head",
        "major_trauma": "serious or major injury",
        "abdominal_surgery": "operation of the abdomen (gut, gynaecology, urology)",
        "bariatric_surgery": "bariatric operation",
        "cardiac_surgery": "operation of the heart",
        "thoracic_surgery": "operation of the chest",
        "vascular_surgery": "vascular operation, open or endovascular",
        "varicose_vein_surgery": "operation of varicose veins",
        "local_infiltration": "procedure under local infiltration, mobility not limited",
        "pregnancy_admission": "pregnant, in hospital",
        "postpartum": "in the 6 weeks after birth, in hospital",
    },
    ask="Which patient group is it, for prophylaxis?",
    cost=Cost.RECORD,
    source=NG89.at("patient groups"),
)
SURGICAL = (
    "fragility_fracture",
    "elective_hip_replacement",
    "elective_knee_replacement",
    "knee_other_surgery",
    "foot_ankle_surgery",
    "upper_limb_surgery",
    "spinal_surgery_elective",
    "cranial_surgery",
    "major_trauma",
    "abdominal_surgery",
    "bariatric_surgery",
    "cardiac_surgery",
    "thoracic_surgery",
    "vascular_surgery",
    "varicose_vein_surgery",
    "local_infiltration",
)
AROUND_BIRTH = ("pregnancy_admission", "postpartum")
mobility_on_admission = choice(
    "mobility_on_admission",
    "Step 1 of the English tool",
    {
        "surgical": "surgical patient",
        "medical_reduced": "medical patient, expected to have ongoing reduced mobility",
        "medical_not_reduced": "medical patient, not expected to have significantly reduced mobility",
    },
    ask="Is it a surgical patient, or a medical one with or without an expected reduction of mobility?",
    source=_TOOL,
)
caprini_surgery = choice(
    "caprini_surgery",
    "Planned operation, as the Caprini score sorts it",
    {
        "none": "none",
        "minor": "minor",
        "arthroscopic": "arthroscopic",
        "laparoscopic": "laparoscopic",
        "open_major": "major open",
        "major_arthroplasty": "elective replacement of a major joint of the leg",
    },
    ask="Which operation is planned: none, minor, arthroscopic, laparoscopic, major open, or "
    "replacement of a joint of the leg?",
    cost=Cost.RECORD,
    source=_D,
)
planned_surgery_minutes = measure(
    "planned_surgery_minutes",
    "Planned length of the operation",
    ask="How many minutes is the operation planned to last?",
    unit="min",
    step=1,
    domain=(0, 2000),
    cost=Cost.RECORD,
    source=_D,
)
anaesthesia_and_surgery_minutes = measure(
    "anaesthesia_and_surgery_minutes",
    "Anaesthesia and operation together",
    ask="How many minutes do anaesthesia and operation take together (0 if there is none)?",
    unit="min",
    step=1,
    domain=(0, 3000),
    cost=Cost.RECORD,
    source=_TOOL,
)
surgery_of_pelvis_or_leg = yes_no(
    "surgery_of_pelvis_or_leg",
    "Operation of the pelvis or a leg",
    ask="Is the operation one of the pelvis or of a leg?",
    source=_TOOL,
)
hip_or_knee_replacement = yes_no(
    "hip_or_knee_replacement",
    "Replacement of a hip or a knee",
    ask="Is it a replacement of a hip or a knee?",
    find=(Find("procedure", "hip-or-knee-replacement", within=days(90)),),
    source=_TOOL,
)
hip_fracture = yes_no("hip_fracture", "Broken hip", ask="Is the hip broken?", source=_TOOL)
acute_surgical_inflammation = yes_no(
    "acute_surgical_inflammation",
    "Acute surgical admission with an inflammatory or intra-abdominal condition",
    ask="Is it an acute surgical admission with an inflammatory or intra-abdominal condition?",
    source=_TOOL,
)
surgery_reduces_mobility = yes_no(
    "surgery_reduces_mobility",
    "Operation with a significant reduction of mobility",
    ask="Will the operation reduce mobility significantly?",
    source=_TOOL,
)
surgery_for_abdominal_cancer = yes_no(
    "surgery_for_abdominal_cancer",
    "Major operation for cancer in the abdomen",
    ask="Is it a major operation for cancer in the abdomen?",
    source=NG89.at("1.14.4", S, "a public note"),
)
reduced_mobility_days = measure(
    "reduced_mobility_days",
    "Days of bed rest with bathroom privileges, so far and expected",
    ask="How many days of getting up only to use the toilet, so far and expected together (0 if none)?",
    unit="d",
    step=1,
    domain=(0, 10_000_000),
    plausible=(0, 365),
    cost=Cost.ASK,
    source=_D,
)
immobilised_days = measure(
    "immobilised_days",
    "Days in a bed or a chair, just before and during the stay",
    ask="How many days in a bed or a chair, just before and during the stay (0 if none)?",
    unit="d",
    step=1,
    domain=(0, 10_000_000),
    plausible=(0, 365),
    cost=Cost.ASK,
    source=_D,
)
bed_confined_hours = measure(
    "bed_confined_hours",
    "Hours confined to bed",
    ask="For how many hours has the patient been confined to bed without getting up (0 if not)?",
    unit="h",
    step=1,
    domain=(0, 100_000),
    cost=Cost.ASK,
    source=_D,
)
medical_bed_rest = yes_no(
    "medical_bed_rest",
    "Medical patient at bed rest now",
    ask="Is the patient, for a medical illness, at bed rest now?",
    source=_D,
)
lower_limb_paralysis = yes_no(
    "lower_limb_paralysis",
    "Paralysis or paresis of a leg, now",
    ask="Does a leg fall to the bed within 5 seconds, or is it weaker than that?",
    cost=Cost.EXAMINE,
    source=_D,
)
dehydrated = yes_no(
    "dehydrated",
    "Dehydration",
    ask="Is there dehydration?",
    tell="Are you drinking much less than usual, or losing fluid?",
    source=_D,
)
vte_outweighs_bleeding = yes_no(
    "vte_outweighs_bleeding",
    "The risk of a clot outweighs the risk of bleeding",
    ask="Does the risk of a clot outweigh the risk of bleeding, as judged by the clinician?",
    cost=Cost.EXAMINE,
    source=NG89.at("1.1"),
)
limited_mobility_now = yes_no(
    "limited_mobility_now",
    "Cannot walk without help",
    ask="Is the patient immobile: unable to walk without help, or most of the day in bed or a chair?",
    cost=Cost.EXAMINE,
    source=NG89.at("1.4.3"),
)
hours_since_neuraxial = measure(
    "hours_since_neuraxial",
    "Hours since the last lumbar puncture, epidural or spinal",
    ask="How many hours ago was the last lumbar puncture, epidural or spinal (never, if never)?",
    unit="h",
    step="0.1",
    domain=(0, 10_000),
    or_never=True,
    cost=Cost.ASK,
    source=_TOOL,
)
hours_to_neuraxial = measure(
    "hours_to_neuraxial",
    "Hours to a planned lumbar puncture, epidural or spinal",
    ask="In how many hours is a lumbar puncture, epidural or spinal planned (never, if not)?",
    unit="h",
    step="0.1",
    domain=(0, 10_000),
    or_never=True,
    cost=Cost.ASK,
    source=_TOOL,
)
neurosurgery_spinal_or_eye = yes_no(
    "neurosurgery_spinal_or_eye",
    "Neurosurgery, spinal or eye surgery",
    ask="Is it neurosurgery, spinal surgery or eye surgery?",
    source=_TOOL,
)
procedure_bleeds_often = yes_no(
    "procedure_bleeds_often",
    "Another procedure with a high risk of bleeding",
    ask="Is it another procedure with a high risk of bleeding?",
    source=_TOOL,
)
acquired_bleeding_disorder = yes_no(
    "acquired_bleeding_disorder",
    "Acquired bleeding disorder (such as acute liver failure)",
    ask="Is there an acquired bleeding disorder, such as acute liver failure?",
    source=_TOOL,
)
untreated_bleeding_disorder = yes_no(
    "untreated_bleeding_disorder",
    "Untreated inherited bleeding disorder",
    ask="Is there an untreated inherited bleeding disorder, such as haemophilia?",
    source=_TOOL,
)
acute_stroke = yes_no("acute_stroke", "Acute stroke", ask="Is this an acute stroke?", source=_TOOL)
ischaemic_stroke_now = yes_no(
    "ischaemic_stroke_now",
    "Acute ischaemic stroke",
    ask="Is this an acute ischaemic stroke?",
    source=_TOOL,
)
anticoagulant_raises_bleeding = yes_no(
    "anticoagulant_raises_bleeding",
    "Another anticoagulant that raises the risk of bleeding (such as warfarin with an INR over 2)",
    ask="Is there another anticoagulant that raises the risk of bleeding, such as warfarin with "
    "an INR over 2?",
    source=_TOOL,
)
