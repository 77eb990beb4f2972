"""A PostgreSQL server of its own for the tests, in a folder that goes again."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def installed() -> Path | None:
    """The folder of the server's programs, or None."""
    on_path = shutil.which("initdb")
    places = [Path(on_path).resolve().parent] if on_path else FOLDERS
    return next((place for place in places if (place / "initdb").exists()), None)


@contextmanager
def server() -> Iterator[str]:
    """The URL of a database on a new server."""
    programs = installed()
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="veinway-postgres-"))
    as_user = _unprivileged(folder)
    data, port = folder / "data", _free_port()
    _run([*as_user, programs / "initdb", "-D", data, "-U", "veinway", "-A", "trust", "--no-sync"])
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
    start = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"]
    _run([*as_user, *start])
    try:
        yield f"postgresql://veinway@127.0.0.1:{port}/postgres"
    finally:
        _run([*as_user, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged(folder: Path) -> list[str]:
    """How to run a program as somebody else where the tests run as root, which PostgreSQL refuses."""
    if os.geteuid() != 0:
        return []
    known = {entry.pw_name for entry in pwd.getpwall()}
    user = "postgres" if "postgres" in known else "nobody"
    shutil.chown(folder, user)
    return ["runuser", "-u", user, "--"]


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _run(command: list[object]) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
