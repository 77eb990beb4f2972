"""One patient's open case: what the store holds of it, as what the rules are given."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping

from veinway.language.errors import InputError
from veinway.records.profile import Profile
from veinway.records.sources import bundle_of, the_only_patient
from veinway.web.service.given import Given, site_content
from veinway.web.service.reading import read_resources
from veinway.web.store.audit import Actor
from veinway.web.store.patients import (
    Named,
    add_patient,
    answers_of,
    one_episode,
    open_episode,
    receive,
    resources_of,
    standing,
)


def found_episode(connection: Connection, episode_id: str) -> RowMapping:
    """An episode; InputError I284 where there is none."""
    episode = one_episode(connection, episode_id)
    if episode is None:
        raise InputError(
            "I284", "There is no such episode.", where=episode_id, todo="Choose it from the list."
        )
    return episode


def given_of(
    connection: Connection, episode_id: str, site: Profile, at: str, *, strict: bool = False
) -> Given:
    """What the rules are given about an episode, as known at an instant."""
    episode = found_episode(connection, episode_id)
    answers = [each for each in answers_of(connection, episode_id) if each.said_at <= at]
    said = [
        {"fact": fact, "side": side, "said": each.said, "at": each.said_at, "by": each.said_by}
        for (side, fact), each in sorted(standing(answers).items())
    ]
    return {
        "at": at,
        "index": episode["index_at"],
        "strict": strict,
        "resources": resources_of(connection, episode["patient_id"], at=at),
        "answers": said,
        "site": site_content(site),
    }


def import_bundle(
    connection: Connection, actor: Actor, site: Profile, content: dict[str, Any], origin: str
) -> str:
    """Keep a bundle of one patient as a new patient with one episode; the episode's id.

    SourceError S313 to S319 for what is not one patient's bundle.
    """
    from pathlib import Path

    bundle = bundle_of(content, Path(origin))
    the_only_patient(bundle)
    resources = list(bundle.resources)
    person = add_patient(connection, actor, named(resources))
    receive(connection, actor, person, resources, origin)
    return open_episode(connection, actor, person, first_suspicion(resources, site, actor.at))


def add_bundle(
    connection: Connection, actor: Actor, patient_id: str, content: dict[str, Any], origin: str
) -> int:
    """Keep more of the record of a patient who is known; how many resources.

    SourceError S313 to S319 for what is no bundle, or one of somebody else.
    """
    from pathlib import Path

    bundle = bundle_of(content, Path(origin))
    both = [*resources_of(connection, patient_id), *bundle.resources]
    entries = [{"resource": each} for each in both]
    the_only_patient(bundle_of({"resourceType": "Bundle", "entry": entries}, Path(origin)))
    return receive(connection, actor, patient_id, list(bundle.resources), origin)


def named(resources: list[dict[str, Any]]) -> Named:
    """How the Patient resource names the person; empty where it does not."""
    person = next((each for each in resources if each.get("resourceType") == "Patient"), {})
    names = person.get("name") or [{}]
    identifiers = person.get("identifier") or [{}]
    return Named(
        identifier=str(identifiers[0].get("value", person.get("id", "")))[:100],
        family_name=str(names[0].get("family", "")),
        given_name=" ".join(map(str, names[0].get("given", []))),
        birth_date=str(person.get("birthDate", "")),
    )


def first_suspicion(resources: list[dict[str, Any]], site: Profile, at: str) -> str:
    """The first suspicion of the latest episode on record, or now."""
    reading = read_resources(resources, site, at)
    if not reading.episode_found:
        return at
    minute = reading.subjects[-1].situation.index_minute
    return datetime.fromtimestamp(minute * 60, UTC).isoformat(timespec="seconds")
