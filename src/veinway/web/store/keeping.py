"""Backup and restore: every row of every table as JSON lines, the same for both databases.

The first line says what it is, each following one is [TABLE, ROW], and the last one counts the rows and
gives the head of the audit, so that a file that was cut short is not mistaken for a whole one. Sessions
are left out: after a restore everybody signs in again.
"""

from __future__ import annotations

import gzip
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, Table, func, insert, select, text

from veinway.language.errors import InputError
from veinway.web.store import audit
from veinway.web.store.database import reading, writing
from veinway.web.store.schema import METADATA

FORMAT = "veinway-store-1"
TABLES = tuple(table for table in METADATA.sorted_tables if table.name != "session")
_AT_ONCE = 500


def revision(connection: Connection) -> str:
    """The revision of the store's schema."""
    return str(MigrationContext.configure(connection).get_current_revision())


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    found = {}
    for table in TABLES:
        query = select(func.count()).select_from(table)
        found[str(table.name)] = int(connection.execute(query).scalar_one())
    return found


def lines(connection: Connection) -> Iterator[bytes]:
    """The whole store, as it is at one moment."""
    yield _line({"format": FORMAT, "revision": revision(connection)})
    written: Counter[str] = Counter()
    for table in TABLES:
        key = list(table.primary_key.columns)
        rows = connection.execution_options(yield_per=_AT_ONCE).execute(select(table).order_by(*key))
        for row in rows.mappings():
            written[str(table.name)] += 1
            yield _line([table.name, plain(row)])
    number, head = audit.head(connection)
    yield _line({"rows": dict(written), "audit": number, "head": head})


def plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row with names that are text and nothing more, as JSON wants them."""
    return {str(key): value for key, value in row.items()}


def _line(content: Any) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE)


def back_up(store: Engine, file: Path) -> dict[str, Any]:
    """Write the store to a new file, whole or not at all; what the last line says."""
    if file.exists():
        raise _unusable(file, "A file of this name exists", "Name a new file: none is overwritten.")
    beside = file.with_name(file.name + ".part")
    last = b""
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as raw, _one_moment(store) as connection:
            with gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=6, mtime=0) as packed:
                for last in lines(connection):
                    packed.write(last)
            raw.flush()
            os.fsync(raw.fileno())
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        why = error.strerror or "it cannot be written"
        raise _unusable(file, f"The backup cannot be written: {why}", "Nothing was kept.") from None
    found: dict[str, Any] = orjson.loads(last)
    return found


def _one_moment(store: Engine) -> Any:
    """A connection that sees nothing of what is written meanwhile."""
    if store.dialect.name == "postgresql":
        return store.connect().execution_options(isolation_level="REPEATABLE READ")
    return reading(store)


def restore(store: Engine, file: Path) -> dict[str, Any]:
    """Fill an empty store from a backup, whole or not at all; what its last line says.

    InputError I288 where the store is not empty or the file is not a whole backup.
    """
    with writing(store) as connection:
        if any(counts(connection).values()):
            raise _unusable(file, "The store is not empty", "Restore into a new one.")
        last = _fill(connection, file)
        problem = next(audit.broken(connection), "")
        if problem or audit.head(connection) != (last["audit"], last["head"]):
            raise _unusable(
                file, f"Its audit does not hold. {problem}".strip(" ."), "Nothing was restored."
            )
        _go_on_counting(connection)
    return last


def _fill(connection: Connection, file: Path) -> dict[str, Any]:
    tables, waiting, read = {table.name: table for table in TABLES}, _Waiting(connection), Counter[str]()
    last: dict[str, Any] | None = None
    for number, content in enumerate(_contents(file)):
        if number == 0:
            _check_first(connection, file, content)
        elif isinstance(content, list) and last is None and content[0] in tables:
            read[content[0]] += 1
            waiting.add(tables[content[0]], content[1])
        elif isinstance(content, dict) and last is None:
            last = content
        else:
            raise _unusable(file, f"Line {number + 1} is not one of a backup", "Use another backup.")
    waiting.flush()
    if last is None or last.get("rows") != dict(read):
        raise _unusable(file, "The file was cut short", "Use another backup.")
    return last


class _Waiting:
    """Rows on their way in, some at once."""

    def __init__(self, connection: Connection) -> None:
        self.connection, self.table, self.rows = connection, TABLES[0], list[dict[str, Any]]()

    def add(self, table: Table, row: dict[str, Any]) -> None:
        if table is not self.table or len(self.rows) >= _AT_ONCE:
            self.flush()
        self.table = table
        self.rows.append(row)

    def flush(self) -> None:
        if self.rows:
            self.connection.execute(insert(self.table), self.rows)
        self.rows = []


def _contents(file: Path) -> Iterator[Any]:
    try:
        with gzip.open(file, "rb") as packed:
            for line in packed:
                yield orjson.loads(line)
    except OSError as error:
        why = error.strerror or "it is not packed with gzip"
        raise _unusable(file, f"The backup cannot be read: {why}", "Check the path.") from None
    except (EOFError, orjson.JSONDecodeError):
        raise _unusable(file, "The file was cut short", "Use another backup.") from None


def _check_first(connection: Connection, file: Path, first: Any) -> None:
    if not isinstance(first, dict) or first.get("format") != FORMAT:
        raise _unusable(file, "This is not a backup of a store", "Give a file of `veinway backup`.")
    if first.get("revision") != revision(connection):
        raise _unusable(
            file,
            f"The backup is of schema {first.get('revision')}, the store of {revision(connection)}",
            "Restore with the version that made the backup, then start this one on that store.",
        )


def _go_on_counting(connection: Connection) -> None:
    """PostgreSQL's counters know nothing of rows that came with their numbers."""
    if connection.dialect.name == "postgresql":
        for table in ("resource", "answer"):
            sequence = f"pg_get_serial_sequence('{table}', 'id')"
            connection.execute(
                text(f"SELECT setval({sequence}, (SELECT coalesce(max(id), 0) + 1 FROM {table}), false)")
            )


def _unusable(file: Path, what: str, todo: str) -> InputError:
    return InputError("I288", f"{what}.", where=str(file), todo=todo)
