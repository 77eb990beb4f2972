"""What the rows of one patient say of each fact and event, and when, without SQL.

To start the wide statements of `found` and `situations` takes longer than to read a whole bundle, so one
patient is read here. They are the definition: the tests hold the two equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from .looks import Look, Looks, widths
from .meaning import NO
from .problems import CODES, OPENING
from .record_row import Row
from .situations import FAR
from .ways import Listed, WantedRow, Way, WayReader, way_of

MOST_WAYS = 1_000
"""Ways of recording that are kept in mind from one patient to the next."""
_FAR_MINUTE = FAR * 1440
_LARGEST = 10**12
"""What a number on record has to be below."""
_HUGE = 2**127
_LOW_END, _HIGH_END = ("<", "<="), (">", ">=")
_COMPARATORS = ("", *_LOW_END, *_HIGH_END)


class Found(NamedTuple):
    """What one row says for one look; as a row of the table `found`."""

    look: Look
    resource: str
    thread: int
    opens: bool
    side: str
    lasts: bool
    day_low: int
    day_high: int
    minute_low: int
    minute_high: int
    end_low: int
    end_high: int
    mask: int
    low: int
    high: int
    reason: str
    note: str
    recorded: str


class _Value(NamedTuple):
    """The ends of a number or a date on its grid, why they say nothing, and how they were read."""

    low: int
    high: int
    reason: str
    note: str


class Finder:
    """Finds what rows say; each way of recording is read once and kept in mind."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._reader = WayReader(looks, {look.number: widths(look) for look in looks.listed})
        self.ways: dict[Way, tuple[WantedRow, ...]] = {}

    def found(self, rows: Iterable[Row], at_minute: int) -> list[Found]:
        """All that the rows say which were known at that minute."""
        if len(self.ways) > MOST_WAYS:
            self.ways.clear()
        known = (row for row in rows if row.known_minute is None or row.known_minute <= at_minute)
        found = [each for row in known for each in self._of_row(row, at_minute)]
        told = {(each.resource, each.look) for each in found if not each.reason}
        # Of two codes of one resource, the one that says nothing (an assay of no known family) goes.
        return [each for each in found if not each.reason or (each.resource, each.look) not in told]

    def _wanted(self, row: Row) -> tuple[WantedRow, ...]:
        way = way_of(row)
        wanted = self.ways.get(way)
        if wanted is None:
            wanted = self.ways[way] = tuple(self._reader.wanted(Listed(0), way))
        return wanted

    def _of_row(self, row: Row, at_minute: int) -> Iterator[Found]:
        for wanted in self._wanted(row):
            day_low = -FAR if row.day_low is None else row.day_low
            day_high = FAR * wanted.forward if row.day_high is None else row.day_high
            value = _value(wanted, row.value, day_low, day_high)
            minute_low, minute_high = _minutes(wanted, row, at_minute)
            ended = not wanted.goes_on
            yield Found(
                self._looks.listed[wanted.look],
                row.resource,
                wanted.thread,
                wanted.opens,
                wanted.side,
                wanted.lasts,
                day_low,
                day_high,
                minute_low,
                minute_high,
                _either(row.end_day_low, day_low if ended else FAR),
                _either(row.end_day_high, day_high if ended and not wanted.stopped else FAR),
                wanted.mask,
                *value,
                row.recorded or "",
            )


def _minutes(wanted: WantedRow, row: Row, at_minute: int) -> tuple[int, int]:
    """When it was, or when the result was issued; one that was issued at once tells one time only."""
    low = -_FAR_MINUTE if row.minute_low is None else row.minute_low
    if not wanted.issued:
        return low, _FAR_MINUTE * wanted.forward if row.minute_high is None else row.minute_high
    known, told = row.known_minute, row.minute_low
    return (
        (known, known) if known is not None and told is not None and known > told else (low, at_minute)
    )


def _either(day: int | None, otherwise: int) -> int:
    return otherwise if day is None else day


def _value(wanted: WantedRow, number: Decimal | None, day_low: int, day_high: int) -> _Value:
    """The value of a row; an entry without a number or a date says it by its mask alone."""
    if not (wanted.measured or wanted.is_date):
        return _Value(wanted.unread_low, wanted.unread_high, wanted.reason, wanted.note)
    low, high = (day_low, day_high) if wanted.is_date else _ends(wanted, number)
    whole_low, whole_high = wanted.whole_low, wanted.whole_high
    if wanted.comparator not in _COMPARATORS:
        return _Value(whole_low, whole_high, "unusable value", wanted.note)
    if low is None or high is None or low > high or low < whole_low or high > whole_high:
        return _Value(whole_low, whole_high, "impossible value", wanted.note)
    likely = wanted.likely_low <= low and high <= wanted.likely_high
    doubtful = wanted.measured and wanted.comparator == "" and not likely
    return _Value(low, high, "", "not plausible" if doubtful else wanted.note)


def _ends(wanted: WantedRow, number: Decimal | None) -> tuple[int | None, int | None]:
    """The lowest and the highest grid number that a recorded number may mean."""
    comparator, below = wanted.comparator, wanted.below
    above = _scaled(number, wanted.numerator)
    exact = above is not None and above % below == 0
    low = high = None
    if comparator in _LOW_END:
        low = wanted.whole_low
    elif above is not None:
        low = above // below + (comparator == ">" and exact)
    if comparator in _HIGH_END:
        return low, wanted.whole_high
    ranged = comparator != "<" and wanted.value_high is not None
    top = _scaled(wanted.value_high, wanted.numerator) if ranged else above
    if top is not None:
        high = -(-top // below) - (comparator == "<" and exact)
    return low, high


def _scaled(number: Decimal | None, numerator: int) -> int | None:
    """A decimal of ten places as an integer, times the numerator; None where that is too large."""
    if number is None or abs(number) >= _LARGEST:
        return None
    scaled = int(number.scaleb(10)) * numerator
    return scaled if -_HUGE <= scaled < _HUGE else None


# Problems ---------------------------------------------------------------------------------------


def unusable(found: Iterable[Found]) -> Iterator[tuple[str, str, str, str]]:
    """What could not be used as it stands: problem, target, resource and what is recorded."""
    for each in found:
        role = each.look.role
        if role == "opening":
            if each.mask != NO and each.day_low < each.day_high:
                yield "no exact date", OPENING, each.resource, each.recorded
        elif role != "event" and not each.look.attribute:
            problem = each.note if each.note == "not plausible" else each.reason
            if problem in CODES:
                yield problem, each.look.target, each.resource, each.recorded
