"""What is due, counts and letters in a browser: accessible, by keyboard, on a phone, without script."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Live, Open, check_page
from left_out import left_out
from veinway.web.service.letter_pdf import missing
from veinway.web.service.letters import KINDS
from veinway.web.store.patients import Named
from web_site import new_case

LEG = {
    "birth_date": "1958-02-11",
    "sex_at_birth": "male",
    "haemodynamic_instability": False,
    "limb_threat": False,
    "chest_symptoms": False,
    "arm_symptoms": False,
    "leg_symptoms": True,
    "inpatient": False,
    "deep_vein_tenderness": True,
    "entire_leg_swollen": True,
}


def _case(live: Live, answers: dict[str, Any], name: str = "Quill") -> str:
    return f"/episode/{new_case(live.store, answers, Named('1', name, 'Emil', '1958-02-11'))}"


_WORDS = """() => {
  const here = document.activeElement, label = here.labels && here.labels[0];
  return ((label || here).textContent || '').trim();
}"""


def _tab_to(page: Page, words: str) -> None:
    """Move the focus with the keyboard alone."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if str(page.evaluate(_WORDS)).startswith(words):
            return
    raise AssertionError(f"{words} is not reached with the keyboard")


def _whole(page: Page) -> Page:
    """The list once every episode was worked out."""
    expect(page.get_by_text("being worked out")).to_have_count(0, timeout=60_000)
    return page


# What is due ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["", "?show=overdue", "?show=requested&kind=scan", "?kind=measure"])
def test_the_list_of_what_is_due_holds(opened: Open, query: str) -> None:
    page = _whole(opened("/worklist", role="clinic"))
    page.goto(f"/worklist{query}")
    check_page(page)


def test_a_list_that_is_not_whole_becomes_whole_by_itself(opened: Open) -> None:
    page = _whole(opened("/worklist", role="clinic"))
    expect(page.get_by_role("row").filter(has_text="Ashdown, Petra").first).to_be_visible()


def test_the_repeat_scan_that_is_overdue_is_found_by_keyboard_and_leads_to_its_case(
    opened: Open,
) -> None:
    page = _whole(opened("/worklist", role="clinic"))
    _tab_to(page, "Overdue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/worklist?show=overdue")
    row = page.get_by_role("row").filter(has_text="Repeat the proximal leg vein ultrasound")
    expect(row.first).to_contain_text("Ashdown, Petra")
    expect(row.first).to_contain_text("1 day")
    _tab_to(page, "Ashdown, Petra")
    page.keyboard.press("Enter")
    page.wait_for_url("**/episode/*")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ashdown, Petra")


def test_the_list_is_filtered_without_a_script(opened: Open) -> None:
    opened("/worklist", role="clinic").wait_for_timeout(3_000)
    page = opened("/worklist", role="clinic", javascript=False)
    page.get_by_label("Only").select_option("repeat")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/worklist?kind=repeat*")
    expect(page.get_by_role("row").filter(has_text="Ashdown, Petra")).to_have_count(1)


def test_the_counts_hold(opened: Open) -> None:
    page = opened("/population", role="analyst")
    expect(page.get_by_text("not whole yet")).to_have_count(0, timeout=60_000)
    check_page(page)


# Letters --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_the_draft_of_every_letter_holds(live: Live, opened: Open, kind: str) -> None:
    check_page(opened(f"{_case(live, LEG)}/letters/new/{kind}", role="clinician"))


@pytest.mark.parametrize("javascript", [True, False])
def test_a_letter_is_edited_made_and_shown(live: Live, opened: Open, javascript: bool) -> None:
    address = _case(live, {**LEG, "leg_symptoms@left": True})
    page = opened(address, role="clinician", javascript=javascript)
    page.get_by_role("link", name="Letters").click()
    page.get_by_role("link", name=KINDS["ultrasound"]).click()
    page.get_by_label("Clinical question").fill("Is the left calf clotted?")
    page.get_by_role("button", name="Make the letter").click()
    page.get_by_text("Is the left calf clotted?").first.wait_for()
    expect(page.get_by_text("Side: left")).to_be_visible()
    expect(page.get_by_text("Decision support, not signed off.").first).to_be_visible()
    if javascript:
        check_page(page)


def test_a_letter_is_written_with_the_keyboard_alone(live: Live, opened: Open) -> None:
    page = opened(f"{_case(live, LEG)}/letters", role="clinician")
    _tab_to(page, KINDS["gp"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/letters/new/gp")
    _tab_to(page, "What we ask of you")
    page.keyboard.press("Control+a")
    page.keyboard.type("Please check the blood count in two weeks.")
    _tab_to(page, "Make the letter")
    page.keyboard.press("Enter")
    page.get_by_text("Please check the blood count in two weeks.").first.wait_for()


def test_a_letter_is_had_as_pdf(live: Live, opened: Open) -> None:
    if missing():
        left_out("no Pango: letters are not tested as PDF", "apt-get install libpango-1.0-0")
    page = opened(f"{_case(live, LEG)}/letters/new/vascular", role="clinician")
    page.get_by_role("button", name="Make the letter").click()
    link = page.get_by_role("link", name="Letter as PDF").get_attribute("href")
    assert link is not None
    answer = page.request.get(link)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF")


def test_an_empty_part_is_told_at_the_top_and_at_its_field(live: Live, opened: Open) -> None:
    page = opened(f"{_case(live, LEG)}/letters/new/gp", role="clinician")
    page.get_by_label("Plan").fill("")
    page.get_by_role("button", name="Make the letter").click()
    expect(page.get_by_role("alert")).to_contain_text("A part is empty.")
    assert page.title().startswith("Error: ")
    check_page(page, status=422)


def test_an_episode_is_closed_with_a_reason(live: Live, opened: Open) -> None:
    page = opened(f"{_case(live, LEG, 'Shut')}/letters", role="clinician")
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_role("alert")).to_contain_text("A reason from the list is needed")
    check_page(page, status=422)
    page.get_by_label("Why").select_option("excluded")
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_text("by clinician: Thrombosis was excluded")).to_be_visible()
    check_page(page, status=422)
    page.goto("/worklist")
    expect(_whole(page).get_by_text("Shut, Emil")).to_have_count(0)
