"""decisions.parquet: one row a subject, written piece by piece; see `engine.decision_frame`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from veinway.engine.decision_frame import SUBJECT_COLUMNS, DecisionFrame, Decisions

ROWS = 20_000
"""In one part of the file."""
_WORD = pa.dictionary(pa.int32(), pa.string())
"""A text as its place among all that there are: the texts themselves would be many times as large."""


def write_decisions(file: Path, frame: DecisionFrame, pieces: Iterable[Decisions]) -> None:
    """Write the pieces one after the other; a source without subjects gives an empty file."""
    schema = _schema(frame)
    # Without the kinds of Arrow beside them, readers see the keys as texts.
    settings = {"compression": "zstd", "store_schema": False, "write_statistics": False}
    with pq.ParquetWriter(file, schema, **settings) as writer:
        for piece in pieces:
            masks = piece.masks
            for part in piece.bits.iter_slices(ROWS):
                columns = [_column(part[field.name], masks.get(field.name), field) for field in schema]
                writer.write_table(pa.table(columns, schema=schema))


def _schema(frame: DecisionFrame) -> pa.Schema:
    kinds: dict[Any, pa.DataType] = {pl.String: _WORD, pl.List(pl.String): pa.list_(_WORD)}
    plain = pl.DataFrame(schema=frame.schema).to_arrow().schema
    of_subject = SUBJECT_COLUMNS.keys()
    return pa.schema(
        field if name in of_subject else field.with_type(kinds.get(kind, field.type))
        for field, (name, kind) in zip(plain, frame.schema.items(), strict=True)
    )


def _column(column: pl.Series, keys: tuple[str, ...] | None, field: pa.Field) -> pa.Array:
    return column.to_arrow().cast(field.type) if keys is None else _listed(column, keys)


def _listed(masks: pl.Series, keys: tuple[str, ...]) -> pa.ListArray:
    """Bits as lists of keys; there are few different masks, so each is taken apart once."""
    encoded = masks.to_arrow().dictionary_encode()
    places = [[n for n in range(len(keys)) if mask >> n & 1] for mask in encoded.dictionary.to_pylist()]
    lists = pa.array(places, pa.list_(pa.int32())).take(encoded.indices)
    named = pa.DictionaryArray.from_arrays(lists.values, pa.array(keys, pa.string()))
    return pa.ListArray.from_arrays(lists.offsets, named)
