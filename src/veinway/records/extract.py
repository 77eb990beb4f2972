"""From the long record table to what is known: one program in SQL for one patient and for millions.

    entry, wanted ──▶ found ──▶ opened ──▶ subject ──▶ candidate ──▶ facts, evidence, events, attributes

`found` holds, for each resource and each look that wants it, what it says and when. Each distinct way of
recording is read in Python once (`ways`, `looks`, `meaning`) and joined; Python never touches a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import orjson

from ..language.errors import SourceError
from ..language.facts import Measure
from ..language.knowledge import Knowledge
from ..language.steps import Episode
from ..language.time import day_number
from .codes import load_codes
from .episodes import LEGS, NUMBERED, OPENED, SUBJECT_ROWS, SUBJECTS, SUPPOSED, episodes_sql
from .flatten_program import text as as_text
from .found import DROP_USELESS, EVERYBODY, FOUND, LOOK, SUSPECTS, TABLES
from .looks import CodeLists, Look, Looks, code_lists, everything
from .problems import problems_sql
from .situations import (
    ATTRIBUTES,
    CANDIDATES,
    EVENTS,
    EVIDENCE,
    EVIDENCE_COLUMNS,
    FACTS,
    MACROS,
    RECORDED,
)
from .ways import TABLES_OF_RECORD, WANTED, WAYS, Listed, Way, WayReader, ways_in


@dataclass(frozen=True, slots=True)
class Instant:
    """The knowledge horizon: its day in the site's calendar, and its minute since 1970 in UTC."""

    day: int
    minute: int

    @staticmethod
    def of(at: datetime, time_zone: str) -> Instant:
        """Read an instant; one without an offset is in the site's own time zone."""
        zone = ZoneInfo(time_zone)
        local = at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)
        return Instant(day_number(local.date()), int(local.timestamp() // 60))

    @staticmethod
    def of_minute(minute: int, time_zone: str) -> Instant:
        """The instant of a minute number."""
        utc = datetime(1970, 1, 1, tzinfo=ZoneInfo("UTC")) + timedelta(minutes=minute)
        return Instant(day_number(utc.astimezone(ZoneInfo(time_zone)).date()), minute)


_ANSWERS = {
    "opened": OPENED,
    "subjects": SUBJECT_ROWS,
    "facts": FACTS,
    "evidence": EVIDENCE,
    "events": EVENTS.format(recorded=RECORDED),
    "attributes": ATTRIBUTES,
    "problems": problems_sql(),
}


class Extraction:
    """Extraction over one connection, which has a table `record`; codes once read are kept."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        knowledge: Knowledge,
        episode: Episode,
        lists: CodeLists | None = None,
    ) -> None:
        self.connection, self.knowledge, self.episode = connection, knowledge, episode
        self.looks = Looks(knowledge, episode, code_lists(load_codes()) if lists is None else lists)
        self.targets = sorted({look.target for look in self.looks.listed})
        self.ways: dict[Way, int] = {}
        self._prepared = False
        for macro in MACROS:
            connection.execute(macro)
        connection.execute(TABLES)
        rows = [self._look_row(look) for look in self.looks.listed]
        self._insert("look", LOOK, rows)
        self._way_reader = WayReader(self.looks, {row[0]: row[-4:] for row in rows})

    def learn(self) -> None:
        """Learn to read what is in the tables `way` and `entry`, or else in the table `record`."""
        if not _has(self.connection, "entry"):
            self.connection.execute(TABLES_OF_RECORD)
        ways = ways_in(self.connection.execute(WAYS).fetchall())
        self._insert("wanted", WANTED, [row for each in ways for row in self._way_reader.wanted(*each)])

    def learn_ways(self, ways: Iterable[Way]) -> None:
        """Learn ways that are not in any table: each is a shape of its own, numbered in `ways`."""
        rows: list[tuple[object, ...]] = []
        for way in ways:
            if way not in self.ways:
                self.ways[way] = len(self.ways)
                rows += self._way_reader.wanted(Listed(self.ways[way]), way)
        self._insert("wanted", WANTED, rows)

    def prepare(self) -> None:
        """Plan every statement once, for one patient after another: planning takes most of the time.

        The table `entry` must be there, and no table may be made or dropped from now on, as all plans
        would be made anew each time. The tables are filled: whoever reads begins a transaction and rolls
        it back.
        """
        # A plan that the optimizer made is made again at each use; for a few rows any plan will do.
        self.connection.execute("PRAGMA disable_optimizer")
        queries = {
            "found": FOUND.format(**EVERYBODY),
            "opened": episodes_sql(self.episode, every=False),
            "subject": SUBJECTS.format(number=LEGS),
            "candidate": CANDIDATES.format(evidence=EVIDENCE_COLUMNS),
        }
        for table, query in queries.items():
            named = [name for name in ("at_day", "at_minute") if f"${name}" in query]
            self._make(table, f"FROM ({query}) LIMIT 0", **dict.fromkeys(named, 0))
        for table, query in queries.items():
            self.connection.execute(f"PREPARE make_{table} AS INSERT INTO {table} {query}")
        for name, query in _ANSWERS.items():
            self.connection.execute(f"PREPARE tell_{name} AS {query}")
        self.connection.execute(f"PREPARE drop_useless AS {DROP_USELESS}")
        self.connection.execute(f"PREPARE suppose_episode AS {SUPPOSED}")
        self._prepared = True

    def read(self, at: Instant, *, bucket: int | None = None) -> None:
        """Make the table `found`: what every matching record known at that instant says, once learned.

        bucket: only the people of this bucket of the table `suspect`; None for everybody.
        """
        whose = EVERYBODY if bucket is None else SUSPECTS
        query = FOUND.format(**whose).format(bucket=bucket)
        self._make("found", query, at_minute=at.minute)
        self.connection.execute("EXECUTE drop_useless" if self._prepared else DROP_USELESS)

    def open_episodes(self, at: Instant, *, every: bool = False) -> None:
        """Make the table `opened`, from `found`."""
        query = episodes_sql(self.episode, every=every)
        self._make("opened", query, at_day=at.day, at_minute=at.minute)

    def suppose_episode(self, person: str, at: Instant) -> None:
        """Add an episode of a person that begins at an instant; only once prepared."""
        given = f"{as_text(person)}, {at.day}::BIGINT, {at.minute}::BIGINT"
        self.connection.execute(f"EXECUTE suppose_episode({given})")

    def name_subjects(self, at: Instant) -> None:
        """Make the table `subject`, from `opened`."""
        self._make("subject", SUBJECTS.format(number=NUMBERED), at_day=at.day, at_minute=at.minute)

    def weigh(self, *, evidence: bool) -> None:
        """Make the table `candidate`, from `subject` and `found`."""
        columns = EVIDENCE_COLUMNS if evidence else ""
        self._make("candidate", CANDIDATES.format(evidence=columns))

    def tell(self, answer: str) -> list[tuple[Any, ...]]:
        """The rows of an answer: opened, subjects, facts, evidence, events, attributes or problems."""
        query = f"EXECUTE tell_{answer}" if self._prepared else _ANSWERS[answer]
        return self.connection.execute(query).fetchall()

    def _make(self, table: str, query: str, **values: int) -> None:
        if self._prepared:
            # Of another type, a value would have the statement planned anew.
            given = ", ".join(f"{name} := {value}::BIGINT" for name, value in values.items())
            self.connection.execute(f"EXECUTE make_{table}" + (f"({given})" if given else ""))
        else:
            self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS {query}", values or None)

    def _insert(self, table: str, columns: Mapping[str, str], rows: list[tuple[Any, ...]]) -> None:
        if rows:
            # As JSON: as parameters, each row would be a statement.
            named = [dict(zip(columns, row, strict=True)) for row in rows]
            shape = orjson.dumps([columns]).decode()
            content = (
                f"from_json({as_text(orjson.dumps(named, default=str).decode())}, {as_text(shape)})"
            )
            self.connection.execute(f"INSERT INTO {table} SELECT unnest({content}, max_depth := 2)")

    def _look_row(self, look: Look) -> tuple[Any, ...]:
        mask, low, high = everything(look.fact)
        likely = (low, high)
        if isinstance(look.fact, Measure):
            step = look.fact.step
            likely = (int(look.fact.plausible.low // step), int(-(-look.fact.plausible.high // step)))
        within, after = look.within, look.after
        return (
            *(
                look.number,
                self.targets.index(look.target),
                look.target,
                look.role,
                look.attribute,
                look.per_limb,
            ),
            *((within.count, within.unit) if within else (None, None)),
            *((after.count, after.unit) if after else (None, None)),
            *(mask, low, high, *likely),
        )


def require_record(connection: duckdb.DuckDBPyConnection) -> None:
    """SourceError S330 where the connection has neither the long record table nor entries."""
    if not (_has(connection, "record") or _has(connection, "entry")):
        raise SourceError("S330", "There is no table `record`.", todo="Read the files first (flatten).")


def _has(connection: duckdb.DuckDBPyConnection, table: str) -> bool:
    """Whether a table was made by `flatten` or, of that name, by hand."""
    query = (
        "SELECT 1 FROM duckdb_tables() WHERE table_name = ? AND (NOT temporary OR table_name = 'record')"
    )
    return bool(connection.execute(query, [table]).fetchall())
