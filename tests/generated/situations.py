"""Random situations of a world: half of the values unknown, the rest exact or partly known.

They are drawn with a seeded generator of their own, because hundreds of them are needed for one rule.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

from veinway.language import Choice, Event, YesNo
from veinway.language.facts import Fact
from veinway.language.time import MINUTES_A_DAY, day_number
from veinway.language.values import (
    Happened,
    History,
    Interval,
    Known,
    Possible,
    Situation,
    Truth,
)

INDEX_DAYS = [
    day_number(date(*day))
    for day in ((2024, 2, 29), (2024, 3, 31), (2025, 3, 1), (2025, 5, 31), (2025, 12, 31), (2026, 6, 15))
]
NEAR_BORDERS = (0, 0, 1, -1, 2, 7, 27, 28, 29, 30, 31, 32, 33, 59, 60, 61, 62, -28, -29, 100)
"""Days before the index day: at, before and after the borders of the windows that are drawn."""
REASONS = ("not recorded", "stale", "conflict", "asked and not known")
"""Why nothing is known of a fact; the last two keep presumptions from speaking."""
HOURS = (0, 60, 239, 240, 241, 600)


def situation(random: Random, facts: Any, events: Any, parameters: dict[str, Fraction]) -> Situation:
    """One situation."""
    index = random.choice(INDEX_DAYS)
    at = index + random.choice((0, 0, 1, 30, 365))
    known = {}
    for fact in facts:
        if random.random() < 0.5:
            known[fact.key] = Known(value_of(random, fact))
        elif random.random() < 0.3:
            known[fact.key] = Known(fact.anything, reason=random.choice(REASONS))
    histories = {event.key: history(random, event, index) for event in events if random.random() < 0.8}
    minute = index * MINUTES_A_DAY
    at_minute = at * MINUTES_A_DAY + random.choice(HOURS)
    return Situation(known, histories, index, at, minute, at_minute, parameters)


def value_of(random: Random, fact: Fact) -> Possible:
    """A value of a fact: exact, or partly known."""
    if isinstance(fact, YesNo):
        return random.choice((Truth.NO, Truth.YES, Truth.YES, Truth.UNKNOWN))
    if isinstance(fact, Choice):
        keys = fact.option_keys()
        return frozenset(random.sample(keys, random.choice((1, 1, 2, len(keys)))))
    anything = fact.anything
    assert isinstance(anything, Interval)
    ends = sorted(random.randint(int(anything.low), int(anything.high)) for _ in range(2))
    return Interval(ends[0], random.choice(ends))


def history(random: Random, event: Event, index: int) -> History:
    """Up to three events, at the borders of windows more often than not."""
    listed = tuple(happened(random, event, index) for _ in range(random.choice((0, 1, 1, 2, 3))))
    return History(listed, random.choice(("", "asked")))


def happened(random: Random, event: Event, index: int) -> Happened:
    """An event on an exact instant, a day, or somewhere in a few weeks."""
    day = index - random.choice(NEAR_BORDERS)
    last = day + random.choice((0, 0, 0, 1, 30))
    minutes = Interval(day * MINUTES_A_DAY, last * MINUTES_A_DAY + MINUTES_A_DAY - 1)
    if day == last and random.random() < 0.5:
        minute = day * MINUTES_A_DAY + random.choice(HOURS)
        minutes = Interval(minute, minute)
    attributes = {a.key: value_of(random, a) for a in event.attributes if random.random() < 0.7}
    return Happened(Interval(day, last), minutes, attributes, certain=random.random() < 0.7)
