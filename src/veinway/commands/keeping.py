"""`veinway import`, `veinway backup`, `veinway restore` and `veinway audit`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from veinway.commands.inputs import load_profile
from veinway.commands.output import FINE, SOME_UNUSABLE, shipped_knowledge
from veinway.commands.serve import need_the_web_extra

if TYPE_CHECKING:
    from sqlalchemy import Engine


def backup(store: str, to: str) -> int:
    """Write the store to a file."""
    need_the_web_extra()
    from veinway.web.store.database import open_store
    from veinway.web.store.keeping import back_up

    opened = open_store(store)
    last = back_up(opened, Path(to))
    _note(opened, "store.backup")
    print(f"Written: {to}\n{_said(last)}")
    return FINE


def restore(store: str, source: str) -> int:
    """Fill a new store from a file."""
    need_the_web_extra()
    from veinway.web.store.database import open_store
    from veinway.web.store.keeping import restore

    opened = open_store(store)
    last = restore(opened, Path(source))
    _note(opened, "store.restore")
    print(f"Restored from: {source}\n{_said(last)}")
    return FINE


def import_(store: str, source: str, profile: str | None) -> int:
    """Keep records of files, on behalf of an account that nobody can sign in with."""
    need_the_web_extra()
    from veinway.web.clock import now
    from veinway.web.service.arriving import arrive
    from veinway.web.store.accounts import program_account
    from veinway.web.store.audit import Actor
    from veinway.web.store.database import open_store, writing

    site = load_profile(profile, shipped_knowledge())
    opened, at = open_store(store), now()
    with writing(opened) as connection:
        actor = Actor(program_account(connection, at, "import"), at)
    arrived = arrive(opened, actor, site, Path(source))
    print(f"{arrived.new} new patients, {arrived.known} who were there; {arrived.resources} resources.")
    for each in arrived.unusable:
        print(f"Left out: {each}", file=sys.stderr)
    return SOME_UNUSABLE if arrived.unusable else FINE


def verify(store: str, head: str) -> int:
    """Check the audit's chain, and that a hash that was noted earlier is still part of it."""
    need_the_web_extra()
    from veinway.web.store import audit
    from veinway.web.store.database import open_store, reading

    with reading(open_store(store)) as connection:
        found = list(audit.broken(connection))
        if head and not audit.has(connection, head):
            found.append(f"No row has the hash {head}: the audit was rewritten or cut.")
        number, last = audit.head(connection)
    for each in found:
        print(each)
    if not found:
        print(f"The audit holds: {number} rows. Keep its last hash somewhere else:\n{last}")
    return SOME_UNUSABLE if found else FINE


def _note(store: Engine, what: str) -> None:
    from veinway.web.clock import now
    from veinway.web.store import audit
    from veinway.web.store.database import writing

    with writing(store) as connection:
        audit.record(connection, audit.Actor("", now()), what)


def _said(last: dict[str, Any]) -> str:
    rows = ", ".join(f"{number} {table}" for table, number in sorted(last["rows"].items()))
    return f"Rows: {rows or 'none'}.\nLast hash of the audit: {last['head']}"
