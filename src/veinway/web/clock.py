"""The one place that tells the time of day."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """This instant in UTC, to the second, as the store keeps it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
