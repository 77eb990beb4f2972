"""One patient: from a FHIR bundle to the situations that the engine evaluates."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import duckdb
import orjson

from ..language.errors import SourceError
from ..language.knowledge import Knowledge
from ..language.steps import Episode
from .extract import Extraction, Instant
from .flatten import flatten_bundle
from .flatten_one import OnePatient
from .flatten_program import text as as_text
from .problems import Problem, problems, problems_of_input
from .profile import Coverage
from .readings import Reader, SubjectReading
from .record_row import Row
from .silence import silences
from .sources import Bundle, bundle_of, the_only_patient
from .sources import read_bundle as open_bundle
from .ways import ENTRY, ENTRY_TABLE, way_of


@dataclass(frozen=True, slots=True)
class BundleReading:
    """What a bundle says: its patient, one situation a subject, and what could not be used.

    Without a record that opens an episode there is one subject whose index is the instant `at`, and
    `episode_found` is False.
    """

    person: str
    subjects: list[SubjectReading]
    episode_found: bool
    problems: list[Problem]


def read_bundle(
    data: bytes | dict[str, Any] | Path,
    *,
    knowledge: Knowledge,
    episode: Episode,
    at: datetime | None = None,
    time_zone: str = "UTC",
    coverage: Mapping[str, Coverage] | None = None,
    parameters: Mapping[str, Fraction] | None = None,
) -> BundleReading:
    """Read one patient from a bundle: its text, its parsed content, or its file.

    at: the knowledge horizon; what was recorded later is invisible. None: the last instant at which
    the bundle says that anything was recorded. coverage: what the source would know if it had happened.
    Raises SourceError S313 to S319 for what is not one patient's bundle, S332 where no instant is found.
    """
    if isinstance(data, Path):
        bundle = open_bundle(data)
    else:
        bundle = bundle_of(data if isinstance(data, dict) else _parsed(data), Path("bundle"))
    return _reader(knowledge, episode, time_zone).read(bundle, at, coverage or {}, parameters or {})


class BundleReader:
    """Reads one patient after another over one connection; not for use by two threads at once.

    The table `entry` is made once and stays, and every statement is planned once. What is read of a
    patient is rolled back, so that nothing of it is left for the next one, nor any deleted rows.
    """

    def __init__(self, knowledge: Knowledge, episode: Episode, time_zone: str) -> None:
        self.knowledge, self.time_zone = knowledge, time_zone
        self.connection = duckdb.connect(config={"threads": 1})
        flatten_bundle(self.connection, [], time_zone=time_zone)
        self.connection.execute(ENTRY_TABLE)
        self._patient = OnePatient(self.connection, time_zone)
        self.extraction = Extraction(self.connection, knowledge, episode)
        self.extraction.prepare()
        self._prepare_insert()

    def _prepare_insert(self) -> None:
        rows = f"from_json($1::VARCHAR, {as_text(orjson.dumps([ENTRY]).decode())})"
        insert = f"INSERT INTO entry SELECT unnest({rows}, max_depth := 2)"
        self.connection.execute(f"PREPARE insert_rows AS {insert}")

    def read(
        self,
        bundle: Bundle,
        at: datetime | None,
        coverage: Mapping[str, Coverage],
        parameters: Mapping[str, Fraction],
    ) -> BundleReading:
        """The reading of a bundle's patient; see `read_bundle`."""
        person = the_only_patient(bundle)
        rows, lost = self._patient.flatten(bundle.resources)
        reading = self.read_rows(person, rows, at, coverage, parameters)
        reading.problems[:0] = problems_of_input(lost)
        return reading

    def read_rows(
        self,
        person: str,
        rows: Iterable[Row],
        at: datetime | None,
        coverage: Mapping[str, Coverage],
        parameters: Mapping[str, Fraction],
    ) -> BundleReading:
        """The reading of one person from rows of the table `record`; those of others are left out."""
        own = [row for row in rows if row.person == person]
        horizon = self._horizon(own, at)
        chosen = {key: part.default for key, part in self.knowledge.parameters.items()}
        declared = silences(self.knowledge, coverage)
        reader = Reader(self.extraction, declared, chosen | dict(parameters), self.time_zone)
        self.extraction.learn_ways(map(way_of, own))
        self.connection.begin()
        try:
            self._insert(own)
            found = self._weigh(person, horizon)
            return BundleReading(
                person, reader.subjects(found), found, problems(self.extraction.tell("problems"))
            )
        finally:
            self.connection.rollback()

    def _insert(self, rows: list[Row]) -> None:
        # As JSON, because a statement with one parameter need not be planned for each bundle.
        ways = self.extraction.ways
        entries = [
            {name: ways[way_of(row)] if name == "shape" else getattr(row, name) for name in ENTRY}
            for row in rows
        ]
        content = orjson.dumps(entries, default=str).decode()
        self.connection.execute(f"EXECUTE insert_rows({as_text(content)})")

    def _weigh(self, person: str, at: Instant) -> bool:
        """Fill the tables for one person; whether an episode was found."""
        self.extraction.read(at)
        self.extraction.open_episodes(at)
        found = bool(self.extraction.tell("opened"))
        if not found:
            self.extraction.suppose_episode(person, at)
        self.extraction.name_subjects(at)
        self.extraction.weigh(evidence=True)
        return found

    def _horizon(self, rows: list[Row], at: datetime | None) -> Instant:
        """The instant `at`, or the last one at which anything was recorded."""
        if at is not None:
            return Instant.of(at, self.time_zone)
        known = [row.known_minute for row in rows if row.kind != "patient"]
        latest = max((minute for minute in known if minute is not None), default=None)
        if latest is None:
            raise SourceError(
                "S332",
                "Nothing that is needed from this bundle says when it was recorded.",
                todo="Give the instant of the evaluation with --at.",
            )
        return Instant.of_minute(latest, self.time_zone)


class _Readers(threading.local):
    """One reader a thread for each body of knowledge, as a connection serves one thread."""

    def __init__(self) -> None:
        self.made: dict[tuple[int, int, str], BundleReader] = {}


_READERS = _Readers()
_MOST_WAYS = 1_000
"""Ways of recording that a reader keeps in mind; beyond that it slows down, and another one is made."""


def _reader(knowledge: Knowledge, episode: Episode, time_zone: str) -> BundleReader:
    key = (id(knowledge), id(episode), time_zone)
    reader = _READERS.made.get(key)
    if reader is None or len(reader.extraction.ways) > _MOST_WAYS:
        reader = _READERS.made[key] = BundleReader(knowledge, episode, time_zone)
    return reader


def _parsed(text: bytes) -> object:
    try:
        parsed: object = orjson.loads(text.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise SourceError("S313", f"This is not JSON: {error}.", todo="Export it again.") from None
    return parsed
