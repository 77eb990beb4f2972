"""Days, calendar months and instants.

Days are counted since 1970-01-01 in the site's own calendar; instants are minutes since then in UTC.
A window in days, weeks or months compares calendar dates; one in hours or minutes compares instants.
Calendar months step back from the anchor and are clamped to the end of the month, so that three
months before 31 May is 28 (or 29) February; `days(90)` is another thing and says so by its name.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .errors import DefinitionError

EPOCH = date(1970, 1, 1)
MINUTES_A_DAY = 1440


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - EPOCH).days


def date_of(number: int) -> date:
    """The date of a day number."""
    return EPOCH + timedelta(days=number)


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time: so many minutes, days or calendar months."""

    count: int
    unit: Literal["minute", "day", "month"]

    def __post_init__(self) -> None:
        if not isinstance(self.count, int) or self.count < 0:
            raise DefinitionError("D110", f"A span of time counts from 0 up, not {self.count!r}.")

    def __str__(self) -> str:
        count, unit = self.count, self.unit
        if unit == "minute" and count % 60 == 0 and count:
            count, unit = count // 60, "hour"  # type: ignore[assignment]
        elif unit == "day" and count % 7 == 0 and count:
            count, unit = count // 7, "week"  # type: ignore[assignment]
        return f"{count} {unit}{'' if count == 1 else 's'}"


def minutes(count: int) -> Span:
    """So many minutes, between instants."""
    return Span(count, "minute")


def hours(count: int) -> Span:
    """So many hours, between instants."""
    return Span(60 * count, "minute")


def days(count: int) -> Span:
    """So many calendar days."""
    return Span(count, "day")


def weeks(count: int) -> Span:
    """So many times seven calendar days."""
    return Span(7 * count, "day")


def months(count: int) -> Span:
    """Calendar months, not 30 days."""
    return Span(count, "month")


def years(count: int) -> Span:
    """So many times twelve calendar months."""
    return Span(12 * count, "month")


def shift(day: int, span: Span, direction: int = 1) -> int:
    """The day that lies `span` after (direction 1) or before (-1) a day; months are clamped."""
    if span.unit == "day":
        return day + direction * span.count
    if span.unit == "month":
        start = date_of(day)
        month = start.year * 12 + start.month - 1 + direction * span.count
        year, month = month // 12, month % 12 + 1
        return day_number(date(year, month, min(start.day, monthrange(year, month)[1])))
    raise DefinitionError("D111", f"{span} is not a number of calendar days or months.")


def completed_years(birth: int, day: int) -> int:
    """Age in completed years on a day. Born on 29 February: a year older on 1 March."""
    born, now = date_of(birth), date_of(day)
    return now.year - born.year - ((now.month, now.day) < (born.month, born.day))
