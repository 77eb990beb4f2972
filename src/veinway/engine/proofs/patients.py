"""A patient that the solver found, for people and for the one-patient engine, which checks it again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from ...language import events as ev
from ...language.expressions import Expression
from ...language.facts import DateFact, Fact, Measure
from ...language.parameters import Parameter
from ...language.time import MINUTES_A_DAY, date_of, day_number
from ...language.values import History, Interval, Possible, Situation, Truth
from ...language.values import Known as KnownFact
from ..finding import Finding
from ..one import Reasoner
from .ask import Known
from .histories import histories
from .leaf import Leaf
from .leaves import FROM_EVENTS, Leaves, says
from .report import Confirmed, CounterExample

INDEX = day_number(date(2026, 1, 1))
AT = INDEX + 100
"""The index day of every counter-example, and a horizon behind it that hides nothing."""

Shows = Callable[[Reasoner, Reasoner], bool]
"""Whether a patient shows the failure; the second reasoner makes no presumptions."""


class OnLeaves(Reasoner):
    """The one-patient engine with the values that rules read from events given, not worked out."""

    def __init__(self, situation: Situation, known: Known, *, presumptions: bool) -> None:
        super().__init__(situation, presumptions=presumptions)
        self._given = {says(leaf.of): value for leaf, value in known.items()}
        self._leaves = Leaves()

    def find(self, expression: Expression) -> Finding:
        if isinstance(expression, FROM_EVENTS):
            value = self._given.get(says(expression), self._leaves.leaf(expression).anything())
            return Finding(expression, value)
        return super().find(expression)


def on_leaves(known: Known) -> OnLeaves:
    """The one-patient engine for a patient, without presumptions."""
    from_events = {leaf: value for leaf, value in known.items() if isinstance(leaf.of, FROM_EVENTS)}
    return OnLeaves(_situation(known, _facts(known), {}), from_events, presumptions=False)


def counter_example(known: Known, shows: Shows) -> CounterExample:
    """The patient in words and as a situation, and whether the one-patient engine confirms it."""
    facts = _facts(known)
    situation = _situation(known, facts, {})
    from_events = {leaf: value for leaf, value in known.items() if isinstance(leaf.of, FROM_EVENTS)}
    confirmed: Confirmed = "no"
    if _shows_on_leaves(situation, from_events, shows):
        confirmed = "on its event values only"
    for found in histories(from_events, situation):
        real = _situation(known, facts, found)
        if shows(Reasoner(real), Reasoner(real, presumptions=False)):
            situation, confirmed = real, "by the one-patient engine"
            break
    answers = {key: _answer(fact, value) for key, (fact, value) in facts.items()}
    events = {leaf.key: _words(value) for leaf, value in from_events.items()}
    site = {leaf.key: _words(value) for leaf, value in known.items() if isinstance(leaf.of, Parameter)}
    return CounterExample(answers, {**events, **site}, situation, confirmed)


def _shows_on_leaves(situation: Situation, known: Known, shows: Shows) -> bool:
    on = OnLeaves(situation, known, presumptions=True)
    return shows(on, OnLeaves(situation, known, presumptions=False))


Facts = dict[str, tuple[Fact, Possible]]


def _facts(known: Known) -> Facts:
    """The facts that give the leaves their values; those behind an age or an answer come first."""
    behind = {fact.key: (fact, value) for leaf, value in known.items() for fact in _behind(leaf)}
    own = {
        leaf.of.key: (leaf.of, _on_grid(leaf.of, value))
        for leaf, value in known.items()
        if isinstance(leaf.of, Fact)
    }
    dates = {key: (fact, _born(fact, value)) for key, (fact, value) in behind.items()}
    return {**dates, **own}


def _behind(leaf: Leaf) -> tuple[Fact, ...]:
    if isinstance(leaf.of, ev.YearsSince):
        return (leaf.of.date,)
    return (leaf.of.answer,) if isinstance(leaf.of, ev.Obtainable) else ()


def _born(fact: Fact, value: Possible) -> Possible:
    """Birthdays on the index day: so many years ago at least and at most."""
    if not isinstance(fact, DateFact) or not isinstance(value, Interval):
        return value
    today = date_of(INDEX)
    low, high = (day_number(today.replace(year=today.year - int(years))) for years in reversed(value))
    return Interval(max(low, fact.earliest), min(high, fact.latest))


def _on_grid(fact: Fact, value: Possible) -> Possible:
    if isinstance(fact, Measure) and isinstance(value, Interval):
        return Interval(int(value.low / fact.step), int(value.high / fact.step))
    return value


def _situation(known: Known, facts: Facts, found: dict[str, History]) -> Situation:
    parameters = {}
    for leaf, value in known.items():
        if isinstance(leaf.of, Parameter) and isinstance(value, Interval):
            parameters[leaf.of.key] = Fraction(value.low)
    return Situation(
        facts={key: KnownFact(value) for key, (_, value) in facts.items()},
        histories=found,
        index=INDEX,
        at=AT,
        index_minute=INDEX * MINUTES_A_DAY,
        at_minute=AT * MINUTES_A_DAY,
        parameters=parameters,
    )


def _answer(fact: Fact, value: Possible) -> object:
    """The value as a facts file writes it."""
    if isinstance(value, Truth):
        return value is Truth.YES
    if isinstance(value, frozenset):
        return next(iter(value)) if len(value) == 1 else sorted(value)
    if isinstance(fact, DateFact):
        first, last = (str(date_of(int(end))) for end in value)
        return first if first == last else f"{first} to {last}"
    assert isinstance(fact, Measure)
    return _measured(fact, value)


def _measured(fact: Measure, value: Interval) -> dict[str, object]:
    anything = fact.anything
    assert isinstance(anything, Interval)
    low, high = (_number(end * fact.step) for end in value)
    if value.known:
        return {"value": low, "unit": fact.symbol}
    ends: dict[str, object] = {}
    if value.low != anything.low:
        ends["from"] = low
    if value.high != anything.high:
        ends["up_to"] = high
    return {**ends, "unit": fact.symbol}


def _number(value: Fraction | int) -> int | str:
    """A whole number, or a decimal as text so that it stays exact."""
    exact = Fraction(value)
    return exact.numerator if exact.denominator == 1 else str(float(exact))


def _words(value: Possible) -> str:
    if isinstance(value, Truth):
        return value.name.lower()
    if isinstance(value, frozenset):
        return " or ".join(sorted(value))
    low, high = (_number(end) for end in value)
    return str(low) if low == high else f"{low} to {high}"
