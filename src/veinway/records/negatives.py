"""A recorded answer that there was no event of some kind, as "no operations": it closes the history.

Only an answer in our own system by the event's own key speaks of every event of that kind; that a
procedure with a code of its own was not done speaks of that procedure alone. It speaks of what was
before it, so that it closes a history only where it is at least as late as everything that could still
count. An event on record, inside what rules ask about, contradicts it; then the history stays open.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import polars as pl

from ..language.events import Event
from ..language.knowledge import Knowledge
from ..language.time import Span, shift
from .codes import OWN_SYSTEM
from .looks import Look
from .meaning import NO, Meaning
from .silence import look_back
from .situations import FAR, WINDOWED

if TYPE_CHECKING:
    from .found_one import Found
    from .subjects_one import Subject
    from .ways import Way

NONE = "none at all"
"""The note of a record that says that there was none."""

NEGATIVES = f"""
WITH windowed AS ({WINDOWED} AND l.role = 'event' AND f.mask = {NO} AND f.note = '{NONE}'
    AND (NOT l.per_limb OR f.side IN ('', 'both', s.side)))
SELECT DISTINCT number, target FROM windowed WHERE day_low >= closing
"""
"""Of which subjects it is on record that there was no event of a kind."""


def noted(look: Look, way: Way, found: Meaning) -> Meaning:
    """What a way of recording means for a look, with the note that it says that there was none."""
    of_all = look.role == "event" and (way.system, way.code) == (OWN_SYSTEM, look.target)
    says_none = of_all and found.mask == NO and way.status != "refuted"
    return found._replace(note=NONE) if says_none else found


def closes(each: Found, subject: Subject, closing: int) -> bool:
    """Whether one record of a patient closes the history of its kind of event; as `NEGATIVES`."""
    of_limb = not each.look.per_limb or each.side in ("", "both", subject.side)
    return each.note == NONE and each.day_low >= closing and of_limb


def contradicts(knowledge: Knowledge, event: Event, day_high: int, index: int) -> bool:
    """Whether an event that lasted until a day contradicts that there was none."""
    span = _asked(knowledge, event)
    return span is None or day_high >= shift(index, span, -1)


def contradicting(knowledge: Knowledge, event: Event, index: pl.Series) -> pl.Series:
    """The first day of each subject on which an event contradicts that there was none."""
    span = _asked(knowledge, event)
    if span is None:
        return pl.repeat(-FAR, len(index), dtype=pl.Int64, eager=True)
    days = {day: shift(day, span, -1) for day in index.unique().to_list()}
    return index.replace_strict(days, return_dtype=pl.Int64)


@lru_cache(maxsize=1024)
def _asked(knowledge: Knowledge, event: Event) -> Span | None:
    return look_back(knowledge, event)
