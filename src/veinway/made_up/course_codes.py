"""The codes in which a made-up course is recorded."""

from __future__ import annotations

from .fhir import FACT, LOINC, RXNORM, SNOMED, Coding

PRODUCTS: dict[str, Coding] = {
    "apixaban_2_5": (RXNORM, "1364435"),
    "apixaban_5": (RXNORM, "1364445"),
    "rivaroxaban_10": (RXNORM, "1114198"),
    "rivaroxaban_15": (RXNORM, "1232082"),
    "rivaroxaban_20": (RXNORM, "1232086"),
    "edoxaban_30": (RXNORM, "1599551"),
    "edoxaban_60": (RXNORM, "1599555"),
    "dabigatran_110": (RXNORM, "1723476"),
    "dabigatran_150": (RXNORM, "1037045"),
    "warfarin": (RXNORM, "11289"),
    "lmwh": (RXNORM, "67108"),
}
CLOTS: dict[str, tuple[Coding, ...]] = {
    "dvt": ((SNOMED, "404223003"), (SNOMED, "132291000119106"), (SNOMED, "128053003")),
    "pe": ((SNOMED, "59282003"), (SNOMED, "706870000")),
}
PREGNANT: Coding = (SNOMED, "77386006")
ATRIAL_FIBRILLATION: Coding = (SNOMED, "49436004")
MECHANICAL_VALVE: Coding = (FACT, "mechanical-valve")
REVIEW: Coding = (FACT, "anticoagulation-review")
STENT: Coding = (FACT, "vein-stent")
DUPLEX: Coding = (FACT, "stent-duplex")
PLATELETS: Coding = (LOINC, "777-3")
INR: Coding = (LOINC, "6301-6")
WEIGHT: Coding = (LOINC, "29463-7")
