"""What a person wrote about one fact, read into what the fact can be.

    true, false, null, "unknown"                        a yes/no fact; null is asked and not known
    "prefer not to say"                                 any fact: not known either, never no
    3, {"value": 3.5, "unit": "cm"}                     a measure; the unit may be left out only
    {"below": 0.27, "unit": "mg/L{FEU}"}                  for ages, days and pure numbers
    {"from": 18}, {"up_to": 5}, {"above": 8}, {"low": 1, "high": 2}
    "never"                                             days since something that never happened
    "female", ["female", "male"]                        a choice; a list is what it may be
    "1961", "1961-05", "1961-05-03"                     a date

Numbers are read exactly; one finer than the fact's grid is an error, because it would be rounded.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ..language import Choice, DateFact, Fact, Measure, YesNo
from ..language.errors import FactError, did_you_mean
from ..language.time import day_number
from ..language.values import Evidence, Interval, Known, Truth

_WORDS = {"yes": Truth.YES, "no": Truth.NO, "unknown": Truth.UNKNOWN}
_NO_ANSWER = {"unknown": "asked and not known", "prefer not to say": "prefers not to say"}
"""What leaves a fact unknown, and why; nobody may take it for a no."""
_NEEDS_NO_UNIT = ("a", "d", "1")
_SIGNS = {"value": "", "below": "<", "above": ">", "from": "≥", "up_to": "≤", "low": "≥", "high": "≤"}


def read_answer(fact: Fact, answer: Any, where: str) -> Known:
    """What an answer says; FactError names the case, the fact, what was found and what to write."""
    if answer is None or (isinstance(answer, str) and answer in _NO_ANSWER):
        return Known(fact.anything, reason=_NO_ANSWER[answer or "unknown"])
    evidence = (Evidence("answer", recorded=_shown(answer)),)
    place = f"{where}, {fact.key}"
    match fact:
        case YesNo():
            return Known(_yes_no(answer, place), evidence)
        case Choice():
            return Known(_options(fact, answer, place), evidence)
        case DateFact():
            days = read_days(answer, place)
            if not fact.earliest <= days.low <= days.high <= fact.latest:
                raise FactError("F205", f"{answer!r} is not a possible date.", where=place)
            return Known(days, evidence)
        case Measure():
            return _measure(fact, answer, place, evidence)
    raise AssertionError(type(fact))


def unknown_name(name: str, known: list[str], where: str, kind: str = "fact") -> FactError:
    """The error for a name that is not known, with the nearest ones."""
    advice = did_you_mean(name, known, 3) or "`veinway facts` lists all of them."
    return FactError("F201", f"There is no {kind} {name!r}.", where=where, todo=advice)


def _shown(answer: Any) -> str:
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, dict):
        unit = f" {answer['unit']}" if "unit" in answer else ""
        signs = {
            "value": "",
            "below": "<",
            "above": ">",
            "from": "≥",
            "up_to": "≤",
            "low": "≥",
            "high": "≤",
        }
        return " ".join(f"{sign}{answer[key]}" for key, sign in signs.items() if key in answer) + unit
    return str(answer)


def _yes_no(answer: Any, place: str) -> Truth:
    if isinstance(answer, bool):
        return Truth.YES if answer else Truth.NO
    if isinstance(answer, str) and answer in _WORDS:
        return _WORDS[answer]
    raise FactError(
        "F202", f"{answer!r} is not yes or no.", where=place, todo="Write true, false or null."
    )


def _options(fact: Choice, answer: Any, place: str) -> frozenset[str]:
    chosen = answer if isinstance(answer, list) else [answer]
    strange = [option for option in chosen if option not in fact.option_keys()]
    if strange or not chosen:
        options = ", ".join(fact.option_keys())
        raise FactError(
            "F209", f"{answer!r} is not an option.", where=place, todo=f"Options: {options}."
        )
    return frozenset(chosen)


def _measure(fact: Measure, answer: Any, place: str, evidence: tuple[Evidence, ...]) -> Known:
    if answer == "never" and fact.or_never:
        assert isinstance(fact.anything, Interval)
        return Known(Interval(fact.anything.high, fact.anything.high), evidence)
    stated = answer if isinstance(answer, dict) else {"value": answer}
    strange = [key for key in stated if key not in (*_SIGNS, "unit")]
    if strange or not any(key in stated for key in _SIGNS):
        todo = "Write {'value': number, 'unit': unit}, or below, above, from, up_to."
        raise FactError("F202", f"{answer!r} is not a measured value.", where=place, todo=todo)
    symbol = stated.get("unit")
    if symbol is None:
        if fact.symbol not in _NEEDS_NO_UNIT:
            todo = f"Write {{'value': ..., 'unit': '{fact.symbol}'}}."
            raise FactError("F204", "The unit is missing.", where=place, todo=todo)
        symbol = fact.symbol
    factor = _factor(fact, str(symbol), place)
    if factor is None:
        return Known(fact.anything, evidence, reason=f"unusable unit: {symbol} does not say which kind")
    return Known(_bounds(fact, stated, factor, place), evidence)


def _factor(fact: Measure, symbol: str, place: str) -> Fraction | None:
    try:
        factor = fact.factor_from(symbol)
        lacks_kind = fact.lacks_kind(symbol)
    except FactError as error:
        raise FactError(error.code, error.what, where=place, todo=f"Use {fact.symbol}.") from None
    if factor is None and not lacks_kind:
        others = ", ".join([fact.symbol, *(other for other, _ in fact.also)])
        raise FactError("F203", f"{symbol!r} is the wrong unit.", where=place, todo=f"Use {others}.")
    return factor


def _bounds(fact: Measure, stated: dict[str, Any], factor: Fraction, place: str) -> Interval:
    """The interval on the grid: strict bounds end one grid step before the number."""
    anything = fact.anything
    assert isinstance(anything, Interval)
    low, high = anything
    for key, number in stated.items():
        if key == "unit":
            continue
        on_grid = _on_grid(fact, _exact(number, place) * factor, number, place)
        if key in ("value", "from", "low", "above"):
            low = max(low, on_grid + (key == "above"))
        if key in ("value", "up_to", "high", "below"):
            high = min(high, on_grid - (key == "below"))
    if low > high:
        raise FactError("F205", f"{_shown(stated)} leaves no possible value.", where=place)
    return Interval(low, high)


def _exact(number: Any, place: str) -> Fraction:
    if isinstance(number, bool) or not isinstance(number, int | Decimal | str):
        raise FactError("F202", f"{number!r} is not a number.", where=place, todo="Write digits only.")
    try:
        return Fraction(number)
    except (ValueError, OverflowError):
        raise FactError("F202", f"{number!r} is not a number.", where=place) from None


def _on_grid(fact: Measure, value: Fraction, written: Any, place: str) -> int:
    if not fact.domain.low <= value <= fact.domain.high:
        todo = f"Possible is {fact.domain.low} to {fact.domain.high} {fact.symbol}."
        raise FactError("F205", f"{written} is an impossible value.", where=place, todo=todo)
    steps = value / fact.step
    if steps.denominator != 1:
        todo = f"It is kept in steps of {float(fact.step):g} {fact.symbol}; round it yourself."
        raise FactError("F208", f"{written} is finer than can be kept.", where=place, todo=todo)
    return int(steps)


def read_days(answer: Any, place: str) -> Interval:
    """A date, a month or a year as an interval of day numbers."""
    text = str(answer)
    try:
        if isinstance(answer, datetime):
            answer = answer.date()
        if isinstance(answer, date):
            return Interval(day_number(answer), day_number(answer))
        if len(text) == 4:
            return Interval(day_number(date(int(text), 1, 1)), day_number(date(int(text), 12, 31)))
        if len(text) == 7:
            first = date(int(text[:4]), int(text[5:]), 1)
            after = (first + timedelta(days=31)).replace(day=1)
            return Interval(day_number(first), day_number(after) - 1)
        day = day_number(datetime.fromisoformat(text).date())
        return Interval(day, day)
    except ValueError:
        todo = "Write 2026-03-04, 2026-03 or 2026."
        raise FactError("F207", f"{answer!r} is not a date.", where=place, todo=todo) from None
