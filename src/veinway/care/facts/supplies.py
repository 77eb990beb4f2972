"""What was prescribed or dispensed, by product and strength (reference 2, sections 6.14 and 11)."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11, product codes")

product = choice(
    "product",
    "Its product, with strength where that matters",
    {
        "apixaban_2_5": "apixaban 2.5 mg",
        "apixaban_5": "apixaban 5 mg",
        "rivaroxaban_2_5": "rivaroxaban 2.5 mg",
        "rivaroxaban_10": "rivaroxaban 10 mg",
        "rivaroxaban_15": "rivaroxaban 15 mg",
        "rivaroxaban_20": "rivaroxaban 20 mg",
        "edoxaban_15": "edoxaban 15 mg",
        "edoxaban_30": "edoxaban 30 mg",
        "edoxaban_60": "edoxaban 60 mg",
        "dabigatran_75": "dabigatran 75 mg",
        "dabigatran_110": "dabigatran 110 mg",
        "dabigatran_150": "dabigatran 150 mg",
        "warfarin": "warfarin or another vitamin K antagonist",
        "lmwh": "a low molecular weight heparin",
        "fondaparinux": "fondaparinux",
        "heparin": "unfractionated heparin",
    },
    ask="Which product, in which strength?",
    source=_D,
)
anticoagulant_supply = Event(
    "anticoagulant_supply",
    "An anticoagulant that was prescribed or dispensed",
    attributes=(product,),
    ask="Which anticoagulants were prescribed or dispensed, and when?",
    find=(Find("medication", "anticoagulant-product"),),
    source=_D,
)
platelets_at = measure(
    "platelets",
    "Platelet count",
    ask="What was the platelet count?",
    unit="10*9/L",
    step="0.1",
    domain=(0, 5000),
    plausible=(5, 1500),
    cost=Cost.BLOOD_TEST,
    source=_D,
)
platelet_test = Event(
    "platelet_test",
    "A platelet count",
    attributes=(platelets_at,),
    ask="Which platelet counts were measured, and when?",
    find=(Find("observation", "platelet-count"),),
    cost=Cost.BLOOD_TEST,
    source=_D,
)
atrial_fibrillation = yes_no(
    "atrial_fibrillation",
    "Atrial fibrillation",
    ask="Is there atrial fibrillation, so that a lower dose may be meant for it?",
    find=(Find("condition", "atrial-fibrillation"),),
    source=_D,
)
