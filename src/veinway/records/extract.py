"""From the long record table to what is known of millions: one program in SQL.

    entry, wanted ──▶ matched, found ──▶ opened ──▶ subject ──▶ candidate ──▶ facts, events, attributes

`found` holds, for each resource and each look that wants it, what it says and when. Each distinct way of
recording is read in Python once (`ways`, `looks`, `meaning`) and joined; Python never touches a row.
The rows of one patient are read in Python (`found_one`, `subjects_one`, `weighed_one`), to the same end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import orjson
import polars as pl

from ..language.errors import SourceError
from ..language.knowledge import Knowledge
from ..language.steps import Episode
from ..language.time import day_number
from .codes import load_codes
from .episodes import SUBJECTS, episodes_sql
from .flatten_program import text as as_text
from .found import (
    DOUBTFUL,
    DROP_USELESS,
    EVERYBODY,
    FOUND,
    LOOK,
    MATCHED,
    READING,
    SUSPECTS,
    TABLES,
)
from .looks import CodeLists, Look, Looks, code_lists, everything, widths
from .meaning import UNKNOWN
from .situations import CANDIDATES, FACTS, MACROS
from .ways import TABLES_OF_RECORD, WANTED, WAYS, WayReader, ways_in


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
        for macro in MACROS:
            connection.execute(macro)
        connection.execute(TABLES)
        rows = [self._look_row(look) for look in self.looks.listed]
        self._insert("look", LOOK, rows)
        each_width = {look.number: widths(look) for look in self.looks.listed}
        self._way_reader = WayReader(self.looks, each_width)

    def learn(self) -> None:
        """Learn to read what is in the tables `way` and `entry`, or else in the table `record`."""
        if not _has(self.connection, "entry"):
            self.connection.execute(TABLES_OF_RECORD)
        ways = ways_in(self.connection.execute(WAYS).fetchall())
        self._insert("wanted", WANTED, [row for each in ways for row in self._way_reader.wanted(*each)])
        self.connection.execute(READING)

    def read(self, at: Instant, *, bucket: int | None = None) -> None:
        """Make the view `found`: what every matching record known at that instant says, once learned.

        bucket: only the people of this bucket of the table `suspect`; None for everybody.
        """
        whose = EVERYBODY if bucket is None else SUSPECTS
        query = MATCHED.format(**whose).format(bucket=bucket)
        self._make("matched", query, at_minute=at.minute)
        for statement in (FOUND, DOUBTFUL, DROP_USELESS):
            self.connection.execute(statement)

    def open_episodes(self, at: Instant, *, every: bool = False) -> None:
        """Make the table `opened`, from `found`."""
        query = episodes_sql(self.episode, every=every)
        self._make("opened", query, at_day=at.day, at_minute=at.minute)

    def name_subjects(self, at: Instant) -> None:
        """Make the table `subject`, from `opened`."""
        self._make("subject", SUBJECTS, at_day=at.day, at_minute=at.minute)

    def facts(self) -> pl.DataFrame:
        """Number, target, mask, low, high and reason of every fact of every subject that is on record.

        Most facts rest on one record, which says it all; what rests on several is weighed.
        """
        candidates: pl.DataFrame = self.connection.sql(CANDIDATES).pl()
        crowded = (candidates["number"] * len(self.targets) + candidates["target"]).is_duplicated()
        self.connection.register("candidate", candidates.filter(crowded))
        weighed: pl.DataFrame = self.connection.sql(FACTS).pl()
        told = pl.col("yes_no") & (pl.col("mask") != UNKNOWN)
        reason = pl.when(told).then(pl.lit("")).otherwise("reason").alias("reason")
        alone = candidates.filter(~crowded).with_columns(reason).select(weighed.columns)
        return pl.concat([alone, weighed])

    def _make(self, table: str, query: str, **values: int) -> None:
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
            everything(look.fact)[0],
            *widths(look),
            look.earliest,
            look.last_day,
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
