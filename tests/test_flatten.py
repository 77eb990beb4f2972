"""From FHIR to the long record table: codes and values."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from fhir_snippets import (
    CM,
    LOINC,
    OPTION,
    OWN,
    SNOMED,
    Resource,
    Told,
    concept,
    condition,
    observation,
    rows,
)
from veinway.records.flatten import flatten
from veinway.records.input_problems import Problems
from veinway.records.sources import open_source


def test_an_observation_is_one_row_with_its_value_as_written(told: Told) -> None:
    [row] = told(observation(valueQuantity={"value": 2.3, "unit": "INR", "code": "{INR}"}))
    assert (row.person, row.resource, row.kind, row.concept) == (
        "p",
        "Observation/x",
        "observation",
        "inr",
    )
    assert (row.system, row.code, row.status) == (LOINC, "6301-6", "final")
    assert (row.value, row.unit, row.unit_text, row.recorded) == (
        Decimal("2.3"),
        "{INR}",
        "INR",
        "2.3 INR",
    )
    assert told.problems == Problems()


@pytest.mark.parametrize("written", ["0.1", "0.0001", "76.8", "1.5e-3", "123456789.0123456", "-0.3"])
def test_a_decimal_stays_exact(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, written: str
) -> None:
    line = json.dumps(observation(valueQuantity={"value": 999})).replace("999", written)
    (tmp_path / "Observation.ndjson").write_text(line)
    flatten(connection, open_source(tmp_path))
    assert rows(connection)[0].value == Decimal(written)


def test_a_number_too_small_to_be_kept_is_reported_and_not_zero(told: Told) -> None:
    [row] = told(observation(valueQuantity={"value": 1e-13}))
    assert row.value is None
    assert told.problems.counts() == {"S348": 1}


def test_a_number_that_is_a_word_is_reported_and_not_read(told: Told) -> None:
    [row] = told(observation(valueQuantity={"value": "high"}))
    assert row.value is None
    assert told.problems.found[0].places[0].detail == "high"


def test_a_comparator_is_kept(told: Told) -> None:
    [row] = told(
        observation("48065-7", valueQuantity={"value": 500, "comparator": "<", "unit": "ng/mL"})
    )
    assert (row.comparator, row.recorded) == ("<", "<500 ng/mL")


def test_a_range_is_read_as_at_least_its_low_end_with_the_high_end_beside(told: Told) -> None:
    low, high = {"value": 2, "unit": "cm"}, {"value": 3, "unit": "cm"}
    [row] = told(observation(valueRange={"low": low, "high": high}))
    assert (row.comparator, row.value, row.value_high) == (">=", 2, 3)
    assert row.recorded == "2 to 3 cm"
    [row] = told(observation(valueRange={"high": high}))
    assert (row.comparator, row.value, row.value_high) == ("<=", 3, None)


@pytest.mark.parametrize(
    ("value", "column", "expected", "recorded"),
    [
        ({"valueBoolean": False}, "value_truth", False, "false"),
        ({"valueInteger": 4}, "value", 4, "4"),
        ({"valueString": "raised"}, "value", None, "raised"),
        ({"valueCodeableConcept": concept("yes", OPTION)}, "value_code", "yes", "yes"),
        ({"dataAbsentReason": concept("not-performed", "x")}, "absent", "not-performed", "6301-6"),
    ],
)
def test_every_kind_of_value_has_its_column(
    told: Told, value: Resource, column: str, expected: object, recorded: str
) -> None:
    [row] = told(observation(**value))
    assert (row[column], row.recorded) == (expected, recorded)


def test_an_option_of_our_own_is_preferred_among_several_codings(told: Told) -> None:
    codings = concept("1", SNOMED)["coding"] + concept("dvt_proximal", OPTION)["coding"]
    [row] = told(observation(valueCodeableConcept={"coding": codings}))
    assert (row.value_system, row.value_code) == (OPTION, "dvt_proximal")


def test_the_upper_limit_of_the_reference_range_is_kept(told: Told) -> None:
    [row] = told(observation("48065-7", referenceRange=[{"high": {"value": 0.5}}]))
    assert row.range_high == Decimal("0.5")


def test_a_component_is_a_row_of_its_own(told: Told) -> None:
    parts = [
        {"code": concept("6301-6"), "valueQuantity": {"value": 1.1}},
        {"code": concept("48065-7"), "valueQuantity": {"value": 0.4, "unit": "mg/L"}},
        {"code": concept("0000-0"), "valueQuantity": {"value": 7}},
    ]
    found = told(observation("55398-2", component=parts))
    assert {(row.concept, row.value) for row in found} == {
        ("inr", Decimal("1.1")),
        ("d-dimer", Decimal("0.4")),
    }


def test_a_component_speaks_where_the_whole_has_the_same_code_and_no_value(told: Told) -> None:
    part = {"code": concept("6301-6"), "valueQuantity": {"value": 1.1}}
    [row] = told(observation(component=[part]))
    assert row.value == Decimal("1.1")
    [row] = told(observation(component=[part], valueQuantity={"value": 2}))
    assert row.value == 2


def test_a_code_that_no_list_has_is_dropped(told: Told) -> None:
    assert told(observation("2823-3"), condition("53741008")) == []


def test_a_code_counts_only_in_its_own_system(told: Told) -> None:
    assert told(observation(code=concept("6301-6", SNOMED))) == []


def test_a_code_that_stands_for_several_concepts_is_one_row(told: Told) -> None:
    [row] = told(condition())
    assert row.concept == "dvt previous-dvt"


def test_a_system_is_known_under_its_oid_too(told: Told) -> None:
    [row] = told(observation(code=concept("6301-6", "urn:oid:2.16.840.1.113883.6.1")))
    assert row.system == LOINC


def test_our_own_system_is_always_understood(told: Told) -> None:
    [row] = told(observation(code=concept("deep_vein_tenderness", OWN), valueBoolean=True))
    assert (row.system, row.code, row.concept) == (OWN, "deep_vein_tenderness", "deep-vein-tenderness")


@pytest.mark.parametrize(
    ("code", "concepts"), [("I82.412", "dvt previous-dvt"), ("I82412", "dvt previous-dvt")]
)
def test_a_classification_matches_by_prefix_with_and_without_its_dot(
    told: Told, code: str, concepts: str
) -> None:
    [row] = told(condition(code, CM))
    assert (row.concept, row.side) == (concepts, "left")


@pytest.mark.parametrize("code", ["I82.210", "I80.00", "Z86.79", "I26.01"])
def test_a_neighbouring_class_is_not_meant(told: Told, code: str) -> None:
    told_of = {concept for row in told(condition(code, CM)) for concept in row.concept.split()}
    assert told_of <= {"clot-code"}, "definitions that count codes look at these; no rule of care does"
