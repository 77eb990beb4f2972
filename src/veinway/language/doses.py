"""Doses: so much of a drug at a time, and changes of a dose. What a table of doses concludes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from .errors import DefinitionError
from .events import Event
from .numbers import Exact, exact

Route = Literal["oral", "subcutaneous", "intravenous", "catheter"]
Every = Literal["once", "minute", "hour", "day", "week"]
Per = Literal["", "kg"]
_A_DAY: dict[Every, Fraction] = {
    "once": Fraction(1),
    "minute": Fraction(1440),
    "hour": Fraction(24),
    "day": Fraction(1),
    "week": Fraction(1, 7),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """An amount, given `times` every day, as an infusion of an hour, once, or spread over a week.

    amount counts in `unit` (UCUM; heparins in [iU] of anti-Xa activity or U, never converted into
    each other), of each kilogram of body weight where `per` says so. most: the product's printed
    maximum in a day; it is shown beside the amount by weight and never takes its place silently.
    syringe: the largest ready-made amount; above it the dose is divided. up_to: the upper end where a
    source gives a range. stands_for: what each kilogram would get, where a printed weight band gives a
    fixed amount in its place; it is shown beside the band and never takes its place.
    """

    amount: Fraction
    unit: str
    up_to: Fraction | None = None
    """The source prints a range, from `amount` to this: a clinician chooses."""
    per: Per = ""
    times: int = 1
    every: Every = "day"
    route: Route = "oral"
    with_food: bool = False
    most: Fraction | None = None
    syringe: Fraction | None = None
    stands_for: Fraction | None = None
    also: tuple[str, Fraction] | None = None
    """Another unit that the label counts it in, and how many of these are one of `unit`."""

    @property
    def a_day(self) -> Fraction:
        """What is given in a day, or of each kilogram in a day; a range counts by its upper end."""
        a_time = self.amount if self.up_to is None else self.up_to
        return a_time * self.times * _A_DAY[self.every]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of the present dose: from `low` to `high` as shares of it (-1/10 is a tenth less).

    hold: doses to leave out first; None: all until the value is back in range.
    """

    low: Fraction
    high: Fraction
    hold: int | None = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """When a test is done again: from `first` to `last` days after the last one."""

    first: int
    last: int
    of: Event | None = None
    """The test that is done again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """A change of an infusion: `rate` is added to the present rate, it is never the new one.

    rate counts in `unit` of each kilogram in an hour. bolus: what is given at once, first. hold: minutes
    for which the infusion is stopped before the new rate.
    """

    rate: Fraction
    unit: str
    bolus: Dose | None = None
    hold: int = 0


Gives = Dose | Change | Recall | Adjustment
"""What an outcome may be about."""


def amount(
    quantity: Exact,
    unit: str,
    *,
    up_to: Exact | None = None,
    per: Per = "",
    times: int = 1,
    every: Every = "day",
    route: Route = "oral",
    with_food: bool = False,
    most: Exact | None = None,
    syringe: Exact | None = None,
    stands_for: Exact | None = None,
    also: tuple[str, Exact] | None = None,
) -> Dose:
    """A dose; amounts are integers, decimals as text, or fractions."""
    if times < 1:
        raise DefinitionError("D211", f"A dose is given once or more, not {times} times.")
    return Dose(
        amount=exact(quantity),
        unit=unit,
        up_to=None if up_to is None else exact(up_to),
        per=per,
        times=times,
        every=every,
        route=route,
        with_food=with_food,
        most=None if most is None else exact(most),
        syringe=None if syringe is None else exact(syringe),
        stands_for=None if stands_for is None else exact(stands_for),
        also=None if also is None else (also[0], exact(also[1])),
    )


def change(low: Exact, high: Exact, *, hold: int | None = 0) -> Change:
    """A change of the dose in per cent, from `low` to `high`; negative numbers lower it."""
    least, most = exact(low) / 100, exact(high) / 100
    if least > most or least < -1:
        raise DefinitionError("D211", f"A change from {low} to {high} per cent is none.")
    return Change(low=least, high=most, hold=hold)


def recall(first: int, last: int, of: Event | None = None) -> Recall:
    """Again from `first` to `last` days after the last test."""
    if not 0 < first <= last:
        raise DefinitionError("D211", f"From day {first} to day {last} is no time to come back in.")
    return Recall(first=first, last=last, of=of)


def adjust_rate(rate: Exact, unit: str, *, bolus: Dose | None = None, hold: int = 0) -> Adjustment:
    """A change of an infusion by so much of each kilogram an hour; a negative rate slows it down."""
    return Adjustment(rate=exact(rate), unit=unit, bolus=bolus, hold=hold)
