"""Bundles read one by one say the same as the same patients read in bulk."""

from __future__ import annotations

import bz2
import json
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from veinway.care.chapters.diagnosis import DIAGNOSIS as KNOWLEDGE
from veinway.care.episodes import SUSPECTED_VTE
from veinway.engine.doubt import in_doubt
from veinway.engine.planes import cells, doubt_column
from veinway.language.values import History, Situation
from veinway.made_up import synthesise
from veinway.records.bundle import BundleReading, read_bundle
from veinway.records.cohort_facts import extract
from veinway.records.flatten import flatten
from veinway.records.profile import Coverage
from veinway.records.sources import open_source

OURS = "https://veinway.org/fhir/fact"
OPTIONS = "https://veinway.org/fhir/option"
AT = datetime(2026, 6, 30, 12, tzinfo=UTC)
COVERAGE = {"surgery": Coverage("all operations"), "active_cancer": Coverage("cancer registry")}
Bundle = dict[str, Any]


def planes_one_by_one(bundles: list[Bundle]) -> dict[tuple[str, str], dict[str, Any]]:
    """Of every subject with an episode, its cells and its events."""
    found = {}
    for bundle in bundles:
        reading = one(bundle)
        for subject in reading.subjects if reading.episode_found else ():
            found[reading.person, subject.side] = _cells(subject.situation)
    return found


def one(bundle: Bundle) -> BundleReading:
    return read_bundle(
        bundle,
        knowledge=KNOWLEDGE,
        episode=SUSPECTED_VTE,
        at=AT,
        time_zone="Europe/London",
        coverage=COVERAGE,
    )


def _cells(situation: Situation) -> dict[str, Any]:
    row: dict[str, Any] = {
        "index": situation.index,
        "at": situation.at,
        "index_minute": situation.index_minute,
        "at_minute": situation.at_minute,
    }
    for fact in KNOWLEDGE.facts.values():
        known = situation.facts.get(fact.key)
        # What coverage makes known is known: nobody asks any more what is on record.
        if fact.key not in COVERAGE:
            row[doubt_column(fact.key)] = in_doubt(fact, known)
        row |= cells(fact, known.value if known else fact.anything)
    for event in KNOWLEDGE.events.values():
        history = situation.histories.get(event.key, History())
        row[f"{event.key}.complete"] = bool(history.complete)
        row[f"{event.key} events"] = sorted(
            str(
                sorted(
                    {
                        "day.low": happened.day.low,
                        "day.high": happened.day.high,
                        "minute.low": happened.minute.low,
                        "minute.high": happened.minute.high,
                        "certain": happened.certain,
                        **{
                            name: cell
                            for fact in event.attributes
                            for name, cell in cells(fact, happened.attributes[fact.key]).items()
                        },
                    }.items()
                )
            )
            for happened in history.events
        )
    return row


def planes_in_bulk(folder: Path, most: int) -> dict[tuple[str, str], dict[str, Any]]:
    """The same, from a folder of NDJSON files."""
    connection = duckdb.connect()
    flatten(connection, open_source(folder), time_zone="Europe/London", evidence=False)
    found = {}
    pieces = extract(
        connection,
        knowledge=KNOWLEDGE,
        episode=SUSPECTED_VTE,
        at=AT,
        time_zone="Europe/London",
        coverage=COVERAGE,
        most=most,
    )
    for piece in pieces:
        assert piece.checked().height <= most
        events: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        for key, frame in piece.events.items():
            for event in frame.iter_rows(named=True):
                events[key][event.pop("row")].append(str(sorted(event.items())))
        for number, row in enumerate(piece.frame.iter_rows(named=True)):
            for key in KNOWLEDGE.events:
                row[f"{key} events"] = sorted(events[key][number])
            for key in COVERAGE:
                row.pop(doubt_column(key), None)
            found[row.pop("person"), row.pop("side")] = row
    return found


def write_ndjson(bundles: list[Bundle], folder: Path) -> Path:
    """The resources of all bundles, one file a type, references to full URLs resolved."""
    lines: dict[str, list[str]] = defaultdict(list)
    for bundle in bundles:
        text = json.dumps(bundle)
        for entry in bundle["entry"]:
            name = f"{entry['resource']['resourceType']}/{entry['resource']['id']}"
            text = text.replace(json.dumps(entry.get("fullUrl", name)), json.dumps(name))
        for entry in json.loads(text)["entry"]:
            resource = entry["resource"]
            lines[resource["resourceType"]].append(json.dumps(resource))
    folder.mkdir()
    for kind, resources in lines.items():
        (folder / f"{kind}.ndjson").write_text("\n".join(resources) + "\n")
    return folder


# The patients -------------------------------------------------------------------------------------


def observation(key: str, when: str, **more: Any) -> Bundle:
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": OURS, "code": key}]},
        "effectiveDateTime": when,
        **more,
    }


def option(key: str) -> Bundle:
    return {"valueCodeableConcept": {"coding": [{"system": OPTIONS, "code": key}]}}


def component(key: str, value: Bundle) -> Bundle:
    return {"code": {"coding": [{"system": OURS, "code": key}]}, **value}


def bundle(person: str, *resources: Bundle) -> Bundle:
    patient = {"resourceType": "Patient", "id": person, "gender": "female", "birthDate": "1961-02"}
    subject = {"reference": f"Patient/{person}"}
    entries = [{"resource": patient}]
    for number, resource in enumerate(resources):
        entries.append({"resource": {**resource, "id": f"{person}-{number}", "subject": subject}})
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def left(truth: bool) -> Bundle:
    return {"valueBoolean": truth, "bodySite": {"coding": [{"display": "left leg"}]}}


def right(truth: bool) -> Bundle:
    return {"valueBoolean": truth, "bodySite": {"coding": [{"display": "right leg"}]}}


def patients() -> list[Bundle]:
    """Patients with findings that Synthea does not write: legs, scans, operations, comparators."""
    suspicion = observation("leg_symptoms", "2026-05-31T09:00:00+01:00", valueBoolean=True)
    scan = observation(
        "leg_scan",
        "2026-06-01T14:00:00Z",
        component=[
            component("result", option("dvt_proximal")),
            component("segment", option("popliteal")),
        ],
    )
    d_dimer = {
        **observation("x", "2026-05-31T10:00:00Z"),
        "code": {"coding": [{"system": "http://loinc.org", "code": "48065-7"}]},
        "valueQuantity": {"value": 500, "comparator": "<", "unit": "ng/mL FEU"},
    }
    cancer = {
        "resourceType": "Condition",
        "code": {"coding": [{"system": "http://snomed.info/sct", "code": "363346000"}]},
        "onsetDateTime": "2026-01",
        "recordedDate": "2026-02-01",
    }
    operation = {
        "resourceType": "Procedure",
        "status": "completed",
        "code": {"coding": [{"system": "http://snomed.info/sct", "code": "88039007"}]},
        "performedDateTime": "2026-05-20",
    }
    weight = observation(
        "body_weight", "2026-05-31", valueQuantity={"value": 80.25, "unit": "kg", "code": "kg"}
    )
    swollen = "entire_leg_swollen"
    return [
        bundle("nobody"),
        bundle("one", suspicion, d_dimer, cancer, operation, weight),
        bundle("two", suspicion, observation(swollen, "2026-05-31", **left(True)), scan),
        bundle(
            "three",
            suspicion,
            observation(swollen, "2026-05-31", **left(True)),
            observation(swollen, "2026-05-31", **right(False)),
        ),
        bundle(
            "four",
            suspicion,
            observation("calf_difference", "2026-05-31", valueQuantity={"value": 3, "unit": "furlong"}),
            observation(swollen, "2026-05-31T09:00:00Z", valueBoolean=True),
            observation(swollen, "2026-05-31T09:00:00Z", valueBoolean=False),
        ),
    ]


@pytest.mark.parametrize("most", [100_000, 2])
def test_patients_one_by_one_are_the_same_in_bulk(tmp_path: Path, most: int) -> None:
    alone = planes_one_by_one(patients())
    together = planes_in_bulk(write_ndjson(patients(), tmp_path / "bulk"), most)
    assert sorted(alone) == [
        ("four", ""),
        ("one", ""),
        ("three", "left"),
        ("three", "right"),
        ("two", ""),
    ]
    assert alone == together


def test_what_a_bundle_says_arrives_in_the_situation() -> None:
    """So that the comparison above does not compare two empty things."""
    found = planes_one_by_one(patients())
    first = found["one", ""]
    assert (first["d_dimer.low"], first["d_dimer.high"]) == (0, 4999)
    assert (first["body_weight.low"], first["body_weight.high"]) == (802, 803)
    assert (first["active_cancer.yes"], first["active_cancer.no"]) == (True, False)
    assert "('major.no', False)" in first["surgery events"][0]
    assert found["two", ""]["leg_scan events"]
    assert found["three", "left"]["entire_leg_swollen.no"] is False
    assert found["three", "right"]["entire_leg_swollen.yes"] is False


SYNTHEA = sorted((Path(__file__).parent / "data").rglob("*.json.bz2"))


def test_synthea_s_records_one_by_one_are_the_same_in_bulk(tmp_path: Path) -> None:
    bundles = [json.loads(bz2.decompress(file.read_bytes())) for file in SYNTHEA]
    for each in bundles:
        for entry in each["entry"]:
            entry["resource"].setdefault("id", entry["fullUrl"].rpartition(":")[2])
    alone = planes_one_by_one(bundles)
    assert len(alone) >= 3
    assert alone == planes_in_bulk(write_ndjson(bundles, tmp_path / "bulk"), 100_000)


def bundles_of(folder: Path) -> list[Bundle]:
    """A bundle for each patient of a folder of NDJSON files."""
    entries: dict[str, list[Bundle]] = defaultdict(list)
    for file in sorted(folder.glob("*.ndjson")):
        for line in file.read_text(encoding="utf-8").splitlines():
            resource = json.loads(line)
            whose = resource.get("subject", resource.get("patient", {})).get("reference", "")
            person = whose.rpartition("/")[2] or resource["id"]
            entries[person].append({"resource": resource})
    return [{"resourceType": "Bundle", "type": "collection", "entry": e} for e in entries.values()]


def test_made_up_patients_one_by_one_are_the_same_in_bulk(tmp_path: Path) -> None:
    folder = synthesise(25, 7, tmp_path / "made-up", missing=0.2, misleading=0.5).folder
    alone = planes_one_by_one(bundles_of(folder))
    assert len(alone) >= 25
    assert alone == planes_in_bulk(folder, 10)
