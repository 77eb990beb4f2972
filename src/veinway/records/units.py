"""What a recorded number means: an exact interval of integers on the grid of its fact.

A conversion is one fraction for each distinct way of writing the unit, worked out here once and joined
with the rows in SQL. `on_grid` is the definition of what that SQL does with one value.

D-dimer comes in two families of unit, FEU and DDU, that differ by a factor of two and that most records
do not name: the unit's text says which, else the LOINC code, else the reference range suggests it
(reference 1, section 2.12). Where these disagree or are silent the value is not used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from ..language.errors import FactError
from ..language.facts import Measure
from ..language.units import Unit, unit
from ..language.values import Interval

UNUSABLE_UNIT = "unusable unit"
IMPOSSIBLE = "impossible value"
CONFLICT = "conflict"
NO_FAMILY = "unit family not stated"

_FAMILY = re.compile(r"[\s{(\[]*\b(FEU|DDU)\b[\s})\]]*", re.IGNORECASE)
_UPPER_LIMITS = {
    "FEU": (Fraction(450), Fraction(550)),
    "DDU": (Fraction(200), Fraction(280)),
}
"""The upper limit of normal, in ug/L, from which a family is inferred."""
_IN_WORDS = {
    "lb": "[lb_av]",
    "lbs": "[lb_av]",
    "pounds": "[lb_av]",
    "in": "[in_i]",
    "inch": "[in_i]",
    "inches": "[in_i]",
    "day": "d",
    "ratio": "1",
    "inr": "1",
}


@dataclass(frozen=True, slots=True)
class Conversion:
    """Grid number = recorded value x `factor`; a `reason` says why the value cannot be used."""

    factor: Fraction
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A unit as it was read: without its family, and the family that it names."""

    measured_in: Unit | None
    family: str


def conversion(
    fact: Measure,
    symbol: str = "",
    text: str = "",
    family: str = "",
    range_high: Fraction | None = None,
) -> Conversion:
    """How a value in a unit comes onto the fact's grid.

    symbol: the UCUM code. text: the unit as printed. family: what the record's code says (FEU, DDU or
    nothing). range_high: the upper end of the reference range, in the same unit.
    """
    written = [_written(each) for each in (symbol, text) if each]
    known = {w.measured_in.factor: w.measured_in for w in written if w.measured_in is not None}
    dimensions = {w.measured_in.dimensions for w in written if w.measured_in is not None}
    if len(known) > 1 or len(dimensions) > 1:
        return Conversion(Fraction(0), UNUSABLE_UNIT, f"{symbol!r} and {text!r} differ")
    if not written and fact.measured_in.dimensions == ():
        return Conversion(fact.measured_in.factor / fact.step)
    if not known:
        return Conversion(Fraction(0), UNUSABLE_UNIT, "no unit" if not (symbol or text) else "")
    recorded = next(iter(known.values()))
    if not families(fact):
        return _to_grid(fact, recorded)
    return _by_family(fact, recorded, {w.family for w in written if w.family}, family, range_high)


def _by_family(
    fact: Measure, recorded: Unit, said: set[str], coded: str, range_high: Fraction | None
) -> Conversion:
    """The conversion of a measure whose unit has families."""
    if coded in families(fact):
        said = said | {coded}
    if len(said) > 1:
        return Conversion(Fraction(0), CONFLICT, "the unit and the code name different families")
    note = ""
    if not said:
        said, note = _inferred(recorded, range_high), "family inferred from the reference range"
    if not said:
        return Conversion(Fraction(0), NO_FAMILY, "FEU or DDU is not stated")
    found = _to_grid(fact, recorded.times(unit("{" + next(iter(said)) + "}")))
    return Conversion(found.factor, found.reason, note)


def _inferred(recorded: Unit, range_high: Fraction | None) -> set[str]:
    scale = recorded.factor_to(unit("ug/L"))
    if range_high is None or scale is None:
        return set()
    limit = range_high * scale
    return {family for family, (low, high) in _UPPER_LIMITS.items() if low <= limit <= high}


def _to_grid(fact: Measure, recorded: Unit) -> Conversion:
    factor = recorded.factor_to(fact.measured_in)
    for symbol, substance in fact.also:
        step = recorded.factor_to(unit(symbol))
        if factor is None and step is not None:
            factor = step * substance
    if factor is None:
        return Conversion(Fraction(0), UNUSABLE_UNIT, f"not a unit of {fact.label}")
    return Conversion(factor / fact.step)


def families(fact: Measure) -> set[str]:
    """The families that the fact's units name, such as FEU and DDU."""
    symbols = (fact.symbol, *(symbol for symbol, _ in fact.also))
    return {match[1].upper() for symbol in symbols for match in _FAMILY.finditer(symbol)}


def _written(text: str) -> Written:
    """Read a unit that may name its family in words, as in `ng/mL FEU`."""
    named = _FAMILY.search(text)
    bare = _FAMILY.sub("", text).strip()
    bare = re.sub(r"\{[^}]*\}", "", bare).strip() or "1"
    family = named[1].upper() if named else ""
    for attempt in (bare, _IN_WORDS.get(bare.lower(), ""), bare.lower() if bare.isupper() else ""):
        if attempt:
            try:
                return Written(unit(attempt), family)
            except FactError:
                continue
    return Written(None, family)


def on_grid(
    fact: Measure, how: Conversion, value: Fraction, comparator: str = ""
) -> tuple[Interval, str]:
    """The interval that a recorded value stands for, and why it is not narrower.

    A value between two grid points takes both; `<` ends one step below a limit that is on the grid.
    """
    widest = fact.anything
    assert isinstance(widest, Interval)
    if how.reason:
        return widest, how.reason
    exact = value * how.factor
    low, high = exact.__floor__(), exact.__ceil__()
    step = 1 if low == high else 0
    ends = {
        "": (low, high),
        "<": (widest.low, high - step),
        "<=": (widest.low, high),
        ">": (low + step, widest.high),
        ">=": (low, widest.high),
    }.get(comparator)
    if ends is None:
        return widest, "unusable value"
    found = Interval(*ends)
    if found.low > found.high or not found.within(widest):
        return widest, IMPOSSIBLE
    return found, ""
