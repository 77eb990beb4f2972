"""What is true of made-up people, as a Parquet file beside their records."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]


class TruthFile:
    """Writes lines of a schema, one row group a block of people."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._schema = schema
        self._writer = pq.ParquetWriter(path, schema, compression="zstd")

    def __enter__(self) -> TruthFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.close()

    def write(self, lines: Iterable[tuple[Any, ...]]) -> None:
        """What is true of some people more."""
        columns = list(zip(*lines, strict=True)) or [()] * len(self._schema)
        fields = zip(columns, self._schema, strict=True)
        arrays = [pa.array(column, field.type) for column, field in fields]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
