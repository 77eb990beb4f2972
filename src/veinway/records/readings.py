"""One patient: the situation of each subject, and for each fact the records that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ..language.facts import Choice, DateFact, Fact, Measure, YesNo
from ..language.time import date_of
from ..language.values import (
    Evidence,
    Happened,
    History,
    Interval,
    Known,
    Possible,
    Situation,
    Truth,
)
from .extract import Extraction
from .silence import Silence
from .situations import FAR


@dataclass(frozen=True, slots=True)
class SubjectReading:
    """What a record says of one subject: a person, an episode and, where both legs count, a side."""

    side: str
    index: int
    situation: Situation
    episode_found: bool


class Source(NamedTuple):
    """A record that a fact rests on."""

    resource: str
    day_low: int
    day_high: int
    minute_low: int
    minute_high: int
    recorded: str
    note: str
    reason: str
    mask: int
    low: int
    high: int


@dataclass(slots=True)
class _Gathered:
    """What the statements gave for one subject, before it becomes a situation."""

    facts: dict[str, tuple[int, int, int, str]] = field(default_factory=dict)
    sources: dict[str, list[Source]] = field(default_factory=dict)
    events: dict[str, list[tuple[Source, bool]]] = field(default_factory=dict)
    attributes: dict[tuple[str, str], tuple[int, int, int]] = field(default_factory=dict)


class Reader:
    """Reads the tables of an extraction into situations."""

    def __init__(
        self,
        extraction: Extraction,
        silences: Mapping[str, Silence],
        parameters: Mapping[str, Fraction],
        time_zone: str,
    ) -> None:
        self.extraction, self.silences = extraction, silences
        self.parameters, self.zone = dict(parameters), ZoneInfo(time_zone)

    def subjects(self, episode_found: bool) -> list[SubjectReading]:
        """Every subject of the tables `subject` and `candidate`."""
        rows = self.extraction.tell("subjects")
        gathered = self._gather(row[0] for row in rows)
        return [
            SubjectReading(side, index, self._situation(gathered[number], *instants), episode_found)
            for number, side, *instants in rows
            for index in [instants[0]]
        ]

    def _gather(self, numbers: Iterable[int]) -> dict[int, _Gathered]:
        tell, targets = self.extraction.tell, self.extraction.targets
        found = {number: _Gathered() for number in numbers}
        for number, target, *values in tell("facts"):
            found[number].facts[targets[target]] = tuple(values)
        for number, target, *source in tell("evidence"):
            found[number].sources.setdefault(targets[target], []).append(Source(*source))
        events = tell("events")
        for number, target, certain, *source in events:
            entry = Source._make((*source, "", "", 0, 0, 0))
            found[number].events.setdefault(targets[target], []).append((entry, certain))
        for number, target, resource, *values in tell("attributes") if events else ():
            found[number].attributes[targets[target], resource] = tuple(values)
        return found

    def _situation(
        self, given: _Gathered, index: int, index_minute: int, at: int, at_minute: int
    ) -> Situation:
        facts = {}
        for fact in self.extraction.knowledge.facts.values():
            known = self._known(fact, given, index)
            if known is not None:
                facts[fact.key] = known
        histories = {}
        for key in self.extraction.knowledge.events:
            history = self._history(key, given, index)
            if history.events or history.complete:
                histories[key] = history
        return Situation(facts, histories, index, at, index_minute, at_minute, self.parameters)

    def _known(self, fact: Fact, given: _Gathered, index: int) -> Known | None:
        sources = given.sources.get(fact.key, [])
        evidence = tuple(self._evidence(fact, source) for source in sources)
        if fact.key in given.facts:
            mask, low, high, reason = given.facts[fact.key]
            return Known(possible(fact, mask, low, high), evidence, reason)
        silence = self.silences.get(fact.key)
        if silence is not None and isinstance(fact, YesNo) and index >= silence.from_index:
            said = Evidence("coverage", recorded="nothing recorded", note=silence.because)
            return Known(Truth.NO, (*evidence, said))
        return Known(fact.anything, evidence, "stale") if sources else None

    def _history(self, key: str, given: _Gathered, index: int) -> History:
        event = self.extraction.knowledge.events[key]
        listed = []
        for source, certain in given.events.get(key, ()):
            attributes = {}
            for fact in event.attributes:
                values = given.attributes.get((f"{key}.{fact.key}", source.resource))
                attributes[fact.key] = possible(fact, *values) if values else fact.anything
            listed.append(
                Happened(
                    Interval(source.day_low, source.day_high),
                    Interval(source.minute_low, source.minute_high),
                    attributes,
                    certain,
                    Evidence(source.resource, self._when(source), source.recorded),
                )
            )
        silence = self.silences.get(key)
        covered = silence is not None and index >= silence.from_index
        return History(tuple(listed), silence.because if silence is not None and covered else "")

    def _evidence(self, fact: Fact, source: Source) -> Evidence:
        notes = [source.reason, source.note]
        if isinstance(fact, Measure) and not source.reason:
            notes.insert(0, as_measured(fact, source.low, source.high))
        note = "; ".join(note for note in notes if note)
        return Evidence(source.resource, self._when(source), source.recorded, note)

    def _when(self, source: Source) -> str:
        """The date as exactly as it is recorded: an instant, a day, or the days it may be."""
        if not -FAR < source.day_low <= source.day_high < FAR:
            return ""
        if source.minute_low == source.minute_high:
            moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=source.minute_low)
            return moment.astimezone(self.zone).strftime("%Y-%m-%dT%H:%M")
        first, last = date_of(source.day_low), date_of(source.day_high)
        return str(first) if first == last else f"{first} to {last}"


def possible(fact: Fact, mask: int, low: int, high: int) -> Possible:
    """A fact's value from a bit mask (yes/no, choice) or from the ends of an interval."""
    if isinstance(fact, YesNo):
        return Truth(mask)
    if isinstance(fact, Choice):
        return frozenset(key for place, key in enumerate(fact.option_keys()) if mask >> place & 1)
    assert isinstance(fact, Measure | DateFact)
    return Interval(low, high)


def as_measured(fact: Measure, low: int, high: int) -> str:
    """Grid numbers as text in the fact's unit: `= 500 ug/L{FEU}`."""
    widest = fact.anything
    assert isinstance(widest, Interval)
    symbol = "" if fact.symbol == "1" else f" {fact.symbol}"
    lower, upper = (_decimal(end * fact.step) for end in (low, high))
    if low == high:
        return f"= {lower}{symbol}"
    if low == widest.low:
        return f"at most {upper}{symbol}"
    return f"at least {lower}{symbol}" if high == widest.high else f"{lower} to {upper}{symbol}"


def _decimal(value: Fraction) -> str:
    """A fraction whose decimals end, as text."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    whole = abs(int(value * 10**places))
    sign = "-" if value < 0 else ""
    digits = f"{whole:0{places + 1}d}"
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"
