"""SQL that finds the subjects: a person and an episode of suspicion, and a side where both legs count.

Any record of the concepts that open an episode opens one; a record soon after the last one belongs to
the same episode, whose index is its first record. A record without an exact day opens nothing, as
nobody could say which day the look-backs count from.
"""

from __future__ import annotations

from ..language.errors import DefinitionError
from ..language.steps import Episode

EPISODES = """
WITH opening AS (
    SELECT DISTINCT f.person, f.day_low AS day, f.minute_low AS minute
    FROM found f JOIN look l ON l.look = f.look
    WHERE l.role = 'opening' AND f.mask <> 1 AND f.day_low = f.day_high
        AND f.minute_low <= $at_minute AND f.day_low <= $at_day
),
starting AS (
    SELECT later.* FROM opening later ANTI JOIN opening earlier
    ON earlier.person = later.person AND earlier.minute < later.minute
        AND moved(earlier.day, {merged_length}, '{merged_unit}') >= later.day
)
{chosen}
"""
EVERY = "SELECT person, minute AS episode, day AS index_day, minute AS index_minute FROM starting"
LATEST = """
SELECT person, max(minute) AS episode, max(day) AS index_day, max(minute) AS index_minute
FROM starting GROUP BY person
"""
"""An episode is known by the minute at which it began."""
NOW = """
SELECT DISTINCT person, $at_minute::BIGINT AS episode, $at_day::BIGINT AS index_day,
    $at_minute::BIGINT AS index_minute
FROM opening
"""
"""A treatment is looked at on the day of the evaluation."""

SUBJECTS = """
WITH dated AS (
    SELECT * FROM opened, (SELECT $at_day::BIGINT AS at_day, $at_minute::BIGINT AS at_minute)
),
sided AS (
    SELECT s.person, s.episode,
        bool_or(f.side IN ('left', 'both')) AND bool_or(f.side IN ('right', 'both')) AS both_legs
    FROM dated s JOIN found f ON f.person = s.person JOIN look l ON l.look = f.look
    WHERE l.per_limb AND f.side <> '' AND f.minute_low <= s.at_minute
        AND f.day_low <= closes(s.index_day, s.at_day, l.after_length, l.after_unit)
        AND f.day_high >= opens(s.index_day, l.within_length, l.within_unit)
    GROUP BY s.person, s.episode
),
spread AS (
    SELECT dated.*, unnest(CASE WHEN both_legs THEN ['left', 'right'] ELSE [''] END) AS side
    FROM dated LEFT JOIN sided USING (person, episode)
)
SELECT row_number() OVER (ORDER BY person, episode, side) - 1 AS number, person, side,
    index_day, index_minute, at_day, at_minute FROM spread
"""
"""Subjects are numbered from 0."""


def episodes_sql(episode: Episode, *, every: bool) -> str:
    """The query for the table `opened`: the latest episode of each person, or all of them."""
    merged = episode.merged_within
    if merged.unit == "minute":
        raise DefinitionError("D111", f"Episodes merge in days, not {merged}.", where=episode.key)
    return EPISODES.format(
        merged_length=merged.count, merged_unit=merged.unit, chosen=_chosen(episode, every=every)
    )


def _chosen(episode: Episode, *, every: bool) -> str:
    """Which of the opened episodes are subjects."""
    if episode.index == "at":
        return NOW
    return EVERY if every else LATEST
