"""The OMOP common data model as the table `record`.

A row's concepts become codes of their vocabularies by the site's own table `concept`, and from there
everything is as with FHIR: our code lists list codes, never concept ids. What has no concept, or only
concepts of vocabularies that no list has, is counted.

    person                Patient            measurement, observation               Observation
    visit_occurrence      Encounter          procedure_occurrence, device_exposure  Procedure
    condition_occurrence  Condition          drug_exposure           MedicationAdministration
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import duckdb

from ..codes import OWN_OPTIONS, OWN_SYSTEM, load_codes
from ..flatten_program import text
from ..input_problems import MOST_PLACES, InputProblem, Place, Problems
from .omop_tables import COLUMNS, EVENT_TABLES, REFERRING, Tables, omop_tables
from .scans import make_of_scans

NO_CONCEPT, NO_LIST, NO_TABLE = "S353", "S354", "S355"
_ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
_SYSTEMS = {
    "SNOMED": "http://snomed.info/sct",
    "LOINC": "http://loinc.org",
    "RxNorm": "http://www.nlm.nih.gov/research/umls/rxnorm",
    "ICD10": "http://hl7.org/fhir/sid/icd-10",
    "ICD10CM": "http://hl7.org/fhir/sid/icd-10-cm",
    "ATC": "http://www.whocc.no/atc",
    "Visit": _ACT,
    "Veinway": OWN_SYSTEM,
    "Veinway option": OWN_OPTIONS,
}
"""The code systems of the vocabularies; the last two are for local concepts that no vocabulary has."""
_VISITS = {"IP": "IMP", "ERIP": "IMP", "ER": "EMER", "OP": "AMB"}
_FINDINGS = (
    "Clinical Finding", "Disorder", "Context-dependent", "Event", "Procedure", "3-char nonbill code",
    "4-char nonbill code", "5-char nonbill code", "6-char nonbill code", "3-char billing code",
    "4-char billing code", "5-char billing code", "6-char billing code", "7-char billing code",
    "ICD10 code", "ICD10 Hierarchy",
)  # fmt: skip
"""Classes of concepts that say something by being there, without a value."""


def read_omop(connection: duckdb.DuckDBPyConnection, place: Path, time_zone: str) -> Problems:
    """Make the table `record` of the tables of a folder or a DuckDB file; times are the site's own.

    Raises SourceError S318, S323 (see `omop_tables`), InputError I234 for an unknown time zone.
    """
    with omop_tables(connection, place) as tables:
        connection.execute(_parts()["words"])
        connection.execute(_concepts_sql(tables))
        told = [name for name in ("person", *EVENT_TABLES) if name in tables]
        coded = {name: _coded(name, tables[name], number) for number, name in enumerate(told)}
        scans = [_scan(name, tables[name], coded[name], number) for number, name in enumerate(told)]
        problems = make_of_scans(connection, scans, told, time_zone)
        for name in told[1:]:
            problems = problems.and_also(*_unmapped(connection, name, coded[name]))
        connection.execute("DROP TABLE omop_concept")
    absent = tuple(Place(name) for name in EVENT_TABLES if name not in tables)
    return problems.and_also(InputProblem(NO_TABLE, len(absent), absent))


@cache
def _parts() -> dict[str, str]:
    program = (files("veinway.records.tabular") / "omop.sql").read_text(encoding="utf-8")
    found = re.findall(r"^--: (\w+)\n(.*?)(?=^--: |\Z)", program, re.DOTALL | re.MULTILINE)
    return dict(found)


def _concepts_sql(tables: Tables) -> str:
    """The concepts that some row refers to, with the system and the code that FHIR knows them by."""
    used = (
        f"SELECT omop_id({column}) FROM ({rows})"
        for name, rows in tables.items()
        for column in REFERRING
        if name != "concept" and column in COLUMNS[name]
    )
    return _parts()["concepts"].format(
        concept=tables["concept"],
        systems=_map(_SYSTEMS),
        visits=_map(_VISITS),
        used=" UNION ".join(used),
    )


def _map(pairs: dict[str, str]) -> str:
    return f"{{{', '.join(f'{text(name)}: {text(value)}' for name, value in pairs.items())}}}"


def _coded(name: str, rows: str, number: int) -> str:
    """The rows of a table with their codes, their times, and what they refer to."""
    return _parts()["coded"].format(name=name.partition("_")[0], rows=rows, number=number)


def _scan(name: str, rows: str, coded: str, number: int) -> str:
    """The rows of a table as the columns of FHIR resources."""
    findings = ", ".join(map(text, _FINDINGS))
    part = "procedure_occurrence" if name == "device_exposure" else name
    observed = _parts()["observed"].format(coded=coded, findings=findings)
    return _parts()[part].format(rows=rows, coded=coded, observed=observed, number=number)


def _unmapped(connection: duckdb.DuckDBPyConnection, name: str, coded: str) -> Iterator[InputProblem]:
    """The rows without a code, by what was written, and those without one that a list could have."""
    spoken = sorted({*(row.system for row in load_codes()), OWN_SYSTEM})
    query = _parts()["unmapped"].format(coded=coded, spoken=", ".join(map(text, spoken)))
    rows = connection.execute(query).fetchall()
    for code, wanted in ((NO_CONCEPT, "none"), (NO_LIST, "unlisted")):
        found = [(said, count) for kind, said, count in rows if kind == wanted]
        places = [Place(name, detail=f"{said}: {count:,}") for said, count in found]
        yield InputProblem(code, sum(count for _, count in found), tuple(places[:MOST_PLACES]))
