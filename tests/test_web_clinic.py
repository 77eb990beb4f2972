"""The clinician's page: what it shows of a case, and what can be said on it."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import orjson
import pytest
from starlette.testclient import TestClient

from bundles import PATIENT, SYMPTOM, bundle
from first_answers import A_LEG, LIKELY
from veinway.care.facts.tests import scan_segment
from veinway.care.knowledge import KNOWLEDGE
from veinway.language import Choice, DateFact, Event, Fact, Measure
from veinway.web.clock import now
from veinway.web.rendering import fragment
from veinway.web.sections import SECTIONS, facts, veins
from veinway.web.sections.asking import asked
from veinway.web.sections.case import load
from veinway.web.store.audit import Actor, entries
from veinway.web.store.database import reading, writing
from veinway.web.store.decisions import REASONS, decisions_of
from veinway.web.store.patients import (
    Named,
    add_patient,
    answers_of,
    open_episode,
    receive,
    resources_of,
    standing,
)
from web_site import Site, words_of


def _stands(site: Site, episode: str) -> dict[tuple[str, str], Any]:
    with reading(site.app.state.store) as connection:
        found = standing(answers_of(connection, episode))
    return {(fact, side): each.said for (side, fact), each in found.items()}


def _say(site: Site, doctor: TestClient, episode: str, fact: str, **form: str) -> Any:
    return site.post(doctor, f"/episode/{episode}/answer", fact=fact, side="", **form)


# Patients -----------------------------------------------------------------------------------------


def test_a_patient_is_found_by_name_identifier_and_date_of_birth(site: Site, doctor: TestClient) -> None:
    site.case({}, Named("943", "Marsh", "Cora", "1958-02-11"))
    site.case({}, Named("111", "Vale", "Dov", "1970-01-01"))
    for words in ("mar", "cora marsh", "943", "1958-02-11"):
        found = doctor.get("/clinic", params={"find": words}).text.partition("Open episodes")[0]
        assert "Marsh, Cora" in found
        assert "Vale" not in found


def test_open_episodes_are_listed_with_age_and_what_is_due(site: Site, doctor: TestClient) -> None:
    episode = site.case({**A_LEG, "limb_threat": True})
    assert "Marsh, Cora" in doctor.get("/clinic").text
    assert "emergency vascular referral" in words_of(doctor.get(f"/episode/{episode}/line").text)


def test_a_new_patient_begins_with_what_the_form_says_and_nothing_else(
    site: Site, doctor: TestClient
) -> None:
    answer = site.post(
        doctor, "/clinic/new", family_name="Rooke", birth_date="1961-05", sex="female", index=""
    )
    assert answer.status_code == 303
    episode = answer.headers["location"].rpartition("/")[2]
    said = {("birth_date", ""): "1961-05", ("sex_at_birth", ""): "female"}
    assert _stands(site, episode) == said


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [("birth_date", "last May", "F207"), ("index", "soon", "F207"), ("index", "2999-01-01", "F207")],
)
def test_a_field_that_cannot_be_read_is_told_beside_it_with_what_was_entered(
    site: Site, doctor: TestClient, field: str, value: str, code: str
) -> None:
    page = site.post(doctor, "/clinic/new", family_name="Rooke", **{field: value})
    assert page.status_code == 422
    place = page.text.index(f'id="{field}-error"')
    assert code in page.text[place : place + 400]
    assert f'value="{value}"' in page.text
    assert 'value="Rooke"' in page.text


# Records ------------------------------------------------------------------------------------------


def test_a_pasted_bundle_becomes_a_patient_with_an_episode(site: Site, doctor: TestClient) -> None:
    answer = site.post(doctor, "/clinic/import", pasted=bundle(PATIENT, SYMPTOM))
    assert answer.status_code == 303
    page = doctor.get(answer.headers["location"] + "/known").text
    assert "Condition/c1" in page
    assert "65 years" in page or "years" in page


def test_a_bundle_can_be_sent_as_a_file(site: Site, doctor: TestClient) -> None:
    file = {"bundle": ("one.json", bundle(PATIENT, SYMPTOM).encode())}
    form = {"form_token": site.token(doctor), "pasted": ""}
    answer = doctor.post("/clinic/import", data=form, files=file)
    assert answer.headers["location"].startswith("/episode/")


@pytest.mark.parametrize(
    ("pasted", "code"),
    [
        ("", "S313"),
        ("{", "S313"),
        ("[]", "S313"),
        ('{"resourceType": "Patient"}', "S314"),
        (bundle(), "S315"),
        (bundle(SYMPTOM), "S319"),
        (bundle(PATIENT, {**PATIENT, "id": "p2"}), "S319"),
    ],
)
def test_what_is_no_bundle_of_one_patient_is_refused_in_words_with_a_code(
    site: Site, doctor: TestClient, pasted: str, code: str
) -> None:
    page = site.post(doctor, "/clinic/import", pasted=pasted)
    assert page.status_code == 422
    assert code in page.text
    assert unescape(page.text).count(pasted.strip()) or not pasted


def test_more_of_a_record_is_added_to_its_patient_and_to_nobody_else(
    site: Site, doctor: TestClient
) -> None:
    episode = site.post(doctor, "/clinic/import", pasted=bundle(PATIENT)).headers["location"]
    person = re.search(r'href="/patient/([^"]+)"', doctor.get(episode).text)
    assert person is not None
    address = f"/patient/{person[1]}/import"
    assert site.post(doctor, address, pasted=bundle(SYMPTOM)).status_code == 303
    other = site.post(doctor, address, pasted=bundle({**PATIENT, "id": "p2"}))
    assert other.status_code == 422
    assert "S319" in other.text
    with reading(site.app.state.store) as connection:
        kinds = [each["resourceType"] for each in resources_of(connection, person[1])]
    assert sorted(kinds) == ["Condition", "Patient"]


def test_the_first_suspicion_of_a_record_without_one_does_not_move_with_the_clock(
    site: Site, doctor: TestClient
) -> None:
    """Otherwise nothing would ever become overdue."""
    actor = Actor(site.account("clinician")["id"], "2026-03-04T10:00:00+00:00")
    with writing(site.app.state.store) as connection:
        person = add_patient(connection, actor, Named("1"))
        receive(connection, actor, person, [PATIENT], "a test")
        episode = open_episode(connection, actor, person, actor.at)
    settings = site.app.state.settings
    later = load(site.app.state.store, settings.site, episode, "2026-03-06T10:00:00+00:00", {})
    assert later.assessment.situation.index == later.assessment.situation.at - 2


# The page -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("section", SECTIONS, ids=lambda each: each.key)
@pytest.mark.parametrize("answers", [{}, A_LEG, {**A_LEG, "deep_vein_tenderness@left": True}])
def test_every_section_is_shown_for_every_kind_of_case(
    site: Site, doctor: TestClient, section: Any, answers: dict[str, Any]
) -> None:
    page = doctor.get(f"/episode/{site.case(answers)}/{section.key}")
    assert page.status_code == 200
    assert f'<h2 id="section-heading">{section.title}</h2>' in page.text


def test_an_unknown_section_and_an_unknown_episode_are_told(site: Site, doctor: TestClient) -> None:
    assert doctor.get(f"/episode/{site.case({})}/nothing").status_code == 404
    assert "I284" in doctor.get("/episode/none").text


def test_nothing_is_chosen_beforehand(site: Site, doctor: TestClient) -> None:
    for section in ("veins", "facts"):
        page = doctor.get(f"/episode/{site.case(A_LEG)}/{section}").text
        assert " checked" not in page
        assert " selected" not in page


def test_what_is_due_says_by_when_and_on_whose_authority(site: Site, doctor: TestClient) -> None:
    page = words_of(doctor.get(f"/episode/{site.case(LIKELY)}").text)
    assert re.search(r"Interim therapeutic anticoagulation.*? ▶ due by 20\d\d.*?NICE NG158", page)


def test_a_score_is_shown_from_low_to_high_with_the_bands_that_are_possible(
    site: Site, doctor: TestClient
) -> None:
    page = words_of(doctor.get(f"/episode/{site.case({**A_LEG, 'active_cancer': True})}").text)
    assert "Two-level DVT Wells score (10 items, 2003) -1 to 9: ? DVT unlikely or DVT likely" in page


def test_not_known_and_no_differ_in_sign_and_words(site: Site, doctor: TestClient) -> None:
    answers = {**A_LEG, "active_cancer": "unknown", "previous_dvt": False}
    page = doctor.get(f"/episode/{site.case(answers)}").text
    assert re.search(r'vw-sign--unknown">\?</span> Active cancer.*?<strong>asked, not known', page)
    assert re.search(r'vw-sign--no">○</span> Previously documented.*?<strong>no<', page)


def test_what_was_asked_and_not_known_is_asked_last(site: Site, doctor: TestClient) -> None:
    address = f"/episode/{site.case({**A_LEG, 'active_cancer': 'unknown'})}"
    assert "asked, and not known (1)" in words_of(doctor.get(address).text)
    page = doctor.get(f"{address}/questions").text
    before, _, after = page.partition("Asked, and not known (1)")
    assert not re.search('id="(q|more)-active_cancer"|about=active_cancer', before)
    assert re.search('id="more-active_cancer"|about=active_cancer', after)


def test_an_emergency_that_is_not_excluded_is_asked_about_and_never_told_as_decided(
    site: Site, doctor: TestClient
) -> None:
    page = doctor.get(f"/episode/{site.case({})}").text
    assert "Not excluded." in page
    assert "At once:" not in page
    page = doctor.get(f"/episode/{site.case({'limb_threat': True, 'haemodynamic_instability': False})}")
    assert "At once:" in page.text


def test_each_limb_has_a_tab_and_the_more_symptomatic_one_speaks_first(
    site: Site, doctor: TestClient
) -> None:
    both = {"leg_symptoms@left": True, "leg_symptoms@right": True}
    episode = site.case({**A_LEG, **both, "deep_vein_tenderness@right": True})
    page = doctor.get(f"/episode/{episode}").text
    assert page.index("Right leg") < page.index("Left leg")
    left = words_of(doctor.get(f"/episode/{episode}?limb=left").text)
    assert "Wells score (10 items, 2003) -2 to 8" not in left
    assert "Tenderness along the deep veins (right leg): yes" in left


def test_the_strict_view_presumes_nothing(site: Site, doctor: TestClient) -> None:
    episode = site.case({**LIKELY, "inpatient": None})
    assert "Strict: nothing is presumed" in doctor.get(f"/episode/{episode}?strict=1").text
    known = doctor.get(f"/episode/{episode}/why?strict=1").text
    assert "Presumed, because nothing is recorded" not in known


# Answers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fact", "form", "kept"),
    [
        ("active_cancer", {"said": "yes"}, True),
        ("active_cancer", {"said": "no"}, False),
        ("active_cancer", {"said": "unknown"}, "unknown"),
        ("postpartum_days", {"said": "never"}, "never"),
        (
            "calf_difference",
            {"value": "3.5", "sign": "value", "unit": "cm"},
            {"value": "3.5", "unit": "cm"},
        ),
        (
            "d_dimer",
            {"value": "0.27", "sign": "below", "unit": "mg/L{FEU}"},
            {"below": "0.27", "unit": "mg/L{FEU}"},
        ),
        ("birth_date", {"year": "1961"}, "1961"),
        ("birth_date", {"year": "1961", "month": "5"}, "1961-05"),
        ("birth_date", {"year": "1961", "month": "5", "day": "3"}, "1961-05-03"),
        ("leg_side", {"said": "both"}, "both"),
        ("leg_side", {"not_known": "1"}, "unknown"),
        ("surgery", {"said": "none"}, []),
    ],
)  # fmt: skip
def test_an_answer_is_kept_as_it_was_given(
    site: Site, doctor: TestClient, fact: str, form: dict[str, str], kept: Any
) -> None:
    episode = site.case({})
    answer = _say(site, doctor, episode, fact, **form)
    assert answer.status_code == 303
    assert _stands(site, episode)[fact, ""] == kept
    assert "Saved. " in doctor.get(answer.headers["location"]).text


@pytest.mark.parametrize(
    ("fact", "form", "code"),
    [
        ("active_cancer", {}, "F202"),
        ("active_cancer", {"said": "maybe"}, "F202"),
        ("calf_difference", {"value": "3,5", "unit": "cm"}, "F202"),
        ("calf_difference", {"value": "3", "unit": "kg"}, "F203"),
        ("d_dimer", {"value": "300"}, "F204"),
        ("calf_difference", {"value": "900", "unit": "cm"}, "F205"),
        ("birth_date", {"year": "1961", "month": "13"}, "F207"),
        ("calf_difference", {"value": "3.51", "unit": "mm"}, "F208"),
        ("leg_side", {"said": "middle"}, "F209"),
    ],
)
def test_an_answer_that_cannot_be_used_is_told_beside_its_field_and_not_kept(
    site: Site, doctor: TestClient, fact: str, form: dict[str, str], code: str
) -> None:
    episode = site.case({})
    page = site.post(doctor, f"/episode/{episode}/answer?section=facts", fact=fact, side="", **form)
    assert page.status_code == 422
    place = page.text.index(f'id="f-{fact}-field-error"')
    assert code in page.text[place : place + 600]
    assert page.text.startswith("<!DOCTYPE html>")
    assert "<title>Error: " in page.text
    assert _stands(site, episode) == {}
    for value in (form.get(key) for key in ("value", "year")):
        assert value is None or f'value="{value}"' in page.text


def test_an_answer_that_contradicts_another_is_refused_and_the_page_can_still_be_read(
    site: Site, doctor: TestClient
) -> None:
    episode = site.case({"birth_date": "1958-02-11"})
    page = _say(site, doctor, episode, "age_years", value="12", unit="a")
    assert page.status_code == 422
    assert "F206" in page.text
    assert doctor.get(f"/episode/{episode}").status_code == 200


def test_an_unknown_fact_or_limb_is_refused(site: Site, doctor: TestClient) -> None:
    episode = site.case({})
    assert "F201" in _say(site, doctor, episode, "actve_cancer", said="yes").text
    form = {"fact": "active_cancer", "side": "middle", "said": "yes"}
    assert "F202" in site.post(doctor, f"/episode/{episode}/answer", **form).text
    assert _stands(site, episode) == {}


def test_an_answer_can_be_taken_back_and_the_history_says_who_said_what(
    site: Site, doctor: TestClient
) -> None:
    episode = site.case({})
    _say(site, doctor, episode, "active_cancer", said="yes")
    answer = site.post(doctor, f"/episode/{episode}/take-back", fact="active_cancer", side="")
    assert "Taken back: Active cancer" in words_of(doctor.get(answer.headers["location"]).text)
    assert _stands(site, episode) == {}
    history = words_of(doctor.get(f"/episode/{episode}/known").text)
    assert re.search(r"clinician: Active cancer [^:]*: taken back", history)
    assert re.search(r"clinician: Active cancer [^:]*: yes", history)


def test_with_htmx_an_error_is_shown_like_any_other_page(site: Site, doctor: TestClient) -> None:
    episode = site.case({})
    form = {"form_token": site.token(doctor), "fact": "active_cancer", "side": "", "said": "maybe"}
    page = doctor.post(
        f"/episode/{episode}/answer?section=facts", data=form, headers={"hx-request": "true"}
    )
    assert page.status_code == 200
    assert "F202" in page.text


def test_events_are_added_to_each_other_and_do_not_claim_to_be_all(
    site: Site, doctor: TestClient
) -> None:
    episode = site.case({})
    day = now()[:10]
    _say(site, doctor, episode, "surgery", when="2020-01-05", **{"with.major": "yes"})
    _say(site, doctor, episode, "surgery", when=day, **{"with.anaesthesia": "general"})
    events = [{"date": "2020-01-05", "major": True}, {"date": day, "anaesthesia": "general"}]
    assert _stands(site, episode)["surgery", ""] == {"some": events}
    assert "F207" in _say(site, doctor, episode, "surgery", when="2999-01-01").text


def test_one_press_says_that_something_was_requested_or_done(site: Site, doctor: TestClient) -> None:
    episode = site.case(LIKELY)
    site.post(doctor, f"/episode/{episode}/mark", event="interim_anticoagulant")
    page = words_of(doctor.get(f"/episode/{episode}").text)
    assert re.search(r"Done \(\d\).*Interim therapeutic anticoagulation", page)
    assert site.post(doctor, f"/episode/{episode}/mark", event="active_cancer").status_code == 400


def test_every_fact_and_event_can_be_entered_in_every_unit(site: Site) -> None:
    case = load(site.app.state.store, site.app.state.settings.site, site.case({}), now(), {})

    def form_about(part: Fact | Event) -> str:
        return fragment("sections/facts.html", case=case, who=None, shown={"asked": [asked(part, case)]})

    for key, fact in KNOWLEDGE.facts.items():
        form = form_about(fact)
        assert f'id="f-{key}"' in form
        if isinstance(fact, Measure):
            assert all(f'value="{unit}"' in form for unit, _ in fact.also), key
            assert f'value="{fact.symbol}"' in form
            assert 'value="below"' in form
        elif isinstance(fact, Choice):
            assert all(f'value="{option}"' in form for option in fact.option_keys()), key
        elif isinstance(fact, DateFact):
            assert all(f'name="{part}"' in form for part in ("day", "month", "year"))
    for key, event in KNOWLEDGE.events.items():
        form = form_about(event)
        assert f'id="f-{key}"' in form
        assert all(f'name="with.{each.key}' in form for each in event.attributes), key


def test_every_fact_and_event_is_found_under_what_it_costs_to_find_out(
    site: Site, doctor: TestClient
) -> None:
    address = f"/episode/{site.case({})}/facts"
    asked_for = [{"kind": kind, "rest": "1"} for kind in facts.KINDS]
    pages = "".join(doctor.get(address, params=params).text for params in asked_for)
    for key in (*KNOWLEDGE.facts, *KNOWLEDGE.events):
        assert f'id="f-{key}"' in pages or f"about={key}" in pages, key
    assert 'id="f-d_dimer"' in doctor.get(address, params={"about": "d_dimer"}).text


def test_a_fact_can_be_searched_for(site: Site, doctor: TestClient) -> None:
    page = doctor.get(f"/episode/{site.case({})}/facts", params={"find": "calf circumference"}).text
    assert 'id="f-calf_difference"' in page
    assert 'id="f-active_cancer"' not in page


# The veins ----------------------------------------------------------------------------------------


def test_every_vein_that_a_scan_can_name_is_drawn_and_listed(site: Site, doctor: TestClient) -> None:
    keys = set(scan_segment.option_keys()) - {veins.NO_VEIN}
    assert {vein.key for vein in veins.VEINS} == keys
    listed = [key for _, group in veins._groups() for key, _ in group]
    assert sorted(listed) == sorted(scan_segment.option_keys())


def test_a_clot_is_marked_with_its_result_and_its_extent_is_recognised(
    site: Site, doctor: TestClient
) -> None:
    episode = site.case(A_LEG)
    form = {"side": "left", "with.result": "dvt_proximal", "with.segment": "external_iliac"}
    answer = site.post(doctor, f"/episode/{episode}/scan?section=veins", **form, when=now()[:10])
    page = doctor.get(answer.headers["location"]).text
    assert "Iliofemoral DVT: common femoral or iliac vein." in page
    assert re.search(r"vw-vein--external_iliac vw-vein--left vw-vein--clot", page)
    assert "Extent, left: iliofemoral" in words_of(page)
    said = _stands(site, episode)["leg_scan", "left"]["some"]
    assert said[0]["segment"] == "external_iliac"


@pytest.mark.parametrize("form", [{"with.result": "dvt_proximal"}, {"side": "left"}])
def test_a_scan_without_a_leg_or_a_result_is_refused(
    site: Site, doctor: TestClient, form: dict[str, str]
) -> None:
    episode = site.case(A_LEG)
    page = site.post(doctor, f"/episode/{episode}/scan?section=veins", **form)
    assert page.status_code == 422
    assert "F202" in page.text
    assert ("leg_scan", "left") not in _stands(site, episode)


def test_a_vein_of_the_picture_can_be_chosen_without_a_script(site: Site, doctor: TestClient) -> None:
    page = doctor.get(f"/episode/{site.case(A_LEG)}/veins?side=left&segment=popliteal").text
    assert re.search(r'value="popliteal" id="vein-popliteal" checked', page)
    assert re.search(r'value="left" id="side-left" checked', page)


def test_symptoms_in_both_legs_make_a_tab_for_each(site: Site, doctor: TestClient) -> None:
    episode = site.case(A_LEG)
    site.post(doctor, f"/episode/{episode}/limbs", limbs="both")
    page = doctor.get(f"/episode/{episode}").text
    assert "Left leg" in page
    assert 'aria-label="Limb"' in page
    assert site.post(doctor, f"/episode/{episode}/limbs").status_code == 422


# Sections -----------------------------------------------------------------------------------------


def test_the_route_that_is_taken_is_lit_and_what_is_ruled_out_is_told(
    site: Site, doctor: TestClient
) -> None:
    page = doctor.get(f"/episode/{site.case(A_LEG)}/pathway").text
    assert "● This is the route Symptoms in a leg: the pathway for suspected DVT." in words_of(page)
    assert "○ Ruled out Chest symptoms: the pathway for pulmonary embolism." in words_of(page)
    unknown = words_of(doctor.get(f"/episode/{site.case({})}/pathway").text)
    assert "? Not known yet Emergency: unstable." in unknown
    assert "This is the route" not in unknown.partition("Where the patient belongs")[2]


def test_guidelines_stand_side_by_side_with_what_differs_first(site: Site, doctor: TestClient) -> None:
    page = doctor.get(f"/episode/{site.case(LIKELY)}/guidelines").text
    assert "Different action" in page
    assert "recommendation 1.1.4" in page
    assert page.index("≠") < page.index('aria-hidden="true">–')


def test_the_explanation_leads_down_to_the_record(site: Site, doctor: TestClient) -> None:
    measured = {
        "resourceType": "Observation",
        "id": "o1",
        "status": "final",
        "subject": {"reference": "Patient/p1"},
        "code": {"coding": [{"system": "https://veinway.org/fhir/fact", "code": "d_dimer"}]},
        "effectiveDateTime": "2026-03-04T10:00:00Z",
        "issued": "2026-03-04T10:30:00Z",
        "valueQuantity": {"value": 0.3, "code": "mg/L{FEU}", "system": "http://unitsofmeasure.org"},
    }
    pasted = bundle(PATIENT, SYMPTOM, measured)
    episode = site.post(doctor, "/clinic/import", pasted=pasted).headers["location"]
    page = words_of(doctor.get(f"{episode}/why?of=d_dimer_result_fixed").text)
    assert "Observation/o1" in page
    assert "0.3 mg/L" in page
    assert "300 µg/L FEU" in page


def test_a_supposition_shows_what_would_change_and_is_not_kept(site: Site, doctor: TestClient) -> None:
    episode = site.case(LIKELY)
    query = "about=d_dimer&answered=1&value=100&sign=value&unit=ug/L{FEU}"
    page = doctor.get(f"/episode/{episode}/what-if?{query}").text
    assert "What would change" in page
    assert "D-dimer against the fixed cut-off" in page
    assert ("d_dimer", "") not in _stands(site, episode)
    more = doctor.get(f"/episode/{episode}/what-if", params={"if": "limb_threat::true"}).text
    assert "limb is threatened" in more
    assert "emergency vascular referral" in words_of(more) or "limb emergency" in words_of(more).lower()


@pytest.mark.parametrize("query", ["about=nothing", "if=nothing::true", "if=active_cancer::7", "if=x"])
def test_a_supposition_that_cannot_be_read_is_told(site: Site, doctor: TestClient, query: str) -> None:
    page = doctor.get(f"/episode/{site.case({})}/what-if?{query}")
    assert page.status_code == 200
    assert re.search(r"\[F20\d\]", page.text)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda each: each.key)
def test_an_answer_leads_back_to_the_section_and_limb_from_which_it_was_given(
    site: Site, doctor: TestClient, section: Any
) -> None:
    episode = site.case({**A_LEG, "leg_symptoms@left": True})
    address = f"/episode/{episode}/answer?section={section.key}&limb=left"
    form = {"fact": "deep_vein_tenderness", "side": "left", "said": "yes"}
    page = doctor.get(site.post(doctor, address, **form).headers["location"])
    assert page.url.path == f"/episode/{episode}/{section.key}"
    assert "Saved. Tenderness along the deep veins: yes." in page.text
    assert "F20" not in page.text


# Decisions ----------------------------------------------------------------------------------------


def test_a_decision_is_kept_and_comes_out_the_same_when_it_is_made_again(
    site: Site, doctor: TestClient
) -> None:
    episode = site.case(LIKELY)
    answer = site.post(doctor, f"/episode/{episode}/keep?section=kept")
    page = doctor.get(answer.headers["location"]).text
    assert "The decision is kept." in page
    assert "Interim therapeutic anticoagulation" in page.partition("Kept decisions</h2>")[2]
    with reading(site.app.state.store) as connection:
        kept = decisions_of(connection, episode)[0]
    assert "LIKELY" not in orjson.dumps(kept.given).decode()
    again = doctor.get(f"/episode/{episode}/kept?again={kept.id}").text
    assert "Made again with today's rules: the same" in unescape(again)


def test_what_is_done_otherwise_is_kept_with_a_reason_from_the_list(
    site: Site, doctor: TestClient
) -> None:
    episode = site.case(LIKELY)
    site.post(doctor, f"/episode/{episode}/keep?section=kept")
    with reading(site.app.state.store) as connection:
        kept = decisions_of(connection, episode)[0]
    address = f"/episode/{episode}/otherwise?section=kept"
    form = {"decision": kept.id, "about": "interim_anticoagulation"}
    refused = site.post(doctor, address, **form, reason="other")
    assert refused.status_code == 422
    assert "I283" in refused.text
    site.post(doctor, address, **form, reason="contraindicated", note="Bleeding")
    page = words_of(doctor.get(f"/episode/{episode}/kept").text)
    assert f"{REASONS['contraindicated']} : Bleeding" in page or "Bleeding" in page


def test_a_strict_decision_is_made_again_strictly(site: Site, doctor: TestClient) -> None:
    episode = site.case(LIKELY)
    site.post(doctor, f"/episode/{episode}/keep?section=kept&strict=1")
    with reading(site.app.state.store) as connection:
        kept = decisions_of(connection, episode)[0]
    assert kept.given["strict"] is True
    again = doctor.get(f"/episode/{episode}/kept?again={kept.id}").text
    assert "Made again with today's rules: the same" in unescape(again)


def test_no_page_about_a_patient_is_large(site: Site, doctor: TestClient) -> None:
    for answers in ({}, A_LEG, {**LIKELY, "chest_symptoms": True, "arm_symptoms": True}):
        episode = site.case(answers)
        for section in SECTIONS:
            page = doctor.get(f"/episode/{episode}/{section.key}")
            assert len(page.content) < 150_000, section.key


def test_a_script_is_sent_the_main_part_and_a_browser_without_one_is_led_to_the_page(
    site: Site, doctor: TestClient
) -> None:
    episode = site.case(A_LEG)
    form = {"form_token": site.token(doctor), "fact": "active_cancer", "said": "yes"}
    address = f"/episode/{episode}/answer?section=known"
    part = doctor.post(address, data=form, headers={"hx-request": "true"})
    assert part.status_code == 200
    assert part.text.lstrip().startswith("<title>")
    assert "<html" not in part.text
    assert "Saved. Active cancer" in words_of(part.text)
    assert doctor.post(address, data=form).status_code == 303
    whole = doctor.get(
        f"/episode/{episode}/known",
        headers={"hx-request": "true", "hx-history-restore-request": "true"},
    )
    assert "<html" in whole.text


def test_whoever_is_answered_at_once_is_noted_like_whoever_loads_the_page(
    site: Site, doctor: TestClient
) -> None:
    episode = site.case(A_LEG)
    form = {"form_token": site.token(doctor), "fact": "active_cancer", "said": "maybe"}
    doctor.post(f"/episode/{episode}/answer", data=form)
    with reading(site.app.state.store) as connection:
        newest = entries(connection, newest=1)[0]
    assert (newest["what"], newest["about"]) == ("patient.view", f"episode/{episode}")


@pytest.mark.parametrize("at", ["", "0", "0.0", "p0", "p0.0", "9999", "x", "0.x", "p", "-1", "p-1"])
def test_a_branch_of_an_explanation_has_an_address_and_a_wrong_one_shows_the_whole_tree(
    site: Site, doctor: TestClient, at: str
) -> None:
    page = doctor.get(f"/episode/{site.case(LIKELY)}/why", params={"at": at})
    assert page.status_code == 200
    assert ("The whole tree" in page.text) is (at in ("0", "0.0", "p0", "p0.0"))
