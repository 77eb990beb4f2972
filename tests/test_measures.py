"""What a report measures, in words, and the measures of hospitals on records."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from fhir_snippets import OPTION, OWN, SNOMED, condition, medicine, observation, patient, resource
from test_schemas import problems
from veinway.care.quality.in_report import LEFT_OUT
from veinway.care.service_measures import GROUPS

STAY = {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "IMP"}
GIVEN = {"status": "completed", "authoredOn": None}


def test_every_measure_is_told_in_words_with_its_source(run: Run) -> None:
    answer = run("measures", "--json").document
    assert problems("measures", answer) == []
    told = {each["key"]: each for group in answer["groups"] for each in group["measures"]}
    assert list(told) == [measure.key for group in GROUPS for measure in group.measures]
    assert all(each["of"] and (each["kind"] != "share" or each["met"]) for each in told.values())
    hat = told["hospital_acquired_of_clots"]
    assert hat["source"]["tag"] == "local choice"
    assert any("90 days" in line for line in hat["met"])
    assert {each["key"] for each in answer["left_out"]} == {each.key for each in LEFT_OUT}


def test_the_list_and_one_measure_can_be_read(run: Run) -> None:
    text = " ".join(run("measures").out.split())
    assert "Stockings prescribed after a DVT: a large trial" in text
    assert "signed off by a clinician" in text
    one = " ".join(run("measures", "risk_assessment_in_14_hours").out.split())
    assert "840 min" in one
    assert "Knowledge edition" in one


def test_what_is_looked_at_when_a_period_ends_is_said_to_be(run: Run) -> None:
    said = " ".join(run("measures", "on_warfarin").out.split())
    assert "in the 90 days up to the end of the period" in said
    assert "first suspicion" in run("measures", "suspected_dvt").out


def test_a_measure_that_is_none_is_refused_with_those_that_are_near(run: Run) -> None:
    error = run("measures", "hospital_acquired_of_clot", "--json").document["error"]
    assert error["code"] == "I257"
    assert "hospital_acquired_of_clots" in error["todo"]


# On records ---------------------------------------------------------------------------------------


def stay(start: str, end: str) -> dict[str, Any]:
    return resource(
        "Encounter", status="finished", period={"start": start, "end": end}, **{"class": STAY}
    )


def assessed(at: str, option: str = "medicine_needed") -> dict[str, Any]:
    said = {"coding": [{"system": OPTION, "code": option}]}
    code = {"coding": [{"system": OWN, "code": "vte-risk-assessment"}]}
    return observation(code, effectiveDateTime=at, valueCodeableConcept=said)


def dose(at: str) -> dict[str, Any]:
    return medicine("MedicationAdministration", effectiveDateTime=at, **GIVEN)


def embolism(day: str) -> dict[str, Any]:
    return condition("59282003", SNOMED, onsetDateTime=day)


def written(folder: Path, people: dict[str, list[dict[str, Any]]]) -> Path:
    folder.mkdir()
    lines: dict[str, list[str]] = {"Patient": []}
    for person, resources in people.items():
        lines["Patient"].append(json.dumps(patient(id=person)))
        for place, each in enumerate(resources):
            mine = each | {"subject": {"reference": f"Patient/{person}"}, "id": f"{person}-{place}"}
            lines.setdefault(each["resourceType"], []).append(json.dumps(mine))
    for kind, of_kind in lines.items():
        (folder / f"{kind}.ndjson").write_text("\n".join(of_kind) + "\n")
    return folder


@pytest.fixture
def hospital(tmp_path: Path) -> Path:
    day, nine = "2026-03-02T10:00:00Z", "2026-03-09T10:00:00Z"
    discharged = stay("2026-02-20T10:00:00Z", "2026-03-01T10:00:00Z")
    return written(
        tmp_path / "hospital",
        {
            "in-time": [stay(day, nine), assessed(day), dose("2026-03-03T00:00:00Z")],
            "late": [stay(day, nine), assessed(day), dose("2026-03-03T00:01:00Z")],
            "no-dose": [stay(day, nine), assessed(day)],
            "not-needed": [stay(day, nine), assessed(day, "no_medicine_needed")],
            "day-90": [discharged, embolism("2026-05-30")],
            "day-91": [discharged, embolism("2026-05-31")],
        },
    )


def measures(answer: dict[str, Any]) -> dict[str, Any]:
    return {each["key"]: each for group in answer["groups"] for each in group["measures"]}


def test_a_stay_without_a_dose_on_record_leaves_the_share_open(run: Run, hospital: Path) -> None:
    found = measures(run("report", hospital, "--period", "2026-01..2026-06", "--json").document)
    started = found["prophylaxis_in_14_hours"]
    # Late is late; of the others another assessment, or a dose, may not be on record.
    assert (started["of"], started["met"]) == ([3, 6], [1, 5])
    assert found["risk_assessment_in_14_hours"]["of"] == [6, 6]
    assert found["risk_assessment_in_14_hours"]["met"] == [4, 6]
    acquired = found["hospital_acquired_of_clots"]
    assert (acquired["of"], acquired["met"]) == ([2, 2], [1, 2])
    # No record says what this indicator asks, so that it cannot be computed of anybody.
    assert found["psi_12"]["of"] == [0, 6]


def test_where_a_site_records_all_of_it_the_numbers_are_exact(
    run: Run, hospital: Path, tmp_path: Path
) -> None:
    keys = ("hospital_stay", "hospital_discharge", "prophylactic_dose", "vte_risk_assessment")
    profile = tmp_path / "veinway.toml"
    profile.write_text("".join(f'[coverage.{key}]\nbecause = "all of it is recorded"\n' for key in keys))
    period = ("--period", "2026-01..2026-06", "--profile", profile)
    found = measures(run("report", hospital, *period, "--json").document)
    assert found["prophylaxis_in_14_hours"]["of"] == [3, 3]
    assert found["prophylaxis_in_14_hours"]["percent"] == [33.3, 33.3]
    assert found["risk_assessment_in_14_hours"]["met"] == [4, 4]
    assert found["hospital_acquired_of_clots"]["percent"] == [50.0, 50.0]


def filter_event(day: date, what: str) -> dict[str, Any]:
    code, asked = ({"coding": [{"system": OWN, "code": each}]} for each in ("filter_event", "what"))
    said = {"coding": [{"system": OPTION, "code": what}]}
    part = {"code": asked, "valueCodeableConcept": said}
    return observation(code, effectiveDateTime=day.isoformat(), component=[part])


def test_filters_are_counted_of_placed_of_eligible_and_of_attempts(run: Run, tmp_path: Path) -> None:
    """Example 63: 100 placed, 70 eligible, 60 attempted, 50 removed."""
    placed = date(2026, 1, 10)
    later = ["retrieved"] * 50 + ["attempt_failed"] * 10 + ["permanent"] * 30 + [""] * 10
    people = {
        f"f{number}": [
            condition("59282003", SNOMED, onsetDateTime="2026-01-09"),
            filter_event(placed, "inserted"),
            *([filter_event(placed + timedelta(days=40), what)] if what else []),
        ]
        for number, what in enumerate(later)
    }
    source, profile = written(tmp_path / "filters", people), tmp_path / "veinway.toml"
    profile.write_text('[coverage.filter_event]\nbecause = "all filters are recorded"\n')
    period = ("--period", "2026-01..2026-03", "--profile", profile)
    found = measures(run("report", source, *period, "--json").document)
    assert found["filters_removed_of_placed"]["percent"] == [50.0, 50.0]
    assert found["filters_removed_of_eligible"]["percent"] == [71.4, 71.4]
    assert found["filters_removed_of_attempts"]["percent"] == [83.3, 83.3]
