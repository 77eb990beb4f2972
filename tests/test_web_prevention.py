"""Prevention for clinicians: begun with nothing or for a patient on record, answered, kept."""

from __future__ import annotations

import re
from html import unescape

from starlette.testclient import TestClient

from veinway.care.chapters.prevention import PREVENTION
from veinway.care.knowledge import KNOWLEDGE
from veinway.show.prevent_parts import CAUSES, OCCASIONS
from veinway.web.service.preventing import prevention_answered
from veinway.web.service.saying import may_be_never
from veinway.web.store.database import reading
from veinway.web.store.decisions import decisions_of, replayed
from web_site import Site


def text(answer: object) -> str:
    found = re.sub(r"<[^>]+>", " ", str(getattr(answer, "text", "")))
    return " ".join(unescape(found).split())


def begun(site: Site, doctor: TestClient, occasion: str, **more: str) -> str:
    """The address of a new patient's page."""
    answer = site.post(doctor, "/clinic/new", **{"for": occasion}, **more)
    assert answer.status_code == 303
    return str(answer.headers["location"])


def test_a_ward_round_begins_with_nothing_and_each_answer_moves_the_page(
    site: Site, doctor: TestClient
) -> None:
    page = begun(site, doctor, "hospital", birth_date="1948-01-02")
    first = text(doctor.get(page))
    assert "Padua prediction score 1 to 20: ? low risk or high risk" in first
    assert "In hospital, today or when the clot was suspected: yes Take back" in first
    assert "checked" not in doctor.get(page).text, "nothing is ticked beforehand"
    for fact, said in (
        ("mobility_on_admission", {"said": "medical_reduced"}),
        ("reduced_mobility_days", {"value": "4", "unit": "d"}),
        ("prophylaxis_group", {"said": "acute_medical"}),
        ("vte_outweighs_bleeding", {"said": "yes"}),
        ("acute_stroke", {"said": "no"}),
        ("current_anticoagulant", {"said": "none"}),
        ("active_bleeding", {"said": "no"}),
        ("platelet_count", {"value": "250", "unit": "10*9/L"}),
        ("body_weight", {"value": "62", "unit": "kg"}),
    ):
        assert site.post(doctor, f"{page}/answer", fact=fact, **said).status_code == 303
    now = text(doctor.get(page))
    assert "4 to 20: ● high risk" in now
    assert "? unconfirmed, needs a clinician Consider LMWH for at least 7 days" in now
    assert "● Dalteparin, prophylactic allowed 5,000 IU under the skin once a day" in now


def test_an_answer_that_cannot_be_used_is_told_and_one_that_was_is_taken_back(
    site: Site, doctor: TestClient
) -> None:
    page = begun(site, doctor, "leg_cast")
    refused = site.post(doctor, f"{page}/answer", fact="body_weight", value="9000", unit="kg")
    assert refused.status_code == 422
    assert "9000 is an impossible value" in text(refused)
    assert site.post(doctor, f"{page}/answer", fact="nobody").status_code == 422
    site.post(doctor, f"{page}/take-back", fact="leg_immobilised", side="")
    presumed = text(doctor.get(page))
    assert "On what is known, or presumed, this is not for this patient." in presumed
    assert "A leg in plaster, a cast or a splint after an injury ask" in presumed
    site.post(doctor, f"{page}/answer", fact="leg_immobilised", said="yes")
    assert "Whether this is for this patient is not known yet." in text(doctor.get(page))
    site.post(doctor, f"{page}/answer", fact="leg_immobilised", said="no")
    assert site.post(doctor, f"{page}/answer", fact="age_years", value="9", unit="a").status_code == 303
    assert "this is not for this patient" in text(doctor.get(page))


def test_never_is_offered_of_days_since_something_and_of_no_days_that_it_lasted(
    site: Site, doctor: TestClient
) -> None:
    page = begun(site, doctor, "hospital", birth_date="1948-01-02")
    refused = site.post(doctor, f"{page}/answer", fact="reduced_mobility_days", said="never")
    assert refused.status_code == 422, "an endless time in bed would be read from it"
    assert "Nothing was entered" in text(refused)
    offered = {key for key, fact in KNOWLEDGE.facts.items() if may_be_never(fact)}
    assert {"postpartum_days", "hours_since_neuraxial", "hours_to_neuraxial"} <= offered
    answered = site.post(doctor, f"{page}/answer", fact="hours_since_neuraxial", said="never")
    assert answered.status_code == 303
    assert [
        key
        for key in offered - {"days_since_cancer_diagnosis"}
        if "never" not in KNOWLEDGE.facts[key].ask
    ] == []


def test_every_occasion_begins_and_shows_what_it_is_about(site: Site, doctor: TestClient) -> None:
    listed = doctor.get("/prevention").text
    for occasion in OCCASIONS:
        if occasion.key == CAUSES:
            continue
        assert f'href="/clinic/new?for={occasion.key}"' in listed
        page = begun(site, doctor, occasion.key, birth_date="1990-05-03", sex="female")
        shown = doctor.get(page)
        assert shown.status_code == 200
        assert f"{occasion.label}: what is said" in text(shown)
        assert ("concerns this patient" in shown.text) is bool(occasion.told), occasion.key
    assert doctor.get(page.replace(OCCASIONS[-2].key, CAUSES)).status_code == 404


def test_a_patient_on_record_begins_with_what_concerns_them(site: Site, doctor: TestClient) -> None:
    page = begun(site, doctor, "pregnancy", birth_date="1990-05-03", sex="female")
    episode = page.removesuffix("/pregnancy")
    assert f'href="{episode}"' in doctor.get(page.partition("/prevention")[0]).text
    answer = doctor.get(episode)
    assert (answer.status_code, answer.headers["location"]) == (303, page)


def test_what_is_kept_can_be_made_again_to_the_byte(site: Site, doctor: TestClient) -> None:
    page = begun(site, doctor, "hospital")
    assert site.post(doctor, f"{page}/keep").status_code == 303
    assert "Kept (1)" in text(doctor.get(page))
    with reading(site.app.state.store) as connection:
        (kept,) = decisions_of(connection, page.split("/")[2])
    assert kept.edition == PREVENTION.edition
    assert replayed(kept, PREVENTION.edition, prevention_answered(kept.given)) == "the same"
    again = text(doctor.get(f"/episode/{page.split('/')[2]}/kept?again={kept.id}"))
    assert "Made again with today's rules: the same" in again
