"""Many patients: yes/no facts and choices, and how they are combined."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from ..language import expressions as ex
from ..language import facts as fa
from ..language import numbers as nu
from .columns_cells import Pair, Plane, as_plane, compare, every, inverted, some
from .columns_options import Mask, Options, Planewise
from .columns_selection import select
from .doubt import facts_below, selections_below
from .planes import doubt_column, no_column, set_column, unknown_columns, yes_column

if TYPE_CHECKING:
    from .columns_compiler import Compiler


# Facts ------------------------------------------------------------------------------------------


def yes_no_fact(c: Compiler, fact: fa.YesNo) -> Pair:
    columns = c.layers.fact(fact)
    pair = Pair(columns[yes_column(fact.key)], columns[no_column(fact.key)])
    if fact.silence is None or not c.presumptions:
        return pair
    return c.layers.pair(_taken(pair, fact.silence.value == "yes", inverted(_doubt(c, fact))))


def choice_fact(c: Compiler, fact: fa.Choice) -> Options:
    bits = c.layers.fact(fact)[set_column(fact.key)]
    if fact.silence is not None and c.presumptions:
        everything = unknown_columns(fact)[set_column(fact.key)]
        silent = pl.lit(1 << fact.option_keys().index(fact.silence.value), pl.Int64)
        silence = (bits == everything) & as_plane(inverted(_doubt(c, fact)))
        bits = c.layers.column(pl.when(silence).then(silent).otherwise(bits))
    return Mask(fact.option_keys(), bits, c.layers)


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
    return sum(as_plane(plane).cast(pl.Int64) for plane in planes) + pl.lit(0, pl.Int64)


def is_one_of(c: Compiler, part: ex.IsOneOf) -> Pair:
    options = c.options(part.choice)
    rest = frozenset(part.choice.option_keys()) - part.options
    return c.layers.pair(Pair(options.some_of(part.options), options.some_of(rest)))


def comparison(c: Compiler, part: nu.Compare) -> Pair:
    left = c.number(part.left) if isinstance(part.right, nu.Constant) else c.operand(part.left)
    return c.layers.pair(compare(left, part.sign, c.operand(part.right)))


def presume(c: Compiler, part: ex.Presume) -> Pair:
    pair = c.truth(part.of)
    if not c.presumptions:
        return pair
    return c.layers.pair(_taken(pair, part.value, _may_presume(c, part.of, part.when)))


def _taken(pair: Pair, value: bool, certain: Plane) -> Pair:
    """The pair, except that where both are possible and `certain` holds only `value` is."""
    if value:
        return Pair(pair.yes, some([every([pair.no, inverted(certain)]), inverted(pair.yes)]))
    return _taken(pair.opposite(), True, certain).opposite()


def _may_presume(c: Compiler, of: ex.Expression, when: ex.YesNoExpression | None) -> Plane:
    certain = True if when is None else inverted(c.truth(when).no)
    return c.layers.plane(every([certain, inverted(_doubt(c, of))]))


def _doubt(c: Compiler, of: ex.Expression) -> Plane:
    """Whether something is on record that keeps a presumption about this from speaking."""
    recorded = [_on_record(c, fact) for fact in facts_below(of)]
    recorded += [select(c, selection).some_may for selection in selections_below(of)]
    return some(recorded)


def _on_record(c: Compiler, fact: fa.Fact) -> Plane:
    """A fact that is narrower than anything is on record, even where no column says so."""
    columns, unknown = c.layers.fact(fact), unknown_columns(fact)
    narrower = some(columns[name] != unknown[name] for name in columns)
    return c.layers.plane(some([c.layers.input(doubt_column(fact.key), pl.lit(False)), narrower]))


def presume_option(c: Compiler, part: ex.PresumeOption) -> Options:
    options = c.options(part.of)
    if not c.presumptions:
        return options
    excludes = every([_may_presume(c, part.of, part.when), options.some_of(part.keep)])
    keeps = c.layers.plane(inverted(excludes))
    planes = (
        possible if key in part.keep else every([possible, keeps])
        for key in options.keys
        for possible in [options.some_of(frozenset({key}))]
    )
    return Planewise(options.keys, tuple(c.layers.plane(plane) for plane in planes))
