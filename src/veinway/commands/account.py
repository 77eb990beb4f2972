"""`veinway account`: who may sign in."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TYPE_CHECKING

from veinway.commands.output import FINE, write_document
from veinway.commands.serve import need_the_web_extra
from veinway.language.errors import InputError

if TYPE_CHECKING:
    from sqlalchemy import Engine, RowMapping

    from veinway.web.store.audit import Actor


def add(store: str, name: str, role: str, shown_as: str) -> int:
    """Add an account; its password is printed only where it was made here."""
    opened, actor = _opened(store)
    from veinway.web.store.accounts import add_account
    from veinway.web.store.database import writing

    password, made = _password(name)
    with writing(opened) as connection:
        add_account(connection, actor, name, role, password=password, shown_as=shown_as)
    print(f"{name} can sign in as {role}." + (f" Password: {password}" if made else ""))
    return FINE


def show(store: str, *, as_json: bool) -> int:
    """List the accounts."""
    opened, _ = _opened(store)
    from veinway.web.store.accounts import accounts
    from veinway.web.store.database import reading

    with reading(opened) as connection:
        found = [
            {
                "name": row["name"],
                "role": row["role"],
                "signs_in": "through the provider" if row["subject"] else "with a password",
                "disabled": row["disabled"],
            }
            for row in accounts(connection)
        ]
    if as_json:
        write_document(found)
        return FINE
    for row in found:
        print(
            f"{row['name']:<24} {row['role']:<14} {'disabled' if row['disabled'] else row['signs_in']}"
        )
    if not found:
        print("Nobody has an account yet. Add one: veinway account add NAME --role administrator")
    return FINE


def disable(store: str, name: str) -> int:
    """Disable an account and end its sessions."""
    opened, actor = _opened(store)
    from veinway.web.store.accounts import disable
    from veinway.web.store.database import writing
    from veinway.web.store.sessions import sign_out_everywhere

    id_ = str(_found(opened, name)["id"])
    with writing(opened) as connection:
        disable(connection, actor, id_)
        sign_out_everywhere(connection, actor, id_)
    print(f"{name} can no longer sign in.")
    return FINE


def password(store: str, name: str) -> int:
    """Give an account another password and end its sessions."""
    opened, actor = _opened(store)
    from veinway.web.store.accounts import set_password
    from veinway.web.store.database import writing
    from veinway.web.store.second_factor import in_use, switch_off
    from veinway.web.store.sessions import sign_out_everywhere

    account = _found(opened, name)
    if account["subject"]:
        raise InputError(
            "I289",
            "This account signs in through the provider and has no password here.",
            where=name,
            todo="Change it there.",
        )
    new, made = _password(name)
    with writing(opened) as connection:
        set_password(connection, actor, account["id"], account["name"], new)
        had = in_use(connection, account["id"])
        if had:
            switch_off(connection, actor, account["id"])
        sign_out_everywhere(connection, actor, account["id"])
    print(f"{name} has another password." + (f" Password: {new}" if made else ""))
    if had:
        print("Its second factor is off: it was set up for a device that may be lost. Set it up again.")
    return FINE


def _opened(store: str) -> tuple[Engine, Actor]:
    need_the_web_extra()
    from veinway.web.clock import now
    from veinway.web.store.audit import Actor
    from veinway.web.store.database import open_store

    return open_store(store), Actor("", now())


def _found(store: Engine, name: str) -> RowMapping:
    from veinway.web.store.accounts import one_by_name
    from veinway.web.store.database import reading

    with reading(store) as connection:
        found = one_by_name(connection, name)
    if found is None:
        raise InputError(
            "I290", "There is no such account.", where=name, todo="See veinway account list."
        )
    return found


def _password(name: str) -> tuple[str, bool]:
    """A password, and whether it was made here."""
    from veinway.web.store.accounts import check_password, made_password

    if not sys.stdin.isatty():
        return made_password(), True
    given = getpass("Password (12 characters or more; leave it empty and one is made): ")
    if not given:
        return made_password(), True
    check_password(given, name)
    if getpass("Once more: ") != given:
        raise InputError("I291", "The two passwords are not the same.", todo="Try again.")
    return given, False
