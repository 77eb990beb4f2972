"""The pathway with this patient's route lit: the routing, then the rows of one step.

The picture is drawn from the tables themselves, so that it cannot say anything else than they do; the
ordered list beside it says the same in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap
from typing import Any

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.engine.finding import TableFinding
from veinway.language import Row, Step, Table
from veinway.language.values import Truth
from veinway.show.citations import cite_words
from veinway.show.compare_words import heading_words
from veinway.show.reasons import why_not
from veinway.show.words import phrase
from veinway.web.sections.asking import leading
from veinway.web.sections.case import Case

WIDE, HIGH, GAP, LEFT = 250, 44, 14, 40
LETTERS = 30
"""So many letters fit into a line of a box."""
STATES = {
    "taken": ("●", "This is the route"),
    "open": ("▶", "Holds, if nothing above does"),
    "unknown": ("?", "Not known yet"),
    "ruled out": ("○", "Ruled out"),
}


@dataclass(frozen=True, slots=True)
class Branch:
    """One row of a table: where it leads, and whether this patient goes there."""

    number: int
    state: str
    sign: str
    said: str
    condition: str
    outcome: str
    lines: tuple[str, ...]
    source: str
    y: int


@dataclass(frozen=True, slots=True)
class Column:
    """One table as a column of branches."""

    label: str
    branches: tuple[Branch, ...]
    height: int

    @property
    def taken(self) -> Branch | None:
        return next((each for each in self.branches if each.state == "taken"), None)


def content(case: Case) -> dict[str, Any]:
    """The routing, the chosen step, and the other steps that could be shown."""
    here = leading(case.assessment)
    steps = {str(getattr(each.found.of, "key", "")): each.found for each in here}
    chosen = steps.get(case.query.get("of", "")) or next(iter(steps.values()), None)
    route = next(t.found for t in case.assessment.tables if t.found.of is DIAGNOSIS.rules["route"])
    step = None
    if chosen is not None and chosen.conclusion is not None and isinstance(chosen.of, Step):
        step = _column(chosen.of.label, chosen.conclusion)
    return {
        "route": _column("Where the patient belongs", route),
        "step": step,
        "steps": [(key, str(getattr(each.of, "label", ""))) for key, each in steps.items()],
        "chosen": getattr(chosen.of, "key", "") if chosen is not None else "",
        "not_for": _not_for(case),
        "states": STATES,
        "box": {"wide": WIDE, "high": HIGH, "left": LEFT},
    }


def _not_for(case: Case) -> list[tuple[str, list[str]]]:
    """The steps that are certainly not for this patient, by why."""
    reasons: dict[str, list[str]] = {}
    for reading in case.assessment.steps:
        if reading.found.applies is Truth.NO:
            label = str(getattr(reading.found.of, "label", ""))
            reasons.setdefault(why_not(reading.found), []).append(label)
    return list(reasons.items())


def _column(label: str, found: TableFinding) -> Column:
    table = found.of
    assert isinstance(table, Table)
    branches = tuple(_branches(table, found))
    return Column(label, branches, (HIGH + GAP) * len(branches) + GAP)


def _branches(table: Table, found: TableFinding) -> Iterator[Branch]:
    """One branch for each row; rows that follow each other to the same end are one."""
    grouped = groupby(table.rows, key=lambda row: row.then)
    for number, (outcome, rows) in enumerate(grouped, start=1):
        listed = list(rows)
        state = _state(found, listed)
        sign, said = STATES[state]
        conditions = [phrase(row.when) for row in listed if row.when is not None]
        yield Branch(
            number,
            state,
            sign,
            said,
            "; or ".join(conditions) or "none of the above",
            outcome.text,
            tuple(_box(heading_words(outcome))),
            "; ".join(dict.fromkeys(cite_words(row.cite) for row in listed)),
            GAP + (number - 1) * (HIGH + GAP),
        )


def _box(words: str) -> list[str]:
    lines = wrap(words, LETTERS)
    return lines if len(lines) < 3 else [lines[0], f"{lines[1][: LETTERS - 1]}…"]


def _state(found: TableFinding, rows: list[Row]) -> str:
    possible = [row for row in rows if row in found.rows]
    if not possible:
        return "ruled out"
    if found.collects:
        return "taken" if any(row in found.certain for row in possible) else "unknown"
    if found.decided and len(found.outcomes) == 1:
        return "taken"
    truths = {id(part.of): part.value for part in found.because}
    holds = any(truths.get(id(row.when)) is Truth.YES for row in possible)
    return "open" if holds else "unknown"
