"""The clinician's page in a browser: accessible, at once, by keyboard, and without a script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Live, Open, check_page
from first_answers import A_LEG
from veinway.web.clock import now
from veinway.web.sections import SECTIONS
from veinway.web.store.patients import Named
from web_site import new_case

LAPTOP = {"width": 1366, "height": 768}


def _case(live: Live, answers: dict[str, Any]) -> str:
    return f"/episode/{new_case(live.store, answers, Named('1', 'Quill', 'Emil', '1958-02-11'))}"


def _above_the_fold(page: Page, words: str) -> bool:
    box = page.get_by_text(words).first.bounding_box()
    return box is not None and box["y"] + box["height"] <= LAPTOP["height"]


@pytest.mark.parametrize("address", ["/clinic", "/clinic?find=a", "/clinic/new", "/clinic/import"])
def test_the_pages_around_patients_hold(opened: Open, address: str) -> None:
    check_page(opened(address, role="clinician"))


@pytest.mark.parametrize("section", SECTIONS, ids=lambda each: each.key)
def test_every_section_holds(live: Live, opened: Open, section: Any) -> None:
    answers = {**A_LEG, "deep_vein_tenderness@left": True, "entire_leg_swollen@right": "unknown"}
    scan = {"date": now()[:10], "result": "dvt_proximal", "segment": "femoral"}
    address = _case(live, {**answers, "leg_scan@left": scan})
    check_page(opened(f"{address}/{section.key}", role="clinician"))


def test_an_empty_case_holds(live: Live, opened: Open) -> None:
    check_page(opened(_case(live, {}), role="clinician"))


def test_what_to_do_scores_and_questions_are_seen_without_scrolling(live: Live, opened: Open) -> None:
    answers = {**A_LEG, "active_cancer": True, "deep_vein_tenderness": True, "entire_leg_swollen": True}
    more = {"alternative_dvt_at_least_as_likely": False, "scan_obtainable_in_4_hours": False}
    page = opened(_case(live, {**answers, **more}), role="clinician")
    page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    for words in ("Interim therapeutic anticoagulation", "Two-level DVT Wells", "What would settle it"):
        assert _above_the_fold(page, words), words
    for number in range(4):
        box = page.locator(".vw-asking .vw-q__answers").nth(number).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= LAPTOP["height"], number


def test_one_press_answers_and_the_page_changes_at_once(live: Live, opened: Open) -> None:
    page = opened(_case(live, A_LEG), role="clinician")
    expect(page.get_by_text("-2 to 9:").first).to_be_visible()
    question = page.locator("#q-previous_dvt-form")
    question.get_by_role("button", name="Yes").click()
    expect(page.get_by_text("-1 to 9:").first).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Previously documented deep vein thrombosis: yes")
    assert page.locator("#q-previous_dvt").count() == 0
    page.get_by_role("button", name=re.compile("Take back.*Previously documented")).click()
    expect(page.get_by_text("-2 to 9:").first).to_be_visible()
    check_page(page)


def test_questions_are_answered_with_the_keyboard_alone(live: Live, opened: Open) -> None:
    page = opened(_case(live, A_LEG), role="clinician")
    page.locator("#q-previous_dvt-form").get_by_role("button", name="No", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    # The focus goes on to the next question.
    expect(page.locator(".vw-asking form :focus").first).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.vw-asking') !== null")


def test_an_error_is_told_beside_its_field_and_keeps_what_was_entered(live: Live, opened: Open) -> None:
    page = opened(f"{_case(live, A_LEG)}/facts?kind=examine", role="clinician")
    form = page.locator("#f-calf_difference-form")
    form.get_by_label("Number").fill("3,5")
    form.get_by_role("button", name="Save").click()
    expect(form.locator(".nhsuk-error-message")).to_contain_text("F202")
    expect(form.get_by_label("Number")).to_have_value("3,5")
    check_page(page)


def test_a_clot_is_marked_by_pressing_its_vein(live: Live, opened: Open) -> None:
    page = opened(f"{_case(live, A_LEG)}/veins", role="clinician")
    page.locator("a.vw-vein--popliteal.vw-vein--left path").first.dispatch_event("click")
    expect(page.get_by_label("popliteal vein")).to_be_checked()
    expect(page.get_by_label("Left leg")).to_be_checked()
    page.get_by_label("clot in a proximal deep vein").check()
    page.get_by_role("button", name="Save this scan").click()
    expect(page.get_by_text("most proximal vein with clot: popliteal vein").first).to_be_visible()
    assert page.locator(".vw-vein--popliteal.vw-vein--left.vw-vein--clot").count() == 1


def test_everything_works_without_a_script(live: Live, opened: Open) -> None:
    page = opened(_case(live, A_LEG), role="clinician", javascript=False)
    page.locator("#q-previous_dvt-form").get_by_role("button", name="Yes").click()
    expect(page.get_by_text("-1 to 9:").first).to_be_visible()
    page.get_by_role("link", name="Veins").click()
    page.get_by_label("Right leg").last.check()
    page.get_by_label("no clot in the whole leg").check()
    page.get_by_role("button", name="Save this scan").click()
    expect(page.get_by_text("no clot in the whole leg; most proximal").first).to_be_visible()
    page.get_by_role("link", name="What if").click()
    page.get_by_label("Suppose").select_option("active_cancer")
    page.get_by_role("button", name="Choose its answer").click()
    page.locator("#if-active_cancer-form").get_by_role("button", name="Yes").click()
    expect(page.get_by_text("What would change").first).to_be_visible()


def test_a_section_changes_without_a_new_page(live: Live, opened: Open) -> None:
    page = opened(_case(live, A_LEG), role="clinician")
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Pathway", exact=True).click()
    expect(page.get_by_role("heading", name="Pathway", exact=True)).to_be_visible()
    assert page.evaluate("window.stayed") is True
    assert re.search(r"/pathway", page.url)


def test_the_page_is_read_in_forced_colours_and_on_paper(live: Live, opened: Open) -> None:
    page = opened(_case(live, A_LEG), role="clinician", forced_colors="active")
    check_page(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="What to do now")).to_be_visible()


def test_two_people_at_one_patient_are_told_of_each_other(live: Live, opened: Open) -> None:
    address = _case(live, A_LEG)
    one = opened(f"{address}/facts?about=active_cancer", role="clinician")
    other = opened(f"{address}/facts?about=active_cancer", role="clinic")
    one.locator("#f-active_cancer").get_by_role("button", name="Yes").click()
    expect(one.locator("#saved")).to_contain_text("Saved. Active cancer")
    other.locator("#f-active_cancer").get_by_role("button", name="No", exact=True).click()
    told = other.get_by_role("alert").filter(has_text="There is a problem")
    expect(told).to_contain_text("clinician")
    expect(told).to_contain_text("What you entered was not kept")
    check_page(other)
    other.locator("#f-active_cancer").get_by_role("button", name="No", exact=True).click()
    expect(other.locator("#saved")).to_contain_text(": no.")


@pytest.mark.parametrize("javascript", [True, False])
def test_an_action_is_refused_and_the_refusal_taken_back(
    live: Live, opened: Open, javascript: bool
) -> None:
    answers = {**A_LEG, "active_cancer": True, "deep_vein_tenderness": True, "entire_leg_swollen": True}
    more = {"alternative_dvt_at_least_as_likely": False, "scan_obtainable_in_4_hours": False}
    page = opened(_case(live, {**answers, **more}), role="clinician", javascript=javascript)
    page.get_by_role("link", name="will not be done").click()
    planned = page.locator("#section li").filter(has_text="Proximal leg vein ultrasound").first
    planned.get_by_role("link", name="Not done").click()
    page.get_by_role("button", name="It is not done").click()
    expect(page.locator("#not-done-form")).to_contain_text("A reason from the list is needed")
    page.get_by_label("Why").select_option("The patient does not want it")
    page.get_by_label("Note").fill("wants to go home")
    page.get_by_role("button", name="It is not done").click()
    expect(planned).to_contain_text("refused The patient does not want it: wants to go home")
    if javascript:
        check_page(page)
    planned.get_by_role("button", name="Take back").click()
    expect(planned).to_contain_text("due by")


def test_an_error_of_the_service_is_told_and_what_was_entered_stays(live: Live, opened: Open) -> None:
    page = opened(f"{_case(live, A_LEG)}/facts?about=d_dimer", role="clinician")
    page.locator("#f-d_dimer").get_by_label("Number").fill("740")
    with live.store.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE answer RENAME TO gone")
    try:
        page.locator("#f-d_dimer").get_by_role("button", name="Save").click()
        expect(page.locator("#told")).to_contain_text("What you entered was not kept")
        expect(page.locator("#f-d_dimer").get_by_label("Number")).to_have_value("740")
    finally:
        with live.store.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE gone RENAME TO answer")
    page.context.set_offline(True)
    page.locator("#f-d_dimer").get_by_role("button", name="Save").click()
    expect(page.locator("#told")).to_contain_text("cannot be reached")


def test_what_lies_deep_in_an_explanation_is_loaded_when_it_is_unfolded(
    live: Live, opened: Open
) -> None:
    address = f"{_case(live, A_LEG)}/why"
    page = opened(address, role="clinician")
    deep = page.locator(".vw-tree details:has(> .vw-later)").first
    deep.evaluate("part => { for (let p = part.parentElement; p; p = p.parentElement) p.open = true; }")
    deep.evaluate("part => { part.id = 'deep'; }")
    page.locator("#deep > summary").click()
    expect(page.locator("#deep > ul > li").first).to_be_visible()
    check_page(page)
    plain = opened(address, role="clinician", javascript=False)
    link = plain.locator(".vw-later a").first
    link.evaluate("part => { for (let p = part.parentElement; p; p = p.parentElement) p.open = true; }")
    link.click()
    expect(plain.get_by_role("link", name="The whole tree")).to_be_visible()


def test_nothing_of_a_patient_is_kept_in_the_browser(live: Live, opened: Open) -> None:
    page = opened(_case(live, A_LEG), role="clinician")
    for section in ("Why", "What is known"):
        page.get_by_role("navigation", name="Sections").get_by_role("link", name=section).click()
        expect(page.locator("#section-heading")).to_have_text(section)
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "Quill" not in kept
    assert page.title().startswith("Quill, Emil, What is known")
