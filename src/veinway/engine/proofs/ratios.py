"""Exact numbers with unknown parts: a symbolic integer over a positive one. Nothing is ever divided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from typing import Any

import z3


@dataclass(frozen=True, slots=True)
class Ratio:
    """`over` divided by `under`; `under` is above zero, and a plain integer wherever it can be."""

    over: Any
    under: Any

    def times(self, factor: Fraction) -> Ratio:
        return Ratio(self.over * factor.numerator, self.under * factor.denominator)

    def product(self, other: Ratio) -> Ratio:
        return Ratio(self.over * other.over, self.under * other.under)

    def power(self, exponent: int) -> Ratio:
        result = self
        for _ in range(exponent - 1):
            result = result.product(self)
        return result

    def divided_by(self, other: Ratio) -> Ratio:
        """Only for an `other` above zero."""
        return Ratio(self.over * other.under, self.under * other.over)

    def less_than(self, other: Ratio) -> Any:
        one, two = _overs(self, other)
        return one < two

    def up_to(self, other: Ratio) -> Any:
        one, two = _overs(self, other)
        return one <= two


def constant(value: Fraction | int) -> Ratio:
    """A number that is known."""
    exact = Fraction(value)
    return Ratio(z3.IntVal(exact.numerator), exact.denominator)


def plus(parts: Iterable[Ratio], start: Fraction) -> Ratio:
    """The sum."""
    total = constant(start)
    for part in parts:
        one, two = _overs(total, part)
        total = Ratio(one + two, _common_under(total, part))
    return total


def either(condition: Any, one: Ratio, other: Ratio) -> Ratio:
    """`one` where the condition holds, else `other`."""
    first, second = _overs(one, other)
    return Ratio(z3.If(condition, first, second), _common_under(one, other))


def smaller(one: Ratio, other: Ratio) -> Ratio:
    return either(one.up_to(other), one, other)


def larger(one: Ratio, other: Ratio) -> Ratio:
    return either(one.up_to(other), other, one)


def least_possible(values: Iterable[tuple[Fraction, Any]]) -> Ratio:
    """The least of some known numbers whose conditions hold (one of them does)."""
    return _first_possible(sorted(values, key=lambda entry: entry[0]))


def most_possible(values: Iterable[tuple[Fraction, Any]]) -> Ratio:
    """The largest of some known numbers whose conditions hold (one of them does)."""
    return _first_possible(sorted(values, key=lambda entry: entry[0], reverse=True))


def _first_possible(values: list[tuple[Fraction, Any]]) -> Ratio:
    *earlier, (last, _) = values
    chosen = constant(last)
    for value, condition in reversed(earlier):
        chosen = either(condition, constant(value), chosen)
    return chosen


def _common_under(one: Ratio, other: Ratio) -> Any:
    if isinstance(one.under, int) and isinstance(other.under, int):
        return one.under * other.under // gcd(one.under, other.under)
    return one.under * other.under


def _overs(one: Ratio, other: Ratio) -> tuple[Any, Any]:
    """Both numbers over their common divisor."""
    if isinstance(one.under, int) and isinstance(other.under, int):
        shared = gcd(one.under, other.under)
        return one.over * (other.under // shared), other.over * (one.under // shared)
    return one.over * other.under, other.over * one.under
