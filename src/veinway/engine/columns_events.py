"""Many patients: the ways from many events down to one fact, as in `happened`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import polars as pl

from ..language import events as ev
from ..language.values import NEVER, Interval
from .candidates import FAR_FUTURE
from .columns_cells import Number, Pair, Plane, Whole, every, inverted, some, whole_number
from .columns_gathered import ANY, FIRST, LAST, LATEST_MINUTE, SURE
from .columns_options import Options, Planewise
from .columns_selection import select
from .columns_series import series_of
from .planes import high_column, low_column, set_column

if TYPE_CHECKING:
    from .columns_compiler import Compiler


def any_event(c: Compiler, part: ev.AnyEvent) -> Pair:
    """Whether one happened."""
    found = select(c, part.of)
    return c.layers.pair(
        Pair(some([found.some_may, inverted(found.complete)]), inverted(found.some_surely))
    )


def count_of(c: Compiler, part: ev.CountOf) -> Number:
    """How many happened."""
    found = select(c, part.of)
    may = found.how_many(ANY).clip(upper_bound=part.most)
    sure = found.how_many(SURE).clip(upper_bound=part.most)
    most = pl.when(found.complete).then(may).otherwise(pl.lit(part.most, pl.Int64))
    return _between(c, sure, most, Interval(0, part.most))


def days_since(c: Compiler, part: ev.DaysSince) -> Number:
    """Days from the first or the last one to the index date."""
    index = c.layers.input("index", None)
    found = select(c, part.of, "index")
    nearest = (index - pl.col("day.high")).clip(0)
    farthest = (index - pl.col("day.low")).clip(0)
    never = pl.lit(NEVER, pl.Int64)
    if part.which == "last":
        low = pl.when(found.complete).then(found.least(nearest, ANY, NEVER)).otherwise(0)
        high = found.least(farthest, SURE, NEVER)
    else:
        unsure = pl.when(found.complete).then(found.least(nearest, ANY, NEVER)).otherwise(0)
        low = pl.when(found.some_surely).then(found.most(nearest, SURE, 0)).otherwise(unsure)
        ended = found.complete & found.some_surely
        high = pl.when(ended).then(found.most(farthest, ANY, 0)).otherwise(never)
    low, high = c.layers.column(low), c.layers.column(high)
    return _between(c, pl.when(low <= high).then(low).otherwise(high), high, Interval(0, NEVER))


def time_until(c: Compiler, part: ev.TimeUntil) -> Number:
    """Minutes or days from a moment to the first or last known one."""
    unit, now = ("day", "at") if part.symbol == "d" else ("minute", "at_minute")
    since_low, since_high, dated = _since(c, part, unit)
    found = select(c, part.of)
    extreme = _extreme(part.which)
    at = c.layers.input(now, None)
    nearest = c.layers.column(found.least(pl.col(f"{unit}.low"), extreme, LATEST_MINUTE))
    farthest = found.most(pl.col(f"{unit}.high"), extreme, -LATEST_MINUTE)
    known = found.some_surely
    earliest = pl.when(known | (nearest < at)).then(nearest).otherwise(at)
    low, high = pl.lit(-NEVER, pl.Int64), pl.lit(NEVER, pl.Int64)
    low = pl.when(dated & (known | found.complete)).then(earliest - since_high).otherwise(low)
    high = pl.when(dated & known).then(farthest - since_low).otherwise(high)
    return _between(c, low.clip(-NEVER, NEVER), high.clip(-NEVER, NEVER), part.range)


def _since(c: Compiler, part: ev.TimeUntil, unit: str) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    """The two ends of the moment that is counted from, and whether an event gives it for certain."""
    if isinstance(part.since, ev.Anchor):
        moment = c.layers.input(part.since.name + ("" if unit == "day" else "_minute"), None)
        return moment, moment, pl.lit(True)
    first = select(c, part.since)
    low = first.least(pl.col(f"{unit}.low"), FIRST, LATEST_MINUTE)
    high = first.most(pl.col(f"{unit}.high"), FIRST, -LATEST_MINUTE)
    return low, high, first.some_surely


def date_of(c: Compiler, part: ev.DateOf) -> Number:
    """The day of the first or last known one."""
    found = select(c, part.of)
    extreme = _extreme(part.which)
    low = found.least(pl.col("day.low"), extreme, FAR_FUTURE)
    latest = found.most(pl.col("day.high"), extreme, -FAR_FUTURE)
    high = pl.when(found.some_surely).then(latest).otherwise(pl.lit(FAR_FUTURE, pl.Int64))
    return _between(c, low, high, Interval(-FAR_FUTURE, FAR_FUTURE))


def value_of(c: Compiler, part: ev.ValueOf) -> Number:
    """A measured attribute of one known event, or of the highest or lowest."""
    found = select(c, part.of)
    anything = part.attribute.anything
    assert isinstance(anything, Interval)
    least, most = int(anything.low), int(anything.high)
    low, high = pl.col(low_column(part.attribute.key)), pl.col(high_column(part.attribute.key))
    match part.which:
        case "highest":
            ends = found.most(low, SURE, least), found.most(high, ANY, least)
        case "lowest":
            ends = found.least(low, ANY, most), found.least(high, SURE, most)
        case _:
            extreme = _extreme(part.which)
            ends = found.least(low, extreme, most), found.most(high, extreme, least)
    known = found.some_surely
    return _between(
        c,
        pl.when(known).then(ends[0]).otherwise(pl.lit(least, pl.Int64)),
        pl.when(known).then(ends[1]).otherwise(pl.lit(most, pl.Int64)),
        anything,
        part.attribute.step,
    )


def option_of(c: Compiler, part: ev.OptionOf) -> Options:
    """A choice attribute of the first or last known event."""
    found = select(c, part.of)
    keys = part.option_keys()
    bits = pl.col(set_column(part.attribute.key))
    planes = []
    for place in range(len(keys)):
        possible = found.some(_extreme(part.which) & ((bits & (1 << place)) != 0))
        planes.append(c.layers.plane(some([possible, inverted(found.some_surely)])))
    return Planewise(keys, tuple(planes))


def obtainable(c: Compiler, part: ev.Obtainable) -> Pair:
    """Whether the result came, or can still come, in time after its request."""
    answer = c.truth(part.answer)
    requests = select(c, ev.Selection(part.request, None, None))
    asked = requests.least(pl.col("minute.low"), ANY, LATEST_MINUTE)
    sure_high = requests.least(pl.col("minute.high"), SURE, LATEST_MINUTE)
    any_high = requests.most(pl.col("minute.high"), ANY, -LATEST_MINUTE)
    certain = requests.some_surely
    earliest = c.layers.column(asked + part.span.count)
    latest = pl.when(certain).then(sure_high).otherwise(any_high) + part.span.count
    latest = c.layers.column(latest)
    results = select(
        c, ev.Selection(part.result, None, None), *(end.meta.output_name() for end in (earliest, latest))
    )
    in_time = every([certain, results.some(SURE & (pl.col("minute.high") <= earliest))])
    may_be = results.some(pl.col("minute.low") <= latest)
    at = c.layers.input("at_minute", None)
    in_time = c.layers.plane(in_time)
    too_late = c.layers.plane(every([certain, inverted(may_be), at > latest]))
    return c.layers.pair(
        _obtained(answer, requests.some_may, in_time, too_late, may_be, c.layers.column(at > earliest))
    )


def _obtained(
    answer: Pair, asked: Plane, in_time: Plane, too_late: Plane, may_be: Plane, may_be_late: Plane
) -> Pair:
    """What was answered, unless a request was made and its time or its result says more."""
    yes = some([in_time, every([inverted(too_late), some([answer.yes, every([asked, may_be])])])])
    no = some([too_late, every([inverted(in_time), some([answer.no, every([asked, may_be_late])])])])
    return Pair(yes, no)


def series(c: Compiler, part: ev.SeriesMeasure) -> Number:
    """A registered measure over a series, such as time in therapeutic range; see `columns_series`."""
    found = select(c, part.of)
    names = found.work_out((part.key, id(part)), 2, lambda names: series_of(part, names))
    half = part.step / 2
    ends = Interval(int(part.domain.low / half), int(part.domain.high / half))
    return _between(c, pl.col(names[0]), pl.col(names[1]), ends, half)


def _extreme(which: str) -> pl.Expr:
    return FIRST if which == "first" else LAST


def _between(
    c: Compiler, low: pl.Expr, high: pl.Expr, within: Interval, scale: Fraction = Fraction(1)
) -> Number:
    least, most = int(within.low), int(within.high)
    return c.layers.number(whole_number(Whole(low, least, most), Whole(high, least, most), scale))
