"""What-if lanes of one patient: scores and tables, printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from ..language import expressions as ex
from ..language import scores as sc
from ..language import tables as ta
from ..language.diagram import Atom, Diagram
from .lanes_names import ALWAYS, FULL, NONE, Number, Options, Pair

if TYPE_CHECKING:
    from .lanes_printer import Printer


@dataclass(frozen=True, slots=True)
class Digits:
    """A whole number in binary, a plane for each digit (the lowest first), from an offset up."""

    offset: int
    planes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoreNames:
    """A score: its total in steps, the bands of the total, whether it applies, and what rules see."""

    low: Digits
    high: Digits
    bands: Options
    applies: Pair
    value: Options


@dataclass(frozen=True, slots=True)
class TableNames:
    """A table: the rows that may decide, its outcomes, and the rows that certainly hold (collect).

    meanwhile: the planes of the rows that are certain. between: whatever an answer could move.
    """

    rows: tuple[str, ...]
    outcomes: Options
    certain: tuple[str, ...]
    meanwhile: tuple[str, ...]
    between: tuple[str, ...]


# Scores -----------------------------------------------------------------------------------------


def score(p: Printer, score: sc.Score) -> ScoreNames:
    low, high = _Sum(p), _Sum(p)
    for item in score.items:
        if isinstance(item, sc.PointsFrom):
            _add_number(p, item, score.step, low, high)
            continue
        least, most = _item(p, item)
        for total, parts in ((low, least), (high, most)):
            for points, plane in parts:
                total.add(int(points / score.step), plane)
    ends = low.digits(), high.digits()
    bands = dict(zip(score.option_keys(), _bands(p, score, *ends), strict=True))
    if score.override is not None:
        bands = _overridden(p, score.override, bands)
    applies = ALWAYS if score.for_whom is None else p.truth(score.for_whom)
    value = {key: p.some([plane, applies.no]) for key, plane in bands.items()}
    return ScoreNames(*ends, bands, applies, value)


class _Sum:
    """Adds points lane by lane: what has the same weight is added digit by digit."""

    def __init__(self, p: Printer) -> None:
        self.p = p
        self.offset = 0
        self._columns: dict[int, list[str]] = {}

    def add(self, points: int, plane: str) -> None:
        """So many points where the plane holds."""
        if points < 0:
            self.offset += points
            points, plane = -points, self.p.inverted(plane)
        if plane == FULL:
            self.offset += points
        elif plane != NONE:
            for place in range(points.bit_length()):
                if points >> place & 1:
                    self._columns.setdefault(place, []).append(plane)

    def digits(self) -> Digits:
        """The sum in binary."""
        planes: list[str] = []
        while self._columns:
            column = self._columns.pop(len(planes), [])
            carried = self._columns.setdefault(len(planes) + 1, [])
            while len(column) > 1:
                digit, carry = self._added(*(column.pop(0) for _ in range(min(3, len(column)))))
                column.append(digit)
                carried.append(carry)
            planes += column or ["0"]
            if not carried:
                del self._columns[len(planes)]
        return Digits(self.offset, tuple(planes))

    def _added(self, one: str, two: str, three: str = "0") -> tuple[str, str]:
        """Two or three binary digits added: the digit and what is carried."""
        name = self.p.name
        half, both = name(f"{one} ^ {two}"), name(f"{one} & {two}")
        if three == "0":
            return half, both
        return name(f"{half} ^ {three}"), name(f"{both} | {half} & {three}")


def _add_number(p: Printer, item: sc.PointsFrom, step: Fraction, low: _Sum, high: _Sum) -> None:
    """As many points as a number says, counted from the fewest that it can add."""
    number = p.number(item.number)
    assert number.step is not None
    factor, least, most = int(item.factor * number.step / step), *item.bounds
    count = int((most - least) / step).bit_length()
    first = int(least / step)
    planes = p.names(f"digits(full, {number.name}, {factor}, {first}, {count})", 2 * count)
    for total, digits in ((low, planes[:count]), (high, planes[count:])):
        total.offset += first
        for place, plane in enumerate(digits):
            total.add(1 << place, plane)


def _bands(p: Printer, score: sc.Score, low: Digits, high: Digits) -> Iterator[str]:
    """Each band: the high end reaches its lower border, and the low end not its upper one."""
    borders = [ceil(border / score.step) if not strict else floor(border / score.step) + 1
               for border, strict in score.borders]  # fmt: skip
    for place in range(len(score.bands)):
        reached = _reaches(p, high, borders[place - 1]) if place else FULL
        passed = _reaches(p, low, borders[place]) if place < len(borders) else NONE
        yield p.every([reached, p.inverted(passed)])


def _reaches(p: Printer, number: Digits, border: int) -> str:
    """Where a number is this one or more."""
    border -= number.offset
    if border <= 0:
        return FULL
    if border >= 1 << len(number.planes):
        return NONE
    found = FULL
    for place, digit in enumerate(number.planes):
        found = p.every([digit, found]) if border >> place & 1 else p.some([digit, found])
    return found


Reached = list[tuple[Fraction, str]]


def _item(p: Printer, item: sc.Points | sc.OnlyOne) -> tuple[Reached, Reached]:
    """What an item adds at least, and at most."""
    if isinstance(item, sc.Points):
        when = p.truth(item.when)
        surely = (item.points, p.inverted(when.no))
        maybe = (item.points, when.yes)
        return ([surely], [maybe]) if item.points >= 0 else ([maybe], [surely])
    none = FULL
    reached: Reached = []
    for row in item.rows:
        when = p.truth(row.when)
        reached.append((row.points, p.every([none, when.yes])))
        none = p.every([none, when.no])
    reached.append((Fraction(0), none))
    rising = sorted(reached, key=lambda entry: entry[0])
    return _first(p, rising), _first(p, rising[::-1])


def _first(p: Printer, reached: Reached) -> Reached:
    """The first of these that can be reached, lane by lane."""
    left = FULL
    found: Reached = []
    for points, plane in reached:
        found.append((points, p.every([left, plane])))
        left = p.every([left, p.inverted(plane)])
    return found


def _overridden(p: Printer, override: sc.Override, bands: Options) -> Options:
    forced = p.truth(override.when)
    return {
        key: p.some([plane, forced.yes]) if key == override.band.key else p.every([plane, forced.no])
        for key, plane in bands.items()
    }


def total(p: Printer, part: sc.Total) -> Number:
    found = p.score(part.score)
    anything = p.constant(tuple(int(Fraction(end) / part.step) for end in part.range))
    low, high = (f"({''.join(f'{plane}, ' for plane in end.planes)})" for end in (found.low, found.high))
    offsets = f"{found.low.offset}, {found.high.offset}"
    name = p.name(f"total(full, {low}, {high}, {offsets}, {found.applies.no}, {anything})")
    return Number(name, part.step)


# Tables -----------------------------------------------------------------------------------------


def table(p: Printer, table: ta.Table) -> TableNames:
    certain: tuple[str, ...] = ()
    if table.diagram is None:
        pairs = [p.truth(row.when) for row in table.rows if row.when is not None]
        rows = tuple(pair.yes for pair in pairs)
        certain = tuple(p.inverted(pair.no) for pair in pairs)
        between = tuple(plane for pair in pairs for plane in pair)
    else:
        reached = _reached(p, table.diagram)
        rows = tuple(reached.get(number, NONE) for number in range(len(table.rows)))
        between = tuple(plane for atom in table.diagram.atoms for plane in _answers(p, atom))
    outcomes = {
        key: p.some(plane for plane, row in zip(rows, table.rows, strict=True) if row.then.key == key)
        for key in table.option_keys()
    }
    meanwhile = tuple(
        FULL if row.when is None else p.inverted(p.truth(row.when).no) for row in table.meanwhile
    )
    return TableNames(rows, outcomes, certain, meanwhile, between)


def _reached(p: Printer, diagram: Diagram) -> dict[Any, str]:
    """For every node and leaf, where answers lead to it that are still possible."""
    ways: dict[Any, list[str]] = {diagram.root: [FULL]}
    for node in diagram.nodes:
        here = p.some(ways[node])
        cells = list(_cells(p, diagram.atoms[node.atom]))
        for edge, target in node.edges:
            possible = p.some(cells[cell] for cell in sorted(edge))
            ways.setdefault(target, []).append(p.every([here, possible]))
    return {target: p.some(planes) for target, planes in ways.items() if isinstance(target, int)}


def _cells(p: Printer, atom: Atom) -> Iterator[str]:
    """For each answer to an atom, where it is possible."""
    if isinstance(atom.subject, ex.ChoiceExpression):
        yield from p.options(atom.subject).values()
    elif not atom.steps:
        yes, no = p.truth(atom.subject)
        yield from (no, yes)
    else:
        pairs = [p.truth(step) for step in atom.steps]
        for cell in range(len(pairs) + 1):
            passed = pairs[cell - 1].yes if cell else FULL
            yield p.every([passed, pairs[cell].no if cell < len(pairs) else FULL])


def _answers(p: Printer, atom: Atom) -> Iterator[str]:
    """The planes that say which answers to an atom are possible."""
    if atom.steps and not isinstance(atom.subject, ex.ChoiceExpression):
        for step in atom.steps:
            yield from p.truth(step)
    else:
        yield from _cells(p, atom)
