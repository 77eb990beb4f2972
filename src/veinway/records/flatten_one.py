"""One patient's resources as rows of the table `record`, without SQL.

To start the wide statement of `flatten.sql` takes longer than to read a whole bundle, so the rows of one
patient are made here. `flatten.sql` is the definition: the tests hold the two equal, row by row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import duckdb

from .columns import PERSON_TYPES, READ_TYPES, RESOURCE_TYPES
from .flatten_program import session_of
from .input_problems import MOST_PLACES, NO_RESOURCE, InputProblem, Place, Problems
from .instants import Calendar
from .listed_codes import CodeBook, Listed, codings_of
from .record_row import Coded, Row, row_of
from .resources import Coding, codings, items, part, text_at
from .said import said_by, says_nothing
from .sources import Resource
from .told import Told, id_in, told_by, whose

_READ = frozenset(READ_TYPES)
_NOT_NEEDED = RESOURCE_TYPES - _READ
_KEPT = ("Patient", "Medication")
"""Types that are kept whatever their codes: who is there, and which medicine an order means."""


@dataclass(frozen=True, slots=True)
class _Event:
    """A coding of a resource, with the row that it makes if it is usable."""

    told: Told
    coded: Coded
    row: Row
    number: str | None

    @property
    def usable(self) -> bool:
        """Whether it tells something of a person."""
        if self.coded.concept is None or self.told.person is None or self.told.left_out is not None:
            return False
        if self.told.kind == "Patient":
            return (self.row.value_code if self.coded.is_sex else self.told.dates.begin) is not None
        return self.told.kind != "Medication"


class OnePatient:
    """Makes rows of the resources of one patient after another.

    connection: of a database for `flatten`, whose session has the site's time zone already.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, time_zone: str) -> None:
        session = session_of(connection)
        self._book, self._calendar = CodeBook(session), Calendar(session, time_zone)
        [(not_done,)] = session.execute("SELECT getvariable('not_done')").fetchall()
        self._not_done = frozenset(not_done)

    def flatten(self, resources: list[Resource]) -> tuple[list[Row], Problems]:
        """The rows, and what could not be read; as `flatten_bundle` gives them."""
        events: list[_Event] = []
        nameless = []
        for number, resource in enumerate(resources, start=1):
            kind = text_at(resource, "resourceType")
            if kind is None:
                nameless.append(Place("bundle", detail=f"resource {number}"))
            elif kind not in _NOT_NEEDED:
                events += self._events(kind, resource)
        rows = [event.row for event in events if event.usable]
        lost = InputProblem(NO_RESOURCE, len(nameless), tuple(nameless[:MOST_PLACES]))
        return [*rows, *_of_medicines(events)], Problems().and_also(*_problems(events), lost)

    def _events(self, kind: str, resource: Resource) -> Iterator[_Event]:
        """Every coding of a resource that stands for something; any other where a problem may hide."""
        medicine = part(resource, "medicationReference", "reference")
        strange = kind not in _READ
        kept = strange or kind in _KEPT or medicine is not None or whose(resource) is None
        told: Told | None = None
        for coding in codings_of(kind, resource):
            for listed in (self._book.rows(coding) if coding else ()) or (None,):
                concept = _concept(kind, coding, listed)
                if kept or concept is not None:
                    told = told or told_by(kind, resource, self._calendar, self._not_done)
                    yield from self._parts(told, Coded(coding, listed, concept))

    def _parts(self, told: Told, coded: Coded) -> Iterator[_Event]:
        """A component speaks for its own codings, and for those of the whole that says nothing."""
        for value in _components(told.content, coded.coding) or (None,):
            said = said_by(told.content if value is None else value, whole=value is None)
            yield _Event(told, coded, row_of(told, coded, said, self._calendar), said.number)


def _concept(kind: str, coding: Coding | None, listed: Listed | None) -> str | None:
    """The names of the concepts that a coding stands for in a resource of a type."""
    if coding is None or listed is None or kind not in _READ:
        return None
    if (coding.system == "veinway") != (kind == "Patient"):
        return None
    if listed.code is None:
        return None if coding.code is None else coding.code.replace("_", "-")
    return listed.asked if kind == "ServiceRequest" else listed.told


def _components(resource: Resource, coding: Coding | None) -> list[object]:
    """The components that speak for a coding; none where the whole does."""
    components = items(part(resource, "component"))
    if not components or coding is None:
        return []
    if coding in (codings(part(resource, "code")) or ()) and not says_nothing(resource):
        return []
    return [one for one in components if coding in (codings(part(one, "code")) or ())]


def _of_medicines(events: Iterable[_Event]) -> Iterator[Row]:
    """A medicine that is a resource of its own gives its code to those that refer to it."""
    named: dict[str, list[Row]] = defaultdict(list)
    for event in events:
        if event.told.kind == "Medication" and event.coded.concept is not None:
            named[text_at(event.told.content, "id") or ""].append(event.row)
    for event in events:
        told = event.told
        if event.coded.concept is None and told.left_out is None and told.person and told.medicine:
            for row in named.get(id_in(told.medicine), ()):
                yield event.row._replace(
                    system=row.system, code=row.code, concept=row.concept, recorded=row.recorded
                )


def _problems(events: list[_Event]) -> Iterator[InputProblem]:
    """What could not be read or was left out, by code, each resource counted once."""
    people = {event.told.person for event in events if event.told.kind == "Patient"}
    medicines = {text_at(e.told.content, "id") for e in events if e.told.kind == "Medication"}
    found: dict[str, set[Place]] = defaultdict(set)
    for event in events:
        problems = (*_of_resource(event.told), *_of_event(event), *_of_others(event, people, medicines))
        for code, detail in problems:
            found[code].add(Place("bundle", 0, event.told.name, detail))
    for code, places in found.items():
        count = len({place.resource for place in places})
        yield InputProblem(code, count, tuple(sorted(places)[:MOST_PLACES]))


def _of_resource(told: Told) -> Iterator[tuple[str, str]]:
    if told.kind is not None and told.kind not in _READ:
        yield "S342", told.kind
    if told.person is None and told.kind in PERSON_TYPES:
        yield "S344", ""
    if told.left_out is not None:
        yield "S349", told.left_out


def _of_event(event: _Event) -> Iterator[tuple[str, str]]:
    told, concept = event.told, event.coded.concept
    unread = None if event.coded.is_sex else told.dates.unread()
    if unread is not None:
        yield "S346", unread
    dated = told.dates.begin_text is not None or told.dates.until_text is not None
    if concept and not dated and told.left_out is None and told.kind not in _KEPT:
        yield "S347", ""
    if event.number is not None and event.row.value is None:
        yield "S348", event.number


def _of_others(
    event: _Event, people: set[str | None], medicines: set[str | None]
) -> Iterator[tuple[str, str]]:
    """References to what is not there."""
    told, concept = event.told, event.coded.concept
    if concept is not None and told.person is not None and told.person not in people:
        yield "S345", told.person
    missing = told.medicine is not None and concept is None and not told.medicine.startswith("#")
    if missing and told.medicine is not None and id_in(told.medicine) not in medicines:
        yield "S350", told.medicine
