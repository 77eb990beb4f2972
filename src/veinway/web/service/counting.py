"""Counts over episodes, by step, in which nobody can be recognised.

A number below five is never told, zero included: it is one of "fewer than 5". The standings of a step
add up to all episodes, whose number is told; where one of them is hidden, the next smallest is hidden
too, so that none follows from the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.language import Step
from veinway.show.citations import cite_words
from veinway.web.service.overview import Snapshot

SMALLEST = 5
STANDINGS = ("decided", "narrowed", "not computable", "may apply", "not for")


@dataclass(frozen=True, slots=True)
class StepCounts:
    """One step: how many episodes stand where; None where the number is hidden."""

    label: str
    source: str
    measure: bool
    standings: tuple[int | None, ...]
    due: int | None
    overdue: int | None


@dataclass(frozen=True, slots=True)
class Counts:
    """Of how many episodes, and each step of which at least one number may be told."""

    open: int | None
    closed: int | None
    failed: int | None
    steps: tuple[StepCounts, ...]
    hidden: int
    """How many steps are left out because nothing of them may be told."""


def counted(found: Iterable[tuple[RowMapping, Snapshot]]) -> Counts:
    """Count what is known of the episodes."""
    pairs = list(found)
    standings: dict[str, Counter[str]] = {}
    for _, snapshot in pairs:
        for each in snapshot.steps:
            counter = standings.setdefault(each.step, Counter())
            counter[each.standing] += 1
            counter["due"] += each.due
            counter["overdue"] += each.overdue
    closed = sum(row["closed_at"] is not None for row, _ in pairs)
    failed = sum(bool(snapshot.problem) for _, snapshot in pairs)
    rows = [_row(key, standings[key]) for key in DIAGNOSIS.rules if key in standings]
    told = [each for each in rows if any(each.standings[:3]) or each.due or each.overdue]
    return Counts(
        open=shown(len(pairs) - closed),
        closed=shown(closed),
        failed=shown(failed),
        steps=tuple(told),
        hidden=len(rows) - len(told),
    )


def _row(key: str, counter: Counter[str]) -> StepCounts:
    step: Any = DIAGNOSIS.rules[key]
    assert isinstance(step, Step)
    return StepCounts(
        step.label,
        cite_words(step.source),
        "measure_met" in step.conclusion.option_keys(),
        hidden_together([counter[each] for each in STANDINGS]),
        shown(counter["due"]),
        shown(counter["overdue"]),
    )


def shown(number: int) -> int | None:
    """The number, None where it is too small to be told."""
    return number if number >= SMALLEST else None


def hidden_together(numbers: list[int]) -> tuple[int | None, ...]:
    """Parts of a sum that is told: small ones are hidden, and never only one."""
    told = [shown(number) for number in numbers]
    if told.count(None) == 1:
        smallest = min((number for number in told if number is not None), default=None)
        if smallest is not None:
            told[told.index(smallest)] = None
    return tuple(told)
