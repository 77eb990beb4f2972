"""Treatment in a browser: drugs, the INR page, the clinic, the letter; by keyboard, without script."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Live, Open, check_page
from first_answers import NOTHING_AGAINST
from veinway.web.pages.anticoagulation import SHOW
from veinway.web.store.patients import Named
from web_site import ago, day_ago, new_case

CALM = {
    "bleeding_on_vka": "none",
    "warfarin_dose_discrepancy": "no",
    "interacting_medicine_started": "no",
    "inr_temporary_cause": "no",
}


def _on_warfarin(*values: tuple[int, str]) -> dict[str, Any]:
    inrs = [{"date": day_ago(day), "value": {"value": v, "unit": "1"}} for day, v in values]
    return {
        "current_anticoagulant": "warfarin",
        "inr_range": "from_2_to_3",
        "vte_diagnosis": [{"date": day_ago(250), "site": "dvt_proximal"}],
        "warfarin_start": [{"date": day_ago(249)}],
        "course:warfarin": {"weekly": "35", "kind": "recorded", "reason": "", "note": ""},
        "course:inrs": {"all": True},
        "inr_test": {"some": inrs},
    }


def _case(live: Live, answers: dict[str, Any], name: str = "Quill") -> str:
    return f"/episode/{new_case(live.store, answers, Named('1', name, 'Emil', '1958-02-11'), at=ago(1))}"


def _enter(page: Page, value: str, day: int = 0, **other: str) -> None:
    form = page.locator("#result-form")
    form.get_by_label("Day of the INR").fill(day_ago(day))
    form.get_by_label("INR", exact=True).fill(value)
    for key, answer in {**CALM, **other}.items():
        form.locator(f"#r-{key}-{answer}").check()
    form.get_by_role("button", name="Save the INR").click()
    page.wait_for_url("**/inr?saved=result")


# Drugs --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answers",
    [{}, {"indication": "pe", "age_years": 81}, NOTHING_AGAINST],
    ids=["nothing", "some", "all"],
)
def test_the_drugs_hold_whatever_is_known(live: Live, opened: Open, answers: dict[str, Any]) -> None:
    check_page(opened(f"{_case(live, answers)}/drugs", role="clinician"))


@pytest.mark.parametrize("javascript", [True, False])
def test_a_drug_is_chosen_and_stands_at_the_top(live: Live, opened: Open, javascript: bool) -> None:
    page = opened(f"{_case(live, NOTHING_AGAINST)}/drugs", role="clinician", javascript=javascript)
    form = page.locator("#choose-drug-form")
    expect(form.get_by_label("Drug", exact=True)).to_have_value("")
    form.get_by_label("Drug", exact=True).select_option("apixaban")
    form.get_by_role("button", name="Keep this choice").click()
    expect(page.get_by_text("● chosen").first).to_be_visible()
    expect(page.locator("#saved")).to_contain_text("Apixaban")


def test_what_must_be_known_is_answered_on_the_page_of_the_drugs(live: Live, opened: Open) -> None:
    missing = {key: said for key, said in NOTHING_AGAINST.items() if key != "active_bleeding"}
    page = opened(f"{_case(live, missing)}/drugs", role="clinician")
    expect(page.get_by_text("Nothing can be offered on what is known.")).to_be_visible()
    page.locator("#d-active_bleeding-form").get_by_role("button", name="No", exact=True).click()
    expect(page.get_by_role("heading", name="1. Apixaban")).to_be_visible()
    check_page(page)


# INRs ---------------------------------------------------------------------------------------------


def test_the_inr_page_of_nobody_holds(live: Live, opened: Open) -> None:
    page = opened(f"{_case(live, {})}/inr", role="clinic")
    expect(page.get_by_text("no INR is known")).to_be_visible()
    assert page.locator("input:checked").count() == 0
    check_page(page)


@pytest.mark.parametrize("javascript", [True, False])
def test_an_inr_is_entered_and_its_dose_accepted(live: Live, opened: Open, javascript: bool) -> None:
    address = f"{_case(live, _on_warfarin((60, '2.5'), (30, '2.6')))}/inr"
    page = opened(address, role="clinic", javascript=javascript)
    assert page.locator("input:checked").count() == 0
    _enter(page, "1.4")
    expect(page.get_by_text("38.5 to 42 mg a week")).to_be_visible()
    page.get_by_role("button", name="Accept 40 mg a week").click()
    expect(page.get_by_text("● decided about this INR")).to_be_visible()
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)
    if javascript:
        check_page(page)


def test_the_chart_has_a_table_beside_it(live: Live, opened: Open) -> None:
    answers = _on_warfarin((60, "2.5"), (30, "3.6"), (1, "2.4"))
    page = opened(f"{_case(live, answers)}/inr", role="clinic")
    expect(page.locator("svg.vw-chart__picture")).to_be_visible()
    expect(page.locator("svg.vw-chart__picture .vw-chart__cross")).to_have_count(1)
    table = page.get_by_role("table", name="INR as a table")
    expect(table.get_by_role("row")).to_have_count(4)
    expect(table.get_by_role("row").filter(has_text="3.6")).to_contain_text("outside")
    picture, beside = page.locator(".vw-chart").bounding_box(), table.bounding_box()
    assert picture is not None
    assert beside is not None
    assert beside["x"] > picture["x"] + picture["width"] - 1


def test_a_discrepancy_locks_the_dose_until_it_is_settled(live: Live, opened: Open) -> None:
    page = opened(f"{_case(live, _on_warfarin((30, '2.6')))}/inr", role="clinic")
    _enter(page, "1.4", warfarin_dose_discrepancy="yes")
    expect(page.get_by_text("⊘ Locked")).to_be_visible()
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)
    expect(page.locator("#change-form")).to_have_count(0)
    check_page(page)
    form = page.locator("#settle-form")
    form.get_by_label("Dose that counts, a week").fill("28")
    form.get_by_role("button", name="This dose counts").click()
    expect(page.locator("#settled-error")).to_contain_text("I271")
    check_page(page, status=422)
    expect(form.get_by_label("Dose that counts, a week")).to_have_value("28")
    form.get_by_label("How it was settled").select_option("patient_is_right")
    form.get_by_role("button", name="This dose counts").click()
    expect(page.get_by_text("30.8 to 33.6 mg a week")).to_be_visible()


def test_another_dose_is_kept_with_a_reason_by_keyboard_alone(live: Live, opened: Open) -> None:
    page = opened(f"{_case(live, _on_warfarin((30, '2.6')))}/inr", role="clinic")
    _enter(page, "1.4")
    page.locator("details", has=page.locator("#change-form")).locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("37.5")
    page.locator("#change-next").fill(day_ago(-7))
    page.locator("#change-reason").focus()
    page.keyboard.type("The tablets")
    page.keyboard.press("Tab")
    page.keyboard.type("only 2.5 mg")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("37.5 mg a week, otherwise than the rules propose").first).to_be_visible()
    check_page(page)


def test_what_is_known_of_the_course_is_answered_at_once(live: Live, opened: Open) -> None:
    answers = {key: said for key, said in _on_warfarin((30, "2.6")).items() if key != "inr_range"}
    page = opened(f"{_case(live, answers)}/inr", role="clinic")
    expect(page.get_by_text("The range that is aimed at is not known.")).to_be_visible()
    page.locator("#c-inr_range-form").get_by_role("button", name="2.0 to 3.0").click()
    expect(page.locator("#saved")).to_have_text("The answer is saved.")
    expect(page.get_by_text("The range that is aimed at is not known.")).to_have_count(0)
    check_page(page)


# The clinic and the letter ------------------------------------------------------------------------


@pytest.mark.parametrize("show", SHOW)
def test_the_clinic_holds(opened: Open, show: str) -> None:
    page = opened(f"/anticoagulation?show={show}", role="clinic")
    expect(page.get_by_text("being worked out")).to_have_count(0, timeout=60_000)
    check_page(page)


def test_from_the_clinic_one_comes_to_the_inr_that_is_to_be_dosed(opened: Open) -> None:
    page = opened("/anticoagulation", role="clinic")
    expect(page.get_by_text("being worked out")).to_have_count(0, timeout=60_000)
    page.get_by_role("link", name="INR to be dosed").click()
    row = page.get_by_role("row").filter(has_text="Ingram, Nora")
    expect(row).to_contain_text("to be dosed")
    row.get_by_role("link", name="Ingram, Nora").click()
    expect(page.get_by_role("heading", name="Dose and next INR")).to_be_visible()


def test_check_ups_of_a_direct_oral_anticoagulant_are_overdue_on_the_list(opened: Open) -> None:
    page = opened("/anticoagulation", role="clinic")
    expect(page.get_by_text("being worked out")).to_have_count(0, timeout=60_000)
    page.goto("/anticoagulation?show=checks")
    row = page.get_by_role("row").filter(has_text="Keane, Ida")
    expect(row).to_contain_text("Blood tests on a direct oral anticoagulant")
    expect(row).to_contain_text("overdue")


def test_the_plan_becomes_a_letter(live: Live, opened: Open) -> None:
    page = opened(f"{_case(live, _on_warfarin((30, '2.6')))}/inr", role="clinician")
    page.get_by_role("link", name="Anticoagulation plan as a letter").click()
    check_page(page)
    page.get_by_role("button", name="Make the letter").click()
    expect(page.get_by_text("Dose of warfarin: 35 mg a week").first).to_be_visible()
    check_page(page)
