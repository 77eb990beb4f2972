"""A second factor of local accounts: a code that changes every half minute (TOTP, RFC 6238).

The secret is shown while it is set up and never again; a code counts once. Recovery codes, of which the
store holds hashes, stand in for a device that is lost, each once.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime

import pyotp
from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from veinway.language.errors import InputError
from veinway.web.store.audit import Actor, record
from veinway.web.store.schema import recovery_code, second_factor

ISSUER = "Veinway"
RECOVERY_CODES = 10
_SECONDS, _AROUND = 30, 1
"""A code holds for so long; those just before and after are taken as well, as clocks differ."""
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def begin(connection: Connection, actor: Actor, name: str) -> tuple[str, str]:
    """A new secret, and the address by which an app takes it; it counts once it is confirmed.

    InputError I299 where a second factor is in use: it must be switched off first.
    """
    if in_use(connection, actor.account):
        raise _refused("A second factor is in use already.", "Switch it off first.")
    secret = pyotp.random_base32()
    connection.execute(delete(second_factor).where(second_factor.c.account_id == actor.account))
    row = {"account_id": actor.account, "secret": secret, "confirmed_at": None, "last_step": 0}
    connection.execute(insert(second_factor), row)
    return secret, address_of(secret, name)


def address_of(secret: str, name: str) -> str:
    """The address by which an app takes a secret."""
    return pyotp.TOTP(secret, interval=_SECONDS).provisioning_uri(name=name, issuer_name=ISSUER)


def waiting(connection: Connection, account: str) -> str:
    """The secret that was begun and not confirmed, "" for none."""
    found = _row(connection, account)
    return "" if found is None or found["confirmed_at"] is not None else str(found["secret"])


def confirm(connection: Connection, actor: Actor, code: str) -> list[str]:
    """Use it from now on; recovery codes, told only now. InputError I299 where the code is wrong."""
    found = _row(connection, actor.account)
    if (
        found is None
        or found["confirmed_at"] is not None
        or not _take(connection, found, code, actor.at)
    ):
        raise _refused("The code is wrong.", "Enter the code that the app shows now.")
    this = second_factor.c.account_id == actor.account
    connection.execute(update(second_factor).where(this).values(confirmed_at=actor.at))
    made = ["-".join(_letters(5) for _ in range(3)) for _ in range(RECOVERY_CODES)]
    connection.execute(delete(recovery_code).where(recovery_code.c.account_id == actor.account))
    rows = [{"code_hash": _hash(each), "account_id": actor.account, "used_at": None} for each in made]
    connection.execute(insert(recovery_code), rows)
    record(connection, actor, "second_factor.begin", f"account/{actor.account}")
    return made


def in_use(connection: Connection, account: str) -> bool:
    """Whether this account is asked for a code."""
    found = _row(connection, account)
    return found is not None and found["confirmed_at"] is not None


def accepted(connection: Connection, actor: Actor, code: str) -> bool:
    """Whether this is the code of now, or a recovery code; either counts once."""
    found = _row(connection, actor.account)
    if found is None or found["confirmed_at"] is None:
        return False
    if _take(connection, found, code, actor.at):
        return True
    this = (recovery_code.c.code_hash == _hash(code), recovery_code.c.account_id == actor.account)
    used = connection.execute(
        update(recovery_code).where(*this, recovery_code.c.used_at.is_(None)).values(used_at=actor.at)
    )
    if used.rowcount == 1:
        record(connection, actor, "second_factor.recovery_code", f"account/{actor.account}")
    return bool(used.rowcount == 1)


def codes_left(connection: Connection, account: str) -> int:
    """How many recovery codes were not used yet."""
    this = (recovery_code.c.account_id == account, recovery_code.c.used_at.is_(None))
    return int(connection.execute(select(func.count()).where(*this)).scalar_one())


def switch_off(connection: Connection, actor: Actor, account: str) -> None:
    """Ask this account for no code any more."""
    connection.execute(delete(recovery_code).where(recovery_code.c.account_id == account))
    connection.execute(delete(second_factor).where(second_factor.c.account_id == account))
    record(connection, actor, "second_factor.end", f"account/{account}")


def _row(connection: Connection, account: str) -> RowMapping | None:
    query = select(second_factor).where(second_factor.c.account_id == account)
    return connection.execute(query).mappings().first()


def _take(connection: Connection, found: RowMapping, code: str, at: str) -> bool:
    """Whether a code is that of now; then neither it nor an earlier one counts again."""
    digits = code.replace(" ", "")
    if not (digits.isascii() and digits.isdigit()):
        return False
    maker = pyotp.TOTP(found["secret"], interval=_SECONDS)
    now = int(datetime.fromisoformat(at).timestamp()) // _SECONDS
    for step in range(now - _AROUND, now + _AROUND + 1):
        if step > found["last_step"] and hmac.compare_digest(maker.generate_otp(step), digits):
            this = (
                second_factor.c.account_id == found["account_id"],
                second_factor.c.last_step < step,
            )
            done = connection.execute(update(second_factor).where(*this).values(last_step=step))
            return bool(done.rowcount == 1)
    return False


def _letters(number: int) -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(number))


def _hash(code: str) -> str:
    # Seventy random bits need no slow hash.
    return hashlib.sha256(code.strip().lower().encode()).hexdigest()


def _refused(what: str, todo: str) -> InputError:
    return InputError("I299", what, where="second factor", todo=todo)
