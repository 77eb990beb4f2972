"""Values in words and in JSON: yes, no and unknown are always three different words.

Numbers arrive in their unit and exact; they leave as the shortest decimal that reads back the same.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from veinway.language import Choice, DateFact, Measure, Score
from veinway.language.events import OptionOf
from veinway.language.expressions import PresumeOption
from veinway.language.numbers import NumberExpression
from veinway.language.time import date_of
from veinway.language.values import NEVER, Interval, Possible, Truth

TRUTH_WORDS = {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: "unknown"}
_UNIT_WORDS = {"a": "years", "d": "days", "1": "", "Cel": "°C"}


def number_json(value: int | Fraction) -> int | float:
    """A whole number as an integer, a half as 1.5; at most six decimals."""
    exact = Fraction(value)
    return int(exact) if exact.denominator == 1 else round(float(exact), 6)


def number_words(value: int | Fraction) -> str:
    """A number for reading: no trailing zeros, at most four decimals."""
    exact = Fraction(value)
    return str(int(exact)) if exact.denominator == 1 else f"{float(exact):.4f}".rstrip("0").rstrip(".")


def interval_words(value: Interval) -> str:
    """An interval: "2", "2 to 5" or "-2 to 5"."""
    low, high = number_words(value.low), number_words(value.high)
    return low if low == high else f"{low} to {high}"


def unit_words(symbol: str) -> str:
    """A unit for reading: FEU without its braces, µ for u, years for the symbol a."""
    if symbol in _UNIT_WORDS:
        return _UNIT_WORDS[symbol]
    micro = symbol.replace("ug/", "µg/").replace("umol/", "µmol/")
    return micro.replace("{", " ").replace("}", "").replace("m2", "m²")


def value_words(of: object, value: Possible) -> str:
    """The value of a fact or rule in words; a value that may be anything is "unknown"."""
    if isinstance(value, Truth):
        return TRUTH_WORDS[value]
    if isinstance(value, Interval):
        return _day_words(of, value) if isinstance(of, DateFact) else _range_words(of, value)
    return _option_words(of, value)


def _range_words(of: object, value: Interval) -> str:
    domain = of.range if isinstance(of, NumberExpression) else None
    if domain is not None and not value.known and domain.within(value):
        return "unknown"
    top = of.domain.high if isinstance(of, Measure) and of.or_never else NEVER
    if value.low >= top:
        return "never"
    unit = f" {unit_words(of.measured_in.symbol)}" if isinstance(of, NumberExpression) else ""
    if domain is not None and value.high >= domain.high and not value.known:
        return f"{number_words(value.low)}{unit.rstrip()} or more"
    if domain is not None and value.low <= domain.low and not value.known:
        return f"at most {number_words(value.high)}{unit.rstrip()}"
    return f"{interval_words(value)}{unit.rstrip()}"


def _day_words(fact: DateFact, value: Interval) -> str:
    if value.low <= fact.earliest and value.high >= fact.latest:
        return "unknown"
    first, last = date_of(int(value.low)).isoformat(), date_of(int(value.high)).isoformat()
    return first if first == last else f"{first} to {last}"


def _option_words(of: object, value: frozenset[str]) -> str:
    keys: tuple[str, ...] = of.option_keys() if hasattr(of, "option_keys") else tuple(sorted(value))
    if len(value) > 1 and len(value) == len(keys):
        return "unknown"
    labels = _labels(of)
    return " or ".join(labels.get(key, key.replace("_", " ")) for key in keys if key in value)


def _labels(of: object) -> dict[str, str]:
    """What the options of a choice, or the bands of a score, are called."""
    match of:
        case OptionOf():
            return _labels(of.attribute)
        case PresumeOption():
            return _labels(of.of)
        case Choice():
            return {option.key: option.label for option in of.options}
        case Score():
            return {band.key: band.label for band in of.bands}
    return {}


def value_json(of: object, value: Possible) -> Any:
    """A truth as "yes", "no" or "unknown"; a number as low and high; a choice as its options."""
    if isinstance(value, Truth):
        return TRUTH_WORDS[value]
    if isinstance(value, Interval) and isinstance(of, DateFact):
        return {"from": date_of(int(value.low)).isoformat(), "to": date_of(int(value.high)).isoformat()}
    if isinstance(value, Interval):
        ends: dict[str, Any] = {"low": number_json(value.low), "high": number_json(value.high)}
        symbol = str(getattr(of, "symbol", ""))
        return {**ends, "unit": symbol} if symbol else ends
    order = of.option_keys() if hasattr(of, "option_keys") else sorted(value)
    return {"options": [key for key in order if key in value]}


def day_words(day: int) -> str:
    """A day number as an ISO date."""
    return date_of(day).isoformat()
