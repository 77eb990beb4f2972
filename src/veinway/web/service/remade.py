"""Decisions that were kept, by kind: how each is made again from what it was given, and what it said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.care.chapters.prevention import PREVENTION
from veinway.care.chapters.treatment import TREATMENT
from veinway.language.knowledge import Knowledge
from veinway.web.service.deciding import answer_of, decide
from veinway.web.service.given import Given
from veinway.web.service.inr import inr_answered
from veinway.web.service.preventing import KIND as PREVENTED
from veinway.web.service.preventing import prevention_answered
from veinway.web.service.treating import plan_answered, standing_words

Lines = dict[str, list[dict[str, Any]]]
"""due: actions with state, text and source. decided: label and text."""
OPEN = ("overdue", "due", "requested")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of decision. title: what was decided. said: by limb ("" for all of a person)."""

    title: str
    knowledge: Knowledge
    answered: Callable[[Given], Any]
    said: Callable[[Any], list[tuple[str, Lines]]]


def kind_of(given: Given) -> Kind:
    """Which kind of decision was made from this."""
    return KINDS[given.get("kind", "")]


def _steps(limbs: Any) -> list[tuple[str, Lines]]:
    return [(each["id"], _limb(each)) for each in limbs]


def _limb(answer: dict[str, Any]) -> Lines:
    """What was due and what was decided, as it was said then."""
    steps = [step for step in answer["steps"] if step["applies"]]
    due = [action for step in steps for action in step["plan"] if action["state"] in OPEN]
    return {
        "due": list({each["text"]: each for each in due}.values()),
        "decided": _decided(answer["steps"]),
    }


def _decided(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"label": step["label"], "text": outcome["text"]}
        for step in steps
        if step["applies"] and step["decided"]
        for outcome in step["conclusion"]["outcomes"]
    ]


def _drugs(answer: Any) -> list[tuple[str, Lines]]:
    """How each drug stood; doses are on the page of the drugs."""
    words = [
        {"label": option["label"], "text": standing_words(option["offered"], option["refused"])}
        for option in answer["options"]
    ]
    return [("", {"due": [], "decided": words})]


def _of_a_person(answer: Any) -> list[tuple[str, Lines]]:
    return [("", {"due": [], "decided": _decided(answer["steps"])})]


def _occasions(answer: Any) -> list[tuple[str, Lines]]:
    """What was advised; a step that speaks on two occasions says the same on both."""
    steps = {step["step"]: step for each in answer["occasions"] for step in each["steps"]}
    return [("", {"due": [], "decided": _decided(list(steps.values()))})]


KINDS = {
    "": Kind("The next step", DIAGNOSIS, lambda given: answer_of(decide(given)), _steps),
    "plan": Kind("The choice of an anticoagulant", TREATMENT, plan_answered, _drugs),
    "inr": Kind("The dose of warfarin", TREATMENT, inr_answered, _of_a_person),
    PREVENTED: Kind("Prevention", PREVENTION, prevention_answered, _occasions),
}
"""By what `given` says of its kind."""
