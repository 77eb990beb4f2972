"""Many patients: a compiled program, and how it runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from ..language.errors import InputError
from .columns_cells import Plane
from .columns_layers import Layer, Layers
from .planes import SUBJECT, Planes

WHERE = "#where"
"""The name of the answer of a program that is the condition on one event."""


@dataclass(frozen=True, slots=True)
class Program:
    """Rules as layers of columns.

    inputs: the columns of the planes that it looks at, with what an absent one is taken to be.
    outputs: the columns that come out. scales: for each number that comes out, what to multiply its
    whole numbers by to have it in its unit.
    """

    inputs: dict[str, pl.Expr | None]
    layers: tuple[Layer, ...]
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
            name: pl.lit(value) if isinstance(value, bool) else value for name, value in outputs.items()
        }
        return Program(dict(layers.inputs), tuple(layers.layers), columns, dict(scales or {}))

    @property
    def subject_columns(self) -> tuple[str, ...]:
        """What it looks at besides facts and events, such as the index day."""
        return tuple(name for name in self.inputs if name in SUBJECT)

    def run(self, planes: Planes) -> pl.DataFrame:
        """One row a subject; InputError I260 where a column of the planes holds a null."""
        frame = self._looked_at(planes.checked().frame)
        for layer in self.layers:
            for job in layer.jobs:
                frame = frame.hstack(job.run(frame, planes.events))
            frame = frame.with_columns(layer.columns)
        return frame.with_columns(**self.outputs).select(*self.outputs)

    def _looked_at(self, known: pl.DataFrame) -> pl.DataFrame:
        """The inputs alone; facts that nobody has a column for are unknown for everybody."""
        present = set(known.columns)
        absent = {name: value for name, value in self.inputs.items() if name not in present}
        if missing := sorted(name for name, value in absent.items() if value is None):
            raise InputError("I261", f"The planes have no column {missing[0]!r}.", where="subjects")
        # A column that nobody looks at keeps the number of rows where no input is left.
        return known.with_columns(pl.lit(0).alias("#"), **absent).select("#", *self.inputs)
