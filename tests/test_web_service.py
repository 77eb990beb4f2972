"""Pages for the whole service: lists of work, who does what, the register of filters, the report."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import Any

import orjson
import pytest
from starlette.testclient import TestClient

from command_line import Run
from first_answers import LIKELY_DVT
from veinway.care.knowledge import KNOWLEDGE
from veinway.commands.inputs import load_profile
from veinway.made_up import synthesise_treated
from veinway.records.profile import Profile
from veinway.show.service_period import read_period
from veinway.web.clock import now
from veinway.web.service import whole
from veinway.web.service.report import Reports, as_it_was
from veinway.web.service.report_shown import shown_groups
from veinway.web.service.whole import ServiceOverview
from veinway.web.service.work import PUT_OFF, Mark
from veinway.web.store.audit import Actor, broken, entries
from veinway.web.store.closing import close_episode
from veinway.web.store.database import reading, writing
from veinway.web.store.patients import Named, add_patient, answers_of, open_episode, receive, say
from web_site import Site, ago, day_ago, made, words_of


def _person(site: Site, name: str, answers: dict[str, Any], since: int = 0) -> str:
    named = Named("943", name, "Cora", "1958-02-11")
    return site.case({"birth_date": "1958-02-11", **answers}, named, at=ago(since))


def _reviewed_late(site: Site, name: str = "Keane") -> str:
    """Somebody whose review at three months is overdue."""
    clot = {
        "vte_diagnosis": [{"date": day_ago(120), "site": "pe"}],
        "clot_review": [{"date": day_ago(118)}],
    }
    return _person(site, name, clot, 115)


def _rows(client: TestClient, **query: str) -> list[str]:
    answer = client.get("/worklist", params=query)
    assert answer.status_code == 200
    bodies = re.findall(r"<tbody>(.*?)</tbody>", answer.text, re.S)
    return [words_of(row) for body in bodies for row in body.split("</tr>")[:-1]]


REVIEWS = "three_month_reviews"
LINE = f"{REVIEWS}.three_month_review"


# The list -----------------------------------------------------------------------------------------


def test_a_line_says_who_what_since_when_and_by_which_rule(site: Site, clinic: TestClient) -> None:
    _reviewed_late(site)
    (row,) = _rows(clinic, kind=REVIEWS, show="overdue")
    assert "Keane, Cora" in row
    assert "Review at three months" in row
    assert f"{day_ago(36)} to" in row
    assert re.search(r" 2[789] days ", row), row
    assert "Reviews after a clot. Veinway, reference 3, rule FU-01" in row


def test_what_comes_later_and_what_cannot_be_said_have_tabs_of_their_own(
    site: Site, clinic: TestClient
) -> None:
    _reviewed_late(site)
    _person(site, "Vale", {"anticoagulant_supply": [{"date": day_ago(1), "product": "apixaban_5"}]}, 2)
    assert [row for row in _rows(clinic) if "a year after the clot" in row] == []
    assert [row for row in _rows(clinic, show="later", kind=REVIEWS) if "a year after the clot" in row]
    (open_,) = _rows(clinic, show="cannot-say", kind="wrong_dose")
    assert "Vale" in open_
    assert "? cannot say" in open_
    assert "What is not known" in open_
    assert "Mechanical heart valve" in open_


def test_what_rules_find_to_be_wrong_is_a_tab_of_its_own(site: Site, clinic: TestClient) -> None:
    clot = {"vte_diagnosis": [{"date": day_ago(400), "site": "pe"}], "clot_review": []}
    _person(site, "Lost", {**clot, "treatment_review": []}, 399)
    (row,) = _rows(clinic, show="found-wrong", kind="tests_missing")
    assert "! found wrong" in row
    assert "P-10" in row


def test_the_list_is_searched_and_grouped(site: Site, clinic: TestClient) -> None:
    _reviewed_late(site)
    _reviewed_late(site, "Jessop")
    assert len(_rows(clinic, kind=REVIEWS, show="overdue", find="jes cora")) == 1
    assert _rows(clinic, find="nobody") == []
    grouped = _rows(clinic, kind=REVIEWS, show="overdue", group="patient")
    assert grouped[0] == "Jessop, Cora, born 1958-02-11"
    assert grouped[2] == "Keane, Cora, born 1958-02-11"


def test_care_that_ended_is_not_on_the_lists_and_a_closed_case_still_is(
    site: Site, clinic: TestClient
) -> None:
    actor = Actor(site.account("clinician")["id"], now())
    for name, reason in (("Goes", "treated"), ("Moved", "elsewhere"), ("Dead", "died")):
        episode = _reviewed_late(site, name)
        with writing(site.app.state.store) as connection:
            close_episode(connection, actor, episode, reason)
    rows = _rows(clinic, kind=REVIEWS, show="overdue")
    assert [row.split(",")[0] for row in rows] == ["Goes"]


def test_a_new_episode_keeps_what_happened_and_forgets_what_was_so_then(
    site: Site, clinic: TestClient
) -> None:
    first = _reviewed_late(site)
    actor = Actor(site.account("clinician")["id"], now())
    with writing(site.app.state.store) as connection:
        say(connection, actor, first, "pregnant", False)
        patient = connection.exec_driver_sql("SELECT patient_id FROM episode").scalar_one()
        second = open_episode(connection, actor, patient, actor.at)
    (row,) = _rows(clinic, kind=REVIEWS, show="overdue")
    assert "Keane" in row
    with reading(site.app.state.store) as connection:
        given = whole.given_of_person(connection, second, Profile(), now())
    facts = {each["fact"] for each in given["answers"]}
    assert facts == {"birth_date", "vte_diagnosis", "clot_review"}


def test_the_file_has_every_line_and_no_formula(site: Site, clinic: TestClient) -> None:
    _reviewed_late(site, "=cmd|' /C calc'!A0")
    answer = clinic.get("/worklist.csv", params={"kind": REVIEWS, "show": "overdue"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["x-veinway-missing"] == "0"
    (line,) = csv.DictReader(StringIO(answer.content.decode("utf-8-sig")))
    assert line["family_name"] == "'=cmd|' /C calc'!A0"
    assert (line["list"], line["state"], line["from"]) == (
        "Reviews after a clot",
        "overdue",
        day_ago(36),
    )
    assert line["rule"] == "Reviews after a clot"


# What people say of a line ------------------------------------------------------------------------


def test_a_line_is_given_to_somebody_and_found_by_that(site: Site, clinic: TestClient) -> None:
    episode = _reviewed_late(site)
    doctor = site.account("clinician")["id"]
    address = f"/work/{episode}/{LINE}"
    assert _rows(clinic, kind=REVIEWS, show="overdue", to="nobody")
    answer = site.post(clinic, f"{address}/assign", to=doctor, note="knows her")
    assert answer.status_code == 303
    assert "given to clinician (knows her)" in words_of(clinic.get(answer.headers["location"]).text)
    assert _rows(clinic, kind=REVIEWS, show="overdue", to="nobody") == []
    assert _rows(site.browser("clinician"), to="me")[0].startswith("Keane")
    assert _rows(clinic, to="me") == []
    refused = site.post(clinic, f"{address}/assign", to="somebody else")
    assert refused.status_code == 422
    assert "I335" in refused.text


def test_what_was_done_is_an_event_and_the_line_goes(site: Site, clinic: TestClient) -> None:
    episode = _reviewed_late(site)
    address = f"/work/{episode}/{LINE}"
    assert "F202" in site.post(clinic, f"{address}/done", when="").text
    answer = site.post(clinic, f"{address}/done", when=day_ago(1))
    assert answer.status_code == 303
    assert "Nothing of this kind is due any more." in clinic.get(answer.headers["location"]).text
    assert _rows(clinic, kind=REVIEWS, show="overdue") == []
    with reading(site.app.state.store) as connection:
        said = [each.said for each in answers_of(connection, episode) if each.fact == "clot_review"]
    assert said[-1] == {"some": [{"date": day_ago(118)}, {"date": day_ago(1)}]}


def test_what_is_not_done_has_a_reason_and_is_asked_again(site: Site, clinic: TestClient) -> None:
    episode = _reviewed_late(site)
    address, soon = f"/work/{episode}/{LINE}", day_ago(-30)
    without = site.post(clinic, f"{address}/put-off", until=soon)
    assert (without.status_code, "I298" in without.text) == (422, True)
    for until in ("", day_ago(0), day_ago(-400)):
        late = site.post(clinic, f"{address}/put-off", reason="not_reached", until=until)
        assert (late.status_code, "I336" in late.text) == (422, True)
    site.post(clinic, f"{address}/put-off", reason="not_reached", note="abroad", until=soon)
    assert _rows(clinic, kind=REVIEWS, show="overdue") == []
    (row,) = _rows(clinic, kind=REVIEWS, show="not-done")
    assert f"impossible: The patient cannot be reached: abroad, until {soon}" in row
    after = date.fromisoformat(soon) + timedelta(days=1)
    assert not Mark(put_off="x", until=soon).holds(after)
    site.post(clinic, f"{address}/take-back")
    assert _rows(clinic, kind=REVIEWS, show="overdue")


def test_all_that_is_said_of_a_line_is_noted_and_the_chain_holds(site: Site, clinic: TestClient) -> None:
    episode = _reviewed_late(site)
    address = f"/work/{episode}/{LINE}"
    site.post(clinic, f"{address}/put-off", reason="patient_wish", until=day_ago(-9))
    with reading(site.app.state.store) as connection:
        noted = [json.loads(each["detail"]) for each in entries(connection)]
        assert list(broken(connection)) == []
    assert {"fact": PUT_OFF + LINE, "side": "", "taken_back": False} in noted
    assert "Put off: Reviews after a clot" in clinic.get(f"/episode/{episode}/known").text


def test_what_somebody_else_said_meanwhile_is_not_passed_over(site: Site, clinic: TestClient) -> None:
    episode = _reviewed_late(site)
    address = f"/work/{episode}/{LINE}"
    seen = re.search(r'name="seen" value="([^"]+)"', clinic.get(address).text)
    assert seen is not None
    mine = site.account("clinic")["id"]
    site.post(site.browser("clinician"), f"{address}/assign", to=mine, note="first")
    second = site.post(clinic, f"{address}/assign", to="", seen=seen[1])
    assert (second.status_code, "I297" in second.text) == (422, True)


def test_a_line_of_an_episode_can_be_given_and_put_off(site: Site, clinic: TestClient) -> None:
    episode = _person(site, "Dane", {**LIKELY_DVT, "leg_scan_request": [{"date": ago(1)}]}, 1)
    (row,) = [each for each in _rows(clinic, kind="scan") if "ultrasound" in each]
    assert "Suspected DVT" in row
    address = f"/work/{episode}/diagnosis.proximal_scan"
    assert (
        site.post(clinic, f"{address}/put-off", reason="not_available", until=day_ago(-1)).status_code
        == 303
    )
    (row,) = _rows(clinic, kind="scan", show="not-done")
    assert "It cannot be had here in time" in row


@pytest.mark.parametrize("item", ["nothing.x", f"{REVIEWS}.nothing"])
def test_a_line_that_there_is_not_is_refused_or_empty(site: Site, clinic: TestClient, item: str) -> None:
    episode = _reviewed_late(site)
    answer = clinic.get(f"/work/{episode}/{item}")
    if item.startswith("nothing"):
        assert "I337" in answer.text
    else:
        assert "Nothing of this kind is due any more." in answer.text


# Memory and speed ---------------------------------------------------------------------------------


def test_with_3000_people_a_look_evaluates_nobody_and_is_fast(
    site: Site, clinic: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    _reviewed_late(site)
    service: ServiceOverview = site.app.state.service
    ((_, snapshot),) = service.look(now(), patience=20).found
    site.app.state.overview.look(now(), patience=20)
    rows = "INSERT INTO patient SELECT 'p'||n, '', 'Name'||n, '', '', made_at, made_by FROM patient, c"
    episodes = (
        "INSERT INTO episode SELECT 'e'||n, 'p'||n, index_at, index_at, made_at, made_by FROM episode, c"
    )
    many = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c WHERE n < 3000) "
    with writing(site.app.state.store) as connection:
        connection.exec_driver_sql(many + rows)
        connection.exec_driver_sql(many + episodes)
    for number in range(1, 3001):
        service._kept[f"e{number}"] = type(snapshot)((0, 0, ""), snapshot.at, snapshot.dues)
    worked: list[str] = []
    monkeypatch.setattr(ServiceOverview, "given", lambda self, c, id_, at: worked.append(id_))
    begun = perf_counter()
    answer = clinic.get("/worklist", params={"kind": REVIEWS})
    took = perf_counter() - begun
    assert re.search(r"Overdue <strong>3001</strong>", answer.text)
    assert worked == []
    assert took < 2
    assert len(answer.content) < 200_000


def test_a_person_is_worked_out_again_on_another_day(site: Site) -> None:
    _reviewed_late(site)
    service: ServiceOverview = site.app.state.service
    first = service.look("2026-05-01T08:00:00+00:00", patience=20).found[0][1]
    same = service.look("2026-05-01T23:00:00+00:00", patience=20).found[0][1]
    other = service.look("2026-05-02T00:30:00+00:00", patience=20).found[0][1]
    assert (same.at, other.at) == (first.at, "2026-05-02T00:30:00+00:00")


# The register of filters --------------------------------------------------------------------------


def _filter(site: Site, name: str, events: Any, **more: Any) -> str:
    return _person(site, name, {"filter_event": events, **more}, 1)


def test_the_register_has_every_filter_the_overdue_ones_first(site: Site, clinic: TestClient) -> None:
    placed = {"date": day_ago(90), "what": "inserted"}
    _filter(site, "Gone", [placed, {"date": day_ago(50), "what": "retrieved"}])
    _filter(site, "Maybe", {"some": [placed]})
    _filter(site, "Late", [placed])
    _person(site, "Without", {"filter_event": []})
    page = clinic.get("/filters").text
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    rows = [words_of(row) for row in body.split("</tr>")[:-1]]
    assert [row.split(",")[0] for row in rows] == ["Late", "Maybe", "Gone"]
    assert "✗ overdue In place for more than 12 weeks" in rows[0]
    assert "90 days" in rows[0]
    assert "? possibly overdue ? not known. One of:" in rows[1]
    assert "Removed." in rows[1]
    assert "0 to 90 days" in rows[1]
    assert "40 days" in rows[2]
    said = words_of(page)
    assert "Removed, of all placed 33.3 to 66.7 % 1 to 2 3" in said
    assert "in place for 40 days or less" in said


def _removal(client: TestClient) -> dict[str, str]:
    """What the register says of the removal of each filter, by the name of its owner."""
    body = client.get("/filters").text.partition("<tbody>")[2].partition("</tbody>")[0]
    cells = re.compile(r'<a href="/filter/[^"]+">(\w+).*?data-label="To be removed by">(.*?)</td>', re.S)
    return {name: words_of(text) for name, text in cells.findall(body)}


def test_a_filter_that_is_gone_or_stays_has_no_day_to_wait_for(site: Site, clinic: TestClient) -> None:
    placed = {"date": "2024-11-04", "what": "inserted"}
    ends: dict[str, Any] = {
        "Gone": {"date": day_ago(50), "what": "retrieved"},
        "Somewhen": {"date": "2025", "what": "retrieved"},
        "Stays": {"date": day_ago(50), "what": "permanent"},
        "Dead": {"date": day_ago(50), "what": "died"},
    }
    for name, end in ends.items():
        # A day that was planned once says nothing any more.
        _filter(site, name, [placed, end], filter_retrieval_target_date="2025-01-04")
    _filter(site, "Open", {"some": [placed, ends["Gone"]]})
    _filter(site, "Maybe", {"some": [placed]})
    assert _removal(clinic) == {
        "Gone": f"removed on {day_ago(50)}",
        "Somewhen": "removed",
        "Stays": "it stays, by decision",
        "Dead": "the patient died",
        "Open": f"removed on {day_ago(50)}",
        "Maybe": "no day is known",
    }


def test_what_happened_to_a_filter_is_entered_and_may_be_all_of_it(
    site: Site, clinic: TestClient
) -> None:
    episode = _person(site, "New", {}, 1)
    address = f"/filter/{episode}"
    assert "Nothing is on record of a filter." in clinic.get(address).text
    assert "I334" in site.post(clinic, f"{address}/event", what="inserted", when="").text
    site.post(clinic, f"{address}/event", what="inserted", when=day_ago(20))
    assert "? not known. One of:" in words_of(clinic.get(address).text)
    site.post(clinic, f"{address}/event", what="booked", when=day_ago(2), whole="yes")
    page = words_of(clinic.get(address).text)
    assert "State Its removal is booked." in page
    assert "This is said to be all that has happened to it." in page


def test_a_plan_names_its_day_and_the_list_says_once_that_has_passed(
    site: Site, clinic: TestClient
) -> None:
    episode = _filter(site, "Plan", [{"date": day_ago(40), "what": "inserted"}])
    address = f"/filter/{episode}"
    assert "I334" in site.post(clinic, f"{address}/plan", plan="yes", day="soon").text
    site.post(clinic, f"{address}/plan", plan="yes", day=day_ago(3))
    (row,) = [each for each in _rows(clinic, kind="filters") if "A plan for its removal" in each]
    assert "✗ overdue" in row
    assert "3 days" in row
    site.post(clinic, f"{address}/plan", plan="no")
    assert [each for each in _rows(clinic, kind="filters") if "A plan for its removal" in each] == []
    assert [each for each in _rows(clinic, kind="filters") if "Name who removes" in each]


def test_where_a_record_is_silent_a_plan_is_neither_there_nor_missing(
    site: Site, clinic: TestClient
) -> None:
    _filter(site, "Silent", [{"date": day_ago(20), "what": "inserted"}])
    assert [each for each in _rows(clinic, kind="filters") if "Name who removes" in each] == []
    (row,) = _rows(clinic, kind="filters", show="cannot-say")
    assert "Name who removes the filter" in row
    assert "A named person and a date for removing the filter are on record" in row


# The report ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def treated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("service") / "treated"
    synthesise_treated(40, 9, folder, missing=0.2, misleading=0.2)
    return folder


def _records(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The resources of each person of a folder."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for file in sorted(folder.glob("*.ndjson")):
        for line in file.read_bytes().splitlines():
            resource = orjson.loads(line)
            subject = resource.get("subject", {}).get("reference", "")
            person = resource["id"] if resource["resourceType"] == "Patient" else subject.split("/")[-1]
            found[person].append(resource)
    return iter(found.items())


@pytest.fixture
def stored(tmp_path: Path, treated: Path) -> Site:
    """A service that has received these records, by the profile that describes them."""
    profile = load_profile(str(treated / "veinway.toml"), KNOWLEDGE)
    site = made(tmp_path, site=profile)
    actor = Actor(site.account("clinician")["id"], "2024-01-01T00:00:00+00:00")
    with writing(site.app.state.store) as connection:
        for person, resources in _records(treated):
            id_ = add_patient(connection, actor, Named(person))
            receive(connection, actor, id_, resources, "a test")
            open_episode(connection, actor, id_, actor.at)
    return site


def test_stored_people_have_the_lines_and_the_numbers_that_the_command_line_finds(
    run: Run, stored: Site, treated: Path
) -> None:
    at = "2026-03-31T23:59:00+00:00"
    look = stored.app.state.service.look(at, patience=60)
    assert (look.missing, [each.problem for _, each in look.found if each.problem]) == (0, [])
    minute = int(datetime.fromisoformat(at).timestamp()) // 60
    kept = {
        (row["identifier"], due.list, due.act)
        for row, snapshot in look.found
        for due in snapshot.dues
        if due.kind != "missing" and due.state(minute) is not None
    }
    profile = ("--profile", treated / "veinway.toml")
    lines = run("worklist", treated, "--at", at[:16], "--json", *profile).lines
    told = {(line["person"].split("/")[-1], line["list"], line["what"]) for line in lines}
    assert kept == {line for line in told if line[1] not in ("repeat_scans", "scan_requests")}
    assert len(kept) > 40
    reports = Reports(stored.app.state.store, stored.app.state.settings.site)
    deadline = monotonic() + 60
    while (found := reports.ask(read_period("2025-04..2026-03"), at)).answer is None:
        assert not found.problem
        assert monotonic() < deadline
        sleep(0.02)
    document = run("report", treated, "--period", "2025-04..2026-03", "--json", *profile).document
    here, there = (
        {each["key"]: each["measures"] for each in one["groups"]} for one in (found.answer, document)
    )
    for group in ("reviews", "filters", "warfarin", "safety", "hospital"):
        assert here[group] == there[group], group


def test_a_report_is_as_things_were_and_knows_what_was_told_later_of_that_time() -> None:
    answers = [
        {"fact": "active_cancer", "side": "", "said": True, "at": "2026-03-01T00:00:00+00:00", "by": ""},
        {"fact": "pregnant", "side": "", "said": False, "at": "2026-05-01T00:00:00+00:00", "by": ""},
        {
            "fact": "clot_review",
            "side": "",
            "said": [{"date": "2026-03-30"}, {"date": "2026-04-02"}],
            "at": "2026-05-01T00:00:00+00:00",
            "by": "",
        },
        {
            "fact": "filter_event",
            "side": "",
            "said": {"some": [{"date": "2026-04-02", "what": "inserted"}]},
            "at": "2026-05-01T00:00:00+00:00",
            "by": "",
        },
        {
            "fact": "inr_test",  # as in demonstration data: entered before it happened
            "side": "",
            "said": [{"date": "2026-03-30T10:00:00+00:00"}, {"date": "2026-04-02T10:00:00+00:00"}],
            "at": "2026-03-01T00:00:00+00:00",
            "by": "",
        },
    ]
    found = as_it_was(
        {"at": "2026-06-01T00:00:00+00:00", "answers": answers}, "2026-03-31T23:59:00+00:00"
    )
    assert found["at"] == "2026-03-31T23:59:00+00:00"
    assert [(each["fact"], each["said"]) for each in found["answers"]] == [
        ("active_cancer", True),
        ("clot_review", [{"date": "2026-03-30"}]),
        ("inr_test", [{"date": "2026-03-30T10:00:00+00:00"}]),
    ]


def _measure(**numbers: Any) -> dict[str, Any]:
    source = {"title": "a source", "place": "a place"}
    return {"key": "k", "label": "L", "better": None, "source": source, **numbers}


@pytest.mark.parametrize(
    ("measure", "cells"),
    [
        ({"kind": "count", "of": [3, 3]}, ("fewer than 5",)),
        ({"kind": "count", "of": [5, 9]}, ("5 to 9",)),
        (
            {"kind": "share", "of": [4, 4], "met": [2, 2], "percent": [50, 50]},
            ("hidden", "hidden", "fewer than 5"),
        ),
        (
            {"kind": "share", "of": [90, 90], "met": [3, 3], "percent": [3.3, 3.4]},
            ("hidden", "fewer than 5", "90"),
        ),
        (
            {"kind": "share", "of": [90, 90], "met": [88, 88], "percent": [97, 98]},
            ("hidden", "all but fewer than 5", "90"),
        ),
        ({"kind": "share", "of": [90, 90], "met": [45, 45], "percent": [50, 50]}, ("50 %", "45", "90")),
    ],
)
def test_small_numbers_are_not_told_and_do_not_follow_from_others(
    measure: dict[str, Any], cells: tuple[str, ...]
) -> None:
    group = {"key": "g", "label": "G", "measures": [_measure(**measure)]}
    ((row,),) = [each["rows"] for each in shown_groups({"groups": [group]})]
    assert tuple(row["cells"]) == cells


def test_the_report_is_for_analysts_and_names_nobody(site: Site) -> None:
    _reviewed_late(site)
    analyst = site.browser("analyst")
    assert "I246" in analyst.get("/service-report", params={"first": "spring"}).text
    query = {"first": "2026-01", "last": "2026-02"}
    deadline = monotonic() + 30
    while "is being made" in (page := analyst.get("/service-report", params=query).text):
        assert monotonic() < deadline
        sleep(0.05)
    assert "From 2026-01-01 to 2026-02-28" in words_of(page)
    assert "Keane" not in page
    assert "fewer than 5" in page
    assert site.browser("clinic").get("/service-report").status_code == 403
