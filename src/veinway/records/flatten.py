"""Everything that an input holds, as one long table: one row a coded event of a person.

One SQL program (`flatten.sql`) reads a bulk export, or a folder of bundles. It makes the table
`record`: person, resource ('Observation/17'), kind, system and code as listed in `codes/`, the names
of the concepts that the code stands for, status, when it happened, when it ended and when it was
recorded (days in the site's calendar, minutes in UTC; a partial date is an interval, no date is NULL),
the value exactly as written, and the side.

Where no evidence is wanted, the same comes as the tables `entry` and `way` (see `ways`), in which the
texts stand once for all rows that share them: lines that are alike are not worked out one by one
(`flatten_plain`).
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

import duckdb
import orjson

from veinway.language.errors import SourceError

from .columns import COLUMNS, COLUMNS_OF, READ_TYPES, RESOURCE_TYPES
from .flatten_plain import add_odd_lines, read_plain
from .flatten_program import (
    LONGEST_LINE,
    Concepts,
    Group,
    make_record,
    parts,
    problems_sql,
    scan_sql,
    session_of,
    text,
)
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
from .instants import checked_zone
from .sources import Resource, Source, read_bundle, type_in_name

_LOST = """
SELECT file, count(*) FROM record WHERE doubt IS NOT NULL AND doubt.resource_type IS NULL GROUP BY file
"""


def flatten(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    *,
    time_zone: str = "UTC",
    evidence: bool = True,
    concepts: Concepts = None,
) -> Problems:
    """Make a table `record` of everything in a source, and say what could not be read.

    time_zone: of the site, in whose calendar days are counted; a time without an offset is in it.
    evidence: what was recorded is kept as written too, for an explanation. Decisions need it not;
    without it there are the tables `entry` and `way` instead.
    concepts: only codes of these code lists, and our own, are looked for; None for all lists.
    Raises SourceError (S313 to S320) for a file that cannot be used at all, InputError I234 for an
    unknown time zone.
    """
    if source.kind == "ndjson":
        kinds = {str(file): type_in_name(file.name) for file in source.files}
        problems = _run(connection, kinds, {}, time_zone, evidence=evidence, concepts=concepts)
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
        kinds = dict.fromkeys(names, "")
        problems = _run(connection, kinds, names, time_zone, evidence=evidence, concepts=concepts)
    return problems.and_also(InputProblem(ONE_PAGE, len(pages), tuple(pages[:MOST_PLACES])))


def flatten_bundle(
    connection: duckdb.DuckDBPyConnection, resources: list[Resource], *, time_zone: str = "UTC"
) -> Problems:
    """Make the table `record` of resources in memory; otherwise as `flatten`."""
    with tempfile.TemporaryDirectory(prefix="veinway-") as folder:
        lines = _write_lines(Path(folder) / "0.ndjson", resources)
        return _run(connection, {str(lines): ""}, {str(lines): "bundle"}, time_zone, evidence=True)


def _write_lines(file: Path, resources: Iterable[Resource]) -> Path:
    needed = (r for r in resources if r.get("resourceType") not in RESOURCE_TYPES.difference(READ_TYPES))
    file.write_bytes(b"".join(orjson.dumps(r, option=orjson.OPT_APPEND_NEWLINE) for r in needed))
    return file


def _run(
    connection: duckdb.DuckDBPyConnection,
    files: Mapping[str, str],
    names: Mapping[str, str],
    time_zone: str,
    *,
    evidence: bool,
    concepts: Concepts = None,
) -> Problems:
    """files: of each, the resource type that its name promises. names: what it is known as."""
    session = session_of(connection, concepts)
    session.execute(f"SET TimeZone = {text(checked_zone(time_zone))}")
    session.execute("DROP TABLE IF EXISTS entry; DROP TABLE IF EXISTS way")
    groups = _groups(files)
    try:
        if evidence:
            _make(session, groups)
            if mixed := _mixed(session, groups):
                # What the columns of one type have left out of another is read again, with all columns.
                groups = _groups(files, mixed)
                _make(session, groups)
        else:
            read_plain(session, groups, concepts)
    except duckdb.InvalidInputException as error:
        raise SourceError(
            "S320",
            f"The records cannot be read: {str(error).splitlines()[0]}",
            todo=f"A resource may have {LONGEST_LINE // 1024 // 1024} MB at most.",
        ) from None
    read = [file for group in groups for file in group.files]
    problems = _problems(session, read, names, plain=not evidence)
    session.execute(parts()["medicines"])
    session.execute(parts()["used"])
    if not evidence:
        add_odd_lines(session)
    return problems


def _groups(files: Mapping[str, str], mixed: Container[str] = ()) -> list[Group]:
    """The files by type and by the columns that are read of them."""
    found: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for file, kind in files.items():
        found[kind, kind in COLUMNS_OF and file not in mixed].append(file)
    firsts = accumulate((len(alike) for alike in found.values()), initial=0)
    return [
        Group(*key, alike, first) for (key, alike), first in zip(found.items(), firsts, strict=False)
    ]


def _make(session: duckdb.DuckDBPyConnection, groups: Iterable[Group]) -> None:
    """Fill the table `record`."""
    scans = [scan_sql(group, COLUMNS_OF[group.kind] if group.narrow else COLUMNS) for group in groups]
    make_record(session, scans, evidence=True)


def _mixed(session: duckdb.DuckDBPyConnection, groups: Iterable[Group]) -> set[str]:
    """The files that hold a resource of another type than their name says."""
    query = "SELECT DISTINCT file FROM record WHERE doubt.elsewhere AND doubt.resource_type IS NOT NULL"
    numbers = {number for (number,) in session.execute(query).fetchall()}
    files = {g.first + place: file for g in groups if g.narrow for place, file in enumerate(g.files)}
    return {files[number] for number in numbers if number in files}


def _problems(
    session: duckdb.DuckDBPyConnection, read: Sequence[str], names: Mapping[str, str], *, plain: bool
) -> Problems:
    found: list[InputProblem] = []
    lost: dict[str, int] = {}
    for code, count, places in session.execute(problems_sql(plain=plain)).fetchall():
        if code == NOT_JSON:
            counted = session.execute(_LOST).fetchall()
            lost = {read[number]: lines for number, lines in counted}
        else:
            named = tuple(
                Place(read[place["file"]], 0, place["resource"], place["detail"]) for place in places
            )
            found.append(located(InputProblem(code, count, named), names))
    return Problems(tuple(found)).and_also(*(unreadable_lines(lost) if lost else ()))
