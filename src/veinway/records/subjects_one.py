"""The subjects of one patient: the latest episode, a side where both legs count, and their windows.

This says of one patient what `episodes`, which is the definition, says of millions.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..language.steps import Episode
from ..language.time import Span, shift
from .extract import Instant
from .found_one import Found
from .looks import Look
from .situations import FAR


class Subject(NamedTuple):
    """One patient in one episode and, where both legs count, a side; with its instants."""

    side: str
    index_day: int
    index_minute: int
    at_day: int
    at_minute: int


def latest_episode(found: Iterable[Found], episode: Episode, at: Instant) -> Instant | None:
    """The index of the patient's latest episode; None where nothing opened one."""
    opening = {
        (each.minute_low, each.day_low)
        for each in found
        if each.look.role == "opening"
        and each.mask != 1
        and each.day_low == each.day_high
        and each.minute_low <= at.minute
        and each.day_low <= at.day
    }
    if episode.index == "at":
        return at if opening else None
    merged = episode.merged_within
    starting = [
        (minute, day)
        for minute, day in opening
        if not any(one < minute and _moved(begun, merged, 1) >= day for one, begun in opening)
    ]
    if not starting:
        return None
    return Instant(max(day for _, day in starting), max(minute for minute, _ in starting))


def subjects(found: Iterable[Found], index: Instant, at: Instant) -> list[Subject]:
    """The patient, or both legs of the patient where both count."""
    whole = Subject("", index.day, index.minute, at.day, at.minute)
    window = Windows(whole)
    sides: set[str] = set()
    for each in found:
        if each.look.per_limb and each.side and each.minute_low <= at.minute:
            opening, closing = window.of(each.look)
            if each.day_low <= closing and each.day_high >= opening:
                sides |= {"left", "right"} if each.side == "both" else {each.side}
    if not {"left", "right"} <= sides:
        return [whole]
    return [whole._replace(side=side) for side in ("left", "right")]


def _moved(day: int, span: Span, direction: int) -> int:
    try:
        return shift(day, span, direction)
    except (ValueError, OverflowError):
        return direction * FAR  # before or after all dates


class Windows:
    """The days that each look counts, for one subject."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._known: dict[Look, tuple[int, int]] = {}

    def of(self, look: Look) -> tuple[int, int]:
        """The first and the last day."""
        window = self._known.get(look)
        if window is None:
            index, at = self._subject.index_day, self._subject.at_day
            opening = -FAR if look.within is None else _moved(index, look.within, -1)
            closing = index if look.after is None else _moved(index, look.after, 1)
            window = self._known[look] = opening, min(at, closing)
        return window
