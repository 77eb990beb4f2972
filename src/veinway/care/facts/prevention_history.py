"""Illnesses and clots before: what scores of prevention ask (reference 4, 11.2 and 11.3)."""

from veinway.care.facts.chest import lower_limb_fracture, trauma
from veinway.care.facts.leg import surgery, surgery_major
from veinway.care.sources import CAPRINI_2005, DICTIONARY, GENEVA_PROPHYLAXIS, S
from veinway.language import *

_D = DICTIONARY.at("reference 4, section 11.3")
_CAPRINI = CAPRINI_2005.at("items", S, "several reprints")

relative_with_clot = yes_no(
    "relative_with_clot",
    "A blood relative of any degree had a clot",
    ask="Has any blood relative had a clot in a deep vein or a lung?",
    tell="Has any blood relative had a clot in the leg or the lung?",
    source=_CAPRINI,
)
known_thrombophilia = yes_no(
    "known_thrombophilia",
    "A thrombophilia is known",
    ask="Is a thrombophilia known (antithrombin, protein C or S, factor V Leiden, prothrombin, "
    "antiphospholipid syndrome)?",
    tell="Has a blood test shown that your blood clots too easily?",
    find=(Find("condition", "thrombophilia"),),
    source=_D,
)
factor_v_leiden = yes_no(
    "factor_v_leiden",
    "Factor V Leiden",
    ask="Was factor V Leiden found?",
    cost=Cost.BLOOD_TEST,
    source=_CAPRINI,
)
prothrombin_20210a = yes_no(
    "prothrombin_20210a",
    "Prothrombin 20210A",
    ask="Was the prothrombin mutation 20210A found?",
    cost=Cost.BLOOD_TEST,
    source=_CAPRINI,
)
homocysteine_high = yes_no(
    "homocysteine_high",
    "Elevated serum homocysteine",
    ask="Is the serum homocysteine elevated?",
    cost=Cost.BLOOD_TEST,
    source=_CAPRINI,
)
lupus_anticoagulant = yes_no(
    "lupus_anticoagulant",
    "Lupus anticoagulant",
    ask="Was a lupus anticoagulant found?",
    cost=Cost.BLOOD_TEST,
    source=_CAPRINI,
)
anticardiolipin = yes_no(
    "anticardiolipin",
    "Elevated anticardiolipin antibodies",
    ask="Are anticardiolipin antibodies elevated?",
    cost=Cost.BLOOD_TEST,
    source=_CAPRINI,
)
other_thrombophilia = yes_no(
    "other_thrombophilia",
    "Another thrombophilia, inherited or acquired",
    ask="Was another thrombophilia found, inherited or acquired?",
    cost=Cost.BLOOD_TEST,
    source=_CAPRINI,
)
superficial_vein_thrombosis = yes_no(
    "superficial_vein_thrombosis",
    "A clot in a superficial vein, now or before",
    ask="Is or was there a clot in a superficial vein?",
    tell="Have you had a clot in a vein just under the skin?",
    find=(Find("condition", "superficial-vein-thrombosis"),),
    source=_D,
)
stroke = Event(
    "stroke",
    "Stroke",
    attributes=(),
    ask="Was there a stroke, and when?",
    find=(Find("condition", "stroke"),),
    source=_D,
)
myocardial_infarction = Event(
    "myocardial_infarction",
    "Heart attack",
    attributes=(),
    ask="Was there a heart attack, and when?",
    find=(Find("condition", "myocardial-infarction"),),
    source=_D,
)
sepsis = Event(
    "sepsis",
    "Sepsis",
    attributes=(),
    ask="Was there a sepsis, and when?",
    find=(Find("condition", "sepsis"),),
    source=_D,
)
serious_lung_disease_in_month = yes_no(
    "serious_lung_disease_in_month",
    "Serious lung disease, pneumonia included, less than a month ago",
    ask="Was there a pneumonia or another serious lung disease less than a month ago?",
    tell="Have you had pneumonia or another serious lung illness in the last month?",
    source=_CAPRINI,
)
copd = yes_no(
    "copd",
    "Abnormal lung function (COPD)",
    ask="Is there a COPD or an abnormal lung function?",
    tell="Do you have COPD (long-term lung damage)?",
    source=_D,
)
heart_failure_in_month = yes_no(
    "heart_failure_in_month",
    "Heart failure, new or worse, less than a month ago",
    ask="Was there a new or worse heart failure less than a month ago?",
    source=_CAPRINI,
)
multiple_trauma_in_month = yes_no(
    "multiple_trauma_in_month",
    "Multiple trauma less than a month ago",
    ask="Was there a multiple trauma less than a month ago?",
    tell="Have you been badly injured in more than 1 place in the last month?",
    source=_CAPRINI,
)
spinal_cord_injury_in_month = yes_no(
    "spinal_cord_injury_in_month",
    "Acute injury of the spinal cord, with paralysis, less than a month ago",
    ask="Was the spinal cord injured, with paralysis, less than a month ago?",
    source=_CAPRINI,
)
immobilising_cast_in_month = yes_no(
    "immobilising_cast_in_month",
    "Immobilising plaster cast less than a month ago",
    ask="Was there an immobilising plaster cast less than a month ago?",
    tell="Have you had a plaster cast in the last month?",
    source=_CAPRINI,
)
both_or_one_leg_swollen = yes_no(
    "both_or_one_leg_swollen",
    "Swollen legs, now",
    ask="Are the legs swollen now?",
    tell="Are your legs swollen now?",
    cost=Cost.EXAMINE,
    source=_CAPRINI,
)
acute_infection = yes_no(
    "acute_infection",
    "Acute infection",
    ask="Is there an acute infection?",
    tell="Do you have an infection now?",
    source=_D,
)
acute_rheumatic_disease = yes_no(
    "acute_rheumatic_disease",
    "Acute rheumatic disease",
    ask="Is there an acute rheumatic disease?",
    source=GENEVA_PROPHYLAXIS.at("items", S, "reprints"),
)
myeloproliferative_syndrome = yes_no(
    "myeloproliferative_syndrome",
    "Myeloproliferative syndrome",
    ask="Is there a myeloproliferative syndrome?",
    source=_D,
)
nephrotic_syndrome = yes_no(
    "nephrotic_syndrome",
    "Nephrotic syndrome",
    ask="Is there a nephrotic syndrome?",
    tell="Do you lose a lot of protein in your urine?",
    find=(Find("condition", "nephrotic-syndrome"),),
    source=_D,
)
chronic_venous_insufficiency = yes_no(
    "chronic_venous_insufficiency",
    "Chronic venous insufficiency",
    ask="Is there a chronic venous insufficiency, with varicose veins or skin changes?",
    tell="Do your leg veins work badly, with swelling or skin changes?",
    source=_D,
)
varicose_veins_with_phlebitis = yes_no(
    "varicose_veins_with_phlebitis",
    "Varicose veins with phlebitis",
    ask="Are there varicose veins with phlebitis?",
    tell="Do you have varicose veins that are hot, hard or inflamed?",
    source=_D,
)
significant_comorbidity = yes_no(
    "significant_comorbidity",
    "A significant illness: heart, metabolism, hormones, lungs, acute infection or inflammation",
    ask="Is there a significant illness: heart disease, metabolic, endocrine or respiratory "
    "disease, acute infectious disease or inflammatory condition?",
    tell="Do you have a serious heart, lung, hormone, infection or inflammation problem?",
    source=_D,
)
d_dimer_upper_limit = measure(
    "d_dimer_upper_limit",
    "The laboratory's upper limit of D-dimer",
    ask="What is the laboratory's own upper limit of D-dimer?",
    unit="ug/L{FEU}",
    step=1,
    domain=(1, 100_000),
    plausible=(100, 5000),
    cost=Cost.RECORD,
    source=_D,
)
major_surgery_in_month = any_event(surgery, surgery_major, in_=within(days(29)))
leg_fracture_in_month = any_event(lower_limb_fracture, in_=within(days(29)))
trauma_or_surgery_in_30_days = any_of(
    any_event(surgery, in_=within(days(30))),
    any_event(trauma, in_=within(days(30))),
    any_event(lower_limb_fracture, in_=within(days(30))),
)
