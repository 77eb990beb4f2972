"""Values over time as a picture: where each point, band and label lies. A template draws it as SVG.

    drawn = chart("INR", [Point(when, Fraction("2.4")), ...], bands=[Band(2, 3, "target")])

and in the template, where the numbers stand in a table as well, for those who do not see the picture:

    {% from "macros/chart.html" import chart %}
    {{ chart(shown.inr) }}
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from veinway.show.values import number_words

WIDE, HIGH, LEFT, TOP, BELOW = 640, 240, 52, 10, 28
"""The size of the picture in its own units, and the room for the labels."""
_STEPS = (1, 2, 5)
_MOST_TICKS, _MOST_DAYS = 6, 5
_ROOM = 90
"""What the name of a day takes."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value at an instant; `words` where more is to be said of it in the table."""

    when: datetime
    value: Fraction
    words: str = ""
    high: Fraction | None = None
    """The other end, where no more is known than a range; `value` is its lower one."""
    marked: bool = False
    """Drawn as what lies outside is, for a reason that the table says."""

    @property
    def top(self) -> Fraction:
        """The highest that it may be."""
        return self.value if self.high is None else self.high


@dataclass(frozen=True, slots=True)
class Band:
    """A range of values that has a name: the therapeutic range, ..."""

    low: Fraction | int
    high: Fraction | int
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A label and where it stands."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the template draws: all places are whole units of the picture."""

    label: str
    unit: str
    line: str
    dots: tuple[tuple[int, int, bool], ...]
    """x, y, and whether the value lies outside all bands (drawn in another shape, not only colour)."""
    ranges: tuple[tuple[int, int, int], ...]
    """x, and from where to where, of the values of which no more is known than a range."""
    bands: tuple[tuple[int, int, str], ...]
    """The upper edge, the height, and the name."""
    values: tuple[Mark, ...]
    days: tuple[Mark, ...]
    rows: tuple[tuple[str, str, str], ...]
    """Of the table: when, the value, and what is said of it."""
    width: int = WIDE
    height: int = HIGH
    left: int = LEFT
    bottom: int = HIGH - BELOW


def chart(
    label: str,
    points: Sequence[Point],
    *,
    bands: Sequence[Band] = (),
    unit: str = "",
    shape: str = "%Y-%m-%d %H:%M",
) -> Drawn:
    """The picture of values over time, the earliest first; ValueError where there is no value.

    shape: how an instant is written in the table.
    """
    if not points:
        raise ValueError("a chart needs a value")
    points = sorted(points, key=lambda point: point.when)
    levels = [end for point in points for end in (point.value, point.top)] + [
        Fraction(end) for b in bands for end in (b.low, b.high)
    ]
    ticks = _ticks(min(levels), max(levels))
    axes = _Axes(points[0].when, points[-1].when, ticks[0], ticks[-1])
    x, y = axes.x, axes.y
    known = [(x(p.when), y(p.value), p) for p in points if p.top == p.value]
    return Drawn(
        label,
        unit,
        _line([(x(p.when), y(p.value), p.top == p.value) for p in points]),
        tuple((*place, p.marked or _outside(p.value, bands)) for *place, p in known),  # type: ignore[misc]
        tuple((x(p.when), y(p.value), y(p.top)) for p in points if p.top > p.value),
        tuple((y(band.high), y(band.low) - y(band.high), band.label) for band in bands),
        tuple(Mark(y(tick), number_words(tick)) for tick in ticks),
        _apart([Mark(x(when), f"{when:%Y-%m-%d}") for when in _days(points)]),
        tuple((p.when.strftime(shape), _value(p), _said(p, bands)) for p in points),
    )


@dataclass(frozen=True, slots=True)
class _Axes:
    """Where an instant and a value lie in the picture."""

    first: datetime
    last: datetime
    low: Fraction
    high: Fraction

    def x(self, when: datetime) -> int:
        share = (when - self.first) / (self.last - self.first) if self.last > self.first else 0.5
        return round(LEFT + 8 + (WIDE - LEFT - 20) * share)

    def y(self, value: Fraction | int) -> int:
        return round(TOP + (HIGH - BELOW - TOP) * (self.high - value) / (self.high - self.low))


def _line(places: Sequence[tuple[int, int, bool]]) -> str:
    """The line through the values; it breaks off at one of which only a range is known."""
    line, before = "", False
    for across, down, known in places:
        line += f"{'L' if before else 'M'}{across} {down}" if known else ""
        before = known
    return line


def _ticks(low: Fraction, high: Fraction) -> list[Fraction]:
    """Round numbers from at most the lowest to at least the highest value."""
    if low == high:
        high = low + 1
    size = Fraction(1, 1000)
    steps = (size * Fraction(10) ** power * step for power in range(10) for step in _STEPS)
    step = next(step for step in steps if (high - low) / step <= _MOST_TICKS)
    bottom, top = low // step, -(-high // step)
    return [step * number for number in range(int(bottom), int(top) + 1)]


def _days(points: Sequence[Point]) -> list[datetime]:
    """The instants that are named below the picture: the first, the last, and some between."""
    apart = max(1, -(-len(points) // _MOST_DAYS))
    chosen = [point.when for point in points[:-1:apart]]
    return [*chosen[: _MOST_DAYS - 1], points[-1].when] if len(points) > 1 else [points[0].when]


def _apart(marks: list[Mark]) -> tuple[Mark, ...]:
    """Those that do not cover each other; the first and the last always."""
    first, *between, last = marks if len(marks) > 1 else [marks[0], marks[0]]
    kept = [first]
    for mark in between:
        if mark.at - kept[-1].at >= _ROOM and last.at - mark.at >= _ROOM * 3 // 2:
            kept.append(mark)
    return (*kept, last) if last is not first else (first,)


def _value(point: Point) -> str:
    low, high = number_words(point.value), number_words(point.top)
    return low if low == high else f"{low} to {high}"


def _outside(value: Fraction, bands: Sequence[Band]) -> bool:
    return bool(bands) and not any(band.low <= value <= band.high for band in bands)


def _said(point: Point, bands: Sequence[Band]) -> str:
    where = [band.label for band in bands if band.low <= point.value <= band.high]
    outside = ["outside"] if _outside(point.value, bands) else []
    return ", ".join(filter(None, [*where, *outside, point.words]))
