"""Many patients: from a column over events to a column over subjects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import polars as pl

from .happened import FAR_FUTURE

ANY = pl.lit(True)
SURE = pl.col("#sure")
"""Of an event that may count: it surely does."""
FIRST, LAST = pl.col("#first"), pl.col("#last")
"""No sure one lies surely before (after) it."""
LATEST_MINUTE = 1440 * FAR_FUTURE


@dataclass(frozen=True, slots=True)
class Gathered:
    """A column over the events that becomes one over the subjects; `nothing` is for those without."""

    of: pl.Expr
    how: Literal["any", "sum", "min", "max"]
    nothing: int


def in_order(events: pl.DataFrame) -> pl.DataFrame:
    """The same events; Polars groups by a column faster where it is told that it is sorted."""
    rows = events.get_column("row")
    return events.with_columns(rows.set_sorted()) if rows.is_sorted() else events


def with_extremes(events: pl.DataFrame, gathered: Mapping[str, Gathered], height: int) -> pl.DataFrame:
    """The events, each with whether it may be the first or the last, where that is looked at."""
    looked_at = {name for each in gathered.values() for name in each.of.meta.root_names()}
    if "#first" in looked_at:
        border = Gathered(pl.col("minute.high"), "min", LATEST_MINUTE)
        first = gather(events.filter(SURE), {"#border": border}, height)[0]
        first = first.gather(events.get_column("row"))
        events = events.with_columns((pl.col("minute.low") <= first).alias("#first"))
    if "#last" in looked_at:
        border = Gathered(pl.col("minute.low"), "max", -LATEST_MINUTE)
        last = gather(events.filter(SURE), {"#border": border}, height)[0]
        last = last.gather(events.get_column("row"))
        events = events.with_columns((pl.col("minute.high") >= last).alias("#last"))
    return events


def gather(events: pl.DataFrame, gathered: Mapping[str, Gathered], height: int) -> list[pl.Series]:
    """The columns over the subjects, in order."""
    values = events.select("row", *(each.of.alias(name) for name, each in gathered.items()))
    numbers = [name for name, each in gathered.items() if each.how != "any"]
    aggregates = [getattr(pl.col(name), gathered[name].how)() for name in numbers]
    by_subject = values.group_by("row").agg(aggregates) if numbers else values
    found = []
    for name, each in gathered.items():
        if each.how == "any":
            rows = values.get_column("row").filter(values.get_column(name))
            found.append(filled(name, rows, True, False, height))
        else:
            rows, sums = by_subject.get_column("row"), by_subject.get_column(name)
            found.append(filled(name, rows, sums, each.nothing, height))
    return found


def filled(name: str, rows: pl.Series, values: pl.Series | bool, nothing: int, height: int) -> pl.Series:
    """A value for each subject: the one in its row, or `nothing`."""
    kind = pl.Boolean if isinstance(nothing, bool) else pl.Int64
    column = pl.Series(name, [nothing], kind).new_from_index(0, height)
    if not len(rows):
        return column
    return column.scatter(rows, values if isinstance(values, bool) else values.cast(kind))
