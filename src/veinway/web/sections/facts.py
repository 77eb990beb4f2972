"""Every fact and every kind of event as a form, by what it costs to find out."""

from __future__ import annotations

from typing import Any

from veinway.care.knowledge import KNOWLEDGE
from veinway.language import Cost, Event, Fact
from veinway.language.knowledge import events_of, facts_of
from veinway.language.values import Truth
from veinway.web.sections.asking import Group, asked
from veinway.web.sections.case import Case

TITLES = {
    Cost.RECORD: "Look up in the record",
    Cost.ASK: "Ask the patient",
    Cost.EXAMINE: "Examine",
    Cost.BLOOD_TEST: "Blood tests",
    Cost.SCAN: "Scans",
}


def content(case: Case) -> dict[str, Any]:
    """The facts that the steps of this patient may look at, the others, and what was searched for."""
    words = case.query.get("find", "").lower().split()
    wanted = _wanted(case)
    parts: list[Fact | Event] = [*KNOWLEDGE.facts.values(), *KNOWLEDGE.events.values()]
    parts = [part for part in parts if _matches(part, words)]
    refused = case.refused.fact if case.refused is not None else ""
    return {
        "find": case.query.get("find", ""),
        "groups": _groups([part for part in parts if part.key in wanted], case),
        "others": _groups([part for part in parts if part.key not in wanted], case),
        "unfold": bool(words) or refused not in wanted | {""},
    }


def _wanted(case: Case) -> set[str]:
    """What the rules look at that are for this patient, or may be."""
    steps = [each.found.of for each in case.assessment.steps if each.found.applies is not Truth.NO]
    scores = [each.found.of for each in case.assessment.scores if each.found.applies is not Truth.NO]
    roots = (*steps, *scores, KNOWLEDGE.rules["route"])
    return {fact.key for fact in facts_of(*roots)} | {event.key for event in events_of(*roots)}


def _matches(part: Fact | Event, words: list[str]) -> bool:
    text = f"{part.label} {part.ask} {part.key}".lower()
    return all(word in text for word in words)


def _groups(parts: list[Fact | Event], case: Case) -> list[Group]:
    made = []
    for cost, title in TITLES.items():
        listed = sorted((part for part in parts if part.cost == cost), key=lambda part: part.label)
        if listed:
            made.append(Group(title, tuple(asked(part, case) for part in listed)))
    return made
