"""A second factor for local accounts: set up, asked for, used once, required where a site wants it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import orjson
import pyotp
import pytest
from starlette.testclient import TestClient

from command_line import Run
from veinway.commands.sign_in import second_factor_of
from veinway.language.errors import InputError
from veinway.web.clock import now
from veinway.web.guard import Limits, cookie_name
from veinway.web.service.export import export_lines
from veinway.web.store import second_factor
from veinway.web.store.audit import Actor, entries
from veinway.web.store.database import reading, writing
from web_site import PASSWORD, Site, made


class _NoLimits(Limits):
    def allow(self, client: str, path: str, *, posted: bool) -> bool:
        return True

    def allow_code(self, account: str) -> bool:
        return True


@pytest.fixture
def site(tmp_path: Path) -> Site:
    found = made(tmp_path)
    found.app.state.limits = _NoLimits()
    return found


def _secret(page: str) -> str:
    found = re.search(r"<strong class=\"vw-long\">([A-Z2-7]{32})</strong>", page)
    assert found is not None
    return found[1]


def _code(secret: str, steps: int = 0) -> str:
    """The code of now, or of so many half minutes later."""
    when = datetime.fromisoformat(now()) + timedelta(seconds=30 * steps)
    return pyotp.TOTP(secret).at(when)


def _set_up(site: Site, role: str = "clinician") -> tuple[str, list[str]]:
    """The secret and the recovery codes of an account that has a second factor now."""
    browser = site.browser(role)
    secret = _secret(site.post(browser, "/account", act="begin").text)
    page = site.post(browser, "/account", act="confirm", code=_code(secret, -1)).text
    return secret, re.findall(r"<code>([a-z2-9-]{17})</code>", page)


def _half_way(site: Site, role: str = "clinician") -> TestClient:
    """A browser whose password was right."""
    browser = site.browser()
    answer = browser.post("/sign-in", data={"name": role, "password": PASSWORD, "back": "/worklist"})
    assert answer.headers["location"].startswith("/sign-in/code")
    assert cookie_name(secure=False) not in browser.cookies
    return browser


def _enter(browser: TestClient, code: str) -> int:
    answer = browser.post("/sign-in/code", data={"code": code, "back": "/worklist"})
    if answer.status_code == 303:
        assert answer.headers["location"] == "/worklist"
        assert cookie_name(secure=False) in browser.cookies
    return int(answer.status_code)


def test_the_secret_is_shown_once_and_counts_once_it_is_confirmed(site: Site) -> None:
    browser = site.browser("clinician")
    page = site.post(browser, "/account", act="begin").text
    secret = _secret(page)
    assert "otpauth://totp/Veinway:clinician" in page
    assert "data:image/svg+xml" in page
    assert secret not in browser.get("/account").text
    assert site.post(browser, "/account", act="confirm", code="000000").status_code == 422
    answer = site.browser().post("/sign-in", data={"name": "clinician", "password": PASSWORD})
    assert answer.headers["location"] == "/clinic"
    page = site.post(browser, "/account", act="confirm", code=_code(secret)).text
    assert len(re.findall(r"<code>", page)) == second_factor.RECOVERY_CODES
    assert secret not in page
    assert "<code>" not in browser.get("/account").text


def test_password_and_code_together_begin_a_session(site: Site) -> None:
    secret, _ = _set_up(site)
    assert _enter(_half_way(site), _code(secret)) == 303


def test_a_code_counts_once_and_neither_does_an_earlier_one(site: Site) -> None:
    secret, _ = _set_up(site)
    assert _enter(_half_way(site), _code(secret, 1)) == 303
    for steps in (1, 0, -1):
        assert _enter(_half_way(site), _code(secret, steps)) == 401


@pytest.mark.parametrize("code", ["", "000000", "abcdef", "١٢٣٤٥٦", "9" * 500])
def test_a_wrong_code_is_refused_and_noted(site: Site, code: str) -> None:
    _set_up(site)
    browser = _half_way(site)
    assert _enter(browser, code) == 401
    assert browser.get("/worklist").status_code == 303
    with reading(site.app.state.store) as connection:
        newest = entries(connection, newest=1)[0]
    assert (newest["what"], newest["detail"]) == ("session.refused", '{"second_factor":true}')


def test_without_the_password_there_is_no_way_to_the_code(site: Site) -> None:
    secret, _ = _set_up(site)
    browser = site.browser()
    assert browser.get("/sign-in/code").headers["location"] == "/sign-in"
    forged = f"{site.account('clinician')['id']}.99999999999.{'0' * 64}"
    browser.cookies.set("veinway-half", forged)
    answer = browser.post("/sign-in/code", data={"code": _code(secret), "back": ""})
    assert answer.headers["location"] == "/sign-in"


def test_a_recovery_code_signs_in_once(site: Site) -> None:
    _, codes = _set_up(site)
    assert _enter(_half_way(site), codes[3].upper()) == 303
    assert _enter(_half_way(site), codes[3]) == 401
    assert "9 recovery codes left" in site.browser("clinician").get("/account").text


def test_codes_cannot_be_tried_without_end(tmp_path: Path) -> None:
    site = made(tmp_path)
    _set_up(site)
    browser = _half_way(site)
    assert [_enter(browser, "000000") for _ in range(6)].count(429) > 0


def test_it_is_switched_off_only_with_a_code(site: Site) -> None:
    secret, _ = _set_up(site)
    browser = site.browser("clinician")
    assert site.post(browser, "/account", act="begin").status_code == 422
    assert site.post(browser, "/account", act="off", code="000000").status_code == 422
    assert site.post(browser, "/account", act="off", code=_code(secret)).status_code == 200
    answer = site.browser().post("/sign-in", data={"name": "clinician", "password": PASSWORD})
    assert answer.headers["location"] == "/clinic"


def test_where_a_site_requires_it_nothing_else_can_be_done_before_it_is_set_up(tmp_path: Path) -> None:
    site = made(tmp_path, second_factor=frozenset({"administrator"}))
    browser = site.browser("administrator")
    assert browser.get("/administration/accounts").headers["location"] == "/account"
    assert "needs a second factor" in browser.get("/account").text
    part = browser.get("/administration/audit", headers={"hx-request": "true"})
    assert part.headers["hx-redirect"] == "/account"
    _set_up(site, "administrator")
    assert browser.get("/administration/accounts").status_code == 200
    assert site.browser("clinician").get("/clinic").status_code == 200


def test_an_administrator_helps_somebody_whose_device_is_lost(site: Site) -> None:
    _set_up(site)
    id_ = site.account("clinician")["id"]
    helper = site.browser("administrator")
    answer = site.post(helper, f"/administration/accounts/{id_}", act="factor")
    assert "asked for no second factor any more" in answer.text
    answer = site.browser().post("/sign-in", data={"name": "clinician", "password": PASSWORD})
    assert answer.headers["location"] == "/clinic"


def test_on_the_command_line_a_new_password_switches_it_off(site: Site, run: Run) -> None:
    _set_up(site)
    store = site.app.state.store
    done = run("account", "password", "clinician", "--store", str(store.url))
    assert "Its second factor is off" in done.out
    with reading(store) as connection:
        assert not second_factor.in_use(connection, site.account("clinician")["id"])


def test_the_store_holds_no_recovery_code_and_an_export_no_secret(site: Site) -> None:
    secret, codes = _set_up(site)
    store = site.app.state.store
    with reading(store) as connection:
        held = str(connection.exec_driver_sql("SELECT * FROM recovery_code").all())
    assert not any(code in held for code in codes)
    exported = b"".join(export_lines(store, now()))
    assert secret.encode() not in exported
    rows = [orjson.loads(line) for line in exported.splitlines()]
    assert all("code_hash" not in row for row in rows if row["table"] == "recovery_code")


def test_an_account_of_a_provider_has_the_providers(site: Site) -> None:
    store = site.app.state.store
    with writing(store) as connection:
        connection.exec_driver_sql("UPDATE account SET subject = 'x|y' WHERE name = 'clinic'")
    browser = site.browser("clinic")
    assert "which has its own second factor" in browser.get("/account").text
    assert site.post(browser, "/account", act="begin").status_code == 422
    with reading(store) as connection:
        assert not second_factor.in_use(connection, site.account("clinic")["id"])


def test_a_second_factor_that_was_not_begun_accepts_nothing(site: Site) -> None:
    with writing(site.app.state.store) as connection:
        actor = Actor(site.account("clinician")["id"], now())
        assert not second_factor.accepted(connection, actor, "000000")
        with pytest.raises(InputError, match="wrong"):
            second_factor.confirm(connection, actor, "000000")


def test_the_roles_that_need_it_are_told_by_a_variable() -> None:
    name = "VEINWAY_SIGN_IN_SECOND_FACTOR"
    assert second_factor_of({}) == frozenset()
    assert second_factor_of({name: "administrator, analyst"}) == {"administrator", "analyst"}
    with pytest.raises(InputError, match="boss is no role"):
        second_factor_of({name: "boss"})
