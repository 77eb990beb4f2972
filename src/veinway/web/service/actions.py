"""What became of an action of the plan, if it will not be done: refused or impossible, and why.

It is said like an answer, about `action:KEY` instead of a fact: so it has its author and its time, can
be taken back, and is part of what a decision was given. What several guidelines ask for alike is said
once: it holds for each action of the same kind that answers the same question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from veinway.care.knowledge import KNOWLEDGE
from veinway.language import Action, Step
from veinway.language.errors import InputError
from veinway.language.values import Settled

PREFIX = "action:"
REASONS: dict[str, tuple[str, str]] = {
    "patient_wish": ("refused", "The patient does not want it"),
    "representative": ("refused", "Somebody who decides for the patient does not want it"),
    "not_available": ("impossible", "It cannot be had here in time"),
    "contraindicated": ("impossible", "There is a reason against it in this patient"),
    "not_feasible": ("impossible", "It was tried, and could not be done"),
    "not_reached": ("impossible", "The patient cannot be reached"),
    "other_refused": ("refused", "Refused for another reason, in the note"),
    "other_impossible": ("impossible", "Impossible for another reason, in the note"),
}
"""By code: what it makes of the action, and in words. Where the reason is in the note, one is needed."""
LONGEST_NOTE = 1000


@cache
def _actions() -> dict[str, list[tuple[Step, Action]]]:
    found: dict[str, list[tuple[Step, Action]]] = {}
    for step in KNOWLEDGE.steps.values():
        for action in step.plan:
            found.setdefault(action.key, []).append((step, action))
    return found


def action_of(fact: str) -> Action | None:
    """The action that an answer is about; None where it is about a fact, or an action of other rules."""
    found = _actions().get(fact.removeprefix(PREFIX)) if fact.startswith(PREFIX) else None
    return None if found is None else found[0][1]


def not_done(form: Mapping[str, Any]) -> dict[str, str]:
    """What a form says of an action; InputError I298 without a reason of the list, or its note."""
    reason, note = str(form.get("reason", "")), str(form.get("note", "")).strip()[:LONGEST_NOTE]
    if reason not in REASONS or (reason.startswith("other") and not note):
        what = "A reason from the list is needed; for another reason, a note as well."
        raise InputError("I298", what, todo="Choose why it is not done.")
    return {"status": REASONS[reason][0], "reason": reason, "note": note}


def reason_words(said: Mapping[str, Any]) -> str:
    """Why it is not done, in words."""
    reason, note = str(said.get("reason", "")), str(said.get("note", ""))
    if reason.startswith("other"):
        return note
    words = REASONS.get(reason, ("", reason))[1]
    return f"{words}: {note}" if note else words


def said_of_action(said: Any) -> str:
    """What was said of an action, in words."""
    return f"{said.get('status', '')}: {reason_words(said)}" if isinstance(said, dict) else str(said)


def settled(answers: Iterable[Mapping[str, Any]]) -> tuple[Settled, ...]:
    """What the engine is told of actions, from the answers about them."""
    return tuple(
        Settled(key, _minute(each["at"]), each["said"]["status"], reason_words(each["said"]))
        for each in answers
        for key in _alike(each["fact"].removeprefix(PREFIX))
    )


@cache
def _alike(key: str) -> tuple[str, ...]:
    """The keys of what one refusal speaks of."""
    named = _actions().get(key, [])
    return tuple(
        dict.fromkeys(
            other.key
            for step, action in named
            for each in KNOWLEDGE.steps.values()
            if each.question is step.question
            for other in each.plan
            if other.act == action.act
        )
    )


def _minute(instant: str) -> int:
    return int(datetime.fromisoformat(instant).timestamp()) // 60
