"""The list of what is due, and counts without names: what is on them, in which order, and how fast."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from first_answers import LIKELY_DVT
from veinway.records.profile import Profile
from veinway.web.clock import now
from veinway.web.pages.worklist import length_words
from veinway.web.service import overview as overviews
from veinway.web.service.counting import hidden_together
from veinway.web.service.due import Due
from veinway.web.service.overview import Overview
from veinway.web.store.audit import Actor
from veinway.web.store.closing import close_episode
from veinway.web.store.database import writing
from veinway.web.store.patients import Named, add_patient, open_episode, receive, say
from web_site import Site, ago, made, words_of


def _case(site: Site, name: str, answers: dict[str, Any], **since: float) -> str:
    named = Named("943", name, "Cora", "1958-02-11")
    return site.case(answers, named, at=ago(**(since or {"hours": 1})))


def _event(**since: float) -> list[dict[str, Any]]:
    return [{"date": ago(**since)}]


def _rows(client: TestClient, **query: str) -> list[str]:
    """The rows of the list, each as one line of text."""
    answer = client.get("/worklist", params=query)
    assert answer.status_code == 200
    body = answer.text.partition("<tbody>")[2].partition("</tbody>")[0]
    return [words_of(row) for row in body.split("</tr>")[:-1]]


# What is on the list ------------------------------------------------------------------------------


def test_a_scan_past_24_hours_is_overdue_and_tells_how_late(site: Site, clinic: TestClient) -> None:
    _case(site, "Eastley", {**LIKELY_DVT, "leg_scan_request": _event(hours=29)}, hours=30)
    (row,) = [each for each in _rows(clinic, show="overdue", kind="scan") if "ultrasound" in each]
    assert "Eastley" in row
    assert "within 24 hours" in row
    assert "✗ overdue" in row
    assert re.search(r" (5 h 59 min|6 h) ", row), row
    assert "NICE NG158, recommendation 1.1.4" in row


def test_a_scan_past_4_hours_is_on_the_list_as_a_quality_measure(site: Site, clinic: TestClient) -> None:
    _case(site, "Dane", {**LIKELY_DVT, "leg_scan_request": _event(hours=5)}, hours=6)
    rows = _rows(clinic, kind="measure")
    (late,) = [each for each in rows if "within 4 hours of its request" in each]
    assert "✗ overdue" in late
    assert re.search(r" (59 min|1 h)", late), late
    (soon,) = [each for each in rows if "within 24 hours of suspected DVT" in each]
    assert "▶ due" in soon


def test_a_measure_that_is_met_or_lost_for_good_is_not_on_the_list(
    site: Site, clinic: TestClient
) -> None:
    scan = [{"date": ago(hours=1), "result": "dvt_proximal"}]
    _case(site, "Dane", {**LIKELY_DVT, "leg_scan_request": _event(hours=5), "leg_scan": scan}, hours=6)
    assert [each for each in _rows(clinic, kind="measure") if "of its request" in each] == []


@pytest.mark.parametrize(
    ("days", "state", "shown"),
    [(9, "overdue", "overdue"), (7, "due", "all"), (3, "later", "all")],
)
def test_a_repeat_scan_is_later_due_and_overdue_by_the_days_of_its_window(
    site: Site, clinic: TestClient, days: int, state: str, shown: str
) -> None:
    scan = [{"date": ago(days=days), "result": "negative_proximal"}]
    d_dimer = {"value": 1400, "unit": "ug/L{FEU}"}
    answers = {**LIKELY_DVT, "d_dimer": d_dimer, "leg_scan_request": _event(days=days), "leg_scan": scan}
    _case(site, "Ashdown", answers, days=days)
    (row,) = [each for each in _rows(clinic, show=shown, kind="repeat") if "Repeat" in each]
    assert f" {state} " in row
    assert ("1 day " in row) is (state == "overdue")


def test_what_was_asked_for_is_listed_as_requested(site: Site, clinic: TestClient) -> None:
    unlikely = {"deep_vein_tenderness": False, "entire_leg_swollen": False, "bedridden_days": 0}
    signs = ("paralysis_paresis_or_cast", "pitting_oedema_confined", "collateral_superficial_veins")
    calf = {"calf_difference": {"value": "1", "unit": "cm"}, "surgery": []}
    answers = {**LIKELY_DVT, **unlikely, **calf, **dict.fromkeys(signs, False)}
    _case(site, "Calder", {**answers, "d_dimer_request": _event(minutes=30)})
    (row,) = _rows(clinic, show="requested", kind="d-dimer")
    assert "⋯ requested" in row


def test_treatment_to_start_is_on_the_list(site: Site, clinic: TestClient) -> None:
    scan = [{"date": ago(minutes=30), "result": "dvt_proximal"}]
    _case(site, "Garrick", {**LIKELY_DVT, "leg_scan": scan})
    assert [each for each in _rows(clinic, kind="treatment") if "Offer anticoagulation" in each]


def test_what_must_not_wait_comes_first_and_then_what_is_overdue(site: Site, clinic: TestClient) -> None:
    _case(site, "Later", {**LIKELY_DVT, "scan_obtainable_in_4_hours": False})
    _case(site, "Overdue", {**LIKELY_DVT, "leg_scan_request": _event(hours=29)}, hours=30)
    _case(site, "Threat", {**LIKELY_DVT, "limb_threat": True})
    rows = _rows(clinic)
    assert "Threat" in rows[0]
    assert "! at once" in rows[0]
    states = [re.search(r"[!✗▶⋯○] (at once|overdue|due|requested|later)", row)[1] for row in rows]  # type: ignore[index]
    order = ["at once", "overdue", "due", "requested", "later"]
    assert states == sorted(states, key=order.index)


def test_each_limb_has_rows_and_links_of_its_own(site: Site, clinic: TestClient) -> None:
    answers = {
        **LIKELY_DVT,
        "leg_symptoms@left": True,
        "leg_symptoms@right": True,
        "scan_obtainable_in_4_hours": False,
    }
    episode = _case(site, "Both", answers)
    page = clinic.get("/worklist", params={"kind": "scan"}).text
    assert f'href="/episode/{episode}?limb=left"' in page
    assert f'href="/episode/{episode}?limb=right"' in page


def test_what_several_guidelines_ask_for_alike_is_one_row_with_all_sources(
    site: Site, clinic: TestClient
) -> None:
    scan = [{"date": ago(days=7), "result": "negative_proximal"}]
    d_dimer = {"value": 1400, "unit": "ug/L{FEU}"}
    _case(site, "Brook", {**LIKELY_DVT, "d_dimer": d_dimer, "leg_scan": scan}, days=7)
    rows = [each for each in _rows(clinic, kind="treatment") if "Stop interim" in each]
    assert len(rows) == 1
    assert rows[0].count(";") >= 2


def test_times_are_those_of_the_site(tmp_path: Path) -> None:
    site = made(tmp_path, site=Profile(time_zone="Pacific/Auckland"))
    _case(site, "Calder", {**LIKELY_DVT, "scan_obtainable_in_4_hours": False})
    text = words_of(site.browser("clinic").get("/worklist").text)
    there = datetime.fromisoformat(now()).astimezone(ZoneInfo("Pacific/Auckland"))
    assert f"Now {there:%Y-%m-%d}" in text
    assert "Pacific/Auckland" in text


def test_a_closed_episode_owes_nothing_and_owes_it_again_once_it_is_open(
    site: Site, clinic: TestClient
) -> None:
    episode = _case(site, "Calder", {**LIKELY_DVT, "scan_obtainable_in_4_hours": False})
    assert _rows(clinic)
    site.post(clinic, f"/episode/{episode}/closing", act="close", reason="elsewhere")
    assert _rows(clinic) == []
    site.post(clinic, f"/episode/{episode}/closing", act="reopen", reason="mistake")
    assert _rows(clinic)


def test_an_answer_changes_the_list_at_once(site: Site, clinic: TestClient) -> None:
    episode = _case(site, "Calder", {**LIKELY_DVT, "scan_obtainable_in_4_hours": False})
    assert [each for each in _rows(clinic) if "Interim" in each]
    actor = Actor(site.account("clinician")["id"], now())
    with writing(site.app.state.store) as connection:
        say(connection, actor, episode, "interim_anticoagulant", [{"date": actor.at}])
    assert [each for each in _rows(clinic, kind="treatment") if "Interim" in each] == []


@pytest.mark.parametrize("query", [{"show": "x"}, {"kind": "x"}, {"from": "-1"}, {"from": "9" * 30}])
def test_a_filter_that_there_is_not_shows_all(
    site: Site, clinic: TestClient, query: dict[str, str]
) -> None:
    _case(site, "Calder", LIKELY_DVT)
    assert _rows(clinic, **query) == _rows(clinic)


def test_the_counts_on_top_are_those_of_the_rows(site: Site, clinic: TestClient) -> None:
    _case(site, "Eastley", {**LIKELY_DVT, "leg_scan_request": _event(hours=29)}, hours=30)
    page = words_of(clinic.get("/worklist").text)
    for key, words in (("all", "All"), ("overdue", "Overdue"), ("today", "Due today")):
        assert f"{words} {len(_rows(clinic, show=key))} " in page


def test_a_case_to_which_the_rules_cannot_be_applied_is_named_and_hides_no_other(
    site: Site, clinic: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = _case(site, "Broken", {"birth_date": "1958-02-11"})
    _case(site, "Calder", {**LIKELY_DVT, "scan_obtainable_in_4_hours": False})
    given_of = overviews.given_of

    def failing(connection: Any, id_: str, *rest: Any) -> Any:
        if id_ == bad:
            raise RuntimeError("CANARY")
        return given_of(connection, id_, *rest)

    monkeypatch.setattr(overviews, "given_of", failing)
    page = clinic.get("/worklist").text
    assert "Could not be worked out Broken, Cora : The rules could not be applied (X900)." in words_of(
        page
    )
    assert "CANARY" not in page
    assert "Calder" in page


# What is late -------------------------------------------------------------------------------------


def test_what_becomes_late_is_told_without_applying_the_rules_again() -> None:
    due = Due("action", "x", "x", "", due_by=100)
    assert [due.state(minute) for minute in (99, 100, 101)] == ["due", "due", "overdue"]
    asked = Due("action", "x", "x", "", requested=True, due_from=50, due_by=100)
    assert [asked.state(minute) for minute in (10, 60, 101)] == ["requested", "requested", "overdue"]
    later = Due("action", "x", "x", "", due_from=50, due_by=100)
    assert [later.state(minute) for minute in (49, 50)] == ["later", "due"]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (59, "59 min"),
        (60, "1 h "),
        (200, "3 h 20 min"),
        (1440, "1 day"),
        (3000, "2 days 2 h"),
    ],
)
def test_lengths_of_time_are_told_in_words(minutes: int, words: str) -> None:
    assert length_words(minutes) == words


# Memory and speed -----------------------------------------------------------------------------------


def test_an_episode_of_which_nothing_new_is_known_is_not_worked_out_again(
    site: Site, clinic: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: list[str] = []
    given_of = overviews.given_of

    def counting(connection: Any, id_: str, *rest: Any) -> Any:
        worked.append(id_)
        return given_of(connection, id_, *rest)

    monkeypatch.setattr(overviews, "given_of", counting)
    episodes = [_case(site, f"P{number}", LIKELY_DVT) for number in range(3)]
    assert _rows(clinic) == _rows(clinic)
    assert sorted(worked) == sorted(episodes)
    actor = Actor(site.account("clinician")["id"], now())
    with writing(site.app.state.store) as connection:
        say(connection, actor, episodes[0], "d_dimer", {"value": 900, "unit": "ug/L{FEU}"})
    _rows(clinic)
    assert worked[3:] == [episodes[0]]


def test_an_old_answer_is_worked_out_again(site: Site) -> None:
    episode = _case(site, "Calder", LIKELY_DVT)
    overview = Overview(site.app.state.store, Profile())
    first = overview.look(now(), patience=20).found[0][1]
    later = (datetime.fromisoformat(now()) + timedelta(minutes=11)).isoformat(timespec="seconds")
    ((row, second),) = overview.look(later, patience=20).found
    assert row["id"] == episode
    assert (first.at, second.at) == (first.at, later)


def test_a_list_that_is_not_whole_yet_says_so(
    site: Site, clinic: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    _case(site, "Calder", LIKELY_DVT)
    monkeypatch.setattr(Overview, "_work", lambda self: None)
    monkeypatch.setattr(Overview.look, "__kwdefaults__", {"closed": False, "patience": 0.0})
    page = words_of(clinic.get("/worklist").text)
    assert "This list is not whole yet. 2 of 2 episodes and people are still being worked out." in page
    assert "Nothing is certainly due" not in page


def test_with_500_open_episodes_the_list_is_there_at_once(site: Site, clinic: TestClient) -> None:
    _case(site, "Calder", {**LIKELY_DVT, "scan_obtainable_in_4_hours": False})
    overview: Overview = site.app.state.overview
    ((row, snapshot),) = overview.look(now(), patience=20).found
    with writing(site.app.state.store) as connection:
        for number in range(499):
            id_ = f"e{number}"
            connection.execute(
                text(
                    "INSERT INTO episode SELECT :id, patient_id, index_at, NULL, made_at, made_by "
                    "FROM episode WHERE id = :from"
                ),
                {"id": id_, "from": row["id"]},
            )
            overview._kept[id_] = type(snapshot)((0, 0, ""), snapshot.at, snapshot.dues, snapshot.steps)
    begun = perf_counter()
    answer = clinic.get("/worklist")
    took = perf_counter() - begun
    assert "500 open episodes" in answer.text
    assert len(answer.content) < 150_000
    assert took < 2
    assert len(_rows(clinic, **{"from": "100"})) == 100


# Counts without names -----------------------------------------------------------------------------


def test_counts_name_nobody_and_hide_small_numbers(site: Site) -> None:
    for number in range(6):
        _case(site, f"Person{number}", LIKELY_DVT)
    closed = _case(site, "Closed", LIKELY_DVT)
    with writing(site.app.state.store) as connection:
        close_episode(connection, Actor(site.account("clinician")["id"], now()), closed, "excluded")
    page = site.browser("analyst").get("/population").text
    assert "Person" not in page
    assert "943" not in page
    assert "episode/" not in page
    said = words_of(page)
    assert "Open episodes: 6." in said
    assert "Closed episodes, each as it stood when it was closed: fewer than 5." in said
    assert re.search(r"Probability of DVT, NICE NG158 .*? 7 hidden hidden hidden hidden", said)
    cells = re.findall(r"<td[^>]*>(\d+)</td>", page)
    assert all(int(each) >= 5 for each in cells)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([7, 0, 0], (7, None, None)),
        ([7, 9, 1], (None, 9, None)),
        ([7, 9, 5], (7, 9, 5)),
        ([1, 2, 3], (None, None, None)),
        ([4], (None,)),
    ],
)
def test_a_hidden_number_does_not_follow_from_the_others(
    numbers: list[int], told: tuple[int | None, ...]
) -> None:
    assert hidden_together(numbers) == told


def test_the_clinic_and_the_analyst_land_where_they_work(site: Site) -> None:
    for role, address in (("clinic", "/worklist"), ("analyst", "/population")):
        menu = site.browser(role).get("/").text
        assert f'href="{address}"' in menu
    assert 'href="/population"' not in site.browser("clinic").get("/").text
    assert 'href="/worklist"' not in site.browser("analyst").get("/").text


def test_a_record_is_worked_out_like_answers(site: Site, clinic: TestClient) -> None:
    actor = Actor(site.account("clinician")["id"], now())
    with writing(site.app.state.store) as connection:
        person = add_patient(connection, actor, Named("1", "Record", "Cora", "1958-02-11"))
        receive(connection, actor, person, [{"resourceType": "Patient", "id": "p"}], "a test")
        episode = open_episode(connection, actor, person, actor.at)
        say(connection, actor, episode, "limb_threat", True)
    assert "Record" in _rows(clinic)[0]
