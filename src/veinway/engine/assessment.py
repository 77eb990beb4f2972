"""One patient, all that one guideline says: where the patient belongs, scores, steps, open questions.

Every rule is evaluated twice, with presumptions and without (strict), so that nobody has to guess
which answers rest on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..language import Derived, Event, Fact, Score, Step
from ..language.expressions import Presume, PresumeOption
from ..language.knowledge import Knowledge, walk
from ..language.values import Interval, Situation
from .ask import OpenFact, Target, open_facts, unknown_facts
from .assess import assess_step
from .finding import Finding, ScoreFinding, StepFinding, TableFinding
from .one import Reasoner


@dataclass(frozen=True, slots=True)
class Open:
    """What is not known: `matters` could change the answer (best question first), `unknown` is all.

    presumed: the keys of facts that are taken to be known for now.
    """

    matters: tuple[OpenFact, ...]
    unknown: tuple[Fact | Event, ...]
    presumed: frozenset[str]

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
            for found in root.walk():
                if id(found) not in seen:
                    seen.add(id(found))
                    yield found

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
    strict = Reasoner(uncovered or situation, presumptions=False)
    here = Reasoner(situation) if presumptions else strict
    concluded = {step.conclusion.key for step in knowledge.steps.values()}
    tables = [table for key, table in knowledge.tables.items() if key not in concluded]
    steps = knowledge.steps_by(guideline)
    derived = [rule for rule in knowledge.rules.values() if isinstance(rule, Derived)]
    return Assessment(
        situation=here.situation,
        guideline=guideline,
        presumptions=presumptions,
        tables=tuple(
            TableReading(here.table(t), strict.table(t), what_is_open(t, here)) for t in tables
        ),
        scores=tuple(read_score(score, here, strict) for score in knowledge.scores.values()),
        steps=tuple(_read_step(step, here, strict) for step in steps),
        measures=tuple(found for found in map(here.find, derived) if _says_something(found)),
        covered=tuple(_covered(knowledge, here.situation, strict.situation)),
    )


def _covered(knowledge: Knowledge, given: Situation, uncovered: Situation) -> Iterator[Covered]:
    """What is known in the one and not in the other situation of the same subject."""
    for key, known in given.facts.items():
        if key not in uncovered.facts:
            yield Covered(knowledge.facts[key].label, "no", known.evidence[-1].note)
    for key, history in given.histories.items():
        if history.complete and not uncovered.histories[key].complete:
            yield Covered(knowledge.events[key].label, "none but what is recorded", history.complete)


def more_symptomatic_first(limbs: dict[str, Assessment]) -> dict[str, Assessment]:
    """The limbs of one patient, the one that speaks for the patient first.

    It is the limb with the higher lowest total of the scores that the steps use; of two equal ones,
    the one that can still be higher.
    """

    def totals(side: str) -> list[Interval]:
        steps = [step.found.of for step in limbs[side].steps]
        used = {id(part) for part in walk(*steps)}
        return [score.found.total for score in limbs[side].scores if id(score.found.of) in used]

    return {side: limbs[side] for side in sorted(sorted(limbs), key=totals, reverse=True)}


def read_score(score: Score, here: Reasoner, strict: Reasoner) -> ScoreReading:
    """One score for one subject."""
    return ScoreReading(here.score(score), strict.score(score), what_is_open(score, here))


def _read_step(step: Step, here: Reasoner, strict: Reasoner) -> StepReading:
    found = assess_step(step, here, strict)
    return StepReading(found, what_is_open(step, here))


def what_is_open(target: Target, here: Reasoner) -> Open:
    """What is not known below a rule, and what of it matters; what is presumed is asked last."""
    roots = (target.for_whom, target.conclusion) if isinstance(target, Step) else (target,)
    presumed = frozenset(
        getattr(leaf.of, "key", "")
        for root in roots
        for found in here.find(root).walk()
        if found.presumed is not None
        for leaf in _taken(found, here)
    )
    matters = sorted(open_facts(target, here), key=lambda part: part.key in presumed)
    return Open(tuple(matters), unknown_facts(target, here), presumed)


def _taken(found: Finding, here: Reasoner) -> Iterator[Finding]:
    """What a presumption takes to be known, with everything below it."""
    about = found.of.of if isinstance(found.of, Presume | PresumeOption) else found.of
    return here.find(about).walk()  # type: ignore[arg-type]


def _says_something(found: Finding) -> bool:
    """Something is known of it, beyond what holds for everybody."""
    rule = found.of
    return isinstance(rule, Derived) and isinstance(found.value, Interval) and found.value != rule.range
