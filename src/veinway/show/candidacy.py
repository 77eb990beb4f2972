"""Candidacy for a procedure: under each guideline what it decides, and each of its criteria.

A criterion is read from the table that decides: the conditions of the row that would lead to the
procedure, and that no row before it holds which leads elsewhere. It is met, not met or unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from veinway.care.candidacy import CANDIDACY, ITEMISED, WHOLE
from veinway.engine.assessment import StepReading, read_step
from veinway.engine.finding import Finding
from veinway.engine.one import Reasoner
from veinway.language import Cite, Direction, Question, Row, Step, Table
from veinway.language.expressions import (
    AllOf,
    AnyOf,
    IsOneOf,
    No,
    Presume,
    YesNoExpression,
)
from veinway.language.facts import YesNo
from veinway.language.knowledge import Knowledge
from veinway.language.values import Situation, Truth
from veinway.show.word_parts import lower_first
from veinway.show.words import phrase

WORDS = {Truth.YES: "met", Truth.NO: "not met", Truth.UNKNOWN: "unknown"}
_LEADS = (Direction.ESCALATES, Direction.COMMITS)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One condition of a procedure for one patient, on the authority of the row that asks for it."""

    words: str
    found: Finding
    cite: Cite
    whole: bool
    """It stands for a whole list of conditions."""

    @property
    def truth(self) -> Truth:
        """Whether it is met."""
        assert isinstance(self.found.value, Truth)
        return self.found.value

    @property
    def presumed(self) -> bool:
        """Whether it would be unknown without a presumption."""
        return bool(self.found.presumptions()) and self.truth is not Truth.UNKNOWN


@dataclass(frozen=True, slots=True)
class Way:
    """One row that leads to a procedure, with its criteria."""

    row: Row
    criteria: tuple[Criterion, ...]

    def count(self, truth: Truth) -> int:
        """How many criteria are met, not met or unknown."""
        return sum(each.truth is truth for each in self.criteria)


@dataclass(frozen=True, slots=True)
class ByGuideline:
    """One guideline's answer to the question, and the ways that lead to the procedure."""

    reading: StepReading
    ways: tuple[Way, ...]

    @property
    def step(self) -> Step:
        """The step that answers."""
        assert isinstance(self.reading.found.of, Step)
        return self.reading.found.of


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the list behind a criterion: what speaks against the procedure, and how much."""

    row: Row
    words: str
    found: Finding

    @property
    def truth(self) -> Truth:
        """Whether it is there."""
        assert isinstance(self.found.value, Truth)
        return self.found.value


@dataclass(frozen=True, slots=True)
class Candidacy:
    """One question for one patient."""

    question: Question
    answers: tuple[ByGuideline, ...]
    items: tuple[Item, ...]

    @property
    def touched(self) -> bool:
        """Whether anything is known that speaks for or against it, beyond what is presumed."""
        criteria = (each for by in self.answers for way in by.ways for each in way.criteria)
        known = (each for each in criteria if each.truth is not Truth.UNKNOWN)
        return any(not each.presumed for each in known)


def candidacies(
    knowledge: Knowledge, situation: Situation, *, presumptions: bool = True
) -> tuple[Candidacy, ...]:
    """Every question of candidacy that the knowledge answers, for one patient."""
    strict = Reasoner(situation, presumptions=False)
    here = Reasoner(situation) if presumptions else strict
    made = []
    for question in CANDIDACY:
        answers = [
            ByGuideline(read_step(step, here, strict), tuple(_ways(step, here)))
            for step in knowledge.answers(question)
        ]
        if answers:
            made.append(Candidacy(question, tuple(answers), tuple(_items(question, here))))
    return tuple(made)


def _ways(step: Step, here: Reasoner) -> Iterator[Way]:
    for row, criteria in ways_of(step.conclusion):
        found = (Criterion(_words(p), here.find(p), cite, _inner(p) in WHOLE) for p, cite in criteria)
        yield Way(row, tuple(found))


def _items(question: Question, here: Reasoner) -> Iterator[Item]:
    table = ITEMISED.get(question)
    for row in table.rows if table is not None else ():
        if row.when is not None:
            yield Item(row, _words(row.when), here.find(row.when))


# From a table to criteria -------------------------------------------------------------------------

Part = tuple[YesNoExpression, Cite]


@lru_cache(maxsize=64)
def ways_of(table: Table) -> tuple[tuple[Row, tuple[Part, ...]], ...]:
    """Each row of a table (the first that holds) that leads to a procedure, with its criteria.

    A row before it that leads to a procedure as well is no criterion: who goes there is not refused.
    """
    made = []
    for place, row in enumerate(table.rows):
        if row.then.direction in _LEADS:
            before = [each for each in table.rows[:place] if each.then.direction not in _LEADS]
            made.append((row, tuple(_criteria(row, before))))
    return tuple(made)


def _criteria(row: Row, before: Sequence[Row]) -> Iterator[Part]:
    own = [] if row.when is None else list(_flat(row.when))
    told = {_key(part) for part in own}
    for other in before:
        assert other.when is not None
        for part in _refused(other.when):
            part = _shortened(part, own)
            if _key(part) not in told and not _implied(part, own):
                told.add(_key(part))
                yield part, other.cite
    yield from ((part, row.cite) for part in own)


def _flat(part: YesNoExpression) -> Iterator[YesNoExpression]:
    """What must hold for a condition to hold, one by one."""
    if part in WHOLE:
        yield part
    elif isinstance(part, AllOf):
        for inner in part.of:
            yield from _flat(inner)
    elif isinstance(part, No):
        yield from _refused(part.of)
    else:
        yield part


def _refused(part: YesNoExpression) -> Iterator[YesNoExpression]:
    """What must hold for a condition not to hold, one by one."""
    if part in WHOLE:
        yield No(part)
    elif isinstance(part, AnyOf):
        for inner in part.of:
            yield from _refused(inner)
    elif isinstance(part, No):
        yield from _flat(part.of)
    else:
        yield No(part)


def _shortened(part: YesNoExpression, own: Sequence[YesNoExpression]) -> YesNoExpression:
    """ "Not both" beside a criterion that asks for one of both is "not the other"."""
    if isinstance(part, No) and isinstance(part.of, AllOf):
        asked = {id(each) for each in own}
        rest = [inner for inner in part.of.of if id(inner) not in asked]
        return No(rest[0]) if len(rest) == 1 else part
    return part


def _implied(part: YesNoExpression, own: Sequence[YesNoExpression]) -> bool:
    """ "Not one of these options" where a criterion asks for others of the same choice."""
    if not (isinstance(part, No) and isinstance(part.of, IsOneOf)):
        return False
    same = (each for each in own if isinstance(each, IsOneOf) and each.choice is part.of.choice)
    return any(not (set(each.options) & set(part.of.options)) for each in same)


def _key(part: YesNoExpression) -> tuple[int, bool]:
    return (id(part.of), True) if isinstance(part, No) else (id(part), False)


# Words --------------------------------------------------------------------------------------------


def _words(part: YesNoExpression) -> str:
    """A criterion in words; what is presumed for now is told beside it, not in it."""
    refused = isinstance(part, No)
    inner = _inner(part)
    name = WHOLE.get(inner) or (inner.label if isinstance(inner, YesNo) else "")
    words = f"absent: {lower_first(name)}" if name and refused else name
    words = words or phrase(No(inner) if refused else inner)
    # Procedures are looked at on their own day, from which look-backs count.
    words = words.replace("the first suspicion", "the day of the evaluation")
    return words[:1].upper() + words[1:]


def _inner(part: YesNoExpression) -> YesNoExpression:
    return _bare(part.of if isinstance(part, No) else part)


def _bare(part: YesNoExpression) -> YesNoExpression:
    return _bare(part.of) if isinstance(part, Presume) else part
