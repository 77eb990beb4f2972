"""The one place that tells the time of day, and how a site reads it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def now() -> str:
    """This instant in UTC, to the second, as the store keeps it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def local_time(instant: str, time_zone: str) -> datetime:
    """An instant of the store in the site's own time."""
    return datetime.fromisoformat(instant).astimezone(ZoneInfo(time_zone))


def clock_words(instant: str, time_zone: str) -> str:
    """The same to read, to the minute."""
    return local_time(instant, time_zone).strftime("%Y-%m-%d %H:%M")
