"""Number expressions: exact, monotone in each input, and using each input once.

Arithmetic and comparison are written with Python's operators, as in `(140 - age) * weight >= 30`.
Numbers in rules are integers, decimals or fractions, never binary floats: in floats a clearance of
exactly 50 comes out as 50.00000000000001. Because every input is used once and only in one
direction, the low end of the result comes from one end of each input: no interval is ever too wide.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from .errors import DefinitionError
from .exact import Exact as Exact
from .exact import Sign as Sign
from .exact import exact as exact
from .expressions import ChoiceExpression, Expression, YesNoExpression
from .inputs import check_used_once
from .units import Unit, unit
from .values import Interval


class NumberExpression(Expression):
    """A number; its value is an interval in `unit`, within `domain`."""

    __slots__ = ()

    @property
    def measured_in(self) -> Unit:
        """The unit of the value."""
        raise NotImplementedError

    @property
    def range(self) -> Interval:
        """Every value that it can have at all."""
        raise NotImplementedError

    def __lt__(self, other: NumberExpression | Exact) -> YesNoExpression:
        return compare(self, "<", other)

    def __le__(self, other: NumberExpression | Exact) -> YesNoExpression:
        return compare(self, "<=", other)

    def __gt__(self, other: NumberExpression | Exact) -> YesNoExpression:
        return compare(self, ">", other)

    def __ge__(self, other: NumberExpression | Exact) -> YesNoExpression:
        return compare(self, ">=", other)

    def __add__(self, other: NumberExpression | Exact) -> Linear:
        return _sum((Fraction(1), self), (Fraction(1), other))

    __radd__ = __add__

    def __sub__(self, other: NumberExpression | Exact) -> Linear:
        return _sum((Fraction(1), self), (Fraction(-1), other))

    def __rsub__(self, other: Exact) -> Linear:
        return _sum((Fraction(-1), self), (Fraction(1), other))

    def __mul__(self, other: NumberExpression | Exact) -> NumberExpression:
        if isinstance(other, NumberExpression):
            return Product(((self, 1), (other, 1)))
        return Linear(((exact(other), self),), Fraction(0))

    __rmul__ = __mul__

    def __truediv__(self, other: NumberExpression | Exact) -> NumberExpression:
        if isinstance(other, NumberExpression):
            return Quotient(self, other)
        return Linear(((1 / exact(other), self),), Fraction(0))

    def __pow__(self, power: int) -> Product:
        return Product(((self, power),))


@dataclass(frozen=True, slots=True, eq=False)
class Constant(NumberExpression):
    """A number that is the same for everybody."""

    is_input = False

    value: Fraction
    measured_in: Unit

    @property
    def range(self) -> Interval:
        return Interval(self.value, self.value)


@dataclass(frozen=True, slots=True, eq=False)
class Linear(NumberExpression):
    """A sum of multiples of numbers in one unit, and a constant."""

    terms: tuple[tuple[Fraction, NumberExpression], ...]
    constant: Fraction

    def parts(self) -> tuple[Expression, ...]:
        return tuple(term for _, term in self.terms)

    @property
    def measured_in(self) -> Unit:
        return self.terms[0][1].measured_in

    @property
    def range(self) -> Interval:
        low = high = self.constant
        for factor, term in self.terms:
            ends = factor * term.range.low, factor * term.range.high
            low, high = low + min(ends), high + max(ends)
        return Interval(low, high)


@dataclass(frozen=True, slots=True, eq=False)
class Product(NumberExpression):
    """A product of powers of numbers that are never negative."""

    factors: tuple[tuple[NumberExpression, int], ...]

    def __post_init__(self) -> None:
        for factor, power in self.factors:
            if factor.range.low < 0 or power < 1:
                raise DefinitionError(
                    "D141",
                    "A product is monotone only in factors that are never negative.",
                    todo="Give the fact a domain that starts at 0, and a power of 1 or more.",
                )

    def parts(self) -> tuple[Expression, ...]:
        return tuple(factor for factor, _ in self.factors)

    @property
    def measured_in(self) -> Unit:
        result = unit("1")
        for factor, power in self.factors:
            for _ in range(power):
                result = result.times(factor.measured_in)
        return result

    @property
    def range(self) -> Interval:
        low = high = Fraction(1)
        for factor, power in self.factors:
            low, high = low * factor.range.low**power, high * factor.range.high**power
        return Interval(low, high)


@dataclass(frozen=True, slots=True, eq=False)
class Quotient(NumberExpression):
    """One number divided by another that is always above zero."""

    over: NumberExpression
    under: NumberExpression

    def __post_init__(self) -> None:
        if self.over.range.low < 0 or self.under.range.low <= 0:
            raise DefinitionError(
                "D141",
                "A quotient is monotone only if it divides a number from 0 up by one above 0.",
                todo="Give the facts domains that say so.",
            )

    def parts(self) -> tuple[Expression, ...]:
        return (self.over, self.under)

    @property
    def measured_in(self) -> Unit:
        return self.over.measured_in.times(self.under.measured_in, -1)

    @property
    def range(self) -> Interval:
        over, under = self.over.range, self.under.range
        return Interval(Fraction(over.low) / under.high, Fraction(over.high) / under.low)


@dataclass(frozen=True, slots=True, eq=False)
class Largest(NumberExpression):
    """The largest of several numbers in one unit."""

    of: tuple[NumberExpression, ...]

    def parts(self) -> tuple[Expression, ...]:
        return self.of

    @property
    def measured_in(self) -> Unit:
        return self.of[0].measured_in

    @property
    def range(self) -> Interval:
        ranges = [part.range for part in self.of]
        return Interval(max(r.low for r in ranges), max(r.high for r in ranges))


@dataclass(frozen=True, slots=True, eq=False)
class Agreed(NumberExpression):
    """One quantity that was recorded in two ways: what both allow, or the hull where they conflict."""

    one: NumberExpression
    other: NumberExpression

    def __post_init__(self) -> None:
        # The hull of one conflict may agree with a third record on a number that none of them allows.
        if any(_has_agreed(part) for part in self.parts()):
            raise DefinitionError(
                "D146",
                "agreed(...) stands inside of agreed(...).",
                todo="Let two records agree; derive the third one from them, or leave it out.",
            )

    def parts(self) -> tuple[Expression, ...]:
        return (self.one, self.other)

    @property
    def measured_in(self) -> Unit:
        return self.one.measured_in

    @property
    def step(self) -> Fraction | None:
        """The grid, where both records have one and the same."""
        mine, theirs = (getattr(part, "step", None) for part in self.parts())
        return mine if mine == theirs else None

    @property
    def range(self) -> Interval:
        return self.one.range.hull(self.other.range)


def _has_agreed(part: Expression) -> bool:
    return isinstance(part, Agreed) or any(map(_has_agreed, part.parts()))


@dataclass(frozen=True, slots=True, eq=False)
class ByChoice(NumberExpression):
    """A number for each option of a choice."""

    choice: ChoiceExpression
    values: tuple[tuple[str, Fraction], ...]
    measured_in: Unit

    def parts(self) -> tuple[Expression, ...]:
        return (self.choice,)

    @property
    def range(self) -> Interval:
        numbers = [number for _, number in self.values]
        return Interval(min(numbers), max(numbers))


@dataclass(frozen=True, slots=True, eq=False)
class Compare(YesNoExpression):
    """One number against another; strict and non-strict are kept apart."""

    left: NumberExpression
    sign: Sign
    right: NumberExpression

    def parts(self) -> tuple[Expression, ...]:
        return (self.left, self.right)


def compare(left: NumberExpression, sign: Sign, right: NumberExpression | Exact) -> Compare:
    """Compare two numbers in one unit; a bare number is in the unit of the other side."""
    if not isinstance(right, NumberExpression):
        right = Constant(exact(right), left.measured_in)
        grid = getattr(left, "step", None)
        if grid is not None and (right.value / grid).denominator != 1:
            raise DefinitionError(
                "D142",
                f"The threshold {right.value} is finer than the grid of {grid}.",
                where=str(getattr(left, "key", "")),
                todo="Give the measure a finer step.",
            )
    if left.measured_in.factor_to(right.measured_in) != 1:
        raise DefinitionError(
            "D130",
            f"{left.measured_in.symbol!r} is compared with {right.measured_in.symbol!r}.",
            where=str(getattr(left, "key", "")),
            todo="Compare numbers of one unit; quantity('1.2', 'mg/dL', like=fact) converts.",
        )
    result = Compare(left, sign, right)
    check_used_once(result, str(getattr(left, "key", "comparison")))
    return result


def _sum(*parts: tuple[Fraction, NumberExpression | Exact]) -> Linear:
    terms: list[tuple[Fraction, NumberExpression]] = []
    constant = Fraction(0)
    for factor, part in parts:
        if isinstance(part, Linear):
            terms += [(factor * inner, term) for inner, term in part.terms]
            constant += factor * part.constant
        elif isinstance(part, NumberExpression):
            terms.append((factor, part))
        else:
            constant += factor * exact(part)
    first = terms[0][1].measured_in
    for _, term in terms[1:]:
        if term.measured_in.factor_to(first) != 1:
            raise DefinitionError("D130", f"{term.measured_in.symbol!r} is added to {first.symbol!r}.")
    return Linear(tuple(terms), constant)
