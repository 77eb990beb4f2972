"""What the bleeding scores are made of, beyond what bars anticoagulation (reference 2, section 4)."""

from veinway.care.facts.bleeding import gastrointestinal_bleeding
from veinway.care.facts.blood_tests import haemoglobin, platelet_count
from veinway.care.facts.medicines import takes_antiplatelet, takes_ticagrelor
from veinway.care.facts.person import sex_at_birth
from veinway.care.sources import (
    CHEST_FACTORS_2016,
    DICTIONARY,
    HAS_BLED_2010,
    IMPROVE_BLEEDING_2011,
    VTE_BLEED_2016,
    S,
)
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11")
_HAS_BLED = HAS_BLED_2010.at("definitions", S, "reference 2, section 4.1")
_CHEST = CHEST_FACTORS_2016.at("table of risk factors", S, "reference 2, section 4.4")
_IMPROVE = IMPROVE_BLEEDING_2011.at("table 1")

major_bleeding = Event(
    "major_bleeding",
    "Major bleeding: a critical organ, haemoglobin down by 20 g/L or more, or 2 units transfused",
    attributes=(),
    ask="Was there ever a major bleed, and when?",
    source=_D,
)
other_bleeding_before = yes_no(
    "bleeding_history",
    "Earlier bleeding that mattered: non-major, rectal, frequent nosebleeds, or blood in the urine",
    ask="Was there ever other bleeding that mattered: non-major, rectal, frequent nosebleeds, or blood "
    "in the urine?",
    tell="Have you ever had bleeding from the back passage, frequent nosebleeds, blood in the urine, or "
    "other bleeding that needed a doctor?",
    source=VTE_BLEED_2016.table(1),
)
bled_before = any_of(
    any_event(major_bleeding), any_event(gastrointestinal_bleeding), other_bleeding_before
)
anaemia = haemoglobin < by_choice(sex_at_birth, {"male": 130, "female": 120}, "g/L")
# No score defines it; 100 is where the relative contraindications draw the line.
thrombocytopenia = platelet_count <= 100

takes_any_antiplatelet = any_of(takes_antiplatelet, takes_ticagrelor)

kidney_transplant = yes_no(
    "kidney_transplant",
    "Transplanted kidney",
    ask="Does the patient have a transplanted kidney?",
    source=_HAS_BLED,
)
bilirubin_over_twice_normal = yes_no(
    "bilirubin_over_twice_normal",
    "Bilirubin over twice the upper limit of normal",
    ask="Is the bilirubin over twice the laboratory's upper limit of normal?",
    cost=Cost.BLOOD_TEST,
    source=_HAS_BLED,
)
liver_enzymes_over_thrice_normal = yes_no(
    "liver_enzymes_over_thrice_normal",
    "AST, ALT or ALP over three times the upper limit of normal",
    ask="Is AST, ALT or ALP over three times the laboratory's upper limit of normal?",
    cost=Cost.BLOOD_TEST,
    source=_HAS_BLED,
)
stroke_history = yes_no(
    "stroke_history",
    "A stroke before",
    ask="Was there ever a stroke?",
    tell="Have you ever had a stroke?",
    source=_D,
)
ttr_percent = measure(
    "ttr_percent",
    "Time in therapeutic range, as calculated elsewhere",
    ask="What is the time in therapeutic range, in per cent?",
    unit="%",
    step="0.001",
    domain=(0, 100),
    source=_D,
)
alcohol_units_week = measure(
    "alcohol_units_week",
    "Alcohol, units a week",
    ask="How many units of alcohol are drunk in a week?",
    tell="How many units of alcohol do you drink in a week?",
    unit="1",
    step="0.1",
    domain=(0, 1000),
    plausible=(0, 150),
    cost=Cost.ASK,
    source=_D,
)
metastatic_cancer = yes_no(
    "metastatic",
    "Cancer with metastases",
    ask="Has the cancer spread?",
    tell="Has your cancer spread?",
    source=_D,
)
diabetes = yes_no(
    "diabetes", "Diabetes", ask="Is there diabetes?", tell="Do you have diabetes?", source=_D
)
liver_failure = yes_no("liver_failure", "Liver failure", ask="Is there liver failure?", source=_CHEST)
poor_anticoagulant_control = yes_no(
    "poor_anticoagulant_control",
    "Poor control of anticoagulation",
    ask="Is anticoagulation poorly controlled?",
    source=_CHEST,
)
comorbidity_with_reduced_function = yes_no(
    "comorbidity_with_reduced_function",
    "Other illness, with reduced functional capacity",
    ask="Are there other illnesses, with reduced functional capacity?",
    source=_CHEST,
)
recent_surgery = yes_no(
    "recent_surgery",
    "Recent operation",
    ask="Was there a recent operation?",
    source=_CHEST,
)
alcohol_abuse = yes_no("alcohol_abuse", "Alcohol abuse", ask="Is alcohol abused?", source=_CHEST)
rheumatic_disease = yes_no(
    "rheumatic_disease",
    "Rheumatic disease",
    ask="Is there a rheumatic disease?",
    source=_IMPROVE,
)
central_venous_catheter = yes_no(
    "central_venous_catheter",
    "Central venous catheter",
    ask="Is there a central venous catheter?",
    source=_IMPROVE,
)
intensive_care = yes_no(
    "icu_stay",
    "In an intensive or coronary care unit",
    ask="Is the patient in an intensive or coronary care unit?",
    source=_IMPROVE,
)
active_gastroduodenal_ulcer = yes_no(
    "active_gastroduodenal_ulcer",
    "Active ulcer of stomach or duodenum",
    ask="Is there an active ulcer of the stomach or the duodenum?",
    source=_IMPROVE,
)
bleeding_3_months_before_admission = yes_no(
    "bleeding_3_months_before_admission",
    "Bleeding in the 3 months before admission",
    ask="Was there bleeding in the 3 months before admission?",
    source=_IMPROVE,
)
estimated_gfr = measure(
    "estimated_gfr",
    "Glomerular filtration rate, as the laboratory reports it",
    ask="What is the estimated glomerular filtration rate, as the laboratory reports it?",
    unit="mL/min/{1.73_m2}",
    step="0.1",
    domain=(0, 300),
    plausible=(2, 160),
    cost=Cost.BLOOD_TEST,
    source=_IMPROVE,
)
