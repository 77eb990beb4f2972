"""FHIR in Parquet files, as tools write them: what comes of it, what is refused, what is reported."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from command_line import Run
from fhir_snippets import Resource, concept, observation, patient, rows
from veinway.language.errors import SourceError
from veinway.records.flatten import flatten
from veinway.records.sources import open_source
from veinway.records.tabular.reading import read_records

AT = "2026-03-31"


@pytest.fixture(scope="session")
def nested(people: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up people as DuckDB makes Parquet of their NDJSON files."""
    folder = tmp_path_factory.mktemp("nested")
    with duckdb.connect() as connection:
        for file in people.glob("*.ndjson"):
            target = folder / f"{file.stem}.parquet"
            connection.execute(f"COPY (FROM read_json('{file}')) TO '{target}'")
    return folder


@pytest.fixture(scope="session")
def whole(people: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with each resource as a text, of all types in one file."""
    folder = tmp_path_factory.mktemp("whole")
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT json FROM read_ndjson_objects('{people}/*.ndjson')) "
            f"TO '{folder / 'everything.parquet'}'"
        )
    return folder


@pytest.mark.parametrize("form", ["nested", "whole"])
def test_the_same_rows_come_of_parquet_as_of_lines(
    request: pytest.FixtureRequest, connection: duckdb.DuckDBPyConnection, people: Path, form: str
) -> None:
    flatten(connection, open_source(people))
    expected = [row | {"recorded": None} for row in rows(connection)]
    read_records(connection, request.getfixturevalue(form), time_zone="UTC")
    assert rows(connection) == expected
    assert len(expected) > 500


def test_the_same_decisions_come_of_parquet_as_of_lines(
    run: Run, people: Path, nested: Path, tmp_path: Path
) -> None:
    for source, name in ((people, "a"), (nested, "b")):
        assert run("cohort", source, "--at", AT, "--out", tmp_path / name, "--json").status == 0
    of_lines, of_columns = (
        pl.read_parquet(tmp_path / name / "decisions.parquet").sort("person", "side") for name in "ab"
    )
    assert of_lines.equals(of_columns)
    assert of_lines.height >= 40


# As Spark and Pathling write it -----------------------------------------------------------------

_CODING = pa.struct({"system": pa.string(), "version": pa.string(), "code": pa.string()})
_CONCEPT = pa.struct({"id": pa.string(), "coding": pa.list_(_CODING), "text": pa.string()})
_QUANTITY = pa.struct(
    {"value": pa.decimal128(32, 6), "value_scale": pa.int32(), "unit": pa.string(), "code": pa.string()}
)
_REFERENCE = pa.struct({"reference": pa.string(), "display": pa.string()})
_EXTENSION = pa.map_(pa.int32(), pa.list_(pa.struct({"url": pa.string(), "valueCode": pa.string()})))


def spark(folder: Path, kind: str, schema: dict[str, pa.DataType], *found: dict[str, Any]) -> None:
    """A folder with one part, without a column for the type, timestamps as Spark keeps them."""
    part = folder / f"{kind}.parquet" / "part-00000.snappy.parquet"
    part.parent.mkdir(parents=True)
    table = pa.Table.from_pylist(list(found), pa.schema(schema))
    pq.write_table(table, part, use_deprecated_int96_timestamps=True)
    (part.parent / "_SUCCESS").write_text("")


def weight(folder: Path, moment: datetime) -> None:
    schema = {
        "id": pa.string(),
        "status": pa.string(),
        "subject": _REFERENCE,
        "code": _CONCEPT,
        "effectiveDateTime": pa.string(),
        "issued": pa.timestamp("ns"),
        "valueQuantity": _QUANTITY,
    }
    said = {"value": Decimal("71.5"), "value_scale": 1, "unit": "kg", "code": "kg"}
    coded = {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]}
    row = {"id": "w", "status": "final", "subject": {"reference": "Patient/p"}, "code": coded}
    row |= {"effectiveDateTime": "2024-03-01", "valueQuantity": said, "issued": moment}
    spark(folder, "Observation", schema, row)


def test_parts_in_a_folder_named_after_the_type_are_read(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    weight(tmp_path, datetime(2024, 3, 1, 23, 30))
    person = {"id": pa.string(), "gender": pa.string(), "_fid": pa.int32(), "_extension": _EXTENSION}
    sex = [{"url": "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex", "valueCode": "F"}]
    spark(
        tmp_path, "Patient", person, {"id": "p", "gender": "male", "_fid": 7, "_extension": [(7, sex)]}
    )
    problems = read_records(connection, tmp_path, time_zone="America/New_York")
    assert problems.counts() == {}
    [sex_row] = rows(connection, "kind = 'patient'")
    assert sex_row.value_code == "female"
    [row] = rows(connection, "kind = 'observation'")
    assert (row.value, row.unit) == (Decimal("71.5"), "kg")
    known = datetime.fromtimestamp(row.known_minute * 60, UTC)
    assert known == datetime(2024, 3, 1, 23, 30, tzinfo=UTC)


def test_midnight_is_an_instant_where_a_date_cannot_be(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    weight(tmp_path, datetime(2024, 3, 2))
    read_records(connection, tmp_path, time_zone="America/New_York")
    [row] = rows(connection)
    assert datetime.fromtimestamp(row.known_minute * 60, UTC) == datetime(2024, 3, 2, tzinfo=UTC)


def test_a_date_that_a_tool_made_a_timestamp_is_a_day_again(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    connection.execute(
        "COPY (SELECT 'Condition' AS \"resourceType\", 'c' AS id, "
        "{'reference': 'Patient/p'} AS subject, "
        "{'coding': [{'system': 'http://snomed.info/sct', 'code': '404223003'}]} AS code, "
        "TIMESTAMP '2024-03-01 00:00:00' AS \"onsetDateTime\", "
        "{'end': TIMESTAMP '2024-03-09 10:00:00'} AS \"abatementPeriod\") "
        f"TO '{tmp_path / 'Condition.parquet'}'"
    )
    read_records(connection, tmp_path, time_zone="America/New_York")
    [row] = [row for row in rows(connection) if row.concept]
    assert row.day_low == row.day_high == (datetime(2024, 3, 1) - datetime(1970, 1, 1)).days
    assert row.minute_high - row.minute_low == 24 * 60 - 1


# What is refused, and what is reported ----------------------------------------------------------


def written(folder: Path, name: str, *columns: str) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"COPY (SELECT {', '.join(columns)}) TO '{folder / name}'")


WRONG = {
    "a type that nobody names": (
        "S321",
        "data.parquet",
        "'a' AS id, {'reference': 'Patient/p'} AS subject",
    ),
    "a choice of types in one column": (
        "S322",
        "Observation.parquet",
        "'a' AS id, {'quantity': {'value': 1}} AS value",
    ),
    "FHIR R5": ("S316", "Encounter.parquet", "'a' AS id, 'Encounter' AS \"resourceType\", [1] AS class"),
}


@pytest.mark.parametrize(("code", "name", "columns"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_read_rightly_is_refused(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, code: str, name: str, columns: str
) -> None:
    written(tmp_path, name, columns)
    with pytest.raises(SourceError) as refused:
        read_records(connection, tmp_path, time_zone="UTC")
    assert refused.value.code == code


def test_a_file_that_is_no_parquet_is_refused(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    (tmp_path / "Patient.parquet").write_text("PAR")
    with pytest.raises(SourceError, match="S318"):
        read_records(connection, tmp_path, time_zone="UTC")


def test_a_delta_table_is_refused_because_its_files_hold_what_was_deleted(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    written(tmp_path, "Patient.parquet", "'p' AS id")
    (tmp_path / "_delta_log").mkdir()
    with pytest.raises(SourceError, match="S322"):
        read_records(connection, tmp_path, time_zone="UTC")


def test_rows_that_are_no_resource_are_counted_with_their_place(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    lines: list[Resource | str] = [patient(), '{"resourceType": ', {"a": 1}, observation()]
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    pq.write_table(pa.table({"resource": texts, "source": ["x"] * 4}), tmp_path / "all.parquet")
    written(tmp_path, "Claim.parquet", "'c' AS id")
    problems = read_records(connection, tmp_path, time_zone="UTC")
    assert problems.counts() == {"S340": 1, "S341": 1, "S351": 1}
    [broken] = [found for found in problems.found if found.code == "S340"]
    assert str(broken.places[0]) == "all.parquet, line 2"
    assert len(rows(connection)) == 3


def test_a_row_of_another_type_is_read_with_that_types_columns(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    lines = [observation(), {**patient(), "code": concept("6301-6")}]
    (tmp_path / "lines").mkdir()
    file = tmp_path / "lines" / "Observation.ndjson"
    file.write_text("\n".join(map(json.dumps, lines)))
    folder = tmp_path / "tables"
    folder.mkdir()
    connection.execute(f"COPY (FROM read_json('{file}')) TO '{folder / 'Observation.parquet'}'")
    flatten(connection, open_source(tmp_path / "lines"))
    expected = [row | {"recorded": None} for row in rows(connection)]
    read_records(connection, folder, time_zone="UTC")
    assert rows(connection) == expected
    assert {row["kind"] for row in expected} == {"patient", "observation"}
