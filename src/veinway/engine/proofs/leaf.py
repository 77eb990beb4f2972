"""One thing that can be known of a patient, as unknowns for the solver.

A yes/no leaf is two Booleans (can be yes, can be no), a number is two integers on its grid (low, high),
a choice is a Boolean an option, and a parameter is one integer in its permitted range.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import z3

from ...language.expressions import Expression
from ...language.parameters import Parameter
from ...language.values import Interval, Possible, Truth
from .ratios import Ratio


class Leaf:
    """One thing that can be known; `of` is the expression and `key` its name."""

    of: Expression
    key: str

    def allowed(self) -> Any:
        """The value lies in its domain and is not empty."""
        raise NotImplementedError

    def unknown(self) -> Any:
        """It may still be anything."""
        raise NotImplementedError

    def complete(self) -> Any:
        """One value is left."""
        raise NotImplementedError

    def inside(self, wider: Any) -> Any:
        """Everything that this may be, the other may be too."""
        raise NotImplementedError

    def wider(self) -> list[Any]:
        """Ways of knowing less, each a condition."""
        return []

    def given(self, value: Any) -> list[tuple[Any, Any]]:
        """Each unknown with its value, for a value as the one-patient engine has it."""
        raise NotImplementedError

    def read(self, model: Any) -> Possible:
        """The value in the solver's answer, as the one-patient engine has it."""
        raise NotImplementedError

    def anything(self) -> Possible:
        """The value that says nothing, as the one-patient engine has it."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, eq=False)
class YesNoLeaf(Leaf):
    """Two Booleans, at least one of them true."""

    of: Expression
    key: str
    yes: Any
    no: Any

    def allowed(self) -> Any:
        return z3.Or(self.yes, self.no)

    def unknown(self) -> Any:
        return z3.And(self.yes, self.no)

    def complete(self) -> Any:
        return z3.Xor(self.yes, self.no)

    def inside(self, wider: YesNoLeaf) -> Any:
        return z3.And(z3.Implies(self.yes, wider.yes), z3.Implies(self.no, wider.no))

    def given(self, value: Truth) -> list[tuple[Any, Any]]:
        return [
            (self.yes, z3.BoolVal(value.can_be_yes)),
            (self.no, z3.BoolVal(value.can_be_no)),
        ]

    def read(self, model: Any) -> Truth:
        return Truth.of(_holds(model, self.yes), _holds(model, self.no))

    def anything(self) -> Truth:
        return Truth.UNKNOWN


@dataclass(frozen=True, slots=True, eq=False)
class NumberLeaf(Leaf):
    """Two integers low <= high of a domain, counted in steps of a grid (real numbers for a series)."""

    of: Expression
    key: str
    low: Any
    high: Any
    domain: Interval
    step: Fraction

    def allowed(self) -> Any:
        inside = [self.domain.low <= self.low, self.high <= self.domain.high]
        return z3.And(*inside, self.low <= self.high)

    def unknown(self) -> Any:
        return z3.And(self.low == self.domain.low, self.high == self.domain.high)

    def complete(self) -> Any:
        return self.low == self.high

    def inside(self, wider: NumberLeaf) -> Any:
        return z3.And(wider.low <= self.low, self.high <= wider.high)

    def wider(self) -> list[Any]:
        return [self.low == self.domain.low, self.high == self.domain.high]

    def ratios(self) -> tuple[Ratio, Ratio]:
        """Both ends in the number's unit."""
        top, bottom = self.step.numerator, self.step.denominator
        return Ratio(self.low * top, bottom), Ratio(self.high * top, bottom)

    def given(self, value: Interval) -> list[tuple[Any, Any]]:
        ends = (Fraction(end) / self.step for end in value)
        return [
            (unknown, z3.RealVal(str(end)) if unknown.is_real() else z3.IntVal(int(end)))
            for unknown, end in zip((self.low, self.high), ends, strict=True)
        ]

    def read(self, model: Any) -> Interval:
        low, high = (_number(model, end) * self.step for end in (self.low, self.high))
        return Interval(low, high)

    def anything(self) -> Interval:
        return Interval(self.domain.low * self.step, self.domain.high * self.step)


class ParameterLeaf(NumberLeaf):
    """A site's choice: one integer, and nothing that can be unknown about a patient."""

    __slots__ = ()

    def unknown(self) -> Any:
        assert isinstance(self.of, Parameter)
        return self.low == int(self.of.default / self.step)

    def inside(self, wider: NumberLeaf) -> Any:
        return self.low == wider.low

    def wider(self) -> list[Any]:
        return []

    def anything(self) -> Interval:
        assert isinstance(self.of, Parameter)
        return Interval(self.of.default, self.of.default)


@dataclass(frozen=True, slots=True, eq=False)
class ChoiceLeaf(Leaf):
    """A Boolean an option, at least one of them true."""

    of: Expression
    key: str
    can: dict[str, Any]

    def allowed(self) -> Any:
        return z3.Or(*self.can.values())

    def unknown(self) -> Any:
        return z3.And(*self.can.values())

    def complete(self) -> Any:
        return z3.PbEq([(can, 1) for can in self.can.values()], 1)

    def inside(self, wider: ChoiceLeaf) -> Any:
        return z3.And(*(z3.Implies(can, wider.can[key]) for key, can in self.can.items()))

    def wider(self) -> list[Any]:
        return list(self.can.values())

    def given(self, value: frozenset[str]) -> list[tuple[Any, Any]]:
        return [(can, z3.BoolVal(key in value)) for key, can in self.can.items()]

    def read(self, model: Any) -> frozenset[str]:
        return frozenset(key for key, can in self.can.items() if _holds(model, can))

    def anything(self) -> frozenset[str]:
        return frozenset(self.can)


def _holds(model: Any, unknown: Any) -> bool:
    return bool(z3.is_true(model.eval(unknown, model_completion=True)))


def _number(model: Any, unknown: Any) -> Fraction:
    return Fraction(model.eval(unknown, model_completion=True).as_string())
