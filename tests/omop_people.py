"""Made-up people as the tables of the OMOP common data model, with what that model can hold.

`holdable` takes out of FHIR resources what has no place in its tables: requests, when a result was
issued, on which side a diagnosis is, components, times at midnight, and whatever was withdrawn.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from fhir_snippets import OPTION, OWN, Resource

VOCABULARIES = {
    "http://snomed.info/sct": "SNOMED",
    "http://loinc.org": "LOINC",
    "http://www.nlm.nih.gov/research/umls/rxnorm": "RxNorm",
    "http://hl7.org/fhir/sid/icd-10": "ICD10",
    "http://hl7.org/fhir/sid/icd-10-cm": "ICD10CM",
    "http://unitsofmeasure.org": "UCUM",
    OWN: "Veinway",
    OPTION: "Veinway option",
}
YES, NO = ("SNOMED", "373066001", "Yes"), ("SNOMED", "373067005", "No")
_VISITS = {"IMP": "IP", "EMER": "ER", "AMB": "OP"}
_GONE = ("issued", "recordedDate", "component", "partOf")
Row = dict[str, Any]


def holdable(resources: Iterable[Resource]) -> Iterator[Resource]:
    """The resources, or what is left of them."""
    for resource in resources:
        if resource["resourceType"] == "ServiceRequest" or "component" in resource:
            continue
        if resource.get("status") == "entered-in-error" or "T00:00:00" in json.dumps(resource):
            continue
        kept = {name: value for name, value in resource.items() if name not in _GONE}
        if kept["resourceType"] in ("Condition", "DiagnosticReport"):
            kept.pop("bodySite", None)
        if kept["resourceType"] == "MedicationRequest":
            kept["medicationCodeableConcept"]["coding"] = kept["medicationCodeableConcept"]["coding"][:1]
        yield kept


class Omop:
    """The tables of some resources."""

    def __init__(self, resources: Iterable[Resource]) -> None:
        self.tables: dict[str, list[Row]] = defaultdict(list)
        self._ids: dict[tuple[str, str, str], int] = {}
        self._people: dict[str, int] = {}
        for resource in resources:
            getattr(self, f"_{resource['resourceType'].lower()}")(resource)

    def concept(self, vocabulary: str, code: str, name: str = "", class_: str = "") -> int:
        key = (vocabulary, code, class_)
        if key not in self._ids:
            self._ids[key] = 2_000_000_001 + len(self._ids)
            self.tables["concept"].append(
                {
                    "concept_id": self._ids[key],
                    "concept_name": name or code,
                    "vocabulary_id": vocabulary,
                    "concept_class_id": class_ or "Clinical Finding",
                    "concept_code": code,
                }
            )
        return self._ids[key]

    def person(self, name: str) -> int:
        return self._people.setdefault(name, len(self._people) + 1)

    def name_of(self, person: int) -> str:
        return next(name for name, number in self._people.items() if number == person)

    def add(self, table: str, resource: Resource, **columns: Any) -> None:
        rows = self.tables[table]
        name = resource["subject"]["reference"].removeprefix("Patient/")
        rows.append({f"{table}_id": len(rows) + 1, "person_id": self.person(name), **columns})

    def coded(self, prefix: str, codings: list[Row]) -> Row:
        """The standard and the source concept of a row."""
        ids = [self.concept(VOCABULARIES[one["system"]], one["code"]) for one in codings[:2]]
        return {
            f"{prefix}_concept_id": ids[0],
            f"{prefix}_source_concept_id": ids[-1],
            f"{prefix}_source_value": codings[0]["code"],
        }

    def _patient(self, resource: Resource) -> None:
        parts = [int(part) for part in resource.get("birthDate", "").split("-") if part]
        year, month, day = (*parts, None, None, None)[:3]
        sex = {"male": "M", "female": "F"}.get(resource.get("gender", ""))
        self.tables["person"].append(
            {
                "person_id": self.person(resource["id"]),
                "gender_concept_id": self.concept("Gender", sex) if sex else 0,
                "year_of_birth": year,
                "month_of_birth": month,
                "day_of_birth": day,
            }
        )

    def _encounter(self, resource: Resource) -> None:
        self.add(
            "visit_occurrence",
            resource,
            visit_concept_id=self.concept("Visit", _VISITS[resource["class"]["code"]]),
            **when("visit_start", resource["period"]["start"]),
            **when("visit_end", resource["period"]["end"]),
        )

    def _condition(self, resource: Resource) -> None:
        verified = resource.get("verificationStatus", {}).get("coding", [{}])[0].get("code")
        status = {"refuted": "Ruled out", "provisional": "Preliminary diagnosis"}.get(verified or "")
        self.add(
            "condition_occurrence",
            resource,
            condition_status_concept_id=self.concept("Condition Status", status) if status else 0,
            **self.coded("condition", resource["code"]["coding"]),
            **when("condition_start", resource["onsetDateTime"]),
            **when("condition_end", resource.get("abatementDateTime")),
        )

    def _procedure(self, resource: Resource) -> None:
        [side] = resource.get("bodySite", [{}])
        self.add(
            "procedure_occurrence",
            resource,
            modifier_concept_id=self._side(side),
            **self.coded("procedure", resource["code"]["coding"]),
            **when("procedure", resource["performedDateTime"]),
        )

    def _side(self, site: Resource) -> int:
        code = site.get("coding", [{}])[0].get("code", "")
        names = {"7771000": "Left", "24028007": "Right"}
        return self.concept("SNOMED", code, names[code]) if code else 0

    def _medicationrequest(self, resource: Resource) -> None:
        self._drug(resource, resource["authoredOn"])

    def _medicationadministration(self, resource: Resource) -> None:
        self._drug(resource, resource["effectiveDateTime"])

    def _drug(self, resource: Resource, begin: str) -> None:
        self.add(
            "drug_exposure",
            resource,
            **self.coded("drug", resource["medicationCodeableConcept"]["coding"]),
            **when("drug_exposure_start", begin),
        )

    def _diagnosticreport(self, resource: Resource) -> None:
        conclusion = resource.get("conclusionCode", [{}])[0].get("coding", [])
        self.add(
            "observation",
            resource,
            value_as_concept_id=self._answer(conclusion),
            value_as_string=resource.get("conclusion"),
            **self.coded("observation", resource["code"]["coding"]),
            **when("observation", resource["effectiveDateTime"]),
        )

    def _answer(self, codings: list[Row]) -> int:
        return self.concept(VOCABULARIES[codings[0]["system"]], codings[0]["code"]) if codings else 0

    def _observation(self, resource: Resource) -> None:
        codings = resource["code"]["coding"]
        quantity = resource.get("valueQuantity")
        table = "measurement" if quantity and "bodySite" not in resource else "observation"
        values: Row = {}
        if quantity:
            values["value_as_number"] = quantity["value"]
            values["unit_concept_id"] = self.concept("UCUM", quantity["code"])
            values["unit_source_value"] = quantity["unit"]
            sign = quantity.get("comparator")
            values["operator_concept_id"] = self.concept("SNOMED", f"sign{sign}", sign) if sign else 0
        if "referenceRange" in resource:
            values["range_high"] = resource["referenceRange"][0]["high"]["value"]
        if "valueBoolean" in resource:
            values["value_as_concept_id"] = self.concept(*(YES if resource["valueBoolean"] else NO))
        if table == "observation":
            values["qualifier_concept_id"] = self._side(resource.get("bodySite", {}))
        self.add(
            table,
            resource,
            **values,
            **self.coded(table, codings),
            **when(table, resource["effectiveDateTime"]),
        )


def when(prefix: str, written: str | None) -> Row:
    """A date and, where it is known, the time of the site's clock."""
    if written is None:
        return {f"{prefix}_date": None, f"{prefix}_datetime": None}
    time = written.removesuffix("Z").replace("T", " ") if "T" in written else f"{written} 00:00:00"
    return {f"{prefix}_date": written[:10], f"{prefix}_datetime": time}


def lines(folder: Path) -> Iterator[Resource]:
    """The resources of a folder of NDJSON."""
    for file in sorted(folder.glob("*.ndjson")):
        for line in file.read_text().splitlines():
            yield json.loads(line)
