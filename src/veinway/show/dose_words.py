"""Doses in words: "10 mg by mouth twice a day", "1 mg/kg, which is 80 mg, under the skin once a day"."""

from __future__ import annotations

from fractions import Fraction

from veinway.language import Change, Dose, Lasts, Phase
from veinway.language.values import Interval
from veinway.show.values import number_words

_ROUTES = {
    "oral": "by mouth",
    "subcutaneous": "under the skin",
    "intravenous": "into a vein",
}
_UNITS = {"[iU]": "IU", "U": "units", "ug": "µg"}
_TIMES = {1: "once a day", 2: "twice a day", 3: "three times a day"}


def dose_words(dose: Dose, amount: Interval | None = None) -> str:
    """One dose; `amount` is what it comes to for this patient, where it goes by body weight."""
    parts = [_per(dose)]
    if dose.per and amount is not None:
        parts[0] += f", which is {amount_words(amount, dose.unit)},"
    parts.append(_ROUTES[dose.route])
    parts.append(often_words(dose))
    words = " ".join(part for part in parts if part)
    return f"{words}, with food" if dose.with_food else words


def often_words(dose: Dose) -> str:
    """How often it is given."""
    if dose.every == "day":
        return _TIMES.get(dose.times, f"{dose.times} times a day")
    return "every hour as an infusion" if dose.every == "hour" else "once"


def amount_words(amount: Interval, symbol: str) -> str:
    """An amount, or from and to, with its unit."""
    low, high = number(Fraction(amount.low)), number(Fraction(amount.high))
    unit = _UNITS.get(symbol, symbol)
    return f"{low} {unit}" if low == high else f"{low} to {high} {unit}"


def number(value: Fraction) -> str:
    """A number with its thousands apart: 18,000 and 7.5."""
    return f"{int(value):,}" if value.denominator == 1 else number_words(value)


def change_words(change: Change) -> str:
    """A change of a weekly dose: "5 to 10 % less"."""
    if change.low == change.high == 0:
        words = "no change"
    else:
        ends = sorted({abs(change.low) * 100, abs(change.high) * 100})
        share = " to ".join(number(end) for end in ends)
        words = f"{share} % {'less' if change.high <= 0 else 'more'}"
    if change.hold is None:
        return f"leave out doses until the value is back in range, then {words}"
    return words if not change.hold else f"leave out {change.hold}, then {words}"


def lasting(phase: Phase) -> str:
    """How long a phase goes on."""
    lasts: Lasts = phase.lasts
    if lasts.doses is not None:
        return f"{lasts.doses} doses"
    if lasts.at_least is not None:
        return f"at least {lasts.at_least}" + (f" and {lasts.until_text}" if lasts.until_text else "")
    return f"until {lasts.up_to} are completed" if lasts.up_to is not None else "until a review"


def _per(dose: Dose) -> str:
    unit = _UNITS.get(dose.unit, dose.unit)
    return f"{number(dose.amount)} {unit}" + ("/kg" if dose.per else "")
