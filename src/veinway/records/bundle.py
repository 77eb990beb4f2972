"""One patient: from a FHIR bundle to the situations that the engine evaluates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

import duckdb

from ..language.errors import SourceError
from ..language.knowledge import Knowledge
from ..language.steps import Episode
from .extract import Extraction, Instant
from .problems import Problem, problems
from .profile import Coverage
from .readings import Reader, SubjectReading
from .silence import silences


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


class BundleReader:
    """Reads one patient after another over one connection; not for use by two threads at once."""

    def __init__(
        self,
        knowledge: Knowledge,
        episode: Episode,
        *,
        time_zone: str,
        coverage: Mapping[str, Coverage],
        parameters: Mapping[str, Fraction],
    ) -> None:
        self.connection = duckdb.connect(config={"threads": 1})
        self.extraction = Extraction(self.connection, knowledge, episode)
        self.time_zone = time_zone
        chosen = {key: part.default for key, part in knowledge.parameters.items()} | dict(parameters)
        self.reader = Reader(self.extraction, silences(knowledge, coverage), chosen, time_zone)
        # Plans for a few hundred rows: working out the best one takes longer than any other.
        self.connection.execute("PRAGMA disable_optimizer")

    def read_record(self, at: datetime | None) -> BundleReading:
        """The reading of the patient whose rows are in the table `record`.

        Raises SourceError S331 for a record of no patient or of several.
        """
        people = self.connection.execute("SELECT DISTINCT person FROM record").fetchall()
        if len(people) != 1:
            raise SourceError(
                "S331",
                f"A bundle is one patient's, and this one has {len(people)}.",
                todo="Give a bundle with the resources of one patient, or use `veinway cohort`.",
            )
        horizon = self._horizon(at)
        self.extraction.learn()
        self.extraction.read(horizon)
        self.extraction.open_episodes(horizon)
        found = bool(self.connection.execute("SELECT 1 FROM opened LIMIT 1").fetchall())
        if not found:
            self.connection.execute(
                "INSERT INTO opened VALUES (?, 1, ?, ?)", [people[0][0], horizon.day, horizon.minute]
            )
        self.extraction.name_subjects(horizon)
        self.extraction.weigh(evidence=True)
        subjects = self.reader.subjects(found)
        return BundleReading(people[0][0], subjects, found, problems(self.connection))

    def _horizon(self, at: datetime | None) -> Instant:
        """The instant `at`, or the last one at which anything was recorded."""
        if at is not None:
            return Instant.of(at, self.time_zone)
        latest = self.connection.execute(
            "SELECT max(known_minute) FROM record WHERE kind <> 'patient'"
        ).fetchall()[0][0]
        if latest is None:
            raise SourceError(
                "S332",
                "Nothing in this bundle says when it was recorded.",
                todo="Give the instant of the evaluation with --at.",
            )
        return Instant.of_minute(latest, self.time_zone)
