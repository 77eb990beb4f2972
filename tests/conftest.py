"""Fixtures that several test files share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from command_line import Run, runner
from fhir_snippets import Told
from veinway.made_up import synthesise


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process."""
    return runner(capsys, monkeypatch)


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
