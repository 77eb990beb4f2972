"""Public triage in a browser: each page, by keyboard alone, on a phone, with and without script."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.conftest import PHONE, Open, check_page

POCKET = {"width": 360, "height": 740}
LIMB_AND_LIFE = [
    *("no", "none", "no", "no", "no", "none", "none"),
    *("red_or_darker", "moderate", "part", "no", "limb_site_calf", "left"),
]
"""Q1 to Q12 of somebody with a sore, swollen, red calf."""


def sent(page: Page, do: Callable[[], None], status: int = 200) -> None:
    """Do what sends a form, and wait until its answer stands on the page."""
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        do()
    assert answer.value.status == status
    page.wait_for_load_state("load")
    # What htmx does once an answer is in takes two turns of the page.
    page.wait_for_timeout(150)


def go(page: Page, status: int = 200) -> None:
    """Press the green button."""
    sent(page, lambda: page.locator("main .nhsuk-button").first.click(), status)


def press(page: Page, name: str) -> None:
    """Press the button of this name."""
    sent(page, lambda: page.get_by_role("button", name=name, exact=True).first.click())


def say(page: Page, *answers: str) -> None:
    """Answer the question of each page."""
    for answer in answers:
        page.locator(f"input[name=answer][value={answer}]").check()
        go(page)


def begin(page: Page, place: str = "GB-ENG") -> None:
    """To the first question."""
    go(page)
    page.locator(f"input[value={place}]").check()
    go(page)


def to_the_days(page: Page) -> None:
    """To the question how long ago it started."""
    begin(page)
    say(page, *LIMB_AND_LIFE)
    while page.locator("input[value=days]").count() == 0:
        say(page, "no")


def to_the_result(page: Page) -> None:
    """To the result of somebody aged 52 with a sore calf for 3 days, who is told to be seen today."""
    to_the_days(page)
    page.fill("#number", "3")
    page.locator("input[value=days]").check()
    go(page)
    say(page, "none")
    page.fill("#number", "52")
    go(page)
    while page.locator(".vw-verdict").count() == 0:
        if page.locator("#number").count():
            sent(page, lambda: page.locator("button[value=never]").click())
        else:
            say(page, "no")


# Each state -------------------------------------------------------------------------------------


def at_the_start(page: Page) -> None:
    """The first page."""


def at_the_country(page: Page) -> None:
    """The choice of a country."""
    go(page)


def at_a_list(page: Page) -> None:
    """Several facts at once."""
    begin(page)
    say(page, *LIMB_AND_LIFE[:6])


def at_an_emergency(page: Page) -> None:
    """A result that cannot wait."""
    begin(page)
    say(page, "yes")


def at_self_care(page: Page) -> None:
    """A result with nothing to do but to know the signs."""
    begin(page)
    say(page, *LIMB_AND_LIFE[:7], "same", "none", "none", "no", "none", "no", "no", "none")
    page.fill("#number", "70")
    go(page)
    say(page, "no", "no")


STATES = [
    at_the_start,
    at_the_country,
    begin,
    at_a_list,
    to_the_days,
    to_the_result,
    at_an_emergency,
    at_self_care,
]


@pytest.mark.parametrize("language", ["en-GB", "de-DE"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_each_page_holds_what_every_page_has_to_hold(
    opened: Open, state: Callable[[Page], None], language: str
) -> None:
    page = opened("/triage", locale=language)
    state(page)
    check_page(page)
    assert page.locator("html").get_attribute("lang") == language[:2]


def test_an_error_is_read_first_and_the_page_holds(opened: Open) -> None:
    page = opened("/triage")
    begin(page)
    go(page, status=422)
    assert page.title().startswith("Error: ")
    assert "nhsuk-error-summary" in page.evaluate("document.activeElement.className")
    check_page(page, status=422)
    page.get_by_role("link", name="Choose one answer.").click()
    assert page.evaluate("document.activeElement.value") == "yes"


# Reading and moving -----------------------------------------------------------------------------


def test_only_the_main_part_is_swapped_and_the_heading_gets_the_focus(opened: Open) -> None:
    page = opened("/triage")
    page.evaluate("window.still = 'here'")
    begin(page)
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.title().startswith("Have you fainted")
    say(page, "no")
    assert page.evaluate("window.still") == "here"
    assert page.evaluate("window.scrollY") == 0


def test_the_way_back_of_the_browser_goes_one_question_back(opened: Open) -> None:
    page = opened("/triage")
    begin(page)
    say(page, "no", "new_mild")
    sent(page, lambda: page.evaluate("history.back()"))
    assert page.locator("h1").inner_text().startswith("Is it harder to breathe")
    assert page.locator("input[value=new_mild]").is_checked()
    sent(page, lambda: page.evaluate("history.back()"))
    assert page.locator("h1").inner_text().startswith("Have you fainted")
    say(page, "no")
    assert page.url.endswith("/triage")


def test_nothing_is_kept_in_the_browser(opened: Open) -> None:
    page = opened("/triage")
    at_an_emergency(page)
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
    # htmx notes the address of the page, and nothing else.
    assert set(page.evaluate("Object.values(sessionStorage)")) <= {"/triage"}
    assert "?" not in page.url
    page.reload()
    assert page.locator("h1").inner_text() == "Worried about a blood clot?"


def test_it_can_be_gone_through_with_the_keyboard_alone(opened: Open) -> None:
    page = opened("/triage")
    _tab_to(page, "Start")
    sent(page, lambda: page.keyboard.press("Enter"))
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.value") == "GB-ENG"
    sent(page, lambda: page.keyboard.press("Enter"))
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == "no"
    _tab_to(page, "Continue")
    sent(page, lambda: page.keyboard.press("Enter"))
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.value") == "severe"
    sent(page, lambda: page.keyboard.press("Enter"))
    assert page.locator("h1").inner_text() == "Call 999, or go to A&E, now."
    _tab_to(page, "Call 999 now")


def _tab_to(page: Page, wanted: str) -> None:
    for _ in range(40):
        if page.evaluate("document.activeElement.textContent.trim()") == wanted:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} is not reached with the keyboard")


def test_without_the_network_it_says_that_nothing_was_sent(opened: Open) -> None:
    page = opened("/triage")
    begin(page)
    page.locator("input[value=no]").check()
    page.context.set_offline(True)
    page.locator("main .nhsuk-button").first.click()
    words = page.get_by_text("The page cannot reach us.")
    words.wait_for()
    assert "call 999" in words.inner_text()


def test_answers_that_exclude_each_other_are_not_ticked_together(opened: Open) -> None:
    page = opened("/triage")
    at_a_list(page)
    page.locator("input[value=stroke_signs]").check()
    page.locator("input[value=none]").check()
    assert not page.locator("input[value=stroke_signs]").is_checked()


# Without script, on a phone, on paper -----------------------------------------------------------


def test_it_works_without_script(opened: Open) -> None:
    page = opened("/triage", javascript=False)
    to_the_result(page)
    assert page.locator("h1").inner_text() == "Ask for an urgent appointment with a GP today."
    assert not page.get_by_role("button", name="Print this page").is_visible()
    press(page, "Change the answer to: Is it harder to breathe than usual?")
    say(page, "severe")
    assert page.locator("h1").inner_text() == "Call 999, or go to A&E, now."
    press(page, "This page in Deutsch")
    assert page.locator("h1").inner_text().startswith("Rufen Sie jetzt 999 an")
    press(page, "Zurück")
    assert page.locator("input[value=severe]").is_checked()


def test_on_a_small_phone_everything_is_large_enough_to_touch(opened: Open) -> None:
    page = opened("/triage", locale="en-GB")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    at_a_list(page)
    for box in page.locator("main :is(input:not([type=hidden]), button, a):visible").all():
        size = box.bounding_box()
        assert size is not None
        assert size["height"] >= 44, box.evaluate("e => e.outerHTML")


def test_an_emergency_is_told_by_colour_words_and_icon_before_one_scrolls(opened: Open) -> None:
    page = opened("/triage")
    page.set_viewport_size(POCKET)  # type: ignore[arg-type]
    at_an_emergency(page)
    box = page.locator(".vw-call").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < POCKET["height"]
    assert page.locator(".vw-verdict svg").is_visible()
    assert page.get_by_text("Emergency: act now").is_visible()
    band = page.locator(".vw-verdict__level").evaluate("e => getComputedStyle(e).backgroundColor")
    assert band == "rgb(176, 0, 32)"


def test_on_paper_there_is_the_result_with_its_sources_and_no_button(opened: Open) -> None:
    page = opened("/triage")
    to_the_result(page)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.get_by_text("Rule TR-U1.").first.is_visible()
    assert page.get_by_text("3 days ago").is_visible()
    for name in ("Back", "Print this page", "Change country"):
        assert not page.get_by_role("button", name=name, exact=True).is_visible()


def test_the_pictures_of_the_documentation_can_be_made(opened: Open, tmp_path: Path) -> None:
    folder = Path(os.environ.get("VEINWAY_PICTURES", tmp_path))
    page = opened("/triage", device_scale_factor=1.5)
    page.set_viewport_size(POCKET)  # type: ignore[arg-type]
    at_a_list(page)
    page.screenshot(path=folder / "triage.png")
    page.goto("/triage")
    at_an_emergency(page)
    page.screenshot(path=folder / "triage-result.png")
    assert all(0 < file.stat().st_size < 300_000 for file in folder.glob("triage*.png"))
