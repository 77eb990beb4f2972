"""Procedures in a browser: candidacy, the numbers to read together, a leg, the referral."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import Live, Open, check_page
from veinway.web.store.patients import Named
from web_site import day_ago, new_case


def _case(live: Live) -> str:
    scan = [{"date": day_ago(0), "result": "dvt_proximal", "segment": "external_iliac"}]
    answers: dict[str, Any] = {"birth_date": "1974-05-02", "symptom_days": 5, "limb_threat": False}
    answers["leg_scan@left"] = scan
    return f"/episode/{new_case(live.store, answers, Named('31', 'Fenwick', 'Orla', '1974-05-02'))}"


@pytest.mark.parametrize("javascript", [True, False])
def test_from_candidacy_to_the_numbers_the_leg_and_the_referral(
    live: Live, opened: Open, javascript: bool
) -> None:
    page = opened(f"{_case(live)}/procedures", role="clinician", javascript=javascript)
    criterion = page.get_by_role("row").filter(has_text="Good functional status").first
    expect(criterion).to_contain_text("? unknown")
    form = page.locator("#p-clot_removal-good_functional_status-form")
    form.get_by_role("button", name="Yes", exact=True).click()
    expect(criterion).to_contain_text("● met")
    address = page.url.partition("/procedures")[0]
    page.get_by_role("link", name="Benefit and harm").click()
    expect(page.get_by_role("img", name="An anticoagulant alone: 28 of 100")).to_be_visible()
    page.goto(f"{address}/legs")
    villalta = page.locator("#villalta-form")
    assert villalta.locator("input:checked").count() == 0
    villalta.get_by_label("Left leg").check()
    villalta.get_by_label("Day of the examination").fill(day_ago(1))
    villalta.get_by_label("Day of the clot").fill(day_ago(300))
    villalta.locator("#item-villalta_pain-2").check()
    villalta.locator("#ulcer-yes").check()
    villalta.get_by_role("button", name="Save this examination").click()
    row = page.get_by_role("table", name="Villalta, left leg").get_by_role("row").nth(1)
    expect(row).to_contain_text("2 to 32")
    expect(row).to_contain_text("● severe")
    if javascript:
        check_page(page)
    page.goto(f"{address}/letters/new/procedure")
    page.get_by_role("button", name="Make the letter").click()
    expect(page.get_by_text("2 to 32 points, severe; open ulcer")).to_be_visible()
