"""FHIR resources small enough to read, and the rows that come of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import duckdb

from both_ways import check_without_sql
from veinway.records.flatten import flatten_bundle
from veinway.records.input_problems import Problems

SNOMED, LOINC = "http://snomed.info/sct", "http://loinc.org"
RXNORM, CM = "http://www.nlm.nih.gov/research/umls/rxnorm", "http://hl7.org/fhir/sid/icd-10-cm"
OWN, OPTION = "https://veinway.org/fhir/fact", "https://veinway.org/fhir/option"
DAY = "2024-03-01"
Resource = dict[str, Any]


def concept(code: str | Resource, system: str = LOINC, display: str | None = None) -> Resource:
    if isinstance(code, dict):
        return code
    return {"coding": [{"system": system, "code": code} | ({"display": display} if display else {})]}


def patient(**more: Any) -> Resource:
    return {"resourceType": "Patient", "id": "p", "birthDate": "1961", "gender": "female", **more}


def resource(kind: str, **more: Any) -> Resource:
    return {"resourceType": kind, "id": "x", "subject": {"reference": "Patient/p"}, **more}


def observation(code: str | Resource = "6301-6", **more: Any) -> Resource:
    started = {"effectiveDateTime": DAY, "status": "final", "code": concept(code)}
    return resource("Observation", **(started | more))


def condition(code: str | Resource = "404223003", system: str = SNOMED, **more: Any) -> Resource:
    return resource("Condition", **({"onsetDateTime": DAY, "code": concept(code, system)} | more))


def medicine(kind: str = "MedicationRequest", **more: Any) -> Resource:
    started = {"medicationCodeableConcept": concept("1364430", RXNORM), "authoredOn": DAY}
    return resource(kind, **({"status": "active", "intent": "order"} | started | more))


def day(year: int, month: int, of_month: int) -> int:
    return (date(year, month, of_month) - date(1970, 1, 1)).days


def minute(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp()) // 60


def rows(connection: duckdb.DuckDBPyConnection, where: str = "true") -> list[Any]:
    found = connection.execute(f"SELECT * FROM record WHERE {where} ORDER BY ALL")
    names = [column[0] for column in found.description]
    return [Row(zip(names, values, strict=True)) for values in found.fetchall()]


class Row(dict[str, Any]):
    """A row whose columns can be read as attributes."""

    __getattr__ = dict.__getitem__


class Told:
    """Flattens resources (a patient is added), and gives the rows that are not the patient's own.

    Whatever is flattened is flattened without SQL too, and the two are held equal.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.problems = Problems()

    def __call__(self, *resources: Resource, time_zone: str = "UTC") -> list[Row]:
        given = [patient(), *resources]
        self.problems = flatten_bundle(self.connection, given, time_zone=time_zone)
        check_without_sql(self.connection, given, self.problems, time_zone)
        return rows(self.connection, "kind <> 'patient'")
