"""A file of what is true of made-up people: its columns, or why there are none, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import polars as pl

Unreadable = (OSError, pl.exceptions.PolarsError)
"""What goes wrong where a file is missing, or is something else."""


def columns_of(file: Path, columns: Sequence[str]) -> pl.DataFrame:
    """The columns of a Parquet file; one of `Unreadable` where it has none of these."""
    return pl.read_parquet(file, columns=list(columns))


def why_not(error: Exception) -> str:
    """Why a file could not be read, as the end of a sentence."""
    if isinstance(error, FileNotFoundError):
        return "there is no file of this name"
    if isinstance(error, OSError):
        return (error.strerror or "this machine does not let it be read").lower()
    if isinstance(error, pl.exceptions.ColumnNotFoundError):
        return "it lacks a column that such a file has"
    return "it is no Parquet file"
