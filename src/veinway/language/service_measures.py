"""Measures of a whole service: how many, what share, how long; each in the words of the rules.

A measure says of whom it speaks (`of`) and, of a share, who meets it (`met`). Both may be unknown of
somebody: then the number has bounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .errors import DefinitionError
from .expressions import DateExpression, Expression, YesNoExpression, all_of, no
from .numbers import NumberExpression
from .outcomes import Outcome
from .sources import Cite, require_cite
from .steps import Step

Better = Literal["more", "fewer", ""]


@dataclass(frozen=True, slots=True, eq=False)
class ServiceMeasure:
    """One number of a report.

    of: whom it speaks of, exclusions and exceptions taken out. met: of a share, who meets it; None of a
    count or a time. value: of a time, in minutes. dated: the day that places somebody in the period;
    without it they count as at its end. better: whether more or fewer are better, or neither.
    """

    key: str
    label: str
    chapter: str
    of: YesNoExpression
    source: Cite
    met: YesNoExpression | None = None
    value: NumberExpression | None = None
    dated: DateExpression | None = None
    better: Better = ""

    @property
    def kind(self) -> Literal["count", "share", "time"]:
        """Which kind of number it is."""
        if self.value is not None:
            return "time"
        return "count" if self.met is None else "share"

    def roots(self) -> tuple[Expression, ...]:
        """Everything it looks at."""
        return tuple(part for part in (self.of, self.met, self.value, self.dated) if part is not None)


@dataclass(frozen=True, slots=True, eq=False)
class MeasureGroup:
    """Measures that are shown together, under a heading, in one chart."""

    key: str
    label: str
    measures: tuple[ServiceMeasure, ...]


@dataclass(frozen=True, slots=True, eq=False)
class LeftOut:
    """What some publication measures and a report does not show on purpose, and why."""

    key: str
    label: str
    because: str
    source: Cite


def left_out(key: str, label: str, *, because: str, source: Cite) -> LeftOut:
    """What is no measure here."""
    require_cite(source, key)
    return LeftOut(key, label, because, source)


def counted(
    key: str,
    label: str,
    *,
    chapter: str,
    of: YesNoExpression,
    source: Cite,
    dated: DateExpression | None = None,
) -> ServiceMeasure:
    """How many there are, or came up in the period."""
    require_cite(source, key)
    return ServiceMeasure(key, label, chapter, of, source, dated=dated)


def share(
    key: str,
    label: str,
    *,
    chapter: str,
    source: Cite,
    of: YesNoExpression,
    met: YesNoExpression,
    dated: DateExpression | None = None,
    better: Better = "more",
) -> ServiceMeasure:
    """Which share of some people meets a condition."""
    require_cite(source, key)
    return ServiceMeasure(key, label, chapter, of, source, met, dated=dated, better=better)


def share_of_step(
    key: str,
    label: str,
    *,
    chapter: str,
    step: Step,
    good: list[Outcome | str],
    left_out: list[Outcome | str] | None = None,
    dated: DateExpression | None = None,
    better: Better = "more",
    source: Cite | None = None,
) -> ServiceMeasure:
    """Of whom a step is meant, whose conclusion is one of these. left_out: conclusions of people who do
    not count at all. D224 where an outcome is none of the step's."""
    known = set(step.conclusion.option_keys())
    named = [each if isinstance(each, str) else each.key for each in (*good, *(left_out or ()))]
    strange = [each for each in named if each not in known]
    if strange or not good:
        raise DefinitionError("D224", f"The step does not conclude {strange}.", where=key)
    of = step.for_whom
    if left_out:
        of = all_of(of, no(step.conclusion.one_of(*left_out)))
    met = step.conclusion.one_of(*good)
    place = step.source if source is None else source
    return ServiceMeasure(key, label, chapter, of, place, met, dated=dated, better=better)


def time_taken(
    key: str,
    label: str,
    *,
    chapter: str,
    of: YesNoExpression,
    value: NumberExpression,
    source: Cite,
) -> ServiceMeasure:
    """How long something took, in minutes, in the middle and for the quarter that waited longest."""
    require_cite(source, key)
    return ServiceMeasure(key, label, chapter, of, source, value=value)
