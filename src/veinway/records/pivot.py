"""From long rows (subject, target, value) to the planes that the column engine evaluates.

Every plane starts as wide as its fact can be, and what is known is written over it: a fact of which no
row speaks stays unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from ..engine.planes import (
    EVENT_COLUMNS,
    Planes,
    complete_column,
    doubt_column,
    event_schema,
    high_column,
    low_column,
    no_column,
    set_column,
    yes_column,
)
from ..language.events import Event
from ..language.facts import Choice, Fact, YesNo
from ..language.knowledge import Knowledge
from .looks import everything
from .negatives import contradicting
from .silence import Silence


@dataclass(frozen=True, slots=True)
class Long:
    """What the statements give for some subjects, who are numbered from 0.

    subjects: person, side, index, at, index_minute, at_minute. facts: number, target, mask, low, high.
    events: number, target, resource, certain and times. attributes: number, target, resource, mask,
    low, high. negatives: number, target; that there was no such event is on record.
    """

    subjects: pl.DataFrame
    facts: pl.DataFrame
    events: pl.DataFrame
    attributes: pl.DataFrame
    negatives: pl.DataFrame


def planes(
    long: Long, knowledge: Knowledge, silences: Mapping[str, Silence], targets: Sequence[str]
) -> Planes:
    """The planes of some subjects; `targets` names the numbered targets of the long frames."""
    known, happened, attributes, negatives = (
        _by_target(frame, targets)
        for frame in (long.facts, long.events, long.attributes, long.negatives)
    )
    columns = list(long.subjects.get_columns())
    index = long.subjects["index"]
    for fact in knowledge.facts.values():
        recorded = known.get(fact.key)
        columns += _fact_planes(fact, recorded, index, silences.get(fact.key))
        columns.append(_on_record(recorded, len(index)).alias(doubt_column(fact.key)))
    for key, event in knowledge.events.items():
        complete = _covered(index, silences.get(key))
        if key in negatives:
            first_day = contradicting(knowledge, event, index)
            complete |= _closed(negatives[key], happened.get(key), first_day)
        columns.append(complete.alias(complete_column(key)))
    frames = {
        event.key: _event_frame(event, happened.get(event.key), attributes)
        for event in knowledge.events.values()
    }
    return Planes(pl.DataFrame(columns), frames)


def _by_target(frame: pl.DataFrame, targets: Sequence[str]) -> dict[str, pl.DataFrame]:
    parts = frame.partition_by("target", as_dict=True, include_key=False)
    return {targets[number]: part for (number,), part in parts.items()}


def _fact_planes(
    fact: Fact, known: pl.DataFrame | None, index: pl.Series, silence: Silence | None
) -> list[pl.Series]:
    mask, low, high = everything(fact)
    height = len(index)
    if isinstance(fact, YesNo):
        bits = _written(_wide(mask, height) - _covered(index, silence).cast(pl.Int64) * 2, known, "mask")
        return [
            ((bits & 2) > 0).alias(yes_column(fact.key)),
            ((bits & 1) > 0).alias(no_column(fact.key)),
        ]
    if isinstance(fact, Choice):
        return [_written(_wide(mask, height), known, "mask").alias(set_column(fact.key))]
    return [
        _written(_wide(low, height), known, "low").alias(low_column(fact.key)),
        _written(_wide(high, height), known, "high").alias(high_column(fact.key)),
    ]


def _on_record(known: pl.DataFrame | None, height: int) -> pl.Series:
    """Of whom something is on record, so that no presumption may speak (see `engine.doubt`)."""
    nobody = pl.repeat(False, height, dtype=pl.Boolean, eager=True)
    return nobody if known is None else nobody.scatter(known["number"], True)


def _wide(value: int, height: int) -> pl.Series:
    return pl.repeat(value, height, dtype=pl.Int64, eager=True)


def _written(wide: pl.Series, known: pl.DataFrame | None, column: str) -> pl.Series:
    """The widest values with what is known written over them."""
    if known is None:
        return wide
    return wide.scatter(known["number"], known[column])


def _covered(index: pl.Series, silence: Silence | None) -> pl.Series:
    """For which subjects silence means no."""
    if silence is None:
        return pl.repeat(False, len(index), dtype=pl.Boolean, eager=True)
    return index >= silence.from_index


def _closed(none: pl.DataFrame, happened: pl.DataFrame | None, first_day: pl.Series) -> pl.Series:
    """Of whom it is on record that there was no such event, and nothing contradicts it."""
    closed = pl.repeat(False, len(first_day), dtype=pl.Boolean, eager=True).scatter(none["number"], True)
    if happened is None:
        return closed
    rows = happened["number"]
    contradicted = rows.filter(happened["day_high"] >= first_day.gather(rows))
    return closed.scatter(contradicted, False)


def _event_frame(
    event: Event, rows: pl.DataFrame | None, attributes: Mapping[str, pl.DataFrame]
) -> pl.DataFrame:
    schema = event_schema(event)
    if rows is None:
        return pl.DataFrame(schema=schema)
    named = {"number": "row", "day_low": "day.low", "day_high": "day.high"} | {
        "minute_low": "minute.low",
        "minute_high": "minute.high",
    }
    frame = rows.rename(named).with_row_index("place")
    columns = [frame[name].cast(kind) for name, kind in EVENT_COLUMNS.items()]
    for fact in event.attributes:
        known = attributes.get(f"{event.key}.{fact.key}")
        if known is not None:
            known = known.rename({"number": "row"}).join(
                frame.select("row", "resource", number="place"), on=["row", "resource"], how="inner"
            )
        columns += _fact_planes(fact, known, frame["day.low"], None)
    return pl.DataFrame(columns).select(*schema)
