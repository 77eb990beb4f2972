"""What can be known of a patient: the leaves of every rule.

Whatever is read from events, and an age from a date of birth, is a leaf of its own that may have any
value of its domain. That allows more patients than there can be (a first scan that is younger than
the last): what is proved holds, and a patient that refutes a law is checked again (see `patients`).
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import z3

from ...language import events as ev
from ...language.describing import describe
from ...language.expressions import ChoiceExpression, Expression, YesNoExpression
from ...language.facts import Choice, DateFact, Fact, Measure, YesNo
from ...language.parameters import Parameter
from ...language.values import Interval
from .leaf import ChoiceLeaf, Leaf, NumberLeaf, ParameterLeaf, YesNoLeaf

FROM_EVENTS = (
    ev.AnyEvent,
    ev.CountOf,
    ev.DaysSince,
    ev.TimeUntil,
    ev.ValueOf,
    ev.OptionOf,
    ev.SeriesMeasure,
    ev.Obtainable,
    ev.YearsSince,
)
LEAVES = (YesNo, Choice, Measure, DateFact, Parameter, *FROM_EVENTS)


class Leaves:
    """The leaves of one patient; `name` keeps the unknowns of two patients apart."""

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._made: dict[str, Leaf] = {}

    def leaf(self, of: Expression) -> Leaf:
        """The leaf of an expression; two that say the same share one."""
        key = says(of)
        if key not in self._made:
            self._made[key] = _make(of, f"{self._name}{len(self._made)}")
        return self._made[key]

    def below(self, *roots: Expression) -> list[Leaf]:
        """Every leaf that some expressions look at, each once; those from events come first."""
        found: dict[Leaf, None] = {}
        seen: set[Expression] = set()
        waiting = list(roots)
        while waiting:
            part = waiting.pop()
            if part in seen:
                continue
            seen.add(part)
            if isinstance(part, LEAVES):
                found[self.leaf(part)] = None
            else:
                waiting.extend(reversed(part.parts()))
        return sorted(found, key=lambda leaf: not isinstance(leaf.of, FROM_EVENTS))


@cache
def says(of: Expression) -> str:
    """What a leaf says, as text: two with equal text have one value."""
    return of.key if isinstance(of, Fact | Parameter) else describe(of)


def _make(of: Expression, name: str) -> Leaf:
    key = name_of(of)
    if isinstance(of, Parameter):
        site = z3.Int(f"{name} {key}")
        return ParameterLeaf(of, key, site, site, _on_grid(of.permitted, of.step), of.step)
    if isinstance(of, YesNoExpression):
        return YesNoLeaf(of, key, z3.Bool(f"{name} {key} yes"), z3.Bool(f"{name} {key} no"))
    if isinstance(of, ChoiceExpression):
        can = {option: z3.Bool(f"{name} {key} {option}") for option in of.option_keys()}
        return ChoiceLeaf(of, key, can)
    domain, step = _domain(of)
    unknown = z3.Real if isinstance(of, ev.SeriesMeasure) else z3.Int
    low, high = unknown(f"{name} {key} low"), unknown(f"{name} {key} high")
    return NumberLeaf(of, key, low, high, domain, step)


def _domain(of: Expression) -> tuple[Interval, Fraction]:
    """The domain in steps of the grid, and the step in the number's unit."""
    match of:
        case DateFact():
            return Interval(of.earliest, of.latest), Fraction(1)
        case Measure():
            return _on_grid(of.domain, of.step), of.step
        case ev.DaysSince() | ev.TimeUntil():
            return of.range, Fraction(1)
        case ev.CountOf() | ev.YearsSince():
            return Interval(0, of.most), Fraction(1)
        case ev.ValueOf():
            return _on_grid(of.attribute.domain, of.attribute.step), of.attribute.step
        case ev.SeriesMeasure():
            return _on_grid(of.domain, of.step), of.step
    raise AssertionError(type(of))


def _on_grid(domain: Interval, step: Fraction) -> Interval:
    return Interval(int(domain.low / step), int(domain.high / step))


def name_of(of: Expression) -> str:
    """What a leaf is called in a counter-example."""
    match of:
        case Fact() | Parameter():
            return of.key
        case ev.AnyEvent():
            return f"any {_of(of.of)}"
        case ev.CountOf():
            return f"number of {_of(of.of)}"
        case ev.DaysSince():
            return f"days since the {of.which} {_of(of.of)}"
        case ev.TimeUntil():
            since = of.since.event.key if isinstance(of.since, ev.Selection) else of.since.name
            return f"{of.symbol} from {since} to the {of.which} {_of(of.of)}"
        case ev.ValueOf() | ev.OptionOf():
            return f"{of.attribute.key} of the {of.which} {_of(of.of)}"
        case ev.SeriesMeasure():
            return of.key
        case ev.YearsSince():
            return f"years since {of.date.key}"
        case ev.Obtainable():
            return f"{of.answer.key}, seen from its request"
    raise AssertionError(type(of))


def _of(selection: ev.Selection) -> str:
    """The events that count, in words."""
    words = selection.event.key
    window = selection.window
    if window is not None:
        spans = [f"back {window.back}"] * bool(window.back) + [f"ahead {window.ahead}"] * bool(
            window.ahead
        )
        start = f"from day {window.starts_after} " if window.starts_after else ""
        start += f"to {window.ends_before} days before " if window.ends_before else ""
        words += f" ({start}{', '.join(spans)})"
    return words + (" that matches" if selection.where is not None else "")
