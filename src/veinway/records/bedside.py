"""What somebody said at the bedside, on top of what the record says. Both stay visible.

An answer outranks the record of the same day or an earlier one; a record of a later day outranks the
answer, as newer evidence supersedes. What was asked and not known leaves the record as it is: it takes
nothing away that is on record. Events that are said to be all of them replace those on record up to that
moment, for nobody can say what comes later; a single one is added to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from ..language.knowledge import Knowledge
from ..language.time import MINUTES_A_DAY, date_of
from ..language.values import Evidence, History, Known, Situation
from .cases import read_case


@dataclass(frozen=True, slots=True)
class Said:
    """One answer as it was given: in the form of a facts file, when, and by whom."""

    answer: Any
    at: str
    """The instant, ISO."""
    by: str = ""


def with_answers(
    situation: Situation, said: Mapping[str, Said], knowledge: Knowledge, *, time_zone: str = "UTC"
) -> Situation:
    """The situation with these answers on top; FactError and the like where one cannot be read."""
    if not said:
        return situation
    answers = {key: each.answer for key, each in said.items()}
    case = {
        "at": _instant(situation.at_minute),
        "index": _instant(situation.index_minute),
        "facts": answers,
    }
    read = read_case(case, knowledge, time_zone=time_zone, id_="entered").situations[""]
    facts, histories = dict(situation.facts), dict(situation.histories)
    for key, known in read.facts.items():
        facts[key] = _fact(situation.facts.get(key), _signed(known, said[key]), said[key])
    for key, history in read.histories.items():
        recorded = situation.histories.get(key, History())
        histories[key] = _history(recorded, history, said[key], situation)
    return replace(situation, facts=facts, histories=histories)


def _fact(recorded: Known | None, answered: Known, said: Said) -> Known:
    if recorded is None or not recorded.evidence:
        return answered
    if not answered.evidence:
        return replace(recorded, evidence=(*recorded.evidence, *answered.evidence))
    both = (*answered.evidence, *recorded.evidence)
    newer = max(evidence.when[:10] for evidence in recorded.evidence) > said.at[:10]
    return replace(recorded if newer else answered, evidence=both)


def _history(recorded: History, answered: History, said: Said, situation: Situation) -> History:
    if answered.complete:
        until = _minute(said.at) if said.at else situation.at_minute
        later = tuple(event for event in recorded.events if event.minute.low > until)
        return replace(answered, events=(*answered.events, *later)) if later else answered
    return replace(recorded, events=(*recorded.events, *answered.events))


def _signed(known: Known, said: Said) -> Known:
    """The evidence says when it was said, and by whom."""
    if not known.evidence:
        return known
    spoken = Evidence("answer", when=said.at, recorded=known.evidence[0].recorded, note=said.by)
    return replace(known, evidence=(spoken,))


def _minute(instant: str) -> int:
    when = datetime.fromisoformat(instant)
    return int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()) // 60


def _instant(minute: int) -> str:
    """An instant in UTC, in the form in which a case states it."""
    day, rest = divmod(minute, MINUTES_A_DAY)
    return f"{date_of(day).isoformat()}T{rest // 60:02}:{rest % 60:02}+00:00"
