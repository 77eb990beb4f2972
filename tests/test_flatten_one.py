"""One patient's resources as rows, without SQL: the same as `flatten.sql` makes."""

from __future__ import annotations

import bz2
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from both_ways import check_both_ways
from fhir_snippets import LOINC, RXNORM, concept, condition, medicine, observation, patient, resource
from test_one_by_one import SYNTHEA, bundles_of, one, patients
from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.care.episodes import SUSPECTED_VTE
from veinway.care.knowledge import KNOWLEDGE
from veinway.made_up import synthesise
from veinway.records.bundle import _READERS, BundleReader
from veinway.records.flatten import flatten_bundle
from veinway.records.flatten_program import session_of
from veinway.records.instants import Calendar, minute
from veinway.records.sources import bundle_of

AT = datetime(2026, 6, 30, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


def resources(bundle: dict[str, Any]) -> list[dict[str, Any]]:
    return bundle_of(bundle, Path("bundle")).resources


def test_hand_made_patients_are_the_same_both_ways(connection: duckdb.DuckDBPyConnection) -> None:
    assert sum(check_both_ways(connection, resources(each)) for each in patients()) > 20


@pytest.mark.parametrize("file", SYNTHEA, ids=lambda file: str(file.name)[:8])
def test_synthea_s_patients_are_the_same_both_ways(
    connection: duckdb.DuckDBPyConnection, file: Path
) -> None:
    bundle = json.loads(bz2.decompress(file.read_bytes()))
    assert check_both_ways(connection, resources(bundle), "America/New_York") > 10


def test_made_up_patients_are_the_same_both_ways(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    folder = synthesise(300, 7, tmp_path / "made-up", missing=0.2, misleading=0.5).folder
    everybody = [each for bundle in bundles_of(folder) for each in resources(bundle)]
    assert check_both_ways(connection, everybody, "Europe/London") > 5000


@pytest.mark.parametrize(
    "given",
    [
        [resource("Foo", code=concept("1364430", RXNORM), status="cancelled", issued="some day")],
        [resource("AllergyIntolerance", code=concept("1364430", RXNORM))],
        [observation(code={"coding": [None, "6301-6", {"system": LOINC, "code": "6301-6"}]})],
        [observation(code="6301-6")],
        [observation(code={"coding": []})],
        [observation(component=[None, "x", {"code": concept("6301-6"), "valueInteger": 2}])],
        [observation(component={"code": concept("6301-6")}, valueBoolean="true")],
        [observation(valueQuantity=[5], valueString=7.0)],
        [observation(valueQuantity={"value": True, "unit": 5, "code": {"a": 1.50}})],
        [observation(subject=None), observation(subject=None, id=None)],
        [observation(effectiveDateTime="9999-12-31"), condition(onsetDateTime="0001-01-01")],
        [medicine(medicationCodeableConcept=None, medicationReference={"reference": "Medication/m"})],
        [medicine(status="revoked"), medicine(status="on-hold"), medicine(id="y", intent="plan")],
        [medicine(contained=5, dosageInstruction=[None, {"timing": 5}])],
        [resource("Encounter", type=[concept("1")], period={"start": "2024", "end": "soon"})],
        [resource("ImagingStudy", procedureCode=[None, concept("46363-8")], series=["left"])],
        [condition(bodySite={"text": "Äußerlich left, öleft"}, code=concept("404223003", "x"))],
    ],
)
def test_resources_of_odd_shapes_are_the_same_both_ways(
    connection: duckdb.DuckDBPyConnection, given: list[dict[str, Any]]
) -> None:
    check_both_ways(connection, [patient(), *given], "Europe/London")


def test_what_is_no_resource_is_counted(connection: duckdb.DuckDBPyConnection) -> None:
    reader = BundleReader(KNOWLEDGE, SUSPECTED_VTE, "UTC")
    bundle = {"resourceType": "Bundle", "entry": [{"resource": patient()}, {"resource": {"id": "n"}}]}
    found = reader.read(bundle_of(bundle, Path("bundle")), AT, {}, {}).problems
    assert [(each.code, each.where) for each in found] == [("S341", "bundle: resource 2")]


# Dates and numbers ------------------------------------------------------------------------------

MOMENTS = (
    "2024", "2024-02", "2024-02-29", "1899-12", "1750-01-01", "9999", "9999-12-31", "0001-01-01",
    "0000", "2024-03-31T00:30:00Z", "2024-03-31T01:30:00", "2024-10-27T01:30:00",
    "2024-10-27T01:30:00+00:00", "2018-11-04", "2018-11-04T00:30:00", "2022-09-11",
    "2022-09-11T00:00:00", "1969-12-31T23:59:30.5Z", "2024-03-01T10:00:00.123-05:00",
    "2024-03-01T10:00:00.1234567Z", "2024-03-01T23:59:60Z", "2024-03-01 10:00", "2024-03-01T10:00",
    "2024/03/01", "2024-3-1T10:00:00", "2024-03-01T24:00:00Z", "2023-02-29", "2024-13",
    "24-03-01T10:00", "yesterday", "infinity", "20240301",
)  # fmt: skip


@pytest.mark.parametrize(
    "zone", ["UTC", "Europe/London", "America/Sao_Paulo", "America/Santiago", "Asia/Kathmandu"]
)
def test_dates_are_read_as_flatten_sql_reads_them(zone: str) -> None:
    """Where clocks go forward at midnight, a day may begin at one."""
    query = (
        "SELECT day_number(s), minute_number(s), day_number(a), minute_number(a) "
        "FROM (SELECT s, after(written, s) AS a FROM "
        "(SELECT written, start_of(written) AS s FROM (SELECT unnest(?) AS written)))"
    )
    with duckdb.connect() as connection:
        flatten_bundle(connection, [], time_zone=zone)
        calendar = Calendar(session_of(connection), zone)
        expected = session_of(connection).execute(query, [list(MOMENTS)]).fetchall()
        for written, parts in zip(MOMENTS, expected, strict=True):
            start = calendar.start(written)
            after = calendar.after(written, start)
            found = (calendar.day(start), minute(start), calendar.day(after), minute(after))
            assert (written, *found) == (written, *parts)


NUMBERS = (
    "0", "-0.0", "0e5", "2.30", "1.5e-3", "123456789.0123456", "-5e-11", "4.9e-11", "1e-10",
    "1e-13", "1e27", "1e28", "9999999999999999999999999999.99999999995", "0.00000000005",
    "123456789e-15", "high", "", " 5", "+5", ".5", "5.", "1_000", "nan", "0x1",
    "123456789012345678901234567890",
)  # fmt: skip


def test_numbers_are_read_as_flatten_sql_reads_them(connection: duckdb.DuckDBPyConnection) -> None:
    session = session_of(connection)
    query = "SELECT number_in(n), TRY_CAST(n AS DECIMAL(38, 10)) FROM (SELECT unnest(?) AS n)"
    calendar = Calendar(session, "UTC")
    for written, found in zip(NUMBERS, session.execute(query, [list(NUMBERS)]).fetchall(), strict=True):
        assert (written, calendar.number(written), calendar.rounded(written)) == (written, *found)
    assert calendar.number("0.1") == Decimal("0.1")


# One patient after another ----------------------------------------------------------------------


def test_nothing_of_a_patient_is_left_for_the_next_one() -> None:
    reader = BundleReader(KNOWLEDGE, SUSPECTED_VTE, "Europe/London")
    bundles = [bundle_of(each, Path("bundle")) for each in patients()]
    first = [reader.read(bundle, AT, {}, {}) for bundle in bundles]
    assert [reader.read(bundle, AT, {}, {}) for bundle in reversed(bundles)] == first[::-1]


def test_a_reader_that_has_learned_too_much_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [one(each) for each in patients()]
    monkeypatch.setattr("veinway.records.found_one.MOST_WAYS", 0)
    assert [one(each) for each in patients()] == expected
    finder = _READERS.made[DIAGNOSIS, SUSPECTED_VTE, "Europe/London"].finder
    finder.found([], 0)
    assert not finder.ways
