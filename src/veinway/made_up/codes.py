"""The codes that made-up records use; each is in the code list of its concept."""

from __future__ import annotations

from .fhir import FACT, ICD_10, ICD_10_CM, LOINC, RXNORM, SNOMED, Coding

LEG_SYMPTOMS: tuple[Coding, ...] = (
    (SNOMED, "449614009"),  # swelling of lower limb
    (SNOMED, "10601006"),  # pain in lower limb
    (SNOMED, "300954003"),  # pain in calf
)
CHEST_SYMPTOMS: tuple[Coding, ...] = ((SNOMED, "267036007"), (SNOMED, "29857009"))
ACTIVE_CANCER: tuple[Coding, ...] = ((SNOMED, "363346000"), (ICD_10, "C50.9"), (ICD_10_CM, "C61"))
PREVIOUS_DVT: tuple[Coding, ...] = (
    (SNOMED, "128053003"),
    (SNOMED, "404223003"),
    (ICD_10, "I80.2"),
    (ICD_10_CM, "I82.402"),
)
DVT_TODAY: Coding = (SNOMED, "404223003")
PULMONARY_EMBOLISM: tuple[Coding, ...] = ((SNOMED, "59282003"), (ICD_10, "I26.9"))
PREGNANT: Coding = (SNOMED, "77386006")
INJECTING_DRUG_USE: Coding = (SNOMED, "226034001")
LEG_PARALYSIS: tuple[Coding, ...] = ((SNOMED, "44695005"), (FACT, "leg-paralysis"))
LEG_PLASTER: tuple[Coding, ...] = ((SNOMED, "274474001"), (FACT, "leg-plaster"))
MAJOR_SURGERY: Coding = (FACT, "major-surgery")
HIP_REPLACEMENT: Coding = (SNOMED, "52734007")
EXCISION: Coding = (SNOMED, "65801008")
SCAN = {"left": (LOINC, "48692-8"), "right": (LOINC, "48691-0")}
ANTICOAGULANTS: tuple[Coding, ...] = (
    (RXNORM, "1364430"),  # apixaban
    (RXNORM, "1114195"),  # rivaroxaban
    (RXNORM, "11289"),  # warfarin
)
APIXABAN: Coding = (RXNORM, "1364430")
BASELINE_BLOODS: tuple[Coding, ...] = ((LOINC, "777-3"), (FACT, "baseline-bloods"))
MEASURED: dict[str, Coding] = {
    "body_weight": (LOINC, "29463-7"),
    "body_height": (LOINC, "8302-2"),
}
CREATININE = {"umol/L": (LOINC, "14682-9"), "mg/dL": (LOINC, "2160-0")}
NOISE_CONDITIONS: tuple[Coding, ...] = (
    (SNOMED, "38341003"),  # hypertension
    (SNOMED, "44054006"),  # type 2 diabetes
    (SNOMED, "195967001"),  # asthma
    (ICD_10, "M17.1"),  # arthrosis of the knee
)
NOISE_OBSERVATIONS: tuple[tuple[Coding, str, int, int], ...] = (
    ((LOINC, "8867-4"), "/min", 55, 110),
    ((LOINC, "8480-6"), "mm[Hg]", 105, 175),
    ((LOINC, "59408-5"), "%", 94, 100),
)
"""Code, unit and range of background observations."""
METFORMIN: Coding = (RXNORM, "6809")
