"""Every row of the clinical references, and where it is implemented or why it is not.

`care/reference/1.csv` to `4.csv` have a line a row of each reference: its section, its id, what
it is about, where it is, why not
(or what of it is left out). A place is one of

    rule                 a score, table, step or measure
    rule:part            its row, action, item number (#3) or band; "_" stands for a blank
    question:key         a question; question:key:guideline where that guideline is silent
    fact:key  event:key  parameter:key  law:key
    passage:key  term:key    of what patients are told
    file:name            a file of the package or of codes/, such as file:records/units.py
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from veinway.language import Score, Step, Table
from veinway.language.knowledge import Knowledge, Rule

FILES = ("1.csv", "2.csv", "3.csv", "4.csv")
FOLDER = "care/reference"
COLUMNS = ["section", "row", "about", "where", "because"]


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """One row of the reference; `where` is empty for one that no rule implements."""

    section: str
    row: str
    about: str
    where: tuple[str, ...]
    because: str


def shipped_rows() -> tuple[ReferenceRow, ...]:
    """The rows that come with this version, reference by reference."""
    folder = resources.files("veinway").joinpath(FOLDER)
    files = (folder.joinpath(name) for name in FILES)
    return tuple(row for each in files for row in read_rows(each.read_text(encoding="utf-8")))


def read_rows(text: str) -> tuple[ReferenceRow, ...]:
    """Rows from the text of a file."""
    return tuple(
        ReferenceRow(
            line["section"], line["row"], line["about"], tuple(line["where"].split()), line["because"]
        )
        for line in csv.DictReader(io.StringIO(text))
    )


def unknown_places(knowledge: Knowledge, row: ReferenceRow) -> list[str]:
    """The places of a row that do not exist."""
    return [place for place in row.where if not exists(knowledge, place)]


def exists(knowledge: Knowledge, place: str) -> bool:
    """Whether a place is there."""
    kind, _, key = place.partition(":")
    if kind in _KINDS:
        return _KINDS[kind](knowledge, key)
    if kind not in knowledge.rules:
        return False
    parts = {part.replace(" ", "_") for part in parts_of(knowledge.rules[kind])}
    return not key or key in parts


def parts_of(rule: Rule) -> Iterator[str]:
    """What of a rule can be named: rows, actions, items by their number, bands, outcomes."""
    match rule:
        case Score():
            yield from (f"#{number}" for number, _ in enumerate(rule.items, start=1))
            yield from (band.key for band in rule.bands)
        case Table():
            yield from (row.id for row in (*rule.rows, *rule.meanwhile))
            yield from (outcome.key for outcome in rule.outcomes)
        case Step():
            yield from parts_of(rule.conclusion)
            yield from (action.key for action in rule.plan)


def _question(knowledge: Knowledge, key: str) -> bool:
    name, _, guideline = key.partition(":")
    asked = knowledge.questions.get(name)
    if asked is None or not guideline:
        return asked is not None
    return any(each.guideline == guideline for each in asked.silent)


def _file(_: Knowledge, name: str) -> bool:
    package = Path(str(resources.files("veinway")))
    return (package / name).is_file() or any(
        (folder / name).is_file() for folder in (package / "_codes", package.parents[1] / "codes")
    )


_KINDS: dict[str, Callable[[Knowledge, str], bool]] = {
    "fact": lambda knowledge, key: key in knowledge.facts,
    "event": lambda knowledge, key: key in knowledge.events,
    "parameter": lambda knowledge, key: key in knowledge.parameters,
    "law": lambda knowledge, key: (
        key in {law.key for law in (*knowledge.invariants, *knowledge.monotone)}
    ),
    "question": _question,
    "passage": lambda knowledge, key: key in knowledge.passages,
    "term": lambda knowledge, key: key in {term.key for term in knowledge.terms},
    "file": _file,
}


def rules_named(rows: tuple[ReferenceRow, ...]) -> set[str]:
    """The rules that some row names."""
    return {place.partition(":")[0] for row in rows for place in row.where}
