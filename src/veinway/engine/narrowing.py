"""The facts and events that some rules look at, so that no more is read of a source."""

from __future__ import annotations

from dataclasses import replace

from ..language.events import Event
from ..language.expressions import Expression
from ..language.facts import Fact
from ..language.knowledge import Knowledge, events_of, facts_of
from ..language.steps import Step


def narrowed(knowledge: Knowledge, *roots: Step | Expression) -> Knowledge:
    """The same knowledge with no other facts and events than these rules look at.

    What is found by the same code list as something they look at stays, as does what opens an episode:
    of a record it takes all names together to say what it is about.
    """
    plans = [root.plan for root in roots if isinstance(root, Step)]
    results = [action.result for plan in plans for action in plan if action.result is not None]
    looked_at: list[Fact | Event] = [*facts_of(*roots), *results, *events_of(*roots)]
    keys = {part.key for part in looked_at}
    lists = {find.codes for part in looked_at for find in part.find}
    lists |= {codes for episode in knowledge.episodes for codes in episode.opened_by}
    facts = {key: fact for key, fact in knowledge.facts.items() if _stays(fact, keys, lists)}
    events = {key: event for key, event in knowledge.events.items() if _stays(event, keys, lists)}
    return replace(knowledge, facts=facts, events=events)


def _stays(part: Fact | Event, keys: set[str], lists: set[str]) -> bool:
    return part.key in keys or any(find.codes in lists for find in part.find)
