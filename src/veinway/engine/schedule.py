"""When each phase of a course begins and ends, counted in doses and in calendar days.

Moments are minutes of the site's own calendar since 1970-01-01 00:00, as a dose at eight in the morning
stays at eight when the clocks change. Day 1 is the day of the first dose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from ..language import Dose, Lasts, Review, YesNoExpression
from ..language.knowledge import events_of
from ..language.time import MINUTES_A_DAY, shift
from ..language.values import Happened, History, Situation, Truth
from .one import Reasoner


@dataclass(frozen=True, slots=True)
class Timed:
    """A phase in time. starts: its first dose, at the earliest. last: its last dose, where that is
    counted in doses. ends: when the next phase begins, at the earliest; None while a review decides.
    open_ended: it may go on for longer than that."""

    starts: int
    last: int | None
    ends: int | None
    open_ended: bool


def schedule(phases: Iterable[tuple[Lasts, Dose | None]], first: int) -> Iterator[Timed]:
    """Each phase in turn, the first dose of all at `first`; nothing after one that has no end.

    A phase that goes on beside the next one does not delay it.
    """
    begin: int | None = first
    for lasts, dose in phases:
        if begin is None:
            return
        timed = _timed(lasts, dose, begin, first)
        yield timed
        begin = begin if lasts.beside else timed.ends


def _timed(lasts: Lasts, dose: Dose | None, begin: int, first: int) -> Timed:
    if lasts.doses is not None:
        apart = minutes_between(dose)
        end = begin + lasts.doses * apart
        return Timed(begin, end - apart if lasts.doses else None, end, open_ended=False)
    if lasts.at_least is not None:
        return Timed(begin, None, _later(begin, begin, lasts), open_ended=True)
    if lasts.up_to is not None:
        return Timed(begin, None, _later(first, begin, lasts), open_ended=False)
    return Timed(begin, None, None, open_ended=True)


def minutes_between(dose: Dose | None) -> int:
    """From one dose to the next; a dose that is given once does not keep the next phase waiting."""
    if dose is None:
        return MINUTES_A_DAY
    return MINUTES_A_DAY // dose.times if dose.every == "day" else 0


def _later(anchor: int, begin: int, lasts: Lasts) -> int:
    """The same time of day as `begin`, so many calendar days or months after the anchor's day.

    Never before the phase begins: a loading that is longer than the months leaves nothing of them.
    """
    span = lasts.at_least or lasts.up_to
    assert span is not None
    day = shift(anchor // MINUTES_A_DAY, span)
    return max(begin, day * MINUTES_A_DAY + begin % MINUTES_A_DAY)


# What is needed, and what is decided when --------------------------------------------------------


def supply(
    given: Iterable[tuple[Dose, Timed]], strengths: Sequence[Fraction], *, days: int = 30
) -> Counter[Fraction]:
    """How many tablets of each strength the first days take, so many times 24 hours from the first dose.

    Each dose is made of the fewest tablets. What is injected, infused, or cannot be made is left out.
    """
    needed: Counter[Fraction] = Counter()
    begins: int | None = None
    for dose, timed in given:
        begins = timed.starts if begins is None else begins
        until = begins + days * MINUTES_A_DAY
        ends = until if timed.ends is None else min(timed.ends, until)
        for strength, tablets in made_of(dose, strengths).items():
            needed[strength] += tablets * _times(timed.starts, ends, dose)
    return +needed


def _times(start: int, end: int, dose: Dose) -> int:
    """How many doses are due from the start on and before the end."""
    return max(0, -((start - end) // minutes_between(dose)))


def made_of(dose: Dose, strengths: Sequence[Fraction]) -> Counter[Fraction]:
    """The fewest tablets that make one dose by mouth; none where no tablets make it exactly."""
    made: Counter[Fraction] = Counter()
    if dose.route != "oral" or dose.every != "day" or dose.up_to is not None:
        return made
    left = dose.amount
    for strength in sorted(strengths, reverse=True):
        made[strength] = int(left // strength)
        left -= made[strength] * strength
    return Counter() if left else +made


@dataclass(frozen=True, slots=True)
class Decision:
    """Something that is decided at a moment that is known already."""

    key: str
    text: str
    at: int


def decisions(reviews: Iterable[Review], first: int) -> tuple[Decision, ...]:
    """What is decided again and when, the soonest first, counted from the first dose."""
    found = (Decision(each.key, each.text, _after(first, each)) for each in reviews)
    return tuple(sorted(found, key=lambda each: each.at))


def _after(first: int, review: Review) -> int:
    if review.after.unit == "minute":
        return first + review.after.count
    return shift(first // MINUTES_A_DAY, review.after) * MINUTES_A_DAY + first % MINUTES_A_DAY


# When something became so ------------------------------------------------------------------------


def became(condition: YesNoExpression, situation: Situation, since: int) -> int | None:
    """The first day, from `since` to today, at whose end a condition was certain; None if there is none.

    On each day only what had happened by then is known.
    """
    for day in range(since, situation.at + 1):
        if Reasoner(_by_the_end_of(day, situation)).truth(condition) is Truth.YES:
            return day
    return None


def met_on(lasts: Lasts, situation: Situation) -> int | None:
    """The day on which what ends a phase was certain; None where it is not, or nothing ends it so.

    It is looked for from the first event that it rests on, a year back at most.
    """
    if lasts.until is None:
        return None
    events = [each for key in _resting_on(lasts.until) for each in _history(situation, key)]
    since = min((int(each.day.low) for each in events), default=situation.at)
    return became(lasts.until, situation, max(since, situation.at - 366))


@lru_cache(maxsize=64)
def _resting_on(condition: YesNoExpression) -> tuple[str, ...]:
    return tuple(event.key for event in events_of(condition))


def _history(situation: Situation, key: str) -> tuple[Happened, ...]:
    return situation.histories.get(key, History()).events


def _by_the_end_of(day: int, situation: Situation) -> Situation:
    """The same subject as it was known at the end of a day."""
    earlier = situation.at - day
    histories = {
        key: History(tuple(e for e in history.events if e.day.low <= day), history.complete)
        for key, history in situation.histories.items()
    }
    minute = situation.at_minute - earlier * MINUTES_A_DAY
    return replace(
        situation, histories=histories, index=day, at=day, index_minute=minute, at_minute=minute
    )
