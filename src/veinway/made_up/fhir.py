"""FHIR R4 resources, as small as they can be while valid: no narrative, no display texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Any

import orjson

from .life import DAY
from .truth import EPOCH

FACT = "https://veinway.org/fhir/fact"
OPTION = "https://veinway.org/fhir/option"
SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
ICD_10 = "http://hl7.org/fhir/sid/icd-10"
ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
UCUM = "http://unitsofmeasure.org"
_CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"
_VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
_ENCOUNTER_CLASS = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
_SIDES = {"left": "7771000", "right": "24028007"}
"""SNOMED CT qualifiers Left and Right."""
TYPES = (
    "Patient",
    "Condition",
    "Observation",
    "Procedure",
    "MedicationRequest",
    "MedicationAdministration",
    "Encounter",
    "DiagnosticReport",
    "ServiceRequest",
)

Resource = dict[str, Any]
Coding = tuple[str, str]


@lru_cache(maxsize=200_000)
def day_text(day: int) -> str:
    """A day number as an ISO date."""
    return (EPOCH + timedelta(days=day)).isoformat()


def instant(minute: int) -> str:
    """A minute as an ISO instant in UTC."""
    day, rest = divmod(minute, DAY)
    return f"{day_text(day)}T{rest // 60:02}:{rest % 60:02}:00Z"


def concept(*codings: Coding) -> Resource:
    return {"coding": [{"system": system, "code": code} for system, code in codings]}


def body_side(side: str) -> Resource:
    return concept((SNOMED, _SIDES[side]))


class Chart:
    """The resources of one patient, as lines of JSON by resource type."""

    def __init__(self, person: str) -> None:
        self.person = person
        self.lines: dict[str, list[bytes]] = {kind: [] for kind in TYPES}
        self._subject = {"reference": f"Patient/{person}"}
        self._count = 0

    def add(self, kind: str, **elements: Any) -> str:
        """Write a resource about the patient; returns its id. Elements that are None are left out."""
        self._count += 1
        name = f"{self.person}-{self._count}"
        resource = {"resourceType": kind, "id": name, "subject": self._subject}
        resource.update((key, value) for key, value in elements.items() if value is not None)
        self.lines[kind].append(orjson.dumps(resource, option=orjson.OPT_APPEND_NEWLINE))
        return name

    def patient(self, gender: str | None, birth_date: str | None) -> None:
        resource: Resource = {"resourceType": "Patient", "id": self.person}
        if gender:
            resource["gender"] = gender
        if birth_date:
            resource["birthDate"] = birth_date
        self.lines["Patient"].append(orjson.dumps(resource, option=orjson.OPT_APPEND_NEWLINE))

    def repeat_last(self, kind: str) -> None:
        """Write the last resource of a type once more, with the same id, as some exports do."""
        self.lines[kind].append(self.lines[kind][-1])

    def observation(
        self,
        code: Coding,
        minute: int,
        value: Resource,
        *,
        side: str = "",
        status: str = "final",
        issued: int | None = None,
    ) -> str:
        """An Observation; `value` is one value[x] element and what goes with it."""
        return self.add(
            "Observation",
            status=status,
            code=concept(code),
            effectiveDateTime=instant(minute),
            issued=None if issued is None else instant(issued),
            bodySite=body_side(side) if side else None,
            **value,
        )

    def finding(self, key: str, answer: bool, minute: int, side: str = "") -> str:
        """A yes/no fact that has no standard code, or whose answer is no."""
        return self.observation((FACT, key), minute, {"valueBoolean": answer}, side=side)

    def operation(self, procedure: str, day: int, major: bool, anaesthesia: str) -> str:
        """What a Procedure has no element for: whether it was major, and under which anaesthesia."""
        return self.add(
            "Observation",
            status="final",
            code=concept((FACT, "surgery")),
            effectiveDateTime=day_text(day),
            partOf=[{"reference": f"Procedure/{procedure}"}],
            component=[
                {"code": concept((FACT, "major")), "valueBoolean": major},
                {
                    "code": concept((FACT, "anaesthesia")),
                    "valueCodeableConcept": concept((OPTION, anaesthesia)),
                },
            ],
        )

    def condition(
        self,
        *codes: Coding,
        onset: str,
        recorded: str,
        side: str = "",
        clinical: str = "active",
        abated: str | None = None,
        verification: str = "confirmed",
    ) -> str:
        """A Condition. A refuted one has no clinical status; nobody writes that one is confirmed."""
        confirmed = verification == "confirmed"
        return self.add(
            "Condition",
            clinicalStatus=concept((_CLINICAL, clinical)) if confirmed else None,
            verificationStatus=None if confirmed else concept((_VERIFICATION, verification)),
            code=concept(*codes),
            bodySite=[body_side(side)] if side else None,
            onsetDateTime=onset,
            abatementDateTime=abated,
            recordedDate=recorded,
        )

    def encounter(
        self, kind: str, start: int, end: int, diagnoses: Sequence[tuple[str, int]] = ()
    ) -> str:
        """A stay or a visit; `kind` is AMB, EMER or IMP. diagnoses: conditions with their rank."""
        elements: Resource = {
            "class": {"system": _ENCOUNTER_CLASS, "code": kind},
            "period": {"start": instant(start), "end": instant(end)},
        }
        if diagnoses:
            elements["diagnosis"] = [
                {"condition": {"reference": f"Condition/{name}"}, "rank": rank}
                for name, rank in diagnoses
            ]
        return self.add("Encounter", status="finished", **elements)

    def procedure(self, *codes: Coding, day: int, side: str = "") -> str:
        return self.add(
            "Procedure",
            status="completed",
            code=concept(*codes),
            performedDateTime=day_text(day),
            bodySite=[body_side(side)] if side else None,
        )


def quantity(value: float, unit: str, ucum: str = "", comparator: str = "") -> Resource:
    """A valueQuantity element."""
    amount: Resource = {"value": value, "unit": unit, "system": UCUM, "code": ucum or unit}
    if comparator:
        amount["comparator"] = comparator
    return {"valueQuantity": amount}
