"""Tests of the chest, what speaks against them, and the suspicion of an embolism."""

from veinway.care.facts.tests import scan_result
from veinway.care.sources import CHEST_2021, DICTIONARY, ESC_2019, LOCAL, NG158, PRODUCT, S, U
from veinway.language import *

_D = DICTIONARY.at("section 8, chest imaging")
_NOW = {"within": days(1), "after": days(1)}
_EPISODE = {"within": days(1), "after": days(90)}

# CT pulmonary angiography ------------------------------------------------------------------------

ctpa_result = choice(
    "result",
    "Result of CT pulmonary angiography",
    {
        "pe": "clot in a pulmonary artery",
        "negative": "no clot in a pulmonary artery",
        "indeterminate": "indeterminate",
    },
    ask="What did the CT pulmonary angiography show?",
    source=_D,
)
ctpa_location = choice(
    "location",
    "Most central artery with clot",
    {
        "saddle": "across the bifurcation of the main pulmonary artery",
        "central": "main pulmonary artery",
        "lobar": "lobar artery",
        "segmental": "segmental artery",
        "subsegmental_multiple": "several subsegmental arteries only",
        "subsegmental_single": "one subsegmental artery only",
        "none": "no artery",
    },
    ask="Where is the most central clot, and if it is subsegmental only, in one artery or in several?",
    source=DICTIONARY.at("section 4.2"),
)
ctpa = Event(
    "ctpa",
    "CT pulmonary angiography",
    cost=Cost.SCAN,
    attributes=(ctpa_result, ctpa_location),
    ask="Which CT pulmonary angiographies were done in this episode, when, and with what result?",
    find=(Find("scan", "ctpa", **_EPISODE),),
    source=DICTIONARY.at("section 4.3"),
)
ctpa_request = Event(
    "ctpa_request",
    "Request for CT pulmonary angiography",
    attributes=(),
    ask="When was a CT pulmonary angiography requested?",
    find=(Find("scan", "ctpa-request", **_EPISODE),),
    source=DICTIONARY.at("section 4.3"),
)
ctpa_immediately_answer = yes_no(
    "ctpa_obtainable_immediately",
    "CT pulmonary angiography with its result can be had immediately (within an hour)",
    ask="Can CT pulmonary angiography be had immediately, with its result within an hour?",
    source=NG158.section("1.1, row P4", S, "iatroX summary"),
)
# NICE names no number for "immediately"; its quality standard counts an hour for suspected embolism.
ctpa_obtainable_immediately = obtainable(
    ctpa_immediately_answer, request=ctpa_request, result=ctpa, within=hours(1)
)

ctpa_available_and_feasible = yes_no(
    "ctpa_available_and_feasible",
    "CT pulmonary angiography is at hand, and the patient is stable enough for it",
    ask="Is CT pulmonary angiography at hand, and is the patient stable enough to be taken to it?",
    source=ESC_2019.at("figure 4 and its note d"),
)
second_reading_result = choice(
    "result",
    "What the second reader sees",
    {"confirms": "the clot is confirmed", "refutes": "no clot is seen"},
    ask="What did the second reader see?",
    source=ESC_2019.at("key message 4"),
)
ctpa_second_reading = Event(
    "ctpa_second_reading",
    "Second reading of the CT pulmonary angiography",
    attributes=(second_reading_result,),
    ask="Was the CT read by a second radiologist, when, and what did they see?",
    find=(Find("observation", "ctpa-second-reading", **_EPISODE),),
    source=ESC_2019.at("key message 4"),
)

# What speaks against CT --------------------------------------------------------------------------

contrast_allergy = yes_no(
    "contrast_allergy",
    "Allergic to iodinated contrast",
    ask="Is there an allergy to iodinated contrast medium?",
    tell="Have you ever had an allergic reaction to the dye that is given for a scan?",
    find=(Find("condition", "contrast-allergy"),),
    source=NG158.section("1.1, row P5", S, "Guidelines in Practice 2012"),
)
high_radiation_risk_as_recorded = yes_no(
    "high_radiation_risk",
    "At high risk from radiation",
    ask="Is there a high risk from radiation, such as a young woman's breast?",
    find=(Find("condition", "high-radiation-risk"),),
    source=NG158.section("1.1, row P5", U),
)
high_radiation_risk = presume(
    high_radiation_risk_as_recorded,
    NO,
    because="nobody named a particular risk from radiation, and the faster test is not held back for it",
    source=PRODUCT.at("presumption on risk from radiation", LOCAL),
)

# Lung scintigraphy -------------------------------------------------------------------------------

scintigraphy_technique = choice(
    "technique",
    "Technique of a lung scintigraphy",
    {"spect": "V/Q SPECT", "planar": "planar V/Q", "perfusion_only": "perfusion only"},
    ask="Which technique was used?",
    source=DICTIONARY.at("section 4.3"),
)
scintigraphy_result = choice(
    "result",
    "Result of a lung scintigraphy",
    {
        "normal": "normal perfusion",
        "nondiagnostic": "non-diagnostic",
        "high_probability": "high probability of a pulmonary embolism",
    },
    ask="What did the lung scintigraphy show?",
    source=_D,
)
lung_scintigraphy = Event(
    "lung_scintigraphy",
    "Lung scintigraphy (V/Q)",
    cost=Cost.SCAN,
    attributes=(scintigraphy_result, scintigraphy_technique),
    ask="Which lung scintigraphies were done in this episode, when, and with what result?",
    find=(Find("scan", "lung-scintigraphy", **_EPISODE),),
    source=DICTIONARY.at("section 4.3"),
)
spect_available = yes_no(
    "spect_available",
    "V/Q SPECT is available",
    ask="Is V/Q SPECT available (and not only planar V/Q)?",
    source=NG158.section("1.1, row P5", U),
)
scintigraphy_obtainable_immediately = yes_no(
    "scintigraphy_obtainable_immediately",
    "Lung scintigraphy with its result can be had immediately",
    ask="Can lung scintigraphy be had immediately, with its result?",
    source=NG158.section("1.1, row P5", U),
)

# Heart and chest X-ray ---------------------------------------------------------------------------

echo_result = choice(
    "result",
    "Right ventricle on echocardiography",
    {
        "rv_dysfunction": "right ventricular dysfunction",
        "no_rv_dysfunction": "no right ventricular dysfunction",
        "indeterminate": "could not be judged",
    },
    ask="Is the right ventricle strained (in an emergency mainly: wider than the left one)?",
    source=ESC_2019.at("figure 4, note c"),
)
echocardiography = Event(
    "echocardiography",
    "Bedside echocardiography",
    cost=Cost.EXAMINE,
    attributes=(echo_result,),
    ask="Was an echocardiography done, when, and was the right ventricle strained?",
    find=(Find("scan", "echocardiography", **_EPISODE),),
    source=DICTIONARY.at("section 4.3"),
)
chest_x_ray = Event(
    "chest_x_ray",
    "Chest X-ray",
    attributes=(),
    ask="When was a chest X-ray taken?",
    find=(Find("scan", "chest-x-ray", **_NOW),),
    source=NG158.section("1.1, row P0", S, "iatroX summary"),
)
heparin_bolus = Event(
    "heparin_bolus",
    "Bolus of unfractionated heparin",
    attributes=(),
    ask="When was unfractionated heparin given into a vein?",
    find=(Find("medication", "unfractionated-heparin", within=days(0), after=days(1)),),
    source=ESC_2019.section("4.11, row H2"),
)

# Suspicion ---------------------------------------------------------------------------------------

pe_suspected_without_chest_symptoms = yes_no(
    "pe_suspected",
    "Pulmonary embolism is suspected in a patient who is too ill to complain",
    ask="Is a pulmonary embolism suspected as the cause of the collapse, arrest or shock?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "pe-suspected", **_NOW),),
    source=ESC_2019.section("4.11, row H1"),
)
incidental_pe_as_recorded = yes_no(
    "incidental_pe",
    "A clot in the lung was found by chance, on a scan done for another reason",
    ask="Was the clot found by chance, on a scan that was done for another reason?",
    cost=Cost.RECORD,
    find=(Find("observation", "incidental-pe", **_EPISODE),),
    source=DICTIONARY.at("section 4.4"),
)
found_by_chance = presume(
    incidental_pe_as_recorded,
    NO,
    because="nobody recorded that a clot in the lung was found by chance",
    source=PRODUCT.at("presumption on findings by chance", LOCAL),
)
_CHOSEN = PRODUCT.at("section 3.5, row E1: judgement or a rule", LOCAL)
bilateral_leg_scan = Event(
    "bilateral_leg_scan",
    "Compression ultrasound of both legs, in suspected pulmonary embolism",
    cost=Cost.SCAN,
    attributes=(scan_result,),
    ask="Were both legs scanned (groins and hollows of the knees, or the whole leg), and what was seen?",
    find=(Find("scan", "bilateral-leg-scan", **_EPISODE),),
    source=ESC_2019.section("4.10"),
)
high_recurrence_risk = yes_no(
    "high_recurrence_risk",
    "High risk of another clot",
    ask="Is the risk of another clot high, such as in hospital, bedridden, or without a passing cause?",
    find=(Find("observation", "high-recurrence-risk", **_EPISODE),),
    source=CHEST_2021.at("statement 3"),
)
pe_probability = choice(
    "pe_probability",
    "Clinical probability of an embolism: stated, or taken from which rule",
    {
        "low": "low, as stated",
        "intermediate": "intermediate, as stated",
        "high": "high, as stated",
        "by_wells_three_level": "as the Wells score in three levels says",
        "by_wells_two_level": "as the Wells score in two levels says",
        "by_revised_geneva": "as the revised Geneva score says",
        "by_estimate": "as the clinician's estimate in per cent says",
    },
    ask="What is the clinical probability of an embolism, by judgement, or which rule shall say it?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "pe-probability", **_NOW),),
    source=_CHOSEN,
)
