"""One patient, every what-if at once: the same rules as in `one`, fast.

A *lane* is one version of the patient. Lane 0 is the patient as known; lane 1 the same read without
presumptions; in every other lane one open question has one of its answers. A yes/no is two integers,
whose bits say in which lanes it can be yes, and in which it can be no. So `a & b` says of every version
at once whether both can be yes, and one pass over the rules answers what is so, what would be so without
presumptions, and what each answer would change.

`one` stays the definition: what is read from the situation comes from there, and so does every
explanation, which is built when somebody looks at it. The generated tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any

from ..language import Derived
from ..language import expressions as ex
from ..language import facts as fa
from ..language.events import Obtainable
from ..language.expressions import Expression
from ..language.scores import Score
from ..language.tables import Row, Table
from ..language.values import Interval, Possible, Situation, Truth
from . import decisions, happened
from .finding import Finding, ScoreFinding, TableFinding
from .lanes_leaves import (
    HERE,
    STRICT,
    Answers,
    Leaf,
    answers_to,
    in_both,
    planes,
    put_in,
    value_of,
    values_if,
)
from .lanes_numbers import put, through
from .lanes_program import Places, Program, RowPlaces
from .one import EVALUATE, Reasoner, nothing_on_record

_FIRST_FREE = 4
_TRUTHS = (None, Truth.NO, Truth.YES, Truth.UNKNOWN)


class Lanes:
    """What a program says about one patient, in every lane.

    here: the patient as known. strict: the same without presumptions; its situation may lack what the
    coverage of a source presumes. asking: whether answers to open questions have lanes.
    """

    def __init__(
        self, program: Program, here: Reasoner, strict: Reasoner, *, asking: bool = True
    ) -> None:
        self.program, self.here, self.strict, self.asking = program, here, strict, asking
        self.answers: list[Answers] = []
        self.tried: list[int] = []
        """For each leaf the lanes of its answers."""
        self._free = _FIRST_FREE
        self._same = strict.situation is here.situation
        leaves = self._with_answers() if asking else self._two_lanes()
        self.full = self._free - 1
        presumed = self.full & ~STRICT if here.presumptions else 0
        self.values = program.run(self.full, presumed, leaves, self._silent, self._obtained)

    @cached_property
    def what_if(self) -> Lanes:
        """The same patient, with a lane for each answer to an open question."""
        return self if self.asking else Lanes(self.program, self.here, self.strict)

    # What is read from the situation ------------------------------------------------------------

    def _two_lanes(self) -> list[object]:
        """The planes of all leaves, with no lane for any answer."""
        facts, leaves = self.here.situation.facts, list[object]()
        for leaf in self.program.leaves:
            if self._same and leaf.plain and leaf.plain not in facts:
                leaves += leaf.unknown
                continue
            value, without = self._read(leaf)
            if without is value:
                leaves += in_both(leaf.keys, value)
            else:
                leaves += put_in(leaf.keys, list(in_both(leaf.keys, value)), STRICT, without)
        return leaves

    def _with_answers(self) -> list[object]:
        """The planes of all leaves, with a lane for each answer to an open question."""
        listed = self.program.leaves
        read = [self._read(leaf) for leaf in listed]
        for leaf, (value, _) in zip(listed, read, strict=True):
            self._add_answers(leaf, value)
        leaves = list[object]()
        for leaf, (value, without), answers in zip(listed, read, self.answers, strict=True):
            found = planes(leaf.keys, value, answers, self._free - 1)
            if without != value:
                found = put_in(leaf.keys, found, STRICT, without)
            for lane, other in self._dated_otherwise(leaf):
                found = put_in(leaf.keys, found, lane, other)
            leaves += found
        return leaves

    def _dated_otherwise(self, leaf: Leaf) -> Iterator[tuple[int, Possible]]:
        """What a leaf is in the lanes of answers to the dates that it rests on."""
        for fact in leaf.dated_by:
            place = next(n for n, each in enumerate(self.program.leaves) if each.part is fact)
            yield from values_if(leaf, self.here, fact, self.answers[place]).items()

    def _read(self, leaf: Leaf) -> tuple[Possible, Possible]:
        """The value of a leaf, with presumptions and without."""
        value = without = value_of(leaf, self.here)
        if leaf.presumes or not self._same:
            without = value_of(leaf, self.strict)
        return value, without

    def _add_answers(self, leaf: Leaf, value: Possible) -> None:
        answers: Answers = {}
        before = self._free
        for answer in answers_to(leaf, value) if leaf.supposed else ():
            answers[answer] = self._free
            self._free <<= 1
        self.answers.append(answers)
        self.tried.append(self._free - before)

    def _silent(self, about: Expression) -> bool:
        return nothing_on_record(self.here, about)

    def _obtained(self, yes: int, no: int, part: Obtainable) -> tuple[int, int]:
        def at(situation: Situation) -> tuple[int, int]:
            given = (happened.obtained(situation, part, answer)[0] for answer in (Truth.NO, Truth.YES))
            return through(yes, no, *given)

        found = at(self.here.situation)
        if self._same:
            return found
        without = at(self.strict.situation)
        planes = [put(one, STRICT, other & STRICT) for one, other in zip(found, without, strict=True)]
        return planes[0], planes[1]

    # What comes out -----------------------------------------------------------------------------

    def truth(self, part: Expression, lane: int) -> Truth | None:
        """Whether something is so; None for an expression that the program does not keep."""
        place = self.program.truths.get(part)
        return None if place is None else self._truth(place, lane)

    def _truth(self, places: tuple[int, int], lane: int) -> Truth:
        yes, no = self.values[places[0]] & lane, self.values[places[1]] & lane
        found = _TRUTHS[(2 if yes else 0) | (1 if no else 0)]
        assert found is not None
        return found

    def _keys(self, places: Places, lane: int) -> frozenset[str]:
        values = self.values
        return frozenset([key for key, n in places if values[n] & lane])

    def score(self, score: Score, lane: int, reasoner: Reasoner) -> ScoreFinding | None:
        """A score in one lane; why it is so is worked out by the reasoner once it is asked for."""
        places = self.program.scores.get(score)
        if places is None:
            return None
        ends = zip((places.low, places.high), places.offsets, strict=True)
        low, high = (self._number(end, offset, lane) for end, offset in ends)
        applies, bands = self._truth(places.applies, lane), self._keys(places.bands, lane)
        return ScoreFinding(
            score,
            bands if applies is Truth.YES else places.any_band,
            lambda: decisions.score(reasoner, score),
            applies=applies,
            total=_points(score.step, low, high),
            bands=bands,
        )

    def table(self, table: Table, lane: int, reasoner: Reasoner) -> TableFinding | None:
        """A table in one lane; why it is so is worked out by the reasoner once it is asked for."""
        places = self.program.tables.get(table)
        if places is None:
            return None
        rows = self._rows(places.rows, lane)
        outcomes = frozenset([row.then.key for row in rows])
        return TableFinding(
            table,
            outcomes,
            lambda: decisions.table(reasoner, table),
            rows=rows,
            certain=self._rows(places.certain, lane) if places.certain else (),
            meanwhile=self._rows(places.meanwhile, lane) if len(outcomes) > 1 else (),
        )

    def number(self, part: Derived, lane: int, reasoner: Reasoner) -> Finding | None:
        """A measure in one lane; why it is so is worked out by the reasoner once it is asked for."""
        place = self.program.numbers.get(part)
        if place is None:
            return None
        value: Interval = self.values[place].at(lane)
        return Finding(part, value, lambda: EVALUATE[Derived](reasoner, part))

    def _number(self, places: tuple[int, ...], offset: int, lane: int) -> int:
        values = self.values
        return offset + sum([1 << place for place, n in enumerate(places) if values[n] & lane])

    def outcomes(self, table: Table, lane: int) -> frozenset[str]:
        """The outcomes of a table that are possible in one lane."""
        return self._keys(self.program.tables[table].outcomes, lane)

    def _rows(self, places: RowPlaces, lane: int) -> tuple[Row, ...]:
        values = self.values
        return tuple([row for row, n in places if values[n] & lane])

    @cached_property
    def made(self) -> frozenset[Expression]:
        """The presumptions that are made about the patient as known."""
        leaves = self.program.leaves
        silent = [leaf.part for leaf in leaves if leaf.presumes and self._is_presumed(leaf.part)]
        taken = [part for part, n in self.program.taken.items() if self.values[n] & HERE]
        return frozenset([*silent, *taken])

    def _is_presumed(self, part: Expression) -> bool:
        return isinstance(part, fa.Fact) and self.here.find(part).presumed is not None

    @cached_property
    def reasoners(self) -> tuple[LaneReasoner, LaneReasoner]:
        """The one-patient engine with what is worked out already: with presumptions, and without."""
        return LaneReasoner(self, self.here, HERE), LaneReasoner(self, self.strict, STRICT)


class LaneReasoner(Reasoner):
    """The one-patient engine, which takes scores, tables and what a plan rests on from a lane."""

    def __init__(self, lanes: Lanes, like: Reasoner, lane: int) -> None:
        super().__init__(like.situation, presumptions=like.presumptions)
        self._lanes, self._lane = lanes, lane
        self._found, self.selected = like._found, like.selected

    def find(self, expression: Expression) -> Finding:
        found = self._found.get(expression)
        if found is None:
            of_lane = _OF_LANE.get(type(expression))
            found = None if of_lane is None else of_lane(self._lanes, expression, self._lane, self)
            if found is None:
                return super().find(expression)
            self._found[expression] = found
        return found

    def options(self, expression: ex.ChoiceExpression) -> frozenset[str]:
        if isinstance(expression, Table) and expression in self._lanes.program.tables:
            return self._lanes.outcomes(expression, self._lane)
        return super().options(expression)

    def truth(self, expression: ex.YesNoExpression) -> Truth:
        value = self._lanes.truth(expression, self._lane)
        return super().truth(expression) if value is None else value


_OF_LANE: dict[type, Callable[[Lanes, Any, int, Reasoner], Finding | None]] = {
    Score: Lanes.score,
    Table: Lanes.table,
    Derived: Lanes.number,
}
"""What is taken from a lane; None for what the program does not keep."""


@lru_cache(maxsize=4096)
def _points(step: Fraction, low: int, high: int) -> Interval:
    return Interval(low * step, high * step)
