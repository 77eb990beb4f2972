"""One patient: numbers, one function for each kind. Every value is an interval in the number's unit."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ..language import arithmetic as ar
from ..language import events as ev
from ..language import numbers as nu
from ..language import scores as sc
from ..language.parameters import Parameter
from ..language.time import completed_years
from ..language.values import Interval, Truth
from . import truth
from .finding import Finding

if TYPE_CHECKING:
    from .one import Reasoner


def constant(r: Reasoner, part: nu.Constant) -> Finding:
    return Finding(part, Interval(part.value, part.value))


def parameter(r: Reasoner, part: Parameter) -> Finding:
    value = r.situation.parameters.get(part.key, part.default)
    return Finding(part, Interval(value, value))


def linear(r: Reasoner, part: nu.Linear) -> Finding:
    terms = (truth.times(factor, r.number(term)) for factor, term in part.terms)
    return Finding(part, truth.plus(terms, part.constant), r.findings(*part.parts()))


def product(r: Reasoner, part: nu.Product) -> Finding:
    low = high = Fraction(1)
    for factor, power in part.factors:
        value = r.number(factor)
        low, high = low * value.low**power, high * value.high**power
    return Finding(part, Interval(low, high), r.findings(*part.parts()))


def quotient(r: Reasoner, part: nu.Quotient) -> Finding:
    over, under = r.number(part.over), r.number(part.under)
    value = Interval(Fraction(over.low) / under.high, Fraction(over.high) / under.low)
    return Finding(part, value, r.findings(*part.parts()))


def largest(r: Reasoner, part: nu.Largest) -> Finding:
    values = [r.number(each) for each in part.of]
    value = Interval(max(v.low for v in values), max(v.high for v in values))
    return Finding(part, value, r.findings(*part.parts()))


def agreed(r: Reasoner, part: nu.Agreed) -> Finding:
    one, other = r.number(part.one), r.number(part.other)
    reason = "conflict" if one.common(other) is None else ""
    return Finding(part, truth.agreed(one, other), r.findings(*part.parts()), reason=reason)


def by_choice(r: Reasoner, part: nu.ByChoice) -> Finding:
    possible = r.options(part.choice)
    values = [value for key, value in part.values if key in possible]
    return Finding(part, Interval(min(values), max(values)), r.findings(part.choice))


def derived(r: Reasoner, part: ar.Derived) -> Finding:
    return Finding(part, truth.times(part.scale, r.number(part.formula)), r.findings(part.formula))


def years_since(r: Reasoner, part: ev.YearsSince) -> Finding:
    born, day = r.number(part.date), r.number(part.anchor)
    low = max(0, completed_years(int(born.high), int(day.low)))
    high = min(part.most, completed_years(int(born.low), int(day.high)))
    return Finding(part, Interval(min(low, high), high), r.findings(part.date))


def anchor(r: Reasoner, part: ev.Anchor) -> Finding:
    day = r.situation.index if part.name == "index" else r.situation.at
    return Finding(part, Interval(day, day))


def total(r: Reasoner, part: sc.Total) -> Finding:
    found = r.score(part.score)
    total = found.total if found.applies is Truth.YES else part.range
    return Finding(part, total, (found,))
