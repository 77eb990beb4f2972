"""SQL that reads every entry that a look wants: what it says of each fact, exactly, and when.

All that a way of recording makes of it stands in the table `wanted` (see `ways`); here it is joined with
whose entry it is, when, and how much.
"""

from __future__ import annotations

from collections.abc import Mapping

from .situations import FAR
from .ways import WANTED

LOOK = {
    "look": "INTEGER", "target": "USMALLINT", "name": "VARCHAR", "role": "VARCHAR",
    "attribute": "BOOLEAN", "per_limb": "BOOLEAN", "within_length": "INTEGER", "within_unit": "VARCHAR",
    "after_length": "INTEGER", "after_unit": "VARCHAR", "whole_mask": "BIGINT",
    "whole_low": "BIGINT", "whole_high": "BIGINT", "likely_low": "BIGINT", "likely_high": "BIGINT",
    "earliest": "BOOLEAN", "last_day": "BOOLEAN",
}  # fmt: skip
"""The columns of the table `look`."""


def _table(name: str, columns: Mapping[str, str]) -> str:
    listed = ", ".join(f"{column} {kind}" for column, kind in columns.items())
    return f"CREATE OR REPLACE TEMP TABLE {name} ({listed});"


TABLES = _table("look", LOOK) + _table("wanted", WANTED)

EVERYBODY = {"person": "e.person", "among": ""}
SUSPECTS = {
    "person": "q.number",
    "among": "JOIN suspect q ON q.person = e.person AND q.bucket = {bucket}",
}
"""Whose entries are read: everybody's, or a bucket's, where people are numbers."""

# A measured value is worked out once for all entries that record it alike: there are far fewer of them.
READING = """
CREATE OR REPLACE TEMP TABLE reading AS
WITH told AS (
    SELECT DISTINCT w.rowid AS way, coalesce(w.value, e.value) AS told
    FROM entry e JOIN wanted w ON w.shape = e.shape WHERE w.measured
),
scaled AS (
    SELECT *, scaled(told, numerator) AS above,
        CASE WHEN value_high IS NOT NULL THEN scaled(value_high, numerator) END AS above_high
    FROM told JOIN wanted w ON w.rowid = told.way
),
bounded AS (
    SELECT *,
        CASE WHEN comparator IN ('<', '<=') THEN whole_low
            ELSE above // below - (above % below < 0)::INTEGER
                + (comparator = '>' AND above % below = 0)::INTEGER END AS lower,
        CASE WHEN comparator IN ('>', '>=') THEN whole_high
            WHEN comparator = '<' OR value_high IS NULL
            THEN above // below + (above % below > 0)::INTEGER
                - (comparator = '<' AND above % below = 0)::INTEGER
            ELSE above_high // below + (above_high % below > 0)::INTEGER END AS upper
    FROM scaled
),
judged AS (
    SELECT * REPLACE (CASE
        WHEN comparator NOT IN ('', '<', '<=', '>', '>=') THEN 'unusable value'
        WHEN lower IS NULL OR upper IS NULL OR lower > upper
            OR lower < whole_low OR upper > whole_high THEN 'impossible value'
        ELSE '' END AS reason)
    FROM bounded
)
SELECT way, told, reason,
    CASE WHEN reason = '' THEN lower::BIGINT ELSE whole_low END AS low,
    CASE WHEN reason = '' THEN upper::BIGINT ELSE whole_high END AS high,
    CASE WHEN reason = '' AND comparator = '' AND (lower < likely_low OR upper > likely_high)
        THEN 'not plausible' ELSE note END AS note
FROM judged
"""
"""What each measured value means, one row a way of recording (of `wanted`) and value as recorded."""

# An entry without a date may be of any day; a patient's own row holds at all times. A result that was
# issued in the minute of its sample tells one time only: it came at that time or any later one.
MATCHED = f"""
WITH timed AS (
    SELECT {{person}} AS person, e.resource, w.rowid AS way, w.goes_on, w.stopped,
        CASE WHEN w.measured THEN coalesce(w.value, e.value) END AS value,
        coalesce(CASE WHEN w.dated THEN e.day_low END, -{FAR}) AS day_low,
        coalesce(CASE WHEN w.dated THEN e.day_high END, {FAR} * w.forward) AS day_high,
        CASE WHEN w.issued AND e.known_minute > e.minute_low THEN e.known_minute
            ELSE coalesce(CASE WHEN w.dated THEN e.minute_low END, -{FAR * 1440}) END AS minute_low,
        CASE WHEN w.issued THEN CASE WHEN e.known_minute > e.minute_low THEN e.known_minute
            ELSE $at_minute END
            ELSE coalesce(CASE WHEN w.dated THEN e.minute_high END, {FAR * 1440} * w.forward)
            END AS minute_high, e.end_day_low, e.end_day_high
    FROM entry e JOIN wanted w ON w.shape = e.shape {{among}}
    WHERE e.known_minute IS NULL OR e.known_minute <= $at_minute
)
SELECT person, resource, t.way, day_low, day_high, minute_low, minute_high,
    coalesce(end_day_low, CASE WHEN goes_on THEN {FAR} ELSE day_low END) AS end_low,
    coalesce(end_day_high, CASE WHEN goes_on OR stopped THEN {FAR} ELSE day_high END) AS end_high,
    r.low, r.high, r.reason, r.note
FROM timed t LEFT JOIN reading r ON r.way = t.way AND r.told IS NOT DISTINCT FROM t.value
"""
"""Every entry with every look that wants it: whose it is, when it was, and what its number means."""

FOUND = """
CREATE OR REPLACE TEMP VIEW found AS
WITH judged AS (
    SELECT m.rowid AS row, m.* EXCLUDE (low, high, reason, note), w.* EXCLUDE (reason, note), CASE
        WHEN measured THEN m.reason
        WHEN NOT is_date THEN w.reason
        WHEN comparator NOT IN ('', '<', '<=', '>', '>=') THEN 'unusable value'
        WHEN day_low > day_high OR day_low < whole_low OR day_high > whole_high THEN 'impossible value'
        ELSE '' END AS reason,
        m.low AS measured_low, m.high AS measured_high, coalesce(m.note, w.note) AS note
    FROM matched m JOIN wanted w ON w.rowid = m.way
)
SELECT row, person, prefix || resource AS resource, look, thread, opens AS opens_episode, side, lasts,
    day_low, day_high, minute_low, minute_high, end_low, end_high, mask, reason, note,
    CASE WHEN measured THEN measured_low WHEN NOT is_date THEN unread_low
        WHEN reason = '' THEN day_low ELSE whole_low END AS low,
    CASE WHEN measured THEN measured_high WHEN NOT is_date THEN unread_high
        WHEN reason = '' THEN day_high ELSE whole_high END AS high
FROM judged
"""
"""What every entry that is wanted says, one row a code and look: a view, for what is the same for all
entries of a way of recording need not be written out for each."""

DOUBTFUL = """
CREATE OR REPLACE TEMP TABLE doubtful AS
SELECT row, person, resource, look, reason, note FROM found WHERE reason <> '' OR note = 'not plausible'
"""
"""What was found and says nothing, or hardly can be so."""

DROP_USELESS = """
CREATE OR REPLACE TEMP TABLE useless AS
SELECT DISTINCT d.row
FROM doubtful d JOIN (
    FROM found SEMI JOIN (SELECT DISTINCT look FROM doubtful WHERE reason <> '') USING (look)
    WHERE reason = ''
) useful USING (person, look)
WHERE d.reason <> '' AND d.resource = useful.resource;
DELETE FROM matched WHERE rowid IN (FROM useless);
DELETE FROM doubtful WHERE row IN (FROM useless);
"""
"""Of two codes of one resource, the one that says nothing (an assay of no known family) goes."""
