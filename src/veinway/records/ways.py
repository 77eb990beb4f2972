"""Ways of recording: what rows say apart from whose they are, when, and how much.

A record system writes in the same few ways millions of times. The tables of an extraction keep a number
in place of a way, so that codes, units and words are read and compared once for each of them.

    way      shape, what is recorded; a *shape* has one way or several (a resource with several codes)
    entry    person, resource, shape, times, value: one row a resource
    wanted   shape, and all that a look makes of one of its ways
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ..language.facts import Measure
from .looks import Looks, Match
from .meaning import Meaning, Recorded, meaning
from .negatives import noted
from .record_row import Row
from .units import families


class Way(NamedTuple):
    """A distinct way of recording something; "" is nothing."""

    kind: str
    system: str
    code: str
    status: str
    comparator: str
    side: str
    truth: str
    absent: str
    has_value: bool
    value_system: str
    value_code: str
    unit: str
    unit_text: str
    value_high: Decimal | None
    range_high: Decimal | None


class Listed(NamedTuple):
    """A row of the table `way`, apart from the way: what it gives to the entries of its shape.

    prefix: before the name of the resource. value: in place of the entry's own.
    dated: whether the times of the entry are this way's too.
    """

    shape: int
    prefix: str = ""
    value: Decimal | None = None
    dated: bool = True


WAY_OF_RECORD = """
    coalesce(kind, '') AS kind, coalesce(system, '') AS system, coalesce(code, '') AS code,
    coalesce(status, '') AS status, coalesce(comparator, '') AS comparator,
    coalesce(side, '') AS side, coalesce(value_truth::VARCHAR, '') AS truth,
    coalesce(absent, '') AS absent, value IS NOT NULL AS has_value,
    coalesce(value_system, '') AS value_system, coalesce(value_code, '') AS value_code,
    coalesce(unit, '') AS unit, coalesce(unit_text, '') AS unit_text, value_high, range_high
"""
"""The way of a row of the table `record`; as `way_of` says it."""
ENTRY = {
    "person": "VARCHAR", "resource": "VARCHAR", "shape": "INTEGER", "day_low": "INTEGER",
    "day_high": "INTEGER", "minute_low": "BIGINT", "minute_high": "BIGINT", "end_day_low": "INTEGER",
    "end_day_high": "INTEGER", "known_minute": "BIGINT", "value": "DECIMAL(38,10)",
    "recorded": "VARCHAR",
}  # fmt: skip
"""The columns of the table `entry`."""
ENTRY_TABLE = f"CREATE TABLE entry ({', '.join(f'{name} {kind}' for name, kind in ENTRY.items())})"
TIMES = "day_low, day_high, minute_low, minute_high, end_day_low, end_day_high, known_minute"
TABLES_OF_RECORD = f"""
CREATE OR REPLACE TEMP TABLE way AS
SELECT (row_number() OVER ())::INTEGER AS shape, '' AS prefix, NULL::DECIMAL(38, 10) AS value,
    true AS dated, *
FROM (SELECT DISTINCT {WAY_OF_RECORD} FROM record);
CREATE OR REPLACE TEMP TABLE entry AS
SELECT r.person, r.resource, w.shape, {TIMES}, r.value, r.recorded
FROM (SELECT person, resource, {TIMES}, record.value, recorded, {WAY_OF_RECORD} FROM record) r
JOIN way w ON {" AND ".join(f"r.{name} IS NOT DISTINCT FROM w.{name}" for name in Way._fields)};
"""
"""The tables `way` and `entry` from the long table `record`."""
WAYS = f"SELECT {', '.join(Listed._fields)}, {', '.join(Way._fields)} FROM way"

WANTED = {
    "shape": "INTEGER", "look": "INTEGER", "thread": "INTEGER", "opens": "BOOLEAN",
    "prefix": "VARCHAR", "value": "DECIMAL(38,10)", "value_high": "DECIMAL(38,10)", "dated": "BOOLEAN",
    "forward": "BIGINT", "lasts": "BOOLEAN", "goes_on": "BOOLEAN", "stopped": "BOOLEAN",
    "comparator": "VARCHAR", "side": "VARCHAR", "measured": "BOOLEAN", "is_date": "BOOLEAN",
    "mask": "BIGINT", "numerator": "BIGINT", "below": "HUGEINT", "reason": "VARCHAR", "note": "VARCHAR",
    "unread_low": "BIGINT", "unread_high": "BIGINT", "whole_low": "BIGINT", "whole_high": "BIGINT",
    "likely_low": "BIGINT", "likely_high": "BIGINT", "issued": "BOOLEAN",
}  # fmt: skip
"""The columns of the table `wanted`.

forward: 1, or -1 for a patient's own row, which without a date is of long ago. measured, is_date: the
value is read from the number or the date of the entry; of others it is from unread_low to unread_high.
"""
_LASTING = ("condition", "medication", "encounter", "procedure")
_GOING_ON = ("condition", "medication", "encounter")
_PLACES = 10**10
"""A value has ten decimal places."""


class WantedRow(NamedTuple):
    """A row of the table `wanted`."""

    shape: int
    look: int
    thread: int
    opens: bool
    prefix: str
    value: Decimal | None
    value_high: Decimal | None
    dated: bool
    forward: int
    lasts: bool
    goes_on: bool
    stopped: bool
    comparator: str
    side: str
    measured: bool
    is_date: bool
    mask: int
    numerator: int
    below: int
    reason: str
    note: str
    unread_low: int
    unread_high: int
    whole_low: int
    whole_high: int
    likely_low: int
    likely_high: int
    issued: bool


def way_of(row: Row) -> Way:
    """The way in which a row of the table `record` is recorded."""
    truth = "" if row.value_truth is None else str(row.value_truth).lower()
    return Way(
        row.kind,
        row.system or "",
        row.code or "",
        row.status,
        row.comparator or "",
        row.side,
        truth,
        row.absent or "",
        row.value is not None,
        row.value_system or "",
        row.value_code or "",
        row.unit or "",
        row.unit_text or "",
        row.value_high,
        row.range_high,
    )


class WayReader:
    """Reads each way once: which looks want it, and what it means for each of them."""

    def __init__(self, looks: Looks, widths: dict[int, tuple[int, int, int, int]]) -> None:
        """widths: of each look, how low and high its fact can be, and is likely to be."""
        self.looks, self._widths = looks, widths
        self._threads: dict[tuple[str, str, str], int] = {}

    def wanted(self, listed: Listed, way: Way) -> Iterator[WantedRow]:
        """The rows of the table `wanted` for a way of a shape."""
        code = (way.kind, way.system, way.code)
        thread = self._threads.setdefault(code, len(self._threads) + 1)
        for match in self.looks.matches(*code) if way.code else ():
            recorded = _recorded(match, way)
            found = noted(match.look, way, meaning(match.look, recorded, self.looks.value_means))
            if not (match.look.attribute and found.reason):
                yield self._row(listed, way, match, thread, found)

    def _row(self, listed: Listed, way: Way, match: Match, thread: int, found: Meaning) -> WantedRow:
        look, told, stopped = match.look, not found.reason, way.status == "stopped"
        low, high, *likely = self._widths[look.number]
        return WantedRow(
            *(listed.shape, look.number, thread, match.opens),
            *(listed.prefix, listed.value, way.value_high, listed.dated),
            forward=-1 if way.kind == "patient" else 1,
            lasts=way.kind in _LASTING,
            goes_on=way.kind in _GOING_ON and not stopped,
            stopped=stopped,
            comparator=way.comparator,
            side=way.side,
            measured=look.role == "measure" and told,
            is_date=look.role == "date" and told,
            mask=found.mask,
            numerator=found.numerator,
            below=found.denominator * _PLACES,
            reason=found.reason,
            note=found.note,
            unread_low=0 if told else low,
            unread_high=0 if told else high,
            whole_low=low,
            whole_high=high,
            likely_low=likely[0],
            likely_high=likely[1],
            issued=look.issued,
        )


def ways_in(rows: Iterable[tuple[object, ...]]) -> Iterator[tuple[Listed, Way]]:
    """The rows of the query `WAYS`."""
    size = len(Listed._fields)
    for row in rows:
        yield Listed._make(row[:size]), Way._make(row[size:])


def _recorded(match: Match, way: Way) -> Recorded:
    fact, limit = match.look.fact, way.range_high
    ranged = isinstance(fact, Measure) and bool(families(fact)) and limit is not None and limit >= 0
    return Recorded(
        *(match.look.number, way.kind, way.status, match.means, match.family, way.truth, way.absent),
        *(way.has_value, way.value_system, way.value_code, way.unit, way.unit_text),
        Fraction(limit) if ranged and limit is not None else None,
    )
