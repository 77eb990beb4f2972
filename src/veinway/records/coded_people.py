"""Everybody who has a code that some definition knows, with what stands near it.

Reads the tables `entry` and `way` (see `ways`), whatever they were made of: FHIR, Parquet or OMOP.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

import duckdb

from ..engine.coded import ALWAYS, Beside, Coded, CodedPerson, Frame
from ..language.phenotypes import Support
from ..language.values import Truth
from .codes import OTHER_NAMES, OWN_OPTIONS, OWN_SYSTEM, load_codes
from .main_diagnoses import MainDiagnoses
from .phenotype_codes import code_name, groups_of
from .ways import TABLES_OF_RECORD

_SYSTEMS = {other: name for name, others in OTHER_NAMES.items() for other in others}
_SCANS = ("leg-vein-scan", "ctpa", "lung-scintigraphy")
_DIAGNOSED = ("condition", "observation", "procedure")
_SUPPLIED = ("MedicationDispense/", "MedicationAdministration/")
_DOUBTFUL = ("uncertain", "preliminary")
_NO = ("373067005", "2667000", "LA32-8", "no", "N")

_WANTED = """
CREATE OR REPLACE TEMP TABLE coded_way (
  shape INTEGER, number INTEGER, diagnosis BOOLEAN, prefix VARCHAR, dated BOOLEAN)
"""
_PEOPLE = """
WITH who AS (
  SELECT DISTINCT person FROM entry WHERE shape IN (SELECT shape FROM coded_way WHERE diagnosis)
), seen AS (
  SELECT person, min(day_low) AS seen_from FROM entry
  WHERE person IN (FROM who) AND shape NOT IN (SELECT shape FROM way WHERE kind = 'patient')
  GROUP BY person
)
SELECT person, seen_from, c.number, c.prefix || e.resource AS resource,
  CASE WHEN c.dated THEN day_low END AS low, CASE WHEN c.dated THEN day_high END AS high,
  end_day_low, end_day_high
FROM entry e JOIN coded_way c USING (shape) JOIN seen USING (person)
ORDER BY person, resource, low, c.number
"""
_COUNT = "SELECT count(DISTINCT person) FROM entry"


class _Way(NamedTuple):
    shape: int
    prefix: str
    kind: str
    system: str
    code: str
    status: str
    truth: str
    value_system: str
    value_code: str
    dated: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """What rows of a way are: a code with its groups, or something beside it."""

    what: Support | None
    sure: Truth
    name: str = ""
    groups: Mapping[str, Any] | None = None


class CodedPeople:
    """The people of a source. positive: the options of results of scans that show a clot.

    main: the main diagnoses of stays, where the source could be asked for them.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        positive: Collection[str],
        main: MainDiagnoses | None,
    ) -> None:
        self.connection, self.positive, self.main = connection, positive, main
        if not _has_entries(connection):
            connection.execute(TABLES_OF_RECORD)
        ways = [_Way._make(row) for row in connection.execute(f"SELECT {_LISTED} FROM way").fetchall()]
        self._told: list[_Told] = []
        self._learn(ways)
        self.persons: int = connection.execute(_COUNT).fetchall()[0][0]
        self.held = frozenset(self._held(ways))

    def _learn(self, ways: list[_Way]) -> None:
        self.connection.execute(_WANTED)
        rows = []
        for way in ways:
            told = self._what(way)
            if told is not None:
                rows.append((way.shape, len(self._told), told.what is None, way.prefix, way.dated))
                self._told.append(told)
        if rows:
            self.connection.executemany("INSERT INTO coded_way VALUES (?, ?, ?, ?, ?)", rows)

    def _what(self, way: _Way) -> _Told | None:
        if way.status == "refuted" or way.truth == "false" or way.value_code in _NO:
            return None
        sure = Truth.UNKNOWN if way.status in _DOUBTFUL else Truth.YES
        groups = groups_of(way.system, way.code)
        if groups and way.kind in _DIAGNOSED:
            if any(group.name == "procedure" for group in groups.values()) and way.kind == "procedure":
                return _Told("procedure", sure)
            return _Told(None, sure, code_name(way.system, way.code), groups)
        named = _named(way)
        if way.kind == "medication" and "anticoagulant" in named:
            return _Told("anticoagulant", _supply(named["anticoagulant"], sure))
        if not named.keys().isdisjoint(_SCANS) and way.kind in ("scan", "observation", "procedure"):
            return self._scan(way, sure)
        return None

    def _scan(self, way: _Way, sure: Truth) -> _Told | None:
        if way.value_system != OWN_OPTIONS:
            return _Told("positive_scan", Truth.UNKNOWN)
        return _Told("positive_scan", sure) if way.value_code in self.positive else None

    def _held(self, ways: list[_Way]) -> Iterator[Support]:
        """The kinds of record that the source has of anybody."""
        kinds = {way.kind for way in ways}
        if "medication" in kinds:
            yield "anticoagulant"
        if any(not _named(way).keys().isdisjoint(_SCANS) for way in ways):
            yield "positive_scan"
        if "procedure" in kinds:
            yield "procedure"
        if self.main is not None:
            yield "primary_position"

    def frame(self, period: tuple[int, int] | None, *, strict: bool = False) -> Frame:
        """What the source allows. period: the first and the last day; None for all days."""
        return Frame(ALWAYS if period is None else period, self.held, strict)

    def __iter__(self) -> Iterator[CodedPerson]:
        cursor = self.connection.execute(_PEOPLE)
        rows = iter(cursor.fetchone, None)
        for person, records in groupby(rows, key=lambda row: row[0]):
            yield self._person(person, list(records))

    def _person(self, person: str, records: list[Any]) -> CodedPerson:
        codes, beside = [], []
        for _, _, number, resource, low, high, end_low, end_high in records:
            told = self._told[number]
            first, last = ALWAYS[0] if low is None else low, ALWAYS[1] if high is None else high
            if told.what is None:
                main = Truth.UNKNOWN if self.main is None else self.main.of(resource)
                codes.append(Coded(told.name, first, last, told.sure, told.groups or {}, main))
                continue
            sure = told.sure
            if told.what == "anticoagulant" and not resource.startswith(_SUPPLIED):
                sure = Truth.UNKNOWN
            ends = None if end_low is None else (end_low, end_low if end_high is None else end_high)
            beside.append(Beside(told.what, first, last, sure, ends))
        return CodedPerson(person, tuple(codes), tuple(beside), records[0][1])


_LISTED = ", ".join(_Way._fields)


def _named(way: _Way) -> Mapping[str, str]:
    """The concepts that a way stands for, and what it means in each list."""
    if way.system == OWN_SYSTEM:
        return {way.code.replace("_", "-"): ""}
    return _concepts().get((_SYSTEMS.get(way.system, way.system), way.code), {})


def _supply(means: str, sure: Truth) -> Truth:
    """A dose that may be one for prevention leaves it open whether a clot was treated."""
    return Truth.UNKNOWN if means == "uncertain" else sure


@cache
def _concepts() -> Mapping[tuple[str, str], dict[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in load_codes():
        if row.concept == "anticoagulant" or row.concept in _SCANS:
            found.setdefault((row.system, row.code), {})[row.concept] = row.means
    return found


def _has_entries(connection: duckdb.DuckDBPyConnection) -> bool:
    query = "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'entry' AND NOT temporary"
    return bool(connection.execute(query).fetchall()[0][0])
