"""Many patients: rules become columns, one function for each kind of expression.

The functions say the same as those of `one`, which is the definition; the generated tests hold the two
together. Everything stays a pair of planes or a low and a high end, so that nothing is ever a null.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeVar

import polars as pl

from ..language import expressions as ex
from ..language import facts as fa
from ..language import numbers as nu
from ..language import scores as sc
from ..language import tables as ta
from ..language.values import Interval
from .columns_cells import Number, Pair, Plane, compare, every, inverted, some
from .columns_layers import Layers
from .columns_options import Mask, Options, Planewise
from .planes import high_column, low_column, no_column, set_column, yes_column

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class ScoreColumns:
    """A score in columns, in steps of the score."""

    number: Number
    bands: Options
    """The bands of the total, were the score valid."""
    applies: Pair
    value: Options
    """The bands that rules see: all of them where the score may not be valid."""


@dataclass(frozen=True, slots=True)
class TableColumns:
    """A table in columns: for each row and outcome, whether it is possible; rows that are certain."""

    rows: tuple[Plane, ...]
    certain: tuple[Plane, ...]
    """Only for a table that collects."""
    outcomes: Options


class Compiler:
    """Compiles expressions in one mode; each expression once.

    presumptions: whether `presume` and a fact's `silence` may turn unknown into a value.
    """

    def __init__(
        self, layers: Layers, *, presumptions: bool, parameters: Mapping[str, Fraction]
    ) -> None:
        self.layers = layers
        self.presumptions = presumptions
        self.parameters = parameters
        self._made: dict[ex.Expression, Any] = {}

    def _of(self, expression: ex.Expression, kinds: Mapping[type, Callable[..., Any]]) -> Any:
        if expression not in self._made:
            self._made[expression] = kinds[type(expression)](self, expression)
        return self._made[expression]

    def truth(self, expression: ex.Expression) -> Pair:
        """The two planes of a yes/no expression."""
        pair: Pair = self._of(expression, TRUTHS)
        return pair

    def number(self, expression: ex.Expression) -> Number:
        """The two ends of a number or a date."""
        number: Number = self._of(expression, NUMBERS)
        return number

    def options(self, expression: ex.ChoiceExpression) -> Options:
        """The options of a choice that are possible."""
        if isinstance(expression, sc.Score):
            return self.score(expression).value
        if isinstance(expression, ta.Table):
            return self.table(expression).outcomes
        options: Options = self._of(expression, CHOICES)
        return options

    def score(self, score: sc.Score) -> ScoreColumns:
        columns: ScoreColumns = self._of(score, DECISIONS)
        return columns

    def table(self, table: ta.Table) -> TableColumns:
        columns: TableColumns = self._of(table, DECISIONS)
        return columns


# Facts ------------------------------------------------------------------------------------------


def yes_no_fact(c: Compiler, fact: fa.YesNo) -> Pair:
    yes = c.layers.input(yes_column(fact.key), pl.lit(True))
    no = c.layers.input(no_column(fact.key), pl.lit(True))
    if fact.silence is None or not c.presumptions:
        return Pair(yes, no)
    return c.layers.pair(_taken(Pair(yes, no), fact.silence.value == "yes", True))


def choice_fact(c: Compiler, fact: fa.Choice) -> Options:
    everything = 2 ** len(fact.options) - 1
    bits = c.layers.input(set_column(fact.key), pl.lit(everything, pl.Int64))
    if fact.silence is not None and c.presumptions:
        silent = pl.lit(1 << fact.option_keys().index(fact.silence.value), pl.Int64)
        bits = c.layers.column(pl.when(bits == everything).then(silent).otherwise(bits))
    return Mask(fact.option_keys(), bits, c.layers)


def number_fact(c: Compiler, fact: fa.Measure | fa.DateFact) -> Number:
    anything = fact.anything
    assert isinstance(anything, Interval)
    least, most = int(anything.low), int(anything.high)
    low = c.layers.input(low_column(fact.key), pl.lit(least, pl.Int64))
    high = c.layers.input(high_column(fact.key), pl.lit(most, pl.Int64))
    return ranged(low, high, least, most, fact.step if isinstance(fact, fa.Measure) else Fraction(1))


# Yes and no -------------------------------------------------------------------------------------


def all_of(c: Compiler, part: ex.AllOf) -> Pair:
    parts = [c.truth(each) for each in part.of]
    return c.layers.pair(Pair(every(p.yes for p in parts), some(p.no for p in parts)))


def any_of(c: Compiler, part: ex.AnyOf) -> Pair:
    parts = [c.truth(each) for each in part.of]
    return c.layers.pair(Pair(some(p.yes for p in parts), every(p.no for p in parts)))


def no(c: Compiler, part: ex.No) -> Pair:
    return c.truth(part.of).opposite()


def at_least(c: Compiler, part: ex.AtLeast) -> Pair:
    parts = [c.truth(each) for each in part.of]
    enough = how_many([p.yes for p in parts]) >= part.count
    too_few = how_many([p.no for p in parts]) > len(parts) - part.count
    return c.layers.pair(Pair(enough, too_few))


def how_many(planes: list[Plane]) -> pl.Expr:
    """How many of these hold."""
    return sum(
        (pl.lit(p) if isinstance(p, bool) else p).cast(pl.Int64) for p in planes
    ) + pl.lit(0, pl.Int64)


def is_one_of(c: Compiler, part: ex.IsOneOf) -> Pair:
    options = c.options(part.choice)
    rest = frozenset(part.choice.option_keys()) - part.options
    return c.layers.pair(Pair(options.some_of(part.options), options.some_of(rest)))


def comparison(c: Compiler, part: nu.Compare) -> Pair:
    return c.layers.pair(compare(c.number(part.left), part.sign, c.number(part.right)))


def presume(c: Compiler, part: ex.Presume) -> Pair:
    pair = c.truth(part.of)
    if not c.presumptions:
        return pair
    return c.layers.pair(_taken(pair, part.value, _certain(c, part.when)))


def _taken(pair: Pair, value: bool, certain: Plane) -> Pair:
    """The pair, except that where both are possible and `certain` holds only `value` is."""
    if value:
        return Pair(pair.yes, some([every([pair.no, inverted(certain)]), inverted(pair.yes)]))
    return _taken(pair.opposite(), True, certain).opposite()


def _certain(c: Compiler, when: ex.YesNoExpression | None) -> Plane:
    return True if when is None else inverted(c.truth(when).no)


def presume_option(c: Compiler, part: ex.PresumeOption) -> Options:
    options = c.options(part.of)
    if not c.presumptions:
        return options
    excludes = every([_certain(c, part.when), options.some_of(part.keep)])
    keeps = c.layers.plane(inverted(excludes))
    planes = (
        possible if key in part.keep else every([possible, keeps])
        for key in options.keys
        for possible in [options.some_of(frozenset({key}))]
    )
    return Planewise(options.keys, tuple(c.layers.plane(plane) for plane in planes))
