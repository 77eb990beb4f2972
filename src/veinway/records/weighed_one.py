"""What is known of one patient: windows, the newest record, contradictions.

This says of a few rows what `situations`, which is the definition, says of millions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from .found_one import Found
from .looks import everything
from .negatives import closes
from .situations import FAR, ONE_DOSE
from .subjects_one import Subject, Windows

_NO, _YES, _EITHER = 1, 2, 3


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
class Gathered:
    """What the rows say of one subject, before it becomes a situation.

    facts: mask, low, high and reason of each target. attributes: mask, low and high, by target and
    resource. negatives: the resource that says that there was no event, by target.
    """

    facts: dict[str, tuple[int, int, int, str]] = field(default_factory=dict)
    sources: dict[str, list[Source]] = field(default_factory=dict)
    events: dict[str, list[tuple[Source, bool]]] = field(default_factory=dict)
    attributes: dict[tuple[str, str], tuple[int, int, int]] = field(default_factory=dict)
    negatives: dict[str, str] = field(default_factory=dict)


# What counts ------------------------------------------------------------------------------------


class _Candidate(NamedTuple):
    """A record that may settle a fact of a subject.

    lane: it is of something that lasts, such as an illness or a drug, whose code is a thread of its own.
    """

    of: Found
    lane: bool
    thread: int
    surely: bool
    perhaps: bool
    mask: int
    low: int
    high: int
    reason: str


def weighed(found: Iterable[Found], subject: Subject) -> Gathered:
    """All that the rows say of one subject."""
    windows = Windows(subject)
    facts: dict[str, list[_Candidate]] = defaultdict(list)
    events: dict[tuple[str, str], list[tuple[Found, int, int]]] = defaultdict(list)
    attributes: dict[tuple[str, str], list[Found]] = defaultdict(list)
    negatives: dict[str, str] = {}
    for each in found:
        look = each.look
        if look.role == "opening" or each.minute_low > subject.at_minute:
            continue
        if look.attribute:
            if not each.reason:
                attributes[look.target, each.resource].append(each)
        elif _counts(each, subject):
            opening, closing = windows.of(look)
            if look.role != "event":
                candidate = _candidate(each, opening, closing)
                if candidate.perhaps or each.day_high < opening:
                    facts[look.target].append(candidate)
            elif each.mask == _NO:
                if closes(each, subject, closing):
                    negatives[look.target] = each.resource
            else:
                placed = _placed(each, subject, closing)
                if placed.day_low <= closing and placed.day_high >= opening:
                    events[look.target, each.resource].append((placed, opening, closing))
    gathered = _gathered(facts, events, attributes, subject)
    gathered.negatives = negatives
    return gathered


def _counts(each: Found, subject: Subject) -> bool:
    """Whether a record is of this limb, and not of what follows from the suspicion."""
    look = each.look
    if subject.side and look.per_limb and each.side not in ("", "both", subject.side):
        return False
    if look.after is not None:
        return True
    own_past = each.opens and each.day_high >= subject.index_day
    return not own_past and not (each.lasts and each.minute_low > subject.index_minute)


def _placed(each: Found, subject: Subject, closing: int) -> Found:
    """When an event was: of an order, where its look asks for it, the day of its last dose."""
    if not (each.look.last_day and each.lasts) or each.day_low > closing:
        return each
    if each.resource.startswith(ONE_DOSE):
        return each
    low, high = min(each.end_low, closing), min(each.end_high, closing)
    return each._replace(day_low=low, day_high=high, minute_high=subject.at_minute)


def _candidate(each: Found, opening: int, closing: int) -> _Candidate:
    lane = each.lasts and each.look.role == "yes_no"
    goes_on = lane and each.mask != _NO
    surely = each.day_high <= closing and (each.end_low if goes_on else each.day_low) >= opening
    perhaps = each.day_low <= closing and (each.end_high if goes_on else each.day_high) >= opening
    if surely:
        said = each.mask, each.low, each.high, each.reason
    else:
        said = *everything(each.look.fact), "date not exact"
    return _Candidate(each, lane, each.thread if lane else 0, surely, perhaps, *said)


def _gathered(
    facts: dict[str, list[_Candidate]],
    events: dict[tuple[str, str], list[tuple[Found, int, int]]],
    attributes: dict[tuple[str, str], list[Found]],
    subject: Subject,
) -> Gathered:
    gathered = Gathered()
    for target, candidates in facts.items():
        chosen = _newest(candidates)
        value = _settled(candidates, chosen)
        if value is not None:
            gathered.facts[target] = value
        gathered.sources[target] = _sources(candidates, chosen)
    for (target, _), listed in events.items():
        gathered.events.setdefault(target, []).append(_event(listed, subject.at_minute))
    for happened in gathered.events.values():
        happened.sort(key=lambda event: (event[0].minute_low, event[0].resource))
    gathered.attributes = {key: _narrowed(listed) for key, listed in attributes.items()}
    return gathered


def _newest(candidates: list[_Candidate]) -> list[_Candidate]:
    """Those that may be the newest of their thread, or the first where that is asked for.

    These settle the fact.
    """
    if candidates[0].of.look.earliest:
        ends = [each.of.minute_high for each in candidates if each.surely]
        first = min(ends, default=FAR * 1440)
        return [each for each in candidates if each.perhaps and each.of.minute_low <= first]
    border: dict[int, int] = {}
    for each in candidates:
        if each.surely:
            border[each.thread] = max(border.get(each.thread, -FAR * 1440), each.of.minute_low)
    return [
        each
        for each in candidates
        if each.perhaps and each.of.minute_high >= border.get(each.thread, each.of.minute_high)
    ]


# Values -----------------------------------------------------------------------------------------


def _settled(candidates: list[_Candidate], chosen: list[_Candidate]) -> tuple[int, int, int, str] | None:
    """Mask, low, high and reason of a fact; None where nothing is inside its window."""
    if len(candidates) == 1:
        chosen = [each for each in candidates if each.perhaps]
    if not chosen:
        return None
    seen = [each for each in chosen if not each.lane]
    lasting = [each for each in chosen if each.lane]
    lows = {0 if each.lane else each.low for each in chosen}
    highs = {0 if each.lane else each.high for each in chosen}
    masks = _masks_now(seen, lasting)
    mask = 0
    for each in masks:
        mask |= each
    if mask != _EITHER and chosen[0].of.look.role == "yes_no":
        reason = ""
    elif len(masks) > 1 or len(lows) > 1 or len(highs) > 1 or _disagree(seen, lasting):
        reason = "conflict"
    else:
        reason = max(each.reason for each in chosen)
    return mask, min(lows), max(highs), reason


def _masks_now(seen: list[_Candidate], lasting: list[_Candidate]) -> set[int]:
    """What was seen and what lasts: only the newer one, or both where none is certainly newer."""
    if not (seen and lasting):
        return {_of_threads(lasting) if lasting else _union(seen)}
    seen_low, seen_high = _newest_moments(seen)
    lasting_low, lasting_high = _newest_moments(lasting)
    masks = set()
    if seen_high >= lasting_low:
        masks.add(_union(seen))
    if lasting_high >= seen_low:
        masks.add(_of_threads(lasting))
    return masks


def _newest_moments(listed: list[_Candidate]) -> tuple[int, int]:
    return max(each.of.minute_low for each in listed), max(each.of.minute_high for each in listed)


def _union(listed: Iterable[_Candidate]) -> int:
    mask = 0
    for each in listed:
        mask |= each.mask
    return mask


def _by_thread(lasting: list[_Candidate]) -> dict[int, list[_Candidate]]:
    threads: dict[int, list[_Candidate]] = defaultdict(list)
    for each in lasting:
        threads[each.thread].append(each)
    return threads


def _of_threads(lasting: list[_Candidate]) -> int:
    """Any thread that says yes outweighs one that leaves it open, and that one a no."""
    masks = {_union(listed) for listed in _by_thread(lasting).values()}
    return _YES if _YES in masks else _EITHER if _EITHER in masks else _NO


def _disagree(seen: list[_Candidate], lasting: list[_Candidate]) -> bool:
    """Whether records of what was seen, or of one thread of what lasts, say different things."""
    listed = (seen, *_by_thread(lasting).values())
    return any(len({each.mask for each in one}) > 1 for one in listed)


def _sources(candidates: list[_Candidate], chosen: list[_Candidate]) -> list[Source]:
    """The records that a fact rests on; if none is inside its window, the last one before it."""
    if any(each.perhaps for each in candidates):
        listed = chosen
    else:
        latest = max(each.of.minute_low for each in candidates)
        listed = [each for each in candidates if each.of.minute_low == latest]
    found = dict.fromkeys(map(_source, listed))
    return sorted(found, key=lambda source: (source.minute_low, source.resource))


def _source(each: _Candidate) -> Source:
    of = each.of
    times = of.day_low, of.day_high, of.minute_low, of.minute_high
    reason = each.reason if each.perhaps else "stale"
    return Source(of.resource, *times, of.recorded, of.note, reason, each.mask, each.low, each.high)


def _event(listed: list[tuple[Found, int, int]], at_minute: int) -> tuple[Source, bool]:
    """One event of all that one resource says of it, and whether it certainly happened."""
    certain = any(
        each.mask == _YES and each.day_low >= opening and each.day_high <= closing
        for each, opening, closing in listed
    )
    every = [each for each, _, _ in listed]
    times = (
        min(each.day_low for each in every),
        max(min(each.day_high, closing) for each, _, closing in listed),
        min(each.minute_low for each in every),
        max(min(each.minute_high, at_minute) for each in every),
    )
    recorded = max(each.recorded for each in every)
    return Source(every[0].resource, *times, recorded, "", "", 0, 0, 0), certain


def _narrowed(listed: list[Found]) -> tuple[int, int, int]:
    """An attribute of an event: statements of one resource narrow each other, or else their hull."""
    both, any_ = listed[0].mask, 0
    for each in listed:
        both, any_ = both & each.mask, any_ | each.mask
    lows, highs = [each.low for each in listed], [each.high for each in listed]
    low, high = (max(lows), min(highs)) if max(lows) <= min(highs) else (min(lows), max(highs))
    return both or any_, low, high
