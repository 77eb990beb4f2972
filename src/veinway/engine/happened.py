"""One patient: the ways from many events down to one fact.

Each gives bounds, from the events that may count and those that do (see `candidates`). Whether
something happened at all, how often and how long ago are statements about the world: an event that is
not on record may still have happened, unless the history is complete. A value of the first, last,
highest or lowest event is read from what is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..language import events as ev
from ..language.expressions import Expression
from ..language.values import NEVER, Happened, History, Interval, Situation, Truth
from .candidates import FAR_FUTURE, Candidates, extreme, select
from .finding import Finding
from .series import METHODS

if TYPE_CHECKING:
    from .one import Reasoner


def _finding(of: Expression, value: Truth | Interval | frozenset[str], found: Candidates) -> Finding:
    evidence = tuple(e.evidence for e in found.possible if e.evidence is not None)
    return Finding(of, value, evidence=evidence, reason="" if found.listed else "not recorded")


def any_event(r: Reasoner, part: ev.AnyEvent) -> Finding:
    """Whether one happened."""
    found = select(r, part.of)
    can_be_yes = bool(found.listed) or not found.complete
    return _finding(part, Truth.of(can_be_yes, not found.certain), found)


def count_of(r: Reasoner, part: ev.CountOf) -> Finding:
    """How many happened."""
    found = select(r, part.of)
    most = min(len(found.listed), part.most) if found.complete else part.most
    return _finding(part, Interval(min(len(found.certain), part.most), most), found)


def days_since(r: Reasoner, part: ev.DaysSince) -> Finding:
    """Days from the first or the last one to the index date."""
    found = select(r, part.of)
    today = r.situation.index
    ages = [(c.certain, *_days_ago(c.event, today)) for c in found.listed]
    certain = [(low, high) for sure, low, high in ages if sure]
    nearest = [low for _, low, _ in ages]
    if part.which == "last":
        low = min(nearest, default=NEVER) if found.complete else 0
        high = min((high for _, high in certain), default=NEVER)
    else:
        low = max((low for low, _ in certain), default=min(nearest, default=NEVER))
        if not certain and not found.complete:
            low = 0
        high = NEVER
        if found.complete and certain:
            high = max(high for _, _, high in ages)
    return _finding(part, Interval(min(low, high), high), found)


def _days_ago(event: Happened, today: int) -> tuple[int, int]:
    return max(0, today - int(event.day.high)), max(0, today - int(event.day.low))


def time_until(r: Reasoner, part: ev.TimeUntil) -> Finding:
    """Minutes or days from a moment to the first or last known one.

    Until one has happened it is at least the time that has passed, if no other can have happened.
    """
    found = select(r, part.of)
    since = _since(r, part)
    if since is None:
        return _finding(part, part.range, found)
    moments = [_moment(event, part) for event in extreme(found, part.which)]
    nearest = [moment.low - since.high for moment in moments]
    low, high = part.range
    if found.certain:
        low, high = min(nearest), max(moment.high for moment in moments) - since.low
    elif found.complete:
        at = r.situation.at if part.symbol == "d" else r.situation.at_minute
        low = min(at - since.high, *nearest) if nearest else at - since.high
    return _finding(part, Interval(*(min(max(end, -NEVER), NEVER) for end in (low, high))), found)


def _since(r: Reasoner, part: ev.TimeUntil) -> Interval | None:
    """The moment that is counted from; None where no event gives it for certain."""
    s = r.situation
    if isinstance(part.since, ev.Anchor):
        days = {"index": s.index, "at": s.at}
        instants = {"index": s.index_minute, "at": s.at_minute}
        moment = (days if part.symbol == "d" else instants)[part.since.name]
        return Interval(moment, moment)
    found = select(r, part.since)
    moments = [_moment(event, part) for event in extreme(found, "first")]
    return _hull(moments) if found.certain else None


def _moment(event: Happened, part: ev.TimeUntil) -> Interval:
    return event.day if part.symbol == "d" else event.minute


def date_of(r: Reasoner, part: ev.DateOf) -> Finding:
    """The day of the first or last known one."""
    found = select(r, part.of)
    chosen = extreme(found, part.which)
    if not chosen:
        return _finding(part, Interval(FAR_FUTURE, FAR_FUTURE), found)
    latest = max(e.day.high for e in chosen) if found.certain else FAR_FUTURE
    return _finding(part, Interval(min(e.day.low for e in chosen), latest), found)


def value_of(r: Reasoner, part: ev.ValueOf) -> Finding:
    """A measured attribute of one known event, or of the highest or lowest."""
    found = select(r, part.of)
    step, key = part.attribute.step, part.attribute.key
    anything = part.attribute.anything
    assert isinstance(anything, Interval)
    if part.which in ("first", "last"):
        values = [_interval(event, key, anything) for event in extreme(found, part.which)]
        value = _hull(values) if found.certain else anything
    else:
        value = _peak(found, key, anything, highest=part.which == "highest")
    return _finding(part, Interval(value.low * step, value.high * step), found)


def _peak(found: Candidates, key: str, anything: Interval, *, highest: bool) -> Interval:
    possible = [_interval(event, key, anything) for event in found.possible]
    certain = [_interval(event, key, anything) for event in found.certain]
    if not certain:
        return anything
    if highest:
        return Interval(max(v.low for v in certain), max(v.high for v in possible))
    return Interval(min(v.low for v in possible), min(v.high for v in certain))


def option_of(r: Reasoner, part: ev.OptionOf) -> Finding:
    """A choice attribute of the first or last known event."""
    found = select(r, part.of)
    anything = frozenset(part.option_keys())
    possible: frozenset[str] = frozenset() if found.certain else anything
    for event in extreme(found, part.which):
        value = event.attributes.get(part.attribute.key, anything)
        assert isinstance(value, frozenset)
        possible |= value
    return _finding(part, possible, found)


def obtainable(r: Reasoner, part: ev.Obtainable) -> Finding:
    """Whether the result came, or can still come, in time after its request."""
    answer = r.find(part.answer)
    assert isinstance(answer.value, Truth)
    requests, results = _requests_and_results(r.situation, part)
    if not requests:
        return Finding(part, answer.value, (answer,))
    value, reason = obtained(r.situation, part, answer.value)
    evidence = tuple(e.evidence for e in (*requests, *results) if e.evidence is not None)
    return Finding(part, value, (answer,), evidence, reason or answer.reason)


def obtained(s: Situation, part: ev.Obtainable, answer: Truth) -> tuple[Truth, str]:
    """Whether the result came or can still come in time, and why that does not rest on the answer.

    Where the times are not exact, or an event is not certain, everything that may be so is left open.
    """
    requests, results = _requests_and_results(s, part)
    if not requests:
        return answer, ""
    certain = [event for event in requests if event.certain]
    earliest = min(e.minute.low for e in requests) + part.span.count
    # Of requests that are all uncertain, any one may be the only one that was made.
    highs = [event.minute.high for event in certain or requests]
    latest = (min(highs) if certain else max(highs)) + part.span.count
    if certain and any(e.certain and e.minute.high <= earliest for e in results):
        return Truth.YES, "the result came in time"
    may_be_in_time = any(e.minute.low <= latest for e in results)
    if certain and not may_be_in_time and s.at_minute > latest:
        return Truth.NO, f"{part.span} passed without a result"
    value = answer if not may_be_in_time else answer.hull(Truth.YES)
    return value.hull(Truth.NO) if s.at_minute > earliest else value, ""


def _requests_and_results(
    s: Situation, part: ev.Obtainable
) -> tuple[tuple[Happened, ...], tuple[Happened, ...]]:
    histories = (s.histories.get(event.key, History()) for event in (part.request, part.result))
    requests, results = (history.events for history in histories)
    return requests, results


def series(r: Reasoner, part: ev.SeriesMeasure) -> Finding:
    """A registered measure over a series, such as time in therapeutic range.

    It is anything at all while it is not certain which events belong to the series, and on which day.
    """
    found = select(r, part.of)
    anything = part.attribute.anything
    assert isinstance(anything, Interval)
    step, key = part.attribute.step, part.attribute.key
    values = [
        (int(event.day.low), Interval(value.low * step, value.high * step))
        for event in found.certain
        for value in [_interval(event, key, anything)]
    ]
    settled = len(values) == len(found.listed) and all(event.day.known for event in found.certain)
    result = METHODS[part.method](values, dict(part.arguments)) if settled else None
    return _finding(part, result or part.domain, found)


def _interval(event: Happened, key: str, anything: Interval) -> Interval:
    value = event.attributes.get(key, anything)
    assert isinstance(value, Interval)
    return value


def _hull(values: list[Interval]) -> Interval:
    return Interval(min(v.low for v in values), max(v.high for v in values))
