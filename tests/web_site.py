"""A whole service for a test: a store with an account for each role, and browsers that are signed in."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from veinway.web.app import application
from veinway.web.clock import now
from veinway.web.guard import cookie_name
from veinway.web.settings import Settings
from veinway.web.store.accounts import ROLES, add_account, one_by_name
from veinway.web.store.audit import Actor
from veinway.web.store.database import open_store, reading, writing
from veinway.web.store.sessions import sign_in

PASSWORD = "three green horses"
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

    def account(self, name: str) -> Any:
        """An account of the store."""
        with reading(self.app.state.store) as connection:
            return one_by_name(connection, name)


def made(folder: Path, **settings: Any) -> Site:
    """A new service with its own store."""
    file = folder / "store.db"
    shutil.copyfile(_begun(), file)
    return Site(application(Settings(store=f"sqlite:///{file}", **settings)))
