"""Registered measures over a series of values: each with its definition and bounds of its own.

A measure is a function of (day, interval) pairs in order of time and of its stated settings; it
returns an interval, or None where nothing can be computed.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

from ..language.values import Interval

Series = list[tuple[int, Interval]]
Method = Callable[[Series, dict[str, int]], Interval | None]


def time_in_range_rosendaal(series: Series, settings: dict[str, int]) -> Interval | None:
    """Per cent of days in range by linear interpolation (Rosendaal 1993).

    settings: `low` and `high` of the range in tenths, both included; `longest_gap` in days, counted
    itself (56 counts, 57 does not). A value that is only known as an interval (reported as "above
    8") makes its two neighbouring gaps uncertain: they add anything from none to all of their days.
    """
    low, high = Fraction(settings["low"], 10), Fraction(settings["high"], 10)
    least = most = Fraction(0)
    total = 0
    days = _last_of_each_day(series)
    for (day, value), (next_day, next_value) in pairwise(days):
        gap = next_day - day
        if gap > settings["longest_gap"]:
            continue
        total += gap
        if value.known and next_value.known:
            share = _share(Fraction(value.low), Fraction(next_value.low), low, high)
            least, most = least + gap * share, most + gap * share
        else:
            most += gap
    return Interval(100 * least / total, 100 * most / total) if total else None


def _share(one: Fraction, other: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """The share of a straight line between two values that lies in the range."""
    if one == other:
        return Fraction(low <= one <= high)
    bottom, top = min(one, other), max(one, other)
    return max(Fraction(0), min(top, high) - max(bottom, low)) / (top - bottom)


def _last_of_each_day(series: Series) -> Series:
    """Two values of one day: the hull, because the record does not say which one counts."""
    merged: dict[int, Interval] = {}
    for day, value in series:
        merged[day] = merged[day].hull(value) if day in merged else value
    return sorted(merged.items())


METHODS: dict[str, Method] = {"time_in_range_rosendaal": time_in_range_rosendaal}
