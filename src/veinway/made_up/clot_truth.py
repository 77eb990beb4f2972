"""The clots that made-up people really had, one row a clot: whose, which kind, and when."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa  # type: ignore[import-untyped]

from .life import Life

CLOTS = "truth_clots.parquet"
CLOT_SCHEMA = pa.schema([("person", pa.string()), ("kind", pa.string()), ("day", pa.int64())])
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
