"""What one episode owes: each action that is open, by when, and each quality measure that is in danger.

Nothing medical is decided here: actions, windows and measures are those of the rules. Windows are kept
as instants, so that what is late now can be told without applying the rules again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from veinway.engine.assessment import Assessment, StepReading
from veinway.engine.finding import ActionFinding
from veinway.language import Step, Strength
from veinway.language.events import Anchor, TimeUntil
from veinway.language.numbers import Compare, Constant
from veinway.language.time import date_of
from veinway.language.values import History, Situation, Truth
from veinway.show.citations import cite_words
from veinway.show.urgent import at_once, escalating
from veinway.web.sections.asking import leading
from veinway.web.service.deciding import Decided

Kind = Literal["at once", "action", "measure", "found", "missing"]
"""found: something that rules found to be wrong. missing: it cannot be said, for want of data."""
OPEN = ("overdue", "due", "requested")
NOT_DONE = ("refused", "impossible")
MOST_MISSING = 8
"""So many of the data that are missing are named."""
MEASURED = "measure_met"
"""The outcome by which a step is known as a quality measure."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is open in an episode. due_from and due_by are minutes since 1970 in UTC."""

    kind: Kind
    act: str
    text: str
    side: str
    requested: bool = False
    overdue: bool = False
    """It was overdue when the rules were applied; a day's window may say so before its minute does."""
    days: bool = False
    """Its window counts in days of the calendar, not in hours."""
    due_from: int | None = None
    due_by: int | None = None
    sources: tuple[str, ...] = ()
    not_done: str = ""
    """Refused or impossible, and why, where that was said of it."""
    list: str = ""
    """The list of the whole service that it is on; "" for what is due in an episode."""
    rule: str = ""
    """The rule that asks for it."""
    missing: tuple[str, ...] = ()
    """What would have to be known to say more."""

    def state(self, now: int) -> str:
        """at once, found wrong, overdue, requested, later, due, not done or cannot say, at a minute."""
        if self.kind == "at once":
            return "at once"
        if self.kind == "found":
            return "found wrong"
        if self.kind == "missing":
            return "cannot say"
        if self.not_done:
            return "not done"
        if self.overdue or (self.due_by is not None and now > self.due_by):
            return "overdue"
        if self.requested:
            return "requested"
        return "later" if self.due_from is not None and now < self.due_from else "due"


def dues(decided: Decided, time_zone: str) -> tuple[Due, ...]:
    """All that is open, of each limb; what several guidelines ask for alike is said once."""
    found: dict[tuple[str, str], Due] = {}
    for limb in decided.limbs:
        for due in _of_limb(limb.assessment, limb.side, time_zone):
            key = (due.side, due.act)
            found[key] = due if key not in found else _more_pressing(found[key], due)
    return tuple(found.values())


def _more_pressing(one: Due, other: Due) -> Due:
    first, second = sorted((one, other), key=_pressing)
    return replace(first, sources=tuple(dict.fromkeys((*first.sources, *second.sources))))


def _pressing(due: Due) -> tuple[bool, bool, bool, int]:
    """What is to be done comes first; what is overdue, then what has an end, the earliest end first."""
    return bool(due.not_done), not due.overdue, due.due_by is None, due.due_by or 0


def _of_limb(assessment: Assessment, side: str, time_zone: str) -> Iterator[Due]:
    yield from _at_once(assessment, side)
    yield from _missing(assessment, side)
    for reading in leading(assessment):
        for action in reading.found.plan:
            if action.state in (*OPEN, *NOT_DONE) and action.action.strength is not Strength.DO_NOT:
                yield replace(_action(action, side, time_zone), rule=_rule(reading))
        if is_measure(reading) and not reading.found.decided:
            yield from _measure(reading, assessment.situation, side, time_zone)


def _at_once(assessment: Assessment, side: str) -> Iterator[Due]:
    """What escalates and is decided; also where only what escalates is left, whichever it will be."""
    for row in at_once(assessment):
        yield Due("at once", row.then.key, row.then.text, side, sources=(cite_words(row.cite),))
    for reading in assessment.tables:
        rows = reading.found.rows
        if rows and not reading.found.decided and len(escalating(reading)) == len(rows):
            texts = " Or: ".join(dict.fromkeys(row.then.text for row in rows))
            cited = tuple(dict.fromkeys(cite_words(row.cite) for row in rows))
            yield Due("at once", rows[0].then.key, texts, side, sources=cited)


def _rule(reading: StepReading) -> str:
    return str(reading.found.of.label)  # type: ignore[union-attr]


def _missing(assessment: Assessment, side: str) -> Iterator[Due]:
    """The most urgent step that is for the patient and not decided, with what could still change it."""
    for reading in leading(assessment):
        step = reading.found.of
        assert isinstance(step, Step)
        if reading.found.applies is Truth.YES and not reading.found.decided and not is_measure(reading):
            missing = the_first([each.of.label for each in reading.open.matters])
            text, cited = f"Not decided: {step.label}.", (cite_words(step.source),)
            yield Due("missing", step.key, text, side, sources=cited, rule=step.label, missing=missing)
            return


def the_first(words: Sequence[str]) -> tuple[str, ...]:
    """The first of many words, and how many more there are."""
    more = len(words) - MOST_MISSING
    return (*words[:MOST_MISSING], *((f"and {more} more",) if more > 0 else ()))


def _action(found: ActionFinding, side: str, time_zone: str) -> Due:
    days = found.unit == "day"
    return Due(
        "action",
        found.action.act,
        found.action.text,
        side,
        found.state == "requested",
        found.state == "overdue",
        days,
        None if found.due_from is None else first_minute(found.due_from, days, time_zone),
        None if found.due_by is None else last_minute(found.due_by, days, time_zone),
        (cite_words(found.action.cite),),
        f"{found.state}: {found.reason}" if found.state in NOT_DONE else "",
    )


def first_minute(number: int, days: bool, time_zone: str) -> int:
    """The minute at which a window begins, in days of the site or in minutes."""
    return _midnight(number, time_zone) if days else number


def last_minute(number: int, days: bool, time_zone: str) -> int:
    """The last minute of a window."""
    return _midnight(number + 1, time_zone) - 1 if days else number


def _midnight(day: int, time_zone: str) -> int:
    """The minute at which a day begins at the site."""
    begun = datetime.combine(date_of(day), datetime.min.time(), ZoneInfo(time_zone))
    return int(begun.timestamp()) // 60


def local(minute: int, time_zone: str) -> datetime:
    """A minute in the site's own time."""
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)).astimezone(ZoneInfo(time_zone))


# Quality measures ---------------------------------------------------------------------------------


def is_measure(reading: StepReading) -> bool:
    """Whether a step says how well care was delivered, and not what to do."""
    step = reading.found.of
    assert isinstance(step, Step)
    return MEASURED in step.conclusion.option_keys()


def _measure(reading: StepReading, situation: Situation, side: str, time_zone: str) -> Iterator[Due]:
    """A measure that can still be met or lost; until when, where its limit is a time."""
    step = reading.found.of
    assert isinstance(step, Step)
    row = next(each for each in step.conclusion.rows if each.then.key == MEASURED)
    limit = _limit(row.when, situation)
    if limit is None:
        return
    number, days = limit
    due_by = last_minute(number, days, time_zone)
    late = situation.at_minute > due_by
    cited = (cite_words(row.cite),)
    yield Due(
        "measure", step.key, step.label, side, False, late, days, None, due_by, cited, rule=step.label
    )


def _limit(when: object, situation: Situation) -> tuple[int, bool] | None:
    """The last minute or day of `time until <= limit`; None for other conditions, or no known start."""
    match when:
        case Compare(TimeUntil() as time, "<=", Constant() as limit):
            days = time.symbol == "d"
            start = _start(time, situation, days)
            return None if start is None else (start + int(limit.value), days)
    return None


def _start(time: TimeUntil, situation: Situation, days: bool) -> int | None:
    if isinstance(time.since, Anchor):
        index = time.since.name == "index"
        if days:
            return situation.index if index else situation.at
        return situation.index_minute if index else situation.at_minute
    events = situation.histories.get(time.since.event.key, History()).events
    moments = [each.day if days else each.minute for each in events if each.certain]
    return min((int(moment.low) for moment in moments), default=None)


# Counting -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StepStanding:
    """Where one step stands in an episode: not for it, perhaps, decided, narrowed or not computable."""

    step: str
    standing: Literal["not for", "may apply", "decided", "narrowed", "not computable"]
    due: bool
    overdue: bool


def step_standings(decided: Decided) -> tuple[StepStanding, ...]:
    """Every step as the limb that speaks for the patient has it."""
    return tuple(_standing(each) for each in decided.speaks.assessment.steps)


def _standing(reading: StepReading) -> StepStanding:
    found = reading.found
    assert isinstance(found.of, Step)
    if found.applies is not Truth.YES:
        return StepStanding(
            found.of.key, "not for" if found.applies is Truth.NO else "may apply", False, False
        )
    states = {each.state for each in found.plan if each.action.strength is not Strength.DO_NOT}
    left = () if found.conclusion is None else found.conclusion.outcomes
    every = len(left) == len(found.of.conclusion.option_keys())
    standing: Literal["decided", "narrowed", "not computable"] = (
        "decided" if found.decided else "not computable" if every else "narrowed"
    )
    return StepStanding(found.of.key, standing, bool(states & {"due", "requested"}), "overdue" in states)
