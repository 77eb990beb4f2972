"""Made-up records: valid FHIR R4, with codes that our code lists know."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from veinway.made_up import Summary, synthesise
from veinway.made_up import codes as made_up_codes
from veinway.made_up.d_dimer import FORMS
from veinway.made_up.fhir import LOINC, TYPES

PATIENTS = 1500


@pytest.fixture(scope="module")
def cohort(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    return synthesise(PATIENTS, 8, tmp_path_factory.mktemp("made_up") / "cohort", misleading=0.5)


def resources(folder: Path, kind: str) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob(f"{kind}.*ndjson")):
        yield from map(json.loads, file.read_text().splitlines())


_REQUIRED = {
    "Patient": (),
    "Condition": ("subject", "code"),
    "Observation": ("status", "code", "subject"),
    "Procedure": ("status", "subject", "code"),
    "MedicationRequest": ("status", "intent", "medicationCodeableConcept", "subject"),
    "MedicationAdministration": (
        "status",
        "medicationCodeableConcept",
        "subject",
        "effectiveDateTime",
    ),
    "Encounter": ("status", "class", "subject"),
    "DiagnosticReport": ("status", "code", "subject"),
    "ServiceRequest": ("status", "intent", "subject", "code"),
}
_STATUS = {
    "Observation": {"final", "preliminary", "entered-in-error"},
    "DiagnosticReport": {"final", "preliminary", "entered-in-error"},
    "Procedure": {"completed"},
    "MedicationRequest": {"active"},
    "MedicationAdministration": {"completed"},
    "Encounter": {"finished"},
    "ServiceRequest": {"completed"},
}


def test_every_resource_has_what_r4_requires(cohort: Summary) -> None:
    for kind in TYPES:
        count = 0
        for resource in resources(cohort.folder, kind):
            count += 1
            assert resource["resourceType"] == kind
            assert 0 < len(resource["id"]) <= 64
            assert not [name for name in _REQUIRED[kind] if name not in resource]
            assert resource.get("status") in _STATUS.get(kind, {None})
            assert not [value for value in resource.values() if value in (None, [], {}, "")]
        assert count == cohort.resources[kind] > 0


def test_every_reference_leads_to_a_patient_and_no_id_is_used_twice(cohort: Summary) -> None:
    people = {patient["id"] for patient in resources(cohort.folder, "Patient")}
    assert len(people) == PATIENTS
    for kind in TYPES[1:]:
        listed = list(resources(cohort.folder, kind))
        named = {resource["subject"]["reference"].removeprefix("Patient/") for resource in listed}
        assert named <= people
        by_id: dict[str, Any] = {}
        for resource in listed:
            assert by_id.setdefault(resource["id"], resource) == resource


def test_an_observation_has_one_value_and_a_quantity_has_a_ucum_code(cohort: Summary) -> None:
    for observation in resources(cohort.folder, "Observation"):
        values = [name for name in observation if name.startswith("value")]
        assert len(values) == ("component" not in observation)
        if values == ["valueQuantity"]:
            amount = observation["valueQuantity"]
            assert amount["system"] == "http://unitsofmeasure.org"
            assert amount["code"]
            assert amount.get("comparator", "<") in ("<", ">")


def test_every_code_that_stands_for_something_is_in_the_code_lists() -> None:
    lists = Path(__file__).parents[1] / "codes"
    expected = {
        "leg-symptoms": made_up_codes.LEG_SYMPTOMS,
        "chest-symptoms": made_up_codes.CHEST_SYMPTOMS,
        "previous-dvt": made_up_codes.PREVIOUS_DVT,
        "active-cancer": made_up_codes.ACTIVE_CANCER,
        "pulmonary-embolism": made_up_codes.PULMONARY_EMBOLISM,
        "pregnant": (made_up_codes.PREGNANT,),
        "injecting-drug-use": (made_up_codes.INJECTING_DRUG_USE,),
        "leg-paralysis": made_up_codes.LEG_PARALYSIS,
        "leg-plaster": made_up_codes.LEG_PLASTER,
        "major-surgery": (made_up_codes.MAJOR_SURGERY,),
        "leg-vein-scan": tuple(made_up_codes.SCAN.values()),
        "leg-vein-scan-request": tuple(made_up_codes.SCAN.values()),
        "oral-anticoagulant": made_up_codes.ANTICOAGULANTS,
        "anticoagulant": (made_up_codes.APIXABAN,),
        "baseline-bloods": made_up_codes.BASELINE_BLOODS,
        "dvt": (made_up_codes.DVT_TODAY,),
        "body-weight": (made_up_codes.MEASURED["body_weight"],),
        "body-height": (made_up_codes.MEASURED["body_height"],),
        "creatinine": tuple(made_up_codes.CREATININE.values()),
        "d-dimer": tuple((LOINC, form.loinc) for form in FORMS),
    }
    for concept, wanted in expected.items():
        with (lists / f"{concept}.csv").open() as file:
            rows = list(csv.DictReader(file))
        for system, code in wanted:
            assert any(stands_for(row, system, code) for row in rows), f"{concept} lacks {code}"


def stands_for(row: dict[str, str], system: str, code: str) -> bool:
    """Whether a line of a code list means this code, itself or as one of its descendants."""
    below = row["descendants"] == "yes" and code.startswith(row["code"])
    return row["system"] == system and (row["code"] == code or below)
