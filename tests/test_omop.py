"""Records in the OMOP common data model: the same decisions as from FHIR, nothing lost in silence."""

from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from command_line import Run
from fhir_snippets import Row, rows
from omop_people import Omop, holdable, lines
from veinway.language.errors import SourceError
from veinway.made_up import synthesise
from veinway.records.tabular.reading import read_records

AT = "2026-03-31"


def as_parquet(omop: Omop, folder: Path) -> Path:
    for name, found in omop.tables.items():
        pl.DataFrame(found, infer_schema_length=None).write_parquet(folder / f"{name}.parquet")
    return folder


def as_csv(omop: Omop, folder: Path) -> Path:
    for name, found in omop.tables.items():
        tabs = "\t" if name == "concept" else ","
        pl.DataFrame(found, infer_schema_length=None).write_csv(
            folder / f"{name.upper()}.csv", separator=tabs
        )
    return folder


def as_database(omop: Omop, folder: Path) -> Path:
    file = folder / "records.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute("CREATE SCHEMA cdm")
        for name, found in omop.tables.items():
            table = pl.DataFrame(found, infer_schema_length=None).to_arrow()
            connection.register("given", table)
            connection.execute(f"CREATE TABLE cdm.{name} AS FROM given")
    return file


@pytest.fixture(scope="session")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Omop]:
    """A folder of NDJSON with what the model can hold of made-up people, and the same as tables."""
    made = tmp_path_factory.mktemp("made") / "people"
    synthesise(120, 7, made, misleading=0)
    kept = list(holdable(lines(made)))
    folder = tmp_path_factory.mktemp("held")
    texts: dict[str, list[str]] = defaultdict(list)
    for resource in kept:
        texts[resource["resourceType"]].append(json.dumps(resource))
    for kind, of_kind in texts.items():
        (folder / f"{kind}.ndjson").write_text("\n".join(of_kind) + "\n")
    return folder, Omop(kept)


@pytest.fixture(scope="session")
def of_fhir(both: tuple[Path, Omop], tmp_path_factory: pytest.TempPathFactory) -> pl.DataFrame:
    from veinway.cli import main

    out = tmp_path_factory.mktemp("of_fhir")
    with pytest.raises(SystemExit):
        main(["cohort", str(both[0]), "--at", AT, "--out", str(out), "--json"])
    return pl.read_parquet(out / "decisions.parquet").sort("person", "side")


@pytest.mark.parametrize("written", [as_parquet, as_csv, as_database], ids=lambda each: each.__name__)
def test_the_same_decisions_come_of_omop_as_of_fhir(
    run: Run, both: tuple[Path, Omop], of_fhir: pl.DataFrame, tmp_path: Path, written: Any
) -> None:
    omop = both[1]
    source = tmp_path / "source"
    source.mkdir()
    answer = run("cohort", written(omop, source), "--at", AT, "--out", tmp_path / "out", "--json")
    assert answer.status == 0, answer.out
    found = pl.read_parquet(tmp_path / "out" / "decisions.parquet")
    found = found.with_columns(
        pl.col("person").map_elements(lambda one: omop.name_of(int(one)), return_dtype=pl.String)
    ).sort("person", "side")
    assert found.height >= 100
    differing = [name for name in found.columns if not found[name].equals(of_fhir[name])]
    assert differing == []


# One row at a time ------------------------------------------------------------------------------

CONCEPTS = {
    1: ("LOINC", "48065-7", "D-dimer FEU", "Lab Test"),
    2: ("LOINC", "29463-7", "Body weight", "Clinical Observation"),
    3: ("SNOMED", "404223003", "Deep venous thrombosis of lower extremity", "Disorder"),
    4: ("RxNorm", "1364430", "apixaban", "Ingredient"),
    5: ("UCUM", "kg", "kilogram", "Unit"),
    6: ("UCUM", "ug/L", "microgram per liter", "Unit"),
    7: ("SNOMED", "276136004", "<", "Qualifier Value"),
    8: ("Condition Status", "32899", "Preliminary diagnosis", "Condition Status"),
    9: ("SNOMED", "274474001", "Bone immobilization", "Procedure"),
    10: ("SNOMED", "7771000", "Left", "Qualifier Value"),
    11: ("Visit", "ERIP", "Emergency Room and Inpatient Visit", "Visit"),
    12: ("CPT4", "99213", "Office visit", "CPT4"),
    13: ("SNOMED", "226034001", "Injecting drug user", "Clinical Finding"),
    14: ("Condition Status", "x", "Ruled out", "Condition Status"),
}
PERSON = {"person_id": 1, "year_of_birth": 1961, "gender_concept_id": 0}
SAID: dict[str, dict[str, Any]] = {
    "condition_occurrence": {"condition_concept_id": 3, "condition_start_date": "2024-03-01"},
    "drug_exposure": {"drug_concept_id": 4, "drug_exposure_start_date": "2024-03-01"},
    "measurement": {"measurement_concept_id": 2, "measurement_date": "2024-03-01"},
    "observation": {"observation_concept_id": 13, "observation_date": "2024-03-01"},
    "procedure_occurrence": {"procedure_concept_id": 9, "procedure_date": "2024-03-01"},
    "visit_occurrence": {"visit_concept_id": 11, "visit_start_date": "2024-03-01"},
}


def write(folder: Path, table: str, *found: dict[str, Any]) -> None:
    pl.DataFrame(list(found), infer_schema_length=None).write_parquet(folder / f"{table}.parquet")


def tables(folder: Path, **told: dict[str, Any] | list[dict[str, Any]]) -> Path:
    """A folder with one patient, the concepts, and these tables."""
    names = ("concept_id", "vocabulary_id", "concept_code", "concept_name", "concept_class_id")
    write(
        folder, "concept", *(dict(zip(names, (id_, *of), strict=True)) for id_, of in CONCEPTS.items())
    )
    write(folder, "person", PERSON)
    for table, given in told.items():
        listed = given if isinstance(given, list) else [given]
        started = {f"{table}_id": 7, "person_id": 1, **SAID[table]}
        write(folder, table, *(started | one for one in listed))
    return folder


@pytest.fixture
def read(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> Any:
    """Reads a patient with one row of one table; the rows that come of it."""

    def reading(time_zone: str = "UTC", **told: dict[str, Any]) -> list[Row]:
        read_records(connection, tables(tmp_path, **told), time_zone=time_zone)
        return rows(connection, "kind <> 'patient'")

    return reading


def test_a_number_is_read_with_its_sign_and_its_unit(read: Any) -> None:
    [row] = read(
        measurement={
            "measurement_concept_id": 1,
            "value_as_number": 500.0,
            "operator_concept_id": 7,
            "unit_concept_id": 6,
            "unit_source_value": "ug/L FEU",
            "range_high": 500,
        }
    )
    assert (row.system, row.code) == ("http://loinc.org", "48065-7")
    assert (row.value, row.comparator, row.range_high) == (Decimal(500), "<", Decimal(500))
    assert (row.unit, row.unit_text) == ("ug/L", "ug/L FEU")
    assert row.resource == "Observation/measurement-7"


SIGNS: dict[str, tuple[dict[str, Any], str | None]] = {
    "lost where the number was kept": ({"value_as_number": 500, "value_source_value": "<500"}, "<"),
    "with a number that nobody mapped": ({"value_source_value": " >= 500.0"}, ">="),
    "of another number": ({"value_as_number": 500, "value_source_value": "<400"}, None),
    "that is stated as well": (
        {"value_as_number": 500, "value_source_value": "<500", "operator_concept_id": 7},
        "<",
    ),
}


@pytest.mark.parametrize(("columns", "sign"), SIGNS.values(), ids=SIGNS)
def test_a_sign_is_not_lost(read: Any, columns: dict[str, Any], sign: str | None) -> None:
    [row] = read(measurement=columns)
    assert (row.value, row.comparator) == (Decimal(500), sign)


def test_a_value_that_nobody_mapped_is_a_value_that_cannot_be_used(read: Any) -> None:
    [row] = read(measurement={"value_source_value": "about ninety"})
    assert (row.value, row.value_code) == (None, "about ninety")


def test_midnight_stands_for_the_day_and_another_time_is_of_the_site(read: Any) -> None:
    [day] = read("America/New_York", measurement={"measurement_datetime": "2024-03-01 00:00:00"})
    assert day.minute_high - day.minute_low == 24 * 60 - 1
    [moment] = read("America/New_York", measurement={"measurement_datetime": "2024-03-01 09:30:00"})
    assert moment.minute_low == moment.minute_high
    assert moment.minute_low - day.minute_low == 9 * 60 + 30


def test_a_time_of_another_day_than_the_date_is_not_used(read: Any) -> None:
    [row] = read(measurement={"measurement_datetime": "2024-03-02 09:30:00"})
    assert row.minute_high - row.minute_low == 24 * 60 - 1
    assert row.day_low == row.day_high == 19783


ENDS: dict[str, tuple[dict[str, Any], str, int | None]] = {
    "filled in": ({"drug_exposure_end_date": "2024-03-01"}, "stopped", None),
    "of a supply": ({"drug_exposure_end_date": "2024-03-01", "days_supply": 1}, "final", 0),
    "later": ({"drug_exposure_end_date": "2024-03-31"}, "final", 30),
    "written": (
        {"drug_exposure_end_date": "2024-03-01", "verbatim_end_date": "2024-03-11"},
        "final",
        10,
    ),
    "none": ({}, "final", None),
}


@pytest.mark.parametrize(("columns", "status", "days"), ENDS.values(), ids=ENDS)
def test_the_end_of_a_drug_that_was_only_filled_in_is_not_known(
    read: Any, columns: dict[str, Any], status: str, days: int | None
) -> None:
    [row] = read(drug_exposure=columns)
    assert (row.kind, row.status) == ("medication", status)
    assert (None if row.end_day_low is None else row.end_day_low - row.day_low) == days


@pytest.mark.parametrize(("status", "said"), [(8, "uncertain"), (14, "refuted"), (0, "final")])
def test_how_sure_a_diagnosis_is_is_read(read: Any, status: int, said: str) -> None:
    [row] = read(condition_occurrence={"condition_status_concept_id": status})
    assert (row.kind, row.status) == ("condition", said)


def test_the_side_of_a_procedure_is_its_modifier(read: Any) -> None:
    [row] = read(procedure_occurrence={"modifier_concept_id": 10})
    assert (row.kind, row.side) == ("procedure", "left")


def test_a_stay_that_began_in_the_emergency_room_is_one_in_hospital(read: Any) -> None:
    [row] = read(visit_occurrence={"visit_end_date": "2024-03-05"})
    assert (row.kind, row.code, row.end_day_high - row.day_low) == ("encounter", "IMP", 4)


def test_a_finding_says_yes_by_being_there_and_a_question_does_not(read: Any) -> None:
    [finding] = read(observation={})
    assert finding.value_truth is True
    [question] = read(observation={"observation_concept_id": 2})
    assert question.value_truth is None


def test_a_birth_year_alone_is_a_year(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    read_records(connection, tables(tmp_path, observation={}), time_zone="UTC")
    [born] = rows(connection, "kind = 'patient'")
    assert born.day_high - born.day_low == 364


# What is not used -------------------------------------------------------------------------------


def test_rows_without_a_code_that_is_listed_are_counted(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    coded = [{"procedure_concept_id": 0, "procedure_source_value": "home-made"}] * 2
    known = [{"procedure_concept_id": 12}, {"procedure_concept_id": 99}, {"procedure_concept_id": 9}]
    folder = tables(tmp_path, procedure_occurrence=[*coded, *known])
    problems = read_records(connection, folder, time_zone="UTC")
    assert problems.counts() == {"S353": 3, "S354": 1, "S355": 6}
    places = {code: [str(p) for p in of.places] for of in problems.found for code in [of.code]}
    assert places["S353"][0] == "procedure_occurrence: home-made: 2"
    assert places["S354"] == ["procedure_occurrence: CPT4: 1"]
    assert len(rows(connection, "kind = 'procedure'")) == 1


def test_a_row_of_a_person_who_is_not_there_is_read_and_counted(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    folder = tables(tmp_path, observation={"person_id": 2})
    assert read_records(connection, folder, time_zone="UTC").count("S345") == 1


def test_a_date_that_cannot_be_read_is_counted(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    folder = tables(tmp_path, observation={"observation_date": "1.3.2024"})
    assert read_records(connection, folder, time_zone="UTC").count("S346") == 1


@pytest.mark.parametrize("lost", ["concept", "person", "observation"])
def test_tables_that_cannot_be_understood_without_another_are_refused(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, lost: str
) -> None:
    folder = tables(tmp_path, observation={}, **({"measurement": {}} if lost != "observation" else {}))
    (folder / f"{lost}.parquet").unlink()
    with pytest.raises(SourceError, match="S323"):
        read_records(connection, folder, time_zone="UTC")


def test_a_database_that_is_none_is_refused(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    file = tmp_path / "cdm.duckdb"
    file.write_text("no database")
    with pytest.raises(SourceError, match="S318"):
        read_records(connection, file, time_zone="UTC")


def test_a_cohort_of_omop_says_what_it_could_not_map(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    tables(source, observation={"observation_concept_id": 0, "observation_source_value": "limp"})
    answer = run("cohort", source, "--at", AT, "--out", tmp_path / "out", "--json")
    assert answer.status == 2
    [problem] = [each for each in answer.document["problems"] if each["code"] == "S353"]
    assert (problem["count"], problem["where"]) == (1, "observation: limp: 1")
