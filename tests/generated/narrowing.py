"""Less unknown: a situation in which some of what was unknown has become known, or all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from math import prod
from random import Random
from typing import Any

from generated.situations import happened
from veinway.language import Event
from veinway.language.facts import Fact
from veinway.language.time import MINUTES_A_DAY
from veinway.language.values import Happened, History, Interval, Known, Possible, Situation, Truth

MOST = 24
"""Completions of one situation: all of them where there are no more, else so many at random."""


def possible_values(fact: Fact, value: Possible | None) -> list[Possible]:
    """Every exact value that a fact may still have."""
    value = fact.anything if value is None else value
    if isinstance(value, Truth):
        return [truth for truth in (Truth.NO, Truth.YES) if truth & value]
    if isinstance(value, Interval):
        low, high = int(value.low), int(value.high)
        places = range(low, high + 1) if high - low < 100 else (low, (low + high) // 2, high)
        return [Interval(place, place) for place in places]
    return [frozenset({option}) for option in sorted(value)]


def completions(
    random: Random, situation: Situation, facts: list[Any], events: list[Any], unlisted: bool
) -> Iterator[Situation]:
    """Situations in which nothing is unknown any more: all of them where they are few.

    unlisted: whether an event may turn up that was not listed, where the history was not complete.
    """
    values = [possible_values(f, _value(situation.facts, f.key)) for f in facts]
    few = prod(len(each) for each in values) <= MOST
    picked = product(*values) if few else (tuple(map(random.choice, values)) for _ in range(MOST))
    for exact in picked:
        known = {fact.key: Known(value) for fact, value in zip(facts, exact, strict=True)}
        histories = {event.key: _complete(random, situation, event, unlisted) for event in events}
        yield replace(situation, facts=known, histories=histories)


def _value(known: dict[str, Known], key: str) -> Possible | None:
    return known[key].value if key in known else None


def _complete(random: Random, situation: Situation, event: Event, unlisted: bool) -> History:
    history = situation.histories.get(event.key, History())
    real = [each for each in history.events if each.certain or random.random() < 0.5]
    if unlisted and not history.complete and random.random() < 0.5:
        real.append(happened(random, event, situation.index))
    exact = tuple(_exact(random, event, each) for each in real)
    return History(exact, "asked")


def _exact(random: Random, event: Event, of: Happened) -> Happened:
    minute = random.randint(int(of.minute.low), int(of.minute.high))
    if random.random() < 0.3:
        minute = int(random.choice((of.minute.low, of.minute.high)))
    day = minute // MINUTES_A_DAY
    attributes = {
        a.key: random.choice(possible_values(a, of.attributes.get(a.key))) for a in event.attributes
    }
    return Happened(Interval(day, day), Interval(minute, minute), attributes)


def narrowed(random: Random, situation: Situation, facts: list[Any], events: list[Any]) -> Situation:
    """A situation in which some facts and events are known better; nothing is known worse."""
    known = dict(situation.facts)
    for fact in facts:
        if random.random() < 0.5:
            value = known[fact.key].value if fact.key in known else fact.anything
            known[fact.key] = Known(_part_of(random, value))
    histories = {}
    for event in events:
        history = situation.histories.get(event.key, History())
        better = (_better(random, event, each) for each in history.events)
        kept = tuple(each for each in better if each is not None)
        complete = history.complete or random.choice(("", "asked"))
        histories[event.key] = History(kept, complete)
    return replace(situation, facts=known, histories=histories)


def _part_of(random: Random, value: Possible) -> Possible:
    """Some of what is possible, at least one of it."""
    if isinstance(value, Truth):
        return random.choice([truth for truth in Truth if truth & value == truth])
    if isinstance(value, Interval):
        low, high = sorted(random.randint(int(value.low), int(value.high)) for _ in range(2))
        return Interval(low, high)
    return frozenset(random.sample(sorted(value), random.randint(1, len(value))))


def _better(random: Random, event: Event, of: Happened) -> Happened | None:
    """The event known better; None where it turned out not to have happened."""
    if not of.certain and random.random() < 0.3:
        return None
    attributes = {
        a.key: _part_of(random, of.attributes.get(a.key, a.anything))
        for a in event.attributes
        if a.key in of.attributes or random.random() < 0.5
    }
    low, high = sorted(random.randint(int(of.minute.low), int(of.minute.high)) for _ in range(2))
    days = Interval(low // MINUTES_A_DAY, high // MINUTES_A_DAY)
    certain = of.certain or random.random() < 0.5
    return Happened(days, Interval(low, high), attributes, certain)
