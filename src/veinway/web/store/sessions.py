"""Sessions on the server: the browser holds a secret, the store only its hash."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from veinway.web.store.accounts import May, may
from veinway.web.store.audit import Actor, record
from veinway.web.store.schema import account, second_factor, session

IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=12)
NOTED = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is signed in; `form_token` must come back with every form."""

    account: str
    shown_as: str
    role: str
    form_token: str
    seen_at: str
    local: bool = True
    """It has a password here, and no provider vouches for it."""
    second_factor: bool = False
    """It is asked for a code as well."""

    def seen_before(self, now: str) -> bool:
        """Whether it was seen long enough ago to be worth noting again."""
        return datetime.fromisoformat(now) - datetime.fromisoformat(self.seen_at) > NOTED

    def may(self, right: May) -> bool:
        """Whether this account's role has a right."""
        return may(self.role, right)

    def token_matches(self, given: str) -> bool:
        """Whether a form came from a page of this session."""
        return hmac.compare_digest(self.form_token, given)


def sign_in(connection: Connection, actor: Actor) -> str:
    """A new session of the acting account; the secret that its cookie carries."""
    secret = secrets.token_urlsafe(32)
    row = {
        "secret_hash": _hash(secret),
        "account_id": actor.account,
        "form_token": secrets.token_urlsafe(32),
        "made_at": actor.at,
        "seen_at": actor.at,
    }
    _forget_old(connection, actor.at)
    connection.execute(insert(session), row)
    record(connection, actor, "session.begin", f"account/{actor.account}")
    return secret


def _forget_old(connection: Connection, at: str) -> None:
    """Sessions that ran out are of no use to anybody."""
    earliest = (datetime.fromisoformat(at) - LONGEST).isoformat(timespec="seconds")
    connection.execute(delete(session).where(session.c.made_at < earliest))


def signed_in(connection: Connection, secret: str, now: str) -> SignedIn | None:
    """Whose session it is, if it has not run out."""
    second = second_factor.c.confirmed_at.label("second")
    query = (
        select(session, account, second)
        .join(account, session.c.account_id == account.c.id)
        .outerjoin(second_factor, second_factor.c.account_id == account.c.id)
        .where(session.c.secret_hash == _hash(secret))
    )
    row = connection.execute(query).mappings().first()
    if row is None or row["disabled"] or _ran_out(row["made_at"], row["seen_at"], now):
        return None
    told = (row["account_id"], row["shown_as"], row["role"], row["form_token"], row["seen_at"])
    return SignedIn(*told, local=row["subject"] is None, second_factor=row["second"] is not None)


def seen(connection: Connection, secret: str, now: str) -> None:
    """Keep a session alive."""
    this = session.c.secret_hash == _hash(secret)
    connection.execute(update(session).where(this).values(seen_at=now))


def sign_out(connection: Connection, actor: Actor, secret: str) -> None:
    """End one session."""
    connection.execute(delete(session).where(session.c.secret_hash == _hash(secret)))
    record(connection, actor, "session.end", f"account/{actor.account}")


def sign_out_everywhere(connection: Connection, actor: Actor, account_id: str) -> None:
    """End every session of an account."""
    connection.execute(delete(session).where(session.c.account_id == account_id))
    record(connection, actor, "session.end_all", f"account/{account_id}")


def _ran_out(made_at: str, seen_at: str, now: str) -> bool:
    made, seen, here = (datetime.fromisoformat(text) for text in (made_at, seen_at, now))
    return here - seen > IDLE or here - made > LONGEST


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
