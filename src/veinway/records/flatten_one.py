"""One patient's resources as rows of the table `record`, without SQL.

To start the wide statement of `flatten.sql` takes longer than to read a whole bundle, so the rows of one
patient are made here. `flatten.sql` is the definition: the tests hold the two equal, row by row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import duckdb

from .alike import number_in, shape_of
from .columns import PERSON_TYPES, READ_TYPES, RESOURCE_TYPES
from .flatten_program import session_of
from .flatten_program import text as as_text
from .input_problems import MOST_PLACES, NO_RESOURCE, InputProblem, Place, Problems
from .instants import Calendar, checked_zone
from .listed_codes import CodeBook, Listed, codings_of
from .record_row import Coded, Row, row_alike, row_of
from .resources import Coding, codings, items, part, text_at
from .said import Said, said_by, says_nothing
from .sources import Resource
from .told import Told, id_in, person_of, told_by, when, whose

_READ = frozenset(READ_TYPES)
_NOT_NEEDED = RESOURCE_TYPES - _READ
_PLAIN = frozenset(PERSON_TYPES)
"""Types of which one resource may be read as another that is alike."""
_KEPT = ("Patient", "Medication")
"""Types that are kept whatever their codes: who is there, and which medicine an order means."""


class _Event(NamedTuple):
    """A coding of a resource, with the row that it makes if it is usable."""

    told: Told
    coded: Coded
    row: Row
    said: Said

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

    connection: of a database whose session for `flatten` is given the site's time zone. Raises
    InputError I234 for an unknown one.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, time_zone: str) -> None:
        session = session_of(connection)
        session.execute(f"SET TimeZone = {as_text(checked_zone(time_zone))}")
        self._book, self._calendar = CodeBook(session), Calendar(session, time_zone)
        [(not_done,)] = session.execute("SELECT getvariable('not_done')").fetchall()
        self._not_done = frozenset(not_done)

    def flatten(self, resources: list[Resource]) -> tuple[list[Row], Problems]:
        """The rows, and what could not be read; as `flatten_bundle` gives them."""
        events: list[_Event] = []
        nameless = []
        alike: dict[bytes, list[_Event]] = {}
        for number, resource in enumerate(resources, start=1):
            kind = text_at(resource, "resourceType")
            if kind is None:
                nameless.append(Place("bundle", detail=f"resource {number}"))
            elif kind not in _NOT_NEEDED:
                events += self._events(kind, resource, alike)
        rows = [event.row for event in events if event.usable]
        lost = InputProblem(NO_RESOURCE, len(nameless), tuple(nameless[:MOST_PLACES]))
        return [*rows, *_of_medicines(events)], Problems().and_also(*_problems(events), lost)

    def _events(self, kind: str, resource: Resource, alike: dict[bytes, list[_Event]]) -> list[_Event]:
        """What comes of a resource; as of one that is alike, where there was one."""
        shape = shape_of(resource) if kind in _PLAIN and whose(resource) is not None else None
        if shape is None:
            return list(self._read(kind, resource))
        first = alike.get(shape)
        if first is None:
            first = alike[shape] = list(self._read(kind, resource))
            return first
        return self._again(first, kind, resource) if first else first

    def _again(self, first: list[_Event], kind: str, resource: Resource) -> list[_Event]:
        """What came of a resource of the same shape, with what is this one's own."""
        like, number = first[0].told, number_in(resource)
        told = Told(
            kind,
            resource,
            f"{kind}/{text_at(resource, 'id') or ''}",
            person_of(kind, resource),
            when(kind, resource, self._calendar),
            like.status,
            like.left_out,
            like.medicine,
        )
        found = []
        for event in first:
            said = event.said if number is None else event.said._replace(number=number)
            row = row_alike(event.row, told, event.coded, said, self._calendar)
            found.append(_Event(told, event.coded, row, said))
        return found

    def _read(self, kind: str, resource: Resource) -> Iterator[_Event]:
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
            yield _Event(told, coded, row_of(told, coded, said, self._calendar), said)


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
    if event.said.number is not None and event.row.value is None:
        yield "S348", event.said.number


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
