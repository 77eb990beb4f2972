"""Exact numbers: what may stand in a rule."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal

from .errors import DefinitionError

Exact = int | str | Decimal | Fraction
Sign = Literal["<", "<=", ">", ">="]


def exact(value: object, where: str = "") -> Fraction:
    """An exact number from an integer, a decimal, a fraction or their text; a float is refused."""
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal | Fraction):
        raise DefinitionError(
            "D140",
            f"{value!r} is not an exact number.",
            where=where,
            todo="Write an integer, or a decimal as text such as '0.5'.",
        )
    return Fraction(value)
