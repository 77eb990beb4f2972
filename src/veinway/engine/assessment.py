"""One patient, all that one guideline says: where the patient belongs, scores, steps, open questions.

Every rule is evaluated twice, with presumptions and without (strict), so that nobody has to guess
which answers rest on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..language import Cite, Derived, Score, Table
from ..language.knowledge import Knowledge
from ..language.values import Interval, Situation
from .ask import OpenFact, open_facts
from .assess import assess_step
from .finding import Finding, Presumption, ScoreFinding, StepFinding, TableFinding
from .one import Reasoner


@dataclass(frozen=True, slots=True)
class ScoreReading:
    """A score with and without presumptions, and what is open about it, best question first."""

    found: ScoreFinding
    strict: ScoreFinding
    open: tuple[OpenFact, ...]


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table of its own (one that no step concludes with), with and without presumptions."""

    found: TableFinding
    strict: TableFinding
    open: tuple[OpenFact, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the rules say about one subject."""

    id: str
    side: str
    situation: Situation
    guideline: str
    tables: tuple[TableReading, ...]
    scores: tuple[ScoreReading, ...]
    steps: tuple[StepFinding, ...]
    measures: tuple[Finding, ...]
    """Derived measures of which something is known."""

    def findings(self) -> Iterator[Finding]:
        """Every finding below, rules before facts, each once."""
        seen: set[int] = set()
        roots: list[Finding] = [*(t.found for t in self.tables), *(s.found for s in self.scores)]
        for root in (*roots, *self.steps, *self.measures):
            for found in root.walk():
                if id(found) not in seen:
                    seen.add(id(found))
                    yield found

    def presumptions(self) -> tuple[Presumption, ...]:
        """Every presumption that something above rests on, each once."""
        listed = (found.presumed for found in self.findings() if found.presumed is not None)
        return tuple({(p.about, p.value, p.because): p for p in listed}.values())

    def sources(self) -> tuple[Cite, ...]:
        """The citations of the rules that spoke."""
        rules = (
            *(t.found.of for t in self.tables),
            *(s.found.of for s in self.scores),
            *(step.of for step in self.steps),
        )
        cites = (getattr(rule, "source", None) for rule in rules)
        return tuple(dict.fromkeys(cite for cite in cites if cite is not None))


def assess(
    knowledge: Knowledge,
    situation: Situation,
    guideline: str,
    *,
    id_: str = "",
    side: str = "",
    presumptions: bool = True,
) -> Assessment:
    """Evaluate every table, score and measure, and the steps of one guideline."""
    here = Reasoner(situation, presumptions=presumptions)
    strict = Reasoner(situation, presumptions=False)
    concluded = {step.conclusion.key for step in knowledge.steps.values()}
    own = [table for key, table in knowledge.tables.items() if key not in concluded]
    steps = [step for step in knowledge.steps.values() if step.guideline == guideline]
    derived = [rule for rule in knowledge.rules.values() if isinstance(rule, Derived)]
    return Assessment(
        id=id_,
        side=side,
        situation=situation,
        guideline=guideline,
        tables=tuple(_table(here, strict, table) for table in own),
        scores=tuple(_score(here, strict, score) for score in knowledge.scores.values()),
        steps=tuple(assess_step(step, situation, presumptions=presumptions) for step in steps),
        measures=tuple(found for found in map(here.find, derived) if _says_something(found)),
    )


def _table(here: Reasoner, strict: Reasoner, table: Table) -> TableReading:
    open_ = open_facts(table, here.situation, presumptions=here.presumptions)
    return TableReading(here.table(table), strict.table(table), open_)


def _score(here: Reasoner, strict: Reasoner, score: Score) -> ScoreReading:
    open_ = open_facts(score, here.situation, presumptions=here.presumptions)
    return ScoreReading(here.score(score), strict.score(score), open_)


def _says_something(found: Finding) -> bool:
    """Something is known of it, beyond what holds for everybody."""
    rule = found.of
    return isinstance(rule, Derived) and isinstance(found.value, Interval) and found.value != rule.range
