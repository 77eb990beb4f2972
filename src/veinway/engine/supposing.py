"""One patient, had one measure another value: what lies on the other side of a threshold that is close.

What does not rest on the measure comes from the reasoner that is asked, so that it is worked out once.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from functools import lru_cache

from ..language.expressions import ChoiceExpression, Expression, YesNoExpression
from ..language.knowledge import walk
from ..language.numbers import Compare, Constant, NumberExpression
from ..language.outcomes import Outcome
from ..language.tables import Table
from ..language.values import Interval, Possible, Truth
from . import decisions
from .finding import Finding
from .one import Reasoner


class Nearby:
    """What some tables would say, had a measure a value within its tolerance.

    Each measure is supposed once for all tables.
    """

    def __init__(self, reasoner: Reasoner, tables: tuple[Table, ...]) -> None:
        self._reasoner, self._tables = reasoner, tables
        self._widened: dict[NumberExpression, Interval] = {}
        self._supposed: dict[NumberExpression, Supposing] = {}

    def outcomes(self, table: Table) -> tuple[Outcome, ...]:
        """What a table would say on the other side of a threshold that a measure lies close to."""
        reasoner = self._reasoner
        others: dict[str, Outcome] = {}
        for measure, compares, thresholds in _with_tolerance(table):
            low, high = self._wide(measure)
            if not any(at is None or low <= at <= high for at in thresholds):
                continue
            if any(reasoner.find(part).near for part in compares):
                others |= {outcome.key: outcome for outcome in self._had(measure).outcomes(table)}
        for outcome in reasoner.table(table).outcomes if others else ():
            others.pop(outcome.key, None)
        return tuple(others.values())

    def _wide(self, measure: NumberExpression) -> Interval:
        """The measure with its tolerance to both sides."""
        if measure not in self._widened:
            known, tolerance = self._reasoner.number(measure), _tolerance(measure)
            low = max(known.low - tolerance, _lowest(measure))
            self._widened[measure] = Interval(low, known.high + tolerance)
        return self._widened[measure]

    def _had(self, measure: NumberExpression) -> Supposing:
        if measure not in self._supposed:
            affected = _above(measure, self._tables)
            supposed = Supposing(self._reasoner, measure, self._wide(measure), affected)
            self._supposed[measure] = supposed
        return self._supposed[measure]


class Supposing(Reasoner):
    """The reasoning of `like`, had `leaf` this value; only what is `affected` is worked out again."""

    def __init__(
        self, like: Reasoner, leaf: Expression, value: Possible, affected: frozenset[Expression]
    ) -> None:
        super().__init__(like.situation, presumptions=like.presumptions)
        self._like, self._affected = like, affected
        self._found[leaf] = Finding(leaf, value)
        self._reached: dict[Table, tuple[Outcome, ...]] = {}

    def outcomes(self, table: Table) -> tuple[Outcome, ...]:
        """What a table may come to; of why nothing is worked out."""
        if table not in self._reached:
            rows = sorted(decisions.reached(self, table))
            self._reached[table] = tuple(dict.fromkeys(table.rows[number].then for number in rows))
        return self._reached[table]

    def find(self, expression: Expression) -> Finding:
        if expression in self._affected:
            return super().find(expression)
        return self._like.find(expression)

    def truth(self, expression: YesNoExpression) -> Truth:
        if expression in self._affected:
            return super().truth(expression)
        return self._like.truth(expression)

    def options(self, expression: ChoiceExpression) -> frozenset[str]:
        if expression not in self._affected:
            return self._like.options(expression)
        if isinstance(expression, Table) and expression.diagram is not None:
            return frozenset(outcome.key for outcome in self.outcomes(expression))
        return super().options(expression)


_Close = tuple[NumberExpression, tuple[Compare, ...], tuple[Fraction | None, ...]]


@lru_cache(maxsize=1000)
def _with_tolerance(table: Table) -> tuple[_Close, ...]:
    """The measures of a table that have a tolerance, with the comparisons and the thresholds of each;
    None for a threshold that is not the same for everybody."""
    found: dict[NumberExpression, list[Compare]] = defaultdict(list)
    for part in walk(table):
        if isinstance(part, Compare) and _tolerance(part.left):
            found[part.left].append(part)
    return tuple((measure, tuple(parts), _thresholds(parts)) for measure, parts in found.items())


def _thresholds(parts: list[Compare]) -> tuple[Fraction | None, ...]:
    rights = (part.right for part in parts)
    return tuple({right.value if isinstance(right, Constant) else None for right in rights})


def _tolerance(measure: NumberExpression) -> Fraction:
    return Fraction(getattr(measure, "tolerance", 0))


@lru_cache(maxsize=1000)
def _lowest(measure: NumberExpression) -> Fraction | int:
    return measure.range.low


@lru_cache(maxsize=4000)
def _above(part: Expression, roots: tuple[Table, ...]) -> frozenset[Expression]:
    """Everything below some tables that rests on a part, and the part itself."""
    resting = {part}
    for expression in walk(*roots):
        if any(inner in resting for inner in expression.parts()):
            resting.add(expression)
    return frozenset(resting)
