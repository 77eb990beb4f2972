"""The service's store, on SQLite and, where it is installed, on PostgreSQL."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from veinway.language.errors import InputError
from veinway.web.store import accounts, audit, closing, decisions, letters, patients, sessions
from veinway.web.store.audit import Actor
from veinway.web.store.database import (
    configuration,
    connect,
    is_current,
    migrate,
    open_store,
    reading,
    writing,
)
from veinway.web.store.schema import METADATA, ONLY_GROWS

AT, LATER = "2026-03-04T10:00:00+00:00", "2026-03-04T10:20:00+00:00"
PASSWORD = "three green horses"


@pytest.fixture
def store(empty_store: Engine) -> Engine:
    return empty_store


@pytest.fixture
def anna(store: Engine) -> Actor:
    with writing(store) as connection:
        made = accounts.add_account(connection, Actor("", AT), "anna", "clinician", password=PASSWORD)
    return Actor(made, AT)


@pytest.fixture
def episode(store: Engine, anna: Actor) -> str:
    with writing(store) as connection:
        person = patients.add_patient(
            connection, anna, patients.Named("943", "Smith", "Jo", "1961-05-03")
        )
        return patients.open_episode(connection, anna, person, AT)


# Schema -----------------------------------------------------------------------------------------


def test_the_migrations_go_down_and_up_again(store: Engine) -> None:
    migrate(store, "base")
    assert not is_current(store)
    migrate(store)
    assert is_current(store)


RELEASED = ("0001", "0002", "0003")
"""The schema of every version that was released; the last one is the newest."""


def test_every_released_schema_is_known_and_the_newest_is_among_them() -> None:
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(configuration())
    assert [each.revision for each in script.walk_revisions()] == list(reversed(RELEASED))


@pytest.mark.parametrize("revision", RELEASED)
def test_a_store_of_every_released_version_is_brought_up_and_keeps_what_it_held(
    store: Engine, revision: str
) -> None:
    migrate(store, "base")
    migrate(store, revision)
    rows = FILLED[revision]
    with writing(store) as connection:
        for statement in rows:
            connection.execute(text(statement))
    migrate(store)
    assert is_current(store)
    with reading(store) as connection:
        (found,) = patients.find_patients(connection, "Smith")
        assert patients.resources_of(connection, found["id"]) == [{"resourceType": "Patient"}]
        assert accounts.one_by_name(connection, "anna") is not None


FILLED = {
    "0001": (
        "INSERT INTO account VALUES ('a', 'anna', 'Anna', 'clinician', NULL, 's', FALSE, '2026')",
        "INSERT INTO patient VALUES ('p', '943', 'Smith', 'Jo', '1961-05-03', '2026', 'a')",
        "INSERT INTO resource VALUES (1, 'p', 'Patient', '', '{\"resourceType\":\"Patient\"}', "
        "'a file', '2026', 'a')",
    )
}
FILLED["0002"] = (
    *FILLED["0001"],
    "INSERT INTO episode VALUES ('e', 'p', '2026', '2026', '2026', 'a')",
    "INSERT INTO closing VALUES ('c', 'e', TRUE, 'excluded', '', '2026', 'a')",
    "INSERT INTO letter VALUES ('l', 'e', 'gp', 'edition', '{}', '{}', '2026', 'a')",
)
FILLED["0003"] = (
    *FILLED["0002"],
    "INSERT INTO second_factor VALUES ('a', 'SECRET', '2026', 0)",
    "INSERT INTO recovery_code VALUES ('hash', 'a', NULL)",
)
"""What a store of each version held, in the words of that version."""


def test_the_migrations_make_what_the_schema_says(store: Engine) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with store.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


@pytest.mark.parametrize("table", ONLY_GROWS)
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET {} = {}"])
def test_the_database_refuses_to_rewrite_what_happened(
    store: Engine, anna: Actor, episode: str, table: str, change: str
) -> None:
    _fill(store, anna, episode)
    key = "number" if table == "audit" else "id"
    with pytest.raises(DBAPIError, match="never changed or deleted"), writing(store) as connection:
        connection.execute(text(change.format(table, key, key)))


def _fill(store: Engine, anna: Actor, episode: str) -> None:
    with writing(store) as connection:
        found = patients.one_episode(connection, episode)
        assert found is not None
        patients.receive(connection, anna, found["patient_id"], [{"resourceType": "Patient"}], "a file")
        patients.say(connection, anna, episode, "active_cancer", True)
        made = decisions.keep(connection, anna, episode, "e", {"at": AT}, {"a": 1})
        decisions.overrule(connection, anna, made, "proximal_scan", "patient_wish", "")
        closing.close_episode(connection, anna, episode, "excluded")
        letters.add_letter(connection, anna, episode, "gp", "e", {}, {})


def test_a_store_that_cannot_be_had_says_why_and_hides_the_password() -> None:
    with pytest.raises(InputError, match="cannot be used") as error:
        open_store("postgresql://me:secret@127.0.0.1:1/none")
    assert "secret" not in str(error.value)
    with pytest.raises(InputError, match="not the address"):
        connect("a file")


# Patients ---------------------------------------------------------------------------------------


def test_patients_are_found_by_the_beginnings_of_their_names(store: Engine, episode: str) -> None:
    with reading(store) as connection:
        found = {
            words: len(patients.find_patients(connection, words))
            for words in ("smi jo", "jo x", "", "943", "94", "%")
        }
    assert found == {"smi jo": 1, "jo x": 0, "": 1, "943": 1, "94": 0, "%": 1}


def test_a_newer_answer_stands_and_the_older_one_is_kept(
    store: Engine, anna: Actor, episode: str
) -> None:
    with writing(store) as connection:
        patients.say(connection, anna, episode, "active_cancer", True)
        patients.say(connection, Actor(anna.account, LATER), episode, "active_cancer", False)
        answers = patients.answers_of(connection, episode)
    assert [each.said for each in answers] == [True, False]
    assert patients.standing(answers)["", "active_cancer"].said is False
    assert answers[0].said_by == "anna"


def test_an_answer_that_was_taken_back_does_not_stand(store: Engine, anna: Actor, episode: str) -> None:
    with writing(store) as connection:
        patients.say(connection, anna, episode, "active_cancer", True)
        patients.say(connection, anna, episode, "active_cancer", None)
        assert patients.standing(patients.answers_of(connection, episode)) == {}


def test_of_two_resources_with_one_id_the_later_one_counts(store: Engine, anna: Actor) -> None:
    with writing(store) as connection:
        person = patients.add_patient(connection, anna, patients.Named())
        for status in ("preliminary", "final"):
            resource = {"resourceType": "Observation", "id": "1", "status": status}
            patients.receive(connection, anna, person, [resource], "a file")
        patients.receive(connection, anna, person, [{"resourceType": "Observation"}] * 2, "a file")
        found = patients.resources_of(connection, person)
    assert [each.get("status") for each in found] == ["final", None, None]


# Accounts and sessions --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "role", "password", "why"),
    [
        ("bob", "clinician", "short", "too short"),
        ("bob", "clinician", "password1234", "easy to guess"),
        ("bob", "clinician", "bob and three horses", "easy to guess"),
        ("bob", "surgeon", PASSWORD, "not a role"),
        ("ANNA", "clinician", PASSWORD, "taken"),
        ("  ", "clinician", PASSWORD, "empty"),
    ],
)
def test_an_account_that_cannot_be_made_says_why(
    store: Engine, anna: Actor, name: str, role: str, password: str, why: str
) -> None:
    with pytest.raises(InputError, match=why), writing(store) as connection:
        accounts.add_account(connection, anna, name, role, password=password)


def test_a_password_is_verified_and_is_not_in_the_store(store: Engine, anna: Actor) -> None:
    with reading(store) as connection:
        assert accounts.verified(connection, "Anna", PASSWORD) is not None
        assert accounts.verified(connection, "anna", "three blue horses") is None
        assert accounts.verified(connection, "nobody", PASSWORD) is None
        stored = accounts.one_by_name(connection, "anna")
    assert stored is not None
    assert stored["password"].startswith("$argon2id$")


def test_a_disabled_account_cannot_sign_in_and_its_sessions_end(store: Engine, anna: Actor) -> None:
    with writing(store) as connection:
        secret = sessions.sign_in(connection, anna)
        accounts.disable(connection, anna, anna.account)
        assert accounts.verified(connection, "anna", PASSWORD) is None
        assert sessions.signed_in(connection, secret, AT) is None


@pytest.mark.parametrize(
    ("now", "alive"),
    [
        ("2026-03-04T10:30:00+00:00", True),
        ("2026-03-04T10:30:01+00:00", False),
    ],
)
def test_a_session_runs_out_after_half_an_hour_of_silence(
    store: Engine, anna: Actor, now: str, alive: bool
) -> None:
    with writing(store) as connection:
        secret = sessions.sign_in(connection, anna)
        assert (sessions.signed_in(connection, secret, now) is not None) is alive


def test_a_session_that_is_kept_alive_ends_after_twelve_hours_all_the_same(
    store: Engine, anna: Actor
) -> None:
    with writing(store) as connection:
        secret = sessions.sign_in(connection, anna)
        sessions.seen(connection, secret, "2026-03-04T21:59:00+00:00")
        assert sessions.signed_in(connection, secret, "2026-03-04T22:00:00+00:00") is not None
        assert sessions.signed_in(connection, secret, "2026-03-04T22:00:01+00:00") is None


def test_the_store_does_not_hold_the_secret_of_a_session(store: Engine, anna: Actor) -> None:
    with writing(store) as connection:
        secret = sessions.sign_in(connection, anna)
        rows = connection.execute(text("SELECT * FROM session")).all()
    assert secret not in str(rows)


def test_a_role_may_only_do_what_is_listed_for_it() -> None:
    assert accounts.may("clinician", accounts.May.DECIDE)
    assert not accounts.may("analyst", accounts.May.SEE_PATIENTS)
    assert not accounts.may("administrator", accounts.May.SEE_PATIENTS)
    assert not accounts.may("nobody", accounts.May.SEE_WORKLIST)


# Audit ------------------------------------------------------------------------------------------

TAMPER = {
    "changed": "UPDATE audit SET what = 'x' WHERE number = 2",
    "taken out": "DELETE FROM audit WHERE number = 2",
    "put in": (
        "INSERT INTO audit SELECT 99, at, who, what, about, detail, previous, 'x' "
        "FROM audit WHERE number = 2"
    ),
    "moved": "UPDATE audit SET number = -2 WHERE number = 2",
}


def _without_triggers(store: Engine) -> None:
    with store.begin() as connection:
        if store.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER audit_refuses_update"))
            connection.execute(text("DROP TRIGGER audit_refuses_delete"))
        else:
            connection.execute(text("DROP TRIGGER audit_only_grows ON audit"))


@pytest.mark.parametrize("how", TAMPER)
def test_a_row_of_the_audit_that_was_tampered_with_is_found(
    store: Engine, anna: Actor, episode: str, how: str
) -> None:
    with reading(store) as connection:
        assert list(audit.broken(connection)) == []
    _without_triggers(store)
    with writing(store) as connection:
        connection.execute(text(TAMPER[how]))
    with reading(store) as connection:
        assert list(audit.broken(connection)) != []


def test_what_fails_leaves_no_trace_in_the_store_or_the_audit(store: Engine, anna: Actor) -> None:
    with reading(store) as connection:
        before = audit.head(connection)

    def fail(connection: Connection) -> None:
        patients.add_patient(connection, anna, patients.Named())
        raise RuntimeError

    with pytest.raises(RuntimeError), writing(store) as connection:
        fail(connection)
    with reading(store) as connection:
        assert audit.head(connection) == before
        assert patients.find_patients(connection, "") == []


# Closing and letters ------------------------------------------------------------------------------


def test_an_episode_is_closed_and_opened_again_and_every_turn_is_kept(
    store: Engine, anna: Actor, episode: str
) -> None:
    later = Actor(anna.account, LATER)
    with writing(store) as connection:
        closing.close_episode(connection, anna, episode, "excluded")
        assert patients.open_episodes(connection) == []
        closing.reopen_episode(connection, later, episode, "other", "a call")
        assert len(patients.open_episodes(connection)) == 1
        turns = closing.closings_of(connection, episode)
    assert [(each["closed"], each["reason"], each["note"], each["shown_as"]) for each in turns] == [
        (True, "excluded", "", "anna"),
        (False, "other", "a call", "anna"),
    ]


@pytest.mark.parametrize(("reason", "note"), [("", ""), ("because", "x"), ("other", " ")])
def test_closing_needs_a_reason_of_the_list(
    store: Engine, anna: Actor, episode: str, reason: str, note: str
) -> None:
    with pytest.raises(InputError, match="reason"), writing(store) as connection:
        closing.close_episode(connection, anna, episode, reason, note)


def test_what_is_closed_is_not_closed_again_and_what_is_open_not_opened(
    store: Engine, anna: Actor, episode: str
) -> None:
    with pytest.raises(InputError, match="open already"), writing(store) as connection:
        closing.reopen_episode(connection, anna, episode, "mistake")
    with writing(store) as connection:
        closing.close_episode(connection, anna, episode, "mistake")
    with pytest.raises(InputError, match="closed already"), writing(store) as connection:
        closing.close_episode(connection, anna, episode, "mistake")


def test_a_letter_is_kept_with_what_its_draft_had_said(store: Engine, anna: Actor, episode: str) -> None:
    with writing(store) as connection:
        made = letters.add_letter(
            connection, anna, episode, "gp", "e", {"parts": ["new"]}, {"Finding": "old"}
        )
        (kept,) = letters.letters_of(connection, episode)
    assert kept.id == made
    assert (kept.body, kept.edited, kept.made_by) == ({"parts": ["new"]}, {"Finding": "old"}, "anna")


# Decisions --------------------------------------------------------------------------------------


def test_a_decision_that_is_made_again_is_the_same_byte_for_byte(
    store: Engine, anna: Actor, episode: str
) -> None:
    from veinway.care.knowledge import KNOWLEDGE
    from veinway.records.profile import Profile
    from veinway.web.service.deciding import answer_of, decide
    from veinway.web.service.given import site_content

    said = {"fact": "active_cancer", "side": "", "said": True, "at": AT, "by": "anna"}
    given = {"at": AT, "index": AT, "resources": [], "answers": [said], "site": site_content(Profile())}
    with writing(store) as connection:
        made = decisions.keep(
            connection, anna, episode, KNOWLEDGE.edition, given, answer_of(decide(given))
        )
        kept = decisions.one_decision(connection, made)
    assert kept is not None
    again = answer_of(decide(kept.given))
    assert decisions.replayed(kept, KNOWLEDGE.edition, again) == "the same"
    assert decisions.replayed(kept, "newer", [{}]) == "another edition"
    assert decisions.replayed(kept, KNOWLEDGE.edition, [{}]) == "different"


@pytest.mark.parametrize(("reason", "note"), [("because", "x"), ("other", " ")])
def test_doing_otherwise_needs_a_reason_of_the_list(
    store: Engine, anna: Actor, episode: str, reason: str, note: str
) -> None:
    with writing(store) as connection:
        made = decisions.keep(connection, anna, episode, "e", {"at": AT}, {})
    with pytest.raises(InputError, match="reason"), writing(store) as connection:
        decisions.overrule(connection, anna, made, "scan", reason, note)
