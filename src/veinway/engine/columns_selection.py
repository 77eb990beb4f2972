"""Many patients: which events count, and what is gathered from them for each subject.

An event *may* count if its conditions are not excluded, and counts *surely* if they are certain and so
is the event. A selection is one pass over the frame of its kind of event: what the subject knows is
brought to each event, events that cannot count are dropped, and the rest is gathered by subject.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

import polars as pl

from ..language import events as ev
from .columns_cells import as_plane, every, inverted
from .columns_gathered import ANY, SURE, Gathered, gather, with_extremes
from .columns_layers import Layers
from .columns_program import WHERE, Program
from .columns_window import WindowColumns, window_of
from .planes import EVENT_COLUMNS, Planes, complete_column, unknown_columns

if TYPE_CHECKING:
    from .columns_compiler import Compiler

Series = Callable[[pl.DataFrame, int], list[pl.Series]]
"""Works out columns subject by subject, from the events that may count and the number of subjects."""


class Selection:
    """One pass over one kind of event; what is asked of it while rules are compiled is added to it.

    where: the program of the condition on one event. brought: columns of the subjects that each event
    needs. gathered, series: the columns that come out.
    """

    def __init__(
        self,
        layers: Layers,
        event: ev.Event,
        where: Program | None,
        window: WindowColumns,
        also: tuple[str, ...],
    ) -> None:
        self.event = event
        self.where = where
        self.inside = window.inside
        self.brought = sorted({*window.columns, *also})
        self.gathered: dict[str, Gathered] = {}
        self.series: dict[Hashable, tuple[tuple[str, ...], Series]] = {}
        self._layers = layers
        self._level = layers.level_above(*map(pl.col, self.brought))
        self._made: dict[Hashable, pl.Expr] = {}
        layers.layer(self._level).jobs.append(self)

    # While rules are compiled ------------------------------------------------------------------

    def some(self, of: pl.Expr) -> pl.Expr:
        """Whether this holds for one of the events that may count."""
        return self._gather(Gathered(of, "any", False))

    def how_many(self, of: pl.Expr) -> pl.Expr:
        """For how many of them it holds."""
        return self._gather(Gathered(of.cast(pl.Int64), "sum", 0))

    def least(self, column: pl.Expr, among: pl.Expr, nothing: int) -> pl.Expr:
        """The least value among some; `nothing` is where there is none, and above every value."""
        of = pl.when(among).then(column).otherwise(pl.lit(nothing, pl.Int64))
        return self._gather(Gathered(of, "min", nothing))

    def most(self, column: pl.Expr, among: pl.Expr, nothing: int) -> pl.Expr:
        """The largest value among some; `nothing` is where there is none, and below every value."""
        of = pl.when(among).then(column).otherwise(pl.lit(nothing, pl.Int64))
        return self._gather(Gathered(of, "max", nothing))

    def _gather(self, gathered: Gathered) -> pl.Expr:
        content = (gathered.of.meta.serialize(), gathered.how, gathered.nothing)
        if content not in self._made:
            name = self._layers.name(self._level)
            self.gathered[name] = gathered
            self._made[content] = pl.col(name)
        return self._made[content]

    def work_out(
        self, key: Hashable, count: int, make: Callable[[tuple[str, ...]], Series]
    ) -> tuple[str, ...]:
        """Columns that a function works out subject by subject; equal keys share them."""
        if key not in self.series:
            names = tuple(self._layers.name(self._level) for _ in range(count))
            self.series[key] = (names, make(names))
        return self.series[key][0]

    @property
    def some_may(self) -> pl.Expr:
        return self.some(ANY)

    @property
    def some_surely(self) -> pl.Expr:
        return self.some(SURE)

    @property
    def complete(self) -> pl.Expr:
        """No other event of this kind has happened."""
        return self._layers.input(complete_column(self.event.key), pl.lit(False))

    # While a program runs ----------------------------------------------------------------------

    def run(self, frame: pl.DataFrame, events: dict[str, pl.DataFrame]) -> list[pl.Series]:
        """The gathered columns, in the order of the subjects."""
        listed = self._listed(events)
        if self.brought:
            rows = listed.get_column("row")
            listed = listed.hstack([frame.get_column(name).gather(rows) for name in self.brought])
        candidates = with_extremes(self._candidates(listed), self.gathered, frame.height)
        columns = gather(candidates, self.gathered, frame.height)
        for _, work_out in self.series.values():
            columns += work_out(candidates, frame.height)
        return columns

    def _listed(self, events: dict[str, pl.DataFrame]) -> pl.DataFrame:
        """The events of this kind; an attribute without columns is unknown of all of them."""
        listed = events.get(self.event.key, pl.DataFrame(schema=EVENT_COLUMNS))
        for attribute in self.event.attributes:
            columns = unknown_columns(attribute)
            listed = listed.with_columns(**{k: v for k, v in columns.items() if k not in listed.columns})
        return listed

    def _candidates(self, listed: pl.DataFrame) -> pl.DataFrame:
        """The events that may count, and whether they surely do."""
        yes, no = [self.inside.yes], [self.inside.no]
        if self.where is not None:
            listed = listed.hstack(self.where.run(Planes(listed, {})))
            yes.append(pl.col(f"{WHERE}.yes"))
            no.append(pl.col(f"{WHERE}.no"))
        sure = as_plane(every([pl.col("certain"), *map(inverted, no)]))
        return listed.filter(as_plane(every(yes))).with_columns(sure.alias("#sure"))


def select(c: Compiler, of: ev.Selection, *also: str) -> Selection:
    """The pass that finds the events of a selection; equal selections share it.

    also: further columns of the subject that aggregates look at.
    """
    window = window_of(c, of.window)
    where = None if of.where is None else c.where(of.where)
    brought = (*also, *(where.subject_columns if where is not None else ()))
    key = (of.event.key, id(where), window.columns, brought)
    if key not in c.layers.shared:
        c.layers.shared[key] = Selection(c.layers, of.event, where, window, brought)
    found: Selection = c.layers.shared[key]
    return found
