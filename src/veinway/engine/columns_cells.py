"""Many patients: what stands in a cell, and how it is combined.

A *plane* is a Boolean column (or a constant): whether something is still possible. What only joins
planes or compares columns is kept apart from other expressions, because two columns are joined much
faster than a dataframe engine evaluates an expression. A *whole* is an integer column with the least and
the most that it can be, from which overflow is excluded before anything runs. A number is two *ratios*
of wholes, low and high, and a scale that is the same for everybody: ratios are compared by
cross-multiplication, so nothing is ever divided or rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from operator import add, and_, ge, gt, le, lt, or_
from typing import Any, Literal, NamedTuple, TypeVar

import polars as pl

from ..language.errors import DefinitionError
from ..language.numbers import Sign

LARGEST = 2**63 - 1


Joining = Literal["every", "some", "not", "sum", ">", ">=", "<", "<=", "has"]


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """Every one of some planes, some of them, or not the only one; or how two integer columns compare.

    A column is compared with the number where there is no other column; `has`: a bit of it is set there.
    """

    how: Joining
    of: tuple[pl.Expr | Joined, ...]
    number: int | None = None


Plane = pl.Expr | Joined | bool
Column = TypeVar("Column", pl.Expr, pl.Series)


class Pair(NamedTuple):
    """A truth in columns: it can be yes, it can be no."""

    yes: Plane
    no: Plane

    def opposite(self) -> Pair:
        return Pair(self.no, self.yes)


def every(planes: Iterable[Plane]) -> Plane:
    """All of these; nothing is a null, so `&` is exact."""
    return _joined("every", planes, neutral=True)


def some(planes: Iterable[Plane]) -> Plane:
    """At least one of these."""
    return _joined("some", planes, neutral=False)


def _joined(how: Joining, planes: Iterable[Plane], *, neutral: bool) -> Plane:
    """neutral: the constant that changes nothing; the other one settles it."""
    left: list[pl.Expr | Joined] = []
    for plane in planes:
        if plane is (not neutral):
            return plane
        if not isinstance(plane, bool):
            left.append(plane)
    if len(left) < 2:
        return left[0] if left else neutral
    return Joined(how, tuple(left))


def inverted(plane: Plane) -> Plane:
    """Not so."""
    if isinstance(plane, bool):
        return not plane
    if isinstance(plane, Joined) and plane.how == "not":
        return plane.of[0]
    return Joined("not", (plane,))


@dataclass(frozen=True, slots=True)
class Whole:
    """An integer column or constant, and the range that it stays in."""

    of: pl.Expr | int
    least: int
    most: int

    def __post_init__(self) -> None:
        if self.least < -LARGEST or self.most > LARGEST:
            raise DefinitionError(
                "D220",
                f"A number of up to {max(-self.least, self.most)} does not fit into 64 bits.",
                todo="Narrow the domains of the facts, or give them a coarser grid.",
            )

    def plus(self, other: Whole) -> Whole:
        if self.is_always(0) or other.is_always(0):
            return other if self.is_always(0) else self
        return Whole(self.of + other.of, self.least + other.least, self.most + other.most)

    def times(self, other: Whole) -> Whole:
        if self.is_always(1) or other.is_always(1):
            return other if self.is_always(1) else self
        corners = [mine * theirs for mine in self.ends for theirs in other.ends]
        return Whole(self.of * other.of, min(corners), max(corners))

    def multiple(self, factor: int) -> Whole:
        return self.times(constant(factor))

    def is_always(self, value: int) -> bool:
        """It is this constant."""
        return isinstance(self.of, int) and self.of == value

    @property
    def ends(self) -> tuple[int, int]:
        return self.least, self.most

    def above(self, other: Whole, *, or_equal: bool) -> Plane:
        """Greater than the other (or as great)."""
        if isinstance(self.of, int) and isinstance(other.of, int):
            return self.of >= other.of if or_equal else self.of > other.of
        if isinstance(other.of, int):
            assert isinstance(self.of, pl.Expr)
            return Joined(">=" if or_equal else ">", (self.of,), other.of)
        if isinstance(self.of, int):
            return Joined("<=" if or_equal else "<", (other.of,), self.of)
        return Joined(">=" if or_equal else ">", (self.of, other.of))


def constant(value: int) -> Whole:
    """The same integer for everybody."""
    return Whole(value, value, value)


ONE = constant(1)


def as_plane(plane: Plane) -> pl.Expr:
    """A plane as a Boolean column."""
    if isinstance(plane, Joined):
        return joined(plane.how, [as_plane(each) for each in plane.of], plane.number)
    return pl.lit(plane) if isinstance(plane, bool) else plane


def joined(how: Joining, of: list[Column], number: int | None) -> Column:
    """What comes of joining some columns, or of comparing one with another or with a number."""
    one, *others = of
    match how:
        case "not":
            return ~one
        case "has":
            assert number is not None
            return (one & number) != 0
    operator = _OPERATORS[how]
    return operator(one, number) if number is not None else reduce(operator, others, one)


_OPERATORS: dict[Joining, Callable[..., Any]] = {
    "every": and_, "some": or_, "sum": add, ">": gt, ">=": ge, "<": lt, "<=": le,
}  # fmt: skip


def as_column(value: pl.Expr | int) -> pl.Expr:
    """An integer as a column of its own type, so that no arithmetic is done in fewer bits."""
    return pl.lit(value, pl.Int64) if isinstance(value, int) else value


def chosen(plane: Plane, one: Whole, other: Whole) -> Whole:
    """`one` where the plane holds, else `other`."""
    if isinstance(plane, bool):
        return one if plane else other
    if isinstance(one.of, int) and other.is_always(one.of):
        return one
    picked = pl.when(as_plane(plane)).then(as_column(one.of)).otherwise(as_column(other.of))
    return Whole(picked, min(one.least, other.least), max(one.most, other.most))


class Ratio(NamedTuple):
    """One whole over another that is above zero."""

    over: Whole
    under: Whole = ONE

    def plus(self, other: Ratio) -> Ratio:
        if self.under.is_always(1) and other.under.is_always(1):
            return Ratio(self.over.plus(other.over), self.under)
        over = self.over.times(other.under).plus(other.over.times(self.under))
        return Ratio(over, self.under.times(other.under))

    def times(self, other: Ratio) -> Ratio:
        return Ratio(self.over.times(other.over), self.under.times(other.under))

    def divided_by(self, other: Ratio) -> Ratio:
        return Ratio(self.over.times(other.under), self.under.times(other.over))

    def multiple(self, factor: int) -> Ratio:
        return Ratio(self.over.multiple(factor), self.under)

    def above(self, other: Ratio, *, or_equal: bool) -> Plane:
        """Greater than the other (or as great), by cross-multiplication."""
        mine, theirs = self.over.times(other.under), other.over.times(self.under)
        return mine.above(theirs, or_equal=or_equal)


def pick(plane: Plane, one: Ratio, other: Ratio) -> Ratio:
    """`one` where the plane holds, else `other`."""
    return Ratio(chosen(plane, one.over, other.over), chosen(plane, one.under, other.under))


def larger(one: Ratio, other: Ratio) -> Ratio:
    return pick(one.above(other, or_equal=True), one, other)


def smaller(one: Ratio, other: Ratio) -> Ratio:
    return pick(one.above(other, or_equal=True), other, one)


class Number(NamedTuple):
    """A number in columns: from `low` times `scale` to `high` times `scale`, in its unit."""

    low: Ratio
    high: Ratio
    scale: Fraction

    def each(self, change: Callable[[Ratio], Ratio], scale: Fraction) -> Number:
        return Number(change(self.low), change(self.high), scale)


def whole_number(low: Whole, high: Whole, scale: Fraction = Fraction(1)) -> Number:
    """A number that is no ratio."""
    return Number(Ratio(low), Ratio(high), scale)


def same_for_all(value: Fraction) -> Number:
    """A number that is known and the same for everybody."""
    over = Ratio(constant(value.numerator))
    return Number(over, over, Fraction(1, value.denominator))


def common_scale(scales: Iterable[Fraction]) -> Fraction:
    """The coarsest scale on which all of these are whole."""
    parts = list(scales)
    return Fraction(gcd(*(part.numerator for part in parts)), lcm(*(part.denominator for part in parts)))


def rescaled(number: Number, scale: Fraction) -> Number:
    """The same number on a finer scale; D221 where it is not whole there."""
    factor = number.scale / scale
    if factor.denominator != 1:
        raise DefinitionError("D221", f"Steps of {number.scale} are finer than the grid of {scale}.")
    return number.each(lambda end: end.multiple(int(factor)), scale)


def on_one_scale(numbers: Iterable[Number]) -> list[Number]:
    """The same numbers, all on one scale."""
    listed = list(numbers)
    scale = common_scale(number.scale for number in listed)
    return [rescaled(number, scale) for number in listed]


def compare(left: Number, sign: Sign, right: Number) -> Pair:
    """Can be yes if some pair of values stands so; can be no if some pair does not."""
    one, other = on_one_scale((left, right))
    match sign:
        case "<":
            return compare(other, ">", one)
        case "<=":
            return compare(other, ">=", one)
        case ">":
            return Pair(
                one.high.above(other.low, or_equal=False), other.high.above(one.low, or_equal=True)
            )
        case ">=":
            return Pair(
                one.high.above(other.low, or_equal=True), other.high.above(one.low, or_equal=False)
            )
