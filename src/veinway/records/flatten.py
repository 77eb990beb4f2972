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
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import duckdb
import orjson

from veinway.language.errors import InputError, SourceError

from .codes import OTHER_NAMES, OWN_OPTIONS, OWN_SYSTEM, load_codes
from .columns import COLUMNS, PERSON_TYPES, READ_TYPES, RESOURCE_TYPES
from .input_problems import MOST_PLACES, InputProblem, Place, Problems, located, unreadable_lines
from .sources import Resource, Source, read_bundle

LONGEST_LINE = 32 * 1024 * 1024
"""Bytes of one resource in an NDJSON file."""
_NOT_DONE = (
    "entered-in-error", "cancelled", "not-done", "draft", "declined", "planned", "intended", "preparation",
)  # fmt: skip
"""States in which a resource tells of nothing that happened."""
_ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm"


def flatten(
    connection: duckdb.DuckDBPyConnection, source: Source, *, time_zone: str = "UTC"
) -> Problems:
    """Make the table `record` of everything in a source, and say what could not be read.

    time_zone: of the site, in whose calendar days are counted; a time without an offset is in it.
    Raises SourceError (S313 to S320) for a file that cannot be used at all, InputError I240 for an
    unknown time zone.
    """
    if source.kind == "ndjson":
        problems = _run(connection, source.files, {}, time_zone)
        skipped = tuple(Place(file.name) for file in source.skipped)
        return problems.and_also(InputProblem("S351", len(skipped), skipped[:MOST_PLACES]))
    with tempfile.TemporaryDirectory(prefix="veinway-") as folder:
        names: dict[str, str] = {}
        pages: list[Place] = []
        for number, file in enumerate(source.files):
            bundle = read_bundle(file)
            lines = _write_lines(Path(folder) / f"{number}.ndjson", bundle.resources)
            names[str(lines)] = file.name
            pages += [Place(file.name)] if bundle.incomplete else []
        problems = _run(connection, [Path(lines) for lines in names], names, time_zone)
    return problems.and_also(InputProblem("S352", len(pages), tuple(pages[:MOST_PLACES])))


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
    program = _program(time_zone)
    connection.execute(program["words"])
    connection.execute(program["codes"])
    try:
        connection.execute(program["event"].replace("$files", _list(map(str, lines))))
    except duckdb.InvalidInputException as error:
        raise SourceError(
            "S320",
            f"The records cannot be read: {str(error).splitlines()[0]}",
            todo=f"A resource may have {LONGEST_LINE // 1024 // 1024} MB at most.",
        ) from None
    connection.execute(program["record"])
    return _problems(connection, program["problems"], names)


def _problems(
    connection: duckdb.DuckDBPyConnection, query: str, names: Mapping[str, str]
) -> Problems:
    found: list[InputProblem] = []
    lost: dict[str, int] = {}
    for code, count, places in connection.execute(query).fetchall():
        if code == "S340":
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


@cache
def _program(time_zone: str) -> dict[str, str]:
    """The parts of flatten.sql for one time zone; only the list of files is left open."""
    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        raise InputError(
            "I240", f"{time_zone!r} is no time zone.", todo="Write one such as Europe/London."
        ) from None
    text = (files("veinway.records") / "flatten.sql").read_text(encoding="utf-8")
    parts = re.findall(r"^--: (\w+)\n(.*?)(?=^--: |\Z)", text, re.DOTALL | re.MULTILINE)
    codes = _code_list()
    filled = {
        "zone": _text(time_zone),
        "own_system": _text(OWN_SYSTEM),
        "own_options": _text(OWN_OPTIONS),
        "files": "$files",
        "longest_line": str(LONGEST_LINE),
        "columns": "{" + ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items()) + "}",
        "known_types": _list(sorted(RESOURCE_TYPES)),
        "person_types": _list(PERSON_TYPES),
        "not_done": _list(_NOT_DONE),
        "icd_10_cm": _set((_ICD_10_CM, *OTHER_NAMES[_ICD_10_CM])),
        "classifications": _set(sorted({name for name, _, _, _, descendants, _ in codes if descendants})),
        "prefixes": _list(sorted({key for _, key, _, _, descendants, _ in codes if descendants})),
        "places": str(MOST_PLACES),
    }
    program = {name: part.format(**filled) for name, part in parts}
    return program | {"codes": _codes_sql(codes)}


_ListedCode = tuple[str, str, str, str, bool, str]


def _code_list() -> list[_ListedCode]:
    """Recorded system, key, system, code, descendants, display: each code once, under all its names."""
    return sorted(_concepts_by_code())


@cache
def _concepts_by_code() -> dict[_ListedCode, list[str]]:
    found: dict[tuple[str, str, bool], list[str]] = defaultdict(list)
    displays: dict[tuple[str, str, bool], str] = {}
    for row in load_codes():
        if row.system != OWN_SYSTEM:
            listed = (row.system, row.code, row.descendants)
            found[listed].append(row.concept)
            displays.setdefault(listed, row.display)
    return {
        (name, _key(code, descendants), system, code, descendants, displays[system, code, descendants]): concepts
        for (system, code, descendants), concepts in found.items()
        for name in (system, *OTHER_NAMES.get(system, ()))
    }


def _key(code: str, descendants: bool) -> str:
    """What the join compares first: the code, or the first two characters that its descendants share."""
    return code.replace(".", "").upper()[:2] if descendants else code


def _codes_sql(codes: list[_ListedCode]) -> str:
    concepts = _concepts_by_code()
    rows = ", ".join(
        f"({_text(name)}, {_text(key)}, {_text(system)}, {_text(code)}, {descendants}, {_text(display)}, "
        f"{_list(concepts[name, key, system, code, descendants, display])})"
        for name, key, system, code, descendants, display in codes
    )
    return (
        "CREATE TEMP TABLE IF NOT EXISTS code_list AS SELECT * FROM (VALUES "
        f"{rows}) AS listed(recorded_system, key, system, code, descendants, display, concepts)"
    )


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _set(texts: Iterable[str]) -> str:
    return f"({', '.join(map(_text, texts))})"
