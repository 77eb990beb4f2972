"""What a service owes one subject, list by list: what is late, what is due, and what cannot be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..language import Step
from ..language.sources import Cite
from ..language.steps import Action
from ..language.values import History, Situation, Truth
from ..language.worklists import WorkList
from .ask import unknown_facts
from .assess import assess_step
from .finding import ActionFinding, StepFinding
from .one import Reasoner
from .recalls import Again, again, last_day

OPEN = frozenset({"overdue", "due", "requested"})
POSSIBLE = "possible"
FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Duty:
    """One line of a list.

    state: overdue, due, requested, flagged, or possible where something is missing. first, last: days
    since 1970-01-01, or minutes where `minutes`, between which it is to be done. missing: what must be
    known to say more.
    """

    list: WorkList
    step: Step
    what: str
    text: str
    state: str
    cite: Cite
    first: int | None = None
    last: int | None = None
    minutes: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: whose, which leg ("" where none is meant), and what."""

    person: str
    side: str
    duty: Duty


def duties(lists: Iterable[WorkList], reasoner: Reasoner, strict: Reasoner) -> Iterator[Duty]:
    """Everything on some lists about one subject; each step is looked at once for all lists."""
    seen: dict[Step, StepFinding | None] = {}
    for each in lists:
        for step in each.steps:
            if step not in seen:
                applies = reasoner.truth(step.for_whom)
                seen[step] = None if applies is Truth.NO else assess_step(step, reasoner, strict)
            found = seen[step]
            if found is not None:
                yield from _of_step(each, step, found, reasoner)


def _of_step(each: WorkList, step: Step, found: StepFinding, reasoner: Reasoner) -> Iterator[Duty]:
    if each.acts:
        yield from listed_actions(each, step, found.plan)
        if found.applies is Truth.YES:
            missing = missing_below(step, reasoner)
            for duty in possible_actions(each, step, found.plan, reasoner.situation):
                yield replace(duty, missing=missing)
    if each.recalls:
        yield from _recall(each, step, found, reasoner)
    if each.flags:
        yield from _flags(each, step, found, reasoner)


def listed_actions(each: WorkList, step: Step, plan: Iterable[ActionFinding]) -> Iterator[Duty]:
    """What of a plan is on a list: its acts, while they are open."""
    for action in plan:
        if action.action.act in each.acts and action.state in OPEN:
            yield _duty(each, step, action)


def possible_actions(
    each: WorkList, step: Step, plan: Iterable[ActionFinding], situation: Situation
) -> Iterator[Duty]:
    """What of the plan of a step that applies may be on a list, and nothing shows to be done."""
    for found in plan:
        action = found.action
        if action.act in each.acts and found.state == "cannot_say" and not _done(action, situation):
            yield Duty(each, step, action.key, action.text, POSSIBLE, action.cite)


def _done(action: Action, situation: Situation) -> bool:
    """Whether something on record shows that it was done at some time."""
    if action.gives is None:
        return False
    return any(e.certain for e in situation.histories.get(action.gives.key, History()).events)


def _duty(each: WorkList, step: Step, found: ActionFinding) -> Duty:
    action = found.action
    return Duty(
        each,
        step,
        action.key,
        action.text,
        found.state,
        action.cite,
        found.due_from,
        found.due_by,
        found.unit == "minute",
    )


def _recall(each: WorkList, step: Step, found: StepFinding, reasoner: Reasoner) -> Iterator[Duty]:
    conclusion = found.conclusion
    if conclusion is None or found.applies is not Truth.YES:
        return
    recalled = again(conclusion.rows, sure=found.decided)
    day = None if recalled is None else last_day(recalled.of, reasoner.situation)
    if recalled is not None and day is not None:
        duty = recall_duty(each, step, recalled, day, reasoner.situation.at)
        missing = missing_below(step, reasoner) if duty.state == POSSIBLE else ()
        yield replace(duty, missing=missing)


def recall_duty(each: WorkList, step: Step, recalled: Again, day: int, at: int) -> Duty:
    """A test that is due again. day: of the last one. at: today."""
    window, state = (day + recalled.first, day + recalled.last), recalled.state(day, at)
    text = f"{recalled.of.label}. {recalled.row.then.text}"
    return Duty(each, step, recalled.of.key, text, state, recalled.row.cite, *window)


def _flags(each: WorkList, step: Step, found: StepFinding, reasoner: Reasoner) -> Iterator[Duty]:
    """One line for each conclusion of the list that is certain, or possible; its first row is cited."""
    conclusion = found.conclusion
    if conclusion is None or found.applies is not Truth.YES:
        return
    rows = {row.then: row for row in reversed(conclusion.rows)}
    for outcome in step.conclusion.outcomes:
        if outcome in rows and outcome in each.flags:
            state = FLAGGED if found.decided else POSSIBLE
            missing = () if found.decided else missing_below(step, reasoner)
            cite = rows[outcome].cite
            yield Duty(each, step, outcome.key, outcome.text, state, cite, missing=missing)


def missing_below(step: Step, reasoner: Reasoner) -> tuple[str, ...]:
    """The keys of what is not known below a step."""
    return tuple(part.key for part in unknown_facts(step, reasoner))
