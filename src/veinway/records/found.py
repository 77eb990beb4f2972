"""SQL that reads every matching record: what it says of each fact, exactly, and when.

A code that some look wants is a row of the table `coded`; a way of writing a value is a row of `meaning`
(both are filled from Python, once for each distinct one); `look` says how wide each fact can be.
"""

from __future__ import annotations

from .situations import FAR

KEYS = "coding, status, truth, absent, has_value, value_system, value_code, unit, unit_text, range_high"
TABLES = """
CREATE OR REPLACE TEMP TABLE look (look INTEGER, target USMALLINT, name VARCHAR, role VARCHAR,
    attribute BOOLEAN, per_limb BOOLEAN, within_length INTEGER, within_unit VARCHAR,
    after_length INTEGER, after_unit VARCHAR,
    whole_mask BIGINT, whole_low BIGINT, whole_high BIGINT, likely_low BIGINT, likely_high BIGINT);
CREATE OR REPLACE TEMP TABLE coded (coding INTEGER, kind VARCHAR, system VARCHAR, code VARCHAR,
    thread INTEGER, look INTEGER, means VARCHAR, family VARCHAR, opens BOOLEAN, ranged BOOLEAN);
CREATE OR REPLACE TEMP TABLE meaning (coding INTEGER, status VARCHAR, truth VARCHAR,
    absent VARCHAR, has_value BOOLEAN, value_system VARCHAR,
    value_code VARCHAR, unit VARCHAR, unit_text VARCHAR, range_high DECIMAL(38,10),
    mask BIGINT, numerator BIGINT, denominator BIGINT, reason VARCHAR, note VARCHAR);
"""

# A record without a date may be of any day; a patient's own row holds at all times.
MATCHED = f"""
    SELECT r.person, r.resource, r.kind, c.coding, c.thread, c.look, c.opens, r.status,
        coalesce(r.side, '') AS side,
        coalesce(r.day_low, -{FAR}) AS day_low,
        coalesce(r.day_high, CASE r.kind WHEN 'patient' THEN -{FAR} ELSE {FAR} END) AS day_high,
        coalesce(r.minute_low, -{FAR * 1440}) AS minute_low,
        coalesce(r.minute_high, CASE r.kind WHEN 'patient' THEN -{FAR * 1440} ELSE {FAR * 1440} END)
            AS minute_high,
        r.end_day_low, r.end_day_high, r.value, r.value_high, r.recorded, r.known_minute,
        coalesce(r.comparator, '') AS comparator, coalesce(r.value_truth::VARCHAR, '') AS truth,
        coalesce(r.absent, '') AS absent, r.value IS NOT NULL AS has_value,
        coalesce(r.value_system, '') AS value_system, coalesce(r.value_code, '') AS value_code,
        coalesce(r.unit, '') AS unit, coalesce(r.unit_text, '') AS unit_text,
        CASE WHEN c.ranged THEN coalesce(r.range_high, -1) ELSE -1 END AS range_high
    FROM record r JOIN coded c ON c.code = r.code AND c.system = r.system AND c.kind = r.kind
"""
NEW_MEANINGS = f"""
WITH matched AS ({MATCHED}), met AS (SELECT DISTINCT {KEYS} FROM matched)
SELECT {KEYS}, look, kind, means, family
FROM (SELECT * FROM met ANTI JOIN meaning USING ({KEYS})) JOIN coded USING (coding)
"""
"""The ways of writing a value that were not met before, and what the code is wanted for."""

AMONG = "JOIN suspect q ON q.person = r.person AND q.bucket = {bucket}"

FOUND = f"""
WITH matched AS ({MATCHED} {{among}} WHERE r.known_minute IS NULL OR r.known_minute <= $at_minute),
scaled AS (
    SELECT m.* EXCLUDE ({KEYS}), status, n.mask, n.reason, n.note, l.role, l.attribute,
        l.whole_mask, l.whole_low, l.whole_high, l.likely_low, l.likely_high,
        n.denominator::HUGEINT * 10000000000 AS below,
        CASE WHEN l.role = 'measure' AND n.reason = '' THEN scaled(m.value, n.numerator) END AS above,
        CASE WHEN l.role = 'measure' AND n.reason = '' THEN scaled(m.value_high, n.numerator) END
            AS above_high
    FROM matched m JOIN meaning n USING ({KEYS}) JOIN look l USING (look)
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
            WHEN comparator = '<' THEN ceiling - step
            WHEN value_high IS NULL THEN ceiling
            ELSE above_high // below + (above_high % below > 0)::INTEGER END AS upper
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

DROP_USELESS = """
DELETE FROM found WHERE rowid IN (
    SELECT useless.rowid FROM (SELECT rowid, * FROM found WHERE reason <> '') useless
    JOIN (FROM found WHERE reason = '') useful USING (person, resource, look))
"""
"""Of two codes of one resource, the one that says nothing (an assay of no known family) goes."""
