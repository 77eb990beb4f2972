"""FHIR resources in Parquet files, in the two forms that tools write.

Nested columns: one column an element, as Pathling writes them and as DuckDB does from NDJSON. The file,
or the folder that its parts are in, is named after the resource type. A timestamp without a zone is in
UTC, as Spark keeps them; where an element may be a bare date, midnight is that date: the day is all that
was known. Text: one column with a whole resource as JSON in each row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import orjson

from ...language.errors import SourceError
from ..columns import COLUMNS, COLUMNS_OF, READ_TYPES, RESOURCE_TYPES
from ..flatten_program import list_of, text
from ..input_problems import MOST_PLACES, SKIPPED_FILE, InputProblem, Place, Problems
from ..sources import check_version, type_in_name
from .scans import make_of_scans

_WHOLE = ("json", "resource", "value")
"""Columns of text that hold a resource: as DuckDB, many servers and Spark name them."""
_TEXTS = ("VARCHAR", "JSON", "BLOB")
_CHOICES = ("value", "effective", "onset", "performed", "medication")
_WITHOUT_ZONE = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS")
_INSTANTS = ("issued", "effectiveInstant")
"""What FHIR knows to the second, so that midnight is an instant."""
_PERIODS = ("effectivePeriod", "onsetPeriod", "performedPeriod", "abatementPeriod", "period")


@dataclass(frozen=True, slots=True)
class ParquetFile:
    """A file, the name it is reported under, its columns with their types, and what is in it.

    kind: the resource type; "" where the rows say it. whole: the column of text with a resource.
    """

    path: Path
    name: str
    types: tuple[tuple[str, str], ...]
    kind: str = ""
    whole: str = ""


def parquet_files(place: Path) -> tuple[Path, ...]:
    """The Parquet files of a file or folder, those in its folders too, in the order of their names.

    Raises SourceError S322 for a table whose files alone do not say what is in it.
    """
    if place.is_file():
        return (place,) if place.suffix == ".parquet" else ()
    if next(place.rglob("_delta_log"), None) is not None:
        todo = "Write the current rows as plain Parquet files, and give their folder."
        raise SourceError("S322", "This is a Delta table.", where=str(place), todo=todo)
    found = (file for file in place.rglob("*.parquet") if file.is_file())
    return tuple(sorted(file for file in found if not file.name.startswith((".", "_"))))


def read_parquet(
    connection: duckdb.DuckDBPyConnection, place: Path, files: Iterable[Path], time_zone: str
) -> Problems:
    """Make the table `record` of some Parquet files, and say what could not be read.

    Raises SourceError S316 (another FHIR version), S318 (not Parquet), S321 (a file that does not say
    what is in it), S322 (a layout that is not read), InputError I234 for an unknown time zone.
    """
    found = [_opened(connection, place, file) for file in files]
    skipped = [file for file in found if file.kind and file.kind not in READ_TYPES]
    read = [file for file in found if file not in skipped]
    for file in read:
        _check_first_row(connection, file)
    broken = {n: rows for n, f in enumerate(read) if f.whole for rows in [_broken(connection, f)]}
    names = [file.name for file in read]
    problems = make_of_scans(connection, _scans(read), names, time_zone, broken)
    places = tuple(Place(file.name) for file in skipped[:MOST_PLACES])
    return problems.and_also(InputProblem(SKIPPED_FILE, len(skipped), places))


def _opened(connection: duckdb.DuckDBPyConnection, place: Path, path: Path) -> ParquetFile:
    name = path.name if path == place else path.relative_to(place).as_posix()
    try:
        rows = connection.execute(f"DESCRIBE FROM read_parquet({list_of([str(path)])})").fetchall()
    except duckdb.Error as error:
        why = str(error).splitlines()[0]
        todo = "Copy it again."
        raise SourceError("S318", f"The file cannot be read: {why}", where=name, todo=todo) from None
    types = {row[0]: row[1] for row in rows}
    _check_layout(types, name)
    columns = tuple(types.items())
    whole = _whole_column(types)
    if whole:
        return ParquetFile(path, name, columns, whole=whole)
    return ParquetFile(path, name, columns, _kind(connection, path, name, types))


def _check_layout(types: Mapping[str, str], name: str) -> None:
    nested = [column for column in _CHOICES if types.get(column, "").startswith("STRUCT")]
    if nested:
        raise SourceError(
            "S322",
            f"The element {nested[0]}[x] is one column of several types.",
            where=name,
            todo=f"Write a column for each type, such as {nested[0]}DateTime or {nested[0]}Quantity.",
        )


def _whole_column(types: Mapping[str, str]) -> str:
    """The column that holds whole resources as text, or ""."""
    texts = [column for column, kind in types.items() if kind in _TEXTS]
    named = [column for column in texts if column.lower() in _WHOLE]
    alone = [column for column in texts if len(types) == 1 and column not in COLUMNS]
    return next(iter((*named, *alone)), "")


def _kind(connection: duckdb.DuckDBPyConnection, path: Path, name: str, types: Mapping[str, str]) -> str:
    """The resource type of a file of nested columns; "" where its rows say that they are of several."""
    parts = (type_in_name(part) for part in reversed(name.split("/")))
    named = next((part for part in parts if part in RESOURCE_TYPES), "")
    if "resourceType" in types:
        query = f'SELECT DISTINCT "resourceType" FROM ({_rows_of([path])})'
        kinds = {kind for (kind,) in connection.execute(query).fetchall()}
        return named if kinds <= {named} else kinds.pop() if len(kinds) == 1 else ""
    if not named:
        raise SourceError(
            "S321",
            "Neither the file nor a column says which resource type this is.",
            where=name,
            todo="Name the file or its folder after the type, as in Observation.parquet.",
        )
    return named


def _check_first_row(connection: duckdb.DuckDBPyConnection, file: ParquetFile) -> None:
    row = connection.execute(
        f"SELECT {_resource(file)} FROM ({_rows_of([file.path])}) LIMIT 1"
    ).fetchall()
    try:
        resource = orjson.loads(row[0][0]) if row else None
    except orjson.JSONDecodeError:
        return  # counted when the file is read
    if isinstance(resource, dict):
        resource = {"resourceType": file.kind} | resource
        check_version(resource, file.path)


def _broken(connection: duckdb.DuckDBPyConnection, file: ParquetFile) -> list[Place]:
    """The rows of a file of text that are no JSON."""
    rows = connection.execute(
        f"SELECT file_row_number + 1 FROM ({_rows_of([file.path])}) "
        f"WHERE NOT coalesce(json_valid({_text(file)}), false) ORDER BY ALL"
    ).fetchall()
    return [Place(file.name, row) for (row,) in rows]


def _scans(files: Iterable[ParquetFile]) -> Iterator[str]:
    """A scan for the files that are alike; their rows become JSON, which is read as lines are."""
    alike: dict[tuple[object, ...], list[tuple[int, ParquetFile]]] = defaultdict(list)
    for number, file in enumerate(files):
        alike[file.types, file.kind, file.whole].append((number, file))
    for numbered in alike.values():
        first = numbered[0][1]
        columns = orjson.dumps(COLUMNS_OF[first.kind] if first.kind else COLUMNS).decode()
        numbers = f"[{', '.join(str(number) for number, _ in numbered)}][file_index::BIGINT + 1]"
        yield (
            f"SELECT unnest(from_json({_resource(first)}, {text(columns)})), "
            f"{text(first.kind)} AS named, {numbers}::INTEGER AS file "
            f"FROM ({_rows_of([file.path for _, file in numbered])})"
        )


def _rows_of(paths: Iterable[Path]) -> str:
    return f"SELECT *, file_index, file_row_number FROM read_parquet({list_of(map(str, paths))})"


def _resource(file: ParquetFile) -> str:
    """A row as the JSON of a resource."""
    if file.whole:
        return f"CASE WHEN json_valid({_text(file)}) THEN {_text(file)} ELSE '{{}}' END"
    types = dict(file.types)
    parts = [
        f"{_quoted(name)} := {_element(name, types[name])}"
        for name in (COLUMNS_OF[file.kind] if file.kind else COLUMNS)
        if name in types
    ]
    if "resourceType" not in types:
        parts.append(f'"resourceType" := {text(file.kind)}')
    if file.kind == "Patient" and {"_extension", "_fid"} <= types.keys():
        parts.append('"extension" := "_extension"["_fid"]')  # as Pathling keeps them
    return f"to_json(struct_pack({', '.join(parts)}))"


def _text(file: ParquetFile) -> str:
    column = _quoted(file.whole)
    return f"TRY(decode({column}))" if dict(file.types)[file.whole] == "BLOB" else f"{column}::VARCHAR"


def _element(name: str, kind: str) -> str:
    """An element of a resource: dates as text that says its zone, everything else as it is."""
    column = _quoted(name)
    if name in _PERIODS and "TIMESTAMP" in kind:
        ends = (
            f"{end} := {_moment(f'{column}.{end}', said[1])}"
            for end in ('"start"', '"end"')
            for said in re.finditer(rf"[(\s]{end} ([A-Z][A-Z_ ]*)", kind)
        )
        return f"CASE WHEN {column} IS NOT NULL THEN struct_pack({', '.join(ends)}) END"
    if name in _INSTANTS and kind in _WITHOUT_ZONE:
        return f"CAST({column} AS VARCHAR) || '+00'"
    return _moment(column, kind)


def _moment(moment: str, kind: str) -> str:
    """A moment of some type as text that says its zone; one without a zone may be a bare date."""
    if kind not in _WITHOUT_ZONE:
        return f"CAST({moment} AS VARCHAR)" if kind.startswith("TIMESTAMP") else moment
    return (
        f"CASE WHEN {moment} = date_trunc('day', {moment}) THEN CAST(CAST({moment} AS DATE) AS VARCHAR) "
        f"ELSE CAST({moment} AS VARCHAR) || '+00' END"
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
