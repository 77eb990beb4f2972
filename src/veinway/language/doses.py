"""Doses: so much of a drug at a time, and changes of a dose. What a table of doses concludes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from .errors import DefinitionError
from .numbers import Exact, exact

Route = Literal["oral", "subcutaneous", "intravenous"]
Every = Literal["once", "hour", "day"]
Per = Literal["", "kg"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """An amount, given `times` every day, as an infusion of an hour, or once.

    amount counts in `unit` (UCUM; heparins in [iU] of anti-Xa activity or U, never converted into
    each other), of each kilogram of body weight where `per` says so. most: the product's printed
    maximum at a time; it is shown beside the amount by weight and never takes its place silently.
    syringe: the largest ready-made amount; above it the dose is divided.
    """

    amount: Fraction
    unit: str
    per: Per = ""
    times: int = 1
    every: Every = "day"
    route: Route = "oral"
    with_food: bool = False
    most: Fraction | None = None
    syringe: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of the present dose: from `low` to `high` as shares of it (-1/10 is a tenth less).

    hold: doses to leave out first; None: all until the value is back in range.
    """

    low: Fraction
    high: Fraction
    hold: int | None = 0


def amount(
    quantity: Exact,
    unit: str,
    *,
    per: Per = "",
    times: int = 1,
    every: Every = "day",
    route: Route = "oral",
    with_food: bool = False,
    most: Exact | None = None,
    syringe: Exact | None = None,
) -> Dose:
    """A dose; amounts are integers, decimals as text, or fractions."""
    if times < 1:
        raise DefinitionError("D211", f"A dose is given once or more, not {times} times.")
    return Dose(
        amount=exact(quantity),
        unit=unit,
        per=per,
        times=times,
        every=every,
        route=route,
        with_food=with_food,
        most=None if most is None else exact(most),
        syringe=None if syringe is None else exact(syringe),
    )


def change(low: Exact, high: Exact, *, hold: int | None = 0) -> Change:
    """A change of the dose in per cent, from `low` to `high`; negative numbers lower it."""
    least, most = exact(low) / 100, exact(high) / 100
    if least > most or least < -1:
        raise DefinitionError("D211", f"A change from {low} to {high} per cent is none.")
    return Change(low=least, high=most, hold=hold)
