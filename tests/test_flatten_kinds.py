"""From FHIR to the long record table: medicines, stays, scans and orders, and whose they are."""

from __future__ import annotations

import duckdb
import pytest

from fhir_snippets import (
    CM,
    DAY,
    OPTION,
    RXNORM,
    SNOMED,
    Resource,
    Told,
    concept,
    condition,
    day,
    medicine,
    observation,
    patient,
    resource,
    rows,
)
from veinway.records.flatten import flatten_bundle
from veinway.records.input_problems import Problems


@pytest.mark.parametrize(
    "kind",
    ["MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense"],
)
def test_a_medicine_is_found_in_every_resource_that_tells_of_one(told: Told, kind: str) -> None:
    [row] = told(medicine(kind))
    assert row.kind == "medication"
    assert {"anticoagulant", "oral-anticoagulant"} <= set(row.concept.split())


def test_a_medicine_may_be_a_resource_of_its_own(told: Told) -> None:
    named = {"resourceType": "Medication", "id": "m", "code": concept("1364430", RXNORM, "apixaban")}
    for reference in ("Medication/m", "urn:uuid:m", "https://example.org/fhir/Medication/m"):
        taken = medicine(medicationCodeableConcept=None, medicationReference={"reference": reference})
        [row] = told(taken, named)
        assert (row.resource, row.code, row.recorded) == ("MedicationRequest/x", "1364430", "apixaban")
        assert told.problems == Problems()


def test_a_medicine_may_be_inside_the_order(told: Told) -> None:
    named = {"resourceType": "Medication", "id": "m", "code": concept("1364430", RXNORM)}
    held = {"contained": [named], "medicationReference": {"reference": "#m"}}
    [row] = told(medicine(medicationCodeableConcept=None, **held))
    assert row.code == "1364430"


def test_a_medicine_that_is_not_there_is_reported(told: Told) -> None:
    assert (
        told(medicine(medicationCodeableConcept=None, medicationReference={"reference": "Medication/m"}))
        == []
    )
    assert told.problems.counts() == {"S350": 1}


def test_a_medicine_that_no_rule_needs_is_no_problem(told: Told) -> None:
    named = {"resourceType": "Medication", "id": "m", "code": concept("314076", RXNORM)}
    taken = medicine(medicationCodeableConcept=None, medicationReference={"reference": "Medication/m"})
    assert told(taken, named) == []
    assert told.problems == Problems()


def test_an_allergy_to_a_medicine_is_not_the_medicine(told: Told) -> None:
    assert told(resource("AllergyIntolerance", code=concept("1364430", RXNORM))) == []


def test_a_hospital_stay_is_found_by_its_class_and_has_an_end(told: Told) -> None:
    stay = {"class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "IMP"}}
    period = {"start": "2024-03-01T08:00:00Z", "end": "2024-03-05T09:00:00Z"}
    [row] = told(resource("Encounter", status="finished", period=period, **stay))
    assert (row.kind, row.concept) == ("encounter", "inpatient")
    assert (row.day_low, row.day_high, row.end_day_low) == (
        day(2024, 3, 1),
        day(2024, 3, 1),
        day(2024, 3, 5),
    )


@pytest.mark.parametrize(
    "scan",
    [
        resource("DiagnosticReport", status="final", code=concept("46363-8"), effectiveDateTime=DAY),
        resource("ImagingStudy", status="available", procedureCode=[concept("46363-8")], started=DAY),
        resource("Procedure", status="completed", code=concept("46363-8"), performedDateTime=DAY),
    ],
)
def test_a_scan_is_a_scan_whichever_resource_tells_of_it(told: Told, scan: Resource) -> None:
    [row] = told(scan)
    assert (row.kind, row.concept, row.day_low) == ("scan", "leg-vein-scan", day(2024, 3, 1))


def test_the_coded_conclusion_of_a_report_is_its_value(told: Told) -> None:
    report = {"code": concept("46363-8"), "conclusionCode": [concept("negative_proximal", OPTION)]}
    [row] = told(resource("DiagnosticReport", status="final", effectiveDateTime=DAY, **report))
    assert row.value_code == "negative_proximal"


def test_a_conclusion_in_words_only_has_no_coded_value(told: Told) -> None:
    report = {"code": concept("46363-8"), "conclusion": "No DVT."}
    [row] = told(resource("DiagnosticReport", status="final", effectiveDateTime=DAY, **report))
    assert (row.value_code, row.recorded) == (None, "No DVT.")


def test_an_order_is_a_request_and_never_a_result(told: Told) -> None:
    order = resource(
        "ServiceRequest", status="active", intent="order", authoredOn=DAY, code=concept("48065-7")
    )
    [row] = told(order)
    assert (row.kind, row.concept) == ("request", "d-dimer-request")


@pytest.mark.parametrize(
    ("given", "side"),
    [
        (condition(bodySite=[{"text": "Left leg"}]), "left"),
        (observation(bodySite=concept("1", SNOMED, "Structure of right lower limb")), "right"),
        (condition(code=concept("404223003", SNOMED, "DVT of left lower extremity")), "left"),
        (condition(bodySite=[{"text": "both legs"}]), "both"),
        (condition(bodySite=[{"text": "left leg"}, {"text": "right leg"}]), "both"),
        (condition(), ""),
        (condition("I82.421", CM), "right"),
        (condition("I82.403", CM), "both"),
        (condition("I82.409", CM), ""),
        (observation("48692-8"), "left"),
    ],
)
def test_the_side_is_read_from_the_body_site_the_words_or_the_code(
    told: Told, given: Resource, side: str
) -> None:
    [row] = told(given)
    assert row.side == side


@pytest.mark.parametrize(
    "reference",
    ["Patient/p", "urn:uuid:p", "https://example.org/fhir/Patient/p", "Patient/p/_history/2"],
)
def test_every_form_of_reference_names_the_same_person(told: Told, reference: str) -> None:
    [row] = told(observation(subject={"reference": reference}))
    assert row.person == "p"
    assert told.problems == Problems()


@pytest.mark.parametrize(
    "subject", [None, {"display": "Ann"}, {"reference": "Group/g"}, {"reference": "#p"}]
)
def test_a_resource_of_no_patient_is_skipped_and_reported(told: Told, subject: object) -> None:
    assert told(observation(subject=subject)) == []
    assert told.problems.counts() == {"S344": 1}


def test_a_resource_of_a_patient_who_is_missing_is_reported_and_read(told: Told) -> None:
    [row] = told(observation(subject={"reference": "Patient/q"}))
    assert row.person == "q"
    assert told.problems.counts() == {"S345": 1}


def test_a_patient_is_a_birth_date_and_a_sex(connection: duckdb.DuckDBPyConnection) -> None:
    flatten_bundle(connection, [patient()])
    born, sex = rows(connection)
    assert (born.kind, born.system, born.code) == ("patient", "veinway", "birth-date")
    assert (born.day_low, born.day_high) == (day(1961, 1, 1), day(1961, 12, 31))
    assert (sex.code, sex.value_code, sex.known_minute) == ("gender", "female", None)


def test_the_sex_at_birth_outranks_the_administrative_gender(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    url = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex"
    flatten_bundle(connection, [patient(extension=[{"url": url, "valueCode": "M"}])])
    assert rows(connection, "code = 'gender'")[0].value_code == "male"


def test_a_patient_of_whom_nothing_is_said_has_no_rows(connection: duckdb.DuckDBPyConnection) -> None:
    flatten_bundle(connection, [{"resourceType": "Patient", "id": "p"}])
    assert rows(connection) == []
