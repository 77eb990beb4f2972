"""When each phase of a course begins and ends, counted in doses and in calendar days.

Moments are minutes of the site's own calendar since 1970-01-01 00:00, as a dose at eight in the morning
stays at eight when the clocks change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..language import Dose, Lasts
from ..language.time import MINUTES_A_DAY, shift


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
    """Each phase in turn, the first dose of all at `first`; nothing after one that has no end."""
    begin: int | None = first
    for lasts, dose in phases:
        if begin is None:
            return
        timed = _timed(lasts, dose, begin, first)
        yield timed
        begin = timed.ends


def _timed(lasts: Lasts, dose: Dose | None, begin: int, first: int) -> Timed:
    if lasts.doses is not None:
        apart = MINUTES_A_DAY // (dose.times if dose is not None and dose.every == "day" else 1)
        end = begin + lasts.doses * apart
        return Timed(begin, end - apart, end, open_ended=False)
    if lasts.at_least is not None:
        return Timed(begin, None, _later(begin, begin, lasts), open_ended=True)
    if lasts.up_to is not None:
        return Timed(begin, None, _later(first, begin, lasts), open_ended=False)
    return Timed(begin, None, None, open_ended=True)


def _later(anchor: int, begin: int, lasts: Lasts) -> int:
    """The same time of day as `begin`, so many calendar days or months after the anchor's day."""
    span = lasts.at_least or lasts.up_to
    assert span is not None
    day = shift(anchor // MINUTES_A_DAY, span)
    return day * MINUTES_A_DAY + begin % MINUTES_A_DAY
