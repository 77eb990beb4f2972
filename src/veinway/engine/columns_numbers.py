"""Many patients: numbers, one function for each kind; an end is a whole over a whole, never a float."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING

import polars as pl

from ..language import arithmetic as ar
from ..language import events as ev
from ..language import facts as fa
from ..language import numbers as nu
from ..language import scores as sc
from ..language.parameters import Parameter
from ..language.values import Interval
from .candidates import FAR_FUTURE
from .columns_cells import (
    Number,
    Plane,
    Ratio,
    Whole,
    as_column,
    common_scale,
    larger,
    on_one_scale,
    pick,
    same_for_all,
    smaller,
    whole_number,
)
from .planes import high_column, low_column

if TYPE_CHECKING:
    from .columns_compiler import Compiler


def number_fact(c: Compiler, fact: fa.Measure | fa.DateFact) -> Number:
    anything = fact.anything
    assert isinstance(anything, Interval)
    least, most = int(anything.low), int(anything.high)
    columns = c.layers.fact(fact)
    low, high = columns[low_column(fact.key)], columns[high_column(fact.key)]
    step = fact.step if isinstance(fact, fa.Measure) else Fraction(1)
    return whole_number(Whole(low, least, most), Whole(high, least, most), step)


def constant(c: Compiler, part: nu.Constant) -> Number:
    return same_for_all(part.value)


def parameter(c: Compiler, part: Parameter) -> Number:
    return same_for_all(c.parameters.get(part.key, part.default))


def linear(c: Compiler, part: nu.Linear) -> Number:
    terms = [_multiple(c.operand(term), factor) for factor, term in part.terms]
    numbers = on_one_scale([same_for_all(part.constant), *terms])
    low = reduce(Ratio.plus, (number.low for number in numbers))
    high = reduce(Ratio.plus, (number.high for number in numbers))
    return c.layers.number(Number(low, high, numbers[0].scale))


def _multiple(number: Number, factor: Fraction) -> Number:
    """A multiple; a negative factor turns the number round."""
    if factor == 0:
        return same_for_all(Fraction(0))
    if factor > 0:
        return Number(number.low, number.high, number.scale * factor)
    return Number(number.high.multiple(-1), number.low.multiple(-1), number.scale * -factor)


def product(c: Compiler, part: nu.Product) -> Number:
    factors = [c.operand(factor) for factor, power in part.factors for _ in range(power)]
    low = reduce(Ratio.times, (factor.low for factor in factors))
    high = reduce(Ratio.times, (factor.high for factor in factors))
    scale = reduce(Fraction.__mul__, (factor.scale for factor in factors))
    return c.layers.number(Number(low, high, scale))


def quotient(c: Compiler, part: nu.Quotient) -> Number:
    over, under = c.operand(part.over), c.operand(part.under)
    low, high = over.low.divided_by(under.high), over.high.divided_by(under.low)
    return c.layers.number(Number(low, high, over.scale / under.scale))


def largest(c: Compiler, part: nu.Largest) -> Number:
    one, *rest = on_one_scale(c.operand(each) for each in part.of)
    for other in rest:
        one = c.layers.number(
            Number(larger(one.low, other.low), larger(one.high, other.high), one.scale)
        )
    return one


def agreed(c: Compiler, part: nu.Agreed) -> Number:
    """What both allow; where they contradict each other, everything from the lowest to the highest."""
    one, other = on_one_scale([c.operand(part.one), c.operand(part.other)])
    common = c.layers.number(
        Number(larger(one.low, other.low), smaller(one.high, other.high), one.scale)
    )
    hull = c.layers.number(Number(smaller(one.low, other.low), larger(one.high, other.high), one.scale))
    meet = c.layers.plane(common.high.above(common.low, or_equal=True))
    low, high = pick(meet, common.low, hull.low), pick(meet, common.high, hull.high)
    return c.layers.number(Number(low, high, one.scale))


def by_choice(c: Compiler, part: nu.ByChoice) -> Number:
    options = c.options(part.choice)
    scale = common_scale(value or Fraction(1) for _, value in part.values)
    rising = sorted((int(value / scale), key) for key, value in part.values)
    low = _first_possible(rising, options.some_of)
    high = _first_possible(rising[::-1], options.some_of)
    return c.layers.number(whole_number(low, high, scale))


def _first_possible(values: list[tuple[int, str]], some_of: Callable[[frozenset[str]], Plane]) -> Whole:
    """The first of these values whose option is possible; the last needs no asking."""
    *earlier, (last, _) = values
    found = Whole(last, last, last)
    for value, key in reversed(earlier):
        possible = some_of(frozenset({key}))
        fitting = Whole(value, value, value)
        found = pick(possible, Ratio(fitting), Ratio(found)).over
    return found


def derived(c: Compiler, part: ar.Derived) -> Number:
    formula = c.operand(part.formula)
    return Number(formula.low, formula.high, formula.scale * part.scale)


def total(c: Compiler, part: sc.Total) -> Number:
    """The total where the score is valid; else anything between its bounds."""
    found = c.score(part.score)
    anything = part.range
    low, high = same_for_all(Fraction(anything.low)), same_for_all(Fraction(anything.high))
    number, low, high = on_one_scale([found.total, low, high])
    doubtful = found.applies.no
    return c.layers.number(
        Number(pick(doubtful, low.low, number.low), pick(doubtful, high.high, number.high), number.scale)
    )


# Days -------------------------------------------------------------------------------------------


def anchor(c: Compiler, part: ev.Anchor) -> Number:
    day = Whole(c.layers.input(part.name, None), -FAR_FUTURE, FAR_FUTURE)
    return whole_number(day, day)


def years_since(c: Compiler, part: ev.YearsSince) -> Number:
    born, day = c.number(part.date), c.number(part.anchor)
    low = _completed_years(c, born.high.over, day.low.over).clip(0)
    high = _completed_years(c, born.low.over, day.high.over).clip(0, part.most)
    high = c.layers.column(high)
    low = c.layers.column(low)
    low = pl.when(low <= high).then(low).otherwise(high)
    return c.layers.number(whole_number(Whole(low, 0, part.most), Whole(high, 0, part.most)))


def _completed_years(c: Compiler, birth: Whole, day: Whole) -> pl.Expr:
    """Both days written as one number, 20260304, differ by ten thousand a year that is complete."""
    return (_calendar(c, day) - _calendar(c, birth)) // 10_000


def _calendar(c: Compiler, day: Whole) -> pl.Expr:
    date = as_column(day.of).cast(pl.Int32).cast(pl.Date)
    year, month, of_month = date.dt.year(), date.dt.month(), date.dt.day()
    return c.layers.column((year * 100 + month) * 100 + of_month).cast(pl.Int64)
