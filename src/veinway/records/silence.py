"""What it means that nothing is recorded, where a site declares that its source would know.

Coverage is a presumption with a reason. It holds for a subject only if the source was complete from the
first day that the fact's look-back reaches; `Silence.from_index` is the first index date of which that
is true.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..language.errors import InputError
from ..language.events import (
    INDEX,
    AnyEvent,
    CountOf,
    DateOf,
    DaysSince,
    Event,
    OptionOf,
    TimeUntil,
    ValueOf,
)
from ..language.facts import YesNo
from ..language.knowledge import Knowledge, walk
from ..language.time import Span, shift
from .profile import Coverage
from .situations import FAR


@dataclass(frozen=True, slots=True)
class Silence:
    """No record means no, for subjects whose index date is `from_index` or later."""

    because: str
    from_index: int


def silences(knowledge: Knowledge, coverage: Mapping[str, Coverage]) -> dict[str, Silence]:
    """What silence means for each covered yes/no fact and event.

    Raises InputError I231 for coverage of something that is neither: the silence of a record is not
    a number.
    """
    parts: dict[str, object] = {**knowledge.facts, **knowledge.events}
    found = {}
    for key, covered in coverage.items():
        part = parts.get(key)
        if not isinstance(part, YesNo | Event):
            raise InputError(
                "I231",
                f"{key!r} is not a yes/no fact or an event.",
                where="coverage",
                todo="Declare coverage only of what silence can rule out.",
            )
        asked = look_back(knowledge, part) if isinstance(part, Event) else None
        spans = [find.within or asked for find in part.find] or [Span(0, "day")]
        first = max(_first_index(covered.since, span) for span in spans)
        found[key] = Silence(covered.because, first)
    return found


def _first_index(since: int | None, span: Span | None) -> int:
    """The first index date whose look-back begins no earlier than the coverage."""
    if since is None:
        return -FAR
    if span is None:
        return FAR
    day = shift(since, span)
    while shift(day - 1, span, -1) >= since:
        day -= 1
    while shift(day, span, -1) < since:
        day += 1
    return day


def look_back(knowledge: Knowledge, event: Event) -> Span | None:
    """The longest time before the index for which any rule asks; None where one asks for ever."""
    longest = Span(0, "day")
    for part in walk(*knowledge.rules.values()):
        if not isinstance(
            part, AnyEvent | CountOf | DaysSince | TimeUntil | DateOf | ValueOf | OptionOf
        ):
            continue
        if part.of.event is not event:
            continue
        window = part.of.window
        if window is None or window.anchor is not INDEX:
            return None
        if window.back is not None and _days(window.back) > _days(longest):
            longest = window.back
    return longest


def _days(span: Span) -> int:
    return span.count * (31 if span.unit == "month" else 1)
