"""Bundles for tests: made by hand, or of one person of a bulk export."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Resource = dict[str, Any]


def resources_of(people: Path, person: str) -> list[Resource]:
    """Every resource of one person of a bulk export."""
    found = []
    for file in sorted(people.glob("*.ndjson")):
        for line in file.read_text().splitlines():
            resource = json.loads(line)
            if resource["id"] == person or f'"Patient/{person}"' in line:
                found.append(resource)
    return found


def bundle(*resources: Resource, **more: object) -> str:
    entries = [{"resource": resource} for resource in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries, **more})


def persons(people: Path) -> list[str]:
    lines = (people / "Patient.ndjson").read_text().splitlines()
    return [json.loads(line)["id"] for line in lines]


PATIENT: Resource = {"resourceType": "Patient", "id": "p1", "birthDate": "1961-02-03", "gender": "male"}
SYMPTOM: Resource = {
    "resourceType": "Condition",
    "id": "c1",
    "subject": {"reference": "Patient/p1"},
    "code": {"coding": [{"system": "https://veinway.org/fhir/fact", "code": "leg_symptoms"}]},
    "recordedDate": "2026-03-04T09:30:00Z",
}
