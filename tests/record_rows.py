"""Hand-made rows of the long record table, for tests: what is not named is not recorded."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import duckdb

from veinway.language.time import MINUTES_A_DAY, day_number
from veinway.records.record_row import Row

COLUMNS = {
    "person": "VARCHAR",
    "resource": "VARCHAR",
    "kind": "VARCHAR",
    "system": "VARCHAR",
    "code": "VARCHAR",
    "status": "VARCHAR",
    "day_low": "INTEGER",
    "day_high": "INTEGER",
    "minute_low": "BIGINT",
    "minute_high": "BIGINT",
    "end_day_low": "INTEGER",
    "end_day_high": "INTEGER",
    "known_minute": "BIGINT",
    "value": "DECIMAL(38,10)",
    "comparator": "VARCHAR",
    "unit": "VARCHAR",
    "unit_text": "VARCHAR",
    "value_high": "DECIMAL(38,10)",
    "range_high": "DECIMAL(38,10)",
    "value_system": "VARCHAR",
    "value_code": "VARCHAR",
    "value_truth": "BOOLEAN",
    "absent": "VARCHAR",
    "recorded": "VARCHAR",
    "side": "VARCHAR",
}
_NUMBERS = [name for name, kind in COLUMNS.items() if kind.startswith("DECIMAL")]
OURS = "https://veinway.org/fhir/fact"
LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"


def day(text: str) -> int:
    """A day number from `2026-03-04`."""
    return day_number(datetime.fromisoformat(text).date())


def minute(text: str) -> int:
    """A minute number, UTC, from `2026-03-04T09:30`."""
    moment = datetime.fromisoformat(text)
    return day_number(moment.date()) * MINUTES_A_DAY + moment.hour * 60 + moment.minute


def record(code: str, when: str | None, **columns: object) -> dict[str, object]:
    """A row: `when` is a day, an instant or a year; our own system and an observation if not said."""
    row: dict[str, object] = dict.fromkeys(COLUMNS)
    row |= {"person": "p", "kind": "observation", "system": OURS, "code": code, "status": "final"}
    row["side"] = ""
    if when is not None:
        row |= _times(when)
        row["known_minute"] = row["minute_low"]
    end = columns.pop("end", None)
    if isinstance(end, str):
        row["end_day_low"] = row["end_day_high"] = day(end)
    known = columns.pop("known", None)
    if isinstance(known, str):
        row["known_minute"] = minute(known)
    return row | columns


def _times(when: str) -> dict[str, int]:
    if len(when) == 4:
        first, last = day(f"{when}-01-01"), day(f"{when}-12-31")
    else:
        first = last = day(when[:10])
    if "T" in when:
        return {
            "day_low": first,
            "day_high": last,
            "minute_low": minute(when),
            "minute_high": minute(when),
        }
    return {
        "day_low": first,
        "day_high": last,
        "minute_low": first * MINUTES_A_DAY,
        "minute_high": (last + 1) * MINUTES_A_DAY - 1,
    }


def told(rows: list[dict[str, object]]) -> list[Row]:
    """The rows as one patient's resources give them; each is of a resource of its own, if not said."""
    found = []
    for number, row in enumerate(rows, start=1):
        resource = row["resource"] or f"{str(row['kind']).capitalize()}/{number}"
        numbers = {name: Decimal(str(row[name])) for name in _NUMBERS if row[name] is not None}
        found.append(Row(**{**row, **numbers, "resource": resource, "concept": None}))  # type: ignore[arg-type]
    return found


def put(connection: duckdb.DuckDBPyConnection, rows: list[dict[str, object]]) -> None:
    """Make the table `record` from rows."""
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE record ({columns})")
    marks = ", ".join("?" * len(COLUMNS))
    for row in told(rows):
        values = [getattr(row, name) for name in COLUMNS]
        connection.execute(f"INSERT INTO record VALUES ({marks})", values)
