"""Doses in words: "10 mg by mouth twice a day", "1 mg/kg, which is 80 mg, under the skin once a day"."""

from __future__ import annotations

from fractions import Fraction

from veinway.engine.dosing import Mark, PhasePlan
from veinway.language import Adjustment, Change, Dose, Lasts, Phase
from veinway.language.values import Interval
from veinway.show.values import number_words

_ROUTES = {
    "oral": "by mouth",
    "subcutaneous": "under the skin",
    "intravenous": "into a vein",
    "catheter": "through a catheter",
}
_UNITS = {"[iU]": "IU", "U": "units", "ug": "µg"}
_EVERY = {
    "once": "once",
    "minute": "every minute as an infusion",
    "hour": "every hour as an infusion",
    "week": "spread over a week",
}
_TIMES = {1: "once a day", 2: "twice a day", 3: "three times a day"}


def dose_words(dose: Dose, amount: Interval | None = None) -> str:
    """One dose; `amount` is what it comes to for this patient, where it goes by body weight."""
    parts = [_per(dose)]
    if dose.per and amount is not None:
        parts[0] += f", which is {amount_words(amount, dose.unit)}{_also(dose, amount)},"
    elif not dose.per:
        parts[0] += _also(dose, Interval(dose.amount, dose.amount))
    parts.append(_ROUTES[dose.route])
    parts.append(often_words(dose))
    words = " ".join(part for part in parts if part)
    return f"{words}, with food" if dose.with_food else words


def often_words(dose: Dose) -> str:
    """How often it is given."""
    if dose.every == "day":
        return _TIMES.get(dose.times, f"{dose.times} times a day")
    return _EVERY[dose.every]


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
        return f"{lasts.doses} dose{'s' * (lasts.doses != 1)}"
    if lasts.at_least is not None:
        return f"at least {lasts.at_least}" + (
            f" and until {lasts.until_text}" if lasts.until_text else ""
        )
    return f"until {lasts.up_to} are completed" if lasts.up_to is not None else "until a review"


def _per(dose: Dose) -> str:
    unit = _UNITS.get(dose.unit, dose.unit)
    top = "" if dose.up_to is None else f" to {number(dose.up_to)}"
    return f"{number(dose.amount)}{top} {unit}" + ("/kg" if dose.per else "")


def _also(dose: Dose, amount: Interval) -> str:
    """The same in the other unit of the label."""
    if dose.also is None:
        return ""
    unit, factor = dose.also
    return f" ({amount_words(Interval(amount.low * factor, amount.high * factor), unit)})"


# Beside the dose of one patient -----------------------------------------------------------------

MARKS: dict[Mark, str] = {
    "exceeds_product_maximum": "by weight it would exceed the product's maximum: both are shown, and "
    "neither is chosen",
    "above_largest_syringe": "above the largest syringe: divide it in two doses a day, or use vials",
    "rounds_by_over_10_percent": "the nearest syringe differs by more than 10 %",
}
"""Beside these, what lies on the other side of a near threshold is shown with its own sentence."""


def beside_words(part: PhasePlan) -> list[str]:
    """What is said beside the dose of one phase, a line each."""
    lines = []
    if part.given is not None and part.weighed is not None:
        per = number(part.given.stands_for or Fraction(0))
        unit = _UNITS.get(part.given.unit, part.given.unit)
        lines.append(f"{per} {unit}/kg would be {amount_words(part.weighed, part.given.unit)}")
    if part.given is not None and part.given.most is not None:
        most = Interval(part.given.most, part.given.most)
        lines.append(f"the product's maximum is {amount_words(most, part.given.unit)} a day")
    if part.ready and part.given is not None:
        lines.append(_ready_words(part, part.given))
    if part.credited:
        lines.append(f"{part.credited} doses fewer: days of an injected anticoagulant are counted")
    return [*lines, *(MARKS[mark] for mark in part.marks if mark in MARKS)]


def _ready_words(part: PhasePlan, given: Dose) -> str:
    amounts = " or ".join(amount_words(Interval(each, each), given.unit) for each in part.ready)
    share = Fraction(round(part.deviation * 1000), 10)
    differs = f", {number_words(share)} % away" if share else ""
    return f"nearest ready-made: {amounts}{differs}"


def adjustment_words(adjustment: Adjustment, rate: Fraction | None = None) -> str:
    """A change of an infusion: what is given first, and the rate that it leads to."""
    unit = _UNITS.get(adjustment.unit, adjustment.unit)
    parts = []
    if adjustment.bolus is not None:
        parts.append(f"{_per(adjustment.bolus)} at once")
    if adjustment.hold:
        parts.append(f"stop for {adjustment.hold} minutes")
    change = abs(adjustment.rate)
    way = "more" if adjustment.rate > 0 else "less"
    parts.append(f"{number(change)} {unit}/kg an hour {way}" if change else "no change")
    words = ", then ".join(parts)
    return words if rate is None else f"{words}: {number(rate + adjustment.rate)} {unit}/kg an hour"
