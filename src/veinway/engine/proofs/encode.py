"""How rules are evaluated on what may be known of a patient: the mirror of `engine.one`.

The same words, one function a kind of expression, with conditions in place of values. `engine.one` is
the definition; a test compares the two on random patients for every rule.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import z3

from ...language import arithmetic as ar
from ...language import expressions as ex
from ...language import facts as fa
from ...language import numbers as nu
from ...language import scores as sc
from ...language import tables as ta
from ...language.expressions import Expression
from ...language.parameters import Parameter
from . import encode_decisions, encode_numbers, pairs
from .encode_decisions import Rows, ScoreParts
from .leaf import ChoiceLeaf, NumberLeaf, YesNoLeaf
from .leaves import FROM_EVENTS, Leaves
from .pairs import Options, Pair, Range


class Encoder:
    """Evaluates expressions for one symbolic patient; each expression once.

    doubts: whether something may be on record that keeps any presumption from speaking (see
    `engine.doubt`). Then each presumption is made or not made, whichever would break a law.
    """

    def __init__(self, leaves: Leaves, *, presumptions: bool, doubts: bool = False) -> None:
        self.leaves = leaves
        self.presumptions = presumptions
        self.doubts = doubts
        self.silences: dict[Expression, Any] = {}
        """For each part that is presumed about, whether nothing about it is on record."""
        self._made: dict[tuple[str, Expression], Any] = {}

    def speaks(self, part: Expression) -> Any:
        """Whether nothing on record keeps a presumption about this part from being made."""
        if not self.doubts:
            return True
        return self.silences.setdefault(part, z3.Bool(f"nothing on record of {len(self.silences)}"))

    def _once(self, way: str, part: Expression, make: Callable[[Encoder, Any], Any]) -> Any:
        key = (way, part)
        if key not in self._made:
            self._made[key] = make(self, part)
        return self._made[key]

    def truth(self, part: Expression) -> Pair:
        value = self._once("value", part, _ENCODE[type(part)])
        assert isinstance(value, Pair)
        return value

    def number(self, part: Expression) -> Range:
        value = self._once("value", part, _ENCODE[type(part)])
        assert isinstance(value, Range)
        return value

    def options(self, part: Expression) -> Options:
        value = self._once("value", part, _ENCODE[type(part)])
        assert isinstance(value, dict)
        return value

    def score(self, score: sc.Score) -> ScoreParts:
        """Whether it applies, its total and its bands."""
        parts = self._once("parts", score, encode_decisions.score)
        assert isinstance(parts, ScoreParts)
        return parts

    def rows(self, table: ta.Table) -> Rows:
        """For each row number, the condition under which it may still decide."""
        rows = self._once("rows", table, encode_decisions.rows)
        assert isinstance(rows, dict)
        return rows


# Leaves -----------------------------------------------------------------------------------------


def _leaf(e: Encoder, part: Expression) -> Pair | Range | Options:
    leaf = e.leaves.leaf(part)
    if isinstance(leaf, YesNoLeaf):
        return Pair(leaf.yes, leaf.no)
    if isinstance(leaf, ChoiceLeaf):
        return leaf.can
    assert isinstance(leaf, NumberLeaf)
    return Range(*leaf.ratios())


def _yes_no_fact(e: Encoder, fact: fa.YesNo) -> Pair:
    value = _leaf(e, fact)
    assert isinstance(value, Pair)
    if fact.silence is None or not e.presumptions:
        return value
    return pairs.taken(value, z3.And(value.open, e.speaks(fact)), fact.silence.value == "yes")


def _choice_fact(e: Encoder, fact: fa.Choice) -> Options:
    leaf = e.leaves.leaf(fact)
    assert isinstance(leaf, ChoiceLeaf)
    if fact.silence is None or not e.presumptions:
        return leaf.can
    silent = z3.And(leaf.unknown(), e.speaks(fact))
    return pairs.without(leaf.can, frozenset({fact.silence.value}), silent)


# Yes and no -------------------------------------------------------------------------------------


def _all_of(e: Encoder, part: ex.AllOf) -> Pair:
    return pairs.all_of([e.truth(each) for each in part.of])


def _any_of(e: Encoder, part: ex.AnyOf) -> Pair:
    return pairs.any_of([e.truth(each) for each in part.of])


def _no(e: Encoder, part: ex.No) -> Pair:
    value = e.truth(part.of)
    return Pair(value.no, value.yes)


def _at_least(e: Encoder, part: ex.AtLeast) -> Pair:
    return pairs.at_least(part.count, [e.truth(each) for each in part.of])


def _is_one_of(e: Encoder, part: ex.IsOneOf) -> Pair:
    return pairs.is_one_of(e.options(part.choice), part.options)


def _compare(e: Encoder, part: nu.Compare) -> Pair:
    return pairs.compare(e.number(part.left), part.sign, e.number(part.right))


def _presume(e: Encoder, part: ex.Presume) -> Pair:
    value = e.truth(part.of)
    if not e.presumptions:
        return value
    return pairs.taken(value, z3.And(value.open, e.speaks(part.of), *_when(e, part.when)), part.value)


def _presume_option(e: Encoder, part: ex.PresumeOption) -> Options:
    value = e.options(part.of)
    if not e.presumptions:
        return value
    left = z3.Or(*(can for key, can in value.items() if key in part.keep))
    return pairs.without(value, part.keep, z3.And(left, e.speaks(part.of), *_when(e, part.when)))


def _when(e: Encoder, when: ex.YesNoExpression | None) -> list[Any]:
    """What must hold for a presumption to be made."""
    return [] if when is None else [e.truth(when).certain]


# Scores and tables as choices -------------------------------------------------------------------


def _score(e: Encoder, part: sc.Score) -> Options:
    return e.score(part).bands


def _table(e: Encoder, part: ta.Table) -> Options:
    rows = e.rows(part)
    return {
        key: z3.Or(*(can for number, can in rows.items() if part.rows[number].then.key == key))
        for key in part.option_keys()
    }


_ENCODE: dict[type, Callable[[Encoder, Any], Any]] = {
    **dict.fromkeys(FROM_EVENTS, _leaf),
    fa.YesNo: _yes_no_fact,
    fa.Choice: _choice_fact,
    fa.Measure: _leaf,
    fa.DateFact: _leaf,
    Parameter: _leaf,
    ex.AllOf: _all_of,
    ex.AnyOf: _any_of,
    ex.No: _no,
    ex.AtLeast: _at_least,
    ex.IsOneOf: _is_one_of,
    ex.Presume: _presume,
    ex.PresumeOption: _presume_option,
    nu.Compare: _compare,
    nu.Constant: encode_numbers.constant,
    nu.Linear: encode_numbers.linear,
    nu.Product: encode_numbers.product,
    nu.Quotient: encode_numbers.quotient,
    nu.Largest: encode_numbers.largest,
    nu.Agreed: encode_numbers.agreed,
    nu.ByChoice: encode_numbers.by_choice,
    ar.Derived: encode_numbers.derived,
    sc.Score: _score,
    sc.Total: encode_numbers.total,
    ta.Table: _table,
}
