"""One patient with a very long record: a bundle of many megabytes, and one of many matching records."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from fhir_snippets import OWN, concept, observation, patient
from veinway.care.knowledge import KNOWLEDGE
from veinway.language.values import Interval
from veinway.records.bundle import BundleReading, read_bundle

AT = datetime(2026, 6, 30, tzinfo=UTC)
LINE = 2_000
"""Bytes of a filler record, about."""


def reading(given: Path | dict[str, Any]) -> BundleReading:
    return read_bundle(given, knowledge=KNOWLEDGE, episode=KNOWLEDGE.episodes[0], at=AT)


def bundle(*resources: dict[str, Any]) -> dict[str, Any]:
    entries = [{"resource": {**each, "id": str(number)}} for number, each in enumerate(resources)]
    entries.insert(0, {"resource": patient()})
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def suspicion() -> dict[str, Any]:
    return observation(concept("leg_symptoms", OWN), effectiveDateTime="2026-05-31", valueBoolean=True)


def fillers(count: int) -> Iterator[dict[str, Any]]:
    """What no code list of these rules has."""
    note = [{"text": "x" * (LINE - 200)}]
    for number in range(count):
        yield observation("4548-4", valueQuantity={"value": number % 9, "unit": "%"}, note=note)


def check_size(tmp_path: Path, megabytes: int) -> None:
    file = tmp_path / "bundle.json"
    count = megabytes * 1_000_000 // LINE
    file.write_text(json.dumps(bundle(suspicion(), *fillers(count))), encoding="utf-8")
    assert file.stat().st_size > megabytes * 1_000_000
    found = reading(file)
    assert found.episode_found
    assert [subject.side for subject in found.subjects] == [""]


def test_a_bundle_of_20_megabytes_is_read(tmp_path: Path) -> None:
    check_size(tmp_path, 20)


@pytest.mark.nightly
def test_a_bundle_of_200_megabytes_is_read(tmp_path: Path) -> None:
    check_size(tmp_path, 200)


def weights(count: int) -> Iterator[dict[str, Any]]:
    """A weight every six minutes, the last one of 80 kg."""
    for number in range(count):
        moment = datetime(2026, 5, 31, tzinfo=UTC) - timedelta(minutes=6 * number)
        value = {"value": 80 + number % 40, "unit": "kg", "code": "kg"}
        started = {"effectiveDateTime": moment.isoformat(), "valueQuantity": value}
        yield observation(concept("body_weight", OWN), **started)


def seconds(count: int) -> float:
    given = bundle(suspicion(), *weights(count))
    start = time.process_time()
    [subject] = reading(given).subjects
    assert subject.situation.facts["body_weight"].value == Interval(800, 800)
    return time.process_time() - start


def test_many_matching_records_take_time_in_proportion() -> None:
    seconds(10)
    assert seconds(8_000) < 12 * seconds(2_000) + 1
