"""Many patients: scores and tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING

from ..language import expressions as ex
from ..language import scores as sc
from ..language import tables as ta
from ..language.diagram import Atom, Diagram, Node
from .columns_cells import (
    Number,
    Pair,
    Plane,
    Ratio,
    Whole,
    chosen,
    compare,
    constant,
    every,
    inverted,
    rescaled,
    same_for_all,
    some,
    whole_number,
)
from .columns_options import Options, Planewise, within

if TYPE_CHECKING:
    from .columns_compiler import Compiler


@dataclass(frozen=True, slots=True)
class ScoreColumns:
    """A score in columns; the total is in steps of the score.

    bands: those of the total, were the score valid. value: what rules see, which is every band where
    the score may not be valid.
    """

    total: Number
    bands: Options
    applies: Pair
    value: Options


@dataclass(frozen=True, slots=True)
class TableColumns:
    """A table in columns: which rows and outcomes are possible.

    certain: the rows that certainly hold; empty unless the table collects. meanwhile: what is done
    while the table is not decided.
    """

    rows: tuple[Plane, ...]
    outcomes: Options
    certain: tuple[Plane, ...]
    meanwhile: tuple[Plane, ...]


# Scores -----------------------------------------------------------------------------------------


def score(c: Compiler, score: sc.Score) -> ScoreColumns:
    items = [rescaled(_item(c, item, score.step), score.step) for item in score.items]
    low = reduce(Ratio.plus, (item.low for item in items))
    high = reduce(Ratio.plus, (item.high for item in items))
    total = c.layers.number(Number(low, high, score.step))
    bands = Planewise(score.option_keys(), tuple(map(c.layers.plane, _bands(score, total))))
    if score.override is not None:
        bands = _overridden(c, score.override, bands)
    applies = Pair(True, False) if score.for_whom is None else c.truth(score.for_whom)
    return ScoreColumns(total, bands, applies, within(bands, applies.no))


def _item(c: Compiler, item: sc.Item, step: Fraction) -> Number:
    if isinstance(item, sc.PointsFrom):
        number = c.operand(item.number)
        ends = Number(number.low, number.high, number.scale * abs(item.factor))
        if item.factor >= 0:
            return ends if item.factor else same_for_all(Fraction(0))
        return Number(ends.high.multiple(-1), ends.low.multiple(-1), ends.scale)
    if isinstance(item, sc.Points):
        return _points([item.points], [c.truth(item.when)], step)
    return _points([row.points for row in item.rows], [c.truth(row.when) for row in item.rows], step)


def _points(points: list[Fraction], rows: list[Pair], scale: Fraction) -> Number:
    """The points of the first row that holds, or none: from the fewest to the most that are possible."""
    reachable: list[tuple[int, Plane]] = []
    for place, (each, row) in enumerate(zip(points, rows, strict=True)):
        passed = [earlier.no for earlier in rows[:place]]
        reachable.append((int(each / scale), every([*passed, row.yes])))
    reachable.append((0, every(row.no for row in rows)))
    low = _first_reachable(sorted(reachable, key=lambda entry: entry[0]))
    high = _first_reachable(sorted(reachable, key=lambda entry: -entry[0]))
    return whole_number(low, high, scale)


def _first_reachable(values: list[tuple[int, Plane]]) -> Whole:
    """The first of these values that can be reached; one of them always can."""
    *earlier, (last, _) = values
    found = constant(last)
    for value, reachable in reversed(earlier):
        found = chosen(reachable, constant(value), found)
    return found


def _bands(score: sc.Score, total: Number) -> Iterable[Plane]:
    """Each band: the low end lies under its upper border, and the high end above its lower one."""
    above = [
        compare(total, ">" if strict else ">=", same_for_all(border)) for border, strict in score.borders
    ]
    for place in range(len(score.bands)):
        reached = True if place == 0 else above[place - 1].yes
        not_passed = True if place == len(above) else above[place].no
        yield every([reached, not_passed])


def _overridden(c: Compiler, override: sc.Override, bands: Planewise) -> Planewise:
    forced = c.truth(override.when)
    planes = (
        some([forced.yes, plane]) if key == override.band.key else every([plane, forced.no])
        for key, plane in zip(bands.keys, bands.planes, strict=True)
    )
    return Planewise(bands.keys, tuple(map(c.layers.plane, planes)))


# Tables -----------------------------------------------------------------------------------------


def table(c: Compiler, table: ta.Table) -> TableColumns:
    certain: tuple[Plane, ...] = ()
    if table.diagram is None:
        pairs = [c.truth(row.when) for row in table.rows if row.when is not None]
        rows = tuple(pair.yes for pair in pairs)
        certain = tuple(c.layers.plane(inverted(pair.no)) for pair in pairs)
    else:
        reached = _reached(c, table.diagram)
        rows = tuple(reached.get(number, False) for number in range(len(table.rows)))
    keys = table.option_keys()
    outcomes = tuple(
        c.layers.plane(
            some(plane for plane, row in zip(rows, table.rows, strict=True) if row.then.key == key)
        )
        for key in keys
    )
    return TableColumns(rows, Planewise(keys, outcomes), certain, _meanwhile(c, table, outcomes))


def _meanwhile(c: Compiler, table: ta.Table, outcomes: tuple[Plane, ...]) -> tuple[Plane, ...]:
    """The rows that are certain while more than one outcome is possible."""
    if not table.meanwhile:
        return ()
    several = c.layers.plane(
        some(every([one, other]) for n, one in enumerate(outcomes) for other in outcomes[:n])
    )
    # A row without a condition holds for everybody.
    certain = (True if row.when is None else inverted(c.truth(row.when).no) for row in table.meanwhile)
    return tuple(c.layers.plane(every([several, each])) for each in certain)


def _reached(c: Compiler, diagram: Diagram) -> dict[Node | int, Plane]:
    """Every node and leaf that answers lead to which are still possible."""
    ways: dict[Node | int, list[Plane]] = {diagram.root: [True]}
    reached: dict[Node | int, Plane] = {}
    for node in diagram.nodes:
        here = reached[node] = c.layers.plane(some(ways[node]))
        for cells, target in node.edges:
            possible = _some_cell(c, diagram.atoms[node.atom], cells)
            ways.setdefault(target, []).append(c.layers.plane(every([here, possible])))
    leaves = {target: planes for target, planes in ways.items() if isinstance(target, int)}
    return reached | {leaf: c.layers.plane(some(planes)) for leaf, planes in leaves.items()}


def _some_cell(c: Compiler, atom: Atom, cells: frozenset[int]) -> Plane:
    """Whether one of these answers to an atom is possible."""
    if isinstance(atom.subject, ex.ChoiceExpression):
        keys = atom.subject.option_keys()
        return c.layers.plane(c.options(atom.subject).some_of(frozenset(keys[cell] for cell in cells)))
    if not atom.steps:
        pair = c.truth(atom.subject)
        return some(([pair.no] if 0 in cells else []) + ([pair.yes] if 1 in cells else []))
    steps = [
        c.layers.pair(compare(c.number(step.left), step.sign, c.number(step.right)))
        for step in atom.steps
    ]
    return c.layers.plane(some(_in_run(steps, low, high) for low, high in _runs(cells)))


def _in_run(steps: list[Pair], low: int, high: int) -> Plane:
    """Whether the number of rising comparisons that hold can be from `low` to `high`."""
    return every(
        [
            True if low == 0 else steps[low - 1].yes,
            True if high == len(steps) else steps[high].no,
        ]
    )


def _runs(cells: frozenset[int]) -> list[tuple[int, int]]:
    """Cells as runs of neighbours, each from its first to its last."""
    numbered = enumerate(sorted(cells))
    runs = [
        [cell for _, cell in run] for _, run in groupby(numbered, key=lambda pair: pair[1] - pair[0])
    ]
    return [(run[0], run[-1]) for run in runs]
