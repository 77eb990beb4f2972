"""Opening the store: where it is, how it is set up, and its migrations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.url import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from veinway.language.errors import InputError

DEFAULT = "sqlite:///veinway.db"


def open_store(url: str = DEFAULT) -> Engine:
    """A store at its newest schema, made where there is none; InputError I281 where it cannot be had."""
    try:
        engine = connect(url)
        migrate(engine)
    except DBAPIError as error:
        raise _unusable(url, str(error.orig).strip().rstrip(".")) from None
    except OSError as error:
        raise _unusable(url, error.strerror or "it cannot be made") from None
    except ModuleNotFoundError as error:
        raise _unusable(url, f"{error.name} is not installed") from None
    except CommandError:
        raise _unusable(url, "a newer version of Veinway made it") from None
    return engine


def connect(url: str) -> Engine:
    """An engine for a store, without touching its schema."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise _unusable(url, "this is not the address of a database") from None
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in ("sqlite", "postgresql+psycopg"):
        raise _unusable(url, "it is neither SQLite nor PostgreSQL")
    if parsed.drivername != "sqlite":
        return create_engine(parsed, pool_pre_ping=True, hide_parameters=True)
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).absolute().parent.mkdir(parents=True, exist_ok=True)
    # One connection a task: SQLite serves readers beside the one writer, and none is shared by threads.
    engine = create_engine(parsed, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def kept_open(engine: Engine) -> Any:
    """A connection to a SQLite file on which nothing is done; None for another store.

    The last connection that is closed writes the log of changes back into the file, which takes longer
    than all else of a request. While this one is open, no request's is the last.
    """
    if engine.dialect.name != "sqlite":
        return None
    idle = engine.raw_connection()
    idle.detach()
    # The file is opened by the first statement that reads it.
    idle.cursor().execute("SELECT count(*) FROM sqlite_master").fetchall()
    return idle


def _set_up_sqlite(connection: Any, _: object) -> None:
    # The driver would begin transactions late and commit some by itself; `_begin` does it instead.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=5000", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer takes its turn at the start: halfway through it could not wait for another one.
    reads = connection.get_execution_options().get("reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that only reads, beside whoever writes."""
    with engine.connect().execution_options(reads=True) as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection whose changes are kept together, or not at all."""
    with engine.begin() as connection:
        yield connection


def migrate(engine: Engine, target: str = "head") -> None:
    """Bring the schema to a revision; `base` takes everything down again."""
    config = configuration()
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        if target == "base" or target.startswith("-"):
            command.downgrade(config, target)
        else:
            command.upgrade(config, target)
        connection.commit()


def configuration() -> Config:
    """Where the migrations are."""
    config = Config()
    folder = resources.files("veinway.web.store") / "migrations"
    config.set_main_option("script_location", str(folder))
    return config


def is_current(engine: Engine) -> bool:
    """Whether the schema is the newest one."""
    newest = ScriptDirectory.from_config(configuration()).get_current_head()
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest


def _unusable(url: str, why: str) -> InputError:
    shown = url.partition("@")[2] or url  # never a password
    return InputError(
        "I281",
        f"The store cannot be used: {why}.",
        where=shown,
        todo="Write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE.",
    )
