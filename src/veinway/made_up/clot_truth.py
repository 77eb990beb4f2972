"""The clots that made-up people really had, one row a clot: whose, which kind, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from .life import Life

CLOTS = "truth_clots.parquet"
SCHEMA = pa.schema([("person", pa.string()), ("kind", pa.string()), ("day", pa.int64())])
Clot = tuple[str, str, int | None]
"""Whose, dvt or pe, and the day since 1970-01-01; None of a clot of some earlier time."""


def clots_of(life: Life, misleading: str) -> Iterator[Clot]:
    """The clots of somebody with a suspicion: the one that is there now, and those of earlier times."""
    if life.dvt in ("proximal", "distal"):
        yield life.person, "dvt", life.day
    if life.yes["previous_dvt"]:
        yield life.person, "dvt", None
    if misleading == "pulmonary_embolism_only":
        yield life.person, "pe", None


class ClotTruthFile:
    """Writes truth_clots.parquet, one row group a block of people."""

    def __init__(self, folder: Path) -> None:
        self._writer = pq.ParquetWriter(folder / CLOTS, SCHEMA, compression="zstd")

    def __enter__(self) -> ClotTruthFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.close()

    def write(self, clots: Iterable[Clot]) -> None:
        """The clots of some people more."""
        columns = list(zip(*clots, strict=True)) or [()] * len(SCHEMA)
        arrays = [pa.array(column, field.type) for column, field in zip(columns, SCHEMA, strict=True)]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=SCHEMA))
