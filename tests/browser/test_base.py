"""The frame of every page: the first page, signing in, administration, and what an error looks like."""

from __future__ import annotations

import pyotp
import pytest
from playwright.sync_api import expect

from browser.conftest import Live, Open, check_page, validator
from left_out import left_out
from veinway.web.app import PAGES as APP_PAGES
from veinway.web.pages import provider
from veinway.web.store.accounts import ROLES, may

NO_PAGES = {
    "/health/live",
    "/health/ready",
    "/administration/export",
    "/numbers/clot-removal.json",
    *(route.path for route in provider.ROUTES),
}


def _every_page() -> list[tuple[str, str]]:
    """Each page whose address has no parts, with the first role that may see it: new ones, too."""
    found = []
    for route in (route for module in APP_PAGES for route in module.ROUTES):
        if "GET" in (route.methods or ()) and "{" not in route.path and route.path not in NO_PAGES:
            needs = route.endpoint.needs  # type: ignore[attr-defined]
            role = next((role for role in ROLES if may(role, needs)), "") if needs else ""
            found.append((route.path, role))
    return found


PAGES = [*_every_page(), ("/sign-in?back=%2Fclinic", ""), ("/", "clinician")]
PROBLEMS = [("/none", "", 404), ("/administration", "clinician", 403), ("/broken", "", 500)]


def test_the_markup_of_pages_is_validated_as_well() -> None:
    if validator() is None:
        left_out("no html-validate: the markup of pages is not validated", "python3 dev.py assets")


@pytest.mark.parametrize(("address", "role"), PAGES)
def test_the_page_holds_what_every_page_has_to_hold(opened: Open, address: str, role: str) -> None:
    check_page(opened(address, role=role))


@pytest.mark.parametrize(("address", "role", "status"), PROBLEMS)
def test_an_error_is_a_page_like_any_other(opened: Open, address: str, role: str, status: int) -> None:
    page = opened(address, role=role)
    check_page(page, status=status)
    assert page.get_by_role("link", name="Back to the start").is_visible()


def test_one_signs_in_and_out_with_the_keyboard_alone(opened: Open, live: Live) -> None:
    page = opened("/sign-in")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to main content"
    _tab_to(page, "name")
    page.keyboard.type("administrator")
    page.keyboard.press("Tab")
    page.keyboard.type(live.passwords["administrator"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/administration")
    _tab_to(page, "Sign out")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live.address}/")
    assert page.get_by_role("link", name="Sign in").is_visible()


def _tab_to(page: object, wanted: str) -> None:
    script = "(e => e.id === '{0}' || e.textContent.trim() === '{0}')(document.activeElement)"
    for _ in range(40):
        if page.evaluate(script.format(wanted)):  # type: ignore[attr-defined]
            return
        page.keyboard.press("Tab")  # type: ignore[attr-defined]
    raise AssertionError(f"{wanted} is not reached with the keyboard")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_wrong_password_is_told_at_the_top_and_at_the_field(opened: Open, javascript: bool) -> None:
    page = opened("/sign-in", javascript=javascript)
    page.get_by_label("Name").fill("clinician")
    page.get_by_label("Password", exact=True).fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text("The name or the password is wrong").wait_for()
    assert page.title().startswith("Error: ")
    if javascript:
        check_page(page, status=401)


def test_an_account_is_made_and_disabled_on_the_page(opened: Open) -> None:
    page = opened("/administration/accounts", role="administrator")
    page.get_by_label("Name to sign in with").fill("a new colleague")
    page.get_by_role("radio", name="Analyst").check()
    page.get_by_role("button", name="Add the account").click()
    page.get_by_text("a new colleague can sign in as analyst.").wait_for()
    check_page(page)
    page.get_by_role("button", name="Disable a new colleague").click()
    page.get_by_text("a new colleague can no longer sign in.").wait_for()
    check_page(page)


def test_the_audit_is_verified_and_everything_is_exported(opened: Open) -> None:
    page = opened("/administration/audit", role="administrator")
    page.get_by_role("button", name="Verify the chain").click()
    page.get_by_text("The chain holds.").wait_for()
    check_page(page)
    page.goto("/administration")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export everything").click()
    assert download.value.suggested_filename.endswith(".jsonl")


def test_every_page_says_that_the_data_are_made_up(opened: Open) -> None:
    assert opened("/").get_by_text("Made-up demonstration data").is_visible()


def test_a_second_factor_is_set_up_and_asked_for(opened: Open, live: Live) -> None:
    page = opened("/account", role="analyst")
    page.get_by_role("button", name="Set it up").click()
    secret = page.locator("strong.vw-long").inner_text()
    check_page(page)
    page.get_by_label("The code that the app shows now").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Use it from now on").click()
    recovery = page.locator("main code").first.inner_text()
    check_page(page)
    other = opened("/sign-in")
    other.get_by_label("Name").fill("analyst")
    other.get_by_label("Password").fill(live.passwords["analyst"])
    other.get_by_role("button", name="Sign in").click()
    other.get_by_label("The code that your app shows now").fill("000000")
    other.get_by_role("button", name="Sign in").click()
    expect(other.get_by_role("alert")).to_contain_text("The code is wrong")
    check_page(other, status=401)
    other.get_by_label("The code that your app shows now").fill(recovery)
    other.get_by_role("button", name="Sign in").click()
    expect(other.get_by_role("heading", level=1)).to_contain_text("Counts")
