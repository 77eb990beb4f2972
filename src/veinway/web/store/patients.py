"""Patients, what was received of them, their episodes, and what was said of them over time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import uuid4

import orjson
from sqlalchemy import Connection, RowMapping, func, insert, or_, select

from veinway.web.store.audit import Actor, record
from veinway.web.store.schema import account, answer, episode, patient, resource

MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer about one fact of an episode; `said` is None where the earlier one was taken back.

    number: where it stands among all answers, in the order in which they were entered.
    """

    fact: str
    side: str
    said: Any
    said_at: str
    said_by: str
    note: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """How a patient is known to people."""

    identifier: str = ""
    family_name: str = ""
    given_name: str = ""
    birth_date: str = ""


class Seen(NamedTuple):
    """The numbers of the newest answer and the newest resource that a page was made from."""

    answer: int
    resource: int

    def as_text(self) -> str:
        """For an address."""
        return f"{self.answer}-{self.resource}"


def seen_in(text: str) -> Seen | None:
    """What an address says; None where it says nothing of that kind, and so nothing can be compared."""
    parts = text.split("-")
    if len(text) > 30 or len(parts) != 2 or not all(each.isascii() and each.isdigit() for each in parts):
        return None
    return Seen(int(parts[0]), int(parts[1]))


def add_patient(connection: Connection, actor: Actor, named: Named) -> str:
    """A new patient's id."""
    id_ = str(uuid4())
    row = {
        "id": id_,
        "identifier": named.identifier,
        "family_name": named.family_name,
        "given_name": named.given_name,
        "birth_date": named.birth_date,
        "made_at": actor.at,
        "made_by": actor.account,
    }
    connection.execute(insert(patient), row)
    record(connection, actor, "patient.add", f"patient/{id_}")
    return id_


def find_patients(connection: Connection, words: str) -> list[RowMapping]:
    """Patients of whom every word begins a name or is the identifier; all of them for no words."""
    query = select(patient).order_by(patient.c.family_name, patient.c.given_name, patient.c.id)
    for word in words.split():
        start = word.lower().replace("\\", "").replace("%", "").replace("_", "") + "%"
        query = query.where(
            or_(
                func.lower(patient.c.family_name).like(start),
                func.lower(patient.c.given_name).like(start),
                patient.c.identifier == word,
                patient.c.birth_date == word,
            )
        )
    return list(connection.execute(query.limit(MOST_FOUND)).mappings())


def one_patient(connection: Connection, id_: str) -> RowMapping | None:
    """A patient by id."""
    return connection.execute(select(patient).where(patient.c.id == id_)).mappings().first()


def receive(
    connection: Connection,
    actor: Actor,
    patient_id: str,
    resources: Iterable[dict[str, Any]],
    origin: str,
) -> int:
    """Keep FHIR resources as they were received; how many."""
    rows = [
        {
            "patient_id": patient_id,
            "kind": str(each.get("resourceType", "")),
            "fhir_id": str(each.get("id", "")),
            "content": orjson.dumps(each).decode(),
            "origin": origin,
            "received_at": actor.at,
            "received_by": actor.account,
        }
        for each in resources
    ]
    if rows:
        connection.execute(insert(resource), rows)
    detail = {"resources": len(rows), "origin": origin}
    record(connection, actor, "resources.receive", f"patient/{patient_id}", detail)
    return len(rows)


def resources_of(connection: Connection, patient_id: str, *, at: str = "") -> list[dict[str, Any]]:
    """What was received of a patient (up to an instant): of each type and id the newest."""
    query = select(resource).where(resource.c.patient_id == patient_id).order_by(resource.c.id)
    if at:
        query = query.where(resource.c.received_at <= at)
    newest: dict[tuple[str, ...], str] = {}
    for row in connection.execute(query).mappings():
        own = (row["kind"], row["fhir_id"]) if row["fhir_id"] else ("", str(row["id"]))
        newest[own] = row["content"]
    return [orjson.loads(content) for content in newest.values()]


def newest_resource(connection: Connection, patient_id: str) -> int:
    """The number of what was received last of a patient, 0 where nothing was."""
    query = select(func.max(resource.c.id)).where(resource.c.patient_id == patient_id)
    return int(connection.execute(query).scalar_one() or 0)


def open_episode(connection: Connection, actor: Actor, patient_id: str, index_at: str) -> str:
    """A new episode's id; `index_at` is the instant of the first suspicion."""
    id_ = str(uuid4())
    row = {
        "id": id_,
        "patient_id": patient_id,
        "index_at": index_at,
        "made_at": actor.at,
        "made_by": actor.account,
    }
    connection.execute(insert(episode), row)
    record(connection, actor, "episode.open", f"episode/{id_}", {"patient": patient_id})
    return id_


def one_episode(connection: Connection, id_: str) -> RowMapping | None:
    """An episode by id."""
    return connection.execute(select(episode).where(episode.c.id == id_)).mappings().first()


def episodes_of(connection: Connection, patient_id: str) -> list[RowMapping]:
    """A patient's episodes, the latest first."""
    query = select(episode).where(episode.c.patient_id == patient_id)
    return list(connection.execute(query.order_by(episode.c.index_at.desc())).mappings())


def open_episodes(connection: Connection) -> list[RowMapping]:
    """Every episode that is not closed, with its patient's names and birth date, the oldest first."""
    names = (patient.c.family_name, patient.c.given_name, patient.c.birth_date, patient.c.identifier)
    query = select(episode, *names).join(patient).where(episode.c.closed_at.is_(None))
    return list(connection.execute(query.order_by(episode.c.index_at)).mappings())


def say(
    connection: Connection,
    actor: Actor,
    episode_id: str,
    fact: str,
    said: Any,
    *,
    side: str = "",
    note: str = "",
) -> None:
    """Enter an answer in the form of a facts file; None takes the earlier one back."""
    row = {
        "episode_id": episode_id,
        "side": side,
        "fact": fact,
        "said": None if said is None else orjson.dumps(said, option=orjson.OPT_SORT_KEYS).decode(),
        "said_at": actor.at,
        "said_by": actor.account,
        "note": note,
    }
    connection.execute(insert(answer), row)
    detail = {"fact": fact, "side": side, "taken_back": said is None}
    record(connection, actor, "answer.say", f"episode/{episode_id}", detail)


def answers_of(connection: Connection, episode_id: str) -> list[Answer]:
    """Everything that was ever said of an episode, in order."""
    query = select(answer, account.c.shown_as).join(account, answer.c.said_by == account.c.id)
    rows = connection.execute(
        query.where(answer.c.episode_id == episode_id).order_by(answer.c.id)
    ).mappings()
    return [
        Answer(
            row["fact"],
            row["side"],
            None if row["said"] is None else orjson.loads(row["said"]),
            row["said_at"],
            row["shown_as"],
            row["note"],
            row["id"],
        )
        for row in rows
    ]


def standing(answers: Iterable[Answer]) -> dict[tuple[str, str], Answer]:
    """What stands of all that was said, by side and fact: the newest, unless it was taken back."""
    newest = {(each.side, each.fact): each for each in answers}
    return {key: each for key, each in newest.items() if each.said is not None}
