"""One patient: the situation of each subject, and for each fact the records that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from ..language.facts import Choice, DateFact, Fact, Measure, YesNo
from ..language.knowledge import Knowledge
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
from .found_one import Found
from .negatives import contradicts
from .silence import Silence
from .situations import FAR
from .subjects_one import Subject
from .weighed_one import Gathered, Source, weighed

RECORDED_AS_NONE = "none is on record by"


@dataclass(frozen=True, slots=True)
class SubjectReading:
    """What a record says of one subject: a person, an episode and, where both legs count, a side."""

    side: str
    index: int
    situation: Situation
    episode_found: bool


class Reader:
    """Makes situations of what is known of one patient."""

    def __init__(
        self,
        knowledge: Knowledge,
        silences: Mapping[str, Silence],
        parameters: Mapping[str, Fraction],
        time_zone: str,
    ) -> None:
        self.knowledge, self.silences = knowledge, silences
        self.parameters, self.zone = dict(parameters), ZoneInfo(time_zone)

    def read(self, found: list[Found], subject: Subject, *, episode_found: bool) -> SubjectReading:
        """One subject of whom this was found."""
        situation = self._situation(weighed(found, subject), subject)
        return SubjectReading(subject.side, subject.index_day, situation, episode_found)

    def _situation(self, given: Gathered, subject: Subject) -> Situation:
        _, index, index_minute, at, at_minute = subject
        facts = {}
        for key, fact in self.knowledge.facts.items():
            if key in given.sources or key in self.silences:
                known = self._known(fact, given, index)
                if known is not None:
                    facts[key] = known
        histories = {}
        for key in self.knowledge.events:
            if key in given.events or key in given.negatives or key in self.silences:
                history = self._history(key, given, index)
                if history.events or history.complete:
                    histories[key] = history
        return Situation(facts, histories, index, at, index_minute, at_minute, self.parameters)

    def _known(self, fact: Fact, given: Gathered, index: int) -> Known | None:
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

    def _history(self, key: str, given: Gathered, index: int) -> History:
        event = self.knowledge.events[key]
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
        return History(tuple(listed), self._complete(key, given, listed, index))

    def _complete(self, key: str, given: Gathered, listed: list[Happened], index: int) -> str:
        """Why no other event has happened; "" where one may have."""
        event, said = self.knowledge.events[key], given.negatives.get(key)
        days = (int(each.day.high) for each in listed)
        if said and not any(contradicts(self.knowledge, event, day, index) for day in days):
            return f"{RECORDED_AS_NONE} {said}"
        silence = self.silences.get(key)
        covered = silence is not None and index >= silence.from_index
        return silence.because if silence is not None and covered else ""

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
