"""Any input of many patients, made into the long table: lines of JSON, bundles, Parquet, OMOP."""

from __future__ import annotations

from pathlib import Path

import duckdb

from ..flatten import flatten
from ..flatten_program import Concepts
from ..input_problems import Problems
from ..sources import open_source
from .omop import read_omop
from .omop_tables import is_omop
from .parquet import parquet_files, read_parquet


def read_records(
    connection: duckdb.DuckDBPyConnection, place: Path, *, time_zone: str, concepts: Concepts = None
) -> Problems:
    """Make the tables of everything in a file or folder, and say what could not be read.

    The tables are those of `flatten` without evidence, or the table `record`. concepts: the code lists
    that are needed, None for all; of tables all are read. Raises SourceError for what cannot be used at
    all, InputError I234 for an unknown time zone.
    """
    if is_omop(place):
        return read_omop(connection, place, time_zone)
    tables = parquet_files(place) if not _has_json(place) else ()
    if tables:
        return read_parquet(connection, place, tables, time_zone)
    source = open_source(place)
    return flatten(connection, source, time_zone=time_zone, evidence=False, concepts=concepts)


def _has_json(place: Path) -> bool:
    """Whether a folder has lines or bundles, beside which tables are of something else."""
    return place.is_dir() and any(file.suffix in (".ndjson", ".jsonl") for file in place.iterdir())
