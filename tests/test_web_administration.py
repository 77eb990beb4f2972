"""For administrators: accounts on the page and on the command line, the audit, and the export."""

from __future__ import annotations

import re
from pathlib import Path

import orjson
import pytest

from command_line import Run
from veinway.web.clock import now
from veinway.web.store import audit
from veinway.web.store.accounts import verified
from veinway.web.store.audit import Actor
from veinway.web.store.database import reading, writing
from web_site import PASSWORD, Site


def _newest(site: Site, number: int = 1) -> list[str]:
    with reading(site.app.state.store) as connection:
        return [row["what"] for row in audit.entries(connection, newest=number)]


def _told(page: str) -> str:
    found = re.search(r"shown only now: <strong[^>]*>([^<]+)<", page)
    assert found is not None
    return found[1]


def _can_sign_in(site: Site, name: str, password: str) -> bool:
    with reading(site.app.state.store) as connection:
        return verified(connection, name, password) is not None


# Accounts on the page -----------------------------------------------------------------------------


def test_a_new_account_can_sign_in_with_the_password_that_is_shown_once(site: Site) -> None:
    client = site.browser("administrator")
    page = site.post(client, "/administration/accounts", name="grace", role="clinic").text
    assert "grace can sign in as clinic" in page
    assert _can_sign_in(site, "grace", _told(page))
    assert "shown only now" not in client.get("/administration/accounts").text
    assert _newest(site) == ["account.add"]


@pytest.mark.parametrize(
    ("name", "role", "why"),
    [
        ("", "clinic", "empty or taken"),
        ("CLINICIAN", "clinic", "empty or taken"),
        ("grace", "surgeon", "not a role"),
        ("grace", "", "Choose a role"),
    ],
)
def test_an_account_that_cannot_be_made_says_why(site: Site, name: str, role: str, why: str) -> None:
    client = site.browser("administrator")
    answer = site.post(client, "/administration/accounts", name=name, role=role)
    assert answer.status_code == 422
    assert why in answer.text
    assert "<title>Error:" in answer.text


def test_a_hostile_name_is_shown_as_it_is_and_does_nothing(site: Site) -> None:
    client = site.browser("administrator")
    hostile = "<script>alert(1)</script>'\"; DROP TABLE account;--"
    page = site.post(client, "/administration/accounts", name=hostile, role="clinic").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert site.account(hostile) is not None


def test_a_disabled_account_is_signed_out_and_can_be_enabled_again(site: Site) -> None:
    client, id_ = site.browser("administrator"), site.account("clinic")["id"]
    clinic = site.browser("clinic")
    page = site.post(client, f"/administration/accounts/{id_}", act="disable").text
    assert "clinic can no longer sign in" in page
    assert "Sign out" not in clinic.get("/").text
    assert not _can_sign_in(site, "clinic", PASSWORD)
    site.post(client, f"/administration/accounts/{id_}", act="enable")
    assert _can_sign_in(site, "clinic", PASSWORD)


def test_a_new_password_replaces_the_old_one_and_ends_sessions(site: Site) -> None:
    client, id_ = site.browser("administrator"), site.account("clinic")["id"]
    clinic = site.browser("clinic")
    page = site.post(client, f"/administration/accounts/{id_}", act="password").text
    assert _can_sign_in(site, "clinic", _told(page))
    assert not _can_sign_in(site, "clinic", PASSWORD)
    assert "Sign out" not in clinic.get("/").text


def test_sessions_can_be_ended_without_changing_the_password(site: Site) -> None:
    client, id_ = site.browser("administrator"), site.account("clinic")["id"]
    clinic = site.browser("clinic")
    site.post(client, f"/administration/accounts/{id_}", act="end")
    assert "Sign out" not in clinic.get("/").text
    assert _can_sign_in(site, "clinic", PASSWORD)
    assert _newest(site) == ["session.end_all"]


def test_nobody_disables_themselves_by_mistake(site: Site) -> None:
    client, id_ = site.browser("administrator"), site.account("administrator")["id"]
    answer = site.post(client, f"/administration/accounts/{id_}", act="disable")
    assert answer.status_code == 422
    assert _can_sign_in(site, "administrator", PASSWORD)


@pytest.mark.parametrize(("id_", "act"), [("none", "disable"), ("", "explode")])
def test_what_cannot_be_done_to_an_account_is_no_page(site: Site, id_: str, act: str) -> None:
    id_ = id_ or site.account("clinic")["id"]
    client = site.browser("administrator")
    assert site.post(client, f"/administration/accounts/{id_}", act=act).status_code == 404


# The audit and the export -------------------------------------------------------------------------


def test_the_audit_shows_the_newest_first_and_goes_back_page_by_page(site: Site) -> None:
    with writing(site.app.state.store) as connection:
        for number in range(150):
            audit.record(connection, Actor("", now()), f"test.{number}")
    client = site.browser("administrator")
    page = client.get("/administration/audit").text
    assert "test.149" in page
    assert "test.10<" not in page
    earlier = re.search(r'href="(/administration/audit\?before=\d+)"', page)
    assert earlier is not None
    assert "test.10<" in client.get(earlier[1]).text
    assert client.get("/administration/audit?before=x").status_code == 200


def test_the_chain_is_verified_on_demand_and_tampering_is_named(site: Site) -> None:
    client = site.browser("administrator")
    assert "The chain holds" in site.post(client, "/administration/audit").text
    with writing(site.app.state.store) as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_refuses_update")
        connection.exec_driver_sql("UPDATE audit SET what = 'x' WHERE number = 2")
    page = site.post(client, "/administration/audit").text
    assert "The chain does not hold" in page
    assert "Row 2 was changed after it was written" in page


def test_an_export_is_one_file_and_is_noted(site: Site) -> None:
    client = site.browser("administrator")
    answer = site.post(client, "/administration/export")
    assert answer.headers["content-disposition"].startswith('attachment; filename="veinway-20')
    assert answer.headers["cache-control"] == "no-store"
    lines = [orjson.loads(line) for line in answer.text.splitlines()]
    assert {line["table"] for line in lines} == {"", "account", "audit"}
    assert _newest(site) == ["store.export"]


def test_the_first_page_tells_the_state_of_the_store(site: Site) -> None:
    page = site.browser("administrator").get("/administration").text
    for fact in ("SQLite", "Schema", "Accounts", "Patients"):
        assert fact in page


# Accounts on the command line ---------------------------------------------------------------------


def test_accounts_on_the_command_line(run: Run, tmp_path: Path) -> None:
    store = ("--store", f"sqlite:///{tmp_path}/store.db")
    assert "Nobody has an account yet" in run("account", "list", *store).out
    added = run("account", "add", "grace", "--role", "administrator", *store)
    assert added.status == 0
    assert re.search(
        r"grace can sign in as administrator\. Password: (\w{5}-){3}\w{5}$", added.out.strip()
    )
    assert "grace" in run("account", "list", *store).out
    assert "Password: " in run("account", "password", "grace", *store).out
    assert run("account", "disable", "grace", *store).status == 0
    (listed,) = orjson.loads(run("account", "list", "--json", *store).out)
    assert listed == {
        "name": "grace",
        "role": "administrator",
        "signs_in": "with a password",
        "disabled": True,
    }


def test_an_account_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    done = run("account", "disable", "nobody", "--store", f"sqlite:///{tmp_path}/store.db")
    assert (done.status, "There is no such account" in done.err) == (2, True)


def test_a_role_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path}/store.db"
    done = run("account", "add", "grace", "--role", "surgeon", "--store", store)
    assert (done.status, "The roles are: clinician" in done.err) == (2, True)
