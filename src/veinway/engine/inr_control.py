"""How well one person's INR was kept in range, by each method in use; every answer names its method."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from ..language.values import Interval
from .series import Series, time_in_range_rosendaal


@dataclass(frozen=True, slots=True)
class Control:
    """Per cent in range by three methods, and what they were worked out from.

    rosendaal: of days, by linear interpolation. whole_days: of days, each with its interpolated value at
    its end. tests: of the values themselves. None where nothing can be counted. intervals and days are
    counted ones; days_left_out lie in gaps that are too long.
    """

    rosendaal: Interval | None
    whole_days: Fraction | None
    tests: Fraction | None
    values: int
    intervals: int
    days: int
    days_left_out: int


def control(series: Series, low: Fraction, high: Fraction, longest_gap: int = 56) -> Control:
    """One person's control. series: (day, value) in order; low, high: the range, both included.

    A value that is only known as an interval widens the first answer and leaves the others out.
    """
    counted = [(a, b) for a, b in pairwise(series) if 0 < b[0] - a[0] <= longest_gap]
    left_out = [b[0] - a[0] for a, b in pairwise(series) if b[0] - a[0] > longest_gap]
    settings = {"low": int(low * 10), "high": int(high * 10), "longest_gap": longest_gap}
    known = all(value.known for _, value in series)
    inside = [low <= value.low <= high for _, value in series]
    days = sum(b[0] - a[0] for a, b in counted)
    return Control(
        rosendaal=time_in_range_rosendaal(series, settings),
        whole_days=_whole_days(counted, low, high, days) if known and days else None,
        tests=Fraction(100 * sum(inside), len(inside)) if known and inside else None,
        values=len(series),
        intervals=len(counted),
        days=days,
        days_left_out=sum(left_out),
    )


def _whole_days(
    counted: list[tuple[tuple[int, Interval], tuple[int, Interval]]],
    low: Fraction,
    high: Fraction,
    days: int,
) -> Fraction:
    inside = 0
    for (day, value), (next_day, next_value) in counted:
        gap, start, end = next_day - day, Fraction(value.low), Fraction(next_value.low)
        inside += sum(low <= start + (end - start) * n / gap <= high for n in range(1, gap + 1))
    return Fraction(100 * inside, days)
