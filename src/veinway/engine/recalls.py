"""When a test is due again: what a conclusion says, counted from the last time it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..language.doses import Recall
from ..language.events import Event
from ..language.tables import Row
from ..language.values import History, Situation
from .finding import StepFinding

DUE, OVERDUE, POSSIBLE = "due", "overdue", "possible"


@dataclass(frozen=True, slots=True)
class Again:
    """What some rows that may decide say together: from the soonest of them to the latest, in days.

    row: the one that says the latest. sure: one conclusion is left, and it is not for a clinician to
    confirm.
    """

    of: Event
    first: int
    last: int
    row: Row
    sure: bool

    def state(self, last_day: int, at: int) -> str:
        """due or overdue; possible where it is late by one conclusion that is left and not by another.

        Somebody who is late by the latest of them is late whatever is not known.
        """
        if at > last_day + self.last and not self.row.enables_unconfirmed:
            return OVERDUE
        return DUE if self.sure else POSSIBLE


def again(rows: Sequence[Row], *, sure: bool) -> Again | None:
    """The recall of the rows of a conclusion; None where one recalls nobody, or to another test."""
    gives = [row.then.gives for row in rows]
    recalls = [each for each in gives if isinstance(each, Recall) and each.of is not None]
    events = {each.of for each in recalls}
    if len(recalls) < len(rows) or len(events) != 1:
        return None
    event = events.pop()
    assert event is not None
    latest = max(range(len(rows)), key=lambda number: (recalls[number].last, -number))
    first = min(each.first for each in recalls)
    return Again(event, first, recalls[latest].last, rows[latest], sure)


def last_day(event: Event, situation: Situation) -> int | None:
    """The day of the last event of a kind that is certain and known to the day."""
    events = situation.histories.get(event.key, History()).events
    return max((int(e.day.low) for e in events if e.certain and e.day.known), default=None)


def due_again(found: StepFinding, situation: Situation) -> tuple[int, int] | None:
    """The first and the last day on which a decided conclusion wants a test again; else None."""
    if not found.decided or found.conclusion is None:
        return None
    recalled = again(found.conclusion.rows, sure=True)
    day = None if recalled is None else last_day(recalled.of, situation)
    return None if recalled is None or day is None else (day + recalled.first, day + recalled.last)
