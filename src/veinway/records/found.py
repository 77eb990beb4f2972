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

# An entry without a date may be of any day; a patient's own row holds at all times. A result that was
# issued in the minute of its sample tells one time only: it came at that time or any later one.
FOUND = f"""
WITH matched AS (
    SELECT {{person}} AS person, w.prefix || e.resource AS resource, w.* EXCLUDE (shape, prefix, dated)
        REPLACE (coalesce(w.value, e.value) AS value),
        coalesce(CASE WHEN dated THEN e.day_low END, -{FAR}) AS day_low,
        coalesce(CASE WHEN dated THEN e.day_high END, {FAR} * forward) AS day_high,
        CASE WHEN w.issued AND e.known_minute > e.minute_low THEN e.known_minute
            ELSE coalesce(CASE WHEN dated THEN e.minute_low END, -{FAR * 1440}) END AS minute_low,
        CASE WHEN w.issued THEN CASE WHEN e.known_minute > e.minute_low THEN e.known_minute
            ELSE $at_minute END
            ELSE coalesce(CASE WHEN dated THEN e.minute_high END, {FAR * 1440} * forward)
            END AS minute_high,
        e.end_day_low, e.end_day_high
    FROM entry e JOIN wanted w ON w.shape = e.shape {{among}}
    WHERE e.known_minute IS NULL OR e.known_minute <= $at_minute
),
scaled AS (
    SELECT *,
        CASE WHEN measured THEN scaled(value, numerator) END AS above,
        CASE WHEN measured AND value_high IS NOT NULL THEN scaled(value_high, numerator) END
            AS above_high
    FROM matched
),
bounded AS (
    SELECT *,
        CASE WHEN is_date THEN day_low WHEN NOT measured THEN 0
            WHEN comparator IN ('<', '<=') THEN whole_low
            ELSE above // below - (above % below < 0)::INTEGER
                + (comparator = '>' AND above % below = 0)::INTEGER END AS lower,
        CASE WHEN is_date THEN day_high WHEN NOT measured THEN 0
            WHEN comparator IN ('>', '>=') THEN whole_high
            WHEN comparator = '<' OR value_high IS NULL
            THEN above // below + (above % below > 0)::INTEGER
                - (comparator = '<' AND above % below = 0)::INTEGER
            ELSE above_high // below + (above_high % below > 0)::INTEGER END AS upper
    FROM scaled
),
judged AS (
    SELECT * REPLACE (CASE WHEN NOT (measured OR is_date) THEN reason
        WHEN comparator NOT IN ('', '<', '<=', '>', '>=') THEN 'unusable value'
        WHEN lower IS NULL OR upper IS NULL OR lower > upper
            OR lower < whole_low OR upper > whole_high THEN 'impossible value'
        ELSE '' END AS reason)
    FROM bounded
)
SELECT person, resource, look, thread, opens AS opens_episode, side, lasts,
    day_low, day_high, minute_low, minute_high,
    coalesce(end_day_low, CASE WHEN goes_on THEN {FAR} ELSE day_low END) AS end_low,
    coalesce(end_day_high, CASE WHEN goes_on OR stopped THEN {FAR} ELSE day_high END) AS end_high,
    mask, reason,
    CASE WHEN measured OR is_date THEN CASE WHEN reason = '' THEN lower::BIGINT ELSE whole_low END
        ELSE unread_low END AS low,
    CASE WHEN measured OR is_date THEN CASE WHEN reason = '' THEN upper::BIGINT ELSE whole_high END
        ELSE unread_high END AS high,
    CASE WHEN measured THEN CASE WHEN reason = '' AND comparator = ''
        AND (lower < likely_low OR upper > likely_high) THEN 'not plausible' ELSE note END
        ELSE note END AS note
FROM judged
"""
"""What every entry that is wanted says, one row a code and look."""

DROP_USELESS = """
DELETE FROM found WHERE rowid IN (
    SELECT useless.rowid FROM (SELECT rowid, * FROM found WHERE reason <> '') useless
    JOIN (FROM found WHERE reason = '') useful USING (person, resource, look))
"""
"""Of two codes of one resource, the one that says nothing (an assay of no known family) goes."""
