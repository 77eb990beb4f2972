"""The leaflet on the web: for everybody, and of a stored patient."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from starlette.testclient import TestClient

from first_answers import NOTHING_AGAINST
from veinway.web.store.database import reading
from veinway.web.store.patients import Named
from veinway.web.store.schema import audit
from web_site import Site, day_ago


def _case(site: Site, answers: dict[str, Any]) -> str:
    return site.case(answers, Named("943", "Quill", "Emil", "1958-02-11"))


def _said(client: TestClient, address: str) -> dict[str, str]:
    """Each passage of a page by its key."""
    answer = client.get(address)
    assert answer.status_code == 200
    found = re.findall(r'<(?:p|li) id="(\w+)">(.*?)</(?:p|li)>', answer.text)
    return {key: unescape(re.sub("<[^>]+>", "", text)) for key, text in found}


def test_everybody_reads_the_leaflet_in_either_language_with_the_numbers_of_a_country(
    site: Site,
) -> None:
    visitor = site.browser()
    english = visitor.get("/leaflet?lang=en&country=NZ").text
    assert '<a class="vw-public-tel" href="tel:111">111</a>' in english
    assert "No clinician has signed this leaflet yet." in english
    german = visitor.get("/leaflet", headers={"accept-language": "de"})
    assert '<html lang="de">' in german.text
    assert "Was ist ein Blutgerinnsel in einer Vene?" in german.text
    assert "set-cookie" not in german.headers
    assert visitor.get("/leaflet?lang=xx&country=<b>").status_code == 200
    assert 'href="/leaflet?lang=en"' in visitor.get("/?lang=en").text


def test_a_patients_leaflet_is_linked_noted_and_only_for_those_who_may_see_patients(
    site: Site, doctor: TestClient
) -> None:
    episode = _case(site, {"leg_symptoms": True})
    address = f"/episode/{episode}/leaflet"
    assert f'href="{address}"' in doctor.get(f"/episode/{episode}").text
    assert site.browser().get(address).status_code in (303, 401)
    assert site.browser("administrator").get(address).status_code == 403
    assert "you_waiting" in _said(doctor, address)
    with reading(site.app.state.store) as connection:
        newest = connection.execute(audit.select().order_by(audit.c.number.desc())).mappings().first()
    assert newest is not None
    assert (newest["what"], newest["about"]) == ("patient.view", f"episode/{episode}")


def test_a_drug_that_was_chosen_here_is_told_with_its_first_dose(site: Site, doctor: TestClient) -> None:
    clot = [{"date": day_ago(1), "site": "dvt_proximal"}]
    episode = _case(site, {**NOTHING_AGAINST, "vte_diagnosis": clot})
    address = f"/episode/{episode}/leaflet"
    before = _said(doctor, address)
    assert "medicine_none_clot" in before
    assert "bleeding_more" in before
    assert not any("apixaban" in text for text in before.values())
    form = {"drug": "apixaban", "first_dose": f"{day_ago(0)}T20:00"}
    assert site.post(doctor, f"/episode/{episode}/choose-drug", **form).status_code == 303
    after = _said(doctor, address)
    assert after["medicine_chosen_first"].startswith("Your team chose apixaban tablets for you.")
    assert "10 mg, 2 times a day" in after["medicine_first_dose"]
    assert "medicine_none_clot" not in after
    assert "bleeding_more" in after
    german = _said(doctor, f"{address}?lang=de&country=DE")
    assert german["medicine_chosen_first"].startswith(
        "Ihr Team hat für Sie Apixaban-Tabletten ausgesucht."
    )
    assert "112" in german["emergency_either"]


def test_a_change_of_drug_is_told_beside_the_one_that_is_taken(site: Site, doctor: TestClient) -> None:
    taken = {"current_anticoagulant": "warfarin", "course:drug": {"drug": "apixaban"}}
    found = _said(doctor, f"/episode/{_case(site, taken)}/leaflet")
    assert found["medicine_now"].startswith("You take warfarin")
    assert "apixaban tablets" in found["medicine_change"]
    assert "medicine_chosen_first" not in found
    same = {"current_anticoagulant": "lmwh", "course:drug": {"drug": "enoxaparin"}}
    assert "medicine_change" not in _said(doctor, f"/episode/{_case(site, same)}/leaflet")
