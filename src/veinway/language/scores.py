"""Scores: points, bands, and for whom they are valid.

    WELLS = Score("wells_dvt", ..., items=[points(1, active_cancer), points(-2, other_diagnosis)],
                  bands=[below(2, UNLIKELY), from_(2, LIKELY)])

A band list must leave no gap and no overlap on the grid of the points: "0-1, 2-6, 7 and more" with
half points is refused, because 1.5 and 6.5 would have no band.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import lcm

from .errors import DefinitionError
from .expressions import ChoiceExpression, Expression, YesNoExpression
from .numbers import Exact, NumberExpression, exact
from .sources import Cite, require_cite
from .units import Unit, unit
from .values import Interval


@dataclass(frozen=True, slots=True)
class Band:
    """A category of a score."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """So many points when the condition holds."""

    points: Fraction
    when: YesNoExpression
    label: str
    cite: Cite | None

    def parts(self) -> tuple[Expression, ...]:
        return (self.when,)

    @property
    def bounds(self) -> Interval:
        return Interval(min(self.points, Fraction(0)), max(self.points, Fraction(0)))


@dataclass(frozen=True, slots=True, eq=False)
class OnlyOne:
    """Mutually exclusive rows, of which the first that holds counts, once."""

    rows: tuple[Points, ...]
    label: str

    def parts(self) -> tuple[Expression, ...]:
        return tuple(row.when for row in self.rows)

    @property
    def bounds(self) -> Interval:
        values = [row.points for row in self.rows] + [Fraction(0)]
        return Interval(min(values), max(values))


@dataclass(frozen=True, slots=True, eq=False)
class PointsFrom:
    """As many points as a number says, times a factor (PESI's age, Villalta's 0 to 3)."""

    number: NumberExpression
    factor: Fraction
    label: str

    def parts(self) -> tuple[Expression, ...]:
        return (self.number,)

    @property
    def bounds(self) -> Interval:
        ends = self.factor * self.number.range.low, self.factor * self.number.range.high
        return Interval(min(ends), max(ends))


Item = Points | OnlyOne | PointsFrom


@dataclass(frozen=True, slots=True)
class Cut:
    """The lower border of a band: from `at` (or above it, when strict) up to the next border."""

    at: Fraction
    strict: bool
    below: Band | None
    above: Band | None


@dataclass(frozen=True, slots=True, eq=False)
class Override:
    """A condition that puts the patient into a band whatever the total (Villalta's ulcer)."""

    when: YesNoExpression
    band: Band
    cite: Cite | None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Score(ChoiceExpression):
    """A score; as a choice, its value is the set of bands that are still possible."""

    key: str
    label: str
    source: Cite
    items: tuple[Item, ...]
    bands: tuple[Band, ...]
    borders: tuple[tuple[Fraction, bool], ...]
    """Between band n and n+1: the total, and whether the upper band starts strictly above it."""
    step: Fraction
    for_whom: YesNoExpression | None
    override: Override | None
    warning: str

    def option_keys(self) -> tuple[str, ...]:
        return tuple(band.key for band in self.bands)

    def parts(self) -> tuple[Expression, ...]:
        found = [part for item in self.items for part in item.parts()]
        if self.for_whom is not None:
            found.append(self.for_whom)
        if self.override is not None:
            found.append(self.override.when)
        return tuple(found)

    @property
    def bounds(self) -> Interval:
        """The lowest and highest total that anybody can have."""
        return Interval(
            sum((item.bounds.low for item in self.items), Fraction(0)),
            sum((item.bounds.high for item in self.items), Fraction(0)),
        )

    def band_number(self, total: Fraction) -> int:
        """The position of the band that a total falls in."""
        return sum(total > border if strict else total >= border for border, strict in self.borders)

    @property
    def total(self) -> Total:
        """The total as a number."""
        return Total(self)


@dataclass(frozen=True, slots=True, eq=False)
class Total(NumberExpression):
    """The total of a score, valid only where the score is."""

    score: Score

    def parts(self) -> tuple[Expression, ...]:
        return (self.score,)

    @property
    def measured_in(self) -> Unit:
        return unit("1")

    @property
    def step(self) -> Fraction:
        return self.score.step

    @property
    def range(self) -> Interval:
        return self.score.bounds


def points(count: Exact, when: YesNoExpression, label: str = "", cite: Cite | None = None) -> Points:
    """So many points (negative and halves too) when the condition holds."""
    if not isinstance(when, YesNoExpression):
        raise DefinitionError("D126", f"points({count}, ...) takes a yes/no expression.")
    return Points(exact(count), when, label or str(getattr(when, "label", "")), cite)


def only_one(*rows: Points, label: str = "") -> OnlyOne:
    """Mutually exclusive rows: the first that holds counts."""
    return OnlyOne(rows, label)


def points_from(number: NumberExpression, factor: Exact = 1, label: str = "") -> PointsFrom:
    """As many points as the number says."""
    return PointsFrom(number, exact(factor), label or str(getattr(number, "label", "")))


def below(total: Exact, band: Band) -> Cut:
    """Totals under this number."""
    return Cut(exact(total), False, band, None)


def up_to(total: Exact, band: Band) -> Cut:
    """Totals up to this number, which is included."""
    return Cut(exact(total), True, band, None)


def from_(total: Exact, band: Band) -> Cut:
    """Totals from this number, which is included."""
    return Cut(exact(total), False, None, band)


def above(total: Exact, band: Band) -> Cut:
    """Totals over this number."""
    return Cut(exact(total), True, None, band)


def override(when: YesNoExpression, band: Band, cite: Cite | None = None) -> Override:
    """A condition that decides the band whatever the total."""
    return Override(when, band, cite)


def score(
    key: str,
    label: str,
    *,
    source: Cite,
    items: list[Item],
    bands: list[Cut],
    for_whom: YesNoExpression | None,
    overridden: Override | None = None,
    warning: str = "",
) -> Score:
    """Define a score; DefinitionError D180 or D181 where the bands leave a gap or overlap.

    for_whom: the condition for its being valid, or None where the source names none.
    warning: what must be said beside every answer.
    """
    require_cite(source, key)
    step = _grid(items)
    ordered, borders = _borders(key, bands, step)
    for item in items:
        if isinstance(item, PointsFrom) and getattr(item.number, "step", None) is None:
            raise DefinitionError("D182", "Points from a number need a number on a grid.", where=key)
    return Score(
        key=key,
        label=label,
        source=source,
        items=tuple(items),
        bands=ordered,
        borders=borders,
        step=step,
        for_whom=for_whom,
        override=overridden,
        warning=warning,
    )


def _grid(items: list[Item]) -> Fraction:
    denominator = 1
    for item in items:
        values = (
            [item.points]
            if isinstance(item, Points)
            else [row.points for row in item.rows]
            if isinstance(item, OnlyOne)
            else [item.factor * getattr(item.number, "step", Fraction(1))]
        )
        denominator = lcm(denominator, *(value.denominator for value in values))
    return Fraction(1, denominator)


def _borders(
    key: str, cuts: list[Cut], step: Fraction
) -> tuple[tuple[Band, ...], tuple[tuple[Fraction, bool], ...]]:
    *lower, last = cuts
    if last.above is None or any(cut.below is None for cut in lower) or not lower:
        raise DefinitionError(
            "D180",
            "Bands are listed upwards: below(...) or up_to(...), then one from_(...) or above(...).",
            where=key,
        )
    borders = [(cut.at, cut.strict) for cut in lower]
    first_of_last = last.at + step if last.strict else last.at
    first_free = borders[-1][0] + step if borders[-1][1] else borders[-1][0]
    if first_of_last != first_free:
        kind = "no band" if first_of_last > first_free else "two bands"
        raise DefinitionError(
            "D181", f"A total of {min(first_free, first_of_last)} has {kind}.", where=key
        )
    if any(one >= two for one, two in pairwise(borders)):
        raise DefinitionError("D181", "The bands do not rise.", where=key)
    bands = tuple(band for cut in cuts if (band := cut.below or cut.above) is not None)
    return bands, tuple(borders)
