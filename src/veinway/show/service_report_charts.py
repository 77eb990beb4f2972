"""Charts of a service's report as SVG: bars from nothing to what is certain, and on to what is possible.

No script, no font and no image from elsewhere; the colours are classes of the page's style. What a chart
shows stands in a table below it, so to a screen reader it is one picture with a title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap

from veinway.show.service_report import Answer

_LABELS, _BARS, _ROW, _TOP = 300, 400, 34, 10
_LINE = 46
"""So many characters of a label fit into a line."""


def chart(group: Answer) -> str:
    """The chart of a group of measures; nothing where there is nothing to draw."""
    kind = group["measures"][0]["kind"]
    bars = [(m["label"], ends) for m in group["measures"] if (ends := _ends(m)) is not None]
    most = 100.0 if kind == "share" else max((high for _, (_, high) in bars), default=0.0)
    return _svg(group, bars, most, _AXES[kind]) if bars and most > 0 else ""


def _ends(measure: Answer) -> tuple[float, float] | None:
    """Where the bar of a measure is certain, and how far it may reach."""
    if measure["kind"] == "count":
        low, high = measure["of"]
        return float(low), float(high)
    if measure["kind"] == "share":
        return None if measure["percent"] is None else tuple(measure["percent"])
    median = measure["minutes"]["median"]
    if median is None:
        return None
    low, high = median
    return low / 60, (low if high is None else high) / 60


_AXES = {"count": "", "share": " %", "time": " h"}
"""What stands behind the numbers of an axis; times are medians."""


def _svg(group: Answer, bars: Sequence[tuple[str, tuple[float, float]]], most: float, unit: str) -> str:
    height = _TOP + _ROW * len(bars) + 24
    title = f"chart-{group['key']}"
    parts = [
        f'<svg viewBox="0 0 {_LABELS + _BARS + 40} {height}" role="img" aria-labelledby="{title}">',
        f'<title id="{title}">{escape(group["label"])}: the numbers stand in the table below.</title>',
        *_axis(len(bars), most, unit),
    ]
    for number, (label, ends) in enumerate(bars):
        parts += _bar(_TOP + _ROW * number, label, ends, most)
    return "".join([*parts, "</svg>"])


def _axis(rows: int, most: float, unit: str) -> Iterator[str]:
    bottom = _TOP + _ROW * rows
    for quarter in range(5):
        x = _LABELS + _BARS * quarter / 4
        yield f'<line class="grid" x1="{x:g}" y1="{_TOP}" x2="{x:g}" y2="{bottom}"/>'
        number = f"{most * quarter / 4:.3g}" if most < 1000 else f"{most * quarter / 4:,.0f}"
        yield f'<text class="scale" x="{x:g}" y="{bottom + 16}">{number}{unit}</text>'


def _bar(top: int, label: str, ends: tuple[float, float], most: float) -> Iterator[str]:
    low, high = (end / most * _BARS for end in ends)
    lines = wrap(label, _LINE)[:2]
    for number, line in enumerate(lines):
        y = top + (13 if len(lines) > 1 else 20) + 13 * number
        yield f'<text class="name" x="{_LABELS - 10}" y="{y}">{escape(line)}</text>'
    yield f'<rect class="sure" x="{_LABELS}" y="{top + 7}" width="{low:.1f}" height="18"/>'
    if high > low:
        x, width = _LABELS + low, high - low
        yield f'<rect class="perhaps" x="{x:.1f}" y="{top + 7}" width="{width:.1f}" height="18"/>'
