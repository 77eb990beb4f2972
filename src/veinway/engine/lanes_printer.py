"""What-if lanes of one patient: rules printed as Python, one function for each kind of expression.

The functions say the same as those of `one`, which is the definition. What is printed is a list of
assignments, each expression once; equal right sides share one name. `full` is the plane of all lanes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from ..language import arithmetic as ar
from ..language import events as ev
from ..language import expressions as ex
from ..language import facts as fa
from ..language import numbers as nu
from ..language import scores as sc
from ..language import tables as ta
from ..language.expressions import Expression
from ..language.knowledge import walk
from ..language.parameters import Parameter
from . import lanes_decisions as decisions
from . import quantities

FULL, NONE, PRESUMED = "full", "0", "presumed"


class Pair(NamedTuple):
    """The names of two planes: it can be yes, it can be no."""

    yes: str
    no: str


class Number(NamedTuple):
    """The name of a spread, and the grid that it is counted on; None where it is in its unit."""

    name: str
    step: Fraction | None


Options = dict[str, str]
"""For each option the name of its plane."""


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
            self._made[part] = leaf(self, part) if is_leaf(part) else _PRINT[type(part)](self, part)
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


# Leaves -----------------------------------------------------------------------------------------


def is_leaf(part: Expression) -> bool:
    """It is read from the situation: a fact, or anything about events."""
    given = isinstance(part, fa.Fact | Parameter | ev.Anchor)
    return given or isinstance(getattr(part, "of", None), ev.Selection)


def dated_by(part: Expression) -> tuple[fa.DateFact, ...]:
    """The dates that say which events something about events looks at."""
    below = walk(*part.parts()) if isinstance(getattr(part, "of", None), ev.Selection) else ()
    return tuple(each for each in below if isinstance(each, fa.DateFact))


def step_of(part: Expression) -> Fraction | None:
    """The grid that the values of a leaf lie on; None where they lie on none."""
    if isinstance(part, Parameter | ev.SeriesMeasure):
        return None
    step: Fraction = getattr(part, "step", Fraction(1))
    return step


def leaf(p: Printer, part: Expression) -> Any:
    for fact in dated_by(part):
        p.number(fact)
    if isinstance(part, ex.YesNoExpression):
        p.leaves[part] = p.new(2)
        return Pair(*p.leaves[part])
    if isinstance(part, ex.ChoiceExpression):
        keys = part.option_keys()
        p.leaves[part] = p.new(len(keys))
        return dict(zip(keys, p.leaves[part], strict=True))
    p.leaves[part] = p.new(1)
    return Number(p.leaves[part][0], step_of(part))


# Yes and no -------------------------------------------------------------------------------------


def _all_of(p: Printer, part: ex.AllOf) -> Pair:
    parts = [p.truth(each) for each in part.of]
    return Pair(p.every(each.yes for each in parts), p.some(each.no for each in parts))


def _any_of(p: Printer, part: ex.AnyOf) -> Pair:
    parts = [p.truth(each) for each in part.of]
    return Pair(p.some(each.yes for each in parts), p.every(each.no for each in parts))


def _no(p: Printer, part: ex.No) -> Pair:
    value = p.truth(part.of)
    return Pair(value.no, value.yes)


def _at_least(p: Printer, part: ex.AtLeast) -> Pair:
    parts = [p.truth(each) for each in part.of]
    enough = ", ".join([str(part.count), FULL, *(each.yes for each in parts)])
    too_few = ", ".join([str(len(parts) - part.count + 1), FULL, *(each.no for each in parts)])
    return Pair(p.name(f"so_many({enough})"), p.name(f"so_many({too_few})"))


def _is_one_of(p: Printer, part: ex.IsOneOf) -> Pair:
    options = p.options(part.choice)
    inside = p.some(name for key, name in options.items() if key in part.options)
    return Pair(inside, p.some(name for key, name in options.items() if key not in part.options))


def compare(p: Printer, part: nu.Compare) -> Pair:
    left = p.number(part.left)
    if left.step is not None and isinstance(part.right, nu.Constant):
        border = part.right.value / left.step
        if border.denominator == 1:
            above = part.sign in (">", "<=")
            found = p.pair(f"from_({left.name}, {border.numerator + above}, {FULL})")
            return found if part.sign in (">", ">=") else Pair(found.no, found.yes)
    numbers = f"{p.in_unit(part.left)}, {p.in_unit(part.right)}"
    return p.pair(f"compared({part.sign!r}, {numbers}, {FULL})")


def _presume(p: Printer, part: ex.Presume) -> Pair:
    value = p.truth(part.of)
    taken = p.inverted(_taken(p, part, [value.yes, value.no]))
    if part.value:
        return Pair(value.yes, p.every([value.no, taken]))
    return Pair(p.every([value.yes, taken]), value.no)


def _presume_option(p: Printer, part: ex.PresumeOption) -> Options:
    value = p.options(part.of)
    kept = p.some(name for key, name in value.items() if key in part.keep)
    others = p.some(name for key, name in value.items() if key not in part.keep)
    taken = p.inverted(_taken(p, part, [kept, others]))
    return {key: name if key in part.keep else p.every([name, taken]) for key, name in value.items()}


def _taken(p: Printer, part: ex.Presume | ex.PresumeOption, open_: list[str]) -> str:
    """The lanes in which a presumption is made, where nothing on record keeps it from speaking."""
    certain = FULL if part.when is None else p.inverted(p.truth(part.when).no)
    may = p.every([*open_, certain, PRESUMED])
    p.taken[part] = p.name(f"{may} if {may} and silent({p.constant(part.of)}) else 0")
    return p.taken[part]


def _obtainable(p: Printer, part: ev.Obtainable) -> Pair:
    value = p.truth(part.answer)
    return p.pair(f"obtained({value.yes}, {value.no}, {p.constant(part)})")


# Numbers ----------------------------------------------------------------------------------------


def _constant(p: Printer, part: nu.Constant) -> Number:
    return Number(p.name(f"constant({p.constant(part.value)})"), None)


def _formula(of: Callable[..., Any]) -> Callable[[Printer, Any], Number]:
    """A number that is worked out from others, its parts."""

    def print_(p: Printer, part: Expression) -> Number:
        numbers = ", ".join(p.in_unit(each) for each in part.parts())
        step = Fraction(1) if isinstance(part, ev.YearsSince) else None
        return Number(p.name(f"worked_out({p.constant(of)}, {p.constant(part)}, {numbers})"), step)

    return print_


def _agreed(p: Printer, part: nu.Agreed) -> Number:
    """What agrees on one grid is counted in its steps, as each of the two is."""
    parts = p.number(part.one), p.number(part.other)
    steps = {number.step for number in parts}
    step = parts[0].step if len(steps) == 1 else None
    names = [number.name for number in parts]
    if step is None:
        names = [p.in_unit(part.one), p.in_unit(part.other)]
    p.agreements[part] = p.name(f"conflict({', '.join(names)}, {FULL})")
    how = f"{p.constant(quantities.agreed_of)}, {p.constant(part)}"
    return Number(p.name(f"worked_out({how}, {', '.join(names)})"), step)


def _by_choice(p: Printer, part: nu.ByChoice) -> Number:
    names = ", ".join([p.constant(part), FULL, *p.options(part.choice).values()])
    return Number(p.name(f"by_choice({p.constant(quantities.by_choice_of)}, {names})"), None)


_PRINT: dict[type, Callable[[Printer, Any], Any]] = {
    ex.AllOf: _all_of,
    ex.AnyOf: _any_of,
    ex.No: _no,
    ex.AtLeast: _at_least,
    ex.IsOneOf: _is_one_of,
    ex.Presume: _presume,
    ex.PresumeOption: _presume_option,
    nu.Compare: compare,
    nu.Constant: _constant,
    nu.Linear: _formula(quantities.linear_of),
    nu.Product: _formula(quantities.product_of),
    nu.Quotient: _formula(quantities.quotient_of),
    nu.Largest: _formula(quantities.largest_of),
    nu.Agreed: _agreed,
    nu.ByChoice: _by_choice,
    ar.Derived: _formula(quantities.derived_of),
    sc.Score: decisions.score,
    sc.Total: decisions.total,
    ta.Table: decisions.table,
    ev.YearsSince: _formula(quantities.years_of),
    ev.Obtainable: _obtainable,
}
