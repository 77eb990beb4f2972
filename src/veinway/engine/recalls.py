"""When something is due again: what a decided conclusion says, counted from the last time it was done."""

from __future__ import annotations

from ..language.doses import Recall
from ..language.values import History, Situation
from .finding import StepFinding


def recall_of(found: StepFinding) -> Recall | None:
    """The recall that a decided conclusion gives; None where it is open or gives none."""
    if not found.decided or found.conclusion is None:
        return None
    gives = found.conclusion.outcomes[0].gives
    return gives if isinstance(gives, Recall) else None


def due_again(found: StepFinding, situation: Situation) -> tuple[int, int] | None:
    """The first and the last day on which it is due; None where the last time is not known to the day."""
    recall = recall_of(found)
    if recall is None or recall.of is None:
        return None
    events = situation.histories.get(recall.of.key, History()).events
    days = [int(event.day.low) for event in events if event.certain and event.day.known]
    return (max(days) + recall.first, max(days) + recall.last) if days else None
