"""Plain lines, read by their shapes, give what `flatten.sql` gives of each of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from fhir_snippets import DAY, OWN, RXNORM, concept, condition, medicine, observation, patient
from veinway.made_up import synthesise
from veinway.records.flatten import flatten
from veinway.records.input_problems import Problems
from veinway.records.sources import open_source

Resource = dict[str, Any]
_WAY = "system code comparator unit unit_text value_system value_code absent"
_TIMES = "day_low day_high minute_low minute_high"
_ALIKE = "end_day_low, end_day_high, known_minute, value_high, range_high, side, kind, status"
OF_ENTRIES = f"""
SELECT person, prefix || resource, {_ALIKE}, {", ".join(_WAY.split())}, truth,
    {", ".join(f"CASE WHEN dated THEN {name} END" for name in _TIMES.split())},
    coalesce(w.value, e.value)
FROM entry e JOIN way w USING (shape) ORDER BY ALL
"""
OF_RECORD = f"""
SELECT person, resource, {_ALIKE}, {", ".join(f"coalesce({name}, '')" for name in _WAY.split())},
    coalesce(value_truth::VARCHAR, ''), {", ".join(_TIMES.split())}, value
FROM record ORDER BY ALL
"""


def both_ways(folder: Path, time_zone: str = "Europe/London") -> tuple[int, int, Problems]:
    """Compare the rows and the problems; how many entries there are, how many are odd, the problems."""
    with duckdb.connect() as connection:
        problems = flatten(connection, open_source(folder), time_zone=time_zone, evidence=False)
        found = connection.execute(OF_ENTRIES).fetchall()
        count = "SELECT count(*), count(*) FILTER (shape < 0) FROM entry"
        [(entries, odd)] = connection.execute(count).fetchall()
        assert flatten(connection, open_source(folder), time_zone=time_zone) == problems
        assert found == connection.execute(OF_RECORD).fetchall()
    return entries, odd, problems


def written(folder: Path, lines: dict[str, list[Resource | str]]) -> Path:
    folder.mkdir()
    for kind, resources in lines.items():
        texts = (each if isinstance(each, str) else json.dumps(each) for each in resources)
        (folder / f"{kind}.ndjson").write_text("\n".join(texts) + "\n", encoding="utf-8")
    return folder


def numbered(resources: list[Resource], person: str) -> list[Resource]:
    whose = {"subject": {"reference": f"Patient/{person}"}}
    return [{**each, "id": f"{person}-{number}", **whose} for number, each in enumerate(resources)]


@pytest.mark.parametrize("time_zone", ["UTC", "America/New_York"])
def test_made_up_patients_are_the_same_both_ways(tmp_path: Path, time_zone: str) -> None:
    folder = synthesise(300, 3, tmp_path / "made-up", missing=0.2, misleading=0.5).folder
    entries, odd, _ = both_ways(folder, time_zone)
    assert entries > 5000
    assert odd < entries // 20


ODD: list[Resource] = [
    {"effectiveDateTime": "soon"},
    {"effectiveDateTime": "2026-02-30"},
    {"effectiveDateTime": None},
    {"effectiveDateTime": "2026-01"},
    {"effectiveDateTime": "2025-10-26T01:30:00"},
    {"effectiveDateTime": "2026-03-29T01:30:00.250"},
    {"effectiveDateTime": None, "effectivePeriod": {"start": "2026-01-02", "end": "2026-01-05"}},
    {"effectiveDateTime": None, "issued": "2026-01-02T10:00:00Z"},
    {"issued": "never"},
    {"status": "entered-in-error"},
    {"status": 7},
    {"status": None},
    {"valueQuantity": {"value": "much", "unit": "kg"}},
    {"valueQuantity": {"value": 1e-30, "unit": "kg"}},
    {"valueQuantity": {"value": 80.123456789012, "unit": "kg", "comparator": "<"}},
    {"valueQuantity": {"unit": "kg"}},
    {"valueQuantity": 5},
    {"valueQuantity": None, "valueInteger": 3},
    {"valueQuantity": None, "valueString": "80 kg"},
    {"valueQuantity": None, "valueRange": {"low": {"value": 3, "unit": "kg"}, "high": {"value": 4}}},
    {"valueQuantity": None, "valueBoolean": "yes"},
    {"valueQuantity": None, "dataAbsentReason": concept("asked-unknown", "x")},
    {"referenceRange": [{"high": {"value": 0.5}}]},
    {"bodySite": {"text": "Left leg"}},
    {"component": [{"code": concept("body_weight", OWN), "valueQuantity": {"value": 81}}]},
    {"component": [{"code": concept("calf_difference", OWN), "valueQuantity": {"value": 3}}]},
    {"code": {"text": 'Körper\\gewicht "\n'}},
    {"code": {"coding": "x"}},
    {"code": concept("8867-4", "http://loinc.org")},
    {"subject": None},
    {"subject": {"reference": "Group/1"}},
    {"subject": {"reference": "https://x.org/fhir/Patient/a/_history/2"}},
    {"subject": {"reference": "Patient/nobody at all"}},
    {"id": None},
    {"id": "p1-0"},
    {"resourceType": "Observatio"},
    {"resourceType": "Condition", "onsetDateTime": DAY},
    {"resourceType": None},
]


def weights(person: str) -> list[Resource]:
    value = {"value": 80.5, "unit": "kg", "code": "kg"}
    weight = observation(concept("body_weight", OWN), valueQuantity=value)
    weight["effectiveDateTime"] = f"{DAY}T10:00:00Z"
    plain = numbered([weight] * 30, person)
    return plain + [{**plain[0], "id": f"{person}-odd-{n}", **odd} for n, odd in enumerate(ODD)]


def test_odd_lines_are_the_same_both_ways(tmp_path: Path) -> None:
    reference = {"medicationCodeableConcept": None, "medicationReference": {"reference": "Medication/m"}}
    broken: list[Resource | str] = ["{", "[1]", "", '{"resourceType": "Observation"}']
    lines: dict[str, list[Resource | str]] = {
        "Observation": [*weights("p1"), *weights("p2"), *broken],
        "Patient": [patient() | {"id": "p1"}, {"resourceType": "Patient", "id": "p3", "birthDate": "x"}],
        "MedicationRequest": numbered([medicine()] * 5 + [medicine(**reference)], "p1"),
        "Medication": [{"resourceType": "Medication", "id": "m", "code": concept("1364430", RXNORM)}],
        "Condition": numbered([condition(), condition(abatementDateTime="2026-02"), condition()], "p1"),
    }
    _, odd, problems = both_ways(written(tmp_path / "odd", lines))
    assert odd > 20
    assert {"S340", "S341", "S342", "S343", "S344", "S345", "S346", "S349"} <= set(problems.counts())
