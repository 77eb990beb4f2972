"""What bars anticoagulation or makes it risky: bleeding, and what may bleed (reference 2, 4 and 5)."""

from veinway.care.sources import (
    APIXABAN_LABEL,
    ASCO_PLATELETS,
    DICTIONARY,
    LOCAL,
    LOTHIAN_DALTEPARIN,
    PRODUCT,
    S,
    U,
)
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11")
_LABELS = APIXABAN_LABEL.section("4.3")
_RELATIVE = PRODUCT.at("reference 2, section 5.2", LOCAL)

intracranial_haemorrhage = Event(
    "intracranial_haemorrhage",
    "Bleeding inside the skull",
    attributes=(),
    ask="Was there ever bleeding inside the skull, and when?",
    find=(Find("condition", "intracranial-haemorrhage"),),
    source=_LABELS,
)
recent_brain_spine_or_eye_surgery = yes_no(
    "recent_brain_spine_or_eye_surgery",
    "Recent operation on the brain, the spine or an eye",
    ask="Was there a recent operation on the brain, the spine or an eye?",
    tell="Have you had an operation on your brain, spine or eye not long ago?",
    source=_LABELS,
)
recent_brain_or_spine_injury = yes_no(
    "recent_brain_or_spine_injury",
    "Recent injury of the brain or the spine",
    ask="Was there a recent injury of the brain or the spine?",
    source=_LABELS,
)
gastrointestinal_ulcer = yes_no(
    "gastrointestinal_ulcer",
    "Ulcer of stomach or bowel, now or recently",
    ask="Is there an ulcer of the stomach or the bowel, or was there one recently?",
    find=(Find("condition", "gastrointestinal-ulcer", within=months(3)),),
    source=_LABELS,
)
tumour_likely_to_bleed = yes_no(
    "tumour_likely_to_bleed",
    "Malignant tumour at high risk of bleeding",
    ask="Is there a malignant tumour at high risk of bleeding?",
    source=_LABELS,
)
oesophageal_varices = yes_no(
    "oesophageal_varices",
    "Oesophageal varices, known or suspected",
    ask="Are there oesophageal varices, known or suspected?",
    source=_LABELS,
)
vascular_malformation_or_aneurysm = yes_no(
    "vascular_malformation_or_aneurysm",
    "Arteriovenous malformation, vascular aneurysm, or major abnormality of vessels in brain or spine",
    ask="Is there an arteriovenous malformation, a vascular aneurysm, or a major abnormality of vessels "
    "in the brain or the spine?",
    source=_LABELS,
)
platelets_stay_below_20 = yes_no(
    "platelets_stay_below_20",
    "Platelets that stay below 20",
    ask="Do the platelets stay below 20 on repeated counts?",
    cost=Cost.BLOOD_TEST,
    source=ASCO_PLATELETS.at("absolute contraindications", S, "reference 2, section 1.6.4"),
)
severe_bleeding_disorder = yes_no(
    "severe_bleeding_disorder",
    "Severe bleeding disorder (severe haemophilia, acquired haemophilia)",
    ask="Is there a severe bleeding disorder, such as severe or acquired haemophilia?",
    tell="Do you have a severe bleeding disorder, such as haemophilia?",
    source=DICTIONARY.at("reference 2, section 5.1, bleeding disorders", U),
)
hypersensitive_to = choice(
    "drug",
    "The drug",
    {
        "apixaban": "apixaban",
        "rivaroxaban": "rivaroxaban",
        "edoxaban": "edoxaban",
        "dabigatran": "dabigatran",
        "enoxaparin": "enoxaparin",
        "dalteparin": "dalteparin",
        "tinzaparin": "tinzaparin",
        "heparin": "unfractionated heparin",
        "fondaparinux": "fondaparinux",
        "warfarin": "warfarin",
        "aspirin": "aspirin",
        "other": "another drug",
    },
    ask="To which drug?",
    source=_D,
)
hypersensitivity = Event(
    "hypersensitivity",
    "Hypersensitivity to an anticoagulant, or to what it is made with",
    attributes=(hypersensitive_to,),
    ask="Is there a hypersensitivity to an anticoagulant, and to which?",
    source=_LABELS,
)
gastrointestinal_bleeding = Event(
    "gastrointestinal_bleeding",
    "Bleeding from stomach or bowel",
    attributes=(),
    ask="Was there bleeding from the stomach or the bowel, and when?",
    find=(Find("condition", "gastrointestinal-bleeding"),),
    source=_RELATIVE,
)
_BLOOD_PRESSURE = {"within": months(3), "after": days(1)}
usual_systolic_bp = measure(
    "usual_systolic_bp",
    "Systolic blood pressure, last measured at rest",
    ask="What was the last systolic blood pressure at rest?",
    unit="mm[Hg]",
    step="0.1",
    domain=(0, 400),
    plausible=(50, 280),
    find=(Find("observation", "systolic-bp", **_BLOOD_PRESSURE),),
    source=_D,
)
usual_diastolic_bp = measure(
    "usual_diastolic_bp",
    "Diastolic blood pressure, last measured at rest",
    ask="What was the last diastolic blood pressure at rest?",
    unit="mm[Hg]",
    step="0.1",
    domain=(0, 300),
    plausible=(20, 180),
    find=(Find("observation", "diastolic-bp", **_BLOOD_PRESSURE),),
    source=_RELATIVE,
)
hypertension_despite_treatment = yes_no(
    "hypertension_despite_treatment",
    "Blood pressure that stays high in spite of treatment",
    ask="Does the blood pressure stay high in spite of treatment?",
    source=LOTHIAN_DALTEPARIN.at("contraindications"),
)
frequent_falls = yes_no(
    "frequent_falls",
    "Frequent falls, or a high risk of them",
    ask="Are there frequent falls, or a high risk of them?",
    tell="Do you fall often?",
    source=_D,
)
cirrhosis = yes_no(
    "cirrhosis",
    "Cirrhosis of the liver",
    ask="Is there cirrhosis of the liver?",
    find=(Find("condition", "cirrhosis"),),
    source=_D,
)
liver_disease = yes_no(
    "liver_disease",
    "Chronic liver disease",
    ask="Is there a chronic liver disease?",
    source=_RELATIVE,
)
on_dialysis = yes_no(
    "on_dialysis",
    "On dialysis",
    ask="Is the patient on dialysis?",
    tell="Do you have dialysis?",
    source=_D,
)
renal_failure = yes_no(
    "renal_failure",
    "Renal failure",
    ask="Is there renal failure (stage 5 chronic kidney disease, or dialysis)?",
    source=_RELATIVE,
)
bacterial_endocarditis = yes_no(
    "bacterial_endocarditis",
    "Bacterial endocarditis",
    ask="Is there bacterial endocarditis?",
    source=_RELATIVE,
)
clotting_times_prolonged = yes_no(
    "clotting_times_prolonged",
    "PT or APTT ratio over 1.5 that no anticoagulant explains",
    ask="Is the PT or the APTT ratio over 1.5, with no anticoagulant to explain it?",
    cost=Cost.BLOOD_TEST,
    source=LOTHIAN_DALTEPARIN.at("contraindications"),
)
lumbar_puncture_in_24_hours = yes_no(
    "lumbar_puncture_in_24_hours",
    "Lumbar puncture in the last 24 hours",
    ask="Was there a lumbar puncture in the last 24 hours?",
    source=_RELATIVE,
)
