"""Records that arrive in files: one bundle, a folder of bundles, or a bulk export as NDJSON.

A patient who is in the store already, by identifier, date of birth and family name, gets what is new
beside what is there; everybody else becomes a new patient. Each file of a bundle, and each patient of an
export, is kept whole or not at all.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import orjson
from sqlalchemy import Connection, Engine, func, select

from veinway.language.errors import InputError
from veinway.records.profile import Profile
from veinway.records.sources import open_source, read_bundle, the_only_patient
from veinway.web.service.cases import first_suspicion, named
from veinway.web.store.audit import Actor
from veinway.web.store.database import writing
from veinway.web.store.patients import Named, add_patient, episodes_of, open_episode, receive
from veinway.web.store.schema import patient

Resource = dict[str, Any]


@dataclass
class Arrived:
    """What came of it: counts, and what could not be read, in words."""

    new: int = 0
    known: int = 0
    resources: int = 0
    unusable: list[str] = field(default_factory=list)


def arrive(store: Engine, actor: Actor, site: Profile, path: Path) -> Arrived:
    """Keep all records of a file or folder; SourceError S310 to S316 where there are none."""
    arrived = Arrived()
    source = open_source(path)
    found = (
        _exported(source.files, arrived) if source.kind == "ndjson" else _bundled(source.files, arrived)
    )
    for origin, resources in found:
        try:
            with writing(store) as connection:
                is_new = _keep(connection, actor, site, resources, origin)
        except InputError as error:
            arrived.unusable.append(error.message())
            continue
        arrived.new += is_new
        arrived.known += not is_new
        arrived.resources += len(resources)
    return arrived


def _keep(
    connection: Connection, actor: Actor, site: Profile, resources: list[Resource], origin: str
) -> bool:
    known_as = named(resources)
    found = _same(connection, known_as) if _has_identifier(resources) else ""
    person = found or add_patient(connection, actor, known_as)
    receive(connection, actor, person, resources, origin[:300])
    index = first_suspicion(resources, site, actor.at)
    if all(episode["index_at"] != index for episode in episodes_of(connection, person)):
        open_episode(connection, actor, person, index)
    return not found


def _has_identifier(resources: list[Resource]) -> bool:
    """Whether somebody gave the person a number; a resource's own id says nothing elsewhere."""
    return any(each.get("identifier") for each in resources if each.get("resourceType") == "Patient")


def _same(connection: Connection, known_as: Named) -> str:
    """The patient of the store who is this one beyond doubt, or "": one entry too many harms less."""
    if not (known_as.identifier and known_as.birth_date and known_as.family_name):
        return ""
    found = connection.execute(
        select(patient.c.id).where(
            patient.c.identifier == known_as.identifier,
            patient.c.birth_date == known_as.birth_date,
            func.lower(patient.c.family_name) == known_as.family_name.lower(),
        )
    ).first()
    return "" if found is None else str(found.id)


def _bundled(files: tuple[Path, ...], arrived: Arrived) -> Iterator[tuple[str, list[Resource]]]:
    for file in files:
        try:
            bundle = read_bundle(file)
            the_only_patient(bundle)
        except InputError as error:
            arrived.unusable.append(error.message())
            continue
        yield file.name, list(bundle.resources)


# A bulk export ----------------------------------------------------------------------------------


def _exported(files: tuple[Path, ...], arrived: Arrived) -> Iterator[tuple[str, list[Resource]]]:
    """The resources of each patient, and those that these name, wherever in the files they are."""
    people: dict[str, list[Resource]] = defaultdict(list)
    of_nobody: dict[str, Resource] = {}
    for file in files:
        for resource in _lines(file, arrived):
            person = _person(resource)
            if person:
                people[person].append(resource)
            else:
                of_nobody[f"{resource.get('resourceType')}/{resource.get('id')}"] = resource
    for person, resources in people.items():
        if not any(each.get("resourceType") == "Patient" for each in resources):
            arrived.unusable.append(f"{person}: there is no Patient of this id.")
            continue
        named_here = {_reference(each, "medicationReference") for each in resources}
        also = [of_nobody[name] for name in sorted(named_here) if name in of_nobody]
        yield "NDJSON", [*resources, *also]


def _lines(file: Path, arrived: Arrived) -> Iterator[Resource]:
    with _opened(file) as stream:
        for number, line in enumerate(stream, start=1):
            try:
                resource = orjson.loads(line) if line.strip() else None
            except orjson.JSONDecodeError:
                arrived.unusable.append(f"{file.name}, line {number}: this is not JSON.")
                continue
            if isinstance(resource, dict):
                yield resource


def _opened(file: Path) -> IO[bytes]:
    return gzip.open(file) if file.name.endswith(".gz") else file.open("rb")


def _person(resource: Resource) -> str:
    if resource.get("resourceType") == "Patient":
        return f"Patient/{resource.get('id')}"
    return _reference(resource, "subject") or _reference(resource, "patient")


def _reference(resource: Resource, key: str) -> str:
    """TYPE/ID of what is referred to, whether by a short reference or a full address."""
    target = resource.get(key)
    text = str(target.get("reference", "")) if isinstance(target, dict) else ""
    return "/".join(text.split("/")[-2:])
