"""Words for numbers: named measures, constants with a unit, ranges, and values by option."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from .errors import DefinitionError
from .expressions import ChoiceExpression, Expression, YesNoExpression, all_of
from .inputs import check_used_once
from .numbers import (
    Agreed,
    ByChoice,
    Constant,
    Exact,
    Largest,
    NumberExpression,
    exact,
)
from .sources import Cite, require_cite
from .units import Unit, same_dimension, unit
from .values import Interval


@dataclass(frozen=True, slots=True, eq=False)
class Derived(NumberExpression):
    """A named measure that is computed from others, such as a body mass index."""

    key: str
    label: str
    symbol: str
    formula: NumberExpression
    source: Cite
    empirical: bool = False
    """The formula's constants carry the units (Cockcroft-Gault): the unit is declared, not computed."""
    tolerance: Fraction = Fraction(0)
    """Within this of a threshold the answer is shown on both sides."""

    def __post_init__(self) -> None:
        require_cite(self.source, self.key)
        check_used_once(self.formula, self.key)
        if not self.empirical and self.formula.measured_in.factor_to(unit(self.symbol)) is None:
            raise DefinitionError("D130", f"The formula is not in {self.symbol}.", where=self.key)

    def parts(self) -> tuple[Expression, ...]:
        return (self.formula,)

    @property
    def measured_in(self) -> Unit:
        return unit(self.symbol)

    @property
    def scale(self) -> Fraction:
        """What to multiply the formula's value by to have it in the declared unit."""
        return (
            Fraction(1)
            if self.empirical
            else same_dimension_of(self.formula.measured_in, unit(self.symbol))
        )

    @property
    def range(self) -> Interval:
        inner = self.formula.range
        return Interval(inner.low * self.scale, inner.high * self.scale)


def same_dimension_of(one: Unit, other: Unit) -> Fraction:
    """The factor between two units that are known to convert."""
    factor = one.factor_to(other)
    if factor is None:
        raise DefinitionError("D130", f"{one.symbol!r} and {other.symbol!r} do not convert.")
    return factor


def quantity(value: Exact, symbol: str, like: NumberExpression) -> Constant:
    """A constant given in another unit, converted to the unit of `like`."""
    factor = same_dimension(symbol, like.measured_in.symbol, where=str(getattr(like, "key", "")))
    return Constant(exact(value) * factor, like.measured_in)


def between(number: NumberExpression, low: Exact, high: Exact) -> YesNoExpression:
    """From `low` to `high`, both included."""
    return all_of(number >= low, number <= high)


def largest(*of: NumberExpression | Exact) -> NumberExpression:
    """The largest of these; bare numbers are in the unit of the others."""
    measured_in = next(part for part in of if isinstance(part, NumberExpression)).measured_in
    return Largest(
        tuple(
            part if isinstance(part, NumberExpression) else Constant(exact(part), measured_in)
            for part in of
        )
    )


def agreed(one: NumberExpression, other: NumberExpression) -> NumberExpression:
    """One quantity recorded in two ways, such as an age and a date of birth."""
    if one.measured_in.factor_to(other.measured_in) != 1:
        raise DefinitionError("D130", "agreed(...) takes two numbers of one unit.")
    return Agreed(one, other)


def by_choice(choice: ChoiceExpression, values: dict[str, Exact], symbol: str = "1") -> ByChoice:
    """A number for each option of a choice, such as a factor by sex; every option needs one."""
    missing = set(choice.option_keys()) ^ set(values)
    if missing:
        raise DefinitionError("D144", f"by_choice needs one number for each option: {missing}.")
    return ByChoice(choice, tuple((key, exact(value)) for key, value in values.items()), unit(symbol))
