"""Decisions as they were made, with all that they were given, so that they can be made again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Literal
from uuid import uuid4

import orjson
from sqlalchemy import Connection, RowMapping, insert, select

from veinway.language.errors import InputError
from veinway.web.store.audit import Actor, canonical, record
from veinway.web.store.schema import account, decision, override

REASONS = {
    "patient_wish": "The patient wishes otherwise",
    "not_available": "Not available here in time",
    "contraindicated": "There is a reason against it",
    "already_done": "Done already, elsewhere",
    "other_diagnosis": "Another diagnosis explains it",
    "record_is_wrong": "The record is wrong",
    "senior_advice": "On the advice of a senior or a specialist",
    "other": "Another reason, in the note",
}
"""Why somebody did otherwise than a rule says; a note is needed with `other`."""

Replayed = Literal["the same", "another edition", "different"]


@dataclass(frozen=True, slots=True)
class Kept:
    """One decision of the store."""

    id: str
    at: str
    edition: str
    given: dict[str, Any]
    answered: bytes
    """Canonical JSON."""
    decided_at: str
    decided_by: str


def keep(
    connection: Connection,
    actor: Actor,
    episode_id: str,
    edition: str,
    given: dict[str, Any],
    answered: Any,
) -> str:
    """Keep a decision; its id."""
    id_, content = str(uuid4()), canonical(answered)
    row = {
        "id": id_,
        "episode_id": episode_id,
        "at": given["at"],
        "edition": edition,
        "given": canonical(given).decode(),
        "answered": content.decode(),
        "answered_hash": hashlib.sha256(content).hexdigest(),
        "decided_at": actor.at,
        "decided_by": actor.account,
    }
    connection.execute(insert(decision), row)
    detail = {"episode": episode_id, "hash": row["answered_hash"], "edition": edition}
    record(connection, actor, "decision.keep", f"decision/{id_}", detail)
    return id_


def decisions_of(connection: Connection, episode_id: str) -> list[Kept]:
    """The decisions of an episode, the latest first."""
    query = select(decision, account.c.shown_as).join(account)
    rows = connection.execute(
        query.where(decision.c.episode_id == episode_id).order_by(decision.c.decided_at.desc())
    ).mappings()
    return [_kept(row) for row in rows]


def one_decision(connection: Connection, id_: str) -> Kept | None:
    """A decision by id."""
    query = select(decision, account.c.shown_as).join(account).where(decision.c.id == id_)
    row = connection.execute(query).mappings().first()
    return None if row is None else _kept(row)


def replayed(kept: Kept, edition: str, again: Any) -> Replayed:
    """Whether the decision, made again with the rules of today, is the same byte for byte."""
    if canonical(again) == kept.answered:
        return "the same"
    return "different" if edition == kept.edition else "another edition"


def overrule(
    connection: Connection, actor: Actor, decision_id: str, about: str, reason: str, note: str
) -> None:
    """Say that it is done otherwise, and why; InputError I283 for a reason that is not listed."""
    if reason not in REASONS or (reason == "other" and not note.strip()):
        what = "A reason from the list is needed; with `other`, a note as well."
        raise InputError("I283", what, where=about, todo=f"The reasons are: {', '.join(REASONS)}.")
    row = {
        "id": str(uuid4()),
        "decision_id": decision_id,
        "about": about,
        "reason": reason,
        "note": note,
        "made_at": actor.at,
        "made_by": actor.account,
    }
    connection.execute(insert(override), row)
    detail = {"about": about, "reason": reason}
    record(connection, actor, "decision.overrule", f"decision/{decision_id}", detail)


def overrides_of(connection: Connection, decision_id: str) -> list[RowMapping]:
    """What was done otherwise than a decision says, with the names of who said so."""
    query = select(override, account.c.shown_as).join(account)
    chosen = query.where(override.c.decision_id == decision_id).order_by(override.c.made_at)
    return list(connection.execute(chosen).mappings())


def _kept(row: RowMapping) -> Kept:
    return Kept(
        row["id"],
        row["at"],
        row["edition"],
        orjson.loads(row["given"]),
        row["answered"].encode(),
        row["decided_at"],
        row["shown_as"],
    )
