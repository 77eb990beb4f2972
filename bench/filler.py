"""Records as every chart has them, in the shapes and about the sizes in which Synthea writes them.

Real records are mostly these: an export of 35 kB a patient holds a few kB that matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

OBSERVATIONS, STAYS = 24, 4
"""Observations and Encounters of each patient: about 27 kB."""
_LOINC, _UNITS = "http://loinc.org", "http://unitsofmeasure.org"
_MEASURED = (
    ("8867-4", "Heart rate", 74, "/min"),
    ("9279-1", "Respiratory rate", 14, "/min"),
    ("72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported", 2, "{score}"),
    ("2339-0", "Glucose [Mass/volume] in Blood", 87.4, "mg/dL"),
    ("718-7", "Hemoglobin [Mass/volume] in Blood", 13.9, "g/dL"),
    ("4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood", 5.8, "%"),
    ("2093-3", "Cholesterol [Mass/volume] in Serum or Plasma", 181.2, "mg/dL"),
    ("2571-8", "Triglycerides", 127.7, "mg/dL"),
    ("2947-0", "Sodium [Moles/volume] in Blood", 139.2, "mmol/L"),
    ("6298-4", "Potassium [Moles/volume] in Blood", 4.3, "mmol/L"),
)
_SITE = "0a1b2c3d-4e5f-6789-abcd-ef0123456789"


def fill(made: Path, folder: Path) -> None:
    """A folder with the files of a made-up one (as links), and a file more of each of two types."""
    folder.mkdir(parents=True)
    for file in made.glob("*.ndjson"):
        (folder / file.name).symlink_to(file.resolve())
    with (
        (made / "Patient.ndjson").open("rb") as patients,
        (folder / "Observation.more.ndjson").open("wb") as observations,
        (folder / "Encounter.more.ndjson").open("wb") as encounters,
    ):
        for line in patients:
            person = orjson.loads(line)["id"]
            observations.writelines(_lines(_observations(person)))
            encounters.writelines(_lines(_encounter(person, number) for number in range(STAYS)))


def _lines(resources: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    return (orjson.dumps(resource, option=orjson.OPT_APPEND_NEWLINE) for resource in resources)


def _observations(person: str) -> Iterator[dict[str, Any]]:
    for number in range(OBSERVATIONS):
        stay = number * STAYS // OBSERVATIONS
        yield _observation(person, number, stay) | (
            _pressure() if number % 8 == 0 else _measured(*_MEASURED[number % len(_MEASURED)])
        )


def _observation(person: str, number: int, stay: int) -> dict[str, Any]:
    moment = f"202{stay}-0{1 + number % 9}-1{number % 9}T09:{10 + number}:06"
    category = "http://terminology.hl7.org/CodeSystem/observation-category"
    return {
        "resourceType": "Observation",
        "id": f"{person}-{number:04}-70bc-ec42-1b65b3072a99",
        "meta": {
            "profile": [
                "http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab",
                "http://hl7.org/fhir/StructureDefinition/vitalsigns",
            ]
        },
        "status": "final",
        "category": [{"coding": [{"system": category, "code": "laboratory", "display": "Laboratory"}]}],
        "subject": {"reference": f"Patient/{person}"},
        "encounter": {"reference": f"Encounter/{person}-stay-{stay}-1b89-cadb-e82844f952e8"},
        "effectiveDateTime": f"{moment}+00:00",
        "issued": f"{moment}.190+00:00",
    }


def _concept(code: str, display: str, system: str = _LOINC) -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code, "display": display}], "text": display}


def _measured(code: str, display: str, value: float, unit: str) -> dict[str, Any]:
    quantity = {"value": value, "unit": unit, "system": _UNITS, "code": unit}
    return {"code": _concept(code, display), "valueQuantity": quantity}


def _pressure() -> dict[str, Any]:
    parts = (("8462-4", "Diastolic Blood Pressure", 70), ("8480-6", "Systolic Blood Pressure", 104))
    return {
        "code": _concept("85354-9", "Blood Pressure"),
        "component": [_measured(code, display, value, "mm[Hg]") for code, display, value in parts],
    }


def _encounter(person: str, number: int) -> dict[str, Any]:
    period = {"start": f"202{number}-03-04T09:00:00+00:00", "end": f"202{number}-03-04T09:15:00+00:00"}
    name = f"{person}-stay-{number}-1b89-cadb-e82844f952e8"
    clinic = {"reference": f"Organization/{_SITE}", "display": "A GENERAL PRACTICE OF MIDDLING SIZE"}
    actcode = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
    took_part = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType"
    return {
        "resourceType": "Encounter",
        "id": name,
        "meta": {"profile": ["http://hl7.org/fhir/us/core/StructureDefinition/us-core-encounter"]},
        "identifier": [{"use": "official", "system": "https://example.org/encounters", "value": name}],
        "status": "finished",
        "class": {"system": actcode, "code": "AMB"},
        "type": [_concept("185345009", "Encounter for symptom (procedure)", "http://snomed.info/sct")],
        "subject": {"reference": f"Patient/{person}", "display": "A made-up person"},
        "participant": [
            {
                "type": [_concept("PPRF", "primary performer", took_part)],
                "period": period,
                "individual": {"reference": f"Practitioner/{_SITE}", "display": "A made-up doctor"},
            }
        ],
        "period": period,
        "reasonCode": [_concept("72892002", "Normal pregnancy", "http://snomed.info/sct")],
        "location": [{"location": {"reference": f"Location/{_SITE}", "display": clinic["display"]}}],
        "serviceProvider": clinic,
    }
