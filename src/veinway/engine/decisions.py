"""One patient: scores and tables."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ..language import expressions as ex
from ..language import scores as sc
from ..language import tables as ta
from ..language.diagram import Atom
from ..language.values import Interval, Truth
from . import truth
from .finding import Finding, ItemFinding, ScoreFinding, TableFinding

if TYPE_CHECKING:
    from .one import Reasoner


def score(r: Reasoner, score: sc.Score) -> Finding:
    items = tuple(_item(r, item) for item in score.items)
    total = truth.plus(item.points for item in items)
    applies = Truth.YES if score.for_whom is None else r.truth(score.for_whom)
    keys = score.option_keys()
    low, high = score.band_number(Fraction(total.low)), score.band_number(Fraction(total.high))
    bands = frozenset(keys[low : high + 1])
    if score.override is not None:
        forced = r.truth(score.override.when)
        if forced.can_be_yes:
            forced_band = frozenset({score.override.band.key})
            bands = bands | forced_band if forced.can_be_no else forced_band
    because = tuple(found for item in items for found in item.because)
    if score.for_whom is not None:
        because = (r.find(score.for_whom), *because)
    if score.override is not None:
        because = (*because, r.find(score.override.when))
    # A score that may not be valid says nothing: every band stays possible to the rules that ask.
    value = bands if applies is Truth.YES else frozenset(keys)
    return ScoreFinding(score, value, because, applies=applies, total=total, bands=bands, worth=items)


def _item(r: Reasoner, item: sc.Item) -> ItemFinding:
    if isinstance(item, sc.Points):
        when = r.truth(item.when)
        reached: list[Fraction | int] = [truth.whole(item.points)] * when.can_be_yes + [
            0
        ] * when.can_be_no
        return ItemFinding(item, Interval(min(reached), max(reached)), (r.find(item.when),))
    if isinstance(item, sc.PointsFrom):
        value = truth.times(truth.whole(item.factor), r.number(item.number))
        return ItemFinding(item, value, (r.find(item.number),))
    reached = []
    for row in item.rows:
        when = r.truth(row.when)
        if when.can_be_yes:
            reached.append(truth.whole(row.points))
        if not when.can_be_no:
            break
    else:
        reached.append(0)
    return ItemFinding(item, Interval(min(reached), max(reached)), r.findings(*item.parts()))


def table(r: Reasoner, table: ta.Table) -> Finding:
    if table.diagram is None:
        numbers = [number for number, row in enumerate(table.rows) if _truth(r, row).can_be_yes]
    else:
        numbers = sorted(reached(r, table))
    rows = tuple(table.rows[number] for number in numbers)
    certain: tuple[ta.Row, ...] = ()
    if table.diagram is None:
        certain = tuple(row for row in rows if _truth(r, row) is Truth.YES)
    outcomes = frozenset(row.then.key for row in rows)
    meanwhile: tuple[ta.Row, ...] = ()
    if len(outcomes) > 1:
        meanwhile = tuple(row for row in table.meanwhile if _truth(r, row) is Truth.YES)
    because = r.findings(*(row.when for row in table.rows if row.when is not None))
    return TableFinding(table, outcomes, because, rows=rows, certain=certain, meanwhile=meanwhile)


def _truth(r: Reasoner, row: ta.Row) -> Truth:
    """Whether a row holds; one without a condition (in `meanwhile`) holds for everybody."""
    return Truth.YES if row.when is None else r.truth(row.when)


def reached(r: Reasoner, table: ta.Table) -> set[int]:
    """The rows whose leaf can be reached by answers that are still possible."""
    diagram = table.diagram
    assert diagram is not None
    found: set[Any] = {diagram.root}
    known: dict[int, frozenset[int]] = {}
    for node in diagram.nodes:
        if node in found:
            cells = known.get(node.atom)
            if cells is None:
                cells = known[node.atom] = cells_of(r, diagram.atoms[node.atom])
            found.update([target for edge, target in node.edges if not cells.isdisjoint(edge)])
    return {leaf for leaf in found if isinstance(leaf, int)}


def cells_of(r: Reasoner, atom: Atom) -> frozenset[int]:
    """The answers to an atom that are still possible."""
    if isinstance(atom.subject, ex.ChoiceExpression):
        possible = r.options(atom.subject)
        return frozenset(n for n, key in enumerate(atom.subject.option_keys()) if key in possible)
    if atom.steps:
        value = r.number(atom.subject)
        steps = [truth.compare(value, step.sign, r.number(step.right)) for step in atom.steps]
        first = sum(not step.can_be_no for step in steps)
        last = sum(step.can_be_yes for step in steps)
        return frozenset(range(first, last + 1))
    assert isinstance(atom.subject, ex.YesNoExpression)
    value_of = r.truth(atom.subject)
    return frozenset([0] * value_of.can_be_no + [1] * value_of.can_be_yes)
