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
Series = Callable[[pl.DataFrame, int], list[pl.Series]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A column over the events that becomes one over the subjects; `nothing` is for those without."""

    of: pl.Expr
    how: Literal["any", "sum", "min", "max"]
    nothing: int


class Selection:
    """One pass over one kind of event; what is asked of it while rules are compiled is added to it.

    where: the program of the condition on one event. brought: columns of the subjects that each event
    needs. gathered: the columns that come out, by name. series: columns that a function works out
    subject by subject, by what they are.
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
            listed = listed.hstack(frame.select(self.brought)[listed.get_column("row")])
        candidates = self._candidates(listed, frame.height)
        columns = self._subjects(candidates, frame.height)
        for _, work_out in self.series.values():
            columns += work_out(candidates, frame.height)
        return columns

    def _listed(self, events: dict[str, pl.DataFrame]) -> pl.DataFrame:
        """The events of this kind, with a column for every attribute."""
        listed = events.get(self.event.key, pl.DataFrame(schema=EVENT_COLUMNS))
        for attribute in self.event.attributes:
            columns = unknown_columns(attribute)
            listed = listed.with_columns(**{k: v for k, v in columns.items() if k not in listed.columns})
        # Polars groups by a column faster where it knows that it is sorted.
        in_order = listed.get_column("row").is_sorted()
        return listed.with_columns(pl.col("row").set_sorted()) if in_order else listed

    def _candidates(self, listed: pl.DataFrame, height: int) -> pl.DataFrame:
        """The events that may count, with what is known of their order."""
        yes, no = [self.inside.yes], [self.inside.no]
        if self.where is not None:
            listed = listed.hstack(self.where.run(Planes(listed, {})))
            yes.append(pl.col(f"{WHERE}.yes"))
            no.append(pl.col(f"{WHERE}.no"))
        sure = every([pl.col("certain"), *map(inverted, no)])
        listed = listed.filter(as_plane(every(yes))).with_columns(as_plane(sure).alias("#sure"))
        looked_at = {name for each in self.gathered.values() for name in each.of.meta.root_names()}
        rows = listed.get_column("row")
        for name, border in BORDERS.items():
            if name in looked_at:
                of_subject = scattered(listed.filter(SURE), border, "#border", height)
                listed = listed.with_columns(of_subject.gather(rows)).with_columns(
                    REACHES_BORDER[name].alias(name)
                )
        return listed

    def _subjects(self, candidates: pl.DataFrame, height: int) -> list[pl.Series]:
        columns = [each.of.alias(name) for name, each in self.gathered.items()]
        values = candidates.select("row", *columns)
        compared = [name for name, each in self.gathered.items() if each.how != "any"]
        aggregates = [getattr(pl.col(name), self.gathered[name].how)() for name in compared]
        by_subject = values.group_by("row").agg(aggregates) if compared else values
        found = []
        for name, each in self.gathered.items():
            if each.how == "any":
                rows = values.get_column("row").filter(values.get_column(name))
                found.append(filled(name, rows, True, False, height))
            else:
                rows, numbers = by_subject.get_column("row"), by_subject.get_column(name)
                found.append(filled(name, rows, numbers, each.nothing, height))
        return found
