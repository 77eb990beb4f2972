"""Many patients: a window of days around an anchor, as planes over the events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from ..language import events as ev
from ..language.time import Span
from .candidates import FAR_FUTURE
from .columns_cells import (
    Number,
    Pair,
    Whole,
    as_column,
    compare,
    constant,
    every,
    some,
    whole_number,
)

if TYPE_CHECKING:
    from .columns_compiler import Compiler

LATEST_DATE = 2_900_000
"""Calendar months are counted up to the year 9910."""


@dataclass(frozen=True, slots=True)
class WindowColumns:
    """The columns of a subject that say when its window opens and closes, and the planes of an event."""

    columns: tuple[str, ...]
    inside: Pair


def window_of(c: Compiler, window: ev.Window | None) -> WindowColumns:
    """The window of a selection; without one every day lies inside."""
    if window is None:
        return WindowColumns((), Pair(True, False))
    anchor = c.number(window.anchor)
    earliest = c.layers.number(_earliest(anchor, window))
    latest = c.layers.number(_latest(anchor, window))
    day = event_days()
    after, before = compare(day, ">=", earliest), compare(day, "<=", latest)
    inside = Pair(every([after.yes, before.yes]), some([after.no, before.no]))
    ends = (earliest.low, earliest.high, latest.low, latest.high)
    names = [end.over.of.meta.output_name() for end in ends if isinstance(end.over.of, pl.Expr)]
    return WindowColumns(tuple(names), inside)


def event_days() -> Number:
    """The day of an event."""
    low, high = (Whole(pl.col(f"day.{end}"), -FAR_FUTURE, FAR_FUTURE) for end in ("low", "high"))
    return whole_number(low, high)


def _earliest(anchor: Number, window: ev.Window) -> Number:
    if window.starts_after:
        first = constant(window.starts_after)
        return whole_number(anchor.low.over.plus(first), anchor.high.over.plus(first))
    return _moved(anchor, window.back, -1) if window.back else anchor


def _latest(anchor: Number, window: ev.Window) -> Number:
    if window.ends_before:
        before = constant(-window.ends_before)
        return whole_number(anchor.low.over.plus(before), anchor.high.over.plus(before))
    return _moved(anchor, window.ahead, 1) if window.ahead else anchor


def _moved(anchor: Number, span: Span, direction: int) -> Number:
    low, high = (_moved_day(end.over, span, direction) for end in (anchor.low, anchor.high))
    return whole_number(low, high)


def _moved_day(day: Whole, span: Span, direction: int) -> Whole:
    """The day that lies `span` before or after; a day that never comes stays where it is."""
    column = as_column(day.of)
    if span.unit == "day":
        moved = column + direction * span.count
    else:
        date = column.clip(upper_bound=LATEST_DATE).cast(pl.Int32).cast(pl.Date)
        moved = date.dt.offset_by(f"{direction * span.count}mo").cast(pl.Int32).cast(pl.Int64)
    kept = pl.when(column >= FAR_FUTURE).then(column).otherwise(moved)
    return Whole(kept, -2 * FAR_FUTURE, 2 * FAR_FUTURE)
