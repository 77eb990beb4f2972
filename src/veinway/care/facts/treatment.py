"""What treatment needs to know of the clot and of the course so far (reference 2, section 11)."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11")

indication = choice(
    "indication",
    "What the anticoagulant is for",
    {
        "suspected_vte": "a clot is suspected, the result is awaited",
        "dvt_proximal": "proximal deep vein thrombosis of a leg",
        "dvt_distal": "isolated calf vein thrombosis that is to be treated",
        "pe": "pulmonary embolism",
        "sspe": "subsegmental pulmonary embolism",
        "svt": "superficial vein thrombosis",
        "ue_dvt": "deep vein thrombosis of an arm, or at a catheter",
        "extended_prevention": "prevention of another clot after the treatment phase",
        "other": "something else (atrial fibrillation, a valve, prophylaxis)",
    },
    ask="What is the anticoagulant for?",
    source=_D,
)
vte_site = choice(
    "site",
    "Where the clot was",
    {
        "dvt_proximal": "a proximal deep vein of a leg",
        "dvt_distal": "calf veins only",
        "pe": "the lung",
        "ue_dvt": "a deep vein of an arm",
        "svt": "a superficial vein",
    },
    ask="Where was it?",
    source=_D,
)
vte_diagnosis = Event(
    "vte_diagnosis",
    "A clot that was diagnosed: one entry an episode, the first and every later one",
    attributes=(vte_site,),
    ask="Which clots were diagnosed, when and where?",
    find=(Find("condition", "dvt"), Find("condition", "pulmonary-embolism")),
    source=_D,
)
treatment_start = Event(
    "treatment_start",
    "First dose of the present course of anticoagulation",
    attributes=(),
    ask="When was the first dose of the present course given?",
    source=_D,
)
current_anticoagulant = choice(
    "current_anticoagulant",
    "Anticoagulant that is taken now, at treatment dose",
    {
        "none": "none",
        "apixaban": "apixaban",
        "rivaroxaban": "rivaroxaban",
        "edoxaban": "edoxaban",
        "dabigatran": "dabigatran",
        "warfarin": "warfarin or another vitamin K antagonist",
        "lmwh": "a low molecular weight heparin",
        "fondaparinux": "fondaparinux",
        "heparin": "unfractionated heparin",
        "other": "another anticoagulant",
    },
    ask="Which anticoagulant is taken now?",
    tell="Which blood thinner do you take?",
    find=(Find("medication", "current-anticoagulant", within=days(90)),),
    source=_D,
)
label_region = choice(
    "label_region",
    "Whose product information counts",
    {"eu": "the EU and the UK", "us": "the USA", "ca": "Canada"},
    ask="Whose product information counts: EU and UK, USA, or Canada?",
    cost=Cost.RECORD,
    source=DICTIONARY.at("reference 2, section 0.2, jurisdiction"),
)
