"""Prevention in a browser: a ward round that begins with nothing, and a traveller without a script."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from browser.conftest import Open, check_page


def answer(page: Page, fact: str, button: str, *, value: str = "", option: str = "") -> None:
    """Answer one question of the page, and wait until it says so."""
    form = page.locator(f"#q-{fact}-form")
    if value:
        form.get_by_role("textbox").fill(value)
    if option:
        form.get_by_role("combobox").select_option(option)
    form.get_by_role("button", name=button, exact=True).click()
    expect(form).to_have_count(0)


def test_a_ward_round_begins_with_nothing_and_ends_with_advice_and_doses(opened: Open) -> None:
    page = opened("/prevention", role="clinician")
    # Whoever leaves a page before its icon is there is told so by the browser's console.
    page.wait_for_load_state("networkidle")
    page.get_by_role("link", name="In hospital").click()
    page.wait_for_load_state("networkidle")
    page.fill("#birth_date", "1948-01-02")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/prevention/hospital")
    page.wait_for_load_state("networkidle")
    answer(page, "mobility_on_admission", "medical patient, expected to have ongoing reduced mobility")
    answer(page, "prophylaxis_group", "Save", option="acute_medical")
    expect(page.locator("#saved")).to_contain_text("Patient group for prophylaxis in hospital")
    answer(page, "current_anticoagulant", "Save", option="none")
    answer(page, "active_bleeding", "No")
    answer(page, "acute_stroke", "No")
    answer(page, "vte_outweighs_bleeding", "Yes")
    answer(page, "platelet_count", "Save", value="250")
    said = page.get_by_role("row", name="Prophylaxis in hospital, NICE NG89")
    expect(said).to_contain_text("unconfirmed, needs a clinician")
    expect(said).to_contain_text("Consider LMWH for at least 7 days")
    page.get_by_role("button", name="Keep this assessment").click()
    expect(page.locator("#saved")).to_contain_text("The decision is kept.")
    check_page(page)


def test_a_traveller_answers_one_question_a_page_without_a_script(opened: Open) -> None:
    page = opened("/travel", javascript=False, locale="de-DE")
    page.locator("main .nhsuk-button").first.click()
    page.fill("#number", "11")
    page.locator("main .nhsuk-button").first.click()
    expect(page.locator("h1")).to_contain_text("Hatten Sie schon einmal ein Blutgerinnsel")
    page.locator("input[value=yes]").check()
    page.locator("main .nhsuk-button").first.click()
    page.fill("#number", "5")
    page.locator("input[value=days]").check()
    page.locator("main .nhsuk-button").first.click()
    expect(page.locator("h1")).to_contain_text("Fahren Sie noch nicht.")
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_contain_text("Do not set out yet.")
    assert page.context.cookies() == []


def test_each_public_page_holds_what_every_page_has_to_hold(opened: Open) -> None:
    page = opened("/hormones")
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Start").click()
    page.locator("input[value=combined]").check()
    page.locator("main .nhsuk-button").first.click()
    page.locator("input[value=yes]").check()
    page.locator("main .nhsuk-button").first.click()
    expect(page.locator(".vw-verdict h1")).to_contain_text("Talk to a doctor or a nurse")
    check_page(page)
