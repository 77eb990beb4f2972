"""Backup, restore and export, on SQLite and PostgreSQL: whole or not at all, and readable by others."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import Engine, text

from command_line import Run
from veinway.language.errors import InputError
from veinway.web.clock import now
from veinway.web.service.demonstration import demonstrate, is_demonstration
from veinway.web.service.export import export_lines
from veinway.web.store import audit, decisions, patients, sessions
from veinway.web.store.audit import Actor
from veinway.web.store.database import open_store, reading, writing
from veinway.web.store.keeping import TABLES, back_up, counts, restore


def _filled(store: Engine) -> Engine:
    """Everything that a store can hold."""
    demonstrate(store, now())
    with writing(store) as connection:
        episode = patients.open_episodes(connection)[0]
        actor = Actor(str(episode["made_by"]), now())
        made = decisions.keep(connection, actor, episode["id"], "e", {"at": now()}, {"a": "ä"})
        decisions.overrule(connection, actor, made, "scan", "other", "hostile '); DROP TABLE patient;--")
        patients.say(connection, actor, episode["id"], "active_cancer", None)
        sessions.sign_in(connection, actor)
    return store


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return _filled(open_store(f"sqlite:///{tmp_path_factory.mktemp('full')}/store.db"))


@pytest.fixture(scope="module")
def backup(full: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("backup") / "day.jsonl.gz"
    back_up(full, file)
    return file


def _rows(store: Engine) -> dict[str, list[Any]]:
    with reading(store) as connection:
        return {
            table.name: sorted(map(str, connection.execute(table.select()).all())) for table in TABLES
        }


# Backup and restore -------------------------------------------------------------------------------


def test_what_was_backed_up_is_there_again_row_for_row(
    full: Engine, backup: Path, empty_store: Engine
) -> None:
    last = restore(empty_store, backup)
    assert _rows(empty_store) == _rows(full)
    with reading(empty_store) as connection:
        assert list(audit.broken(connection)) == []
        assert audit.head(connection) == (last["audit"], last["head"])
        assert connection.execute(text("SELECT count(*) FROM session")).scalar_one() == 0
    assert is_demonstration(empty_store)


def test_after_a_restore_the_store_can_be_used_at_once(backup: Path, empty_store: Engine) -> None:
    restore(empty_store, backup)
    with writing(empty_store) as connection:
        episode = patients.open_episodes(connection)[0]
        actor = Actor(str(episode["made_by"]), now())
        patients.say(connection, actor, episode["id"], "previous_dvt", True)
        patients.receive(
            connection, actor, episode["patient_id"], [{"resourceType": "Patient"}], "a file"
        )
        assert list(audit.broken(connection)) == []


def test_a_backup_of_a_restored_store_is_the_same_to_the_byte(
    backup: Path, empty_store: Engine, tmp_path: Path
) -> None:
    restore(empty_store, backup)
    back_up(empty_store, tmp_path / "again.jsonl.gz")
    assert (tmp_path / "again.jsonl.gz").read_bytes() == backup.read_bytes()


def test_a_backup_is_for_its_owner_alone(backup: Path) -> None:
    assert backup.stat().st_mode & 0o077 == 0


def test_a_backup_overwrites_nothing(full: Engine, backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(InputError, match="exists"):
        back_up(full, backup)
    assert backup.read_bytes() == before


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(full: Engine, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        back_up(full, tmp_path / "none" / "day.jsonl.gz")
    assert list(tmp_path.iterdir()) == []


def test_a_store_in_use_is_not_restored_over(full: Engine, backup: Path) -> None:
    before = _rows(full)
    with pytest.raises(InputError, match="not empty"):
        restore(full, backup)
    assert _rows(full) == before


def _lines(backup: Path) -> list[bytes]:
    return gzip.decompress(backup.read_bytes()).splitlines(keepends=True)


def _changed(lines: list[bytes]) -> list[bytes]:
    number = next(n for n, line in enumerate(lines) if b'"session.begin"' in line)
    return [
        *lines[:number],
        lines[number].replace(b"session.begin", b"session.other"),
        *lines[number + 1 :],
    ]


SPOILT: dict[str, tuple[Callable[[list[bytes]], list[bytes]], str]] = {
    "without its end": (lambda lines: lines[:-1], "cut short"),
    "without a row": (lambda lines: [*lines[:5], *lines[6:]], "cut short"),
    "with half a line": (lambda lines: [*lines[:5], lines[5][:20]], "cut short"),
    "with a row after its end": (lambda lines: [*lines, lines[5]], "not one of a backup"),
    "with a table we do not know": (
        lambda lines: [lines[0], b'["other",{}]\n', *lines[1:]],
        "not one of a backup",
    ),
    "with a changed row of the audit": (_changed, "audit does not hold"),
    "of another schema": (lambda lines: [lines[0].replace(b"00", b"99"), *lines[1:]], "is of schema"),
    "that is another file": (lambda lines: [b"{}\n", *lines[1:]], "not a backup"),
    "of nothing": (lambda lines: [], "cut short"),
}


@pytest.mark.parametrize(("spoil", "why"), SPOILT.values(), ids=SPOILT)
def test_a_backup_is_refused_and_the_store_stays_empty(
    backup: Path, tmp_path: Path, spoil: Callable[[list[bytes]], list[bytes]], why: str
) -> None:
    file = tmp_path / "spoilt.jsonl.gz"
    file.write_bytes(gzip.compress(b"".join(spoil(_lines(backup)))))
    store = open_store(f"sqlite:///{tmp_path}/store.db")
    with pytest.raises(InputError, match=why):
        restore(store, file)
    with reading(store) as connection:
        assert set(counts(connection).values()) == {0}


@pytest.mark.parametrize(
    ("content", "why"), [(b"no gzip", "gzip"), (None, "No such file"), ("half", "cut short")]
)
def test_a_file_that_is_no_backup_is_told_in_words(
    backup: Path, tmp_path: Path, content: bytes | str | None, why: str
) -> None:
    file = tmp_path / "file.gz"
    if content is not None:
        half = backup.read_bytes()[:4000]
        file.write_bytes(half if isinstance(content, str) else content)
    with pytest.raises(InputError, match=why):
        restore(open_store(f"sqlite:///{tmp_path}/store.db"), file)


def test_the_programs_for_it_say_what_they_did(full: Engine, run: Run, tmp_path: Path) -> None:
    file, url = tmp_path / "day.jsonl.gz", f"sqlite:///{tmp_path}/new.db"
    with reading(full) as connection:
        people = f"{counts(connection)['patient']} patient"
    done = run("backup", "--store", str(full.url), "--to", str(file))
    assert (done.status, people in done.out) == (0, True)
    done = run("restore", "--store", url, "--from", str(file))
    assert (done.status, people in done.out) == (0, True)
    noted = done.out.split()[-1]
    done = run("audit", "--store", url, "--head", noted)
    assert (done.status, "The audit holds" in done.out) == (0, True)
    done = run("audit", "--store", url, "--head", "0" * 64)
    assert (done.status, "rewritten or cut" in done.out) == (2, True)


# Export -----------------------------------------------------------------------------------------


def test_an_export_holds_every_row_and_no_password(full: Engine) -> None:
    content = b"".join(export_lines(full, now()))
    lines = [orjson.loads(line) for line in content.splitlines()]
    with reading(full) as connection:
        assert lines[0]["rows"] == counts(connection)
    assert len(lines) == 1 + sum(lines[0]["rows"].values())
    assert b"argon2" not in content
    assert not any("password" in line or "subject" in line for line in lines)
    resource = next(line for line in lines if line["table"] == "resource")
    assert resource["content"]["resourceType"] == resource["kind"]
    assert next(line for line in lines if line["table"] == "decision")["answered"] == {"a": "ä"}
