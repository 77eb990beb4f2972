"""One patient, all that one guideline says: where the patient belongs, scores, steps, open questions.

Every rule is evaluated twice, with presumptions and without (strict), so that nobody has to guess
which answers rest on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..language import Derived, Event, Fact, Score, Step, Table
from ..language.knowledge import Knowledge
from ..language.values import Interval, Situation
from . import lanes_open
from .ask import OpenFact, Target
from .assess import assess_step
from .finding import Finding, ScoreFinding, StepFinding, TableFinding
from .lanes import Lanes
from .lanes_program import program_of
from .limbs import compared
from .one import Reasoner
from .presumed import presumed_keys


class Open:
    """What is not known below a rule; worked out once it is looked at.

    lanes: the patient, from which it is worked out.
    """

    def __init__(self, target: Target, lanes: Lanes) -> None:
        self._target, self._lanes = target, lanes

    @cached_property
    def matters(self) -> tuple[OpenFact, ...]:
        """What could change the answer: the best question first, but what is presumed last."""
        found = lanes_open.open_facts(self._target, self._lanes.what_if)
        if not self.presumed:
            return found
        return tuple(sorted(found, key=lambda part: part.key in self.presumed))

    @cached_property
    def unknown(self) -> tuple[Fact | Event, ...]:
        """All that is not known."""
        return lanes_open.unknown_facts(self._target, self._lanes.what_if)

    @cached_property
    def presumed(self) -> frozenset[str]:
        """The keys of facts that are taken to be known for now."""
        below = self._lanes.program.targets[self._target].presumptions
        return presumed_keys(below, self._lanes.made)

    @property
    def without_effect(self) -> tuple[Fact | Event, ...]:
        """What is not known and can no longer change the answer."""
        keys = {part.key for part in self.matters}
        return tuple(part for part in self.unknown if part.key not in keys)


@dataclass(frozen=True, slots=True)
class ScoreReading:
    """A score with and without presumptions, and what is open about it."""

    found: ScoreFinding
    strict: ScoreFinding
    open: Open


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table of its own (one that no step concludes with), with and without presumptions."""

    found: TableFinding
    strict: TableFinding
    open: Open


@dataclass(frozen=True, slots=True)
class StepReading:
    """A step, and what is open about it."""

    found: StepFinding
    open: Open


@dataclass(frozen=True, slots=True)
class Covered:
    """What silence of the records is taken to mean, because their source would know."""

    about: str
    value: str
    because: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the rules say about one subject."""

    situation: Situation
    guideline: str
    presumptions: bool
    """Whether presumptions were allowed; the strict readings beside each finding never allow them."""
    tables: tuple[TableReading, ...]
    scores: tuple[ScoreReading, ...]
    steps: tuple[StepReading, ...]
    measures: tuple[Finding, ...]
    """Derived measures of which something is known."""
    covered: tuple[Covered, ...]
    """What rests on the coverage that a source declares; a presumption like any other."""

    def roots(self) -> tuple[Finding, ...]:
        """The findings that everything else is a reason for."""
        steps = (reading.found for reading in self.steps)
        tables = (reading.found for reading in self.tables)
        scores = (reading.found for reading in self.scores)
        return (*steps, *tables, *scores, *self.measures)

    def findings(self) -> Iterator[Finding]:
        """Every finding, rules before facts, each once."""
        seen: set[int] = set()
        plans = (action.because for step in self.steps for action in step.found.plan)
        for root in (*self.roots(), *(because for because in plans if because is not None)):
            yield from root.walk(seen)

    def presumed(self) -> tuple[Finding, ...]:
        """Every presumption that something above rests on, each once."""
        return tuple(found for found in self.findings() if found.presumed is not None)


def assess(
    knowledge: Knowledge,
    situation: Situation,
    guideline: str,
    *,
    presumptions: bool = True,
    uncovered: Situation | None = None,
) -> Assessment:
    """Evaluate every table, score and measure, and the steps of one guideline (see `steps_by`).

    uncovered: the situation without what a source's coverage presumes, for the strict readings.
    """
    scope = _scope(knowledge, guideline)
    strict = Reasoner(uncovered or situation, presumptions=False)
    here = Reasoner(situation) if presumptions else strict
    lanes = Lanes(program_of(scope.targets, scope.measures), here, strict, asking=False)
    here, strict = lanes.reasoners
    return Assessment(
        situation=here.situation,
        guideline=guideline,
        presumptions=presumptions,
        tables=tuple(
            [TableReading(here.table(t), strict.table(t), Open(t, lanes)) for t in scope.tables]
        ),
        scores=tuple(
            [ScoreReading(here.score(s), strict.score(s), Open(s, lanes)) for s in scope.scores]
        ),
        steps=tuple([StepReading(assess_step(s, here, strict), Open(s, lanes)) for s in scope.steps]),
        measures=tuple(found for found in map(here.find, scope.measures) if _says_something(found)),
        covered=tuple(_covered(knowledge, here.situation, strict.situation)),
    )


@dataclass(frozen=True, slots=True)
class _Scope:
    """What is said about a patient by one guideline."""

    tables: tuple[Table, ...]
    scores: tuple[Score, ...]
    steps: tuple[Step, ...]
    measures: tuple[Derived, ...]

    @property
    def targets(self) -> tuple[Target, ...]:
        return (*self.tables, *self.scores, *self.steps)


@lru_cache(maxsize=256)
def _scope(knowledge: Knowledge, guideline: str) -> _Scope:
    measures = tuple(rule for rule in knowledge.rules.values() if isinstance(rule, Derived))
    scores = tuple(knowledge.scores.values())
    return _Scope(knowledge.own_tables, scores, knowledge.steps_by(guideline), measures)


def _covered(knowledge: Knowledge, given: Situation, uncovered: Situation) -> Iterator[Covered]:
    """What is known in the one and not in the other situation of the same subject."""
    if given is uncovered:
        return
    for key, known in given.facts.items():
        if key not in uncovered.facts:
            yield Covered(knowledge.facts[key].label, "no", known.evidence[-1].note)
    for key, history in given.histories.items():
        if history.complete and not uncovered.histories[key].complete:
            yield Covered(knowledge.events[key].label, "none but what is recorded", history.complete)


def assess_limbs(
    knowledge: Knowledge,
    limbs: Mapping[str, Situation],
    guideline: str,
    *,
    presumptions: bool = True,
    uncovered: Mapping[str, Situation] | None = None,
) -> dict[str, Assessment]:
    """Each limb that was described apart ("" where none was), the more symptomatic one first.

    uncovered: by side, the situations without what a source's coverage presumes.
    """
    without = uncovered or {}
    return more_symptomatic_first(
        {
            side: assess(
                knowledge, limb, guideline, presumptions=presumptions, uncovered=without.get(side)
            )
            for side, limb in limbs.items()
        }
    )


def more_symptomatic_first(limbs: dict[str, Assessment]) -> dict[str, Assessment]:
    """The limbs of one patient, the one that speaks for the patient first.

    See `limbs` for which it is.
    """
    if len(limbs) == 1:
        return limbs

    def totals(side: str) -> list[Interval]:
        of = {score.found.of: score.found.total for score in limbs[side].scores}
        return [of[score] for score in compared((step.found.of for step in limbs[side].steps), of)]

    return {side: limbs[side] for side in sorted(sorted(limbs), key=totals, reverse=True)}


def read_score(score: Score, here: Reasoner, strict: Reasoner) -> ScoreReading:
    """One score for one subject."""
    lanes = Lanes(program_of((score,)), here, strict, asking=False)
    here, strict = lanes.reasoners
    return ScoreReading(here.score(score), strict.score(score), Open(score, lanes))


def read_step(step: Step, here: Reasoner, strict: Reasoner) -> StepReading:
    """One step for one subject."""
    lanes = Lanes(program_of((step,)), here, strict, asking=False)
    return StepReading(assess_step(step, *lanes.reasoners), Open(step, lanes))


def _says_something(found: Finding) -> bool:
    """Something is known of it, beyond what holds for everybody."""
    rule = found.of
    return (
        isinstance(rule, Derived) and isinstance(found.value, Interval) and found.value != _range(rule)
    )


@lru_cache(maxsize=256)
def _range(rule: Derived) -> Interval:
    return rule.range
