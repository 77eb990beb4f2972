"""The pages of the whole service in a browser: the list, a line of it, the register, the report."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import Open, check_page


def test_a_review_is_found_given_away_and_done_without_a_script(opened: Open) -> None:
    whole = opened("/worklist", role="clinic")
    expect(whole.get_by_text("being worked out")).to_have_count(0, timeout=60_000)
    page = opened("/worklist", role="clinic", javascript=False)
    page.get_by_label("Only").select_option("doac_reviews")
    page.get_by_label("Patient").fill("keane")
    page.get_by_label("Group").select_option("list")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("rowgroup").filter(has_text="Reviews on a direct oral")).to_have_count(1)
    page.get_by_role("link", name="Why, and what is done").click()
    expect(page.get_by_text("review every 3 months")).to_be_visible()
    page.get_by_label("Give it to").select_option(label="clinic")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_text("It is kept who does this.")).to_be_visible()
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_text("It is kept that this was done.")).to_be_visible()


@pytest.mark.parametrize("show", ["all", "cannot-say"])
def test_four_lines_of_work_fit_on_the_screen_of_a_phone(opened: Open, show: str) -> None:
    page = opened(f"/worklist?show={show}", role="clinic")
    expect(page.get_by_text("being worked out")).to_have_count(0, timeout=60_000)
    page.set_viewport_size({"width": 360, "height": 640})
    rows = page.locator("tr.vw-worklist__row")
    heights = rows.evaluate_all("rows => rows.map(row => row.getBoundingClientRect().height)")
    assert sum(heights) / len(heights) <= 640 / 4
    expect(
        rows.first.get_by_text("cannot say" if show == "cannot-say" else "found wrong")
    ).to_be_visible()
    check_page(page)


def test_what_is_not_done_is_refused_without_a_reason_and_put_off_with_one(opened: Open) -> None:
    page = opened("/worklist?find=maddox&kind=filters", role="clinic")
    expect(page.get_by_text("being worked out")).to_have_count(0, timeout=60_000)
    check_page(page)
    page.get_by_role("link", name="Why, and what is done").first.click()
    check_page(page)
    page.locator("form[action$='/put-off']").get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("A reason from the list is needed")
    check_page(page, status=422)


def test_the_register_shows_the_overdue_filter_first_and_takes_what_happened(
    opened: Open, tmp_path: Path
) -> None:
    page = opened("/filters", role="clinic")
    expect(page.get_by_text("being worked out")).to_have_count(0, timeout=60_000)
    expect(page.get_by_role("row").nth(1)).to_contain_text("Maddox")
    check_page(page)
    # The picture of the documentation, where a folder is named for it.
    folder = Path(os.environ.get("VEINWAY_PICTURES", tmp_path))
    page.screenshot(path=folder / "filters.png")
    assert (folder / "filters.png").stat().st_size < 300_000
    page.get_by_role("link", name="Osei, Kwame").click()
    page.get_by_label("What", exact=True).select_option("retrieved")
    page.get_by_label("On which day").first.fill("2026-01-02")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_text("What happened to the filter is kept.")).to_be_visible()
    check_page(page)


def test_the_report_is_made_for_a_chosen_period_and_prints(opened: Open) -> None:
    page = opened("/service-report", role="analyst")
    page.get_by_role("link", name="a year").click()
    expect(page.get_by_role("heading", name="How many", exact=True)).to_be_visible(timeout=60_000)
    check_page(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Show")).to_be_hidden()
