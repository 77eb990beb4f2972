"""Time in range on columns says what the definition says of one person after the other."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generated.cases import size
from veinway.engine import columns_series, series
from veinway.engine.series import time_in_range_rosendaal
from veinway.engine.time_in_range import PARTS, place, time_in_range
from veinway.language.errors import InputError
from veinway.language.values import Interval

Values = list[tuple[int, int, int]]
"""Day, and the lowest and the highest that a value may be."""
LOW, HIGH, LONGEST = 20, 30, 28
STEP = Fraction(5)


def frame(people: dict[Any, Values], kind: type[pl.DataType] = pl.UInt32) -> pl.DataFrame:
    rows = [(person, *value) for person, values in people.items() for value in values]
    schema = {"person": kind, "day": pl.Int64, "low": pl.Int64, "high": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def defined(values: Values) -> Interval | None:
    pairs = [(day, Interval(low, high)) for day, low, high in values]
    settings = {"low": 10 * LOW, "high": 10 * HIGH, "longest_gap": LONGEST}
    return time_in_range_rosendaal(pairs, settings)


def slowly(values: Values, left_out: int = 0) -> dict[str, Any]:
    """Everything that is told of one person, by walking along each day's line with fractions."""
    merged: dict[int, tuple[int, int]] = {}
    first = min(day for day, _, _ in values) + left_out
    for day, low, high in values:
        if day >= first:
            one = merged.get(day, (low, high))
            merged[day] = min(one[0], low), max(one[1], high)
    found: dict[str, Any] = dict.fromkeys(("intervals", "total", "gaps", "unsure"), 0)
    found |= {"values": len(merged), "in_range": Fraction(0), "below": Fraction(0), "above": Fraction(0)}
    days = sorted(merged)
    for day, after in pairwise(days):
        gap = after - day
        if gap > LONGEST:
            found["gaps"] += gap
            continue
        found["intervals"] += 1
        found["total"] += gap
        (low, high), (next_low, next_high) = merged[day], merged[after]
        if low < high or next_low < next_high:
            found["unsure"] += gap
            continue
        for where, share in _shares(low, next_low).items():
            found[where] += gap * share
    return found


def _shares(one: int, other: int) -> dict[str, Fraction]:
    """The parts of a line between two values, from its crossings of the two borders."""
    if one > other:
        one, other = other, one
    if one == other:
        where = "below" if one < LOW else "above" if one > HIGH else "in_range"
        return {where: Fraction(1)}
    ends = [Fraction(min(max(border - one, 0), other - one), other - one) for border in (LOW, HIGH)]
    return {"below": ends[0], "in_range": ends[1] - ends[0], "above": 1 - ends[1]}


@st.composite
def people(draw: st.DrawFn) -> dict[int, Values]:
    """A few people; values often lie on a border, and some so far apart that a remainder is left."""
    random = Random(draw(st.integers(0, 2**32)))
    highest = random.choice((33, 60, 200))
    return {
        person: [_value(random, highest) for _ in range(random.randint(1, 8))]
        for person in range(random.randint(1, 40))
    }


def _value(random: Random, highest: int) -> tuple[int, int, int]:
    low = random.choice((random.randint(5, highest), random.choice((LOW - 1, LOW, HIGH, HIGH + 1))))
    return random.randint(0, 90), low, low + random.choice((0, 0, 0, 0, 0, random.randint(1, 9)))


@size(300)
@given(people())
def test_the_share_of_everybody_lies_where_the_definition_says(given_: dict[int, Values]) -> None:
    found = time_in_range(frame(given_), low=LOW, high=HIGH, longest_gap=LONGEST, step=STEP)
    for row, values in zip(found.to_dicts(), given_.values(), strict=True):
        share = defined(values) or Interval(0, 100)
        assert (row["percent.low"], row["percent.high"]) == tuple(place(end, STEP) for end in share)


@size(300)
@given(people(), st.sampled_from([0, 0, 14, 42]))
def test_the_days_of_everybody_are_enclosed_and_exact_where_no_remainder_is_left(
    given_: dict[int, Values], left_out: int
) -> None:
    values = frame(given_)
    found = time_in_range(values, low=LOW, high=HIGH, longest_gap=LONGEST, left_out=left_out)
    for row, one in zip(found.to_dicts(), given_.values(), strict=True):
        told = slowly(one, left_out)
        for name in ("values", "intervals", "total", "gaps"):
            assert row[name] == told[name]
        for where in ("in_range", "below", "above"):
            low, high = row[f"{where}.low"], row[f"{where}.high"]
            unsure = told["unsure"] * PARTS
            assert low <= told[where] * PARTS <= high - unsure < low + 20_000 * max(told["total"], 1)
            if max(high for _, _, high in one) <= 33:
                assert high - unsure == low


def test_a_share_that_a_remainder_leaves_open_is_worked_out_in_fractions() -> None:
    # 31 of 62 steps are half of the line, and no number of parts that 62 divides.
    values = frame({0: [(0, 20, 20), (1, 82, 82)], 1: [(0, 20, 20), (1, 83, 83)]})
    found = time_in_range(values, low=20, high=51, step=Fraction(50)).to_dicts()
    assert PARTS % 62
    assert [row["percent.low"] for row in found] == [2, 1], "half, and less than half"


def test_values_may_come_in_any_order_and_people_by_any_name() -> None:
    random = Random(7)
    named = {f"person {n:02}": [_value(random, 60) for _ in range(6)] for n in range(30)}
    found = time_in_range(frame(named, pl.String), low=LOW, high=HIGH, longest_gap=LONGEST)
    numbered = time_in_range(
        frame(dict(enumerate(named.values()))), low=LOW, high=HIGH, longest_gap=LONGEST
    )
    mixed = frame(named, pl.String).sample(fraction=1, shuffle=True, seed=1)
    assert time_in_range(mixed, low=LOW, high=HIGH, longest_gap=LONGEST).equals(found)
    assert found.get_column("person").to_list() == list(named)
    assert found.drop("person").equals(numbered.drop("person"))


@pytest.mark.parametrize(
    ("start", "values_and_days"),
    [({}, (2, 10)), ({"start": 20}, (1, 0)), ({"start": None}, (3, 52))],
    ids=["from the first value", "from the start", "not at all where the start is not known"],
)
def test_the_first_weeks_are_left_out(
    start: dict[str, int | None], values_and_days: tuple[int, int]
) -> None:
    values = frame({0: [(10, 10, 10), (52, 25, 25), (62, 25, 25)]})
    columns = [pl.lit(day, pl.Int64).alias(name) for name, day in start.items()]
    found = time_in_range(values.with_columns(columns), low=LOW, high=HIGH, left_out=42)
    assert found.select("values", "total").row(0) == values_and_days


def test_somebody_without_a_day_that_counts_may_have_been_in_range_for_any_share() -> None:
    found = time_in_range(frame({0: [(10, 25, 25)]}), low=LOW, high=HIGH)
    assert found.select("values", "total", "percent.low", "percent.high").row(0) == (1, 0, 0, 2000)


@pytest.mark.parametrize(
    ("value", "code"), [((None, 25, 25), "I260"), ((10**8, 25, 25), "I262"), ((0, 25, 10**9), "I262")]
)
def test_what_cannot_be_counted_with_is_refused(value: Any, code: str) -> None:
    with pytest.raises(InputError) as error:
        time_in_range(frame({0: [value]}), low=LOW, high=HIGH)
    assert error.value.code == code


def test_every_method_over_a_series_is_there_for_many_patients() -> None:
    assert columns_series.METHODS.keys() == series.METHODS.keys()
