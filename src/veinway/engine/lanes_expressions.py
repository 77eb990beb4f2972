"""What-if lanes of one patient: how each kind of expression is printed.

The functions say the same as those of `one`, which is the definition.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ..language import arithmetic as ar
from ..language import events as ev
from ..language import expressions as ex
from ..language import numbers as nu
from ..language import scores as sc
from ..language import tables as ta
from ..language.expressions import Expression
from . import lanes_decisions as decisions
from . import quantities
from .lanes_names import FULL, PRESUMED, Number, Options, Pair, dated_by, step_of

if TYPE_CHECKING:
    from .lanes_printer import Printer


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


PRINT: dict[type, Callable[[Printer, Any], Any]] = {
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
