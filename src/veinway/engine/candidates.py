"""One patient: the events that a selection means.

An event *may* count if its conditions are not excluded, and *does* count if they are certain and so is
the event.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..language import events as ev
from ..language.time import Span, shift
from ..language.values import Happened, History, Interval, Truth
from . import truth

if TYPE_CHECKING:
    from .one import Reasoner

FAR_FUTURE = 10_000_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that may count, and whether it certainly does."""

    event: Happened
    certain: bool


@dataclass(frozen=True, slots=True)
class Candidates:
    """Everything that may count; `complete` when nothing else can have happened."""

    listed: tuple[Candidate, ...]
    complete: bool

    @property
    def certain(self) -> list[Happened]:
        return [candidate.event for candidate in self.listed if candidate.certain]

    @property
    def possible(self) -> list[Happened]:
        return [candidate.event for candidate in self.listed]


def select(r: Reasoner, of: ev.Selection) -> Candidates:
    """The events that match a selection."""
    # Many expressions say the same of events, each with a selection of its own.
    key = (of.event, of.where, of.window)
    found = r.selected.get(key)
    if found is None:
        found = r.selected[key] = _selected(r, of)
    return found


def _selected(r: Reasoner, of: ev.Selection) -> Candidates:
    history = r.situation.histories.get(of.event.key, History())
    listed = []
    for event in history.events:
        match = _matches(r, of, event)
        if match is not Truth.NO:
            match = truth.all_of([match, _in_window(r, of.window, event.day)])
        if match is not Truth.NO:
            listed.append(Candidate(event, event.certain and match is Truth.YES))
    return Candidates(tuple(listed), bool(history.complete))


def _matches(r: Reasoner, of: ev.Selection, event: Happened) -> Truth:
    if of.where is None:
        return Truth.YES
    return r.of_event(event).truth(of.where)


def _in_window(r: Reasoner, window: ev.Window | None, day: Interval) -> Truth:
    if window is None:
        return Truth.YES
    anchor = r.number(window.anchor)
    earliest = _moved(anchor, window.back, -1) if window.back else anchor
    latest = _moved(anchor, window.ahead, 1) if window.ahead else anchor
    if window.starts_after:
        earliest = Interval(anchor.low + window.starts_after, anchor.high + window.starts_after)
    if window.ends_before:
        latest = Interval(anchor.low - window.ends_before, anchor.high - window.ends_before)
    return truth.all_of([truth.compare(day, ">=", earliest), truth.compare(day, "<=", latest)])


def _moved(anchor: Interval, span: Span, direction: int) -> Interval:
    low, high = (day if day >= FAR_FUTURE else shift(int(day), span, direction) for day in anchor)
    return Interval(low, high)


def extreme(found: Candidates, which: str) -> list[Happened]:
    """The events that may be the first (or last): no certain one lies surely before (after) them."""
    certain = found.certain
    if which == "first":
        border = min((event.minute.high for event in certain), default=None)
        return [e for e in found.possible if border is None or e.minute.low <= border]
    border = max((event.minute.low for event in certain), default=None)
    return [e for e in found.possible if border is None or e.minute.high >= border]
