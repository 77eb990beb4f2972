"""Small pieces of sentences: exact numbers with their unit, labels inside a line, windows of time."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from veinway.language import Expression
from veinway.language.events import INDEX, Selection, Window
from veinway.show.values import unit_words

Phrase = Callable[[Expression], str]


def exact_words(value: int | Fraction) -> str:
    """A number exactly: a decimal where it ends, a fraction where it does not. Never rounded."""
    number = Fraction(value)
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    places = max(twos, fives)
    scaled = number.numerator * 10**places // number.denominator
    return f"{Decimal(scaled).scaleb(-places):f}"


def amount(value: int | Fraction, symbol: str) -> str:
    """A number with its unit as a reader knows it; "1 day", "2 days"."""
    named = unit_words(symbol)
    if value == 1 and named in ("years", "days"):
        named = named.removesuffix("s")
    return f"{exact_words(value)} {named}".rstrip()


def lower_first(label: str) -> str:
    """A label as part of a sentence; names such as DVT, D-dimer and INR keep their capitals."""
    second = label[1:2]
    return label if second.isupper() or second == "-" else label[:1].lower() + label[1:]


def selection_words(of: Selection, phrase: Phrase) -> str:
    """Which events count: "operation (general anaesthesia) in the 12 weeks up to ..."."""
    words = lower_first(of.event.label)
    if of.where is not None:
        words += f" with ({phrase(of.where)})"
    return words if of.window is None else f"{words}, {window_words(of.window, phrase)}"


def window_words(window: Window, phrase: Phrase) -> str:
    """A window of days, both of its ends included."""
    anchor = phrase(window.anchor)
    if window.back is not None and window.ahead is not None:
        return f"from {window.back} before to {window.ahead} after {anchor}"
    if window.back is not None and window.ends_before:
        return f"from {window.back} to {window.ends_before} days before {anchor}"
    if window.back is not None:
        if window.back.count == 0:
            return f"on the day of {anchor}" if window.anchor is INDEX else f"on {anchor}"
        span = str(window.back).removeprefix("1 ")
        return f"in the {span} up to {anchor}"
    first = f"day {window.starts_after}"
    last = (
        f"day {window.ahead.count}" if window.ahead and window.ahead.unit == "day" else f"{window.ahead}"
    )
    return f"from {first} to {last} after {anchor}"
