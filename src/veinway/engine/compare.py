"""One patient, one question, every guideline: how they differ in what they ask for now.

Two guidelines are compared by the acts that they ask for (`Outcome.action`, `Action.act`), never by
their words. Of each pair that certainly speaks to this patient, in this order:

    different action     one asks for an act that the other forbids, or speaks of and does not ask
                         for here; or both ask for something, and for nothing in common
    different timing     both ask for an act and name different times for it
    different strength   both ask for an act, one of them more strongly

A difference is only ever stated where both sides are certain; what is still open leaves the question
undecided, and learning more never takes a stated difference back. An act that one guideline asks for
and another never mentions is no difference, and neither is a time that only one of them names: those
are silences. What every guideline that asked for it has seen done is not compared any more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import combinations

from ..language import Question, Step
from ..language.knowledge import Knowledge
from ..language.values import Situation
from . import lanes_open
from .ask import OpenFact, open_facts
from .assess import assess_step
from .lanes import Lanes
from .lanes_program import program_of
from .one import Reasoner
from .positions import Position, Stance, position


class Verdict(Enum):
    """How the guidelines stand to each other on one question, for one patient."""

    DIFFERENT_ACTION = "different action"
    DIFFERENT_TIMING = "different timing"
    DIFFERENT_STRENGTH = "different strength"
    UNDECIDED = "undecided"
    SAME = "same"
    SILENT = "silent"
    """At most one says something about this patient; others were looked through and do not."""
    ONE_ANSWER = "one answer"
    """One guideline answers, and of no other is anything known."""
    NOT_APPLICABLE = "not applicable"

    @property
    def differs(self) -> bool:
        return self.value.startswith("different")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Difference:
    """Where two guidelines certainly differ: in an act, or (act "") in all that they ask for."""

    verdict: Verdict
    act: str
    one: Position
    other: Position


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Comparison:
    """One question for one patient."""

    question: Question
    verdict: Verdict
    positions: tuple[Position, ...]
    differences: tuple[Difference, ...]
    open: tuple[OpenFact, ...] = ()
    """What would settle what each says, best question first; empty where nobody asked."""
    lanes: Lanes | None = None
    """The patient by all steps, where every question was compared."""

    @property
    def spoken(self) -> bool:
        """Some guideline certainly says something to this patient."""
        return any(each.stance is Stance.SPEAKS for each in self.positions)

    @property
    def undecided(self) -> tuple[Position, ...]:
        """The guidelines of which it is not known yet what they say."""
        open_ = (Stance.WAITS, Stance.MAY_APPLY)
        return tuple(each for each in self.positions if each.stance in open_)


def compare_all(
    knowledge: Knowledge,
    situation: Situation,
    *,
    uncovered: Situation | None = None,
    presumptions: bool = True,
) -> tuple[Comparison, ...]:
    """Every question to which at least one guideline may have an answer for this patient.

    uncovered: the situation without what a source's coverage presumes, for the strict readings.
    """
    answers = _answers(knowledge)
    strict = Reasoner(uncovered or situation, presumptions=False)
    here = Reasoner(situation) if presumptions else strict
    steps = tuple(step for _, given in answers for step in given)
    lanes = Lanes(program_of(steps), here, strict, asking=False)
    made = (_compared(question, given, *lanes.reasoners) for question, given in answers)
    return tuple(
        replace(found, lanes=lanes) for found in made if found.verdict is not Verdict.NOT_APPLICABLE
    )


@lru_cache(maxsize=16)
def _answers(knowledge: Knowledge) -> tuple[tuple[Question, tuple[Step, ...]], ...]:
    """Every question, and the steps that answer it."""
    return tuple((question, knowledge.answers(question)) for question in knowledge.questions.values())


def with_open(found: Comparison, situation: Situation) -> Comparison:
    """The same, with the questions that would settle what is undecided, as far as presumptions go."""
    steps = [each.found.of for each in found.undecided if each.found is not None]
    asked = (part for step in steps if isinstance(step, Step) for part in _open(step, found, situation))
    best: dict[str, OpenFact] = {}
    for part in asked:
        best.setdefault(part.key, part)
    return replace(found, open=tuple(best.values()))


def _open(step: Step, found: Comparison, situation: Situation) -> tuple[OpenFact, ...]:
    lanes = found.lanes
    if lanes is not None and lanes.here.presumptions and lanes.here.situation is situation:
        return lanes_open.open_facts(step, lanes.what_if)
    return open_facts(step, Reasoner(situation))


def compare(knowledge: Knowledge, question: Question, here: Reasoner, strict: Reasoner) -> Comparison:
    """What each guideline says about one question, and how they stand to each other."""
    return _compared(question, knowledge.answers(question), here, strict)


def _compared(
    question: Question, answers: tuple[Step, ...], here: Reasoner, strict: Reasoner
) -> Comparison:
    positions = (
        *(position(assess_step(step, here, strict)) for step in answers),
        *(Position(each.guideline, Stance.SILENT, unspoken=each) for each in question.silent),
    )
    speaking = [each for each in positions if each.stance in (Stance.SPEAKS, Stance.WAITS)]
    differences = tuple(
        found for one, other in combinations(speaking, 2) for found in _between(one, other, positions)
    )
    return Comparison(question, _verdict(positions, differences), positions, differences)


# Two guidelines -----------------------------------------------------------------------------------


def _between(one: Position, other: Position, positions: tuple[Position, ...]) -> list[Difference]:
    """Where two guidelines that speak to this patient certainly differ, each act once."""
    acts = [claim.act for claim in (*one.claims, *other.claims) if _still_matters(claim.act, positions)]
    found = [_in_act(one, other, act) for act in dict.fromkeys(acts)]
    differences = [each for each in found if each is not None]
    if not differences and _nothing_in_common(one, other, acts):
        return [Difference(Verdict.DIFFERENT_ACTION, "", one, other)]
    return differences


def _still_matters(act: str, positions: tuple[Position, ...]) -> bool:
    """Somebody who asks for it has not seen it done."""
    claims = (each.claim(act) for each in positions)
    return any(claim is not None and claim.open for claim in claims)


def _in_act(one: Position, other: Position, act: str) -> Difference | None:
    first, second = one.claim(act), other.claim(act)
    verdict: Verdict | None = None
    if first is None or second is None:
        asked, silent = (first, other) if first is not None else (second, one)
        assert asked is not None
        if act in silent.declined and not asked.forbids:
            verdict = Verdict.DIFFERENT_ACTION
    elif first.forbids is not second.forbids:
        verdict = Verdict.DIFFERENT_ACTION
    elif first.timing and second.timing and first.timing != second.timing:
        verdict = Verdict.DIFFERENT_TIMING
    elif first.strengths != second.strengths:
        verdict = Verdict.DIFFERENT_STRENGTH
    return None if verdict is None else Difference(verdict, act, one, other)


def _nothing_in_common(one: Position, other: Position, acts: list[str]) -> bool:
    """Both certainly ask for something, and for no act in common, done or not.

    An outcome without an act is what a guideline says where it asks for nothing else.
    """
    asked = [_asked(each, acts) for each in (one, other)]
    known = [{claim.act for claim in each.claims} | each.pending for each in (one, other)]
    return bool(asked[0] and asked[1]) and not (asked[0] & known[1] or asked[1] & known[0])


def _asked(position: Position, acts: list[str]) -> set[str]:
    claims = [each for each in position.claims if each.act in acts and not each.forbids]
    return {each.act for each in claims if each.named} or {each.act for each in claims}


# The verdict --------------------------------------------------------------------------------------

_FIRST = (Verdict.DIFFERENT_ACTION, Verdict.DIFFERENT_TIMING, Verdict.DIFFERENT_STRENGTH)


def _verdict(positions: tuple[Position, ...], differences: tuple[Difference, ...]) -> Verdict:
    """A certain difference first; then what is open; then agreement, and silence last."""
    for verdict in _FIRST:
        if any(found.verdict is verdict for found in differences):
            return verdict
    stances = [each.stance for each in positions if each.stance is not Stance.NOT_APPLICABLE]
    if not any(each.found is not None for each in positions if each.stance in stances):
        return Verdict.NOT_APPLICABLE
    if Stance.WAITS in stances or Stance.MAY_APPLY in stances or _may_still_differ(positions):
        return Verdict.UNDECIDED
    if stances.count(Stance.SPEAKS) > 1:
        return Verdict.SAME
    return Verdict.SILENT if Stance.SILENT in stances else Verdict.ONE_ANSWER


def _may_still_differ(positions: tuple[Position, ...]) -> bool:
    """One asks for an act of which another, that speaks, cannot say yet whether it does."""
    speaking = [each for each in positions if each.stance is Stance.SPEAKS]
    asked = {claim.act for each in speaking for claim in each.claims if claim.open}
    return len(speaking) > 1 and any(asked & each.pending for each in speaking)
