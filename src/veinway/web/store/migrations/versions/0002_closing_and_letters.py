"""Why an episode was closed or opened again, and the letters that were written in it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from veinway.web.store.migrations.only_grows import refuse_changes

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("closing", "letter")


def upgrade() -> None:
    _closing()
    _letter()
    for table in TABLES:
        op.create_index(f"ix_{table}_episode_id", table, ["episode_id"])
        refuse_changes(table)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _closing() -> None:
    op.create_table(
        "closing",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("episode_id", sa.String(length=36), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("made_by", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], name=op.f("fk_closing_episode_id")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_closing_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing")),
    )


def _letter() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("episode_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("edition", sa.String(length=40), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("edited", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("made_by", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], name=op.f("fk_letter_episode_id")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_letter_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
