"""Two people at one patient, and what becomes of an action that will not be done."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bundles import PATIENT
from first_answers import LIKELY
from veinway.care.knowledge import KNOWLEDGE
from veinway.language.errors import InputError
from veinway.web.clock import now
from veinway.web.service.actions import PREFIX, REASONS, action_of, settled
from veinway.web.service.deciding import answer_of, decide
from veinway.web.service.together import check_answer
from veinway.web.settings import Settings
from veinway.web.store.accounts import add_account
from veinway.web.store.audit import Actor, canonical
from veinway.web.store.database import reading, writing
from veinway.web.store.decisions import decisions_of
from veinway.web.store.patients import (
    Seen,
    answers_of,
    receive,
    say,
    seen_in,
    standing,
)
from web_site import PASSWORD, Site, made, words_of


@pytest.fixture
def site(tmp_path: Path) -> Site:
    found = made(tmp_path)
    with writing(found.app.state.store) as connection:
        add_account(connection, Actor("", now()), "second", "clinician", password=PASSWORD)
    return found


@pytest.fixture
def one(site: Site) -> TestClient:
    return site.browser("clinician")


@pytest.fixture
def other(site: Site) -> TestClient:
    return site.browser("second")


def _seen(browser: TestClient, episode: str) -> str:
    """What the page of this moment brings back with its forms."""
    found = re.search(r"/answer\?[^\"]*seen=(\d+-\d+)", browser.get(f"/episode/{episode}/facts").text)
    assert found is not None
    return found[1]


def _stands(site: Site, episode: str) -> dict[str, Any]:
    with reading(site.app.state.store) as connection:
        return {fact: a.said for (_, fact), a in standing(answers_of(connection, episode)).items()}


# Two people ---------------------------------------------------------------------------------------


def test_what_two_people_enter_about_different_things_is_kept_from_both_and_told(
    site: Site, one: TestClient, other: TestClient
) -> None:
    episode = site.case({})
    seen = _seen(other, episode)
    site.post(one, f"/episode/{episode}/answer?seen={seen}", fact="active_cancer", said="yes")
    form = {"fact": "previous_dvt", "said": "no"}
    answer = site.post(other, f"/episode/{episode}/answer?seen={seen}", **form)
    assert answer.status_code == 303
    assert _stands(site, episode) == {"active_cancer": True, "previous_dvt": False}
    told = words_of(other.get(answer.headers["location"]).text)
    assert re.search(r"Entered meanwhile, too: clinician, [-\d: ]+: Active cancer [^.]*: yes\.", told)


def test_an_answer_does_not_replace_one_that_its_author_has_not_seen(
    site: Site, one: TestClient, other: TestClient
) -> None:
    episode = site.case({})
    seen = _seen(other, episode)
    site.post(one, f"/episode/{episode}/answer?seen={seen}", fact="active_cancer", said="yes")
    form = {"fact": "active_cancer", "said": "no"}
    answer = site.post(other, f"/episode/{episode}/answer?seen={seen}", **form)
    assert answer.status_code == 422
    assert re.search(
        r"entered: clinician, [-\d: ]+: Active cancer [^.]*: yes\. What you entered was not kept",
        words_of(answer.text),
    )
    assert _stands(site, episode) == {"active_cancer": True}
    again = re.search(r"/answer\?[^\"]*seen=(\d+-\d+)", answer.text)
    assert again is not None
    assert again[1] != seen
    answer = site.post(other, f"/episode/{episode}/answer?seen={again[1]}", **form)
    assert answer.status_code == 303
    assert _stands(site, episode) == {"active_cancer": False}


def test_two_people_who_say_the_same_are_not_held_up(
    site: Site, one: TestClient, other: TestClient
) -> None:
    episode = site.case({})
    seen = _seen(other, episode)
    for browser in (one, other):
        form = {"fact": "active_cancer", "said": "yes"}
        answer = site.post(browser, f"/episode/{episode}/answer?seen={seen}", **form)
        assert answer.status_code == 303
    assert _stands(site, episode) == {"active_cancer": True}


def test_what_was_written_into_a_field_is_still_there_when_somebody_was_faster(
    site: Site, one: TestClient, other: TestClient
) -> None:
    episode = site.case({})
    seen = _seen(other, episode)
    address = f"/episode/{episode}/answer?section=facts&seen={seen}"
    site.post(one, address, fact="d_dimer", value="300", unit="ug/L{FEU}")
    answer = site.post(other, address, fact="d_dimer", value="740", unit="ug/L{FEU}")
    assert answer.status_code == 422
    assert 'value="740"' in answer.text


def test_nobody_takes_back_or_adds_to_what_they_have_not_seen(
    site: Site, one: TestClient, other: TestClient
) -> None:
    episode = site.case({"active_cancer": True})
    seen = _seen(other, episode)
    site.post(one, f"/episode/{episode}/answer?seen={seen}", fact="active_cancer", said="no")
    site.post(one, f"/episode/{episode}/mark?seen={seen}", event="interim_anticoagulant")
    taken = site.post(other, f"/episode/{episode}/take-back?seen={seen}", fact="active_cancer", side="")
    none = site.post(
        other, f"/episode/{episode}/answer?seen={seen}", fact="interim_anticoagulant", said="none"
    )
    assert (taken.status_code, none.status_code) == (422, 422)
    assert _stands(site, episode)["active_cancer"] is False
    assert len(_stands(site, episode)["interim_anticoagulant"]["some"]) == 1


def test_a_decision_is_kept_only_by_somebody_who_saw_what_it_was_given(
    site: Site, one: TestClient, other: TestClient
) -> None:
    episode = site.case(LIKELY)
    seen = _seen(other, episode)
    site.post(one, f"/episode/{episode}/answer?seen={seen}", fact="previous_dvt", said="yes")
    answer = site.post(other, f"/episode/{episode}/keep?section=kept&seen={seen}")
    assert answer.status_code == 422
    assert "The decision was not kept" in words_of(answer.text)
    with reading(site.app.state.store) as connection:
        assert decisions_of(connection, episode) == []
    answer = site.post(other, f"/episode/{episode}/keep?section=kept&seen={_seen(other, episode)}")
    assert answer.status_code == 303


def test_a_record_that_arrived_meanwhile_keeps_a_decision_from_being_kept(
    site: Site, other: TestClient
) -> None:
    episode = site.case(LIKELY)
    seen = _seen(other, episode)
    with writing(site.app.state.store) as connection:
        actor = Actor(site.account("clinician")["id"], now())
        patient = connection.exec_driver_sql("SELECT patient_id FROM episode").scalar_one()
        receive(connection, actor, patient, [PATIENT], "test")
    answer = site.post(other, f"/episode/{episode}/keep?section=kept&seen={seen}")
    assert answer.status_code == 422
    assert "more of the record was received" in words_of(answer.text)


def test_the_same_fact_of_the_other_leg_is_something_else(site: Site) -> None:
    episode = site.case({})
    actor = Actor(site.account("clinician")["id"], now())
    with writing(site.app.state.store) as connection:
        say(connection, actor, episode, "pitting_oedema", True, side="left")
        here = (connection, episode, Seen(0, 0), Settings().site, "pitting_oedema")
        check_answer(*here, "right", False)
        for side in ("left", ""):
            with pytest.raises(InputError, match="left leg"):
                check_answer(*here, side, False)


@pytest.mark.parametrize("text", ["", "x", "1", "1-2-3", "-1-2", "٣-٤", "9" * 40 + "-1"])
def test_an_address_that_says_nothing_of_what_was_seen_compares_nothing(text: str) -> None:
    assert seen_in(text) is None


# Not done -----------------------------------------------------------------------------------------

ACTION = "interim_anticoagulation"


def _not_done(site: Site, browser: TestClient, episode: str, **form: str) -> Any:
    return site.post(
        browser, f"/episode/{episode}/not-done?section=plan", action=ACTION, side="", **form
    )


def _state(site: Site, episode: str) -> tuple[str, str]:
    """The state of the action as the page's data has it, and why."""
    whole = site.browser("clinician").get(f"/episode/{episode}/plan").text
    page = words_of(whole.partition('id="section"')[2])
    found = re.search(r"Interim therapeutic anticoagulation[^▶✗–✓⋯]*[▶✗–✓⋯] (\w+)([^.]*)", page)
    assert found is not None, page
    return found[1], found[2]


def test_an_action_is_refused_with_a_coded_reason_and_is_not_due_any_more(
    site: Site, one: TestClient
) -> None:
    episode = site.case(LIKELY)
    assert _state(site, episode)[0] in ("due", "overdue")
    form = words_of(one.get(f"/episode/{episode}/plan?about={ACTION}").text)
    assert all(words in form for _, words in REASONS.values())
    assert (
        _not_done(site, one, episode, reason="patient_wish", note="afraid of bleeding").status_code
        == 303
    )
    state, why = _state(site, episode)
    assert state == "refused"
    assert "The patient does not want it: afraid of bleeding" in why
    history = words_of(one.get(f"/episode/{episode}/known").text)
    assert "refused: The patient does not want it: afraid of bleeding" in history


@pytest.mark.parametrize("form", [{}, {"reason": "laziness"}, {"reason": "other_refused", "note": " "}])
def test_an_action_is_not_done_only_with_a_reason_of_the_list(
    site: Site, one: TestClient, form: dict[str, str]
) -> None:
    episode = site.case(LIKELY)
    answer = _not_done(site, one, episode, **form)
    assert answer.status_code == 422
    assert "I298" in answer.text
    assert 'id="not-done-form"' in answer.text
    assert _state(site, episode)[0] in ("due", "overdue")


def test_an_action_that_there_is_not_cannot_be_refused(site: Site, one: TestClient) -> None:
    episode = site.case(LIKELY)
    form = {"action": "dance", "side": "", "reason": "patient_wish"}
    assert site.post(one, f"/episode/{episode}/not-done", **form).status_code == 400


def test_a_refusal_can_be_taken_back(site: Site, one: TestClient) -> None:
    episode = site.case(LIKELY)
    _not_done(site, one, episode, reason="not_available")
    assert _state(site, episode)[0] == "impossible"
    site.post(one, f"/episode/{episode}/take-back?section=plan", fact=PREFIX + ACTION, side="")
    assert _state(site, episode)[0] in ("due", "overdue")


def test_the_work_list_shows_what_is_not_done_and_why_after_all_that_is_due(
    site: Site, one: TestClient
) -> None:
    episode = site.case(LIKELY)
    _not_done(site, one, episode, reason="contraindicated", note="recent bleed")
    page = words_of(one.get("/worklist?show=not-done").text)
    assert re.search(
        r"Interim therapeutic anticoagulation.*impossible: There is a reason against it in this "
        r"patient: recent bleed.*not done",
        page,
    )
    everything = one.get("/worklist").text
    states = re.findall(r"vw-worklist__row--([a-z-]+)", everything)
    assert "not-done" in states
    assert states[-1] == "not-done"


def test_a_decision_with_a_refusal_is_made_again_to_the_byte(site: Site, one: TestClient) -> None:
    episode = site.case(LIKELY)
    _not_done(site, one, episode, reason="other_refused", note="wants to wait for her daughter")
    site.post(one, f"/episode/{episode}/keep?section=kept")
    with reading(site.app.state.store) as connection:
        [kept] = decisions_of(connection, episode)
    assert b'"refused"' in kept.answered
    assert b"wants to wait for her daughter" in kept.answered
    assert canonical(answer_of(decide(kept.given))) == kept.answered


def test_a_refusal_holds_for_what_other_guidelines_ask_for_alike() -> None:
    said = {"status": "refused", "reason": "patient_wish", "note": ""}
    told = settled([{"fact": PREFIX + "repeat_scan_day_6_to_8", "said": said, "at": now()}])
    keys = {each.action for each in told}
    assert {"repeat_scan_day_6_to_8", "repeat_scan_day_5_to_7"} <= keys
    acts = {action.act for key in keys if (action := action_of(PREFIX + key)) is not None}
    assert acts == {"repeat_scan"}


def test_the_key_of_every_action_fits_into_the_store() -> None:
    keys = [action.key for step in KNOWLEDGE.steps.values() for action in step.plan]
    assert max(len(PREFIX + key) for key in keys) <= 100
