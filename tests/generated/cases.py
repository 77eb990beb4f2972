"""Generated cases: a few rules, and many situations for them at once."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from functools import cached_property
from random import Random
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from generated.decisions import table_with
from generated.rules import Maker
from generated.situations import situation
from generated.worlds import World, worlds
from veinway.engine.planes import Planes, from_situations
from veinway.language import Event
from veinway.language.diagram import Diagram
from veinway.language.expressions import Expression
from veinway.language.facts import Fact
from veinway.language.sources import Cite
from veinway.language.units import Unit
from veinway.language.values import Situation

NIGHTLY = os.environ.get("VEINWAY_TESTS") == "nightly"


def size(examples: int) -> settings:
    """How many examples a property is tried on: fifty times as many at night."""
    return settings(
        max_examples=50 * examples if NIGHTLY else examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def brief(part: object) -> str:
    """A rule in one line: its structure, with facts by their keys."""
    if isinstance(part, Fact | Event):
        return part.key
    if isinstance(part, Cite | Diagram | Unit):
        return "-"
    if isinstance(part, tuple):
        return f"[{', '.join(map(brief, part))}]"
    if is_dataclass(part) and not isinstance(part, type):
        inner = (brief(getattr(part, field.name)) for field in fields(part))
        return f"{type(part).__name__}({', '.join(each for each in inner if each != '-')})"
    return str(part)


@dataclass(frozen=True, repr=False)
class Case:
    """Rules by what they are, and the seed of the situations that they are tried on."""

    world: World
    rules: tuple[Any, ...]
    expressions: dict[str, Expression]
    seed: int
    subjects: int

    def __repr__(self) -> str:
        named = {**{rule.key: rule for rule in self.rules}, **self.expressions}
        lines = [f"{name} = {brief(part)}" for name, part in named.items()]
        return "\n".join([f"Case(seed={self.seed}, subjects={self.subjects})", *lines])

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """How Hypothesis prints a counter-example."""
        printer.text(repr(self))

    @property
    def parameters(self) -> dict[str, Fraction]:
        return {"parameter": Fraction(7, 2)} if self.seed % 2 else {}

    @cached_property
    def situations(self) -> list[Situation]:
        random = Random(self.seed)
        world = self.world
        return [
            situation(random, world.facts, world.events, self.parameters) for _ in range(self.subjects)
        ]

    @cached_property
    def planes(self) -> Planes:
        """The planes of the situations; facts that are unknown to all of them have no columns."""
        listed = [fact for fact in self.world.facts if any(fact.key in s.facts for s in self.situations)]
        return from_situations(self.situations, listed, self.world.events)


@st.composite
def cases(draw: st.DrawFn, subjects: int = 16) -> Case:
    """One rule or two of the same world: an expression of any kind, a score, or a table."""
    world = draw(worlds())
    make = Maker(draw, world)
    rules: list[Any] = []
    expressions: dict[str, Expression] = {}
    match make.number_up_to(6):
        case 0:
            rules.append(make.score(2))
        case 1:
            rules.append(make.table(2))
        case 2:
            rules.append(table_with(make, 2, "collect"))
        case 3:
            expressions["number"] = make.number(3)
        case 4:
            expressions["options"] = make.options(2)
        case 5:
            expressions["date"] = make.date(2)
        case 6:
            expressions["series"] = make.series(1)
    expressions["answer"] = make.truth(3)
    return Case(world, tuple(rules), expressions, draw(st.integers(0, 2**32)), subjects)
