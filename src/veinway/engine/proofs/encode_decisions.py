"""Scores and tables for one symbolic patient: the mirror of `engine.decisions`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

import z3

from ...language import scores as sc
from ...language import tables as ta
from ...language.diagram import Atom
from ...language.expressions import ChoiceExpression
from . import ratios
from .encode_numbers import plus, times
from .pairs import ALWAYS, Options, Pair, Range, so_many

if TYPE_CHECKING:
    from .encode import Encoder

Rows = dict[int, Any]
"""For each row number, the condition under which the row may still decide; GAP is among them."""


class ScoreParts(NamedTuple):
    """A score: whether it is valid, its total, and its bands (all of them unless it is valid)."""

    applies: Pair
    total: Range
    bands: Options


def score(e: Encoder, part: sc.Score) -> ScoreParts:
    total = plus([_item(e, item) for item in part.items])
    applies = ALWAYS if part.for_whom is None else e.truth(part.for_whom)
    bands = _bands(part, total)
    if part.override is not None:
        forced, chosen = e.truth(part.override.when), part.override.band.key
        bands = {
            key: z3.Or(can, forced.yes) if key == chosen else z3.And(can, forced.no)
            for key, can in bands.items()
        }
    invalid = z3.Not(applies.certain)
    return ScoreParts(applies, total, {key: z3.Or(invalid, can) for key, can in bands.items()})


def _bands(part: sc.Score, total: Range) -> Options:
    """Band n is possible if the high end passes n borders or more, and the low end n or fewer."""
    low = [_passes(total.low, *border) for border in part.borders]
    high = [_passes(total.high, *border) for border in part.borders]
    return {
        key: z3.And(so_many(number, high), z3.Not(so_many(number + 1, low)))
        for number, key in enumerate(part.option_keys())
    }


def _passes(end: ratios.Ratio, border: Fraction, strict: bool) -> Any:
    at = ratios.constant(border)
    return at.less_than(end) if strict else at.up_to(end)


def _item(e: Encoder, item: sc.Item) -> Range:
    if isinstance(item, sc.Points):
        when = e.truth(item.when)
        return _reached([(item.points, when.yes), (Fraction(0), when.no)])
    if isinstance(item, sc.PointsFrom):
        return times(item.factor, e.number(item.number))
    reached, none_before = [], z3.BoolVal(True)
    for row in item.rows:
        when = e.truth(row.when)
        reached.append((row.points, z3.And(none_before, when.yes)))
        none_before = z3.And(none_before, when.no)
    return _reached([*reached, (Fraction(0), none_before)])


def _reached(points: list[tuple[Fraction, Any]]) -> Range:
    return Range(ratios.least_possible(points), ratios.most_possible(points))


def rows(e: Encoder, table: ta.Table) -> Rows:
    if table.diagram is None:
        return {n: e.truth(row.when).yes for n, row in enumerate(table.rows) if row.when is not None}
    diagram = table.diagram
    cells = {node.atom: cells_of(e, diagram.atoms[node.atom]) for node in diagram.nodes}
    ways: dict[Any, list[Any]] = {diagram.root: [z3.BoolVal(True)]}
    for node in diagram.nodes:
        here = z3.Or(*ways[node])
        for edge, target in node.edges:
            answers = [cells[node.atom][cell] for cell in sorted(edge)]
            ways.setdefault(target, []).append(z3.And(here, z3.Or(*answers)))
    return {leaf: z3.Or(*found) for leaf, found in ways.items() if isinstance(leaf, int)}


def cells_of(e: Encoder, atom: Atom) -> list[Any]:
    """For each answer to an atom, the condition under which it is still possible."""
    if isinstance(atom.subject, ChoiceExpression):
        possible = e.options(atom.subject)
        return [possible[key] for key in atom.subject.option_keys()]
    if not atom.steps:
        value = e.truth(atom.subject)
        return [value.no, value.yes]
    steps = [e.truth(step) for step in atom.steps]
    above, below = (
        [ALWAYS.yes, *(step.yes for step in steps)],
        [*(step.no for step in steps), ALWAYS.yes],
    )
    return [z3.And(*ends) for ends in zip(above, below, strict=True)]
