"""The period that a report of a service is about."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time

from veinway.language.errors import InputError
from veinway.language.time import day_number

_YEAR, _MONTH = re.compile(r"[12]\d{3}"), re.compile(r"\d{4}-\d{2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included."""

    first: date
    last: date

    @property
    def days(self) -> tuple[int, int]:
        """The two as day numbers."""
        return day_number(self.first), day_number(self.last)

    @property
    def end(self) -> datetime:
        """The instant of the evaluation: the end of the last day."""
        return datetime.combine(self.last, time(23, 59))


def read_period(text: str, where: str = "--period") -> Period:
    """A year, a month, a day, or two of them with two dots between; I246 for anything else."""
    first, dots, last = text.partition("..")
    try:
        period = Period(_end_of(first, last=False), _end_of(last if dots else first, last=True))
    except ValueError:
        period = None
    if period is not None and period.last < period.first:
        what = f"{text!r} ends before it begins."
        raise InputError("I246", what, where=where, todo=f"Write {last}..{first}.")
    if period is None:
        todo = "Write 2026, 2026-03, 2026-01..2026-06, or 2026-01-15..2026-02-14."
        raise InputError("I246", f"{text!r} is not a period.", where=where, todo=todo)
    return period


def _end_of(text: str, *, last: bool) -> date:
    if _DAY.fullmatch(text):
        return date.fromisoformat(text)
    if _YEAR.fullmatch(text):
        return date(int(text), 12, 31) if last else date(int(text), 1, 1)
    if not _MONTH.fullmatch(text):
        raise ValueError(text)
    first = date.fromisoformat(f"{text}-01")
    return first.replace(day=monthrange(first.year, first.month)[1]) if last else first
