"""From the long record table to what is known: one program in SQL for one patient and for millions.

    record ──▶ found ──▶ opened ──▶ subject ──▶ candidate ──▶ facts, evidence, events, attributes

`found` holds, for each resource and each look that wants it, what it says and when. Codes and ways of
writing a value are read in Python once for each distinct one (`looks`, `meaning`) and joined; a row is
never touched by Python.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import duckdb

from ..language.errors import SourceError
from ..language.facts import Measure
from ..language.knowledge import Knowledge
from ..language.steps import Episode
from ..language.time import day_number
from .codes import load_codes
from .episodes import LEGS, NUMBERED, OPENED, SUBJECT_ROWS, SUBJECTS, SUPPOSED, episodes_sql
from .flatten_program import text as as_text
from .found import AMONG, DROP_USELESS, FOUND, NEW_MEANINGS, TABLES
from .looks import CodeLists, Look, Looks, code_lists, everything
from .meaning import Recorded, meaning
from .problems import problems_sql
from .record_row import Row
from .situations import (
    ATTRIBUTES,
    CANDIDATES,
    EVENTS,
    EVIDENCE,
    EVIDENCE_COLUMNS,
    FACTS,
    MACROS,
)
from .units import families


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


Way = tuple[object, ...]
"""A distinct way of recording something: what a row says, apart from its person, time and number."""
_ANSWERS = {
    "opened": OPENED,
    "subjects": SUBJECT_ROWS,
    "facts": FACTS,
    "evidence": EVIDENCE,
    "events": EVENTS,
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
        self._seen: set[tuple[str, str, str]] = set()
        self.ways: set[Way] = set()
        self._codings = 0
        self._prepared = False
        for macro in MACROS:
            connection.execute(macro)
        connection.execute(TABLES)
        self._insert("look", [self._look_row(look) for look in self.looks.listed])

    def learn(self, ways: set[Way] | None = None) -> None:
        """Look up every code and every way of writing a value that was not met before.

        ways: all that are in the table `record`, to be remembered as learned.
        """
        self._read_codes()
        self._read_meanings()
        self.ways |= ways or set()

    def prepare(self) -> None:
        """Plan every statement once, for one patient after another: planning takes most of the time.

        The table `record` must be there, and no table may be made or dropped from now on, as all plans
        would be made anew each time. The tables are filled: whoever reads begins a transaction and rolls
        it back.
        """
        # A plan that the optimizer made is made again at each use; for a few rows any plan will do.
        self.connection.execute("PRAGMA disable_optimizer")
        queries = {
            "found": FOUND.format(among=""),
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
        among = "" if bucket is None else AMONG.format(bucket=bucket)
        self._make("found", FOUND.format(among=among), at_minute=at.minute)
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

    def _read_codes(self) -> None:
        codes = self.connection.execute("SELECT DISTINCT kind, system, code FROM record").fetchall()
        rows: list[tuple[object, ...]] = []
        for kind, system, code in codes:
            if (kind, system, code) not in self._seen and code is not None:
                self._seen.add((kind, system, code))
                for match in self.looks.matches(kind, system or "", code):
                    fact = match.look.fact
                    ranged = isinstance(fact, Measure) and bool(families(fact))
                    found = (match.look.number, match.means, match.family, match.opens, ranged)
                    number = self._codings = self._codings + 1
                    rows.append((number, kind, system, code, len(self._seen), *found))
        self._insert("coded", rows)

    def _read_meanings(self) -> None:
        new = self.connection.execute(NEW_MEANINGS).fetchall()
        rows: list[tuple[object, ...]] = []
        for *keys, look, kind, means, family in new:
            _, status, *said, range_high = keys
            limit = Fraction(range_high) if range_high >= 0 else None
            row = Recorded._make((look, kind, status, means, family, *said, limit))
            found = meaning(self.looks.listed[look], row, self.looks.value_means)
            rows.append((*keys, *found))
        self._insert("meaning", rows)

    def _insert(self, table: str, rows: list[tuple[object, ...]]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def _look_row(self, look: Look) -> tuple[object, ...]:
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


def way_of(row: Row) -> Way:
    """The way in which a row of the table `record` is recorded."""
    said = (row.status, row.value_truth, row.absent, row.value is None, row.value_system, row.value_code)
    return (row.kind, row.system, row.code, *said, row.unit, row.unit_text, row.range_high)


def require_record(connection: duckdb.DuckDBPyConnection) -> None:
    """SourceError S330 where the connection has no long record table."""
    found = connection.execute("SELECT 1 FROM duckdb_columns() WHERE table_name = 'record'").fetchall()
    if not found:
        raise SourceError("S330", "There is no table `record`.", todo="Read the files first (flatten).")
