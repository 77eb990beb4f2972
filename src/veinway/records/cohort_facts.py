"""Many patients: from the long record table to planes, in pieces that fit into memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import duckdb

from ..engine.planes import Planes
from ..language.knowledge import Knowledge
from ..language.steps import Episode
from .extract import Extraction, Instant, require_record
from .looks import CodeLists
from .negatives import NEGATIVES
from .pivot import Long, planes
from .problems import count_problems
from .profile import Coverage
from .silence import silences
from .situations import ATTRIBUTES, EVENTS

MOST_SUBJECTS = 50_000
"""Subjects in one piece: enough for the column engine's best speed, small enough to stay in memory."""
_PIECES = 2
"""Of a bucket of people: all entries are looked through for each bucket, so there should be few."""

_SUSPECTS = """
CREATE OR REPLACE TEMP TABLE suspect AS
SELECT person, (row_number() OVER (ORDER BY person) - 1)::INTEGER AS number, number // {most} AS bucket
FROM (SELECT DISTINCT person FROM entry WHERE shape IN (SELECT shape FROM wanted WHERE opens))
"""
_SUBJECTS = """
SELECT q.person, side, index_day::BIGINT AS index, at_day AS "at", index_minute, at_minute
FROM subject s JOIN suspect q ON q.number = s.person ORDER BY s.number
"""


@dataclass(slots=True)
class Counts:
    """What an extraction met: complete once its last piece has been taken.

    persons: all people of the source; without an episode they are counted and not evaluated.
    """

    persons: int = 0
    persons_with_episode: int = 0
    episodes: int = 0
    subjects: int = 0
    problems: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class CohortFacts:
    """An iterator over pieces of at most 50,000 subjects, and what was counted on the way.

    pairs: each piece, and beside it the same without coverage, where any was declared.
    """

    pairs: Iterator[tuple[Planes, Planes | None]]
    counts: Counts

    def __iter__(self) -> Iterator[Planes]:
        return (covered for covered, _ in self.pairs)


def extract(
    connection: duckdb.DuckDBPyConnection,
    *,
    knowledge: Knowledge,
    episode: Episode,
    at: datetime,
    time_zone: str = "UTC",
    coverage: Mapping[str, Coverage] | None = None,
    every_episode: bool = False,
    lists: CodeLists | None = None,
    most: int = MOST_SUBJECTS,
) -> CohortFacts:
    """Planes of everyone in the table `record` who has an episode at or before `at`.

    connection: has the long record table. every_episode: all episodes of a person, not the latest only.
    lists: the code lists, if not the shipped ones. Raises SourceError S330 where there is no record.
    """
    require_record(connection)
    extraction = Extraction(connection, knowledge, episode, lists)
    counts = Counts()
    instant = Instant.of(at, time_zone)
    declared = silences(knowledge, coverage or {})

    def pairs() -> Iterator[tuple[Planes, Planes | None]]:
        for _ in _buckets(extraction, instant, counts, every_episode, _PIECES * most):
            for long in _pieces(connection, extraction, most):
                covered = planes(long, knowledge, declared, extraction.targets)
                without = planes(long, knowledge, {}, extraction.targets) if declared else None
                yield covered, without

    return CohortFacts(pairs(), counts)


def _buckets(
    extraction: Extraction, at: Instant, counts: Counts, every_episode: bool, most: int
) -> Iterator[int]:
    """Work through the people who may have an episode, so many at a time; others are only counted."""
    query = extraction.connection.execute
    extraction.learn()
    counts.persons = query("SELECT count(DISTINCT person) FROM entry").fetchall()[0][0]
    query(_SUSPECTS.format(most=most))
    last = query("SELECT max(bucket) FROM suspect").fetchall()[0][0]
    for bucket in range(0 if last is None else last + 1):
        extraction.read(at, bucket=bucket)
        extraction.open_episodes(at, every=every_episode)
        extraction.name_subjects(at)
        people, episodes = query("SELECT count(DISTINCT person), count(*) FROM opened").fetchall()[0]
        counts.persons_with_episode += people
        counts.episodes += episodes
        counts.problems.update(count_problems(extraction.connection))
        query("CREATE OR REPLACE TEMP TABLE everybody AS FROM subject")
        counts.subjects += query("SELECT count(*) FROM everybody").fetchall()[0][0]
        yield bucket


def _pieces(connection: duckdb.DuckDBPyConnection, extraction: Extraction, most: int) -> Iterator[Long]:
    """The subjects of a bucket, at most so many at a time; both legs of a person stay together."""
    for start, stop in _ranges(connection, most):
        connection.execute(
            "CREATE OR REPLACE TEMP TABLE subject AS SELECT * REPLACE (number - $start AS number) "
            "FROM everybody WHERE number >= $start AND number < $stop",
            {"start": start, "stop": stop},
        )
        # Through Arrow, without a copy.
        subjects, events, attributes, negatives = (
            connection.sql(query).pl() for query in (_SUBJECTS, EVENTS, ATTRIBUTES, NEGATIVES)
        )
        yield Long(subjects, extraction.facts(), events, attributes, negatives)


def _ranges(connection: duckdb.DuckDBPyConnection, most: int) -> Iterator[tuple[int, int]]:
    """The first number of each piece, and the one after its last."""
    query = connection.execute
    total = query("SELECT count(*) FROM everybody").fetchall()[0][0]
    start = 0
    while start < total:
        stop = min(start + most, total)
        other_leg = query("FROM everybody WHERE number = ? AND side = 'right'", [stop]).fetchall()
        stop -= bool(other_leg) and stop - start > 1
        yield start, stop
        start = stop
