"""NDJSON files of a bulk export: one set a resource type, numbered when there are several."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO

from .fhir import TYPES, Chart


class BulkFolder:
    """Writes resources into `Type.ndjson`, or into `Type.001.ndjson` ... when `numbered`.

    Compressed files carry no name and no time, so that equal content gives equal bytes.
    """

    def __init__(self, folder: Path, *, numbered: bool, compress: bool) -> None:
        self.folder, self.numbered, self.compress = folder, numbered, compress
        self.resources = dict.fromkeys(TYPES, 0)
        self.bytes = 0
        self._number = 0
        self._open: dict[str, IO[bytes]] = {}
        self._raw: list[IO[bytes]] = []

    def __enter__(self) -> BulkFolder:
        self.next_files()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def next_files(self) -> None:
        """Close the files that are open and start the next ones."""
        self._close()
        self._number += 1
        number = f".{self._number:03}" if self.numbered else ""
        ending = ".ndjson.gz" if self.compress else ".ndjson"
        for kind in TYPES:
            raw = open(self.folder / f"{kind}{number}{ending}", "wb")  # noqa: SIM115
            self._raw.append(raw)
            self._open[kind] = _compressed(raw) if self.compress else raw

    def write(self, charts: Sequence[Chart]) -> None:
        """Append the resources of some people."""
        for kind in TYPES:
            of_kind = [line for chart in charts for line in chart.lines[kind]]
            if of_kind:
                content = b"".join(of_kind)
                self._open[kind].write(content)
                self.resources[kind] += len(of_kind)
                self.bytes += len(content)

    def _close(self) -> None:
        for file in (*self._open.values(), *self._raw):
            file.close()
        self._open.clear()
        self._raw.clear()


def _compressed(raw: IO[bytes]) -> IO[bytes]:
    return gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=3, mtime=0)  # type: ignore[return-value]
