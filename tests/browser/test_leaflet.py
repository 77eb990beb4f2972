"""The leaflet in a browser: from the clinician's page to the printer, and on a telephone."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.conftest import PHONE, Open, check_page


def test_a_clinician_finds_chooses_the_language_of_and_prints_a_patients_leaflet(opened: Open) -> None:
    page = opened("/clinic", role="clinician", javascript=True)
    page.locator('main a[href^="/episode/"]').first.click()
    page.get_by_role("link", name="Leaflet for the patient").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Blood clots in a vein: your leaflet")
    check_page(page)
    page.get_by_label("Language").select_option("de")
    page.get_by_label("Country, for the numbers to call").select_option("DE")
    page.get_by_role("button", name="Show the leaflet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Blutgerinnsel in einer Vene: Ihr Blatt")
    check_page(page)
    page.emulate_media(media="print")
    expect(page.get_by_label("Sprache")).to_be_hidden()
    expect(page.get_by_role("heading", name="Ihr Medikament")).to_be_visible()


def test_everybody_reads_it_on_a_telephone_without_a_script(opened: Open) -> None:
    page = opened("/?lang=en", javascript=False, screen=PHONE)
    page.get_by_role("link", name="Read about blood clots").click()
    page.get_by_label("Country, for the numbers to call").select_option("GB-ENG")
    page.get_by_role("button", name="Show the leaflet").click()
    expect(page.get_by_role("link", name="Call 999")).to_have_attribute("href", "tel:999")
    expect(page.get_by_role("heading", name="What these words mean")).to_be_visible()
