"""The semantics, on one page: how yes, no and unknown combine, and how intervals compare.

A truth is the set of what may still be so: {no}, {yes} or {no, yes}. Each function answers: what may
the result be, if each part may be any of its values? Parts are taken to be independent, so the
answer is never too narrow; it is exact where they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ..language.numbers import Sign
from ..language.values import Interval, Truth


def all_of(parts: Iterable[Truth]) -> Truth:
    """Can be yes if every part can; can be no if any part can."""
    every, some = 3, 0
    for part in parts:
        every, some = every & part, some | part
    return Truth.of(bool(every & Truth.YES), bool(some & Truth.NO))


def any_of(parts: Iterable[Truth]) -> Truth:
    """Can be yes if any part can; can be no if every part can."""
    every, some = 3, 0
    for part in parts:
        every, some = every & part, some | part
    return Truth.of(bool(some & Truth.YES), bool(every & Truth.NO))


def at_least(count: int, parts: Sequence[Truth]) -> Truth:
    """Can be yes if enough parts can be; can be no if too few must be."""
    most = sum(part.can_be_yes for part in parts)
    least = sum(not part.can_be_no for part in parts)
    return Truth.of(most >= count, least < count)


def compare(left: Interval, sign: Sign, right: Interval) -> Truth:
    """Can be yes if some pair of values stands so; can be no if some pair does not."""
    match sign:
        case "<":
            return Truth.of(left.low < right.high, left.high >= right.low)
        case "<=":
            return Truth.of(left.low <= right.high, left.high > right.low)
        case ">":
            return Truth.of(left.high > right.low, left.low <= right.high)
        case ">=":
            return Truth.of(left.high >= right.low, left.low < right.high)


def is_one_of(possible: frozenset[str], options: frozenset[str]) -> Truth:
    """Can be yes if one of the options is still possible; can be no if another one is."""
    return Truth.of(not possible.isdisjoint(options), not possible <= options)


def plus(parts: Iterable[Interval], start: Fraction | int = 0) -> Interval:
    """The sum: low ends with low ends, high ends with high ends."""
    low: Fraction | int = start
    high: Fraction | int = start
    for part in parts:
        low, high = low + part.low, high + part.high
    return Interval(low, high)


def times(factor: Fraction | int, part: Interval) -> Interval:
    """A multiple; a negative factor turns the interval round."""
    if factor == 1:
        return part
    low, high = whole(factor * part.low), whole(factor * part.high)
    return Interval(low, high) if factor > 0 else Interval(high, low)


def agreed(one: Interval, other: Interval) -> Interval:
    """What both records of one quantity allow, or their hull where they contradict each other."""
    return one.common(other) or one.hull(other)


def whole(value: Fraction | int) -> Fraction | int:
    """An integer where it is one, because integers are faster than fractions."""
    return value.numerator if value.denominator == 1 else value
