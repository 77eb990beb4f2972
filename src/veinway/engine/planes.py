"""Many subjects as columns: the layout of what is known, one row a subject, and never a null.

The main frame has, of every subject,

    person (String), side (String: "", "left" or "right"), index, at (Int64, day numbers),
    index_minute, at_minute (Int64, minutes since 1970-01-01 UTC)
    k.yes, k.no      Boolean, for a yes/no fact k: it can be yes, it can be no
    k.low, k.high    Int64, for a measure (grid integers) or a date (day numbers)
    k.set            Int64, for a choice: bit n says that option n is still possible
    e.complete       Boolean, for a kind of event e: no other than those listed has happened

and each kind of event has a long frame of its own, one row an event,

    row (UInt32, the subject's row in the main frame), certain (Boolean),
    day.low, day.high, minute.low, minute.high (Int64), and its attributes, named as above.

A fact without columns is unknown for everybody; a kind of event without a frame has no rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from ..language.errors import InputError
from ..language.events import Event
from ..language.facts import Choice, Fact, YesNo
from ..language.knowledge import Knowledge
from ..language.values import History, Interval, Possible, Situation, Truth
from .doubt import in_doubt

SUBJECT = {
    "person": pl.String,
    "side": pl.String,
    "index": pl.Int64,
    "at": pl.Int64,
    "index_minute": pl.Int64,
    "at_minute": pl.Int64,
}
"""What identifies a subject, and its two instants."""
EVENT_COLUMNS = {
    "row": pl.UInt32,
    "day.low": pl.Int64,
    "day.high": pl.Int64,
    "minute.low": pl.Int64,
    "minute.high": pl.Int64,
    "certain": pl.Boolean,
}
"""What every row of an event frame has, whatever its kind."""

Columns = dict[str, list[object]]


@dataclass(frozen=True, slots=True)
class Planes:
    """What is known of many subjects: `frame` has one row a subject, `events` one frame a kind."""

    frame: pl.DataFrame
    events: dict[str, pl.DataFrame]

    @property
    def height(self) -> int:
        """How many subjects there are."""
        return self.frame.height

    def checked(self) -> Planes:
        """These planes, or InputError I260 where a column holds a null."""
        for name, frame in {"subjects": self.frame, **self.events}.items():
            for column in frame.get_columns():
                if column.null_count():
                    raise InputError(
                        "I260",
                        f"The column {column.name!r} has empty cells.",
                        where=name,
                        todo="An unknown is the widest value that it may have, never an empty cell.",
                    )
        return self


def yes_column(key: str) -> str:
    """Whether a yes/no fact can be yes."""
    return f"{key}.yes"


def no_column(key: str) -> str:
    """Whether a yes/no fact can be no."""
    return f"{key}.no"


def low_column(key: str) -> str:
    """The low end of a measure or a date."""
    return f"{key}.low"


def high_column(key: str) -> str:
    """The high end of a measure or a date."""
    return f"{key}.high"


def set_column(key: str) -> str:
    """The options of a choice that are still possible, as bits."""
    return f"{key}.set"


def complete_column(key: str) -> str:
    """Whether every event of a kind is listed."""
    return f"{key}.complete"


def doubt_column(key: str) -> str:
    """Whether something is on record of a fact that keeps presumptions from speaking (see `doubt`)."""
    return f"{key}.doubt"


def schema_of(fact: Fact) -> dict[str, type[pl.DataType]]:
    """The columns of a fact, with their types."""
    if isinstance(fact, YesNo):
        return {yes_column(fact.key): pl.Boolean, no_column(fact.key): pl.Boolean}
    if isinstance(fact, Choice):
        return {set_column(fact.key): pl.Int64}
    return {low_column(fact.key): pl.Int64, high_column(fact.key): pl.Int64}


def event_schema(event: Event) -> dict[str, type[pl.DataType]]:
    """The columns of a kind of event, with their types."""
    schema: dict[str, type[pl.DataType]] = dict(EVENT_COLUMNS)
    for attribute in event.attributes:
        schema |= schema_of(attribute)
    return schema


def unknown_columns(fact: Fact) -> dict[str, pl.Expr]:
    """The columns of a fact of which nothing is known, by name."""
    values = cells(fact, fact.anything)
    return {name: pl.lit(values[name], kind) for name, kind in schema_of(fact).items()}


def cells(fact: Fact, value: Possible) -> dict[str, bool | int]:
    """One value of a fact, as the cells of its columns."""
    if isinstance(value, Truth):
        return {yes_column(fact.key): value.can_be_yes, no_column(fact.key): value.can_be_no}
    if isinstance(value, Interval):
        return {low_column(fact.key): int(value.low), high_column(fact.key): int(value.high)}
    assert isinstance(fact, Choice)
    return {set_column(fact.key): mask_of(value, fact.option_keys())}


def mask_of(options: Iterable[str], keys: Sequence[str]) -> int:
    """A set of options as bits, in the order of `keys`."""
    return sum(1 << keys.index(option) for option in options)


def options_in(mask: int, keys: Sequence[str]) -> frozenset[str]:
    """The options whose bits are set."""
    return frozenset(key for place, key in enumerate(keys) if mask >> place & 1)


def from_situations(
    situations: Sequence[Situation],
    facts: Knowledge | Iterable[Fact],
    events: Iterable[Event] = (),
    *,
    people: Sequence[str] | None = None,
    sides: Sequence[str] | None = None,
) -> Planes:
    """The planes of some situations; `people` and `sides` name the subjects ("0", "1", ... if not)."""
    if isinstance(facts, Knowledge):
        events = facts.events.values()
        facts = facts.facts.values()
    columns = _subjects(situations, people, sides)
    schema: dict[str, type[pl.DataType]] = dict(SUBJECT)
    for fact in facts:
        schema |= {**schema_of(fact), doubt_column(fact.key): pl.Boolean}
        _add_fact(columns, fact, situations)
    frames = {}
    for event in events:
        histories = [s.histories.get(event.key, History()) for s in situations]
        schema[complete_column(event.key)] = pl.Boolean
        columns[complete_column(event.key)] = [bool(history.complete) for history in histories]
        frames[event.key] = _event_frame(event, histories)
    return Planes(pl.DataFrame(columns, schema=schema, strict=True), frames)


def _subjects(
    situations: Sequence[Situation], people: Sequence[str] | None, sides: Sequence[str] | None
) -> Columns:
    """What identifies each subject, and its instants."""
    return {
        "person": [str(n) for n in range(len(situations))] if people is None else list(people),
        "side": [""] * len(situations) if sides is None else list(sides),
        "index": [s.index for s in situations],
        "at": [s.at for s in situations],
        "index_minute": [s.index_minute for s in situations],
        "at_minute": [s.at_minute for s in situations],
    }


def _add_fact(columns: Columns, fact: Fact, situations: Sequence[Situation]) -> None:
    rows = []
    for situation in situations:
        known = situation.facts.get(fact.key)
        rows.append(cells(fact, fact.anything if known is None else known.value))
    for name in schema_of(fact):
        columns[name] = [row[name] for row in rows]
    columns[doubt_column(fact.key)] = [in_doubt(fact, s.facts.get(fact.key)) for s in situations]


def _event_frame(event: Event, histories: Sequence[History]) -> pl.DataFrame:
    schema = event_schema(event)
    rows: list[dict[str, bool | int]] = []
    for number, history in enumerate(histories):
        for happened in history.events:
            row: dict[str, bool | int] = {
                "row": number,
                "day.low": int(happened.day.low),
                "day.high": int(happened.day.high),
                "minute.low": int(happened.minute.low),
                "minute.high": int(happened.minute.high),
                "certain": happened.certain,
            }
            for attribute in event.attributes:
                row |= cells(attribute, happened.attributes.get(attribute.key, attribute.anything))
            rows.append(row)
    return pl.DataFrame({name: [row[name] for row in rows] for name in schema}, schema=schema)
