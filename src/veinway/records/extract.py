"""From the long record table to what is known: one program in SQL for one patient and for millions.

    record ──▶ found ──▶ opened ──▶ subject ──▶ candidate ──▶ facts, events, attributes

`found` holds, for each resource and each look that wants it, what it says and when. Codes and ways of
writing a value are read in Python once for each distinct one (`looks`, `meaning`) and joined; a row is
never touched by Python.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import duckdb

from ..language.errors import SourceError
from ..language.facts import Measure
from ..language.knowledge import Knowledge
from ..language.steps import Episode
from ..language.time import day_number
from .codes import load_codes
from .episodes import SUBJECTS, episodes_sql
from .looks import CodeLists, Look, Looks, code_lists, everything
from .meaning import Recorded, meaning
from .situations import CANDIDATES, EVIDENCE_COLUMNS, FAR, MACROS
from .units import families

_KEYS = (
    "look, kind, status, means, family, truth, absent, has_value, value_system, value_code, unit, "
    "unit_text, range_high"
)
_MOST_SEEN = 200_000

_TABLES = """
CREATE OR REPLACE TEMP TABLE look (look INTEGER, target USMALLINT, name VARCHAR, role VARCHAR, attribute BOOLEAN,
    per_limb BOOLEAN, within_length INTEGER, within_unit VARCHAR,
    after_length INTEGER, after_unit VARCHAR,
    whole_mask BIGINT, whole_low BIGINT, whole_high BIGINT, likely_low BIGINT, likely_high BIGINT);
CREATE OR REPLACE TEMP TABLE coded (kind VARCHAR, system VARCHAR, code VARCHAR, thread INTEGER, look INTEGER,
    means VARCHAR, family VARCHAR, opens BOOLEAN, ranged BOOLEAN);
CREATE OR REPLACE TEMP TABLE meaning (look INTEGER, kind VARCHAR, status VARCHAR, means VARCHAR,
    family VARCHAR, truth VARCHAR, absent VARCHAR, has_value BOOLEAN, value_system VARCHAR,
    value_code VARCHAR, unit VARCHAR, unit_text VARCHAR, range_high DECIMAL(38,10),
    mask BIGINT, numerator BIGINT, denominator BIGINT, reason VARCHAR, note VARCHAR);
"""

# A record without a date may be of any day; a patient's own row holds at all times.
_MATCHED = f"""
    SELECT r.person, r.resource, r.kind, c.thread, c.look, c.opens, c.means, c.family, r.status,
        coalesce(r.side, '') AS side,
        coalesce(r.day_low, -{FAR}) AS day_low,
        coalesce(r.day_high, CASE r.kind WHEN 'patient' THEN -{FAR} ELSE {FAR} END) AS day_high,
        coalesce(r.minute_low, -{FAR * 1440}) AS minute_low,
        coalesce(r.minute_high, CASE r.kind WHEN 'patient' THEN -{FAR * 1440} ELSE {FAR * 1440} END)
            AS minute_high,
        r.end_day_low, r.end_day_high, r.value, r.recorded, r.known_minute,
        coalesce(r.comparator, '') AS comparator, coalesce(r.value_truth::VARCHAR, '') AS truth,
        coalesce(r.absent, '') AS absent, r.value IS NOT NULL AS has_value,
        coalesce(r.value_system, '') AS value_system, coalesce(r.value_code, '') AS value_code,
        coalesce(r.unit, '') AS unit, coalesce(r.unit_text, '') AS unit_text,
        CASE WHEN c.ranged THEN coalesce(r.range_high, -1) ELSE -1 END AS range_high
    FROM record r JOIN coded c ON c.code = r.code AND c.system = r.system AND c.kind = r.kind
"""
_NEW_MEANINGS = f"WITH matched AS ({_MATCHED}) SELECT DISTINCT {_KEYS} FROM matched ANTI JOIN meaning USING ({_KEYS})"

_AMONG = "JOIN suspect q ON q.person = r.person AND q.bucket = {bucket}"

_FOUND = f"""
WITH matched AS ({_MATCHED} {{among}} WHERE r.known_minute IS NULL OR r.known_minute <= $at_minute),
scaled AS (
    SELECT m.* EXCLUDE ({_KEYS}), look, kind, status, n.mask, n.reason, n.note, l.role, l.attribute,
        l.whole_mask, l.whole_low, l.whole_high, l.likely_low, l.likely_high,
        n.denominator::HUGEINT * 10000000000 AS below,
        CASE WHEN l.role = 'measure' AND n.reason = '' THEN TRY(
            CAST(TRY_CAST(m.value AS DECIMAL(22,10)) * 10000000000::DECIMAL(11,0) AS HUGEINT)
            * n.numerator) END AS above
    FROM matched m JOIN meaning n USING ({_KEYS}) JOIN look l USING (look)
    WHERE NOT (l.attribute AND n.reason <> '')
),
divided AS (
    SELECT *, above // below - (above % below < 0)::INTEGER AS floor,
        above // below + (above % below > 0)::INTEGER AS ceiling, (above % below = 0)::INTEGER AS step
    FROM scaled
),
bounded AS (
    SELECT *,
        CASE WHEN role = 'date' THEN day_low WHEN role <> 'measure' THEN 0
            WHEN comparator IN ('<', '<=') THEN whole_low
            WHEN comparator = '>' THEN floor + step ELSE floor END AS lower,
        CASE WHEN role = 'date' THEN day_high WHEN role <> 'measure' THEN 0
            WHEN comparator IN ('>', '>=') THEN whole_high
            WHEN comparator = '<' THEN ceiling - step ELSE ceiling END AS upper
    FROM divided
),
judged AS (
    SELECT * REPLACE (CASE WHEN reason <> '' OR role NOT IN ('measure', 'date') THEN reason
        WHEN comparator NOT IN ('', '<', '<=', '>', '>=') THEN 'unusable value'
        WHEN lower IS NULL OR upper IS NULL OR lower > upper
            OR lower < whole_low OR upper > whole_high THEN 'impossible value'
        ELSE '' END AS reason)
    FROM bounded
)
SELECT person, resource, look, thread, opens AS opens_episode, side,
    kind IN ('condition', 'medication', 'encounter', 'procedure') AS lasts,
    day_low, day_high, minute_low, minute_high,
    coalesce(end_day_low, CASE WHEN goes_on THEN {FAR} ELSE day_low END) AS end_low,
    coalesce(end_day_high, CASE WHEN goes_on OR status = 'stopped' THEN {FAR} ELSE day_high END)
        AS end_high,
    mask, reason, coalesce(recorded, '') AS recorded,
    CASE WHEN reason = '' THEN lower::BIGINT ELSE whole_low END AS low,
    CASE WHEN reason = '' THEN upper::BIGINT ELSE whole_high END AS high,
    CASE WHEN reason = '' AND role = 'measure' AND comparator = ''
        AND (lower < likely_low OR upper > likely_high) THEN 'not plausible' ELSE note END AS note
FROM (SELECT *, kind IN ('condition', 'medication', 'encounter') AND status <> 'stopped' AS goes_on
    FROM judged)
"""
"""What every matching record says, one row a code and look."""

_DROP_USELESS = """
DELETE FROM found WHERE reason <> '' AND (person, resource, look) IN (
    SELECT (person, resource, look) FROM found WHERE reason = '')
"""
"""Of two codes of one resource, the one that says nothing (an assay of no known family) goes."""


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
        self._seen: set[tuple[str, str, str]] = set()
        for macro in MACROS:
            connection.execute(macro)
        self._make_tables()

    def _make_tables(self) -> None:
        self._seen.clear()
        self.connection.execute(_TABLES)
        self._insert("look", [self._look_row(look) for look in self.looks.listed])

    def read(self, at: Instant, *, bucket: int | None = None) -> None:
        """Make the table `found`: what every matching record known at that instant says, once learned.

        bucket: only the people of this bucket of the table `suspect`; None for everybody.
        """
        among = "" if bucket is None else _AMONG.format(bucket=bucket)
        self._make("found", _FOUND.format(among=among), at_minute=at.minute)
        self.connection.execute(_DROP_USELESS)

    def open_episodes(self, at: Instant, *, every: bool = False) -> None:
        """Make the table `opened`, from `found`."""
        query = episodes_sql(self.episode, every=every)
        self._make("opened", query, at_day=at.day, at_minute=at.minute)

    def name_subjects(self, at: Instant) -> None:
        """Make the table `subject`, from `opened`."""
        self._make("subject", SUBJECTS, at_day=at.day, at_minute=at.minute)

    def weigh(self, *, evidence: bool) -> None:
        """Make the table `candidate`, from `subject` and `found`."""
        columns = EVIDENCE_COLUMNS if evidence else ""
        self._make("candidate", CANDIDATES.format(evidence=columns))

    def _make(self, table: str, query: str, **values: int) -> None:
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS {query}", values or None)

    def learn(self) -> None:
        """Look up every code and every way of writing a value that was not met before."""
        self._read_codes()
        self._read_meanings()

    def _read_codes(self) -> None:
        if len(self._seen) > _MOST_SEEN:
            self._make_tables()
        codes = self.connection.execute("SELECT DISTINCT kind, system, code FROM record").fetchall()
        rows: list[tuple[object, ...]] = []
        for kind, system, code in codes:
            if (kind, system, code) not in self._seen and code is not None:
                self._seen.add((kind, system, code))
                for match in self.looks.matches(kind, system or "", code):
                    fact = match.look.fact
                    ranged = isinstance(fact, Measure) and bool(families(fact))
                    found = (match.look.number, match.means, match.family, match.opens, ranged)
                    rows.append((kind, system, code, len(self._seen), *found))
        self._insert("coded", rows)

    def _read_meanings(self) -> None:
        new = self.connection.execute(_NEW_MEANINGS).fetchall()
        rows: list[tuple[object, ...]] = []
        for values in new:
            limit = Fraction(values[-1])
            row = Recorded._make((*values[:-1], limit if limit >= 0 else None))
            found = meaning(self.looks.listed[row.look], row, self.looks.value_means)
            rows.append((*values, *found))
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
            *(look.number, self.targets.index(look.target), look.target, look.role, look.attribute, look.per_limb),
            *((within.count, within.unit) if within else (None, None)),
            *((after.count, after.unit) if after else (None, None)),
            *(mask, low, high, *likely),
        )


def require_record(connection: duckdb.DuckDBPyConnection) -> None:
    """SourceError S330 where the connection has no long record table."""
    found = connection.execute("SELECT 1 FROM duckdb_columns() WHERE table_name = 'record'").fetchall()
    if not found:
        raise SourceError("S330", "There is no table `record`.", todo="Read the files first (flatten).")
