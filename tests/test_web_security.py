"""What keeps the service safe: rights, forms from elsewhere, limits, headers, cookies, a silent log."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import text
from starlette.routing import Route

from veinway.web import rendering
from veinway.web.app import PAGES
from veinway.web.headers import HEADERS
from veinway.web.routing import page_at
from veinway.web.store import accounts
from veinway.web.store.accounts import ROLES, May, may
from veinway.web.store.database import reading, writing
from veinway.web.store.patients import Named, add_patient
from web_site import PASSWORD, Site, made

ROUTES = [route for module in PAGES for route in module.ROUTES]
GUARDED = [route for route in ROUTES if route.endpoint.needs is not None]
TEMPLATES = sorted(Path(rendering.__file__).parent.glob("templates/**/*.html"))
CANARY = "CANARY-943-476-5919"


def _called(route: Route) -> str:
    return f"{min(route.methods or ['GET'])} {route.path}"


def _asked(site: Site, route: Route, role: str) -> int:
    client = site.browser(role)
    address = re.sub(r"\{[^}]*\}", "x", route.path)
    if "GET" in (route.methods or ()):
        return int(client.get(address).status_code)
    form = {"form_token": site.token(client)} if role else {}
    return int(client.post(address, data=form).status_code)


# Rights -----------------------------------------------------------------------------------------


def test_every_page_says_who_may_see_it(site: Site) -> None:
    paths = {route.path for route in site.app.routes if isinstance(route, Route)}
    assert paths == {route.path for route in ROUTES}
    assert all(hasattr(route.endpoint, "needs") for route in ROUTES)


@pytest.mark.parametrize("route", GUARDED, ids=_called)
def test_a_page_with_a_right_refuses_whoever_lacks_it(site: Site, route: Route) -> None:
    assert _asked(site, route, "") == 303
    for role in ROLES:
        refused = _asked(site, route, role) == 403
        assert refused is not may(role, route.endpoint.needs), role


def test_what_is_open_to_everybody_is_listed_here() -> None:
    everybody = {route.path for route in ROUTES if route.endpoint.needs is None}
    beginnings = ("/sign-in", "/sign-out", "/health/", "/triage", "/numbers/")
    public = {"/", "/leaflet", "/travel", "/hormones"}
    assert {path for path in everybody if not path.startswith(beginnings)} == public


@pytest.mark.parametrize("role", ROLES)
def test_everybody_lands_where_they_may_be_and_every_entry_of_the_menu_works(
    site: Site, role: str
) -> None:
    client = site.browser()
    answer = client.post("/sign-in", data={"name": role, "password": PASSWORD})
    assert answer.status_code == 303
    addresses = [
        answer.headers["location"],
        *re.findall(r'<li><a href="(/[^"]*)"', client.get("/").text),
    ]
    known = {route.path for route in ROUTES}
    found = {address: client.get(address).status_code for address in addresses if address in known}
    assert set(found.values()) == {200}


# Forms from elsewhere -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "fine"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "", "origin": "http://testserver"}, False),
        ({"origin": "http://testserver"}, True),
        ({"origin": "http://elsewhere.example"}, False),
        ({"origin": "null"}, False),
        ({}, False),
    ],
)
def test_a_form_must_come_from_a_page_of_this_site(
    site: Site, headers: dict[str, str], fine: bool
) -> None:
    client = site.browser("clinician")
    token = site.token(client)
    del client.headers["sec-fetch-site"]
    answer = client.post("/sign-out", data={"form_token": token}, headers=headers)
    assert (answer.status_code == 303) is fine


@pytest.mark.parametrize("token", ["", "x", None])
def test_a_form_without_the_token_of_its_session_is_refused(site: Site, token: str | None) -> None:
    client = site.browser("administrator")
    form = {"name": "eve", "role": "administrator"} | ({} if token is None else {"form_token": token})
    assert client.post("/administration/accounts", data=form).status_code == 403
    assert site.account("eve") is None


def test_the_token_of_another_session_is_refused(site: Site) -> None:
    other = site.token(site.browser("administrator"))
    client = site.browser("administrator")
    form = {"form_token": other, "name": "eve", "role": "administrator"}
    assert client.post("/administration/accounts", data=form).status_code == 403


# Limits -----------------------------------------------------------------------------------------


def test_the_eleventh_attempt_to_sign_in_within_a_minute_waits(site: Site) -> None:
    client = site.browser()
    codes = [
        client.post("/sign-in", data={"name": "nobody", "password": "wrong"}).status_code
        for _ in range(11)
    ]
    assert codes == [401] * 10 + [429]


def test_whoever_waits_is_told_so_in_words(site: Site) -> None:
    client = site.browser()
    answers = [client.get("/health/live") for _ in range(3001)]
    assert answers[2999].status_code == 200
    assert answers[-1].status_code == 429
    assert "wait a minute" in answers[-1].text
    assert "Traceback" not in answers[-1].text


def test_what_is_too_large_is_refused_before_it_is_read(site: Site) -> None:
    answer = site.browser().post("/sign-in", data={"name": "x" * 30_000, "password": "y"})
    assert answer.status_code == 413
    assert "too large" in answer.text


def test_what_hides_its_size_is_cut_off_where_it_is_too_large(site: Site) -> None:
    def endless() -> object:
        for _ in range(30):
            yield b"name=" + b"x" * 1000 + b"&"

    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = site.browser().post("/sign-in", content=endless(), headers=headers)  # type: ignore[arg-type]
    assert answer.status_code == 413


def test_a_form_with_too_many_parts_is_refused(site: Site) -> None:
    form = "&".join(f"a{number}=" for number in range(2_500))
    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = site.browser().post("/sign-in", content=form, headers=headers)
    assert answer.status_code in (400, 413)


# Headers and cookies ------------------------------------------------------------------------------

ANSWERS = ["/", "/sign-in", "/none", "/clinic", "/static/veinway.css", "/static/none", "/broken"]


@pytest.mark.parametrize("address", ANSWERS)
def test_every_answer_carries_the_headers_errors_and_files_included(site: Site, address: str) -> None:
    async def broken(request: object) -> None:
        raise RuntimeError(CANARY)

    site.app.router.routes.insert(0, page_at("/broken", broken, needs=None))  # type: ignore[arg-type]
    answer = site.browser().get(address)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "x-request-id" in answer.headers
    kept = "no-store" if not address.startswith("/static/v") else "public"
    assert kept in answer.headers["cache-control"]
    assert CANARY not in answer.text


def test_the_policy_lets_nothing_inline_and_nothing_from_elsewhere_run() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.startswith("default-src 'none'")


def test_over_https_the_cookie_is_bound_to_the_host_and_https_is_remembered(tmp_path: Path) -> None:
    site = made(tmp_path, secure=True)
    client = site.browser()
    answer = client.post("/sign-in", data={"name": "clinician", "password": PASSWORD})
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-veinway=")
    for flag in ("HttpOnly", "Secure", "SameSite=lax", "Path=/"):
        assert flag in cookie
    assert "Domain" not in cookie
    assert "max-age=31536000" in answer.headers["strict-transport-security"]


def test_without_https_the_cookie_is_still_kept_from_scripts(site: Site) -> None:
    answer = site.browser().post("/sign-in", data={"name": "clinician", "password": PASSWORD})
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=lax" in answer.headers["set-cookie"]
    assert "strict-transport-security" not in answer.headers


INLINE = re.compile(r"\sstyle\s*=|\son[a-z]+\s*=|<style|javascript:|hx-on|<script(?![^>]*\ssrc=)", re.I)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.stem)
def test_no_template_has_anything_inline(file: Path) -> None:
    assert INLINE.findall(file.read_text("utf-8")) == []


def test_no_page_that_is_shown_has_anything_inline(site: Site) -> None:
    for role in ("", *ROLES):
        client = site.browser(role)
        for route in ROUTES:
            if "GET" in (route.methods or ()) and "{" not in route.path:
                page = client.get(route.path).text
                assert INLINE.findall(page) == [], route.path
                assert re.findall(r'(?:src|href|action)="(?:https?:)?//', page) == [], route.path


def test_what_a_page_loads_is_sent_packed_and_the_page_itself_is_not(site: Site) -> None:
    client = site.browser()
    css = client.get("/static/veinway.css")
    assert css.headers["content-encoding"] == "gzip"
    plain = client.get("/static/veinway.css", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == css.content
    assert "content-encoding" not in client.get("/").headers
    loaded = [css, *(client.get(f"/static/{name}") for name in ("htmx.js", "nhsuk-frontend.js"))]
    sent = sum(int(answer.headers["content-length"]) for answer in loaded)
    assert sent + len(client.get("/").content) < 100_000


# Sessions ---------------------------------------------------------------------------------------


def test_signing_in_gives_a_new_secret_and_ends_the_session_that_was_there(site: Site) -> None:
    client = site.browser("clinician")
    planted = client.cookies["veinway"]
    assert site.post(client, "/sign-in", name="clinic", password=PASSWORD).status_code == 303
    stolen = site.browser()
    stolen.cookies.set("veinway", planted)
    assert "Sign out" not in stolen.get("/").text


def test_a_secret_that_somebody_made_up_is_never_taken_over(site: Site) -> None:
    client = site.browser()
    client.cookies.set("veinway", "chosen-by-somebody-else")
    answer = client.post("/sign-in", data={"name": "clinic", "password": PASSWORD})
    assert "chosen-by-somebody-else" not in answer.headers["set-cookie"]


def test_after_signing_out_the_secret_is_worth_nothing(site: Site) -> None:
    client = site.browser("clinician")
    secret = client.cookies["veinway"]
    site.post(client, "/sign-out")
    again = site.browser()
    again.cookies.set("veinway", secret)
    assert "Sign out" not in again.get("/").text


@pytest.mark.parametrize("name", ["clinician", "nobody", "through-the-provider", "disabled"])
def test_a_wrong_name_takes_as_long_as_a_wrong_password(
    site: Site, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writing(site.app.state.store) as connection:
        actor = accounts.Actor("", "2026-03-04T10:00:00+00:00")
        accounts.add_account(connection, actor, "through-the-provider", "clinic", subject="s")
        id_ = accounts.add_account(connection, actor, "disabled", "clinic", password=PASSWORD)
        accounts.disable(connection, actor, id_)
    checked: list[str] = []

    class Counted:
        def verify(self, stored: str, given: str) -> bool:
            checked.append(stored)
            raise accounts.VerificationError

    monkeypatch.setattr(accounts, "_HASHER", Counted())
    answer = site.browser().post("/sign-in", data={"name": name, "password": "a wrong password"})
    assert answer.status_code == 401
    assert "The name or the password is wrong" in answer.text
    assert len(checked) == 1


@pytest.mark.parametrize(
    "back", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere", "x"]
)
def test_signing_in_leads_nowhere_else(site: Site, back: str) -> None:
    form = {"name": "administrator", "password": PASSWORD, "back": back}
    answer = site.browser().post("/sign-in", data=form)
    assert answer.headers["location"] == "/administration"


def test_whoever_was_sent_to_sign_in_comes_back_to_the_page(site: Site) -> None:
    client = site.browser()
    sent = client.get("/administration/audit").headers["location"]
    assert sent == "/sign-in?back=%2Fadministration%2Faudit"
    assert "Half an hour without use" in client.get(sent).text
    form = {"name": "administrator", "password": PASSWORD, "back": "/administration/audit"}
    assert client.post("/sign-in", data=form).headers["location"] == "/administration/audit"


# Faults and the log -------------------------------------------------------------------------------


def test_the_log_tells_of_requests_and_faults_and_of_nobody(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    import orjson

    async def broken(request: object) -> None:
        raise ValueError(f"patient {CANARY} cannot be read")

    async def refused(request: object) -> None:
        with writing(site.app.state.store) as connection:
            connection.execute(text("INSERT INTO patient (id) VALUES (:id)"), {"id": CANARY})

    site.app.router.routes.insert(0, page_at("/patients/{id}", broken, needs=None))  # type: ignore[arg-type]
    site.app.router.routes.insert(0, page_at("/refused/{id}", refused, needs=None))  # type: ignore[arg-type]
    client = site.browser("clinician")
    assert client.get(f"/patients/{CANARY}?name={CANARY}").status_code == 500
    assert client.get(f"/refused/{CANARY}").status_code == 503
    client.get(f"/none/{CANARY}")
    client.post("/sign-in", data={"name": CANARY, "password": CANARY})
    with writing(site.app.state.store) as connection:
        actor = accounts.Actor(str(site.account("clinician")["id"]), "2026-03-04T10:00:00+00:00")
        add_patient(connection, actor, Named(CANARY, CANARY, CANARY, "1961-05-03"))
    client.get("/clinic", params={"words": CANARY})
    written = capsys.readouterr()
    lines = [orjson.loads(line) for line in written.err.splitlines()]
    assert CANARY not in written.err + written.out
    assert {line["event"] for line in lines} == {"request", "fault"}
    assert {line["request"] for line in lines if line["event"] == "fault"} <= {
        line["request"] for line in lines if line["event"] == "request"
    }
    assert "/patients/{id}" in {line["route"] for line in lines}


def test_a_fault_is_told_in_words_with_the_id_under_which_the_log_has_it(site: Site) -> None:
    async def broken(request: object) -> None:
        raise RuntimeError("secret")

    site.app.router.routes.insert(0, page_at("/broken", broken, needs=None))  # type: ignore[arg-type]
    answer = site.browser().get("/broken")
    assert answer.status_code == 500
    assert answer.headers["x-request-id"] in answer.text
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_a_store_that_is_locked_or_gone_is_told_in_words(site: Site, tmp_path: Path) -> None:
    client = site.browser("clinician")
    with writing(site.app.state.store) as connection:
        connection.exec_driver_sql("ALTER TABLE session RENAME TO gone")
    answer = client.get("/")
    assert answer.status_code == 503
    assert "does not answer" in answer.text
    assert "call your emergency number" in answer.text


def test_refused_attempts_to_sign_in_are_in_the_audit(site: Site) -> None:
    from veinway.web.store.audit import entries

    site.browser().post("/sign-in", data={"name": "mallory", "password": "x"})
    with reading(site.app.state.store) as connection:
        newest = entries(connection, newest=1)[0]
    assert (newest["what"], newest["who"]) == ("session.refused", None)


def test_whoever_reads_of_a_patient_is_noted_whatever_the_page_does(site: Site) -> None:
    from starlette.responses import PlainTextResponse

    from veinway.web.store.audit import entries

    async def shown(request: object) -> PlainTextResponse:
        return PlainTextResponse("a record")

    pages = {
        "/of/{patient}": ("patient.view", "patient/x"),
        "/of/{episode}/letter": ("patient.view", "episode/x"),
        "/all": ("patients.list", ""),
    }
    for path, expected in pages.items():
        site.app.router.routes.insert(0, page_at(path, shown, needs=May.SEE_PATIENTS))
        client = site.browser("clinician")
        address = re.sub(r"\{[^}]*\}", "x", path)
        assert client.get(address).status_code == 200
        with reading(site.app.state.store) as connection:
            newest = entries(connection, newest=1)[0]
        assert (newest["what"], newest["about"]) == expected
        assert newest["shown_as"] == "clinician"


def test_every_page_about_a_patient_names_whom_it_is_about_in_its_address() -> None:
    from veinway.web.routing import ABOUT

    with_parts = [route.path for route in GUARDED if "{" in route.path]
    about = re.compile("|".join(f"{{{name}}}" for name in ABOUT))
    assert [path for path in with_parts if not about.search(path)] == ["/administration/accounts/{id}"]


def test_a_role_has_no_right_that_is_not_listed() -> None:
    held = {right for rights in ROLES.values() for right in rights}
    assert held == set(May)
