"""Events: things that happen to a subject, many to one, and the only ways down to a fact.

The operation that was major and the one under anaesthesia must be the same operation: all conditions
of one `where` hold for one event. Each way gives bounds over events that are uncertain, that have no
exact date, or that may be missing from the record.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from .errors import DefinitionError
from .expressions import ChoiceExpression, DateExpression, Expression, YesNoExpression
from .facts import Choice, Cost, Fact, Find, Measure, YesNo
from .numbers import NumberExpression
from .sources import Cite, require_cite
from .time import Span
from .units import Unit, unit
from .values import NEVER, Interval

Which = Literal["first", "last"]
Extreme = Literal["highest", "lowest"]


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """A kind of event; each attribute is a fact about one event of this kind."""

    key: str
    label: str
    attributes: tuple[Fact, ...]
    ask: str
    source: Cite
    find: tuple[Find, ...] = ()
    cost: Cost = Cost.ASK

    def __post_init__(self) -> None:
        require_cite(self.source, self.key)

    def attribute(self, key: str) -> Fact:
        """The attribute of this name."""
        for attribute in self.attributes:
            if attribute.key == key:
                return attribute
        raise DefinitionError("D170", f"{self.key} has no attribute {key!r}.", where=self.key)


@dataclass(frozen=True, slots=True, eq=False)
class Anchor(DateExpression):
    """A day that every evaluation is given: `index` anchors look-backs, `at` is what is known when."""

    name: Literal["index", "at"]


INDEX = Anchor("index")
"""The day of the first suspicion: look-backs count from it."""
AT = Anchor("at")
"""The day of the evaluation: nothing later is known."""


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """Days from an anchor: `back` before it to `ahead` after it, both ends included."""

    back: Span | None
    ahead: Span | None
    anchor: DateExpression
    starts_after: int = 0
    """The first day that counts when the window lies ahead: 1 is the day after the anchor."""
    ends_before: int = 0
    """The last day that counts when the window lies behind: 1 is the day before the anchor."""


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """Which events count: all conditions of `where` hold for one event, inside the window."""

    event: Event
    where: YesNoExpression | None
    window: Window | None

    def parts(self) -> tuple[Expression, ...]:
        return () if self.window is None else (self.window.anchor,)


@dataclass(frozen=True, slots=True, eq=False)
class AnyEvent(YesNoExpression):
    """At least one such event."""

    of: Selection

    def parts(self) -> tuple[Expression, ...]:
        return self.of.parts()


@dataclass(frozen=True, slots=True, eq=False)
class CountOf(NumberExpression):
    """How many such events, up to `most`."""

    of: Selection
    most: int

    def parts(self) -> tuple[Expression, ...]:
        return self.of.parts()

    @property
    def measured_in(self) -> Unit:
        return unit("1")

    @property
    def range(self) -> Interval:
        return Interval(0, self.most)


@dataclass(frozen=True, slots=True, eq=False)
class DaysSince(NumberExpression):
    """Days from the first or last such event to the index date; NEVER where there is none."""

    of: Selection
    which: Which

    def parts(self) -> tuple[Expression, ...]:
        return self.of.parts()

    @property
    def measured_in(self) -> Unit:
        return unit("d")

    @property
    def step(self) -> Fraction:
        return Fraction(1)

    @property
    def range(self) -> Interval:
        return Interval(0, NEVER)


@dataclass(frozen=True, slots=True, eq=False)
class TimeUntil(NumberExpression):
    """Minutes or days from a moment to the first or last such event that is known.

    `since` is an anchor or the first known event of another selection. What happened before it gives
    a negative number; until one has happened the number is at least the time that has passed.
    """

    of: Selection
    which: Which
    since: Selection | Anchor
    symbol: Literal["min", "d"]

    def parts(self) -> tuple[Expression, ...]:
        since = self.since.parts() if isinstance(self.since, Selection) else (self.since,)
        return (*self.of.parts(), *since)

    @property
    def measured_in(self) -> Unit:
        return unit(self.symbol)

    @property
    def step(self) -> Fraction:
        return Fraction(1)

    @property
    def range(self) -> Interval:
        return Interval(-NEVER, NEVER)


@dataclass(frozen=True, slots=True, eq=False)
class DateOf(DateExpression):
    """The day of the first or last such event; a day of the far future where there is none."""

    of: Selection
    which: Which

    def parts(self) -> tuple[Expression, ...]:
        return self.of.parts()


@dataclass(frozen=True, slots=True, eq=False)
class ValueOf(NumberExpression):
    """A measured attribute of the first, last, highest or lowest such event; anything where none."""

    of: Selection
    attribute: Measure
    which: Which | Extreme

    def parts(self) -> tuple[Expression, ...]:
        return self.of.parts()

    @property
    def measured_in(self) -> Unit:
        return self.attribute.measured_in

    @property
    def step(self) -> Fraction:
        return self.attribute.step

    @property
    def range(self) -> Interval:
        return self.attribute.domain


@dataclass(frozen=True, slots=True, eq=False)
class OptionOf(ChoiceExpression):
    """A choice attribute of the first or last such event; anything where there is none."""

    of: Selection
    attribute: Choice
    which: Which

    def option_keys(self) -> tuple[str, ...]:
        return self.attribute.option_keys()

    def parts(self) -> tuple[Expression, ...]:
        return self.of.parts()


@dataclass(frozen=True, slots=True, eq=False)
class Obtainable(YesNoExpression):
    """Whether a result can be had in time: asked, or seen from what happened after the request.

    It is yes when the first result came within the span, no when the span has passed since the first
    request without one, and what was answered until then.
    """

    answer: YesNo
    request: Event
    result: Event
    span: Span

    def parts(self) -> tuple[Expression, ...]:
        return (self.answer,)


@dataclass(frozen=True, slots=True, eq=False)
class YearsSince(NumberExpression):
    """Completed years from a date fact to an anchor, such as an age."""

    date: Fact
    anchor: Anchor
    most: int = 130

    def parts(self) -> tuple[Expression, ...]:
        return (self.date, self.anchor)

    @property
    def measured_in(self) -> Unit:
        return unit("a")

    @property
    def step(self) -> Fraction:
        return Fraction(1)

    @property
    def range(self) -> Interval:
        return Interval(0, self.most)


@dataclass(frozen=True, slots=True, eq=False)
class SeriesMeasure(NumberExpression):
    """A registered measure over a series of values, with bounds of its own (time in range).

    `method` names a function of the engine's registry; `arguments` are its stated settings.
    """

    key: str
    label: str
    of: Selection
    attribute: Measure
    method: str
    arguments: tuple[tuple[str, int], ...]
    symbol: str
    domain: Interval
    step: Fraction
    source: Cite

    def parts(self) -> tuple[Expression, ...]:
        return self.of.parts()

    @property
    def measured_in(self) -> Unit:
        return unit(self.symbol)

    @property
    def range(self) -> Interval:
        return self.domain
