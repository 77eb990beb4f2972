"""The command line on one patient's bundle."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bundles import PATIENT, SYMPTOM, Resource, bundle, persons, resources_of
from command_line import Run

AT = "2026-03-31"


# One bundle -------------------------------------------------------------------------------------


def test_a_bundle_is_assessed_with_its_records_as_evidence(run: Run, people: Path) -> None:
    answer = run(
        "assess", "-", "--json", "--at", AT, stdin=bundle(*resources_of(people, persons(people)[0]))
    )
    assert answer.status == 0
    found = answer.lines[0]
    evidence = [one for fact in found["facts"] for one in fact["evidence"]]
    assert found["id"] == persons(people)[0]
    assert found["at"] == "2026-03-31T23:59Z"
    assert any(one["resource"].startswith("Observation/") for one in evidence)


def test_a_page_shows_the_resource_the_date_and_the_value_as_recorded_and_as_used(run: Run) -> None:
    height = {
        "resourceType": "Observation",
        "id": "o1",
        "status": "final",
        "subject": {"reference": "Patient/p1"},
        "code": {"coding": [{"system": "http://loinc.org", "code": "8302-2"}]},
        "effectiveDateTime": "2026-03-04T09:40:00Z",
        "valueQuantity": {
            "value": 1.75,
            "unit": "m",
            "system": "http://unitsofmeasure.org",
            "code": "m",
        },
    }
    weight = json.loads(json.dumps(height)) | {
        "id": "o2",
        "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]},
        "valueQuantity": {"value": 80, "code": "kg", "system": "http://unitsofmeasure.org"},
    }
    page = run("assess", "-", "--at", "2026-03-05", stdin=bundle(PATIENT, SYMPTOM, height, weight)).out
    line = next(line for line in page.splitlines() if line.strip().startswith("Body height"))
    assert "175 cm" in line
    assert "1.75 m" in line
    assert "Observation/o1" in line
    assert "2026-03-04" in page


def test_what_was_recorded_after_at_is_not_seen(run: Run) -> None:
    before = run("assess", "-", "--json", "--at", "2026-03-03", stdin=bundle(PATIENT, SYMPTOM)).lines[0]
    after = run("assess", "-", "--json", "--at", "2026-03-05", stdin=bundle(PATIENT, SYMPTOM)).lines[0]
    assert [problem["code"] for problem in before["problems"]] == ["W420"]
    assert after["problems"] == []
    assert after["index"] == "2026-03-04"


WRONG_BUNDLES = {
    "an empty bundle": (bundle(), "S315"),
    "a bundle of two patients": (bundle(PATIENT, PATIENT | {"id": "p2"}), "S319"),
    "a bundle without a patient": (bundle(SYMPTOM), "S319"),
    "a resource that is no bundle": (json.dumps(PATIENT), "S314"),
    "another version, as it says": (bundle(PATIENT, fhirVersion="5.0.0"), "S316"),
    "another version, by its shapes": (
        bundle(PATIENT, {"resourceType": "Encounter", "id": "e", "class": [{"text": "inpatient"}]}),
        "S316",
    ),
}


@pytest.mark.parametrize(("text", "code"), WRONG_BUNDLES.values(), ids=WRONG_BUNDLES)
def test_a_bundle_that_cannot_be_used_says_why(run: Run, text: str, code: str) -> None:
    answer = run("assess", "-", "--at", AT, "--json", stdin=text)
    assert answer.status == 2
    assert answer.lines[0]["error"]["code"] == code
    in_words = run("assess", "-", "--at", AT, stdin=text)
    assert f"[{code}]" in in_words.err
    assert "Traceback" not in in_words.err


def test_ndjson_given_as_one_patient_points_to_cohort(run: Run) -> None:
    answer = run("assess", "-", stdin=f"{json.dumps(PATIENT)}\n{json.dumps(SYMPTOM)}\n")
    assert answer.status == 2
    assert "veinway cohort" in answer.err


def test_a_packed_bundle_is_unpacked(run: Run, tmp_path: Path) -> None:
    import gzip

    file = tmp_path / "patient.json.gz"
    file.write_bytes(gzip.compress(bundle(PATIENT, SYMPTOM).encode()))
    assert run("assess", file, "--at", AT, "--json").lines[0]["id"] == "p1"


# Coverage ---------------------------------------------------------------------------------------

COVERED = """
[coverage.surgery]
because = "every operation of the region is recorded here"
[coverage.active_cancer]
because = "the cancer register is complete"
"""


def test_coverage_is_a_presumption_that_a_strict_reading_does_without(run: Run, tmp_path: Path) -> None:
    profile = tmp_path / "veinway.toml"
    profile.write_text(COVERED)
    text = bundle(PATIENT, SYMPTOM)
    plain = run("assess", "-", "--json", "--at", AT, stdin=text).lines[0]
    covered = run("assess", "-", "--json", "--at", AT, "--profile", profile, stdin=text).lines[0]
    strict = run(
        "assess", "-", "--json", "--at", AT, "--profile", profile, "--strict", stdin=text
    ).lines[0]
    both = {"surgery", "active_cancer"}
    assert both <= unknown_of(plain)
    assert not both & unknown_of(covered)
    assert both <= unknown_of(strict)
    assert "every operation of the region is recorded here" in str(covered["presumptions"])
    assert "every operation" not in str(strict["presumptions"])


def unknown_of(answer: Resource) -> set[str]:
    """What is not known below the Wells score."""
    score = next(score for score in answer["scores"] if score["score"] == "wells_dvt")
    questions = [question["fact"] for question in score["open"]["questions"]]
    return {*questions, *score["open"]["without_effect"]}
