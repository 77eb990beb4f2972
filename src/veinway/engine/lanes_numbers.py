"""What-if lanes of one patient: numbers.

A number is a *spread*: its interval in lane 0, and the lanes in which it is another one. A lane is named
by its bit. Numbers on a grid are counted in whole steps of it; the others are in their unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from ..language.numbers import Sign
from ..language.values import Interval, Truth
from . import truth
from .truth import whole


class Spread(NamedTuple):
    """An interval, and the lanes in which it is another one."""

    here: Interval
    others: dict[int, Interval]

    def at(self, lane: int) -> Interval:
        return self.others.get(lane, self.here)


Planes = tuple[int, int]
"""In which lanes something can be yes, and in which it can be no."""


def bits(plane: int) -> Iterable[int]:
    """The lanes of a plane, each by its bit."""
    while plane:
        bit = plane & -plane
        yield bit
        plane ^= bit


def changed(full: int, plane: int) -> int:
    """The lanes in which a plane says something else than in lane 0."""
    return plane ^ full if plane & 1 else plane


def put(plane: int, bit: int, value: object) -> int:
    """The plane with this value in one lane."""
    return plane | bit if value else plane & ~bit


def constant(value: Fraction) -> Spread:
    return Spread(Interval(whole(value), whole(value)), {})


def in_unit(number: Spread, step: Fraction) -> Spread:
    """A number that was counted in steps."""
    return Spread(
        _times(number.here, step), {lane: _times(v, step) for lane, v in number.others.items()}
    )


def _times(value: Interval, step: Fraction) -> Interval:
    return Interval(whole(value.low * step), whole(value.high * step))


def worked_out(of: Callable[..., Interval], part: Any, *numbers: Spread) -> Spread:
    """What a formula gives, in lane 0 and wherever one of its numbers is another."""
    here = _once(of, part, *[number.here for number in numbers])
    lanes = {lane for number in numbers for lane in number.others}
    if not lanes:
        return Spread(here, {})
    return Spread(here, {lane: of(part, *(n.at(lane) for n in numbers)) for lane in lanes})


@lru_cache(maxsize=4096)
def _once(of: Callable[..., Interval], part: Any, *numbers: Interval) -> Interval:
    """What a formula gives: most often, of numbers that nobody knows."""
    return of(part, *numbers)


def by_choice(of: Callable[..., Interval], part: Any, full: int, *planes: int) -> Spread:
    """A number for each option."""
    keys = part.choice.option_keys()
    differ = 0
    for plane in planes:
        differ |= changed(full, plane)

    def at(lane: int) -> Interval:
        return of(part, frozenset(key for key, p in zip(keys, planes, strict=True) if p & lane))

    return Spread(at(1), {lane: at(lane) for lane in bits(differ)})


def from_(number: Spread, border: int, full: int) -> Planes:
    """Whether it is this number of steps or more."""
    (low, high), others = number
    yes, no = (full if high >= border else 0), (full if low < border else 0)
    for bit, (low, high) in others.items():
        yes, no = put(yes, bit, high >= border), put(no, bit, low < border)
    return yes, no


def compared(sign: Sign, left: Spread, right: Spread, full: int) -> Planes:
    """One number against another."""
    here = truth.compare(left.here, sign, right.here)
    yes, no = (full if here.can_be_yes else 0), (full if here.can_be_no else 0)
    for bit in {*left.others, *right.others}:
        value = truth.compare(left.at(bit), sign, right.at(bit))
        yes, no = put(yes, bit, value.can_be_yes), put(no, bit, value.can_be_no)
    return yes, no


def conflict(one: Spread, other: Spread, full: int) -> int:
    """The lanes in which two records of one quantity contradict each other."""
    plane = full if one.here.common(other.here) is None else 0
    for bit in {*one.others, *other.others}:
        plane = put(plane, bit, one.at(bit).common(other.at(bit)) is None)
    return plane


# Totals -----------------------------------------------------------------------------------------


def digits(full: int, number: Spread, factor: int, offset: int, count: int) -> list[int]:
    """The low end of a multiple of a number in binary, from an offset up, and then its high end."""
    planes = [0] * (2 * count)
    lanes = full
    for bit, value in number.others.items():
        lanes ^= bit
        _set(planes, bit, value, factor, offset)
    _set(planes, lanes, number.here, factor, offset)
    return planes


def _set(planes: list[int], lanes: int, value: Interval, factor: int, offset: int) -> None:
    count = len(planes) // 2
    ends = sorted(int(factor * end) - offset for end in value)
    for start, end in zip((0, count), ends, strict=True):
        for place in range(count):
            if end >> place & 1:
                planes[start + place] |= lanes


def number_at(lane: int, offset: int, planes: Iterable[int]) -> int:
    """A number in binary, in one lane."""
    return offset + sum([1 << place for place, plane in enumerate(planes) if plane & lane])


def total(
    full: int,
    low: tuple[int, ...],
    high: tuple[int, ...],
    low_offset: int,
    high_offset: int,
    doubtful: int,
    anything: tuple[int, int],
) -> Spread:
    """A total; all that it may be in the lanes where the score may not be valid."""

    def at(lane: int) -> Interval:
        if doubtful & lane:
            return Interval(*anything)
        return Interval(number_at(lane, low_offset, low), number_at(lane, high_offset, high))

    differ = changed(full, doubtful)
    for plane in (*low, *high):
        differ |= changed(full, plane)
    return Spread(at(1), {bit: at(bit) for bit in bits(differ)})


# Yes and no -------------------------------------------------------------------------------------


def so_many(count: int, full: int, *planes: int) -> int:
    """The lanes in which so many planes or more hold."""
    reached = [full] + [0] * count
    for plane in planes:
        for place in range(count, 0, -1):
            reached[place] |= reached[place - 1] & plane
    return reached[count]


def through(yes: int, no: int, if_no: Truth, if_yes: Truth) -> Planes:
    """A truth that depends on another: what it is if the other is no, and if it is yes."""
    can_be_yes = (yes if if_yes.can_be_yes else 0) | (no if if_no.can_be_yes else 0)
    return can_be_yes, (yes if if_yes.can_be_no else 0) | (no if if_no.can_be_no else 0)
