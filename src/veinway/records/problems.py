"""What was found in a record and could not be used as it stands, by a stable code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from .input_problems import Place, Problems

CODES = {
    "unusable unit": "W410",
    "impossible value": "W411",
    "conflict": "W412",
    "unit family not stated": "W413",
    "unusable value": "W414",
    "not plausible": "W415",
    "no exact date": "W416",
}

OPENING = "the opening of an episode"
_PROBLEMS = f"""
SELECT problem, resource FROM (
    SELECT CASE WHEN d.note = 'not plausible' THEN d.note ELSE d.reason END AS problem, d.resource
    FROM doubtful d JOIN look l ON l.look = d.look
    WHERE l.role NOT IN ('opening', 'event') AND NOT l.attribute
    UNION ALL
    SELECT 'no exact date', f.resource
    FROM found f JOIN look l ON l.look = f.look
    WHERE l.role = 'opening' AND f.mask <> 1 AND f.day_low < f.day_high
)
WHERE problem IN ({", ".join(f"'{problem}'" for problem in CODES)})
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be used: `what` says it in words, `where` names the record."""

    code: str
    what: str
    where: str


def problems_of_input(lost: Problems) -> list[Problem]:
    """What was lost while the resources were read, one for each place that is named."""
    return [
        Problem(found.code, found.what, str(place))
        for found in lost.found
        for place in found.places or (Place(""),)
    ]


def problems(rows: Iterable[tuple[str, str, str, str]]) -> list[Problem]:
    """Problems from the rows of `weighed_one.unusable`."""
    return [
        Problem(
            CODES[problem], f"{target}: {problem}" + (f" ({recorded})" if recorded else ""), resource
        )
        for problem, target, resource, recorded in rows
    ]


def count_problems(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many records have each problem, by code."""
    rows = connection.execute(
        f"SELECT problem, count(DISTINCT resource) FROM ({_PROBLEMS}) GROUP BY problem ORDER BY problem"
    ).fetchall()
    return {CODES[problem]: count for problem, count in rows}
