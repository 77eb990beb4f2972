"""Signing in through an identity provider: only its good word, for this browser, lets anybody in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import OctKey, RSAKey

import fake_provider
from fake_provider import CLIENT, SECRET
from fake_provider import Provider as Fake
from veinway.commands.sign_in import provider_of
from veinway.language.errors import InputError
from veinway.web.settings import Provider
from veinway.web.store.accounts import disable, one_by_subject
from veinway.web.store.audit import Actor
from veinway.web.store.database import reading, writing
from web_site import Site, made

ROLES = {"vte-administrators": "administrator", "vte-clinicians": "clinician"}


@pytest.fixture
def fake() -> Iterator[Fake]:
    with fake_provider.provider() as knows:
        yield knows


@pytest.fixture
def site(tmp_path: Path, fake: Fake) -> Site:
    return made(
        tmp_path, provider=Provider(fake.issuer, CLIENT, SECRET, "Example Hospital", roles=ROLES)
    )


def _through(site: Site, fake: Fake, **changed: str) -> Any:
    client = site.browser()
    left = client.get("/sign-in/provider")
    assert left.status_code == 303, left.text
    code, state = fake.authorise(left.headers["location"])
    asked = {"code": code, "state": state, **changed}
    answer = client.get("/sign-in/provider/back", params=asked)
    answer.client = client
    return answer


def _account(site: Site, fake: Fake) -> Any:
    with reading(site.app.state.store) as connection:
        return one_by_subject(connection, f"{fake.issuer}|person-1")


def test_the_page_offers_the_provider_beside_local_accounts(site: Site) -> None:
    page = site.browser().get("/sign-in").text
    assert "Sign in through Example Hospital" in page
    assert "With a local account" in page


def test_without_a_provider_there_is_no_such_page(tmp_path: Path) -> None:
    client = made(tmp_path).browser()
    assert client.get("/sign-in/provider").status_code == 404
    assert client.get("/sign-in/provider/back").status_code == 404
    assert "through" not in client.get("/sign-in").text


def test_a_person_for_whom_the_provider_vouches_is_let_in_with_their_role(
    site: Site, fake: Fake
) -> None:
    answer = _through(site, fake)
    assert (answer.status_code, answer.headers["location"]) == (303, "/clinic")
    assert "Dr Grace Example" in answer.client.get("/").text
    assert _account(site, fake)["role"] == "clinician"
    assert fake.asked["code_challenge_method"] == "S256"
    assert fake.asked["scope"].startswith("openid")
    assert SECRET not in str(fake.asked)
    assert fake.asked["redirect_uri"] == "http://testserver/sign-in/provider/back"


def test_the_second_time_it_is_the_same_account_with_the_role_of_today(site: Site, fake: Fake) -> None:
    _through(site, fake)
    first = _account(site, fake)
    fake.claims = {"roles": "vte-administrators", "preferred_username": "renamed"}
    assert _through(site, fake).headers["location"] == "/administration"
    again = _account(site, fake)
    assert (again["id"], again["name"], again["role"]) == (first["id"], "grace", "administrator")


def test_a_name_that_is_taken_by_a_local_account_does_not_become_it(site: Site, fake: Fake) -> None:
    fake.claims = {"roles": ["vte-clinicians"], "preferred_username": "administrator"}
    assert _through(site, fake).status_code == 303
    assert _account(site, fake)["name"].startswith("administrator ")
    assert site.account("administrator")["subject"] is None


def test_an_account_that_is_disabled_here_stays_out(site: Site, fake: Fake) -> None:
    _through(site, fake)
    with writing(site.app.state.store) as connection:
        disable(connection, Actor("", "2026-03-04T10:00:00+00:00"), _account(site, fake)["id"])
    answer = _through(site, fake)
    assert answer.status_code == 403
    assert "disabled here" in answer.text


BAD_CLAIMS: dict[str, dict[str, Any]] = {
    "of another issuer": {"iss": "https://elsewhere.example"},
    "for somebody else": {"aud": "another"},
    "for several and not for us": {"aud": [CLIENT, "another"], "azp": "another"},
    "for several without saying for whom": {"aud": [CLIENT, "another"]},
    "of another sign-in": {"nonce": "another"},
    "without a nonce": {"nonce": None},
    "that ran out": {"exp": 1_600_000_000, "iat": 1_500_000_000},
    "that never ends": {"exp": None},
    "from the future": {"iat": 4_000_000_000, "exp": 4_000_000_300},
    "about nobody": {"sub": None},
    "that gives no role here": {"roles": ["porters"]},
    "that tells roles in no form we know": {"roles": {"vte-clinicians": True}},
    "without roles": {"roles": None},
}


@pytest.mark.parametrize("claims", BAD_CLAIMS.values(), ids=BAD_CLAIMS)
def test_a_token_is_refused(site: Site, fake: Fake, claims: dict[str, Any]) -> None:
    fake.claims = {"roles": ["vte-clinicians"], **claims}
    answer = _through(site, fake)
    assert answer.status_code == 403
    assert "Sign out" not in answer.client.get("/").text
    assert _account(site, fake) is None


def test_a_token_that_somebody_else_signed_is_refused(site: Site, fake: Fake) -> None:
    fake.signs_with = RSAKey.generate_key(2048, {"kid": "1"})  # type: ignore[assignment]
    assert _through(site, fake).status_code == 403


def test_a_token_signed_with_a_shared_secret_is_refused(site: Site, fake: Fake) -> None:
    fake.header = {"alg": "HS256", "kid": "1"}
    fake.signs_with = OctKey.generate_key(256)  # type: ignore[assignment]
    assert _through(site, fake).status_code == 403


@pytest.mark.parametrize("changed", [{"state": "another"}, {"state": ""}, {"code": ""}])
def test_whoever_comes_back_otherwise_than_they_left_is_refused(
    site: Site, fake: Fake, changed: dict[str, str]
) -> None:
    assert _through(site, fake, **changed).status_code == 400


def test_a_code_is_of_no_use_in_another_browser(site: Site, fake: Fake) -> None:
    left = site.browser().get("/sign-in/provider")
    code, state = fake.authorise(left.headers["location"])
    answer = site.browser().get("/sign-in/provider/back", params={"code": code, "state": state})
    assert answer.status_code == 400


def test_a_code_that_the_provider_does_not_know_is_refused(site: Site, fake: Fake) -> None:
    assert _through(site, fake, code="another").status_code == 403


def test_a_provider_that_is_down_is_told_in_words_and_local_accounts_work(
    site: Site, fake: Fake
) -> None:
    fake.fails = True
    answer = site.browser().get("/sign-in/provider")
    assert answer.status_code == 502
    assert "cannot be reached" in answer.text
    assert "With a local account" in answer.text


@pytest.mark.parametrize(
    "published",
    [
        {"issuer": "https://elsewhere.example"},
        {"token_endpoint": "http://elsewhere.example/token"},
        {"jwks_uri": ""},
    ],
)
def test_a_provider_that_says_something_odd_about_itself_is_not_used(
    site: Site, fake: Fake, published: dict[str, str]
) -> None:
    fake.published = published
    assert site.browser().get("/sign-in/provider").status_code == 502


# What a site says about its provider ---------------------------------------------------------------

FILE = """
country = "GB-ENG"
[sign_in]
issuer = "https://login.example.org"
client_id = "veinway"
role_claim = "groups"
[sign_in.roles]
"vte-clinicians" = "clinician"
"""


def test_a_site_names_its_provider_in_its_profile_and_the_secret_in_a_variable(tmp_path: Path) -> None:
    from veinway.care.knowledge import KNOWLEDGE
    from veinway.records.profile import read_profile

    file = tmp_path / "veinway.toml"
    file.write_text(FILE)
    found = provider_of(str(file), {"VEINWAY_SIGN_IN_CLIENT_SECRET": "s"})
    assert found is not None
    assert (found.issuer, found.client_secret, found.role_claim) == (
        "https://login.example.org",
        "s",
        "groups",
    )
    assert found.roles == {"vte-clinicians": "clinician"}
    assert "'s'" not in repr(found)
    without = tmp_path / "without.toml"
    without.write_text('country = "GB-ENG"\n')
    hashes = {read_profile(each, KNOWLEDGE).hash for each in (file, without)}
    assert len(hashes) == 1, "who signs in changes nothing about patients"


def test_variables_alone_are_enough() -> None:
    found = provider_of(
        None,
        {
            "VEINWAY_SIGN_IN_ISSUER": "https://login.example.org",
            "VEINWAY_SIGN_IN_CLIENT_ID": "veinway",
            "VEINWAY_SIGN_IN_ROLES": "a=clinician, b=analyst",
        },
    )
    assert found is not None
    assert found.roles == {"a": "clinician", "b": "analyst"}
    assert provider_of(None, {}) is None


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"ISSUER": "http://login.example.org"}, "not https"),
        ({"CLIENT_ID": ""}, "client_id is missing"),
        ({"ROLES": "a=surgeon"}, "not known"),
        ({"ROLES": ""}, "No role"),
    ],
)
def test_a_provider_that_is_not_described_well_is_refused(changed: dict[str, str], why: str) -> None:
    said = {"ISSUER": "https://x.example", "CLIENT_ID": "veinway", "ROLES": "a=clinician", **changed}
    variables = {f"VEINWAY_SIGN_IN_{key}": value for key, value in said.items()}
    with pytest.raises(InputError, match=why):
        provider_of(None, variables)
