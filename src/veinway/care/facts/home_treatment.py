"""What keeps somebody with an embolism in hospital: the Hestia questions and feasibility (reference 3,
1.7).
"""

from veinway.care.sources import DICTIONARY, HESTIA_2011
from veinway.language import *

_H = HESTIA_2011.at("criteria")
_D = DICTIONARY.at("reference 3, section 9.1")

needs_intensive_care = yes_no(
    "needs_intensive_care", "Needs intensive care", ask="Is intensive care needed?", source=_H
)
needs_lysis_or_embolectomy = yes_no(
    "needs_lysis_or_embolectomy",
    "Needs thrombolysis or embolectomy",
    ask="Is thrombolysis or embolectomy needed, in a clinician's judgement?",
    source=_H,
)
gastrointestinal_bleeding_days = measure(
    "days_since_gastrointestinal_bleeding",
    "Days since the last gastrointestinal bleeding",
    ask="How many days since the last gastrointestinal bleeding (never, if never)?",
    unit="d",
    step=1,
    domain=(0, 10_000_000),
    or_never=True,
    cost=Cost.ASK,
    source=_H,
)
stroke_days = measure(
    "days_since_stroke",
    "Days since the last stroke",
    ask="How many days since the last stroke (never, if never)?",
    unit="d",
    step=1,
    domain=(0, 10_000_000),
    or_never=True,
    cost=Cost.ASK,
    source=_H,
)
operation_days = measure(
    "days_since_operation",
    "Days since the last operation",
    ask="How many days since the last operation (never, if never)?",
    unit="d",
    step=1,
    domain=(0, 10_000_000),
    or_never=True,
    cost=Cost.ASK,
    source=_H,
)
bleeding_disorder = yes_no(
    "bleeding_disorder", "A bleeding disorder", ask="Is there a bleeding disorder?", source=_H
)
diastolic_bp = measure(
    "diastolic_bp",
    "Diastolic blood pressure",
    ask="What is the diastolic blood pressure?",
    unit="mm[Hg]",
    step="0.1",
    domain=(0, 300),
    plausible=(20, 180),
    source=_D,
)
oxygen_for_a_day = yes_no(
    "oxygen_for_more_than_24_hours",
    "Needs oxygen for more than 24 hours to stay above 90 %",
    ask="Is oxygen needed for more than 24 hours to keep saturation above 90 %?",
    source=_H,
)
pe_on_anticoagulation = yes_no(
    "pe_on_anticoagulation",
    "The embolism came while fully anticoagulated",
    ask="Was the patient on a full-dose anticoagulant when the embolism came?",
    source=_H,
)
iv_pain_relief = yes_no(
    "iv_opioid_gt_24h",
    "Pain medicine into a vein for more than 24 hours",
    ask="Is pain medicine into a vein needed for more than 24 hours?",
    source=_H,
)
other_reason_to_stay = yes_no(
    "social_or_medical_reason_admit",
    "A medical or social reason for more than 24 hours in hospital",
    ask="Is there a medical or social reason to stay for more than 24 hours (infection, "
    "cancer that needs "
    "care, no support at home)?",
    source=_H,
)
severe_liver_impairment = yes_no(
    "severe_liver_impairment",
    "Severe liver impairment",
    ask="Is there severe liver impairment?",
    source=_H,
)
hit_ever = yes_no(
    "hit_history",
    "Heparin-induced thrombocytopenia, ever",
    ask="Was there ever heparin-induced thrombocytopenia?",
    source=_H,
)
hit_in_a_year = yes_no(
    "hit_in_last_year_without_alternative",
    "Heparin-induced thrombocytopenia in the last year, and no alternative to heparin",
    ask="Was there heparin-induced thrombocytopenia in the last year, with no alternative to heparin?",
    source=DICTIONARY.at("reference 3, section 1.7, BTS 7"),
)
egfr_below_30 = yes_no(
    "egfr_below_30",
    "Estimated filtration rate below 30",
    ask="Is the estimated filtration rate (eGFR) below 30 mL/min/1.73 m2?",
    cost=Cost.BLOOD_TEST,
    source=DICTIONARY.at("reference 3, section 1.7, BTS 6"),
)
home_support = yes_no(
    "home_support", "Somebody at home to help", ask="Is there somebody at home to help?", source=_D
)
phone_access = yes_no("phone_access", "A telephone", ask="Is there a telephone?", source=_D)
understands_plan = yes_no(
    "understands_plan",
    "Understands the plan and can get the medicine",
    ask="Is the plan understood, and can the medicine be had?",
    source=_D,
)
