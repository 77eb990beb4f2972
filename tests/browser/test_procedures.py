"""Procedures in a browser: candidacy, the numbers to read together, a leg, the referral."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import Live, Open, check_page
from veinway.web.clock import now
from veinway.web.store.accounts import one_by_name
from veinway.web.store.audit import Actor
from veinway.web.store.database import writing
from veinway.web.store.patients import Named, add_patient, open_episode, say


def _day(ago: int) -> str:
    return (datetime.fromisoformat(now()) - timedelta(days=ago)).date().isoformat()


def _case(live: Live) -> str:
    scan = [{"date": _day(0), "result": "dvt_proximal", "segment": "external_iliac"}]
    answers: dict[str, Any] = {"birth_date": "1974-05-02", "symptom_days": 5, "limb_threat": False}
    with writing(live.store) as connection:
        account = one_by_name(connection, "clinician")
        assert account is not None
        actor = Actor(account["id"], now())
        person = add_patient(connection, actor, Named("31", "Fenwick", "Orla", "1974-05-02"))
        episode = open_episode(connection, actor, person, actor.at)
        for key, said in answers.items():
            say(connection, actor, episode, key, said)
        say(connection, actor, episode, "leg_scan", scan, side="left")
    return f"/episode/{episode}"


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
    villalta.get_by_label("Day of the examination").fill(_day(1))
    villalta.get_by_label("Day of the clot").fill(_day(300))
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
