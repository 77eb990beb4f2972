"""What-if lanes of one patient: rules printed as Python.

What is printed is a list of assignments, each expression once; equal right sides share one name. How
each kind of expression is printed stands in `lanes_expressions` and `lanes_decisions`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from ..language import expressions as ex
from ..language import scores as sc
from ..language import tables as ta
from ..language.expressions import Expression
from . import lanes_decisions as decisions
from .lanes_expressions import PRINT, leaf
from .lanes_names import FULL, NONE, Number, Options, Pair, is_leaf


@dataclass
class Printer:
    """Prints expressions, each once.

    leaves: what is read from the situation, with the names that its planes have. constants: what the
    printed text refers to as k0, k1, ...
    """

    lines: list[str] = field(default_factory=list)
    leaves: dict[Expression, tuple[str, ...]] = field(default_factory=dict)
    constants: list[Any] = field(default_factory=list)
    agreements: dict[Expression, str] = field(default_factory=dict)
    """For each quantity with two records, the plane of where they contradict each other."""
    taken: dict[Expression, str] = field(default_factory=dict)
    """For each presumption the plane of where it is made."""
    _made: dict[Expression, Any] = field(default_factory=dict)
    _named: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _held: dict[tuple[type, Any], str] = field(default_factory=dict)
    _count: int = 0

    # Names --------------------------------------------------------------------------------------

    def names(self, text: str, count: int) -> tuple[str, ...]:
        """The names of the values that this text gives, which is printed once."""
        if text not in self._named:
            names = self.new(count)
            self._named[text] = names
            self.lines.append(f"{', '.join(names)} = {text}")
        return self._named[text]

    def name(self, text: str) -> str:
        return self.names(text, 1)[0]

    def pair(self, text: str) -> Pair:
        return Pair(*self.names(text, 2))

    def new(self, count: int) -> tuple[str, ...]:
        self._count += count
        return tuple(f"v{n}" for n in range(self._count - count, self._count))

    def constant(self, value: Any) -> str:
        """The name of an object that the text refers to; equal numbers and tuples are one."""
        key = value if isinstance(value, Fraction | int | tuple) else id(value)
        if (type(value), key) not in self._held:
            self._held[type(value), key] = f"k{len(self.constants)}"
            self.constants.append(value)
        return self._held[type(value), key]

    # Planes -------------------------------------------------------------------------------------

    def every(self, planes: Iterable[str]) -> str:
        """All of these planes."""
        left = list(dict.fromkeys(plane for plane in planes if plane != FULL))
        if NONE in left:
            return NONE
        return left[0] if len(left) == 1 else self.name(" & ".join(left)) if left else FULL

    def some(self, planes: Iterable[str]) -> str:
        """At least one of these planes."""
        left = list(dict.fromkeys(plane for plane in planes if plane != NONE))
        if FULL in left:
            return FULL
        return left[0] if len(left) == 1 else self.name(" | ".join(left)) if left else NONE

    def inverted(self, plane: str) -> str:
        constant = {FULL: NONE, NONE: FULL}
        return constant.get(plane) or self.name(f"{FULL} ^ {plane}")

    # Expressions --------------------------------------------------------------------------------

    def _of(self, part: Expression) -> Any:
        if part not in self._made:
            self._made[part] = leaf(self, part) if is_leaf(part) else PRINT[type(part)](self, part)
        return self._made[part]

    def truth(self, part: Expression) -> Pair:
        pair: Pair = self._of(part)
        return pair

    def number(self, part: Expression) -> Number:
        number: Number = self._of(part)
        return number

    def options(self, part: ex.ChoiceExpression) -> Options:
        if isinstance(part, sc.Score):
            return self.score(part).value
        if isinstance(part, ta.Table):
            return self.table(part).outcomes
        options: Options = self._of(part)
        return options

    def score(self, part: sc.Score) -> decisions.ScoreNames:
        score: decisions.ScoreNames = self._of(part)
        return score

    def table(self, part: ta.Table) -> decisions.TableNames:
        table: decisions.TableNames = self._of(part)
        return table

    def in_unit(self, part: Expression) -> str:
        """A number in its unit."""
        number = self.number(part)
        if number.step is None or number.step == 1:
            return number.name
        return self.name(f"in_unit({number.name}, {self.constant(number.step)})")
