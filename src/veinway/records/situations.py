"""SQL that finds what is known of each subject: windows, the newest record, contradictions.

Every statement reads the tables that `extract` makes (`found`, `look`, `subject`) and treats all
subjects at once. A record inside its window *may* count when its dates allow it, and *does* count when
they leave no doubt. Of the records that count, those that may be the newest are kept, and their hull is
the value: records of one moment that disagree leave it open, flagged as a conflict.
"""

from __future__ import annotations

FAR = 10_000_000
"""Days beyond any date: the open end of a window or of an illness."""

MACROS = (
    # Exact: a decimal of ten places as an integer, times the numerator; NULL where that is too large.
    """
    CREATE OR REPLACE TEMP MACRO scaled(value, numerator) AS TRY(
        CAST(TRY_CAST(value AS DECIMAL(22,10)) * 10000000000::DECIMAL(11,0) AS HUGEINT) * numerator)
    """,
    f"""
    CREATE OR REPLACE TEMP MACRO moved(day, length, unit) AS CASE unit
        WHEN 'day' THEN day + length
        WHEN 'month' THEN datediff('day', DATE '1970-01-01',
            CAST(DATE '1970-01-01' + day::INTEGER + to_months(length::INTEGER) AS DATE))
        ELSE {FAR} END
    """,
    f"""
    CREATE OR REPLACE TEMP MACRO opens(index_day, length, unit) AS
        CASE WHEN length IS NULL THEN -{FAR} ELSE moved(index_day, -length, unit) END
    """,
    """
    CREATE OR REPLACE TEMP MACRO closes(index_day, at_day, length, unit) AS
        least(at_day, CASE WHEN length IS NULL THEN index_day ELSE moved(index_day, length, unit) END)
    """,
)

# A record counts for a limb if it names that limb, both limbs, or none.
_THIS_LIMB = "(s.side = '' OR NOT l.per_limb OR f.side IN ('', 'both', s.side))"
# What opened this episode is not its own past: it counts only for looks that reach ahead of the index.
_NOT_OWN_PAST = "NOT (f.opens_episode AND l.after_length IS NULL AND f.day_high >= s.index_day)"
# A stay, a drug or a diagnosis that began after the suspicion, on the same day, is not of the past:
# the interim dose and the admission follow from it.
_BEGAN_BEFORE = "NOT (f.lasts AND l.after_length IS NULL AND f.minute_low > s.index_minute)"

WINDOWED = f"""
    SELECT s.number, s.person, s.at_minute, l.target, l.role, l.attribute, f.* EXCLUDE (person, look),
        l.earliest, l.last_day, l.whole_mask, l.whole_low, l.whole_high,
        opens(s.index_day, l.within_length, l.within_unit) AS opening,
        closes(s.index_day, s.at_day, l.after_length, l.after_unit) AS closing,
        l.role = 'yes_no' AND f.lasts AS lane
    FROM subject s JOIN found f ON f.person = s.person JOIN look l ON l.look = f.look
    WHERE {_THIS_LIMB} AND {_NOT_OWN_PAST} AND {_BEGAN_BEFORE} AND f.minute_low <= s.at_minute
"""

CANDIDATES = f"""
WITH windowed AS (
    {WINDOWED} AND NOT l.attribute AND l.role NOT IN ('event', 'opening')
),
placed AS (
    SELECT * REPLACE (CASE WHEN lane THEN thread ELSE 0 END AS thread),
        day_high <= closing AND (CASE WHEN lane AND mask <> 1 THEN end_low ELSE day_low END) >= opening
            AS surely,
        day_low <= closing AND (CASE WHEN lane AND mask <> 1 THEN end_high ELSE day_high END) >= opening
            AS perhaps
    FROM windowed
)
SELECT number, target, role = 'yes_no' AS yes_no, lane, thread, surely, earliest,
    minute_low, minute_high,
    CASE WHEN surely THEN mask ELSE whole_mask END AS mask,
    CASE WHEN lane THEN 0 WHEN surely THEN low ELSE whole_low END AS low,
    CASE WHEN lane THEN 0 WHEN surely THEN high ELSE whole_high END AS high,
    CASE WHEN surely THEN reason ELSE 'date not exact' END AS reason
FROM placed WHERE perhaps
"""
"""One row for each record that may settle a fact of a subject.

An illness, a drug and an operation go on: each code is a *thread* of its own, so that a refuted
diagnosis says nothing about another one, and any thread that says yes is a yes.
"""

# `chosen` are the candidates that may be the newest (or the first, where that is asked for): these
# settle the fact. Any thread that says yes (2) outweighs one that leaves it open (3), and that one a
# no (1).
FACTS = """
WITH weighed AS (
    SELECT *, CASE WHEN border IS NULL THEN true
        WHEN earliest THEN minute_low <= border ELSE minute_high >= border END AS chosen
    FROM candidate LEFT JOIN (
        SELECT number, target, thread,
            CASE WHEN bool_and(earliest) THEN min(minute_high) ELSE max(minute_low) END AS border
        FROM candidate WHERE surely GROUP BY ALL
    ) USING (number, target, thread)
),
part AS (
    SELECT number, target, yes_no, low, high,
        mask AS seen, minute_low AS seen_low, minute_high AS seen_high, NULL AS lasting,
        NULL AS lasting_low, NULL AS lasting_high, reason, false AS disagree
    FROM weighed WHERE chosen AND NOT lane
    UNION ALL
    SELECT number, target, any_value(yes_no), 0, 0, NULL, NULL, NULL,
        CASE bit_or(mask) WHEN 2 THEN 3 WHEN 3 THEN 2 ELSE 1 END, max(minute_low), max(minute_high),
        max(reason), min(mask) <> max(mask)
    FROM weighed WHERE chosen AND lane GROUP BY number, target, thread
),
whole AS (
    SELECT number, target, any_value(yes_no) AS yes_no, min(low) AS low, max(high) AS high,
        bit_or(seen) AS seen, max(seen_low) AS seen_low, max(seen_high) AS seen_high,
        CASE max(lasting) WHEN 3 THEN 2 WHEN 2 THEN 3 WHEN 1 THEN 1 END AS lasting,
        max(lasting_low) AS lasting_low, max(lasting_high) AS lasting_high,
        bool_or(disagree) OR min(low) <> max(low) OR min(high) <> max(high)
            OR coalesce(min(seen) <> max(seen), false) AS disagree,
        max(reason) AS reason
    FROM part GROUP BY number, target
),
newest AS (
    SELECT *,
        CASE WHEN lasting IS NULL OR seen_high >= lasting_low THEN seen END AS seen_now,
        CASE WHEN seen IS NULL OR lasting_high >= seen_low THEN lasting END AS lasting_now
    FROM whole
),
settled AS (
    SELECT *, CASE WHEN lasting_now IS NULL THEN seen_now WHEN seen_now IS NULL THEN lasting_now
        ELSE seen_now | lasting_now END AS mask
    FROM newest
)
SELECT number, target, mask, low, high,
    CASE WHEN yes_no AND mask <> 3 THEN ''
        WHEN disagree OR coalesce(seen_now <> lasting_now, false) THEN 'conflict'
        ELSE reason END AS reason
FROM settled
"""
"""The value of each fact of each subject of which several records may settle it.

What was seen (an observation) and what lasts (an illness) are weighed by their newest moments.
"""

ONE_DOSE = "MedicationAdministration/"
"""A resource that tells of one dose, and of no order that goes on."""

EVENTS = f"""
WITH windowed AS ({WINDOWED} AND l.role = 'event' AND f.mask <> 1),
stretched AS (
    SELECT *, last_day AND lasts AND day_low <= closing AND NOT starts_with(resource, '{ONE_DOSE}')
        AS until_its_end
    FROM windowed
),
placed AS (
    SELECT * REPLACE (
        CASE WHEN until_its_end THEN least(end_low, closing) ELSE day_low END AS day_low,
        CASE WHEN until_its_end THEN least(end_high, closing) ELSE day_high END AS day_high,
        CASE WHEN until_its_end THEN at_minute ELSE minute_high END AS minute_high)
    FROM stretched
)
SELECT number, target,
    bool_or(mask = 2 AND day_low >= opening AND day_high <= closing) AS certain, resource,
    min(day_low) AS day_low, max(least(day_high, closing)) AS day_high,
    min(minute_low) AS minute_low, max(least(minute_high, at_minute)) AS minute_high
FROM placed
WHERE day_low <= closing AND day_high >= opening
GROUP BY number, target, resource
ORDER BY number, target, minute_low, resource
"""
"""One row for each event of each subject inside its window; one that was refuted is not there.

An order is on the day of its last dose where a look asks for it: today while it goes on, any day since
it began where it was stopped nobody knows when.
"""

ATTRIBUTES = """
SELECT s.number, l.target, f.resource,
    CASE WHEN bit_and(f.mask) = 0 THEN bit_or(f.mask) ELSE bit_and(f.mask) END AS mask,
    CASE WHEN max(f.low) > min(f.high) THEN min(f.low) ELSE max(f.low) END AS low,
    CASE WHEN max(f.low) > min(f.high) THEN max(f.high) ELSE min(f.high) END AS high
FROM subject s JOIN found f ON f.person = s.person JOIN look l ON l.look = f.look
WHERE l.attribute AND f.reason = '' AND f.minute_low <= s.at_minute
GROUP BY s.number, l.target, f.resource
"""
"""What is known of the attributes of events: the components and codes of one resource together.

Two statements of one resource that agree narrow each other; where they contradict, the hull stands.
"""
