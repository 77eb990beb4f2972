"""One patient: numbers, one function for each kind. Every value is an interval in the number's unit."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..language import arithmetic as ar
from ..language import events as ev
from ..language import numbers as nu
from ..language import scores as sc
from ..language.expressions import Expression
from ..language.parameters import Parameter
from ..language.time import completed_years
from ..language.values import Interval, Truth
from . import truth
from .finding import Finding
from .truth import whole

if TYPE_CHECKING:
    from .one import Reasoner


def constant(r: Reasoner, part: nu.Constant) -> Finding:
    return Finding(part, Interval(part.value, part.value))


def parameter(r: Reasoner, part: Parameter) -> Finding:
    value = r.situation.parameters.get(part.key, part.default)
    return Finding(part, Interval(value, value))


def formula(of: Callable[..., Interval]) -> Callable[[Reasoner, Any], Finding]:
    """A number that is worked out from others, its parts."""

    def find(r: Reasoner, part: Expression) -> Finding:
        parts = part.parts()
        because = r.findings(*parts)
        return Finding(part, of(part, *(each.value for each in because)), because)

    return find


def linear_of(part: nu.Linear, *terms: Interval) -> Interval:
    factors = (whole(factor) for factor, _ in part.terms)
    multiples = map(truth.times, factors, terms)
    return truth.plus(multiples, whole(part.constant))


def product_of(part: nu.Product, *factors: Interval) -> Interval:
    low: Fraction | int = 1
    high: Fraction | int = 1
    for (_, power), value in zip(part.factors, factors, strict=True):
        low, high = low * value.low**power, high * value.high**power
    return Interval(low, high)


def quotient_of(part: nu.Quotient, over: Interval, under: Interval) -> Interval:
    return Interval(Fraction(over.low) / under.high, Fraction(over.high) / under.low)


def largest_of(part: nu.Largest, *of: Interval) -> Interval:
    return Interval(max(value.low for value in of), max(value.high for value in of))


def derived_of(part: ar.Derived, formula: Interval) -> Interval:
    return truth.times(_scale(part), formula)


@lru_cache(maxsize=256)
def _scale(part: ar.Derived) -> Fraction | int:
    return whole(part.scale)


def agreed_of(part: nu.Agreed, one: Interval, other: Interval) -> Interval:
    return truth.agreed(one, other)


def agreed(r: Reasoner, part: nu.Agreed) -> Finding:
    one, other = r.number(part.one), r.number(part.other)
    reason = "conflict" if one.common(other) is None else ""
    return Finding(part, agreed_of(part, one, other), r.findings(*part.parts()), reason=reason)


def by_choice_of(part: nu.ByChoice, possible: frozenset[str]) -> Interval:
    values = [whole(value) for key, value in part.values if key in possible]
    return Interval(min(values), max(values))


def by_choice(r: Reasoner, part: nu.ByChoice) -> Finding:
    return Finding(part, by_choice_of(part, r.options(part.choice)), r.findings(part.choice))


def years_of(part: ev.YearsSince, born: Interval, day: Interval) -> Interval:
    # Of somebody who is born later no year has passed.
    low = max(0, completed_years(int(born.high), int(day.low)))
    high = max(0, min(part.most, completed_years(int(born.low), int(day.high))))
    return Interval(min(low, high), high)


def years_since(r: Reasoner, part: ev.YearsSince) -> Finding:
    value = years_of(part, r.number(part.date), r.number(part.anchor))
    return Finding(part, value, r.findings(part.date))


def anchor(r: Reasoner, part: ev.Anchor) -> Finding:
    day = r.situation.index if part.name == "index" else r.situation.at
    return Finding(part, Interval(day, day))


def total(r: Reasoner, part: sc.Total) -> Finding:
    found = r.score(part.score)
    total = found.total if found.applies is Truth.YES else part.range
    return Finding(part, total, (found,))
