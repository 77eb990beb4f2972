"""Many patients: registered measures over a series.

Their values are fractions of any denominator, which no column of integers holds. What a column keeps
is where the value lies on the measure's grid: on a grid point (even numbers) or between two (odd ones).
Every comparison with a threshold, which lies on the grid by definition, is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

import polars as pl

from ..language import events as ev
from .columns_cells import common_scale
from .columns_gathered import filled
from .planes import high_column, low_column
from .time_in_range import place, time_in_range

Method = Callable[[pl.DataFrame, Mapping[str, int], Fraction, Fraction], pl.DataFrame]
"""From values (person, day, low, high in steps) to where the shares lie; see `_rosendaal`."""


def series_of(
    part: ev.SeriesMeasure, names: tuple[str, ...]
) -> Callable[[pl.DataFrame, int], list[pl.Series]]:
    """The function that works out the two columns of a measure from the events that may count."""
    attribute, method = part.attribute, METHODS[part.method]
    ends = [place(end, part.step) for end in part.domain]
    values = {"low": pl.col(low_column(attribute.key)), "high": pl.col(high_column(attribute.key))}

    def work_out(candidates: pl.DataFrame, height: int) -> list[pl.Series]:
        # While it is not certain which events belong to the series, and on which day, it is anything.
        unsure = candidates.filter(~pl.col("#sure") | (pl.col("day.low") != pl.col("day.high")))
        series = candidates.join(unsure, on="row", how="anti", maintain_order="left")
        series = series.select(person="row", day="day.low", **values)
        found = method(series, dict(part.arguments), attribute.step, part.step)
        rows = found.get_column("person")
        return [
            filled(name, rows, found.get_column(f"percent.{end}"), nothing, height)
            for name, end, nothing in zip(names, ("low", "high"), ends, strict=True)
        ]

    return work_out


def _rosendaal(
    values: pl.DataFrame, settings: Mapping[str, int], step: Fraction, grid: Fraction
) -> pl.DataFrame:
    """Where the time in range of each person lies, of whom any day counts; the range is in tenths."""
    scale = common_scale([step, Fraction(1, 10)])
    finer, tenths = int(step / scale), int(Fraction(1, 10) / scale)
    values = values.with_columns(pl.col("low", "high") * finer)
    found = time_in_range(
        values,
        low=settings["low"] * tenths,
        high=settings["high"] * tenths,
        longest_gap=settings["longest_gap"],
        step=grid,
    )
    return found.filter(pl.col("total") > 0)


METHODS: dict[str, Method] = {"time_in_range_rosendaal": _rosendaal}
"""The methods of `series`, which is their definition, on columns."""
