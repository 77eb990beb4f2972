"""Alembic's entry: migrations run over the connection that `database.migrate` hands in."""

from __future__ import annotations

from alembic import context

from veinway.web.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
