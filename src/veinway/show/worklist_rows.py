"""Lines of work lists as rows: for programs, as CSV, and as FHIR Tasks."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from veinway.engine.duties import Entry
from veinway.show.citations import cite_words
from veinway.show.json_answers import moment

Row = dict[str, Any]
COLUMNS = ("list", "person", "side", "state", "what", "text", "from", "by", "rule", "source", "missing")
_STATUS = {"requested": "accepted"}
"""FHIR's word for a task that was ordered; all others are requested."""


def row_of(entry: Entry) -> Row:
    """One line: which list, who, which leg, what, since and by when, by which rule, what is missing."""
    duty = entry.duty
    unit = "minute" if duty.minutes else "day"
    return {
        "list": duty.list.key,
        "person": entry.person,
        "side": entry.side,
        "state": duty.state,
        "what": duty.what,
        "text": duty.text,
        "from": None if duty.first is None else moment(duty.first, unit),
        "by": None if duty.last is None else moment(duty.last, unit),
        "rule": duty.step.key,
        "source": cite_words(duty.cite),
        "missing": list(duty.missing),
    }


def write_csv(entries: Iterable[Entry], file: Path) -> None:
    """One line an entry, with a header."""
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        for entry in entries:
            row = row_of(entry)
            writer.writerow({**row, "missing": " ".join(row["missing"])})


def write_tasks(entries: Iterable[Entry], file: Path, at: datetime) -> None:
    """One FHIR R4 Task a line (NDJSON)."""
    with file.open("wb") as stream:
        for number, entry in enumerate(entries, start=1):
            stream.write(orjson.dumps(task_of(entry, number, at)) + b"\n")


def task_of(entry: Entry, number: int, at: datetime) -> Row:
    """A FHIR R4 Task: what is to be done, for whom, by when, and by which rule."""
    row = row_of(entry)
    period = {name: _fhir(row[key]) for name, key in (("start", "from"), ("end", "by")) if row[key]}
    stamp = at if at.tzinfo else at.replace(tzinfo=UTC)
    task = {
        "resourceType": "Task",
        "id": f"veinway-{number}",
        "status": _STATUS.get(row["state"], "requested"),
        "intent": "proposal",
        "priority": "urgent" if row["state"] == "overdue" else "routine",
        "code": {
            "coding": [{"system": "https://veinway.org/fhir/act", "code": row["what"]}],
            "text": row["text"],
        },
        "description": row["text"],
        "for": {"reference": _reference(entry.person)},
        "authoredOn": stamp.isoformat(),
        "groupIdentifier": {"system": "https://veinway.org/fhir/worklist", "value": row["list"]},
        "note": [{"text": f"{row['rule']}: {row['source']}"}],
    }
    return {**task, "restriction": {"period": period}} if period else task


def _fhir(moment: str) -> str:
    """A day, or an instant with the seconds that FHIR wants."""
    return moment.replace("Z", ":00Z")


def _reference(person: str) -> str:
    return person if "/" in person else f"Patient/{person}"
