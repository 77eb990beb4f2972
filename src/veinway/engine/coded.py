"""What coded records say of one person: when a code was recorded, what stands near it, how surely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..language.phenotypes import Support
from ..language.values import Truth

ALWAYS = (-(10**6), 10**6)
"""The days of what has no date: it may have been at any time."""


class Group(NamedTuple):
    """The group of a code list that a code is in; sure: whether that is confirmed."""

    name: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Coded:
    """A code on record.

    name: system and code, for reading. first, last: days since 1970-01-01 between which it is dated.
    sure: UNKNOWN of one that is provisional. groups: by code list. primary: whether it is the main
    diagnosis of a stay in hospital.
    """

    name: str
    first: int
    last: int
    sure: Truth
    groups: Mapping[str, Group]
    primary: Truth = Truth.UNKNOWN


@dataclass(frozen=True, slots=True)
class Beside:
    """Something else on record.

    sure: UNKNOWN where it may be something else, such as a dose for prevention, or a scan without a
    result. ends: the days between which it ended; None where it is open.
    """

    what: Support
    first: int
    last: int
    sure: Truth = Truth.YES
    ends: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class CodedPerson:
    """The records of one person. seen_from: the day of the first one; None where none has a day."""

    person: str
    codes: Sequence[Coded]
    beside: Sequence[Beside] = ()
    seen_from: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What a whole source allows.

    held: the kinds of record that it has at all; of others nothing is known of anybody. period: the
    first and the last day that counts. strict: without the presumptions that a definition names.
    """

    period: tuple[int, int] = ALWAYS
    held: frozenset[Support] = field(
        default_factory=lambda: frozenset(
            ("anticoagulant", "positive_scan", "procedure", "primary_position")
        )
    )
    strict: bool = False


def lies_in(first: int, last: int, window: tuple[int, int]) -> Truth:
    """Whether a day between two ends is in a window."""
    low, high = window
    return Truth.of(first <= high and last >= low, first < low or last > high)


def days_between(earlier: tuple[int, int], later: tuple[int, int], least: int, most: int) -> Truth:
    """Whether the later one came so many days after the earlier one, at least and at most."""
    return lies_in(later[0] - earlier[1], later[1] - earlier[0], (least, most))
