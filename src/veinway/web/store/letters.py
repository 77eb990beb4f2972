"""Letters as they were printed, with what the draft had said where somebody rewrote it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import orjson
from sqlalchemy import Connection, RowMapping, Select, insert, select

from veinway.web.store.audit import Actor, canonical, record
from veinway.web.store.schema import account, letter


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of the store. edited: of each part that was rewritten, what the draft had said."""

    id: str
    episode_id: str
    kind: str
    edition: str
    body: dict[str, Any]
    edited: dict[str, str]
    made_at: str
    made_by: str


def add_letter(
    connection: Connection,
    actor: Actor,
    episode_id: str,
    kind: str,
    edition: str,
    body: Mapping[str, Any],
    edited: Mapping[str, str],
) -> str:
    """Keep a letter; its id. What was rewritten by hand is in the audit by the names of its parts."""
    id_ = str(uuid4())
    row = {
        "id": id_,
        "episode_id": episode_id,
        "kind": kind,
        "edition": edition,
        "body": canonical(dict(body)).decode(),
        "edited": canonical(dict(edited)).decode(),
        "made_at": actor.at,
        "made_by": actor.account,
    }
    connection.execute(insert(letter), row)
    detail = {"letter": id_, "kind": kind, "edition": edition, "edited": sorted(edited)}
    record(connection, actor, "letter.write", f"episode/{episode_id}", detail)
    return id_


def letters_of(connection: Connection, episode_id: str) -> list[Letter]:
    """The letters of an episode, the latest first."""
    query = _query().where(letter.c.episode_id == episode_id).order_by(letter.c.made_at.desc())
    return [_letter(row) for row in connection.execute(query).mappings()]


def one_letter(connection: Connection, id_: str) -> Letter | None:
    """A letter by id."""
    row = connection.execute(_query().where(letter.c.id == id_)).mappings().first()
    return None if row is None else _letter(row)


def _query() -> Select[Any]:
    return select(letter, account.c.shown_as).join(account)


def _letter(row: RowMapping) -> Letter:
    return Letter(
        row["id"],
        row["episode_id"],
        row["kind"],
        row["edition"],
        orjson.loads(row["body"]),
        orjson.loads(row["edited"]),
        row["made_at"],
        row["shown_as"],
    )
