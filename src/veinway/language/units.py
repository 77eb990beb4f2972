"""Units of measure: a small part of UCUM, read exactly.

A unit is a factor and a product of base dimensions, so that `mg/L` and `ug/mL` convert and `mg/L`
and `mmol/L` do not. Two kinds of D-dimer unit exist that UCUM cannot tell apart (its annotations in
braces carry no meaning): here `{FEU}` and `{DDU}` are dimensions of their own, and never convert by
accident. A conversion that needs the substance (creatinine mg/dL to µmol/L) belongs to the fact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from .errors import DefinitionError, FactError

_BASE: dict[str, tuple[Fraction, str]] = {
    "1": (Fraction(1), ""),
    "%": (Fraction(1, 100), ""),
    "m": (Fraction(1), "length"),
    "g": (Fraction(1), "mass"),
    "s": (Fraction(1), "time"),
    "min": (Fraction(60), "time"),
    "h": (Fraction(3600), "time"),
    "d": (Fraction(86400), "time"),
    "wk": (Fraction(604800), "time"),
    "mo": (Fraction(1), "calendar month"),
    "a": (Fraction(12), "calendar month"),
    "L": (Fraction(1, 1000), "length3"),
    "l": (Fraction(1, 1000), "length3"),
    "mol": (Fraction(1), "amount"),
    "m[Hg]": (Fraction(1), "mercury"),
    "Cel": (Fraction(1), "celsius"),
    "[iU]": (Fraction(1), "international unit"),
    "[in_i]": (Fraction(254, 10000), "length"),
    "[lb_av]": (Fraction(45359237, 100000), "mass"),
}
_PREFIX = {"k": 3, "d": -1, "c": -2, "m": -3, "u": -6, "µ": -6, "μ": -6, "n": -9, "p": -12}
_COUNTED = {"FEU", "DDU", "1.73_m2", "INR"}
_OTHER_NAMES = {
    "mcg": "ug",
    "mmHg": "mm[Hg]",
    "bpm": "/min",
    "beats/min": "/min",
    "/minute": "/min",
    "°C": "Cel",
    "C": "Cel",
    "degC": "Cel",
    "IU": "[iU]",
    "years": "a",
    "year": "a",
    "days": "d",
    "10^9/L": "10*9/L",
    "10*3/uL": "10*9/L",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its symbol, its factor to the base units and its dimensions with their powers."""

    symbol: str
    factor: Fraction
    dimensions: tuple[tuple[str, int], ...]

    def factor_to(self, other: Unit) -> Fraction | None:
        """What to multiply a value by to have it in the other unit; None if they do not convert."""
        return self.factor / other.factor if self.dimensions == other.dimensions else None

    def times(self, other: Unit, power: int = 1) -> Unit:
        """The unit of a product (power 1) or quotient (power -1)."""
        merged = _merge(self.dimensions, other.dimensions, power)
        factor = self.factor * other.factor if power == 1 else self.factor / other.factor
        return Unit("", factor, merged)


@cache
def unit(symbol: str) -> Unit:
    """Read a UCUM symbol such as `ug/L{FEU}`, `mL/min`, `kg/m2`, `10*9/L`.

    Raises FactError F210 for a symbol that is not understood.
    """
    text = re.sub(r"\s+", "", _OTHER_NAMES.get(symbol.strip(), symbol.strip()))
    if "mcg" in text:
        text = text.replace("mcg", "ug")
    families = re.findall(r"\{([^}]*)\}", text)
    bare = re.sub(r"\{[^}]*\}", "", text) or "1"
    factor, dimensions = (
        Fraction(1),
        _merge((), ((f"kind {f}", 1) for f in families if f in _COUNTED), 1),
    )
    for position, side in enumerate(bare.split("/")):
        for term in filter(None, side.split(".")):
            term_factor, term_dimensions = _term(term, symbol)
            power = 1 if position == 0 else -1
            factor *= term_factor**power
            dimensions = _merge(dimensions, term_dimensions, power)
    return Unit(symbol, factor, dimensions)


def _term(term: str, symbol: str) -> tuple[Fraction, tuple[tuple[str, int], ...]]:
    if match := re.fullmatch(r"10[*^](-?\d+)", term):
        return Fraction(10) ** int(match[1]), ()
    match = re.fullmatch(r"(.*?[^\d-]|1)(-?\d+)?", term)
    name, power = (match[1], int(match[2] or 1)) if match else (term, 1)
    found = _BASE.get(name)
    scale = Fraction(1)
    if found is None and name[:1] in _PREFIX and name[1:] in _BASE:
        found, scale = _BASE[name[1:]], Fraction(10) ** _PREFIX[name[0]]
    if found is None:
        raise FactError("F210", f"The unit {symbol!r} is not understood.", todo="Use a UCUM symbol.")
    factor, dimension = found
    if dimension == "length3":
        dimension, power, factor = "length", 3 * power, factor**power * scale**power
        return factor, ((dimension, power),)
    return (factor * scale) ** power, ((dimension, power),) if dimension else ()


def _merge(mine: tuple[tuple[str, int], ...], theirs: object, power: int) -> tuple[tuple[str, int], ...]:
    total = dict(mine)
    for name, exponent in theirs:  # type: ignore[attr-defined]
        total[name] = total.get(name, 0) + power * exponent
    return tuple(sorted((name, exponent) for name, exponent in total.items() if exponent))


def same_dimension(one: str, other: str, where: str) -> Fraction:
    """The factor from one unit to the other; DefinitionError D130 where they do not convert."""
    factor = unit(one).factor_to(unit(other))
    if factor is None:
        raise DefinitionError(
            "D130",
            f"{one!r} and {other!r} are different kinds of unit.",
            where=where,
            todo="Convert one of them, or declare how the fact converts with also=.",
        )
    return factor
