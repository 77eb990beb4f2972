"""Parameters: what a site may choose, within a permitted range, with a documented default."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from .errors import DefinitionError, InputError
from .numbers import NumberExpression
from .sources import Cite, require_cite
from .units import Unit, unit
from .values import Interval


@dataclass(frozen=True, slots=True, eq=False)
class Parameter(NumberExpression):
    """A number that a site profile may set. Proofs treat it as any value of its permitted range."""

    key: str
    label: str
    symbol: str
    step: Fraction
    permitted: Interval
    default: Fraction
    source: Cite

    def __post_init__(self) -> None:
        require_cite(self.source, self.key)
        if not self.permitted.low <= self.default <= self.permitted.high:
            raise DefinitionError(
                "D155", "The default lies outside the permitted range.", where=self.key
            )

    @property
    def measured_in(self) -> Unit:
        return unit(self.symbol)

    @property
    def range(self) -> Interval:
        return self.permitted

    def checked(self, value: Fraction) -> Fraction:
        """A site's value, or InputError I230 where it is not permitted."""
        if (
            not self.permitted.low <= value <= self.permitted.high
            or (value / self.step).denominator != 1
        ):
            raise InputError(
                "I230",
                f"{value} is not permitted.",
                where=f"site profile, {self.key}",
                todo=f"Use {self.permitted.low} to {self.permitted.high} in steps of {self.step}.",
            )
        return value
