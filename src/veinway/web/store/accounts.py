"""Accounts, their roles, and what each role may do. What is not listed is refused."""

from __future__ import annotations

import secrets
from enum import Enum
from importlib import resources
from uuid import uuid4

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, RowMapping, func, insert, select, update

from veinway.language.errors import InputError
from veinway.web.store.audit import Actor, record
from veinway.web.store.schema import account

SHORTEST, LONGEST = 12, 256
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash("nobody has this password")
"""Verified where there is no such account, so that the time taken does not tell that there is none."""


class May(Enum):
    """What a role may do."""

    SEE_PATIENTS = "see patients"
    HAVE_AN_ACCOUNT = "see and change one's own account"
    DECIDE = "enter answers, decide, override, write letters"
    SEE_WORKLIST = "see what is due"
    SEE_POPULATION = "see counts without names"
    ADMINISTER = "manage accounts, read the audit, export everything"


_OWN = May.HAVE_AN_ACCOUNT
ROLES: dict[str, frozenset[May]] = {
    "clinician": frozenset({_OWN, May.SEE_PATIENTS, May.DECIDE, May.SEE_WORKLIST}),
    "clinic": frozenset({_OWN, May.SEE_PATIENTS, May.DECIDE, May.SEE_WORKLIST}),
    "analyst": frozenset({_OWN, May.SEE_POPULATION}),
    "administrator": frozenset({_OWN, May.ADMINISTER}),
}


def may(role: str, right: May) -> bool:
    """Whether a role has a right; an unknown role has none."""
    return right in ROLES.get(role, frozenset())


def add_account(
    connection: Connection,
    actor: Actor,
    name: str,
    role: str,
    *,
    password: str = "",
    subject: str = "",
    shown_as: str = "",
) -> str:
    """A new account's id. InputError I282 for an unknown role, a weak password or a taken name."""
    if role not in ROLES:
        raise _refused(f"{role!r} is not a role", f"The roles are: {', '.join(ROLES)}.")
    if not name.strip() or one_by_name(connection, name) is not None:
        raise _refused(f"The name {name!r} is empty or taken", "Choose another name.")
    if not subject:
        check_password(password, name)
    id_ = str(uuid4())
    row = {
        "id": id_,
        "name": name.strip(),
        "shown_as": shown_as or name.strip(),
        "role": role,
        "password": None if subject else _HASHER.hash(password),
        "subject": subject or None,
        "disabled": False,
        "made_at": actor.at,
    }
    connection.execute(insert(account), row)
    record(
        connection,
        Actor(actor.account or id_, actor.at),
        "account.add",
        f"account/{id_}",
        {"role": role},
    )
    return id_


def check_password(password: str, name: str) -> None:
    """InputError I282 where a password is too short, too long, well known, or the name itself."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise _refused(
            "The password is too short or too long", f"Use {SHORTEST} to {LONGEST} characters."
        )
    if password.lower() in _well_known() or name.lower() in password.lower():
        raise _refused("The password is easy to guess", "Use a few unrelated words.")


def _well_known() -> frozenset[str]:
    file = resources.files("veinway.web.store") / "well_known_passwords.txt"
    return frozenset(file.read_text(encoding="utf-8").split())


def made_password() -> str:
    """A random password of 95 bits in letters that nobody confuses."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(5)) for _ in range(4))


def verified(connection: Connection, name: str, password: str) -> RowMapping | None:
    """The account, if it is not disabled and this is its password."""
    found = one_by_name(connection, name)
    stored = found["password"] if found is not None and found["password"] else _NOBODY
    try:
        _HASHER.verify(stored, password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return None
    return found if found is not None and found["password"] and not found["disabled"] else None


def one_by_name(connection: Connection, name: str) -> RowMapping | None:
    """An account by its name, whatever the case of the letters."""
    query = select(account).where(func.lower(account.c.name) == name.strip().lower())
    return connection.execute(query).mappings().first()


def one_by_subject(connection: Connection, subject: str) -> RowMapping | None:
    """The account that an identity provider knows under this subject, unless it is disabled."""
    query = select(account).where(account.c.subject == subject, account.c.disabled.is_(False))
    return connection.execute(query).mappings().first()


def one_account(connection: Connection, id_: str) -> RowMapping | None:
    """An account by id."""
    return connection.execute(select(account).where(account.c.id == id_)).mappings().first()


def vouched(
    connection: Connection, at: str, *, subject: str, name: str, shown_as: str, role: str
) -> RowMapping | None:
    """The account for whom an identity provider vouches, made the first time; None if it is disabled.

    Its role is the one that the provider tells today.
    """
    found = _by_subject(connection, subject)
    if found is None:
        free = name if name and one_by_name(connection, name) is None else f"{name} {uuid4().hex[:6]}"
        add_account(
            connection, Actor("", at), free.strip()[:100], role, subject=subject, shown_as=shown_as[:200]
        )
    elif found["role"] != role and not found["disabled"]:
        connection.execute(update(account).where(account.c.id == found["id"]).values(role=role))
        record(
            connection, Actor(found["id"], at), "account.role", f"account/{found['id']}", {"role": role}
        )
    return one_by_subject(connection, subject)


def program_account(connection: Connection, at: str, name: str) -> str:
    """The account in whose name a program writes; it has no password, and a role with no right."""
    subject = f"program|{name}"
    found = _by_subject(connection, subject)
    if found is not None:
        return str(found["id"])
    id_ = str(uuid4())
    row = {
        "id": id_,
        "name": f"(program: {name})",
        "shown_as": f"{name} on the command line",
        "role": "program",
        "password": None,
        "subject": subject,
        "disabled": True,
        "made_at": at,
    }
    connection.execute(insert(account), row)
    record(connection, Actor("", at), "account.add", f"account/{id_}", {"role": "program"})
    return id_


def _by_subject(connection: Connection, subject: str) -> RowMapping | None:
    query = select(account).where(account.c.subject == subject)
    return connection.execute(query).mappings().first()


def accounts(connection: Connection) -> list[RowMapping]:
    """Every account, by name."""
    return list(connection.execute(select(account).order_by(account.c.name)).mappings())


def workers(connection: Connection) -> dict[str, str]:
    """To whom work can be given: the id and the name of each account that may decide."""
    found = [each for each in accounts(connection) if may(each["role"], May.DECIDE)]
    return {str(each["id"]): str(each["shown_as"]) for each in found if not each["disabled"]}


def disable(connection: Connection, actor: Actor, id_: str) -> None:
    """Nobody can sign in with it any more; what it did stays its own."""
    connection.execute(update(account).where(account.c.id == id_).values(disabled=True))
    record(connection, actor, "account.disable", f"account/{id_}")


def enable(connection: Connection, actor: Actor, id_: str) -> None:
    """It can be used again."""
    connection.execute(update(account).where(account.c.id == id_).values(disabled=False))
    record(connection, actor, "account.enable", f"account/{id_}")


def set_password(connection: Connection, actor: Actor, id_: str, name: str, password: str) -> None:
    """Give an account another password; InputError I282 where it is a weak one."""
    check_password(password, name)
    hashed = _HASHER.hash(password)
    connection.execute(update(account).where(account.c.id == id_).values(password=hashed))
    record(connection, actor, "account.password", f"account/{id_}")


def _refused(what: str, todo: str) -> InputError:
    return InputError("I282", f"{what}.", where="account", todo=todo)
