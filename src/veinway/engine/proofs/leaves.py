"""What can be known of a patient, as unknowns for the solver: the leaves of every rule.

A yes/no leaf is two Booleans (can be yes, can be no), a number is two integers on its grid (low, high),
a choice is a Boolean an option. Whatever is read from events, and an age from a date of birth, is a
leaf of its own that may have any value of its domain. That allows more patients than there can be (a
first scan that is younger than the last): what is proved holds, and a patient that refutes a law is
checked again (see `patients`). A parameter is one integer in its permitted range.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import z3

from ...language import events as ev
from ...language.expressions import ChoiceExpression, Expression, YesNoExpression
from ...language.facts import Choice, DateFact, Fact, Measure, YesNo
from ...language.knowledge import describe
from ...language.parameters import Parameter
from ...language.values import NEVER, Interval, Possible, Truth
from .ratios import Ratio

_FROM_EVENTS = (
    ev.AnyEvent,
    ev.CountOf,
    ev.DaysSince,
    ev.ValueOf,
    ev.OptionOf,
    ev.SeriesMeasure,
    ev.Obtainable,
    ev.YearsSince,
)
LEAVES = (YesNo, Choice, Measure, DateFact, Parameter, *_FROM_EVENTS)


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


class Leaves:
    """The leaves of one patient; `name` keeps the unknowns of two patients apart."""

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._made: dict[str, Leaf] = {}
        self._key: dict[Expression, str] = {}

    def leaf(self, of: Expression) -> Leaf:
        """The leaf of an expression; two that say the same share one."""
        if of not in self._key:
            self._key[of] = of.key if isinstance(of, Fact | Parameter) else describe(of)
        key = self._key[of]
        if key not in self._made:
            self._made[key] = _make(of, f"{self._name}{len(self._made)}")
        return self._made[key]

    def below(self, *roots: Expression) -> list[Leaf]:
        """Every leaf that some expressions look at, each once."""
        found: dict[Leaf, None] = {}
        seen: set[Expression] = set()
        waiting = list(roots)
        while waiting:
            part = waiting.pop()
            if part in seen:
                continue
            seen.add(part)
            if isinstance(part, LEAVES):
                found[self.leaf(part)] = None
            else:
                waiting.extend(reversed(part.parts()))
        return list(found)


def _make(of: Expression, name: str) -> Leaf:
    key = name_of(of)
    if isinstance(of, Parameter):
        site = z3.Int(f"{name} {key}")
        return ParameterLeaf(of, key, site, site, _on_grid(of.permitted, of.step), of.step)
    if isinstance(of, YesNoExpression):
        return YesNoLeaf(of, key, z3.Bool(f"{name} {key} yes"), z3.Bool(f"{name} {key} no"))
    if isinstance(of, ChoiceExpression):
        can = {option: z3.Bool(f"{name} {key} {option}") for option in of.option_keys()}
        return ChoiceLeaf(of, key, can)
    domain, step = _domain(of)
    unknown = z3.Real if isinstance(of, ev.SeriesMeasure) else z3.Int
    ends = (unknown(f"{name} {key} {end}") for end in ("low", "high"))
    return NumberLeaf(of, key, *ends, domain, step)


def _domain(of: Expression) -> tuple[Interval, Fraction]:
    """The domain in steps of the grid, and the step in the number's unit."""
    match of:
        case DateFact():
            return Interval(of.earliest, of.latest), Fraction(1)
        case Measure():
            return _on_grid(of.domain, of.step), of.step
        case ev.DaysSince():
            return Interval(0, NEVER), Fraction(1)
        case ev.CountOf() | ev.YearsSince():
            return Interval(0, of.most), Fraction(1)
        case ev.ValueOf():
            return _on_grid(of.attribute.domain, of.attribute.step), of.attribute.step
        case ev.SeriesMeasure():
            return _on_grid(of.domain, of.step), of.step
    raise AssertionError(type(of))


def _on_grid(domain: Interval, step: Fraction) -> Interval:
    return Interval(int(domain.low / step), int(domain.high / step))


def name_of(of: Expression) -> str:
    """What a leaf is called in a counter-example."""
    match of:
        case Fact() | Parameter():
            return of.key
        case ev.AnyEvent():
            return f"any {_of(of.of)}"
        case ev.CountOf():
            return f"number of {_of(of.of)}"
        case ev.DaysSince():
            return f"days since the {of.which} {_of(of.of)}"
        case ev.ValueOf() | ev.OptionOf():
            return f"{of.attribute.key} of the {of.which} {_of(of.of)}"
        case ev.SeriesMeasure():
            return of.key
        case ev.YearsSince():
            return f"years since {of.date.key}"
        case ev.Obtainable():
            return f"{of.answer.key}, seen from its request"
    raise AssertionError(type(of))


def _of(selection: ev.Selection) -> str:
    """The events that count, in words."""
    words = selection.event.key
    window = selection.window
    if window is not None:
        spans = [f"back {window.back}"] * bool(window.back) + [f"ahead {window.ahead}"] * bool(window.ahead)
        start = f"from day {window.starts_after} " if window.starts_after else ""
        words += f" ({start}{', '.join(spans)})"
    return words + (" that matches" if selection.where is not None else "")


def _holds(model: Any, unknown: Any) -> bool:
    return bool(z3.is_true(model.eval(unknown, model_completion=True)))


def _number(model: Any, unknown: Any) -> Fraction:
    return Fraction(model.eval(unknown, model_completion=True).as_string())
