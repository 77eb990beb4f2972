"""Numbers for one symbolic patient: the mirror of `engine.quantities`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import z3

from ...language import arithmetic as ar
from ...language import numbers as nu
from ...language import scores as sc
from . import ratios
from .pairs import Range

if TYPE_CHECKING:
    from .encode import Encoder


def times(factor: Fraction, part: Range) -> Range:
    """A multiple; a negative factor turns the range round."""
    low, high = part.low.times(factor), part.high.times(factor)
    return Range(low, high) if factor >= 0 else Range(high, low)


def plus(parts: list[Range], start: Fraction = Fraction(0)) -> Range:
    """The sum."""
    lows, highs = (part.low for part in parts), (part.high for part in parts)
    return Range(ratios.plus(lows, start), ratios.plus(highs, start))


def constant(e: Encoder, part: nu.Constant) -> Range:
    value = ratios.constant(part.value)
    return Range(value, value)


def linear(e: Encoder, part: nu.Linear) -> Range:
    return plus([times(factor, e.number(term)) for factor, term in part.terms], part.constant)


def product(e: Encoder, part: nu.Product) -> Range:
    low = high = ratios.constant(1)
    for factor, power in part.factors:
        value = e.number(factor)
        low, high = low.product(value.low.power(power)), high.product(value.high.power(power))
    return Range(low, high)


def quotient(e: Encoder, part: nu.Quotient) -> Range:
    over, under = e.number(part.over), e.number(part.under)
    return Range(over.low.divided_by(under.high), over.high.divided_by(under.low))


def largest(e: Encoder, part: nu.Largest) -> Range:
    low, high = e.number(part.of[0])
    for each in part.of[1:]:
        value = e.number(each)
        low, high = ratios.larger(low, value.low), ratios.larger(high, value.high)
    return Range(low, high)


def agreed(e: Encoder, part: nu.Agreed) -> Range:
    one, other = e.number(part.one), e.number(part.other)
    inner = ratios.larger(one.low, other.low), ratios.smaller(one.high, other.high)
    outer = ratios.smaller(one.low, other.low), ratios.larger(one.high, other.high)
    fits = agreement(e, part)
    return Range(*(ratios.either(fits, in_, out) for in_, out in zip(inner, outer, strict=True)))


def agreement(e: Encoder, part: nu.Agreed) -> Any:
    """The two records of one quantity do not contradict each other."""
    one, other = e.number(part.one), e.number(part.other)
    return z3.And(one.low.up_to(other.high), other.low.up_to(one.high))


def by_choice(e: Encoder, part: nu.ByChoice) -> Range:
    possible = e.options(part.choice)
    values = [(value, possible[key]) for key, value in part.values]
    return Range(ratios.least_possible(values), ratios.most_possible(values))


def derived(e: Encoder, part: ar.Derived) -> Range:
    return times(part.scale, e.number(part.formula))


def total(e: Encoder, part: sc.Total) -> Range:
    found = e.score(part.score)
    low, high = (ratios.constant(Fraction(end)) for end in part.range)
    return Range(
        ratios.either(found.applies.certain, found.total.low, low),
        ratios.either(found.applies.certain, found.total.high, high),
    )
