"""A few rules of a chapter, with all that they look at and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .knowledge import Knowledge, events_of, facts_of, walk
from .parameters import Parameter


def chosen(knowledge: Knowledge, keys: Iterable[str]) -> Knowledge:
    """The knowledge without what some rules do not need; all of it where no rule is named.

    Scores and tables that these rules look at come with them. The edition stays that of the chapter.
    Raises InputError I201 for a rule that is not there.
    """
    roots = [knowledge.rule(key) for key in keys]
    if not roots:
        return knowledge
    parts = list(walk(*roots))
    needed = {id(part) for part in (*roots, *parts)}
    facts, events = facts_of(*roots), events_of(*roots)
    return replace(
        knowledge,
        facts={fact.key: fact for fact in facts},
        events={event.key: event for event in events},
        rules={key: rule for key, rule in knowledge.rules.items() if id(rule) in needed},
        parameters={part.key: part for part in parts if isinstance(part, Parameter)},
        invariants=(),
        monotone=(),
        sheets=(),
    )
