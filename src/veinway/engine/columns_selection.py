"""Many patients: which events count, and what is gathered from them for each subject.

An event *may* count if its conditions are not excluded, and counts *surely* if they are certain and so
is the event. A selection is one pass over the frame of its kind of event: what the subject knows is
brought to each event, events that cannot count are dropped, and the rest is gathered by subject.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

import polars as pl

from ..language import events as ev
from .columns_cells import as_plane
from .columns_gathered import ANY, LATEST_MINUTE, SURE, Gathered, Happenings, Listed, Runs
from .columns_layers import Layers
from .columns_program import WHERE, Program
from .columns_window import WindowColumns, window_of
from .planes import SUBJECT, Planes, complete_column

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
        self.window = window
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

    @property
    def in_order_of(self) -> str:
        """The kind of event, if runs of the events of one subject are looked at."""
        looked_at = any(
            each.how != "any" or _MARKS & {*each.of.meta.root_names()} - {"#sure"}
            for each in self.gathered.values()
        )
        return self.event.key if looked_at else ""

    def run(self, happenings: Happenings) -> list[pl.Series]:
        """The gathered columns, in the order of the subjects."""
        listed = happenings.of(self.event)
        may, sure = self._counting(listed)
        wanted = {name for each in self.gathered.values() for name in each.of.meta.root_names()}
        wanted |= _MINUTES if wanted & {"#first", "#last"} else set()
        wanted |= listed.columns.keys() if self.series else set()
        candidates = listed.frame(sorted(wanted - _MARKS), **{"#sure": sure}).filter(may)
        runs = Runs(candidates.get_column("#row"), listed.height)
        candidates = candidates.with_columns(_extremes(candidates, runs, wanted))
        values = candidates.select(
            pl.col("#row"), **{name: each.of for name, each in self.gathered.items()}
        )
        columns = [runs.of_subjects(values.get_column(n), each) for n, each in self.gathered.items()]
        for _, work_out in self.series.values():
            columns += work_out(candidates, listed.height)
        return columns

    def _counting(self, listed: Listed) -> tuple[pl.Series, pl.Series]:
        """Which events may count, and which surely do."""
        pairs = [self._inside(listed)]
        if self.where is not None:
            pairs.append(_holding(listed, self.where))
        may = reduce(and_, (yes for yes, _ in pairs))
        return may, reduce(and_, (~no for _, no in pairs), listed.columns["certain"])

    def _inside(self, listed: Listed) -> tuple[pl.Series, pl.Series]:
        """Which events may lie inside the window, and which may not."""
        window = self.window
        if window.columns not in listed.done:
            planes = {"yes": as_plane(window.inside.yes), "no": as_plane(window.inside.no)}
            names = {name for plane in planes.values() for name in plane.meta.root_names()}
            found = listed.frame(sorted(names)).select(pl.col("#row"), **planes)
            listed.done[window.columns] = found.get_column("yes"), found.get_column("no")
        return listed.done[window.columns]


def _holding(listed: Listed, where: Program) -> tuple[pl.Series, pl.Series]:
    """Of which events a condition may hold, and of which it may not."""
    if id(where) not in listed.done:
        known = [name for name in where.inputs if name in listed.columns or name in SUBJECT]
        found = where.run(Planes(listed.frame(known), {}))
        listed.done[id(where)] = found.get_column(f"{WHERE}.yes"), found.get_column(f"{WHERE}.no")
    return listed.done[id(where)]


_MARKS = {"#sure", "#first", "#last"}
_MINUTES = {"minute.low", "minute.high"}


def _extremes(candidates: pl.DataFrame, runs: Runs, wanted: set[str]) -> list[pl.Series]:
    """Which events may be the first or the last, where that is looked at."""
    found = []
    if "#first" in wanted:
        border = _border(candidates, runs, "minute.high", "min", LATEST_MINUTE)
        found.append((candidates.get_column("minute.low") <= border).alias("#first"))
    if "#last" in wanted:
        border = _border(candidates, runs, "minute.low", "max", -LATEST_MINUTE)
        found.append((candidates.get_column("minute.high") >= border).alias("#last"))
    return found


def _border(candidates: pl.DataFrame, runs: Runs, minute: str, how: str, nothing: int) -> pl.Series:
    """For each event the earliest or the latest minute of the sure ones of its subject."""
    among = pl.when(SURE).then(minute).otherwise(pl.lit(nothing, pl.Int64))
    return runs.of_all(candidates.select(among).to_series(), how)


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
