"""Time in range of many people, by linear interpolation (Rosendaal 1993), exact and on columns.

    found = time_in_range(values, low=20, high=30, longest_gap=56)

says of each person what `series.time_in_range_rosendaal`, the definition, says of one: a line is drawn
from every value to the next, and what counts is how much of it lies in the range. Nothing is rounded
across a threshold. Days are counted in `PARTS` of one, which most lines fill without a remainder. Where
one remains, a low and a high end enclose it; a share that could then lie on either side of a grid point
is worked out again in fractions, for the few people of whom this is so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from fractions import Fraction
from math import lcm
from typing import Any

import polars as pl

from ..language.errors import InputError
from ..language.values import Interval
from .series import Series, time_in_range_rosendaal

PARTS = lcm(*range(1, 29))
"""Of a day: a line that rises or falls by up to 28 steps is counted without a remainder."""
LARGEST = 10_000_000
"""Of days and of values: so many days of so many parts fit into 64 bits."""
TENTHS = Fraction(1, 10)

Exact = Callable[[Series], Interval | None]

_DAYS = 2 * LARGEST + 1

_PERSON, _DAY, _LOW, _HIGH = (pl.col(name) for name in ("person", "day", "low", "high"))
_PLACES = ("in_range", "below", "above")


def time_in_range(
    values: pl.DataFrame,
    *,
    low: int,
    high: int,
    longest_gap: int = 56,
    left_out: int = 0,
    step: Fraction = TENTHS,
) -> pl.DataFrame:
    """How long each person was in, below and above a range; one row a person, in their order.

    values: one row a value, in any order: person (of any type), day (a day number), low and high (what
    the value may be, in steps of its grid; equal where it is known). A column `start` (a day number, the
    same in all rows of a person) is the day from which is counted; where it is empty, every value of
    the person counts, and without the column it is the day of the first value.
    low, high: the range in the same steps, both included. longest_gap: in days, counted itself; what
    lies between two values further apart is not counted. left_out: so many days later is the first that
    counts (42: not the first six weeks). step: of the grid that shares are placed on, in per cent.

    What comes out is integers:

        person              as given
        values              days with a value that counts; two values of a day are anything between them
        intervals, total    pairs of neighbouring values that are counted, and their days
        gaps                days that are left out because two values lie too far apart
        in_range.low, in_range.high, below.low, below.high, above.low, above.high
                            in PARTS of a day. Days next to a value that is not known may all be in each
                            or none; besides, the ends differ by a remainder, far less than a second, for
                            each interval that rises or falls by more than 28 steps
        percent.low, percent.high
                            twice the number of the grid point that the share of the time in range lies
                            on, or one more between two grid points; from 0 to 100 % where nothing counts

    Raises InputError I260 for another empty cell, I262 for days or values too large to count with.
    """
    _check(values, low, high)
    values = _in_order(_counting(values, left_out)).with_columns(_PERSON.set_sorted())
    lines = _lines(values, low, high, longest_gap)
    found = _with_shares(lines.group_by("person", maintain_order=True).agg(_sums()), step)
    # The definition has its range in tenths.
    settings = {"low": 10 * low, "high": 10 * high, "longest_gap": longest_gap}
    found = _exactly(found, lines, lambda series: time_in_range_rosendaal(series, settings), step)
    return found.select(
        *("person", "values", "intervals", "total", "gaps"),
        *(end for where in _PLACES for end in _ends(where)),
        *("percent.low", "percent.high"),
    )


def place(value: int | Fraction, step: Fraction) -> int:
    """Twice the number of the grid point that a value lies on, or one more between two grid points."""
    steps = Fraction(value) / step
    return 2 * (steps.numerator // steps.denominator) + (steps.denominator != 1)


# Values, in order ---------------------------------------------------------------------------------


def _check(values: pl.DataFrame, low: int, high: int) -> None:
    for column in values.get_columns():
        if column.null_count() and column.name != "start":
            what = f"The column {column.name!r} has empty cells."
            raise InputError("I260", what, where="values", todo="Leave out values that are not known.")
    numbers = [name for name in ("day", "low", "high", "start") if name in values.columns]
    ends = values.select(pl.max_horizontal(pl.col(numbers).cast(pl.Int64).abs().max())).item()
    largest = max(ends or 0, abs(low), abs(high))
    if largest > LARGEST:
        what = f"{largest} is too large a day or value to count with."
        raise InputError("I262", what, where="values", todo="Count in days, on a coarser grid.")


def _counting(values: pl.DataFrame, left_out: int) -> pl.DataFrame:
    """The values, each with whether it counts."""
    counts = pl.lit(True)
    if "start" in values.columns:
        counts = (_DAY >= pl.col("start").cast(pl.Int64) + left_out).fill_null(True)
    elif left_out:
        counts = _DAY >= _DAY.min().over("person") + left_out
    numbers = (pl.col(name).cast(pl.Int64) for name in ("day", "low", "high"))
    return values.select("person", *numbers, counts.alias("counts"))


def _in_order(values: pl.DataFrame) -> pl.DataFrame:
    """One row a person and day, in order; two values of one day are anything between them."""
    # Sorted and grouped by one number, which a dataframe engine does several times faster.
    small = values.schema["person"] in (pl.UInt8, pl.UInt16, pl.UInt32)
    person = _PERSON if small else _PERSON.rank("dense")
    values = values.with_columns(key=person.cast(pl.Int64) * _DAYS + _DAY)
    key = pl.col("key")
    if not values.select((key >= key.shift()).all()).item():
        values = values.sort("key")
    if values.select((key > key.shift()).all()).item():
        return values
    merged = values.with_columns(key.set_sorted()).group_by("key", maintain_order=True)
    return merged.agg(_PERSON.first(), _DAY.first(), _LOW.min(), _HIGH.max(), pl.col("counts").first())


# Lines between them -------------------------------------------------------------------------------


def _lines(values: pl.DataFrame, low: int, high: int, longest_gap: int) -> pl.DataFrame:
    """Each value with the line to the next one of the person: its days, and how many parts lie where."""
    gap = pl.when((_PERSON == _PERSON.shift(-1)) & pl.col("counts")).then(_DAY.shift(-1) - _DAY)
    known = (_LOW == _HIGH) & (_LOW.shift(-1) == _HIGH.shift(-1))
    values = values.with_columns(
        gap=gap.fill_null(0),
        known=known.fill_null(True),
        bottom=pl.min_horizontal(_LOW, _LOW.shift(-1)),
        top=pl.max_horizontal(_LOW, _LOW.shift(-1)),
    ).with_columns(
        days=pl.when(pl.col("gap") <= longest_gap).then("gap").otherwise(0),
        wide=(pl.col("top") - pl.col("bottom")).clip(1),
    )
    values = values.with_columns(each=PARTS // pl.col("wide"))
    return values.with_columns(
        *(share for where, steps in _steps(low, high).items() for share in _shares(where, steps))
    )


def _steps(low: int, high: int) -> dict[str, pl.Expr]:
    """How many steps of a line lie where; a level line is one step wide."""
    bottom, top = pl.col("bottom"), pl.col("top")
    level = bottom == top
    return {
        "in_range": pl.when(level)
        .then((bottom >= low) & (bottom <= high))
        .otherwise((top.clip(upper_bound=high) - bottom.clip(low)).clip(0)),
        "below": pl.when(level)
        .then(bottom < low)
        .otherwise((top.clip(upper_bound=low) - bottom).clip(0)),
        "above": pl.when(level).then(bottom > high).otherwise((top - bottom.clip(high)).clip(0)),
    }


def _shares(where: str, steps: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """The parts of a line that lie somewhere, and less than how many more remain."""
    days, each, known = pl.col("days"), pl.col("each"), pl.col("known")
    parts = pl.when(known).then(days * steps * each).otherwise(0)
    # Of every step less than the remainder is lost, so of some steps of a line less than it a day.
    remainder = PARTS - each * pl.col("wide")
    rest = pl.when(known & (steps > 0)).then(days * remainder).otherwise(0)
    return parts.alias(where), rest.alias(f"{where}.rest")


# Sums ---------------------------------------------------------------------------------------------


def _sums() -> list[pl.Expr]:
    gap, days = pl.col("gap"), pl.col("days")
    parts = [pl.col(f"{where}{end}").sum() for where in _PLACES for end in ("", ".rest")]
    return [
        pl.col("counts").sum().cast(pl.Int64).alias("values"),
        (days > 0).sum().cast(pl.Int64).alias("intervals"),
        days.sum().alias("total"),
        (gap - days).sum().alias("gaps"),
        (days * ~pl.col("known")).sum().alias("unsure"),
        *parts,
    ]


def _ends(where: str) -> tuple[pl.Expr, pl.Expr]:
    least = pl.col(where)
    most = least + pl.col(f"{where}.rest") + PARTS * pl.col("unsure")
    return least.alias(f"{where}.low"), most.alias(f"{where}.high")


def _placed(parts: pl.Expr, step: Fraction) -> pl.Expr:
    """Where a share lies on the grid: 100 times the parts, divided by the total and by the step."""
    days, rest = parts // PARTS, (parts % PARTS) * (100 * step.denominator)
    over = days * (100 * step.denominator) + rest // PARTS
    under = pl.col("total").clip(1) * step.numerator
    between = (over % under != 0) | (rest % PARTS != 0)
    return 2 * (over // under) + between.cast(pl.Int64)


def _with_shares(found: pl.DataFrame, step: Fraction) -> pl.DataFrame:
    """The places of both ends, and whether a remainder leaves one of them open."""
    lowest, rest = pl.col("in_range"), pl.col("in_range.rest")
    highest = lowest + PARTS * pl.col("unsure")
    found = found.with_columns(
        _placed(lowest, step).alias("percent.low"),
        _placed(highest, step).alias("percent.high"),
        _placed(lowest + rest, step).alias("low.open"),
        _placed(highest + rest, step).alias("high.open"),
    )
    # A remainder is above zero, so that what is enclosed by two grid points lies on neither.
    open_ = [
        (pl.col(f"percent.{end}") != pl.col(f"{end}.open")) | (pl.col(f"percent.{end}") % 2 == 0)
        for end in ("low", "high")
    ]
    nothing = pl.col("total") == 0
    return found.with_columns(
        pl.when(nothing).then(0).otherwise("percent.low").alias("percent.low"),
        pl.when(nothing).then(place(100, step)).otherwise("percent.high").alias("percent.high"),
        ((rest > 0) & pl.any_horizontal(open_)).alias("open"),
    )


def _exactly(found: pl.DataFrame, lines: pl.DataFrame, exact: Exact, step: Fraction) -> pl.DataFrame:
    """The shares of those who are left open, in fractions."""
    left = found.filter("open").select("person")
    if left.is_empty():
        return found
    rows: dict[Any, Series] = defaultdict(list)
    mine = lines.join(left, on="person", maintain_order="left").filter("counts")
    for person, day, low, high in mine.select("person", "day", "low", "high").iter_rows():
        rows[person].append((day, Interval(low, high)))
    ends = [
        (person, *(place(end, step) for end in exact(series) or ())) for person, series in rows.items()
    ]
    told = pl.DataFrame(
        ends,
        schema={"person": left.schema["person"], "percent.low": pl.Int64, "percent.high": pl.Int64},
        orient="row",
    )
    return found.update(told, on="person")
