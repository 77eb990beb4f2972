"""Definitions held against what is true of made-up people: precision and recall of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import polars as pl
from rich.console import RenderableType
from rich.table import Table as Grid

from veinway.engine.phenotypes import Verdict
from veinway.language.errors import SourceError
from veinway.language.phenotypes import Phenotype
from veinway.language.values import Truth
from veinway.show.truth_file import Unreadable, columns_of, why_not

KINDS = ("dvt", "pe", "vte")


class TrueClots:
    """Who really had which clot in the period, and what the definitions say of them.

    A clot without a day counts where no period is asked for.
    """

    def __init__(self, file: Path, period: tuple[int, int] | None) -> None:
        self.true = _true(file, period)
        self._listed: dict[str, set[str]] = defaultdict(set)
        self._possible: dict[str, set[str]] = defaultdict(set)

    def add(self, person: str, said: Mapping[str, Verdict]) -> None:
        """What was said of one person."""
        name = person.removeprefix("Patient/")
        for key, verdict in said.items():
            if verdict.truth is Truth.YES:
                self._listed[key].add(name)
            elif verdict.truth is Truth.UNKNOWN:
                self._possible[key].add(name)

    def agreement(self, definitions: Iterable[Phenotype]) -> list[dict[str, Any]]:
        """Each definition of a clot beside what is true."""
        return [self._of(each) for each in definitions if each.outcome in KINDS]

    def _of(self, definition: Phenotype) -> dict[str, Any]:
        true, listed = self.true[definition.outcome], self._listed[definition.key]
        right, possible = len(listed & true), self._possible[definition.key]
        return {
            "definition": definition.key,
            "label": f"{definition.body} {definition.label}",
            "outcome": definition.outcome,
            "counted": len(listed),
            "right": right,
            "true": len(true),
            "possible": len(possible & true),
            "precision": right / len(listed) if listed else None,
            "recall": right / len(true) if true else None,
        }


def _true(file: Path, period: tuple[int, int] | None) -> dict[str, set[str]]:
    """The people with a clot, by kind. SourceError S309 for a file that is none of that kind."""
    try:
        frame = columns_of(file, ("person", "kind", "day"))
    except Unreadable as error:
        what = f"The true clots cannot be read: {why_not(error)}."
        todo = "Check the path: it has to be the truth_clots.parquet that `veinway synthesise` wrote."
        raise SourceError("S309", what, where=str(file), todo=todo) from None
    if period is not None:
        frame = frame.filter(pl.col("day").is_between(*period))
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for person, kind in zip(frame["person"], frame["kind"], strict=True):
        found[kind].add(person)
        found["vte"].add(person)
    return found


def truth_grid(held: Iterable[Mapping[str, Any]]) -> RenderableType:
    """The definitions beside what is true, as a table."""
    grid = Grid(box=None, padding=(0, 2, 0, 0))
    grid.add_column("definition", overflow="fold")
    for head in ("counted", "right", "precision", "true", "recall", "else possible"):
        grid.add_column(head, justify="right")
    for each in held:
        grid.add_row(
            f"{each['outcome'].upper()}: {each['label']}",
            *(f"{each['counted']:,}", f"{each['right']:,}", _percent(each["precision"])),
            *(f"{each['true']:,}", _percent(each["recall"]), f"{each['possible']:,}"),
        )
    return grid


def _percent(share: float | None) -> str:
    return "·" if share is None else f"{100 * share:.1f} %"
