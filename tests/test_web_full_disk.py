"""A disk that is full: told in words, and all that was kept before is still there."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
import starlette.formparsers
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from bundles import PATIENT, SYMPTOM, bundle
from veinway.web.problems import is_full
from veinway.web.store import audit
from veinway.web.store.database import reading
from veinway.web.store.decisions import decisions_of
from veinway.web.store.letters import letters_of
from veinway.web.store.patients import answers_of, find_patients
from web_site import Site


@contextmanager
def _no_room(site: Site, pages: int = 0) -> Iterator[None]:
    """The file of the store can grow by so many pages and no more."""
    store = site.app.state.store
    with reading(store) as connection:
        size = connection.exec_driver_sql("PRAGMA page_count").scalar_one() + pages

    def limit(connection: Any, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count={size}")

    event.listen(store, "connect", limit)
    try:
        yield
    finally:
        event.remove(store, "connect", limit)


def _told(answer: Any) -> None:
    assert answer.status_code == 507
    assert "There is no room left" in answer.text
    assert "all that was kept before is still there" in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["x-request-id"] in answer.text


def _holds(site: Site) -> None:
    """The chain of the audit, and the file."""
    with reading(site.app.state.store) as connection:
        assert list(audit.broken(connection)) == []
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"


def test_answers_are_kept_until_the_disk_is_full_and_the_next_one_is_told(
    site: Site, doctor: TestClient
) -> None:
    episode, token, kept = site.case({}), site.token(doctor), 0
    with _no_room(site):
        for number in range(300):
            form = {"fact": "d_dimer", "value": str(number + 100), "unit": "ug/L{FEU}"}
            answer = doctor.post(f"/episode/{episode}/answer", data={"form_token": token, **form})
            if answer.status_code != 303:
                break
            kept += 1
    _told(answer)
    with reading(site.app.state.store) as connection:
        found = answers_of(connection, episode)
    assert [each.said["value"] for each in found] == [str(n + 100) for n in range(kept)]
    _holds(site)
    again = doctor.post(f"/episode/{episode}/answer", data={"form_token": token, **form})
    assert again.status_code == 303


def test_a_patient_is_not_shown_while_that_cannot_be_noted(site: Site, doctor: TestClient) -> None:
    address = f"/episode/{site.case({})}"
    with _no_room(site):
        shown = [doctor.get(address).status_code for _ in range(100)]
    assert set(shown) == {200, 507}
    assert shown == sorted(shown)
    assert doctor.get(address).status_code == 200


def test_an_upload_for_which_there_is_no_room_leaves_nothing_behind(
    site: Site, doctor: TestClient
) -> None:
    many = [{**SYMPTOM, "id": f"c{number}", "note": [{"text": "x" * 900}]} for number in range(60)]
    content = bundle(PATIENT, *many)
    form = {"form_token": site.token(doctor)}
    with _no_room(site, pages=4):
        answer = doctor.post("/clinic/import", data=form, files={"bundle": ("big.json", content)})
    _told(answer)
    with reading(site.app.state.store) as connection:
        assert find_patients(connection, "") == []
    _holds(site)
    answer = doctor.post("/clinic/import", data=form, files={"bundle": ("big.json", content)})
    assert answer.status_code == 303


def test_an_upload_that_does_not_fit_on_its_way_is_told(
    site: Site, doctor: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    form = {"form_token": site.token(doctor)}
    monkeypatch.setattr(starlette.formparsers, "SpooledTemporaryFile", full)
    _told(doctor.post("/clinic/import", data=form, files={"bundle": ("big.json", b"{}")}))


def test_a_decision_and_a_letter_for_which_there_is_no_room_are_told(
    site: Site, doctor: TestClient
) -> None:
    episode, form = site.case({}), {"form_token": site.token(doctor)}
    letter = doctor.get(f"/episode/{episode}/letters/new/gp")
    parts = {f"part{number}": "y" * 3000 for number in range(letter.text.count('name="part'))}
    with _no_room(site):
        _told(doctor.post(f"/episode/{episode}/keep", data=form))
        _told(doctor.post(f"/episode/{episode}/letters/new/gp", data={**form, **parts}))
    with reading(site.app.state.store) as connection:
        assert decisions_of(connection, episode) == []
        assert letters_of(connection, episode) == []
    _holds(site)


def test_each_database_says_in_its_own_way_that_a_disk_is_full() -> None:
    lite, post = sqlite3.OperationalError("full"), psycopg.errors.DiskFull("full")
    lite.sqlite_errorcode = sqlite3.SQLITE_FULL
    busy = sqlite3.OperationalError("locked")
    busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
    told = [is_full(OperationalError("", {}, cause)) for cause in (lite, post, busy)]
    assert told == [True, True, False]
    assert not is_full(ValueError("full"))
