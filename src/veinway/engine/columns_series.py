"""Many patients: registered measures over a series, worked out subject by subject by their function.

Their values are fractions of any denominator, which no column of integers holds. What a column keeps
is where the value lies on the measure's grid: on a grid point (even numbers) or between two (odd ones).
Every comparison with a threshold, which lies on the grid by definition, is exact.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import polars as pl

from ..language import events as ev
from ..language.values import Interval
from .planes import high_column, low_column
from .series import METHODS


def series_of(
    part: ev.SeriesMeasure, names: tuple[str, ...]
) -> Callable[[pl.DataFrame, int], list[pl.Series]]:
    """The function that works out the two columns of a measure from the events that may count."""
    columns = [
        "row",
        "day.low",
        "day.high",
        low_column(part.attribute.key),
        high_column(part.attribute.key),
        "#sure",
    ]

    def work_out(candidates: pl.DataFrame, height: int) -> list[pl.Series]:
        values = [part.domain] * height
        by_subject = candidates.select(columns).partition_by("row", as_dict=True, include_key=False)
        for (row,), events in by_subject.items():
            values[row] = _measured(part, events)
        low, high = ([_place(end, part.step) for end in ends] for ends in zip(*values, strict=True))
        return [pl.Series(names[0], low, pl.Int64), pl.Series(names[1], high, pl.Int64)]

    return work_out


def _measured(part: ev.SeriesMeasure, events: pl.DataFrame) -> Interval:
    step = part.attribute.step
    series = []
    for day, last_day, low, high, sure in events.iter_rows():
        if not sure or day != last_day:
            return part.domain
        series.append((day, Interval(low * step, high * step)))
    return METHODS[part.method](series, dict(part.arguments)) or part.domain


def _place(value: int | Fraction, step: Fraction) -> int:
    """Twice the number of the grid point, or one more between two grid points."""
    steps = Fraction(value) / step
    return 2 * (steps.numerator // steps.denominator) + (steps.denominator != 1)
