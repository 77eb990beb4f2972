"""Words for events: whether one happened, how many, how long ago, and what it was like."""

from __future__ import annotations

from .errors import DefinitionError
from .events import (
    INDEX,
    Anchor,
    AnyEvent,
    CountOf,
    DateOf,
    DaysSince,
    Event,
    Obtainable,
    OptionOf,
    Selection,
    TimeUntil,
    ValueOf,
    Which,
    Window,
)
from .expressions import DateExpression, YesNoExpression
from .facts import Choice, Fact, Measure, YesNo
from .time import Span


def within(span: Span, before: DateExpression = INDEX) -> Window:
    """In the time before the index date, or before another day, which is included; exactly `span`
    before still counts."""
    return Window(back=span, ahead=None, anchor=before)


def days_after(first: int, last: int, anchor: DateExpression) -> Window:
    """From the `first` to the `last` day after an anchor, both included."""
    return Window(back=None, ahead=Span(last, "day"), anchor=anchor, starts_after=first)


def days_before(first: int, last: int, anchor: DateExpression = INDEX) -> Window:
    """From `first` days before an anchor to `last` days before it, both included; 1 is the day
    before.
    """
    return Window(back=Span(first, "day"), ahead=None, anchor=anchor, ends_before=last)


def obtainable(answer: YesNo, *, request: Event, result: Event, within: Span) -> Obtainable:
    """Whether the result can be had within a span of hours of its request."""
    if within.unit != "minute":
        raise DefinitionError("D172", "obtainable(...) counts hours or minutes.", where=answer.key)
    return Obtainable(answer, request, result, within)


def any_event(
    event: Event, where: YesNoExpression | None = None, *, in_: Window | None = None
) -> AnyEvent:
    """Whether such an event happened."""
    return AnyEvent(Selection(event, where, in_))


def count(
    event: Event, where: YesNoExpression | None = None, *, in_: Window | None = None, most: int = 1000
) -> CountOf:
    """How many such events happened."""
    return CountOf(Selection(event, where, in_), most)


def days_since(
    which: Which, event: Event, where: YesNoExpression | None = None, *, in_: Window | None = None
) -> DaysSince:
    """Days since the first or last such event."""
    return DaysSince(Selection(event, where, in_), which)


def minutes_until(
    which: Which,
    event: Event,
    where: YesNoExpression | None = None,
    *,
    since: Event | Selection | Anchor = INDEX,
    in_: Window | None = None,
) -> TimeUntil:
    """Minutes from a moment (the index, or the first of another kind of event) to such an event."""
    return TimeUntil(Selection(event, where, in_), which, _moment(since), "min")


def days_until(
    which: Which,
    event: Event,
    where: YesNoExpression | None = None,
    *,
    since: Event | Selection | Anchor = INDEX,
    in_: Window | None = None,
) -> TimeUntil:
    """Calendar days from a moment (see `minutes_until`) to such an event."""
    return TimeUntil(Selection(event, where, in_), which, _moment(since), "d")


def _moment(since: Event | Selection | Anchor) -> Selection | Anchor:
    return Selection(since, None, None) if isinstance(since, Event) else since


def the_first(
    event: Event, where: YesNoExpression | None = None, *, in_: Window | None = None
) -> Selection:
    """The first such event, to count minutes or days from."""
    return Selection(event, where, in_)


def date_of_event(
    which: Which, event: Event, where: YesNoExpression | None = None, *, in_: Window | None = None
) -> DateOf:
    """The day of the first or last such event, to anchor a window."""
    return DateOf(Selection(event, where, in_), which)


def first(
    event: Event, attribute: Fact, where: YesNoExpression | None = None, *, in_: Window | None = None
) -> ValueOf | OptionOf:
    """An attribute of the first such event."""
    return _attribute("first", Selection(event, where, in_), attribute)


def last(
    event: Event, attribute: Fact, where: YesNoExpression | None = None, *, in_: Window | None = None
) -> ValueOf | OptionOf:
    """An attribute of the last such event."""
    return _attribute("last", Selection(event, where, in_), attribute)


def highest(
    event: Event, attribute: Measure, where: YesNoExpression | None = None, *, in_: Window | None = None
) -> ValueOf:
    """The highest value of a measured attribute."""
    return ValueOf(Selection(event, where, in_), attribute, "highest")


def lowest(
    event: Event, attribute: Measure, where: YesNoExpression | None = None, *, in_: Window | None = None
) -> ValueOf:
    """The lowest value of a measured attribute."""
    return ValueOf(Selection(event, where, in_), attribute, "lowest")


def _attribute(which: Which, of: Selection, attribute: Fact) -> ValueOf | OptionOf:
    of.event.attribute(attribute.key)
    if isinstance(attribute, Measure):
        return ValueOf(of, attribute, which)
    if isinstance(attribute, Choice):
        return OptionOf(of, attribute, which)
    raise DefinitionError("D171", "Only a measure or a choice can be read off one event.")
