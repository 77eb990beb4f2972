"""Tables that only grow: the database itself refuses to change or delete a row."""

from __future__ import annotations

from alembic import op

_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME; END $$
"""
_POSTGRES = """
CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION only_grows()
"""
_SQLITE = """
CREATE TRIGGER {table}_refuses_{change} BEFORE {change} ON {table}
BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or deleted'); END
"""


def refuse_changes(table: str) -> None:
    """Put the triggers on a table; they go when the table is dropped."""
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(_SQLITE.format(table=table, change=change))
    else:
        op.execute(_POSTGRES_FUNCTION)
        op.execute(_POSTGRES.format(table=table))
