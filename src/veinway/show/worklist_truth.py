"""Work lists held against what is true: precision and recall of each list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import polars as pl
from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from veinway.engine.duties import Entry
from veinway.language.errors import SourceError
from veinway.language.worklists import WorkList
from veinway.show.truth_file import Unreadable, columns_of, why_not

_COLUMNS = ("list", "person", "what", "state", "hidden")
Line = tuple[str, str, str]
"""Which list, who, what."""


@dataclass(frozen=True, slots=True)
class Truth:
    """The true lines with their states, and those that the record hides something of."""

    states: dict[Line, str]
    hidden: frozenset[Line]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One list beside what is true.

    listed: certain lines. right: those of them that are true; same_state: and in the same state. true:
    true lines. told: those of them of which the record hides nothing. found, found_told: those that are
    listed. possible: true lines that are not listed and are said to be possible.
    """

    list: str
    listed: int
    right: int
    same_state: int
    true: int
    found: int
    told: int
    found_told: int
    possible: int

    @property
    def precision(self) -> float | None:
        """The share of what is listed that is true."""
        return self.right / self.listed if self.listed else None

    @property
    def recall(self) -> float | None:
        """The share of what is true that is listed."""
        return self.found / self.true if self.true else None

    @property
    def recall_told(self) -> float | None:
        """The same of those of whom the record hides nothing that the line needs."""
        return self.found_told / self.told if self.told else None

    def as_dict(self) -> dict[str, Any]:
        """All of it, for programs."""
        shares = {"precision": self.precision, "recall": self.recall, "recall_told": self.recall_told}
        return asdict(self) | shares


def read_truth(file: Path) -> Truth:
    """The true lines of a Parquet file; SourceError S307 where it is none of that kind."""
    try:
        frame = columns_of(file, _COLUMNS)
    except Unreadable as error:
        todo = (
            "Check the path: it has to be the truth_worklist.parquet that "
            "`veinway synthesise --what treated` wrote."
        )
        what = f"The true lines of work cannot be read: {why_not(error)}."
        raise SourceError("S307", what, where=str(file), todo=todo) from None
    lines = list(zip(frame["list"], frame["person"], frame["what"], strict=True))
    hidden = frame.select(pl.col("hidden").list.len() > 0)["hidden"]
    return Truth(
        dict(zip(lines, frame["state"], strict=True)),
        frozenset(line for line, lacks in zip(lines, hidden, strict=True) if lacks),
    )


def agreement(
    entries: Iterable[Entry], truth: Truth, lists: Sequence[WorkList]
) -> tuple[Agreement, ...]:
    """Each list beside what is true. entries: with what is only possible."""
    certain: dict[Line, str] = {}
    possible: set[Line] = set()
    for entry in entries:
        line = (entry.duty.list.key, entry.person.removeprefix("Patient/"), entry.duty.what)
        if entry.duty.state == "possible":
            possible.add(line)
        else:
            certain[line] = entry.duty.state
    return tuple(_of_list(each.key, certain, possible, truth) for each in lists)


def _of_list(key: str, certain: dict[Line, str], possible: set[Line], truth: Truth) -> Agreement:
    listed = [line for line in certain if line[0] == key]
    right = [line for line in listed if line in truth.states]
    true = [line for line in truth.states if line[0] == key]
    told = [line for line in true if line not in truth.hidden]
    return Agreement(
        key,
        listed=len(listed),
        right=len(right),
        same_state=sum(certain[line] == truth.states[line] for line in right),
        true=len(true),
        found=sum(line in certain for line in true),
        told=len(told),
        found_told=sum(line in certain for line in told),
        possible=sum(line in possible and line not in certain for line in true),
    )


def truth_page(held: Sequence[Agreement]) -> RenderableType:
    """The lists beside what is true, as a table."""
    grid = Grid(box=None, padding=(0, 2, 0, 0))
    grid.add_column("list")
    heads = ("listed", "right", "precision", "true", "recall", "of those told", "else possible")
    for head in heads:
        grid.add_column(head, justify="right")
    for each in held:
        shares = (_percent(each.precision), _percent(each.recall), _percent(each.recall_told))
        precision, recall, told = shares
        grid.add_row(
            *(each.list, f"{each.listed:,}", f"{each.right:,}", precision),
            *(f"{each.true:,}", recall, told, f"{each.possible:,}"),
        )
    words = (
        "Precision: the share of the listed lines that are true. Recall: the share of the true lines "
        "that are listed; of those told: where the record hides nothing that the line needs. Else "
        "possible: true lines that are not listed, and shown by --possible."
    )
    return Group(Text(" Work lists and the truth ", "bold reverse"), grid, Text(words, "dim"))


def _percent(share: float | None) -> str:
    return "·" if share is None else f"{100 * share:.2f} %"
