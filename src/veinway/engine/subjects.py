"""One subject's columns as a situation, so that the one-patient engine can be asked about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import polars as pl

from ..language.events import Event
from ..language.facts import Choice, Fact, YesNo
from ..language.knowledge import Knowledge
from ..language.values import Happened, History, Interval, Known, Possible, Situation, Truth
from .planes import Planes, complete_column, doubt_column, options_in, schema_of

Row = Mapping[str, Any]


def situations(
    planes: Planes, rows: Sequence[int], knowledge: Knowledge, parameters: Mapping[str, Fraction]
) -> Iterator[Situation]:
    """The situations of some rows, in their order. Where a value came from is not in the columns."""
    happened = {
        key: _by_row(planes.events[key], rows, event)
        for key, event in knowledge.events.items()
        if key in planes.events
    }
    for number, row in zip(rows, planes.frame[rows].iter_rows(named=True), strict=True):
        histories = {
            key: History(
                tuple(happened.get(key, {}).get(number, ())),
                "known to be all" if row.get(complete_column(key)) else "",
            )
            for key in knowledge.events
        }
        yield Situation(
            dict(_facts(knowledge, row)),
            histories,
            row["index"],
            row["at"],
            row["index_minute"],
            row["at_minute"],
            dict(parameters),
        )


def _facts(knowledge: Knowledge, row: Row) -> Iterator[tuple[str, Known]]:
    for key, fact in knowledge.facts.items():
        if not all(name in row for name in schema_of(fact)):
            continue
        value, doubt = _value(fact, row), bool(row.get(doubt_column(key)))
        if value != fact.anything or doubt:
            yield key, Known(value, reason="conflict" if value == fact.anything else "")


def _value(fact: Fact, row: Row) -> Possible:
    cells = [row[name] for name in schema_of(fact)]
    if isinstance(fact, YesNo):
        return Truth.of(*cells)
    if isinstance(fact, Choice):
        return options_in(cells[0], fact.option_keys())
    return Interval(*cells)


def _by_row(frame: pl.DataFrame, rows: Sequence[int], event: Event) -> dict[int, list[Happened]]:
    chosen = frame.filter(pl.col("row").is_in(list(rows)))
    found: dict[int, list[Happened]] = {}
    for row in chosen.iter_rows(named=True):
        attributes = {attribute.key: _value(attribute, row) for attribute in event.attributes}
        days, minutes = (Interval(row[f"{unit}.low"], row[f"{unit}.high"]) for unit in ("day", "minute"))
        found.setdefault(row["row"], []).append(Happened(days, minutes, attributes, row["certain"]))
    return found
