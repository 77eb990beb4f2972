"""Random facts and events: what rules can be about, before there is any rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from veinway.language import (
    Choice,
    DateFact,
    Event,
    Measure,
    Parameter,
    Silence,
    YesNo,
    choice,
    date_fact,
    measure,
    yes_no,
)
from veinway.language.sources import Cite, Source
from veinway.language.values import Interval

SOURCE: Cite = Source("GENERATED", "Generated rules", "2026").at("anywhere")
BECAUSE = "the generator says so"


@dataclass(frozen=True)
class World:
    """Everything that generated rules may look at."""

    yes_no: tuple[YesNo, ...]
    choices: tuple[Choice, ...]
    measures: tuple[Measure, ...]
    lengths: tuple[Measure, ...]
    dates: tuple[DateFact, ...]
    events: tuple[Event, ...]
    parameter: Parameter

    @property
    def facts(self) -> tuple[Any, ...]:
        return (*self.yes_no, *self.choices, *self.measures, *self.lengths, *self.dates)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A world of about a dozen facts of every kind, and two kinds of event."""
    events = tuple(draw(event_kinds(f"event_{n}")) for n in range(2))
    domains = [draw(small_domains(least)) for least in (-2, 0, 0)]
    return World(
        yes_no=tuple(
            yes_no_fact(f"yes_no_{n}", silence) for n, silence in enumerate(("", "", "no", "yes"))
        ),
        choices=(choice_fact("choice_0", 3), choice_fact("choice_1", draw(st.integers(2, 5)), "b")),
        measures=tuple(measure_fact(f"measure_{n}", *d) for n, d in enumerate(domains)),
        lengths=(measure_fact("length", Fraction(1), 1, 9, "cm"),),
        dates=(
            date_fact(
                "born",
                "born",
                ask="?",
                source=SOURCE,
                earliest=date(1930, 1, 1),
                latest=date(2010, 1, 1),
            ),
        ),
        events=events,
        parameter=Parameter(
            "parameter", "parameter", "1", Fraction(1, 2), Interval(0, 9), Fraction(3), SOURCE
        ),
    )


def yes_no_fact(key: str, silence: str = "") -> YesNo:
    return yes_no(key, key, ask="?", source=SOURCE, silence=silent(silence))


def choice_fact(key: str, count: int, silence: str = "") -> Choice:
    options = {letter: letter for letter in "abcde"[:count]}
    return choice(key, key, options, ask="?", source=SOURCE, silence=silent(silence))


def silent(value: str) -> Silence | None:
    return Silence(value, BECAUSE, SOURCE) if value else None


def measure_fact(key: str, step: Fraction, low: int, high: int, unit: str = "1") -> Measure:
    return measure(key, key, ask="?", source=SOURCE, unit=unit, step=step, domain=(low, high))


@st.composite
def small_domains(draw: st.DrawFn, least: int) -> tuple[Fraction, int, int]:
    """A grid and a domain of few points, so that values often lie on a threshold."""
    step = draw(st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(1, 10)]))
    return step, least, least + draw(st.integers(1, 6))


@st.composite
def event_kinds(draw: st.DrawFn, key: str) -> Event:
    """A kind of event with an attribute of each kind."""
    attributes = (
        yes_no_fact("sure", draw(st.sampled_from(["", "", "no"]))),
        choice_fact("kind", 3),
        measure_fact("size", Fraction(1, 2), 0, draw(st.integers(1, 4))),
    )
    return Event(key, key, attributes=attributes, ask="?", source=SOURCE)
