"""The part of a body of rules that some of its steps look at, so that no more is read of a source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..language.events import Event
from ..language.facts import Fact
from ..language.knowledge import Knowledge, events_of, facts_of
from ..language.steps import Step


def narrowed(knowledge: Knowledge, steps: Iterable[Step]) -> Knowledge:
    """The same knowledge with these steps alone, and what they look at.

    What is found by the same code list as something they look at stays, as does what opens an episode:
    of a record it takes all names together to say what it is about.
    """
    kept = tuple(steps)
    results = [action.result for step in kept for action in step.plan if action.result is not None]
    looked_at: list[Fact | Event] = [*facts_of(*kept), *results, *events_of(*kept)]
    parts = {part.key: part for part in looked_at}
    lists = {find.codes for part in parts.values() for find in part.find}
    lists |= {codes for episode in knowledge.episodes for codes in episode.opened_by}
    keys = parts.keys()
    return replace(
        knowledge,
        rules={step.key: step for step in kept},
        facts={
            key: fact
            for key, fact in knowledge.facts.items()
            if key in keys or any(find.codes in lists for find in fact.find)
        },
        events={
            key: event
            for key, event in knowledge.events.items()
            if key in keys or any(find.codes in lists for find in event.find)
        },
    )
