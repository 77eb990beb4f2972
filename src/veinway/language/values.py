"""What a fact can be: every value is the set of what it may still be, and unknown is the widest one.

A yes/no value is a `Truth`. A number is an `Interval` of integers on its measure's grid. A choice is a
frozen set of option keys. None of them is ever empty: contradicting records give the hull, flagged.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import NamedTuple

NEVER = 10_000_000
"""Days since something that never happened: larger than any number of days that did pass."""


class Truth(IntEnum):
    """{no}, {yes} or {no, yes}: bit 0 says that it can be no, bit 1 that it can be yes."""

    NO = 1
    YES = 2
    UNKNOWN = 3

    @property
    def can_be_yes(self) -> bool:
        return self is not Truth.NO

    @property
    def can_be_no(self) -> bool:
        return self is not Truth.YES

    @property
    def known(self) -> bool:
        return self is not Truth.UNKNOWN

    @staticmethod
    def of(can_be_yes: bool, can_be_no: bool) -> Truth:
        """The truth with these two possibilities; at least one of them must be left."""
        return _TRUTHS[2 * can_be_yes + can_be_no]

    def opposite(self) -> Truth:
        return _OPPOSITE[self]

    def hull(self, other: Truth) -> Truth:
        """Everything that either of the two allows."""
        return _TRUTHS[self | other]


_TRUTHS = {int(truth): truth for truth in Truth}
"""Looked up, because an enumeration takes ten times as long to find its member."""
_OPPOSITE = {Truth.NO: Truth.YES, Truth.YES: Truth.NO, Truth.UNKNOWN: Truth.UNKNOWN}


class Interval(NamedTuple):
    """All numbers from `low` to `high`, both included."""

    low: int | Fraction
    high: int | Fraction

    @property
    def known(self) -> bool:
        return self.low == self.high

    def within(self, other: Interval) -> bool:
        return other.low <= self.low and self.high <= other.high

    def hull(self, other: Interval) -> Interval:
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def common(self, other: Interval) -> Interval | None:
        """What both allow, or None where they contradict each other."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else None


Possible = Truth | Interval | frozenset[str]
"""The value of a fact: what it may still be."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value came from, as the explanation shows it."""

    resource: str
    """For instance `Observation/17`, or `answer` for something that a person said."""
    when: str = ""
    recorded: str = ""
    """The value as it was written, with its unit."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one fact of one subject."""

    value: Possible
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    """Why it is not known better: not asked, asked and not known, not recorded, stale, conflict, ..."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One event of one subject: a row with a time, a certainty and attributes.

    `day` counts days since 1970-01-01 in the site's calendar, `minute` counts minutes since then in
    UTC; both are intervals because a record may give no more than a year.
    """

    day: Interval
    minute: Interval
    attributes: dict[str, Possible]
    certain: bool = True
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class History:
    """All recorded events of one kind.

    `complete` says that no other has happened (somebody asked, or the source covers the period). It
    carries its reason; an empty reason means that nothing is known about events that are not listed.
    """

    events: tuple[Happened, ...] = ()
    complete: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """What somebody said of an action of the plan: ordered, or why it will not be done."""

    action: str
    minute: int
    status: str
    """requested, refused, impossible or withdrawn."""
    reason: str = ""


SETTLED = ("requested", "refused", "impossible", "withdrawn")


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that is known of one subject, and the two instants that every evaluation is given.

    `facts` and `histories` are by key; what is not listed is unknown. `index` is the day of the first
    suspicion, from which look-backs count; `at` is the knowledge horizon. Both are day numbers, with
    the same instants in minutes beside them.
    """

    facts: dict[str, Known]
    histories: dict[str, History]
    index: int
    at: int
    index_minute: int
    at_minute: int
    parameters: dict[str, Fraction]
    settled: tuple[Settled, ...] = ()
