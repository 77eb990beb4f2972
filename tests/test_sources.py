"""Finding the input, what is refused, and what is reported."""

from __future__ import annotations

import bz2
import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest

from fhir_snippets import (
    RXNORM,
    Resource,
    Told,
    concept,
    condition,
    observation,
    patient,
    rows,
)
from veinway.language.errors import SourceError
from veinway.records.flatten import flatten
from veinway.records.input_problems import Problems
from veinway.records.sources import open_source, read_bundle, the_only_patient

SYNTHEA = Path(__file__).parent / "data" / "synthea"


def write(file: Path, *resources: Resource) -> Path:
    text = "".join(json.dumps(one) + "\n" for one in resources)
    (gzip.open if file.suffix == ".gz" else open)(file, "wb").write(text.encode())  # type: ignore[operator]
    return file


def bundle(file: Path, *resources: Resource, **more: Any) -> Path:
    entries = [{"resource": one} for one in resources]
    file.write_text(
        json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries, **more})
    )
    return file


def test_an_export_may_be_in_many_files_packed_or_not(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    write(tmp_path / "Observation.ndjson", observation(id="a"))
    write(tmp_path / "Observation.000.ndjson.gz", observation(id="b"))
    write(tmp_path / "2.Condition.ndjson", condition(id="c"))
    write(tmp_path / "Patient.ndjson", patient())
    write(tmp_path / "Claim.ndjson", {"resourceType": "Claim"})
    (tmp_path / "manifest.json").write_text("{}")
    source = open_source(tmp_path)
    problems = flatten(connection, source)
    assert source.kind == "ndjson"
    assert {row.resource for row in rows(connection)} == {
        "Observation/a",
        "Observation/b",
        "Condition/c",
        "Patient/p",
    }
    assert problems.counts() == {"S351": 1}
    assert str(problems.found[0].places[0]) == "Claim.ndjson"


def test_a_broken_line_is_counted_with_its_file_and_number(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    file = write(tmp_path / "Observation.ndjson", observation())
    file.write_text(file.read_text() + '\n{"resourceType": "Obs\n[1, 2]\n{"resourceType": "Foo"}\n')
    write(tmp_path / "Patient.ndjson", patient(), observation(id="y"))
    problems = flatten(connection, open_source(tmp_path))
    assert problems.counts() == {"S340": 1, "S341": 1, "S342": 1, "S343": 2}
    places = {problem.code: [str(place) for place in problem.places] for problem in problems.found}
    assert places["S340"][0].startswith("Observation.ndjson, line 3: ")
    assert places["S341"] == ["Observation.ndjson, line 4"]
    assert "Patient.ndjson, line 2: Observation/y: Observation" in places["S343"]
    assert len(rows(connection, "kind = 'observation'")) == 2


def test_only_the_first_places_of_a_problem_are_named(told: Told) -> None:
    told(*(observation(id=str(number), status="cancelled") for number in range(50)))
    [problem] = told.problems.found
    assert (problem.count, len(problem.places)) == (50, 20)


def test_one_bundle_and_the_same_patient_as_files_give_the_same_rows(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    [file, *_] = open_source(SYNTHEA).files
    resources = read_bundle(file).resources
    for kind in {one["resourceType"] for one in resources}:
        write(tmp_path / f"{kind}.ndjson", *(one for one in resources if one["resourceType"] == kind))
    flatten(connection, open_source(file))
    alone = rows(connection)
    flatten(connection, open_source(tmp_path))
    assert alone == rows(connection)
    assert len(alone) > 10


def test_a_full_url_is_resolved_to_the_patients_id(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    entries = [
        {"fullUrl": "urn:uuid:aaa", "resource": patient(id="ann")},
        {"fullUrl": "urn:uuid:bbb", "resource": observation(subject={"reference": "urn:uuid:aaa"})},
    ]
    file = tmp_path / "one.json"
    file.write_text(json.dumps({"resourceType": "Bundle", "entry": entries}))
    assert flatten(connection, open_source(file)) == Problems()
    assert {row.person for row in rows(connection)} == {"ann"}


def test_the_bundles_inside_a_bundle_are_opened(tmp_path: Path) -> None:
    inner = {"resourceType": "Bundle", "entry": [{"resource": patient()}]}
    assert read_bundle(bundle(tmp_path / "b.json", inner)).resources == [patient()]


def test_a_bundle_that_is_one_page_of_several_is_reported(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    more = [{"relation": "next", "url": "https://example.org/2"}]
    file = bundle(tmp_path / "b.json", patient(), link=more)
    assert flatten(connection, open_source(file)).counts() == {"S352": 1}


def test_a_bundle_with_two_patients_is_split_for_a_cohort_and_named_for_one(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    file = bundle(tmp_path / "b.json", patient(id="ann"), patient(id="bob"))
    flatten(connection, open_source(tmp_path))
    assert {row.person for row in rows(connection)} == {"ann", "bob"}
    with pytest.raises(SourceError, match="ann, bob") as caught:
        the_only_patient(read_bundle(file))
    assert caught.value.code == "S319"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("b.json", b"{", "S313"),
        ("b.json", b"[]", "S314"),
        ("b.json", b'{"resourceType": "Patient"}', "S314"),
        ("b.json", b'{"resourceType": "Bundle", "entry": []}', "S315"),
        ("b.json", b'{"resourceType": "Bundle", "fhirVersion": "3.0.2", "entry": []}', "S316"),
        ("b.json.gz", b"not packed", "S318"),
        ("b.json.bz2", bz2.compress(b"{}" * 10)[:20], "S318"),
    ],
)
def test_a_bundle_that_cannot_be_used_is_refused_by_name(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError) as caught:
        read_bundle(tmp_path / name)
    assert (caught.value.code, caught.value.where) == (code, name)


@pytest.mark.parametrize(
    "other",
    [
        {"resourceType": "Encounter", "class": [concept("IMP", "x")]},
        {"resourceType": "MedicationRequest", "medication": {"concept": concept("1", RXNORM)}},
        {"resourceType": "Condition", "clinicalStatus": "active"},
        {"resourceType": "Procedure", "notDone": False},
        {"resourceType": "Patient", "meta": {"profile": ["http://hl7.org/fhir/STU3/x"]}},
    ],
)
def test_another_fhir_version_is_told_by_its_shapes(tmp_path: Path, other: Resource) -> None:
    with pytest.raises(SourceError, match="S316"):
        read_bundle(bundle(tmp_path / "b.json", patient(), other))
    write(tmp_path / f"{other['resourceType']}.ndjson", other)
    with pytest.raises(SourceError, match="S316"):
        open_source(tmp_path)


def test_a_bundle_too_large_for_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("veinway.records.sources.LARGEST_BUNDLE", 100)
    with pytest.raises(SourceError, match="S317"):
        read_bundle(bundle(tmp_path / "b.json", *[patient()] * 5))


def test_a_line_too_long_is_an_error_that_says_so(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    write(tmp_path / "Observation.ndjson", observation(note="x" * 70_000_000))
    with pytest.raises(SourceError, match="S320"):
        flatten(connection, open_source(tmp_path))


@pytest.mark.parametrize(
    ("name", "code"), [("nowhere", "S310"), ("empty", "S311"), ("notes.txt", "S312")]
)
def test_a_path_that_holds_no_records_is_refused(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(SourceError) as caught:
        open_source(tmp_path / name)
    assert caught.value.code == code


def counted_in_python() -> Counter[str]:
    """How often each thing occurs in the bundles, counted without any of our code."""
    wanted = {
        "48065-7": "d-dimer",
        "6301-6": "inr",
        "2160-0": "creatinine",
        "38483-4": "creatinine",
        "132281000119108": "dvt",
        "706870000": "pulmonary-embolism",
        "855332": "anticoagulant",
        "854235": "anticoagulant",
        "854252": "anticoagulant",
    }
    found: Counter[str] = Counter()
    for file in SYNTHEA.glob("*.bz2"):
        entries = json.loads(bz2.decompress(file.read_bytes()))["entry"]
        by_url = {entry["fullUrl"]: entry["resource"] for entry in entries}
        for one in by_url.values():
            medicine = by_url.get(one.get("medicationReference", {}).get("reference"), {})
            named = one.get("medicationCodeableConcept") or medicine.get("code") or one.get("code", {})
            if one["resourceType"] != "Medication" and isinstance(named, dict):
                found.update(wanted[c["code"]] for c in named.get("coding", []) if c["code"] in wanted)
    return found


def test_the_synthetic_bundles_hold_what_a_plain_count_finds(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    problems = flatten(connection, open_source(SYNTHEA), time_zone="Europe/London")
    expected = counted_in_python()
    found = Counter(name for row in rows(connection) for name in row.concept.split() if name in expected)
    assert found == expected
    assert set(expected) == {
        "d-dimer",
        "inr",
        "creatinine",
        "dvt",
        "pulmonary-embolism",
        "anticoagulant",
    }
    assert problems == Problems()


def test_a_resource_in_another_type_s_file_is_read_for_what_it_is(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    allergy = {
        "resourceType": "AllergyIntolerance",
        "id": "allergy",
        "patient": {"reference": "Patient/p"},
        "code": {"coding": [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "11289"}]},
    }
    result = observation(id="stray", valueQuantity={"value": 2.5, "unit": "1"})
    write(tmp_path / "MedicationRequest.ndjson", allergy, result)
    write(tmp_path / "Patient.ndjson", patient())
    flatten(connection, open_source(tmp_path))
    found = {row.resource: row for row in rows(connection)}
    assert "AllergyIntolerance/allergy" not in found
    assert found["Observation/stray"].kind == "observation"
    assert float(found["Observation/stray"].value) == 2.5
