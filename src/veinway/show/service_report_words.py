"""The numbers of a service's report in words, for the terminal and the page alike."""

from __future__ import annotations

from veinway.show.service_report import Answer

HEADS = {
    "count": ("", "number"),
    "share": ("", "share", "met", "of"),
    "time": ("", "a quarter within", "half within", "three quarters within", "of", "not known"),
}
"""The heads of a table of measures of each kind."""
_HOUR, _DAY = 60, 1440


def cells(measure: Answer) -> tuple[str, ...]:
    """The cells of a measure's row."""
    label = measure["label"]
    match measure["kind"]:
        case "count":
            return label, count_words(measure["of"])
        case "share":
            return (
                label,
                percent_words(measure["percent"]),
                count_words(measure["met"]),
                count_words(measure["of"]),
            )
    times = (time_words(measure["minutes"][key]) for key in ("quarter", "median", "three_quarters"))
    return label, *times, count_words(measure["of"]), f"{measure['not_known']:,}"


def count_words(ends: list[int]) -> str:
    """One number, or from the certain to the possible."""
    low, high = ends
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def percent_words(ends: list[float] | None) -> str:
    """A share in per cent; a dot where nobody counts."""
    if ends is None:
        return "·"
    low, high = ends
    if (low, high) == (0, 100):
        return "not computable"
    return f"{low:g} %" if low == high else f"{low:g} to {high:g} %"


def time_words(ends: list[int | None] | None) -> str:
    """How long, in minutes, hours or days."""
    if ends is None:
        return "·"
    low, high = (_length(end) for end in ends)
    return low if low == high else f"{low} to {high}"


def _length(minutes: int | None) -> str:
    if minutes is None:
        return "no limit"
    if minutes < 2 * _HOUR:
        return f"{minutes} min"
    return f"{minutes / _HOUR:.1f} h" if minutes < 2 * _DAY else f"{minutes / _DAY:.1f} days"
