"""Fixtures that several test files share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

import postgres
from command_line import Run, runner
from fhir_snippets import Told
from left_out import left_out
from veinway.made_up import synthesise

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from starlette.testclient import TestClient

    from web_site import Site


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The last words: what was left out, and why; nobody has to look for it."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in skipped)
    for reason, number in sorted(reasons.items()):
        terminalreporter.write_line(f"LEFT OUT, {number} tests: {reason}", yellow=True, bold=True)
    if not reasons:
        terminalreporter.write_line("Nothing was left out.")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process."""
    return runner(capsys, monkeypatch)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A web application with a store of its own."""
    from web_site import made

    return made(tmp_path)


@pytest.fixture
def doctor(site: Site) -> TestClient:
    """A browser in which a clinician is signed in."""
    return site.browser("clinician")


@pytest.fixture
def clinic(site: Site) -> TestClient:
    """A browser in which somebody of the clinic is signed in."""
    return site.browser("clinic")


@pytest.fixture(scope="session")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a bulk export, of 40 made-up people."""
    folder = tmp_path_factory.mktemp("people") / "export"
    synthesise(40, 5, folder)
    return folder


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database that the tests of one file share."""
    with duckdb.connect() as opened:
        yield opened


@pytest.fixture
def told(connection: duckdb.DuckDBPyConnection) -> Told:
    """Flattens resources in it, and gives the rows."""
    return Told(connection)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a database on a PostgreSQL server of its own."""
    if postgres.installed() is None:
        left_out("no PostgreSQL: the store is tested on SQLite alone", "apt-get install postgresql")
    with postgres.server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A store of the web application with nothing in it, on either database."""
    from veinway.web.store.database import migrate, open_store

    if request.param == "sqlite":
        yield open_store(f"sqlite:///{tmp_path}/empty.db")
        return
    engine = open_store(request.getfixturevalue("server"))
    yield engine
    migrate(engine, "base")
    engine.dispose()
