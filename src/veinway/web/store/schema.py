"""The tables. Instants are ISO text in UTC, so that both databases keep and sort them alike."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = MetaData(naming_convention=NAMES)
KEY, INSTANT = String(36), String(32)


def _user(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, KEY, ForeignKey("account.id"), nullable=nullable)


account = Table(
    "account",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("name", String(100), nullable=False, unique=True),
    Column("shown_as", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    # A local account has a password, one of an identity provider has its subject there.
    Column("password", String(200)),
    Column("subject", String(300), unique=True),
    Column("disabled", Boolean, nullable=False, default=False),
    Column("made_at", INSTANT, nullable=False),
)
second_factor = Table(
    "second_factor",
    METADATA,
    Column("account_id", KEY, ForeignKey("account.id"), primary_key=True),
    # Shown while it is set up and never again; exports leave it out.
    Column("secret", String(64), nullable=False),
    # It is asked for from this instant on.
    Column("confirmed_at", INSTANT),
    # The half minute of the last code that was taken: none is taken twice.
    Column("last_step", Integer, nullable=False, default=0),
)
recovery_code = Table(
    "recovery_code",
    METADATA,
    Column("code_hash", String(64), primary_key=True),
    Column("account_id", KEY, ForeignKey("account.id"), nullable=False, index=True),
    Column("used_at", INSTANT),
)
session = Table(
    "session",
    METADATA,
    # The cookie holds the secret; the store only its hash.
    Column("secret_hash", String(64), primary_key=True),
    _user("account_id"),
    Column("form_token", String(64), nullable=False),
    Column("made_at", INSTANT, nullable=False),
    Column("seen_at", INSTANT, nullable=False),
)
patient = Table(
    "patient",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("identifier", String(100), nullable=False, default=""),
    Column("family_name", String(200), nullable=False, default=""),
    Column("given_name", String(200), nullable=False, default=""),
    Column("birth_date", String(10), nullable=False, default=""),
    Column("made_at", INSTANT, nullable=False),
    _user("made_by"),
    Index(None, "family_name", "given_name"),
    Index(None, "identifier"),
)
resource = Table(
    "resource",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("patient_id", KEY, ForeignKey("patient.id"), nullable=False, index=True),
    # One FHIR resource as it was received; of two with the same type and id the later one counts.
    Column("kind", String(64), nullable=False),
    Column("fhir_id", String(64), nullable=False, default=""),
    Column("content", Text, nullable=False),
    Column("origin", String(300), nullable=False),
    Column("received_at", INSTANT, nullable=False),
    _user("received_by"),
)
episode = Table(
    "episode",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("patient_id", KEY, ForeignKey("patient.id"), nullable=False, index=True),
    Column("index_at", INSTANT, nullable=False),
    Column("closed_at", INSTANT),
    Column("made_at", INSTANT, nullable=False),
    _user("made_by"),
)
answer = Table(
    "answer",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("episode_id", KEY, ForeignKey("episode.id"), nullable=False, index=True),
    Column("side", String(5), nullable=False, default=""),
    Column("fact", String(100), nullable=False),
    # JSON in the form of a facts file; null: the earlier answer is taken back.
    Column("said", Text),
    Column("said_at", INSTANT, nullable=False),
    _user("said_by"),
    Column("note", Text, nullable=False, default=""),
)
decision = Table(
    "decision",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("episode_id", KEY, ForeignKey("episode.id"), nullable=False, index=True),
    Column("at", INSTANT, nullable=False),
    Column("edition", String(40), nullable=False),
    # All that the rules were given, and all that they said, as canonical JSON.
    Column("given", Text, nullable=False),
    Column("answered", Text, nullable=False),
    Column("answered_hash", String(64), nullable=False),
    Column("decided_at", INSTANT, nullable=False),
    _user("decided_by"),
)
override = Table(
    "override",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("decision_id", KEY, ForeignKey("decision.id"), nullable=False, index=True),
    Column("about", String(100), nullable=False),
    Column("reason", String(40), nullable=False),
    Column("note", Text, nullable=False, default=""),
    Column("made_at", INSTANT, nullable=False),
    _user("made_by"),
)
closing = Table(
    "closing",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("episode_id", KEY, ForeignKey("episode.id"), nullable=False, index=True),
    # True where the episode was closed, False where it was opened again.
    Column("closed", Boolean, nullable=False),
    Column("reason", String(40), nullable=False),
    Column("note", Text, nullable=False, default=""),
    Column("made_at", INSTANT, nullable=False),
    _user("made_by"),
)
letter = Table(
    "letter",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("episode_id", KEY, ForeignKey("episode.id"), nullable=False, index=True),
    Column("kind", String(40), nullable=False),
    Column("edition", String(40), nullable=False),
    # The letter as it was printed, as canonical JSON.
    Column("body", Text, nullable=False),
    # Of each part that somebody rewrote what the draft had said, as canonical JSON.
    Column("edited", Text, nullable=False),
    Column("made_at", INSTANT, nullable=False),
    _user("made_by"),
)
audit = Table(
    "audit",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", INSTANT, nullable=False),
    _user("who", nullable=True),
    Column("what", String(60), nullable=False),
    Column("about", String(100), nullable=False, default=""),
    Column("detail", Text, nullable=False, default="{}"),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("hash"),
)
ONLY_GROWS = ("resource", "answer", "decision", "override", "closing", "letter", "audit")
"""Tables of which the database refuses to change or delete a row."""
