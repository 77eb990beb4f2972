"""Dates and numbers as records write them: as instants, as days of a site's calendar, as decimals.

What is written as FHIR prescribes is read here, which takes microseconds; anything else is put to the
macros of `flatten.sql`. Both ways give the same.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import duckdb

from ..language.errors import InputError
from ..language.time import day_number

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)?\Z", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,28}(\.\d{1,28})?([eE][+-]?\d{1,2})?\Z", re.ASCII)
_FIRST_DAY = {4: "-01-01", 7: "-01", 10: ""}
"""What makes a year, a month or a day its first day, by the length of its text."""
_REMEMBERED = 4096
"""Dates and numbers that are not worked out again."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)
_EXACT = Context(prec=200, rounding=ROUND_HALF_UP)
_PLACES, _TOO_LARGE = Decimal("1e-10"), Decimal("1e28")

_ASK_INSTANT = "SELECT second_number(start_of(?))"
_ASK_AFTER = """
SELECT second_number(after(?, make_timestamptz(?::BIGINT * 1000000)))
"""
_ASK_DAY = "SELECT CAST(day_number(make_timestamptz(?::BIGINT * 1000000)) AS BIGINT)"
_ASK_NUMBER = "SELECT number_in(?)"
_ASK_ROUNDED = "SELECT TRY_CAST(? AS DECIMAL(38, 10))"


class Calendar:
    """The calendar of a site. session: has the macros of `flatten.sql` and the site's time zone."""

    def __init__(self, session: duckdb.DuckDBPyConnection, time_zone: str) -> None:
        self._session, self._zone = session, ZoneInfo(time_zone)
        # What was recorded together has the same dates.
        self.start = lru_cache(maxsize=_REMEMBERED)(self._start)
        self.after = lru_cache(maxsize=_REMEMBERED)(self._after)
        self.day = lru_cache(maxsize=_REMEMBERED)(self._day)
        self.number = lru_cache(maxsize=_REMEMBERED)(self._number)

    def _start(self, written: str | None) -> int | None:
        """The instant at which a date begins, in seconds since 1970; None where it cannot be read."""
        if written is None:
            return None
        try:
            if _DATE.match(written):
                return self._instant(datetime.fromisoformat(written + _FIRST_DAY[len(written)]))
            if _MOMENT.match(written):
                moment = datetime.fromisoformat(written)
                return self._instant(moment) if moment.tzinfo is None else _seconds(moment)
        except (ValueError, OverflowError):
            pass  # no such day or hour, or one at either end of all time
        return self._asked(_ASK_INSTANT, written)

    def _after(self, written: str | None, start: int | None) -> int | None:
        """The instant after the last one of a year, a month or a day that begins at `start`."""
        if written is None or start is None or len(written) not in _FIRST_DAY:
            return None
        try:
            local = self._local(start)
            if len(written) == 10:
                return self._instant(local + _DAY)
            months = local.month + (12 if len(written) == 4 else 1)
            year, month = local.year + (months - 1) // 12, (months - 1) % 12 + 1
            return self._instant(local.replace(year=year, month=month))
        except (ValueError, OverflowError):
            return self._asked(_ASK_AFTER, written, start)

    def _day(self, instant: int | None) -> int | None:
        """The day number of an instant, in the site's calendar."""
        if instant is None:
            return None
        try:
            return day_number(self._local(instant).date())
        except (ValueError, OverflowError):
            return self._asked(_ASK_DAY, instant)

    def _number(self, written: str | None) -> Decimal | None:
        """A number of at most ten places; None where it cannot be read or is too small to be kept."""
        found = self.rounded(written)
        if found != 0 or written is None or (_NUMBER.match(written) and Decimal(written) == 0):
            return found
        return self._decimal(_ASK_NUMBER, written)

    def rounded(self, written: str | None) -> Decimal | None:
        """A number, rounded to ten places."""
        if written is None:
            return None
        if not _NUMBER.match(written):
            return self._decimal(_ASK_ROUNDED, written)
        found = Decimal(written).quantize(_PLACES, context=_EXACT)
        return found if abs(found) < _TOO_LARGE else None

    def _decimal(self, query: str, written: str) -> Decimal | None:
        found: Decimal | None = self._session.execute(query, [written]).fetchall()[0][0]
        return found

    def _asked(self, query: str, *values: str | int) -> int | None:
        found: int | None = self._session.execute(query, values).fetchall()[0][0]
        return found

    def _local(self, instant: int) -> datetime:
        moment = _EPOCH + timedelta(seconds=instant)
        return moment.astimezone(self._zone).replace(tzinfo=None, fold=0)

    def _instant(self, local: datetime) -> int:
        """A time of the site's clock. One that comes twice or never is the later of its two readings."""
        return max(_seconds(local.replace(tzinfo=self._zone, fold=fold)) for fold in (0, 1))


def _seconds(moment: datetime) -> int:
    return (moment - _EPOCH) // _SECOND


def minute(instant: int | None) -> int | None:
    """The minute of an instant, counted from 1970."""
    return None if instant is None else instant // 60


def checked_zone(time_zone: str) -> str:
    """The name of a time zone. InputError I234 where there is none of that name."""
    try:
        return ZoneInfo(time_zone).key
    except (ZoneInfoNotFoundError, ValueError):
        raise InputError(
            "I234", f"{time_zone!r} is no time zone.", todo="Write one such as Europe/London."
        ) from None
