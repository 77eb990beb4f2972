"""Tables whose columns are those of FHIR resources, made into the table `record`.

Every such input is a *scan*: a query with some of the columns that `flatten.sql` reads of a line. So
what a code, a date, a unit or a status means is said once, for lines of JSON and for tables alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import duckdb

from ..flatten_program import make_record, parts, problems_sql, session_of, text
from ..input_problems import MOST_PLACES, NO_RESOURCE, NOT_JSON, InputProblem, Place, Problems
from ..instants import checked_zone

_NAMELESS = """
SELECT file, count(*) FROM record WHERE doubt IS NOT NULL AND doubt.resource_type IS NULL GROUP BY file
"""


def make_of_scans(
    connection: duckdb.DuckDBPyConnection,
    scans: Iterable[str],
    names: Sequence[str],
    time_zone: str,
    broken: Mapping[int, Sequence[Place]] | None = None,
) -> Problems:
    """Make the table `record` of some scans, and say what could not be read.

    names: of the inputs, by the number in the column `file`. broken: by that number, the rows that hold
    no JSON; what else has no resource type is no resource. Raises InputError I234 for an unknown time
    zone.
    """
    session = session_of(connection)
    session.execute(f"SET TimeZone = {text(checked_zone(time_zone))}")
    session.execute("DROP TABLE IF EXISTS entry; DROP TABLE IF EXISTS way")
    make_record(session, scans, evidence=False)
    found = Problems().and_also(*_problems(session, names, broken or {}))
    session.execute(parts()["medicines"])
    session.execute(parts()["used"])
    return found


def _problems(
    session: duckdb.DuckDBPyConnection, names: Sequence[str], broken: Mapping[int, Sequence[Place]]
) -> Iterable[InputProblem]:
    for code, count, places in session.execute(problems_sql(plain=False)).fetchall():
        if code != NOT_JSON:
            named = (Place(names[p["file"]], 0, p["resource"], p["detail"]) for p in places)
            yield InputProblem(code, count, tuple(named))
    rows = [place for of_file in broken.values() for place in of_file]
    yield InputProblem(NOT_JSON, len(rows), tuple(rows[:MOST_PLACES]))
    lost = dict(session.execute(_NAMELESS).fetchall())
    strange = {file: count - len(broken.get(file, ())) for file, count in sorted(lost.items())}
    places = tuple(Place(names[file]) for file, count in strange.items() if count)
    yield InputProblem(NO_RESOURCE, sum(strange.values()), places[:MOST_PLACES])
