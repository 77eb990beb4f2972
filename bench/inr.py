"""How many INR values a CPU second become time in therapeutic range.

    python bench/inr.py [--people 100000] [--values 20] [--runs 5]

Made-up people on a vitamin K antagonist: a value every 7 to 28 days, a random walk in tenths, now and
then one that is only known as "above 8", two on one day, or a gap that is too long. Measured is
`time_in_range` over a frame of values, in order and shuffled; the rule "at least 65 % of the time in
range" on columns, from the events of each person to the decision; and the definition, `series`, person
by person, of a part of them. CPU seconds are those of the whole process, all threads together; the
median of the runs counts, and peak memory includes the making of the values.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from fractions import Fraction

import polars as pl
from machine import described, peak_memory_mb, write

from veinway.engine.columns import compile_program
from veinway.engine.planes import Planes
from veinway.engine.series import time_in_range_rosendaal
from veinway.engine.time_in_range import time_in_range
from veinway.language import Event, SeriesMeasure, measure
from veinway.language.events import Selection
from veinway.language.sources import Source
from veinway.language.values import Interval

LOW, HIGH, LONGEST = 20, 30, 56
TENTHS = {"low": LOW, "high": HIGH, "longest_gap": LONGEST}
TODAY = 20_000
ONE_BY_ONE = 5_000
"""People of whom the definition is measured."""


def below(count: int, seed: int) -> pl.Expr:
    """Integers from 0 up to, but not including, `count`."""
    return (pl.int_range(pl.len(), dtype=pl.UInt64).hash(seed) % count).cast(pl.Int64)


def made(people: int, values: int) -> pl.DataFrame:
    """The values of some people, in order."""
    frame = pl.DataFrame({"person": pl.int_range(people, dtype=pl.UInt32, eager=True)})
    frame = frame.select(pl.col("person").repeat_by(values).explode())
    gap = pl.when(below(50, 1) == 0).then(80).when(below(60, 2) == 0).then(0).otherwise(7 + below(22, 3))
    frame = frame.with_columns(gap=gap, walk=below(13, 4) - 6)
    frame = frame.with_columns(
        day=TODAY - 30 * values + pl.col("gap").cum_sum().over("person"),
        low=(24 + pl.col("walk").cum_sum().over("person") % 25 + below(9, 5)).clip(5, 80),
    )
    high = pl.when(below(200, 6) == 0).then(80).otherwise("low")
    return frame.select("person", "day", "low", high=high)


def rule() -> tuple[SeriesMeasure, Event]:
    """A measure over the values of an event."""
    source = Source("BENCH", "For measuring", "2026").at("here")
    size = measure("value", "INR", ask="?", source=source, unit="1", step="0.1", domain=(0, 20))
    event = Event("inr", "INR", attributes=(size,), ask="?", source=source)
    return (
        SeriesMeasure(
            *("time_in_range", "Time in range", Selection(event, None, None), size),
            *(
                "time_in_range_rosendaal",
                tuple(TENTHS.items()),
                "%",
                Interval(0, 100),
                Fraction(1),
                source,
            ),
        ),
        event,
    )


def planes(values: pl.DataFrame, people: int) -> Planes:
    """The same values as events."""
    days = {name: pl.lit(TODAY, pl.Int64) for name in ("index", "at")}
    minutes = {name: pl.lit(TODAY * 1440, pl.Int64) for name in ("index_minute", "at_minute")}
    frame = (
        pl.DataFrame({"#": pl.int_range(people, eager=True)}).with_columns(**days, **minutes).drop("#")
    )
    day = pl.col("day")
    listed = values.select(
        pl.col("person").alias("row"),
        *(day.alias(f"day.{end}") for end in ("low", "high")),
        *((day * 1440).alias(f"minute.{end}") for end in ("low", "high")),
        pl.lit(True).alias("certain"),
        *(pl.col(end).alias(f"value.{end}") for end in ("low", "high")),
    )
    return Planes(frame, {"inr": listed})


def one_by_one(values: pl.DataFrame) -> None:
    """The definition, person by person."""
    found = defaultdict(list)
    for person, day, low, high in values.iter_rows():
        found[person].append((day, Interval(Fraction(low, 10), Fraction(high, 10))))
    for series in found.values():
        time_in_range_rosendaal(series, TENTHS)


def measured(name: str, values: int, runs: int, run: Callable[[], object]) -> str:
    """What some runs took."""
    spent = []
    for _ in range(runs):
        start = time.process_time()
        run()
        spent.append(time.process_time() - start)
    median = statistics.median(spent)
    listed = ", ".join(f"{each:.3f}" for each in spent)
    return (
        f"{name:<24} {values:>10,} values  {values / median:>10,.0f} a CPU second; "
        f"{median:.3f} CPU s ({listed}); peak {peak_memory_mb():,.0f} MB"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--people", type=int, default=100_000)
    options.add_argument("--values", type=int, default=20)
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    values = made(given.people, given.values)
    mixed = values.sample(fraction=1, shuffle=True, seed=1)
    settings = {"low": LOW, "high": HIGH, "longest_gap": LONGEST}
    program = compile_program([], {"in_range": rule()[0] >= 65}, presumptions=False)
    events = planes(values, given.people)
    few = values.filter(pl.col("person") < ONE_BY_ONE)
    runs = given.runs
    lines = [
        f"machine: {described()}",
        measured("in order", values.height, runs, lambda: time_in_range(values, **settings)),
        measured("shuffled", values.height, runs, lambda: time_in_range(mixed, **settings)),
        measured("a rule on columns", values.height, runs, lambda: program.run(events)),
        measured("the definition", few.height, runs, lambda: one_by_one(few)),
    ]
    write("inr", lines)


if __name__ == "__main__":
    main()
