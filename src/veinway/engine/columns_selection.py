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
from .columns_layers import Layers
from .columns_program import WHERE, Program
from .columns_window import WindowColumns, window_of
from .happened import FAR_FUTURE
from .planes import EVENT_COLUMNS, Planes, complete_column, unknown_columns

if TYPE_CHECKING:
    from .columns_compiler import Compiler

SURE = pl.col("#sure")
"""Of an event that may count: it surely does."""
FIRST, LAST = pl.col("#first"), pl.col("#last")
"""No sure one lies surely before (after) it."""
LATEST_MINUTE = 1440 * FAR_FUTURE
Cell = bool | int
Series = Callable[[pl.DataFrame, int], list[pl.Series]]


class Selection:
    """One pass over one kind of event; what is asked of it while rules are compiled is added to it.

    where: the program of the condition on one event. brought: columns of the subjects that each event
    needs. gathered: for each column that comes out, an aggregate over the events that may count, and
    its value where there is none. series: functions that work out columns subject by subject.
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
        self.brought = set(window.columns) | set(also)
        self.gathered: dict[str, tuple[pl.Expr, Cell]] = {}
        self.series: dict[Hashable, tuple[tuple[str, ...], Series]] = {}
        self._layers = layers
        self._level = layers.level_above(*map(pl.col, self.brought))
        self._made: dict[bytes, pl.Expr] = {}
        layers.layer(self._level).jobs.append(self)

    # While rules are compiled ------------------------------------------------------------------

    def gather(self, aggregate: pl.Expr, default: Cell) -> pl.Expr:
        """A column with this aggregate over the events that may count."""
        content = aggregate.meta.serialize() + bytes(str(default), "ascii")
        if content not in self._made:
            name = self._layers.name(self._level)
            self.gathered[name] = (aggregate, default)
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
        return self.gather(pl.len() > 0, False)

    @property
    def some_surely(self) -> pl.Expr:
        return self.gather(SURE.any(), False)

    @property
    def complete(self) -> pl.Expr:
        """No other event of this kind has happened."""
        return self._layers.input(complete_column(self.event.key), pl.lit(False))

    def least(self, column: pl.Expr, among: pl.Expr, nothing: int) -> pl.Expr:
        """The least value among some; `nothing` is where there is none, and above every value."""
        return self.gather(pl.when(among).then(column).otherwise(nothing).min(), nothing)

    def most(self, column: pl.Expr, among: pl.Expr, nothing: int) -> pl.Expr:
        """The largest value among some; `nothing` is where there is none, and below every value."""
        return self.gather(pl.when(among).then(column).otherwise(nothing).max(), nothing)

    # While a program runs ----------------------------------------------------------------------

    def run(self, frame: pl.DataFrame, events: dict[str, pl.DataFrame]) -> list[pl.Series]:
        """The gathered columns, in the order of the subjects."""
        listed = events.get(self.event.key, pl.DataFrame(schema=EVENT_COLUMNS))
        unknown = {
            name: value for a in self.event.attributes for name, value in unknown_columns(a).items()
        }
        listed = listed.with_columns(**{k: v for k, v in unknown.items() if k not in listed.columns})
        if self.brought:
            listed = listed.hstack(frame.select(self.brought)[listed.get_column("row")])
        candidates = self._candidates(listed)
        columns = self._gather_all(candidates, frame.height)
        for _, work_out in self.series.values():
            columns += work_out(candidates, frame.height)
        return columns

    def _candidates(self, listed: pl.DataFrame) -> pl.DataFrame:
        """The events that may count, with what is known of their order."""
        yes, no = [self.inside.yes], [self.inside.no]
        if self.where is not None:
            listed = listed.hstack(self.where.run(Planes(listed, {})))
            yes.append(pl.col(f"{WHERE}.yes"))
            no.append(pl.col(f"{WHERE}.no"))
        sure = every([pl.col("certain"), *map(inverted, no)])
        listed = listed.filter(as_plane(every(yes))).with_columns(as_plane(sure).alias("#sure"))
        first = pl.when(SURE).then(pl.col("minute.high")).otherwise(LATEST_MINUTE).min().over("row")
        last = pl.when(SURE).then(pl.col("minute.low")).otherwise(-LATEST_MINUTE).max().over("row")
        return listed.with_columns(
            (pl.col("minute.low") <= first).alias("#first"),
            (pl.col("minute.high") >= last).alias("#last"),
        )

    def _gather_all(self, candidates: pl.DataFrame, height: int) -> list[pl.Series]:
        sums = [aggregate.alias(name) for name, (aggregate, _) in self.gathered.items()]
        by_subject = candidates.group_by("row").agg(sums)
        rows = by_subject.get_column("row")
        return [
            scattered(by_subject.get_column(name), rows, default, height)
            for name, (_, default) in self.gathered.items()
        ]


def scattered(values: pl.Series, rows: pl.Series, nothing: Cell, height: int) -> pl.Series:
    """A value for each subject: the one found, or `nothing` for subjects without events."""
    kind = pl.Boolean if isinstance(nothing, bool) else pl.Int64
    whole = pl.repeat(nothing, height, dtype=kind, eager=True).alias(values.name)
    return whole.scatter(rows, values.cast(kind)) if len(rows) else whole


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
