"""Which conditions were the main diagnosis of a stay in hospital: `Encounter.diagnosis` with its rank.

Read apart from everything else, as only definitions ask for it, and only of lines and bundles of JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import orjson

from ..language.errors import SourceError
from ..language.values import Truth
from .codes import load_codes
from .flatten_program import LONGEST_LINE, list_of
from .listed_codes import codings_of
from .resources import items, part
from .sources import Resource, open_source, read_bundle, type_in_name

_COLUMNS = {"resourceType": "VARCHAR", "class": "JSON", "type": "JSON", "diagnosis": "JSON"}


@dataclass(frozen=True, slots=True)
class MainDiagnoses:
    """What the stays of a source say. main: conditions of rank 1; without: those without a
    rank. A condition that no stay names was the main diagnosis of none."""

    main: frozenset[str]
    without: frozenset[str]

    def of(self, resource: str) -> Truth:
        """Whether a condition, such as Condition/17, was the main diagnosis of a stay."""
        if resource in self.main:
            return Truth.YES
        return Truth.UNKNOWN if resource in self.without else Truth.NO


def main_diagnoses(connection: duckdb.DuckDBPyConnection, place: Path) -> MainDiagnoses | None:
    """The main diagnoses of all stays; None where the source names diagnoses of no stay at all."""
    try:
        source = open_source(place)
    except SourceError:
        return None  # tables, which have no place for a rank
    if source.kind == "ndjson":
        stays = _lines(connection, source.files)
    else:
        stays = (each for file in source.files for each in read_bundle(file).resources)
    ranked = [named for stay in stays if _in_hospital(stay) for named in _named(stay)]
    if not ranked:
        return None
    return MainDiagnoses(
        frozenset(condition for condition, rank in ranked if rank == 1),
        frozenset(condition for condition, rank in ranked if rank is None),
    )


def _lines(connection: duckdb.DuckDBPyConnection, files: Iterable[Path]) -> Iterator[Resource]:
    mine = [str(file) for file in files if type_in_name(file.name) in ("", "Encounter")]
    if not mine:
        return
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in _COLUMNS.items())
    query = (
        f"SELECT class, type, diagnosis FROM read_json({list_of(mine)}, format = 'newline_delimited', "
        f"ignore_errors = true, maximum_object_size = {LONGEST_LINE}, columns = {{{columns}}}) "
        "WHERE diagnosis IS NOT NULL AND resourceType = 'Encounter'"
    )
    for cells in connection.execute(query).fetchall():
        read = (None if cell is None else orjson.loads(cell) for cell in cells)
        yield {
            "resourceType": "Encounter",
            **dict(zip(("class", "type", "diagnosis"), read, strict=True)),
        }


def _in_hospital(resource: Resource) -> bool:
    if resource.get("resourceType") != "Encounter" or not items(resource.get("diagnosis")):
        return False
    known = {(row.system, row.code) for row in load_codes() if row.concept == "inpatient"}
    return any(
        one is not None and (one.system, one.code) in known for one in codings_of("Encounter", resource)
    )


def _named(stay: Resource) -> Iterator[tuple[str, int | None]]:
    for each in items(stay.get("diagnosis")):
        reference = part(each, "condition", "reference")
        rank = each.get("rank") if isinstance(each, dict) else None
        if isinstance(reference, str):
            name = reference.removeprefix("urn:uuid:").rpartition("/")[2]
            yield f"Condition/{name}", rank if isinstance(rank, int) else None
