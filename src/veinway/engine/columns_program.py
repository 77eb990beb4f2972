"""Many patients: a compiled program, and how it runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from ..language.errors import InputError
from .columns_cells import Joined, Plane, as_plane
from .columns_gathered import Happenings
from .columns_layers import Layer, Layers
from .planes import SUBJECT, Planes

WHERE = "#where"
"""The name of the answer of a program that is the condition on one event."""


@dataclass(frozen=True, slots=True)
class Program:
    """Rules as layers of columns.

    inputs: the columns of the planes that it looks at, with what an absent one is taken to be.
    outputs: the columns that come out. scales: for each number that comes out, what to multiply its
    whole numbers by to have it in its unit. last_looked_at: the columns that each layer is the last to
    look at.
    """

    inputs: dict[str, pl.Expr | None]
    layers: tuple[Layer, ...]
    last_looked_at: tuple[tuple[str, ...], ...]
    outputs: dict[str, pl.Expr]
    scales: Mapping[str, Fraction]

    @staticmethod
    def of(
        layers: Layers,
        outputs: Mapping[str, Plane | pl.Expr],
        scales: Mapping[str, Fraction] | None = None,
    ) -> Program:
        """The program of some layers."""
        columns = {
            name: as_plane(layers.plane(value) if isinstance(value, Joined) else value)
            for name, value in outputs.items()
        }
        last = _last_looked_at(layers.layers, columns.values())
        return Program(dict(layers.inputs), tuple(layers.layers), last, columns, dict(scales or {}))

    @property
    def subject_columns(self) -> tuple[str, ...]:
        """What it looks at besides facts and events, such as the index day."""
        return tuple(name for name in self.inputs if name in SUBJECT)

    def run(self, planes: Planes) -> pl.DataFrame:
        """One row a subject; InputError I260 where a column of the planes holds a null."""
        # Each layer sees the columns that it looks at and no others: a dataframe engine spends longer on
        # a frame of thousands of columns than on what is made of them. What nobody looks at again goes.
        held = {column.name: column for column in self._looked_at(planes.checked().frame)}
        ordered = {job.in_order_of for layer in self.layers for job in layer.jobs}
        happenings = Happenings(planes.events, held, planes.height, ordered)
        for layer, last in zip(self.layers, self.last_looked_at, strict=True):
            for job in layer.jobs:
                held |= {column.name: column for column in job.run(happenings)}
            if layer.columns:
                frame = _frame(held, layer.looks_at)
                held |= {column.name: column for column in frame.select(_ROWS, *layer.columns)}
            for joint in layer.joints:
                held[joint.name] = joint.made(held)
            for name in last:
                del held[name]
        # The column that nobody looks at keeps the number of rows where every answer is a constant.
        left = {name for column in self.outputs.values() for name in column.meta.root_names()}
        return _frame(held, left - {_ROWS}).select(_ROWS, **self.outputs).drop(_ROWS)

    def _looked_at(self, known: pl.DataFrame) -> pl.DataFrame:
        """The inputs alone; facts that nobody has a column for are unknown for everybody."""
        present = set(known.columns)
        absent = {name: value for name, value in self.inputs.items() if name not in present}
        if missing := sorted(name for name, value in absent.items() if value is None):
            raise InputError("I261", f"The planes have no column {missing[0]!r}.", where="subjects")
        return known.with_columns(pl.lit(0).alias(_ROWS), **absent).select(_ROWS, *self.inputs)


_ROWS = "#"
"""A column that nobody looks at, which keeps the number of rows where no other is left."""


def _frame(held: dict[str, pl.Series], names: Iterable[str]) -> pl.DataFrame:
    return pl.DataFrame([held[_ROWS], *(held[name].alias(name) for name in names)])


def _last_looked_at(layers: Sequence[Layer], outputs: Iterable[pl.Expr]) -> tuple[tuple[str, ...], ...]:
    """For each layer the columns that nothing looks at after it."""
    wanted = {name for column in outputs for name in column.meta.root_names()}
    found: list[tuple[str, ...]] = []
    for layer in reversed(layers):
        names = layer.looks_at.union(*(job.brought for job in layer.jobs))
        names = names.union(*(joint.of for joint in layer.joints))
        found.append(tuple(sorted(names - wanted)))
        wanted |= names
    return tuple(reversed(found))
