"""The two ways from resources to rows, `flatten.sql` and `flatten_one`, held equal."""

from __future__ import annotations

from collections import Counter
from typing import Any

import duckdb

from veinway.records.flatten import flatten_bundle
from veinway.records.flatten_one import OnePatient
from veinway.records.input_problems import Problems
from veinway.records.record_row import Row

Resource = dict[str, Any]


def check_both_ways(
    connection: duckdb.DuckDBPyConnection, resources: list[Resource], time_zone: str = "UTC"
) -> int:
    """Flatten resources both ways, compare rows and problems; how many rows they are."""
    problems = flatten_bundle(connection, resources, time_zone=time_zone)
    return check_without_sql(connection, resources, problems, time_zone)


def check_without_sql(
    connection: duckdb.DuckDBPyConnection,
    resources: list[Resource],
    problems: Problems,
    time_zone: str,
) -> int:
    """Compare what was flattened over a connection with the rows made without SQL."""
    found = connection.execute("FROM record")
    assert tuple(column[0] for column in found.description) == Row._fields
    expected = Counter(found.fetchall())
    rows, lost = OnePatient(connection, time_zone).flatten(resources)
    assert Counter(map(tuple, rows)) == expected
    assert lost == problems
    return len(rows)
