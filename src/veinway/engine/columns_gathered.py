"""Many patients: from columns over events to columns over subjects.

The events of a kind are put in the order of their subjects once. What is reduced is then a run of
neighbours: with the number of the subject above the value, the largest value so far is that of the
subject itself, and its last event has the largest of all.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import polars as pl

from ..language.events import Event
from .candidates import FAR_FUTURE
from .columns_cells import LARGEST
from .planes import EVENT_COLUMNS, unknown_columns

ANY = pl.lit(True)
SURE = pl.col("#sure")
"""Of an event that may count: it surely does."""
FIRST, LAST = pl.col("#first"), pl.col("#last")
"""No sure one lies surely before (after) it."""
LATEST_MINUTE = 1440 * FAR_FUTURE
Held = Mapping[str, pl.Series]
"""Columns by name."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A column over the events that becomes one over the subjects; `nothing` is for those without."""

    of: pl.Expr
    how: Literal["any", "sum", "min", "max"]
    nothing: int


class Listed:
    """The events of one kind while a program runs; in the order of their subjects, where that is needed.

    columns: of the events. subjects: the columns of the subjects so far. done: what was worked out of
    all events and is the same for several selections.
    """

    def __init__(self, event: Event, frame: pl.DataFrame, subjects: Held, height: int) -> None:
        for attribute in event.attributes:
            absent = {k: v for k, v in unknown_columns(attribute).items() if k not in frame.columns}
            frame = frame.with_columns(**absent) if absent else frame
        self.columns: Held = {column.name: column for column in frame.get_columns()}
        self.row = frame.get_column("row")
        self.subjects = subjects
        self.height = height
        self.done: dict[object, tuple[pl.Series, pl.Series]] = {}
        self._brought: dict[str, pl.Series] = {}

    def frame(self, names: Iterable[str], **also: pl.Series) -> pl.DataFrame:
        """Columns of the events, and of the subjects as each event sees them."""
        marks = (column.alias(name) for name, column in also.items())
        return pl.DataFrame([self.row.alias("#row"), *marks, *map(self._column, names)])

    def _column(self, name: str) -> pl.Series:
        if name in self.columns:
            return self.columns[name]
        if name not in self._brought:
            self._brought[name] = self.subjects[name].gather(self.row).alias(name)
        return self._brought[name]


class Runs:
    """Some events in the order of their subjects, by the number of which each has a run of them."""

    def __init__(self, row: pl.Series, height: int) -> None:
        self.row, self.height = row, height

    @cached_property
    def _number(self) -> pl.Series:
        return self.row.cast(pl.Int64)

    @cached_property
    def _first(self) -> pl.Series:
        return (self.row != self.row.shift()).fill_null(True)

    @cached_property
    def _last(self) -> pl.Series:
        return (self.row != self.row.shift(-1)).fill_null(True)

    @cached_property
    def _run(self) -> pl.Series:
        """The number of the run that an event belongs to."""
        return self.row.rle_id()

    def of_runs(self, values: pl.Series, how: str) -> pl.Series:
        """One value a run."""
        if not len(values):
            return values
        if how == "sum":
            sums = values.cum_sum().filter(self._last)
            return sums - sums.shift(fill_value=0)
        least, most = values.min(), values.max()
        assert isinstance(least, int)
        assert isinstance(most, int)
        width = most - least + 1
        if self.height * width + max(-least, most) > LARGEST:
            return self._one_by_one(values, how)
        above = self._number * width
        if how == "max":
            ends, found = self._last, (above + values).cum_max()
        else:
            ends, found = self._first, (above + values).cum_min(reverse=True)
        return found.filter(ends) - above.filter(ends)

    def _one_by_one(self, values: pl.Series, how: str) -> pl.Series:
        frame = pl.DataFrame({"run": self._run.set_sorted(), "value": values})
        runs = frame.group_by("run", maintain_order=True)
        return runs.agg(getattr(pl.col("value"), how)()).get_column("value")

    def of_all(self, values: pl.Series, how: str) -> pl.Series:
        """For each event the value of its run."""
        return self.of_runs(values, how).gather(self._run)

    def of_subjects(self, values: pl.Series, gathered: Gathered) -> pl.Series:
        """A value for each subject."""
        if gathered.how == "any":
            return filled(values.name, self.row.filter(values), True, False, self.height)
        found = self.of_runs(values, gathered.how)
        return filled(values.name, self.row.filter(self._last), found, gathered.nothing, self.height)


class Happenings:
    """The events of all kinds while a program runs; of a kind without a frame there are none."""

    def __init__(
        self,
        frames: Mapping[str, pl.DataFrame],
        subjects: Held,
        height: int,
        ordered: Container[str],
    ) -> None:
        """ordered: the kinds that must be in the order of the subjects."""
        self._frames, self._subjects, self._height, self._ordered = frames, subjects, height, ordered
        self._listed: dict[str, Listed] = {}

    def of(self, event: Event) -> Listed:
        """Those of one kind."""
        if event.key not in self._listed:
            frame = self._frames.get(event.key, pl.DataFrame(schema=EVENT_COLUMNS))
            if event.key in self._ordered and not frame.get_column("row").is_sorted():
                # On one thread: so few rows are sorted in half of the time.
                frame = frame.sort("row", multithreaded=False)
            self._listed[event.key] = Listed(event, frame, self._subjects, self._height)
        return self._listed[event.key]


def filled(name: str, rows: pl.Series, values: pl.Series | bool, nothing: int, height: int) -> pl.Series:
    """A value for each subject: the one in its row, or `nothing`."""
    kind = pl.Boolean if isinstance(nothing, bool) else pl.Int64
    column = pl.Series(name, [nothing], kind).new_from_index(0, height)
    if not len(rows):
        return column
    return column.scatter(rows, values if isinstance(values, bool) else values.cast(kind))
