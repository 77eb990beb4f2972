"""The codes of a resource, and what the code lists say of them, for one patient's resources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import duckdb

from .codes import OWN_SYSTEM
from .resources import Coding, Codings, coding, codings, first, items, part
from .sources import Resource

_BIRTH_AND_SEX: Codings = [Coding("veinway", "birth-date", None), Coding("veinway", "gender", None)]


class Listed(NamedTuple):
    """A row of the code lists, under one name of its system.

    told: the concepts that the code stands for when something is reported; asked: when it is ordered.
    """

    recorded_system: str
    key: str
    system: str
    code: str | None
    descendants: bool
    told: str | None
    asked: str | None
    on_left: bool
    on_right: bool


class CodeBook:
    """The code lists, read from the table that `flatten.sql` joins with."""

    def __init__(self, session: duckdb.DuckDBPyConnection) -> None:
        rows = session.execute(f"SELECT {', '.join(Listed._fields)} FROM code_list").fetchall()
        self._by_key: dict[tuple[str | None, str | None], list[Listed]] = {}
        for row in map(Listed._make, rows):
            self._by_key.setdefault((row.recorded_system, row.key), []).append(row)
        self._classifications = {row[0] for row in rows if Listed._make(row).descendants}

    def rows(self, coded: Coding) -> list[Listed]:
        """The rows that a coding matches: its own, and those of the classes above it."""
        system, code, _ = coded
        if system == OWN_SYSTEM:
            return self._by_key[system, "*"]
        if system not in self._classifications or code is None:
            return self._by_key.get((system, code), [])
        plain = bare(code)
        return [
            row
            for row in self._by_key.get((system, plain[:2]), ())
            if (plain.startswith(bare(row.code or "")) if row.descendants else row.code == code)
        ]


def bare(code: str) -> str:
    """A code without its dots, in capitals."""
    return code.replace(".", "").upper()


def codings_of(kind: str | None, resource: Resource) -> Iterable[Coding | None]:
    """The codings that a resource, and each of its components, is about."""
    components = resource.get("component")
    if not isinstance(components, list):
        return _main_codings(kind, resource)
    inner = [codings(part(each, "code")) or [] for each in components]
    every = [*(codings(resource.get("code")) or []), *(one for listed in inner for one in listed)]
    return dict.fromkeys(one for one in every if one is not None)


def _main_codings(kind: str | None, resource: Resource) -> Codings:
    if kind == "Patient":
        return _BIRTH_AND_SEX
    found = codings(resource.get("code"))
    if found is None:
        found = codings(resource.get("medicationCodeableConcept"))
    if found is None:
        found = codings(part(_contained(resource), "code"))
    if found is None and isinstance(resource.get("procedureCode"), list):
        found = _flat(resource["procedureCode"])
    if found is None and kind == "Encounter":
        found = [coding(resource.get("class")), *_flat(items(resource.get("type")))]
    return [None] if found is None else found


def _flat(concepts: list[object]) -> Codings:
    return [one for concept in concepts for one in codings(concept) or []]


def _contained(resource: Resource) -> object:
    """The medicine that an order holds inside it."""
    reference = part(resource, "medicationReference", "reference")
    held = items(resource.get("contained"))
    return first([each for each in held if f"#{part(each, 'id')}" == reference])
