"""Every fact and event as a form: one kind of finding out at a time, or what was searched for."""

from __future__ import annotations

from typing import Any

from veinway.care.knowledge import KNOWLEDGE
from veinway.language import Cost, Event, Fact
from veinway.language.knowledge import events_of, facts_of
from veinway.language.values import Truth
from veinway.web.sections.asking import asked
from veinway.web.sections.case import Case

KINDS = {
    "record": (Cost.RECORD, "Look up in the record"),
    "ask": (Cost.ASK, "Ask the patient"),
    "examine": (Cost.EXAMINE, "Examine"),
    "blood": (Cost.BLOOD_TEST, "Blood tests"),
    "scan": (Cost.SCAN, "Scans"),
}
"""By what it costs to find out; the key stands in the address."""
MOST = 30
"""So many forms on one page; the rest is a list of links, which is loaded when it is unfolded."""


def content(case: Case) -> dict[str, Any]:
    """What was searched for or chosen; otherwise what this patient's pathways look at, of one kind."""
    find, about = case.query.get("find", ""), _about(case)
    wanted, parts = _wanted(case), _parts()
    kind = _kind(case)
    of_kind = [part for part in parts if part.cost == KINDS[kind][0]]
    rest: list[Fact | Event] = []
    if about:
        found = [part for part in parts if part.key == about]
    elif find:
        found = [part for part in parts if _matches(part, find.lower().split())]
    else:
        found = [part for part in of_kind if part.key in wanted]
        rest = [part for part in of_kind if part.key not in wanted]
    left = [(part.key, part.label) for part in (*found[MOST:], *rest)]
    return {
        "find": find,
        "about": about,
        "kind": "" if find or about else kind,
        "kinds": [(key, title) for key, (_, title) in KINDS.items()],
        "asked": [asked(part, case) for part in found[:MOST]],
        "left": len(left),
        "others": left if case.query.get("rest") or find else [],
    }


def _parts() -> list[Fact | Event]:
    parts: list[Fact | Event] = [*KNOWLEDGE.facts.values(), *KNOWLEDGE.events.values()]
    return sorted(parts, key=lambda part: part.label)


def _about(case: Case) -> str:
    """The one fact that the page is about: an answer that was refused, or the one in the address."""
    key = case.query.get("about", "") if case.refused is None else case.refused.fact
    return key if key in KNOWLEDGE.facts or key in KNOWLEDGE.events else ""


def _kind(case: Case) -> str:
    said = case.query.get("kind", "")
    return said if said in KINDS else "ask"


def _wanted(case: Case) -> set[str]:
    """What the rules look at that are for this patient, or may be."""
    steps = [each.found.of for each in case.assessment.steps if each.found.applies is not Truth.NO]
    scores = [each.found.of for each in case.assessment.scores if each.found.applies is not Truth.NO]
    roots = (*steps, *scores, KNOWLEDGE.rules["route"])
    return {fact.key for fact in facts_of(*roots)} | {event.key for event in events_of(*roots)}


def _matches(part: Fact | Event, words: list[str]) -> bool:
    text = f"{part.label} {part.ask} {part.key}".lower()
    return all(word in text for word in words)
