"""Finding the tables of an OMOP common data model (v5): Parquet, CSV, or a DuckDB file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from ...language.errors import SourceError
from ..flatten_program import list_of, text

EVENT_TABLES = (
    "condition_occurrence", "device_exposure", "drug_exposure", "measurement", "observation",
    "procedure_occurrence", "visit_occurrence",
)  # fmt: skip
"""Where something is told of a person."""
NEEDED = ("concept", "person")
"""Without these no row can be understood."""
_ITS_OWN = frozenset({*EVENT_TABLES, *NEEDED} - {"observation", "person"})
"""Names that no FHIR resource type has."""


def _told_of(name: str, key: str, begin: str, end: str) -> dict[str, str]:
    """The columns of a table of events: who, what, and when."""
    return {
        "key": key,
        "person": "person_id",
        "concept": f"{name}_concept_id",
        "source_concept": f"{name}_source_concept_id",
        "written": f"{name}_source_value",
        "day": f"{begin}_date",
        "moment": f"{begin}_datetime",
        "end_day": f"{end}_date",
        "end_moment": f"{end}_datetime",
    }


_VALUES = {
    "number": "value_as_number",
    "answer": "value_as_concept_id",
    "written_value": "value_source_value",
    "unit": "unit_concept_id",
    "unit_words": "unit_source_value",
}
COLUMNS: dict[str, dict[str, str]] = {
    "concept": {
        name: name
        for name in ("concept_id", "vocabulary_id", "concept_code", "concept_name", "concept_class_id")
    },
    "person": {
        "person": "person_id",
        "concept": "gender_concept_id",
        "year": "year_of_birth",
        "month": "month_of_birth",
        "day": "day_of_birth",
        "moment": "birth_datetime",
    },
    "condition_occurrence": {
        **_told_of("condition", "condition_occurrence_id", "condition_start", "condition_end"),
        "status": "condition_status_concept_id",
    },
    "device_exposure": _told_of(
        "device", "device_exposure_id", "device_exposure_start", "device_exposure_end"
    ),
    "drug_exposure": {
        **_told_of("drug", "drug_exposure_id", "drug_exposure_start", "drug_exposure_end"),
        "supply": "days_supply",
        "verbatim_end": "verbatim_end_date",
    },
    "measurement": {
        **_told_of("measurement", "measurement_id", "measurement", ""),
        **_VALUES,
        "operator": "operator_concept_id",
        "high": "range_high",
    },
    "observation": {
        **_told_of("observation", "observation_id", "observation", ""),
        **_VALUES,
        "words": "value_as_string",
        "side": "qualifier_concept_id",
        "side_words": "qualifier_source_value",
    },
    "procedure_occurrence": {
        **_told_of("procedure", "procedure_occurrence_id", "procedure", "procedure_end"),
        "side": "modifier_concept_id",
        "side_words": "modifier_source_value",
    },
    "visit_occurrence": _told_of("visit", "visit_occurrence_id", "visit_start", "visit_end"),
}
"""Which columns of a table are read, by the names that all tables share."""
_ALL = tuple(dict.fromkeys(each for name in EVENT_TABLES for each in COLUMNS[name]))
REFERRING = ("concept", "source_concept", "answer", "status", "operator", "side", "unit")
"""The columns that refer to concepts."""
_ENDINGS = (".parquet", ".csv", ".csv.gz", ".tsv", ".tsv.gz")
_DATABASES = (".duckdb", ".db")
_ATTACHED = "omop_source"


Tables = dict[str, str]
"""SQL for the rows of each table that is there: the columns of `COLUMNS` as text."""


def is_omop(place: Path) -> bool:
    """Whether a file or folder looks like the tables of this model."""
    if place.is_file():
        return place.suffix in _DATABASES
    return place.is_dir() and not _ITS_OWN.isdisjoint(_files(place))


@contextmanager
def omop_tables(connection: duckdb.DuckDBPyConnection, place: Path) -> Iterator[Tables]:
    """The tables that are there, while the connection can read them.

    Raises SourceError S318 (a file that cannot be read), S323 (no person, concept or event table, or
    the same table twice).
    """
    if place.is_dir():
        found = {name: _rows_of(name, files) for name, files in _files(place).items()}
        yield _checked(connection, found, place)
        return
    try:
        connection.execute(f"ATTACH {text(str(place))} AS {_ATTACHED} (READ_ONLY)")
    except duckdb.Error as error:
        raise _unreadable(error, place.name) from None
    try:
        yield _checked(connection, _in_database(connection, place), place)
    finally:
        connection.execute(f"DETACH {_ATTACHED}")


def _files(folder: Path) -> dict[str, list[Path]]:
    """The files of each table: alone, or parts in a folder of the table's name."""
    found: dict[str, list[Path]] = defaultdict(list)
    for entry in sorted(folder.iterdir()):
        name = entry.name.lower().partition(".")[0]
        if name not in {*EVENT_TABLES, *NEEDED}:
            continue
        parts = sorted(entry.iterdir()) if entry.is_dir() else [entry]
        for part in parts:
            if part.name.lower().endswith(_ENDINGS) and not part.name.startswith((".", "_")):
                found[name].append(part)
    return dict(found)


def _rows_of(name: str, files: list[Path]) -> str:
    kinds = {file.suffix == ".parquet" for file in files}
    if len(kinds) > 1:
        raise _wrong(f"There are two of the table {name}, Parquet and text.", files[0].parent)
    if kinds == {True}:
        return f"read_parquet({list_of(map(str, files))}, union_by_name = true)"
    tabs = b"\t" in _first_line(files[0])
    # The vocabulary files are written with tabs and without quotes, and names hold quotes.
    form = r"delim = '\t', quote = '', escape = ''" if tabs else "delim = ',', quote = '\"'"
    return f"read_csv({list_of(map(str, files))}, all_varchar = true, header = true, {form})"


def _first_line(file: Path) -> bytes:
    from ..input_problems import open_bytes

    try:
        with open_bytes(file) as stream:
            return stream.readline()
    except (OSError, EOFError) as error:
        raise _unreadable(error, file.name) from None


def _in_database(connection: duckdb.DuckDBPyConnection, place: Path) -> dict[str, str]:
    rows = connection.execute(
        "SELECT lower(table_name), table_schema, table_name FROM information_schema.tables "
        f"WHERE table_catalog = '{_ATTACHED}' ORDER BY ALL"
    ).fetchall()
    found: dict[str, str] = {}
    for name, schema, written in rows:
        if name in found and name in {*EVENT_TABLES, *NEEDED}:
            raise _wrong(f"There are two of the table {name}, in different schemas.", place)
        found[name] = f'{_ATTACHED}."{schema}"."{written}"'
    return {name: rows for name, rows in found.items() if name in {*EVENT_TABLES, *NEEDED}}


def _checked(connection: duckdb.DuckDBPyConnection, found: dict[str, str], place: Path) -> Tables:
    missing = [name for name in NEEDED if name not in found]
    if missing:
        raise _wrong(f"The table {' and the table '.join(missing)} is not there.", place)
    if not any(name in found for name in EVENT_TABLES):
        raise _wrong("There is no table that tells of anything.", place)
    tables = {}
    for name, rows in sorted(found.items()):
        try:
            described = connection.execute(f"DESCRIBE FROM {rows}").fetchall()
        except duckdb.Error as error:
            raise _unreadable(error, name) from None
        tables[name] = _as_text(name, rows, {row[0].lower() for row in described})
    return tables


def _as_text(name: str, rows: str, there: set[str]) -> str:
    columns = COLUMNS[name]
    names = dict.fromkeys([*columns, *(_ALL if name in EVENT_TABLES else ())])
    listed = (
        f"nullif(trim(CAST({columns[each]} AS VARCHAR)), '') AS {each}"
        if columns.get(each) in there
        else f"NULL::VARCHAR AS {each}"
        for each in names
    )
    return f"SELECT {', '.join(listed)} FROM {rows}"


def _wrong(what: str, place: Path) -> SourceError:
    todo = f"Give person, concept and the event tables ({', '.join(EVENT_TABLES)}), each once."
    return SourceError("S323", what, where=str(place), todo=todo)


def _unreadable(error: Exception, name: str) -> SourceError:
    why = str(error).splitlines()[0]
    return SourceError("S318", f"The file cannot be read: {why}", where=name, todo="Copy it again.")
