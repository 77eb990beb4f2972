"""The first start: made-up patients, some of them due and some overdue today, and accounts."""

from __future__ import annotations

import gc
import os
import re
import select
import signal
import socket
import subprocess
import sys
from collections import Counter
from pathlib import Path
from time import monotonic, sleep

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from command_line import Run
from veinway.records.profile import Profile
from veinway.web.app import application
from veinway.web.clock import now
from veinway.web.service.cases import given_of
from veinway.web.service.deciding import Decided, decide
from veinway.web.service.demonstration import demonstrate, is_demonstration, is_empty
from veinway.web.settings import Settings
from veinway.web.store.accounts import ROLES, accounts, verified
from veinway.web.store.database import open_store, reading
from veinway.web.store.patients import find_patients, open_episodes, resources_of
from veinway.web.warming import warm_up

MARKED = "Made-up demonstration data"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Engine, str, list[tuple[str, str]]]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('demonstration')}/store.db")
    at = now()
    return store, at, demonstrate(store, at)


@pytest.fixture(scope="module")
def decided(shown: tuple[Engine, str, list[tuple[str, str]]]) -> dict[str, Decided]:
    store, at, _ = shown
    with reading(store) as connection:
        return {
            each["family_name"]: decide(given_of(connection, each["id"], Profile(), at))
            for each in open_episodes(connection)
        }


def _plan(decided: Decided) -> dict[str, str]:
    return {
        action.action.key: action.state
        for step in decided.speaks.assessment.steps
        for action in step.found.plan
        if step.found.of.key == "suspected_dvt_nice"
    }


def test_everybody_in_it_is_marked_as_made_up(shown: tuple[Engine, str, list[tuple[str, str]]]) -> None:
    with reading(shown[0]) as connection:
        found = find_patients(connection, "")
    assert len(found) == 32
    assert all(each["identifier"].startswith("MADE-UP-") for each in found)
    assert all(each["family_name"] and each["given_name"] for each in found)


def test_every_case_can_be_decided_upon(decided: dict[str, Decided]) -> None:
    assert len(decided) == 32
    assert all(found.limbs for found in decided.values())


def test_something_is_due_today_and_something_is_overdue(decided: dict[str, Decided]) -> None:
    assert _plan(decided["Ashdown"])["repeat_scan_day_6_to_8"] == "overdue"
    assert _plan(decided["Brook"])["repeat_scan_day_6_to_8"] == "due"
    assert _plan(decided["Calder"])["interim_anticoagulation"] == "due"
    assert _plan(decided["Dane"])["interim_anticoagulation"] == "overdue"
    assert _plan(decided["Eastley"])["proximal_scan_within_24_hours"] == "overdue"


def test_nothing_on_record_lies_in_the_future(shown: tuple[Engine, str, list[tuple[str, str]]]) -> None:
    store, at, _ = shown
    with reading(store) as connection:
        for person in find_patients(connection, ""):
            written = re.findall(
                r"'(20\d\d-\d\d-\d\dT\d\d:\d\d)", str(resources_of(connection, person["id"]))
            )
            assert all(when <= at[:16] for when in written)


def test_each_role_has_an_account_whose_password_was_told(
    shown: tuple[Engine, str, list[tuple[str, str]]],
) -> None:
    store, _, made = shown
    assert {name for name, _ in made} == set(ROLES)
    with reading(store) as connection:
        assert Counter(account["role"] for account in accounts(connection)) == Counter(
            dict.fromkeys(ROLES, 1)
        )
        name, password = made[0]
        assert verified(connection, name, password) is not None


def test_every_page_says_that_the_data_are_made_up(
    shown: tuple[Engine, str, list[tuple[str, str]]],
) -> None:
    store, _, _ = shown
    client = TestClient(application(Settings(store=str(store.url))))
    for address in ("/", "/sign-in", "/none"):
        assert MARKED in client.get(address).text


def test_a_store_without_them_does_not_say_so(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    assert is_empty(open_store(url))
    assert MARKED not in TestClient(application(Settings(store=url))).get("/").text
    assert not is_demonstration(open_store(url))


# The program ------------------------------------------------------------------------------------


def _served(*arguments: str) -> tuple[str, float]:
    """What `veinway serve` prints until it listens, and how long that takes."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "veinway", "serve", "--port", str(port), *arguments]
    begun = monotonic()
    surroundings = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=surroundings
    )
    try:
        while monotonic() - begun < 60 and process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=0.1).close()
                break
            except OSError:
                select.select([], [], [], 0.05)
        took = monotonic() - begun
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=30)
    finally:
        process.kill()
    return said, took


def test_the_first_start_tells_the_address_the_passwords_and_what_to_do(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    said, _ = _served("--store", url)
    assert re.search(r"Veinway: http://127\.0\.0\.1:\d+", said)
    assert "nobody in it exists" in said
    assert all(re.search(rf"    {role} +(\w{{5}}-){{3}}\w{{5}}\n", said) for role in ROLES)
    assert "Traceback" not in said
    again, _ = _served("--store", url)
    assert "password" not in again
    assert is_demonstration(open_store(url))


def test_an_empty_start_says_how_the_first_account_is_made(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    said, _ = _served("--empty", "--store", url)
    assert f"veinway account add NAME --role administrator --store {url}" in said
    assert is_empty(open_store(url))


def test_a_port_that_is_taken_is_told_with_another_one(run: Run, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port), "--store", f"sqlite:///{tmp_path}/store.db")
    assert done.status == 2
    assert "Nothing can listen here" in done.err
    assert f"--port {port + 1}" in done.err
    assert not (tmp_path / "store.db").exists()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("sqlite:///{}/a-folder", "unable to open"),
        ("sqlite:///{}/text.txt", "not a database"),
        ("mysql://x@y/z", "neither SQLite nor PostgreSQL"),
        ("postgresql://me:secret@127.0.0.1:1/none", "refused"),
        ("here", "not the address"),
    ],
)
def test_a_store_that_cannot_be_used_is_told_in_words(
    run: Run, tmp_path: Path, url: str, why: str
) -> None:
    (tmp_path / "a-folder").mkdir()
    (tmp_path / "text.txt").write_text("not a database, but a text that is long enough" * 40)
    done = run("account", "list", "--store", url.format(tmp_path))
    assert done.status == 2
    assert why in done.err
    assert "secret" not in done.err
    assert "Traceback" not in done.err


def test_the_list_of_what_is_due_is_worked_out_before_anybody_asks_for_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    demonstrate(open_store(url), now())
    app = application(Settings(store=url))
    warm_up(app)
    assert gc.get_freeze_count() > 100_000, "rules are looked through for rubbish at each collection"
    gc.unfreeze()
    deadline = monotonic() + 30
    while len(app.state.overview._kept) < 32 and monotonic() < deadline:
        sleep(0.05)
    assert len(app.state.overview._kept) == 32
