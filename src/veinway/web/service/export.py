"""Everything that the store holds, as JSON lines that other programs read.

{"table": "patient", "id": ..., ...}: one line a row, with FHIR resources, answers and decisions as JSON,
not as text of JSON. Passwords, second factors, subjects at a provider and sessions are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
from sqlalchemy import Engine, select

from veinway.care.knowledge import KNOWLEDGE
from veinway.web.store.database import reading
from veinway.web.store.keeping import TABLES, counts, plain, revision

LEFT_OUT = {
    "account": ("password", "subject"),
    "second_factor": ("secret",),
    "recovery_code": ("code_hash",),
}
AS_JSON = {
    "resource": ("content",),
    "answer": ("said",),
    "decision": ("given", "answered"),
    "letter": ("body", "edited"),
    "audit": ("detail",),
}
_AT_ONCE = 200


def export_lines(store: Engine, at: str) -> Iterator[bytes]:
    """The whole store, some lines at once, as it is at one moment."""
    with reading(store) as connection:
        yield _line({"table": "", "at": at, "edition": KNOWLEDGE.edition, "rows": counts(connection)})
        for table in TABLES:
            query = select(table).order_by(*table.primary_key.columns)
            rows = connection.execution_options(yield_per=_AT_ONCE).execute(query)
            for part in rows.mappings().partitions():
                yield b"".join(_line(_content(str(table.name), plain(row))) for row in part)


def _content(table: str, row: dict[str, Any]) -> dict[str, Any]:
    shown = {key: value for key, value in row.items() if key not in LEFT_OUT.get(table, ())}
    for key in AS_JSON.get(table, ()):
        shown[key] = None if row[key] is None else orjson.Fragment(row[key].encode())
    return {"table": table, **shown}


def _line(content: dict[str, Any]) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE)


def store_facts(store: Engine) -> list[tuple[str, str]]:
    """What an administrator wants to know of the store, in words."""
    kind = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[store.dialect.name]
    names = {
        "account": "Accounts",
        "second_factor": "Second factors",
        "recovery_code": "Recovery codes",
        "patient": "Patients",
        "episode": "Episodes",
        "resource": "FHIR resources",
        "answer": "Answers",
        "decision": "Decisions kept",
        "override": "Decisions overruled",
        "closing": "Episodes closed or opened again",
        "letter": "Letters",
        "audit": "Rows of the audit",
    }
    with reading(store) as connection:
        found, schema = counts(connection), revision(connection)
    counted = [(names[table], f"{number:,}") for table, number in found.items()]
    return [("Database", kind), ("Schema", schema), ("Rules", KNOWLEDGE.edition), *counted]
