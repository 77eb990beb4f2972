"""The SQL of flatten.sql, filled in, and the session that runs it: code lists, files, columns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from weakref import WeakKeyDictionary

import duckdb

from .codes import OTHER_NAMES, OWN_OPTIONS, OWN_SYSTEM, CodeRow, load_codes
from .columns import COLUMNS, PERSON_TYPES, READ_TYPES, RESOURCE_TYPES
from .input_problems import MOST_PLACES

LONGEST_LINE = 32 * 1024 * 1024
"""Bytes of one resource in an NDJSON file."""
_NOT_DONE = (
    "entered-in-error", "cancelled", "not-done", "draft", "declined", "planned", "intended",
    "preparation",
)  # fmt: skip
"""States in which a resource tells of nothing that happened."""
_EVIDENCE = """CASE WHEN number_text IS NULL THEN coalesce(truth::VARCHAR, CASE WHEN is_sex THEN sex END,
    CASE WHEN kind = 'patient' THEN from_text END, wording) ELSE trim(concat(
    CASE WHEN high_text IS NULL THEN comparator END, number_text, ' to ' || high_text, ' ',
    coalesce(unit_words, unit_code))) END"""
"""What is recorded, in words: for the explanation of one patient."""
_CODING = '{"system": "VARCHAR", "code": "VARCHAR", "display": "VARCHAR"}'
Concepts = frozenset[str] | None
"""The code lists whose codes are read, by name; None for all."""
_SESSIONS: WeakKeyDictionary[duckdb.DuckDBPyConnection, tuple[duckdb.DuckDBPyConnection, Concepts]] = (
    WeakKeyDictionary()
)
"""The second bundle that comes over a connection need not read the code lists again."""


def session_of(
    connection: duckdb.DuckDBPyConnection, concepts: Concepts = None
) -> duckdb.DuckDBPyConnection:
    """A session of our own in the connection's database, with its own time zone and temporary tables."""
    session, learned = _SESSIONS.get(connection, (None, None))
    if session is None:
        session = connection.cursor()
        session.execute(parts()["words"])
        for name, values in _lists().items():
            session.execute(f"SET VARIABLE {name} = {list_of(values)}")
    elif learned == concepts:
        return session
    session.execute(_codes_sql(concepts))
    keys = {"*", *map(key_of, needed_codes(concepts))}
    session.execute(f"SET VARIABLE keys = {list_of(sorted(keys))}")
    _SESSIONS[connection] = session, concepts
    return session


def record_sql(scans: Iterable[str], *, evidence: bool) -> str:
    """The statement that makes the table `record` of the lines of some scans.

    evidence: the column `recorded` is filled.
    """
    program = parts()["record"].replace("$times", parts()["times"])
    program = program.replace("$lines", " UNION ALL BY NAME ".join([_NO_LINE, *scans]))
    return program.replace("$recorded", _EVIDENCE if evidence else "NULL::VARCHAR")


def make_record(session: duckdb.DuckDBPyConnection, scans: Iterable[str], *, evidence: bool) -> None:
    """Make the table `record` of the lines of some scans."""
    # DuckDB takes the stream of lines for a few rows, and would keep all of it to look the codes up in.
    session.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
    try:
        session.execute(record_sql(scans, evidence=evidence))
    finally:
        session.execute("RESET disabled_optimizers")


def problems_sql(*, plain: bool) -> str:
    """The query for what could not be read; plain: most lines are in the table `entry`."""
    people, more = parts()["people"], ""
    if plain:
        people += " UNION ALL " + parts()["plain_people"]
        more = parts()["plain_problems"]
    program = parts()["problems"].replace("$plain", more)
    return program.replace("$people", people)


class Group(NamedTuple):
    """NDJSON files whose names promise the same resource type; `first` is the number of the first one.

    narrow: only the columns of that type are read.
    """

    kind: str
    narrow: bool
    files: list[str]
    first: int


def scan_sql(group: Group, columns: Mapping[str, str]) -> str:
    """The lines of the files of a group; the column `file` has the number of the file."""
    # Numbers in place of names: a name at every row would be the widest of its columns.
    typed = ", ".join(f"'{name}': '{of}'" for name, of in columns.items())
    return (
        f"SELECT *, {text(group.kind)} AS named, (file_index + {group.first})::INTEGER AS file "
        f"FROM read_json({list_of(group.files)}, format = 'newline_delimited', ignore_errors = true, "
        f"maximum_object_size = {LONGEST_LINE}, columns = {{{typed}}})"
    )


_NO_LINE = "SELECT * FROM (SELECT {}) WHERE false".format(
    ", ".join(
        f'NULL::{kind} AS "{name}"'
        for name, kind in {**COLUMNS, "named": "VARCHAR", "file": "INTEGER"}.items()
    )
)
"""So that every column is there, whichever types there are files of."""


@cache
def parts() -> dict[str, str]:
    """The parts of flatten.sql; what begins with a dollar is left open."""
    program = (files("veinway.records") / "flatten.sql").read_text(encoding="utf-8")
    filled = {
        "own_system": text(OWN_SYSTEM),
        "own_options": text(OWN_OPTIONS),
        "icd_10_cm": text("http://hl7.org/fhir/sid/icd-10-cm"),
        "classifications": ", ".join(map(text, sorted(classifications()))),
        "lines": "$lines",
        "recorded": "$recorded",
        "places": str(MOST_PLACES),
        "coding": _CODING,
        "coded": f'{{"code": {{"coding": [{_CODING}]}}}}',
    }
    found = re.findall(r"^--: (\w+)\n(.*?)(?=^--: |\Z)", program, re.DOTALL | re.MULTILINE)
    return {name: part.format(**filled) for name, part in found}


def _lists() -> dict[str, list[str]]:
    """Lists that the program looks things up in."""
    return {
        "known_types": sorted(RESOURCE_TYPES),
        "read_types": sorted(READ_TYPES),
        "person_types": sorted(PERSON_TYPES),
        "not_done": sorted(_NOT_DONE),
    }


@cache
def classifications() -> frozenset[str]:
    """The names of the systems in which a code includes the longer ones that begin with it."""
    return frozenset(name for row in load_codes() if row.descendants for name in _names(row.system))


@cache
def needed_codes(concepts: Concepts) -> tuple[CodeRow, ...]:
    """The rows of the code lists of some concepts; a code comes with all that it stands for."""
    rows = load_codes()
    if concepts is None:
        return rows
    needed = {(row.system, row.code) for row in rows if row.concept in concepts}
    return tuple(row for row in rows if (row.system, row.code) in needed)


@cache
def _codes_sql(concepts: Concepts) -> str:
    """The code lists as a table: each code once, under every name of its system.

    key: what the join compares first (`key_of`). told: the concepts that the code stands for when
    something is reported; asked: when it is ordered.
    """
    listed: dict[tuple[str, str, bool], list[CodeRow]] = defaultdict(list)
    for row in needed_codes(concepts):
        if row.system != OWN_SYSTEM:
            listed[row.system, row.code, row.descendants].append(row)
    lines = [
        f"({text(name)}, {text(key_of(rows[0]))}, {text(system)}, {text(code)}, {descendants}, "
        f"{text(rows[0].display)}, {_concepts(rows, asked=False)}, {_concepts(rows, asked=True)})"
        for (system, code, descendants), rows in listed.items()
        for name in _names(system)
    ]
    lines.append(f"({text(OWN_SYSTEM)}, '*', {text(OWN_SYSTEM)}, NULL, false, '', NULL, NULL)")
    lines += [
        f"('veinway', '{code}', 'veinway', '{code}', false, '', '{code}', NULL)"
        for code in ("birth-date", "gender")
    ]
    return (
        "CREATE OR REPLACE TEMP TABLE code_list AS "
        "SELECT *, says_left(display) AS on_left, says_right(display) AS on_right FROM "
        f"(VALUES {', '.join(lines)}) "
        "AS listed(recorded_system, key, system, code, descendants, display, told, asked)"
    )


def _names(system: str) -> tuple[str, ...]:
    return (system, *OTHER_NAMES.get(system, ()))


def key_of(row: CodeRow) -> str:
    """A code of a classification is looked up by its first two characters."""
    return row.code.replace(".", "").upper()[:2] if row.system in classifications() else row.code


def _concepts(rows: Iterable[CodeRow], *, asked: bool) -> str:
    names = [row.concept for row in rows if row.concept.endswith("-request") == asked]
    return text(" ".join(names)) if names else "NULL"


def text(plain: str) -> str:
    """A text as SQL."""
    return "'" + plain.replace("'", "''") + "'"


def list_of(texts: Iterable[str]) -> str:
    """A list of texts as SQL."""
    return f"[{', '.join(map(text, texts))}]"
