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
from .codes import load_codes
from .extract import Instant
from .flatten_one import OnePatient
from .found_one import Finder, unusable
from .looks import Looks, code_lists
from .problems import Problem, problems, problems_of_input
from .profile import Coverage
from .readings import Reader, SubjectReading
from .record_row import Row
from .silence import silences
from .sources import Bundle, bundle_of, the_only_patient
from .sources import read_bundle as open_bundle
from .subjects_one import latest_episode, subjects


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
    """Reads one patient after another; not for use by two threads at once.

    Nothing of a patient is left for the next one, apart from the ways in which things are recorded.
    """

    def __init__(self, knowledge: Knowledge, episode: Episode, time_zone: str) -> None:
        self.knowledge, self.episode, self.time_zone = knowledge, episode, time_zone
        self._patient = OnePatient(duckdb.connect(config={"threads": 1}), time_zone)
        self.finder = Finder(Looks(knowledge, episode, code_lists(load_codes())))

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
        reader = Reader(self.knowledge, declared, chosen | dict(parameters), self.time_zone)
        found = self.finder.found(own, horizon.minute)
        began = latest_episode(found, self.episode, horizon)
        listed = [
            reader.read(found, subject, episode_found=began is not None)
            for subject in subjects(found, began or horizon, horizon)
        ]
        return BundleReading(person, listed, began is not None, problems(sorted(set(unusable(found)))))

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
        self.made: dict[tuple[Knowledge, Episode, str], BundleReader] = {}


_READERS = _Readers()


def _reader(knowledge: Knowledge, episode: Episode, time_zone: str) -> BundleReader:
    key = (knowledge, episode, time_zone)
    reader = _READERS.made.get(key)
    if reader is None:
        reader = _READERS.made[key] = BundleReader(knowledge, episode, time_zone)
    return reader


def _parsed(text: bytes) -> object:
    try:
        parsed: object = orjson.loads(text.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise SourceError("S313", f"This is not JSON: {error}.", todo="Export it again.") from None
    return parsed
