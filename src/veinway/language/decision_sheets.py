"""Decision sheets: what trials found with and without a treatment, for a patient and a clinician to read
together.

A sheet decides nothing. It is declared like a rule, so that every figure has its source and tag, is part
of the edition of its chapter, and is listed where it still has to be confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from .errors import DefinitionError
from .exact import Exact, exact
from .sources import Cite, require_cite

Kind = Literal["benefit", "harm"]
Certainty = Literal["clear", "not_clear", "not_stated"]
WHOLE = 100


@dataclass(frozen=True, slots=True, eq=False)
class TrialResult:
    """How many of 100 people had an outcome, with the treatment and without it.

    certainty: whether chance explains the difference by the interval or the test that the source prints;
    `not_stated` where it was not read. note: what the source prints of it.
    """

    key: str
    trial: str
    outcome: str
    """In plain words, as a clause: "the leg stays moderately or badly affected"."""
    people: str
    number: int
    """How many people were compared."""
    after: str
    kind: Kind
    treated: Fraction
    """Per cent, as printed."""
    untreated: Fraction
    certainty: Certainty
    note: str
    source: Cite

    def __post_init__(self) -> None:
        require_cite(self.source, self.key)
        if not all(0 <= share <= WHOLE for share in (self.treated, self.untreated)):
            what = "A share of people is from 0 to 100 per cent."
            raise DefinitionError("D250", what, where=self.key)

    @property
    def of_100(self) -> tuple[int, int]:
        """Both shares as people of 100, the nearest whole number, halves upward."""
        return _whole(self.treated), _whole(self.untreated)

    @property
    def difference(self) -> Fraction:
        """How many more of 100 have it with the treatment; below 0 for fewer."""
        return self.treated - self.untreated

    @property
    def number_needed(self) -> int | None:
        """How many are treated for one more or fewer to have it, rounded; None unless that is clear."""
        clear = self.certainty == "clear" and self.difference
        return _whole(Fraction(WHOLE) / abs(self.difference)) if clear else None


@dataclass(frozen=True, slots=True, eq=False)
class PooledResult:
    """What a guideline pooled: so many more (below 0: fewer) of 1000 people, with its interval."""

    key: str
    outcome: str
    after: str
    kind: Kind
    per_1000: int
    low: int
    high: int
    source: Cite

    def __post_init__(self) -> None:
        require_cite(self.source, self.key)
        if not self.low <= self.per_1000 <= self.high:
            raise DefinitionError("D251", "The figure lies outside its interval.", where=self.key)


@dataclass(frozen=True, slots=True, eq=False)
class SheetLine:
    """One sentence of a sheet, under a heading of `HEADINGS`."""

    key: str
    about: str
    text: str
    source: Cite

    def __post_init__(self) -> None:
        require_cite(self.source, self.key)


@dataclass(frozen=True, slots=True, eq=False)
class DecisionSheet:
    """Two ways to treat, side by side: figures, what was pooled, and what else must be said."""

    key: str
    label: str
    treated: str
    """What the treatment is called at the head of its column."""
    untreated: str
    results: tuple[TrialResult, ...]
    pictured: tuple[TrialResult, ...]
    """Those of the results to begin with, as pictures."""
    pooled: tuple[PooledResult, ...]
    lines: tuple[SheetLine, ...]
    source: Cite

    @property
    def parts_said(self) -> Iterator[TrialResult | PooledResult | SheetLine]:
        """Everything of it that stands on somebody's authority."""
        yield from self.results
        yield from self.pooled
        yield from self.lines


def trial_result(
    key: str,
    outcome: str,
    *,
    trial: str,
    people: str,
    number: int,
    after: str,
    kind: Kind,
    treated: Exact,
    untreated: Exact,
    source: Cite,
    certainty: Certainty = "not_stated",
    note: str = "",
) -> TrialResult:
    """A result with its shares in per cent, as decimals in text ("41.1") or whole numbers."""
    shares = exact(treated), exact(untreated)
    return TrialResult(
        key, trial, outcome, people, number, after, kind, *shares, certainty, note, source
    )


def _whole(value: Fraction) -> int:
    return int(value + Fraction(1, 2))
