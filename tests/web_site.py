"""A whole service for a test: a store with an account for each role, and browsers that are signed in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from fastapi import FastAPI
from sqlalchemy import Engine
from starlette.testclient import TestClient

from veinway.web.app import application
from veinway.web.clock import now
from veinway.web.guard import cookie_name
from veinway.web.settings import Settings
from veinway.web.store.accounts import ROLES, add_account, one_by_name
from veinway.web.store.audit import Actor
from veinway.web.store.database import open_store, reading, writing
from veinway.web.store.patients import Named, add_patient, open_episode, receive, say
from veinway.web.store.sessions import sign_in

PASSWORD = "three green horses"
CORA = Named("943", "Marsh", "Cora", "1958-02-11")
FROM_US = {"sec-fetch-site": "same-origin"}


@cache
def _begun() -> Path:
    """A store with one account for each role; its name is the role. Made once: hashing is slow."""
    file = Path(mkdtemp(prefix="veinway-tests-")) / "store.db"
    store = open_store(f"sqlite:///{file}")
    with writing(store) as connection:
        for role in ROLES:
            add_account(connection, Actor("", now()), role, role, password=PASSWORD)
        connection.exec_driver_sql("SELECT 1")
    with store.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.dispose()
    return file


@dataclass
class Site:
    """A service in this process."""

    app: FastAPI
    clients: list[TestClient] = field(default_factory=list)

    def browser(self, role: str = "") -> TestClient:
        """A browser, signed in as the account of a role; for "" as nobody."""
        secure = self.app.state.settings.secure
        base = "https://testserver" if secure else "http://testserver"
        client = TestClient(self.app, base_url=base, headers=FROM_US, follow_redirects=False)
        if role:
            with writing(self.app.state.store) as connection:
                account = one_by_name(connection, role)
                assert account is not None
                secret = sign_in(connection, Actor(account["id"], now()))
            client.cookies.set(cookie_name(secure=secure), secret)
        return client

    def token(self, client: TestClient) -> str:
        """What a form of this session must bring back."""
        found = re.search(r'name="form_token" value="([^"]+)"', client.get("/").text)
        assert found is not None
        return found[1]

    def post(self, client: TestClient, address: str, **form: Any) -> Any:
        """Send a form as a page of this session would."""
        return client.post(address, data={"form_token": self.token(client), **form})

    def case(self, answers: dict[str, Any], named: Named = CORA, **more: Any) -> str:
        """A case of its own, see `new_case`."""
        return new_case(self.app.state.store, answers, named, **more)

    def account(self, name: str) -> Any:
        """An account of the store."""
        with reading(self.app.state.store) as connection:
            return one_by_name(connection, name)


def made(folder: Path, **settings: Any) -> Site:
    """A new service with its own store."""
    file = folder / "store.db"
    shutil.copyfile(_begun(), file)
    return Site(application(Settings(store=f"sqlite:///{file}", **settings)))


def new_case(
    store: Engine,
    answers: dict[str, Any],
    named: Named = CORA,
    *,
    at: str = "",
    resources: Sequence[dict[str, Any]] = (),
) -> str:
    """What a clinician opened and answered, at an instant or now; `KEY@left` is about a limb."""
    with writing(store) as connection:
        account = one_by_name(connection, "clinician")
        assert account is not None
        actor = Actor(account["id"], at or now())
        person = add_patient(connection, actor, named)
        receive(connection, actor, person, list(resources), "a test")
        episode = open_episode(connection, actor, person, actor.at)
        for key, said in answers.items():
            fact, _, side = key.partition("@")
            say(connection, actor, episode, fact, said, side=side)
    return episode


def ago(days: float = 0, **length: float) -> str:
    """The instant so long ago."""
    return (datetime.fromisoformat(now()) - timedelta(days=days, **length)).isoformat(timespec="seconds")


def day_ago(days: int) -> str:
    """The day so many days ago."""
    return ago(days)[:10]


def words_of(page: str) -> str:
    """What is read on a page, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())
