"""Control of a whole clinic: time in range of each person, as CSV, Parquet or JSON lines."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from veinway.commands.output import FINE, write_line, writing
from veinway.language.errors import InputError, SourceError

if TYPE_CHECKING:
    import polars as pl

    from veinway.records.inr_history import Line

HUNDREDTHS = 100


def run_lines(lines: Sequence[Line], target: str, out: str | None, *, as_json: bool) -> int:
    """Each person of a table that was read line by line."""
    import polars as pl

    from veinway.language.time import day_number

    frame = pl.DataFrame(
        {
            "person": [line.person for line in lines],
            "day": [day_number(line.day) for line in lines],
            "low": [int(line.value.low * HUNDREDTHS) for line in lines],
            "high": [int(line.value.high * HUNDREDTHS) for line in lines],
            "start": [day_number(line.started) if line.started else None for line in lines],
        }
    )
    start = pl.col("start").min().over("person")
    return _write(frame.with_columns(start=start), target, out, as_json=as_json)


def run_parquet(source: str, target: str, out: str | None, *, as_json: bool) -> int:
    """Each person of a Parquet file with person, date and inr (a number)."""
    import polars as pl

    try:
        raw = pl.read_parquet(source)
    except (OSError, pl.exceptions.PolarsError) as error:
        todo = "Give a Parquet file with the columns person, date and inr."
        raise SourceError(
            "S301", f"The file cannot be read: {error}.", where=source, todo=todo
        ) from None
    missing = [name for name in ("person", "date", "inr") if name not in raw.columns]
    if missing:
        todo = "It needs the columns person, date (a date) and inr (a number)."
        raise InputError("I266", f"There is no column {missing[0]!r}.", where=source, todo=todo)
    value = (pl.col("inr") * HUNDREDTHS).round().cast(pl.Int64)
    started = "started" if "started" in raw.columns else pl.lit(None)
    frame = raw.select(
        "person", day=_day("date"), low=value, high=value, start=_day(started).min().over("person")
    )
    return _write(frame, target, out, as_json=as_json)


def _day(of: str | pl.Expr) -> pl.Expr:
    import polars as pl

    column = pl.col(of) if isinstance(of, str) else of
    return column.cast(pl.Date).cast(pl.Int32).cast(pl.Int64)


def _write(frame: pl.DataFrame, target: str, out: str | None, *, as_json: bool) -> int:
    table = _controlled(frame, target)
    if out is not None:
        with writing(out, "--out") as file:
            write = table.write_parquet if file.suffix == ".parquet" else table.write_csv
            write(file)
    elif as_json:
        for row in table.iter_rows(named=True):
            write_line(row)
    else:
        sys.stdout.write(table.write_csv())
    if out is not None:
        print(f"{table.height} people: {out}")
    return FINE


def _controlled(frame: pl.DataFrame, target: str) -> pl.DataFrame:
    """One row a person; where the start is not known every value counts, and that is said."""
    import polars as pl

    from veinway.engine.time_in_range import PARTS, time_in_range
    from veinway.show.inr_parts import FIRST_WEEKS, RANGES

    low, high = (int(end * HUNDREDTHS) for end in RANGES[target])
    found = time_in_range(frame, low=low, high=high, left_out=FIRST_WEEKS)
    begun = frame.group_by("person").agg(first_six_weeks_excluded=pl.col("start").is_not_null().any())
    share, most = (
        pl.when(pl.col("total") > 0).then(pl.col(end) / PARTS / pl.col("total") * 100).round(4)
        for end in ("in_range.low", "in_range.high")
    )
    return found.join(begun, on="person", how="left", maintain_order="left").select(
        *("person", "values", "intervals", "first_six_weeks_excluded"),
        days="total",
        days_excluded_gap="gaps",
        percent_low=share,
        percent_high=most,
    )
