"""What must not wait: escalating outcomes that are decided, and those that cannot be excluded yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from veinway.engine.ask import OpenFact
from veinway.engine.assessment import Assessment, TableReading
from veinway.language import Direction, Row
from veinway.language.values import Truth


@dataclass(frozen=True, slots=True)
class NotExcluded:
    """An escalating row that may hold, and the open facts of its condition, the best question first."""

    row: Row
    asked: tuple[OpenFact, ...]


def at_once(assessment: Assessment) -> tuple[Row, ...]:
    """Every escalating outcome that is decided, once."""
    found = [
        row for reading in assessment.tables for row in escalating(reading) if reading.found.decided
    ]
    for step in assessment.steps:
        conclusion = step.found.conclusion
        if step.found.applies is Truth.YES and conclusion is not None and conclusion.decided:
            found += [row for row in conclusion.rows if row.then.direction is Direction.ESCALATES]
    return tuple({row.then.text: row for row in found}.values())


def not_excluded(assessment: Assessment) -> tuple[NotExcluded, ...]:
    """Every escalating outcome of a table that is still possible, once; never as if it were decided."""
    found: dict[str, NotExcluded] = {}
    for reading in assessment.tables:
        for row in () if reading.found.decided else escalating(reading):
            if row.then.text not in found:
                found[row.then.text] = NotExcluded(row, tuple(_asked(reading, row)))
    return tuple(found.values())


def escalating(reading: TableReading) -> list[Row]:
    """The rows of a table that may still decide, and escalate."""
    return [row for row in reading.found.rows if row.then.direction is Direction.ESCALATES]


def _asked(reading: TableReading, row: Row) -> Iterator[OpenFact]:
    checks = [part for part in reading.found.because if part.of is row.when]
    facts = {getattr(found.of, "key", "") for check in checks for found in check.walk()}
    return (part for part in reading.open.matters if part.key in facts)
