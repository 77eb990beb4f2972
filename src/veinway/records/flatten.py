"""Everything that an input holds, as one long table: one row a coded event of a person.

One SQL program (`flatten.sql`) reads one bundle and a whole bulk export alike. It makes the table
`record`: person, resource ('Observation/17'), kind, system and code as listed in `codes/`, the names
of the concepts that the code stands for, status, when it happened, when it ended and when it was
recorded (days in the site's calendar, minutes in UTC; a partial date is an interval, no date is NULL),
the value exactly as written, and the side.
"""

from __future__ import annotations

import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import duckdb
import orjson

from veinway.language.errors import InputError, SourceError

from .codes import OTHER_NAMES, OWN_OPTIONS, OWN_SYSTEM, CodeRow, load_codes
from .columns import COLUMNS, PERSON_TYPES, READ_TYPES, RESOURCE_TYPES
from .input_problems import (
    MOST_PLACES,
    NOT_JSON,
    ONE_PAGE,
    SKIPPED_FILE,
    InputProblem,
    Place,
    Problems,
    located,
    unreadable_lines,
)
from .sources import Resource, Source, read_bundle

LONGEST_LINE = 32 * 1024 * 1024
"""Bytes of one resource in an NDJSON file."""
_NOT_DONE = (
    "entered-in-error", "cancelled", "not-done", "draft", "declined", "planned", "intended",
    "preparation",
)  # fmt: skip
"""States in which a resource tells of nothing that happened."""
_SESSIONS: WeakKeyDictionary[duckdb.DuckDBPyConnection, duckdb.DuckDBPyConnection] = WeakKeyDictionary()
"""The second bundle that comes over a connection need not read the code lists again."""


def flatten(
    connection: duckdb.DuckDBPyConnection, source: Source, *, time_zone: str = "UTC"
) -> Problems:
    """Make the table `record` of everything in a source, and say what could not be read.

    time_zone: of the site, in whose calendar days are counted; a time without an offset is in it.
    Raises SourceError (S313 to S320) for a file that cannot be used at all, InputError I234 for an
    unknown time zone.
    """
    if source.kind == "ndjson":
        problems = _run(connection, source.files, {}, time_zone)
        skipped = tuple(Place(file.name) for file in source.skipped)
        return problems.and_also(InputProblem(SKIPPED_FILE, len(skipped), skipped[:MOST_PLACES]))
    with tempfile.TemporaryDirectory(prefix="veinway-") as folder:
        names: dict[str, str] = {}
        pages: list[Place] = []
        for number, file in enumerate(source.files):
            bundle = read_bundle(file)
            lines = _write_lines(Path(folder) / f"{number}.ndjson", bundle.resources)
            names[str(lines)] = file.name
            pages += [Place(file.name)] if bundle.incomplete else []
        problems = _run(connection, [Path(lines) for lines in names], names, time_zone)
    return problems.and_also(InputProblem(ONE_PAGE, len(pages), tuple(pages[:MOST_PLACES])))


def flatten_bundle(
    connection: duckdb.DuckDBPyConnection, resources: list[Resource], *, time_zone: str = "UTC"
) -> Problems:
    """Make the table `record` of resources in memory; otherwise as `flatten`."""
    with tempfile.TemporaryDirectory(prefix="veinway-") as folder:
        lines = _write_lines(Path(folder) / "0.ndjson", resources)
        return _run(connection, [lines], {str(lines): "bundle"}, time_zone)


def _write_lines(file: Path, resources: Iterable[Resource]) -> Path:
    needed = (r for r in resources if r.get("resourceType") not in RESOURCE_TYPES.difference(READ_TYPES))
    file.write_bytes(b"".join(orjson.dumps(r, option=orjson.OPT_APPEND_NEWLINE) for r in needed))
    return file


def _run(
    connection: duckdb.DuckDBPyConnection,
    lines: Iterable[Path],
    names: Mapping[str, str],
    time_zone: str,
) -> Problems:
    session = _session(connection)
    session.execute(f"SET TimeZone = {_text(_checked(time_zone))}")
    program = _program()
    try:
        session.execute(program["event"].replace("$files", _list(map(str, lines))))
    except duckdb.InvalidInputException as error:
        raise SourceError(
            "S320",
            f"The records cannot be read: {str(error).splitlines()[0]}",
            todo=f"A resource may have {LONGEST_LINE // 1024 // 1024} MB at most.",
        ) from None
    session.execute(program["record"])
    return _problems(session, program["problems"], names)


def _session(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """A session of our own in the connection's database, with its own time zone and temporary tables."""
    session = _SESSIONS.get(connection)
    if session is None:
        session = connection.cursor()
        session.execute(_program()["words"])
        session.execute(_codes_sql())
        for name, values in _lists().items():
            session.execute(f"SET VARIABLE {name} = {_list(values)}")
        _SESSIONS[connection] = session
    return session


def _problems(connection: duckdb.DuckDBPyConnection, query: str, names: Mapping[str, str]) -> Problems:
    found: list[InputProblem] = []
    lost: dict[str, int] = {}
    for code, count, places in connection.execute(query).fetchall():
        if code == NOT_JSON:
            lost = dict(
                connection.execute(
                    "SELECT file, count(*) FROM event WHERE resource_type IS NULL GROUP BY file"
                ).fetchall()
            )
        else:
            problem = InputProblem(code, count, tuple(_place(place) for place in places))
            found.append(located(problem, names))
    return Problems(tuple(found)).and_also(*(unreadable_lines(lost) if lost else ()))


def _place(place: dict[str, Any]) -> Place:
    return Place(place["file"], 0, place["resource"], place["detail"])


def _checked(time_zone: str) -> str:
    try:
        return ZoneInfo(time_zone).key
    except (ZoneInfoNotFoundError, ValueError):
        raise InputError(
            "I234", f"{time_zone!r} is no time zone.", todo="Write one such as Europe/London."
        ) from None


@cache
def _program() -> dict[str, str]:
    """The parts of flatten.sql; only the list of files is left open."""
    text = (files("veinway.records") / "flatten.sql").read_text(encoding="utf-8")
    filled = {
        "own_system": _text(OWN_SYSTEM),
        "own_options": _text(OWN_OPTIONS),
        "icd_10_cm": _text("http://hl7.org/fhir/sid/icd-10-cm"),
        "files": "$files",
        "longest_line": str(LONGEST_LINE),
        "columns": "{" + ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items()) + "}",
        "places": str(MOST_PLACES),
    }
    parts = re.findall(r"^--: (\w+)\n(.*?)(?=^--: |\Z)", text, re.DOTALL | re.MULTILINE)
    return {name: part.format(**filled) for name, part in parts}


def _lists() -> dict[str, list[str]]:
    """Lists that the program looks things up in."""
    prefixes = [row for row in load_codes() if row.descendants]
    systems = {row.system for row in prefixes}
    return {
        "known_types": sorted(RESOURCE_TYPES),
        "person_types": sorted(PERSON_TYPES),
        "not_done": sorted(_NOT_DONE),
        "classifications": sorted(name for system in systems for name in _names(system)),
        "prefixes": sorted({_key(row) for row in prefixes}),
    }


@cache
def _codes_sql() -> str:
    """The code lists as a table: each code once, under every name of its system.

    key: what the join compares first. told: the concepts that the code stands for when something is
    reported; asked: when it is ordered.
    """
    listed: dict[tuple[str, str, bool], list[CodeRow]] = defaultdict(list)
    for row in load_codes():
        if row.system != OWN_SYSTEM:
            listed[row.system, row.code, row.descendants].append(row)
    lines = [
        f"({_text(name)}, {_text(_key(rows[0]))}, {_text(system)}, {_text(code)}, {descendants}, "
        f"{_text(rows[0].display)}, {_concepts(rows, asked=False)}, {_concepts(rows, asked=True)})"
        for (system, code, descendants), rows in listed.items()
        for name in _names(system)
    ]
    return (
        f"CREATE OR REPLACE TEMP TABLE code_list AS SELECT * FROM (VALUES {', '.join(lines)}) "
        "AS listed(recorded_system, key, system, code, descendants, display, told, asked)"
    )


def _names(system: str) -> tuple[str, ...]:
    return (system, *OTHER_NAMES.get(system, ()))


def _key(row: CodeRow) -> str:
    """The code, or the two characters with which all its descendants begin."""
    return row.code.replace(".", "").upper()[:2] if row.descendants else row.code


def _concepts(rows: Iterable[CodeRow], *, asked: bool) -> str:
    names = [row.concept for row in rows if row.concept.endswith("-request") == asked]
    return _text(" ".join(names)) if names else "NULL"


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"
