"""What-if lanes of one patient: a program for some rules, printed and compiled once a process."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from ..language import Derived
from ..language import expressions as ex
from ..language.events import Event
from ..language.expressions import Expression
from ..language.facts import Fact
from ..language.knowledge import walk
from ..language.parameters import Parameter
from ..language.scores import Score
from ..language.steps import Step
from ..language.tables import Row, Table
from . import ask, lanes_numbers
from .ask import Target
from .lanes_leaves import Leaf, leaf_of
from .lanes_names import FULL, NONE, Options, Pair, step_of
from .lanes_printer import Printer
from .presumed import Segment, segment
from .truth import whole


@dataclass(frozen=True, slots=True)
class Asked:
    """A leaf of a target: what to ask, the numbers worth trying, and where two records conflict."""

    leaf: int
    of: Fact | Event
    key: str
    points: frozenset[Fraction | int] | None
    conflicts: tuple[int, ...]


Places = tuple[tuple[str, int], ...]
"""For each option where its plane is."""
RowPlaces = tuple[tuple[Row, int], ...]
"""For each row of a table where its plane is."""


@dataclass(frozen=True, slots=True)
class ScorePlaces:
    """Where a score's planes are; the ends of its total are digits from an offset up."""

    any_band: frozenset[str]
    low: tuple[int, ...]
    high: tuple[int, ...]
    offsets: tuple[int, int]
    bands: Places
    applies: tuple[int, int]


@dataclass(frozen=True, slots=True)
class TablePlaces:
    """Where a table's planes are."""

    rows: RowPlaces
    outcomes: Places
    certain: RowPlaces
    meanwhile: RowPlaces


@dataclass(frozen=True, slots=True)
class TargetPlaces:
    """What a target may come to, what an answer could move on the way, and what it looks at.

    actions: for each action of a plan where it cannot be said. presumptions: those below the target.
    """

    states: tuple[int, ...]
    between: tuple[int, ...]
    actions: tuple[int, ...]
    asked: tuple[Asked, ...]
    presumptions: tuple[Segment, ...]


Run = Callable[..., tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Program:
    """Some targets as one Python function, and the places of what it returns."""

    text: str
    run: Run
    leaves: tuple[Leaf, ...]
    truths: dict[Expression, tuple[int, int]]
    scores: dict[Score, ScorePlaces]
    tables: dict[Table, TablePlaces]
    targets: dict[Target, TargetPlaces]
    numbers: dict[Derived, int]
    taken: dict[Expression, int]
    """For each presumption the place of the plane that says where it is made."""


@lru_cache(maxsize=256)
def program_of(
    targets: tuple[Target, ...],
    measures: tuple[Derived, ...] = (),
    conditions: tuple[ex.YesNoExpression, ...] = (),
) -> Program:
    """The program of some targets, and of measures and conditions that are wanted beside them."""
    return _Maker(targets, measures, conditions).program()


class _Maker:
    """Prints targets and remembers which planes are looked at."""

    def __init__(
        self,
        targets: tuple[Target, ...],
        measures: tuple[Derived, ...],
        conditions: tuple[ex.YesNoExpression, ...],
    ) -> None:
        self.p = Printer()
        self.targets, self.measures, self.conditions = targets, measures, conditions
        self._places: dict[str, int] = {}

    def program(self) -> Program:
        scores: dict[Score, ScorePlaces] = {}
        tables: dict[Table, TablePlaces] = {}
        truths: dict[Expression, tuple[int, int]] = {}
        for part in walk(*self.targets):
            if isinstance(part, Score):
                scores[part] = self._score(part)
            elif isinstance(part, Table):
                tables[part] = self._table(part)
        for step in (target for target in self.targets if isinstance(target, Step)):
            for part in (step.for_whom, *_ends(step)):
                truths[part] = self._pair(self.p.truth(part))
        for part in self.conditions:
            truths[part] = self._pair(self.p.truth(part))
        numbers = {part: self._place(self.p.in_unit(part)) for part in self.measures}
        places = self._targets()
        leaves = tuple(self._leaves())
        taken = {part: self._place(name) for part, name in self.p.taken.items()}
        text = self._text()
        return Program(
            text, self._compiled(text), leaves, truths, scores, tables, places, numbers, taken
        )

    def _targets(self) -> dict[Target, TargetPlaces]:
        states = {target: self._places_of(self._states(target)) for target in self.targets}
        actions = {target: self._places_of(self._unsaid(target)) for target in self.targets}
        between = {target: self._between(target) for target in self.targets}
        # What is printed for all of them has looked at every leaf.
        order = {part: place for place, part in enumerate(self.p.leaves)}
        return {
            target: TargetPlaces(
                states[target],
                between[target],
                actions[target],
                tuple(self._asked(target, order)),
                tuple(segment(root) for root in _roots(target)),
            )
            for target in self.targets
        }

    # Places of what comes out -------------------------------------------------------------------

    def _place(self, name: str) -> int:
        return self._places.setdefault(name, len(self._places))

    def _places_of(self, names: Iterable[str]) -> tuple[int, ...]:
        return tuple(map(self._place, names))

    def _pair(self, pair: Pair) -> tuple[int, int]:
        return self._place(pair.yes), self._place(pair.no)

    def _score(self, score: Score) -> ScorePlaces:
        names = self.p.score(score)
        low, high = (self._places_of(end.planes) for end in (names.low, names.high))
        offsets = names.low.offset, names.high.offset
        applies = self._pair(names.applies)
        return ScorePlaces(
            frozenset(score.option_keys()), low, high, offsets, self._named(names.bands), applies
        )

    def _named(self, options: Options) -> Places:
        return tuple((key, self._place(name)) for key, name in options.items())

    def _table(self, table: Table) -> TablePlaces:
        names = self.p.table(table)
        return TablePlaces(
            self._rows(table.rows, names.rows),
            self._named(names.outcomes),
            self._rows(table.rows, names.certain),
            self._rows(table.meanwhile, names.meanwhile),
        )

    def _rows(self, rows: tuple[Row, ...], names: tuple[str, ...]) -> RowPlaces:
        # In a table that does not collect, no row is certain by itself.
        return tuple(zip(rows, map(self._place, names), strict=False))

    def _states(self, target: Target) -> list[str]:
        """Everything that may come out, and that it does not apply (see `ask.state`)."""
        if isinstance(target, Table):
            return list(self.p.table(target).outcomes.values())
        if isinstance(target, Score):
            names = self.p.score(target)
            applies, outcomes = names.applies, names.bands
        else:
            applies = self.p.truth(target.for_whom)
            outcomes = self.p.table(target.conclusion).outcomes
        return [*(self.p.every([plane, applies.yes]) for plane in outcomes.values()), applies.no]

    def _unsaid(self, target: Target) -> list[str]:
        plan = target.plan if isinstance(target, Step) else ()
        return [self.p.every(self.p.truth(action.indicated)) for action in plan]

    def _between(self, target: Target) -> tuple[int, ...]:
        """What an answer could move (see `ask._detail`)."""
        planes: dict[str, None] = {}
        if isinstance(target, Step):
            for part in (target.for_whom, *(action.indicated for action in target.plan)):
                planes |= dict.fromkeys(self.p.truth(part))
        within = ask.below_agreed(target)
        for inner in walk(*ask.roots(target)):
            if isinstance(inner, Score) and inner not in within:
                names = self.p.score(inner)
                planes |= dict.fromkeys((*names.applies, *names.low.planes, *names.high.planes))
            elif isinstance(inner, Table):
                planes |= dict.fromkeys(self.p.table(inner).between)
        return self._places_of(name for name in planes if name not in (FULL, NONE))

    # What is looked at --------------------------------------------------------------------------

    def _asked(self, target: Target, order: dict[Expression, int]) -> Iterable[Asked]:
        for part, affected in ask.leaves(target):
            if part not in order:
                continue
            names = (self.p.agreements[each] for each in affected if each in self.p.agreements)
            step = step_of(part) or Fraction(1)
            number = not isinstance(part, ex.YesNoExpression | ex.ChoiceExpression)
            points = frozenset(whole(each / step) for each in ask.thresholds(target, part))
            conflicts = self._places_of(dict.fromkeys(names))
            of = ask.asked_of(part)
            yield Asked(order[part], of, of.key, points if number else None, conflicts)

    def _leaves(self) -> Iterable[Leaf]:
        tried: dict[Expression, set[Fraction | int]] = {}
        for target in self.targets:
            for part, _ in ask.leaves(target):
                step = step_of(part) or Fraction(1)
                points = tried.setdefault(part, set())
                points |= {whole(each / step) for each in ask.thresholds(target, part)}
        for part in self.p.leaves:
            yield leaf_of(part, tried.get(part))

    def _text(self) -> str:
        inputs = [name for names in self.p.leaves.values() for name in names]
        lines = [f"({''.join(f'{name}, ' for name in inputs)}) = leaves", *self.p.lines]
        lines.append(f"return ({''.join(f'{name}, ' for name in self._places)})")
        body = "\n ".join(lines)
        return f"def run(full, presumed, leaves, silent, obtained):\n {body}\n"

    def _compiled(self, text: str) -> Run:
        names: dict[str, Any] = {f"k{n}": value for n, value in enumerate(self.p.constants)}
        names |= {name: getattr(lanes_numbers, name) for name in _WORDS}
        exec(compile(text, "rules printed by lanes_program", "exec"), names)
        run: Run = names["run"]
        return run


_WORDS = (
    "by_choice", "compared", "conflict", "constant", "digits", "from_", "in_unit", "so_many", "total",
    "worked_out",
)  # fmt: skip
"""What the printed text calls."""


def _ends(step: Step) -> Iterable[ex.YesNoExpression]:
    for action in step.plan:
        yield action.indicated
        if action.until is not None:
            yield action.until


def _roots(target: Target) -> tuple[Expression, ...]:
    return (target.for_whom, target.conclusion) if isinstance(target, Step) else (target,)


__all__ = ["Leaf", "Parameter", "Program", "TargetPlaces", "program_of"]
