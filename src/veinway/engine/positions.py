"""What one guideline says about a question, for one patient: the acts that it asks for.

An act is claimed where the guideline certainly asks for it; declined, where it speaks of it and does
certainly not ask for it here; pending, where it may still ask for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..language import Outcome, Row, Step, Strength
from ..language.steps import Due, Unspoken
from ..language.values import Truth
from .finding import ActionFinding, StepFinding, TableFinding

_PAST = ("done", "done_late", "withdrawn")


class Stance(Enum):
    """How one guideline stands to this patient."""

    SPEAKS = "speaks"
    WAITS = "waits"
    """The step is for this patient, and what it says depends on what is open."""
    MAY_APPLY = "may apply"
    SILENT = "silent"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Claim:
    """One act that a guideline asks for, or with `DO_NOT` warns against.

    timing holds the windows and words that it names, and is empty where it names none. open: nothing
    shows yet that it was done.
    """

    act: str
    strengths: frozenset[Strength]
    timing: frozenset[Due | str]
    open: bool
    said: tuple[ActionFinding | Row, ...]

    @property
    def forbids(self) -> bool:
        return Strength.DO_NOT in self.strengths

    @property
    def named(self) -> bool:
        """An act stands behind it, rather than the key of an outcome that asks for nothing."""
        return any(isinstance(part, ActionFinding) or part.then.action for part in self.said)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Position:
    """What one guideline says about the question, for this patient.

    found is None, and unspoken says where it was looked for, for a guideline without a step.
    """

    guideline: str
    stance: Stance
    claims: tuple[Claim, ...] = ()
    declined: frozenset[str] = frozenset()
    """Acts that it speaks of and certainly does not ask for here."""
    pending: frozenset[str] = frozenset()
    """Acts that it may still ask for."""
    found: StepFinding | None = None
    unspoken: Unspoken | None = None

    def claim(self, act: str) -> Claim | None:
        return next((claim for claim in self.claims if claim.act == act), None)


def position(found: StepFinding) -> Position:
    """What one step says about this patient."""
    step = found.of
    assert isinstance(step, Step)
    assert found.conclusion is not None
    if found.applies is Truth.NO:
        return Position(step.guideline, Stance.NOT_APPLICABLE, found=found)
    claims = _claims(found, found.conclusion)
    asked = {claim.act for claim in claims}
    pending = _pending(found, found.conclusion) - asked
    stance = _stance(found, found.conclusion, claims)
    certain = found.applies is Truth.YES
    declined = _spoken_of(step) - asked - pending if certain else frozenset[str]()
    return Position(step.guideline, stance, claims, declined, pending, found)


def _stance(found: StepFinding, conclusion: TableFinding, claims: tuple[Claim, ...]) -> Stance:
    if found.applies is not Truth.YES:
        return Stance.MAY_APPLY
    if any(claim.open for claim in claims):
        return Stance.SPEAKS
    if not _concluded(conclusion):
        return Stance.WAITS
    return Stance.SILENT if all(each.silent for each in conclusion.outcomes) else Stance.SPEAKS


def _claims(found: StepFinding, conclusion: TableFinding) -> tuple[Claim, ...]:
    """What is asked for, one claim an act: the plan first, then the conclusion."""
    said: dict[str, list[ActionFinding | Row]] = {}
    for action in found.plan:
        if action.indicated is Truth.YES and action.state != "withdrawn":
            said.setdefault(action.action.act, []).append(action)
    for row in _speaking_rows(conclusion):
        said.setdefault(act_of(row.then), []).append(row)
    return tuple(_claim(act, parts) for act, parts in said.items())


def _speaking_rows(conclusion: TableFinding) -> tuple[Row, ...]:
    """The rows whose outcome is certain, and what is done until one is."""
    if conclusion.collects:
        certain = conclusion.certain
    else:
        certain = conclusion.rows if _concluded(conclusion) else conclusion.meanwhile
    return tuple({row.then: row for row in certain if not row.then.silent}.values())


def _concluded(conclusion: TableFinding) -> bool:
    """One outcome is left, or all that collect are known; unconfirmed words are said all the same."""
    if conclusion.collects:
        return conclusion.rows == conclusion.certain
    return len(conclusion.outcomes) == 1


def act_of(outcome: Outcome) -> str:
    """The act that an outcome stands for; one that names none stands for itself."""
    return outcome.action or outcome.key


def _claim(act: str, parts: list[ActionFinding | Row]) -> Claim:
    """One act, said in one or more places: a plan's window counts more than a conclusion's words."""
    actions = [part for part in parts if isinstance(part, ActionFinding)]
    outcomes = [part.then for part in parts if isinstance(part, Row)]
    strengths = {part.action.strength for part in actions} or {each.strength for each in outcomes}
    windows = {part.action.due for part in actions if part.action.due is not None}
    timing: frozenset[Due | str] = frozenset(windows)
    timing = timing or frozenset(each.timing for each in outcomes if each.timing)
    is_open = any(part.state not in _PAST for part in actions) if actions else True
    return Claim(act, frozenset(strengths), timing, is_open, tuple(parts))


def _pending(found: StepFinding, conclusion: TableFinding) -> frozenset[str]:
    """The acts that may still be asked for."""
    acts = {part.action.act for part in found.plan if part.state in ("cannot_say", "not_yet")}
    if not _concluded(conclusion):
        acts |= {act_of(row.then) for row in conclusion.rows}
    return frozenset(acts)


def _spoken_of(step: Step) -> frozenset[str]:
    """Every act that a step settles for every patient: those of its plan, or else of its outcomes.

    Where there is a plan, an outcome's act says what becomes of the suspicion, and not when it is due.
    """
    concluded = frozenset(outcome.action for outcome in step.conclusion.outcomes if outcome.action)
    return frozenset(action.act for action in step.plan) or concluded
