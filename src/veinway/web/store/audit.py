"""Who did what, when: a chain in which each row holds the hash of the one before it.

A row that was changed, taken out, put in or moved breaks the chain, and `broken` says where. Whoever
could rewrite the whole table is caught by a copy of the last hash kept elsewhere: `head` gives it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, RowMapping, insert, select, text

from veinway.web.store.schema import account, audit

START = "0" * 64
CHAIN_LOCK = 7_316_001


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts (an account's id, "" for nobody who is known), and at which instant (ISO, UTC)."""

    account: str
    at: str


def canonical(content: Any) -> bytes:
    """JSON of which there is only one form: equal content is equal bytes."""
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS)


def record(
    connection: Connection,
    actor: Actor,
    what: str,
    about: str = "",
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Add what was done, in the transaction in which it is done."""
    _one_at_a_time(connection)
    number, previous = head(connection)
    row: dict[str, Any] = {
        "number": number + 1,
        "at": actor.at,
        "who": actor.account or None,
        "what": what,
        "about": about,
        "detail": canonical(detail or {}).decode(),
        "previous": previous,
    }
    connection.execute(insert(audit), {**row, "hash": _hash(row)})


def head(connection: Connection) -> tuple[int, str]:
    """The number and the hash of the last row."""
    last = select(audit.c.number, audit.c.hash).order_by(audit.c.number.desc()).limit(1)
    found = connection.execute(last).first()
    return (found.number, found.hash) if found else (0, START)


def has(connection: Connection, hash_: str) -> bool:
    """Whether a row has this hash."""
    return connection.execute(select(audit.c.number).where(audit.c.hash == hash_)).first() is not None


def entries(connection: Connection, *, newest: int = 200, before: int = 0) -> list[RowMapping]:
    """The newest rows (of those before a number), the last one first, with the names of who did it."""
    query = select(audit, account.c.shown_as).outerjoin(account, audit.c.who == account.c.id)
    if before:
        query = query.where(audit.c.number < before)
    query = query.order_by(audit.c.number.desc()).limit(newest)
    return list(connection.execute(query).mappings())


def broken(connection: Connection) -> Iterator[str]:
    """Every place where the chain does not hold, in words."""
    expected, previous = 1, START
    for row in connection.execute(select(audit).order_by(audit.c.number)).mappings():
        if row["number"] != expected:
            yield f"Row {expected} is missing before row {row['number']}."
        if row["previous"] != previous:
            yield f"Row {row['number']} does not follow the row before it."
        if row["hash"] != _hash({str(key): row[key] for key in row if key != "hash"}):
            yield f"Row {row['number']} was changed after it was written."
        expected, previous = row["number"] + 1, row["hash"]


def _hash(row: Mapping[str, Any]) -> str:
    return hashlib.sha256(str(row["previous"]).encode() + canonical(dict(row))).hexdigest()


def _one_at_a_time(connection: Connection) -> None:
    """Two writers must not both follow the same row; SQLite has only one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": CHAIN_LOCK})
