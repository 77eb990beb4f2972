"""Many patients: a program is layers of columns, each made of columns of the layers before it.

An expression that stands in two rules becomes one column, whoever wrote it; and no expression grows
deep, because a dataframe engine takes seconds over eleven nested levels and no time over forty layers.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

import polars as pl

from ..language.facts import Fact
from .columns_cells import Joined, Joining, Number, Pair, Plane, Ratio, Whole, joined
from .columns_gathered import Happenings
from .planes import unknown_columns


class Job(Protocol):
    """Columns that come from the event frames instead of the columns of the layer before."""

    brought: list[str]
    """The columns of the layers below that it looks at."""

    @property
    def in_order_of(self) -> str:
        """The kind of event that must be in the order of the subjects, or "" if none need be."""
        ...

    def run(self, happenings: Happenings) -> list[pl.Series]: ...


class Joint(NamedTuple):
    """A column that is joined of others, which stand before it or on a layer below; see `Joined`."""

    name: str
    how: Joining
    of: tuple[str, ...]
    number: int | None

    def made(self, held: Mapping[str, pl.Series]) -> pl.Series:
        return joined(self.how, [held[name] for name in self.of], self.number)


@dataclass(slots=True)
class Layer:
    """Columns that are worked out at once: jobs first, then expressions, then what is joined."""

    columns: list[pl.Expr] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    looks_at: set[str] = field(default_factory=set)
    """The columns of the layers below that its expressions are made of."""
    joints: list[Joint] = field(default_factory=list)


class Layers:
    """Collects the columns of a program while it is compiled."""

    def __init__(self) -> None:
        self.layers: list[Layer] = []
        self.inputs: dict[str, pl.Expr | None] = {}
        """Columns of the planes that are looked at, with what an absent one is taken to be."""
        self.shared: dict[Hashable, Any] = {}
        """Passes over events, and conditions on one event, by what they do."""
        self._level: dict[str, int] = {}
        self._known: dict[Hashable, pl.Expr] = {}

    def input(self, name: str, absent: pl.Expr | None) -> pl.Expr:
        """A column of the planes, and what it is taken to be in a frame without it (None: an error)."""
        self.inputs.setdefault(name, absent)
        return pl.col(name)

    def fact(self, fact: Fact) -> dict[str, pl.Expr]:
        """The columns of a fact, by name; it is unknown to a frame without them."""
        return {name: self.input(name, absent) for name, absent in unknown_columns(fact).items()}

    def column(self, expression: pl.Expr) -> pl.Expr:
        """The name of a column with this content, which is made once."""
        if expression.meta.is_column():
            return expression
        content = expression.meta.serialize()
        if content not in self._known:
            level = self.level_above(expression)
            name = self.name(level)
            self.layer(level).columns.append(expression.alias(name))
            self.layer(level).looks_at.update(expression.meta.root_names())
            self._known[content] = pl.col(name)
        return self._known[content]

    def level_above(self, *expressions: pl.Expr) -> int:
        """The first layer that may look at all of these; the columns of the planes are below layer 0."""
        names = (name for each in expressions for name in each.meta.root_names())
        return 1 + max((self._level.get(name, -1) for name in names), default=-1)

    def name(self, level: int) -> str:
        """A new column name on a layer."""
        name = f"#{len(self._level)}"
        self._level[name] = level
        return name

    def layer(self, level: int) -> Layer:
        while len(self.layers) <= level:
            self.layers.append(Layer())
        return self.layers[level]

    # A value of any kind, with each part of it in a column of its own -------------------------

    def plane(self, plane: Plane) -> Plane:
        if isinstance(plane, bool):
            return plane
        return self._joined(plane) if isinstance(plane, Joined) else self.column(plane)

    def _joined(self, plane: Joined) -> pl.Expr:
        """The column of a plane that is joined of others, each of which is a column of its own."""
        parts = [self._joined(p) if isinstance(p, Joined) else self.column(p) for p in plane.of]
        names = [part.meta.output_name() for part in parts]
        if plane.how in ("every", "some"):
            names = sorted(set(names))
            if len(names) == 1:
                return pl.col(names[0])
        return self._joint(plane.how, tuple(names), plane.number)

    def summed(self, names: Iterable[str]) -> str:
        """The name of the sum of some columns of the same few bits, which it does not outgrow."""
        ordered = tuple(sorted(names))
        return ordered[0] if len(ordered) == 1 else self._joint("sum", ordered).meta.output_name()

    def _joint(self, how: Joining, names: tuple[str, ...], number: int | None = None) -> pl.Expr:
        content = (how, names, number)
        if content not in self._known:
            level = max(0, *(self._level.get(name, -1) for name in names))
            name = self.name(level)
            self.layer(level).joints.append(Joint(name, how, names, number))
            self._known[content] = pl.col(name)
        return self._known[content]

    def pair(self, pair: Pair) -> Pair:
        return Pair(self.plane(pair.yes), self.plane(pair.no))

    def whole(self, whole: Whole) -> Whole:
        return (
            whole if isinstance(whole.of, int) else Whole(self.column(whole.of), whole.least, whole.most)
        )

    def number(self, number: Number) -> Number:
        return number.each(lambda end: Ratio(self.whole(end.over), self.whole(end.under)), number.scale)
