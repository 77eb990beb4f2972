"""A changed weekly dose, and how it is spread over seven days in tablets."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ..language import Change

DAYS = 7
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class WeeklyDose:
    """From `low` to `high` a week, and a way to take the amount nearest to the middle of that.

    spread: pairs of so many days and so much on each of them, the larger amount first; whole amounts
    where the range holds one, else halves.
    """

    low: Fraction
    high: Fraction
    total: Fraction
    spread: tuple[tuple[int, Fraction], ...]


def changed(weekly: Fraction, change: Change) -> WeeklyDose:
    """A weekly dose after a change of it by a share."""
    low, high = weekly * (1 + change.low), weekly * (1 + change.high)
    middle = (low + high) / 2
    step = Fraction(1) if any(low <= whole <= high for whole in _near(middle, Fraction(1))) else HALF
    total = min(_near(middle, step), key=lambda each: abs(each - middle))
    return WeeklyDose(low, high, total, spread(total, step))


def spread(total: Fraction, step: Fraction) -> tuple[tuple[int, Fraction], ...]:
    """A weekly amount, which is a multiple of `step`, on seven days that differ by one step at most."""
    steps = total / step
    least, more = divmod(int(steps), DAYS)
    days = [(more, (least + 1) * step), (DAYS - more, least * step)]
    return tuple((count, amount) for count, amount in days if count)


def _near(value: Fraction, step: Fraction) -> tuple[Fraction, Fraction]:
    below = value // step * step
    return below, below + step
