"""Closing an episode and opening it again: always with a reason, and every turn is kept."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import Connection, RowMapping, insert, select, update

from veinway.language.errors import InputError
from veinway.web.store.audit import Actor, record
from veinway.web.store.schema import account, closing, episode

CLOSE = {
    "excluded": "Thrombosis was excluded",
    "treated": "Treatment is under way, and follow-up is arranged",
    "other_diagnosis": "Another diagnosis was found",
    "elsewhere": "Care goes on elsewhere",
    "patient_wish": "The patient does not wish to go on",
    "died": "The patient has died",
    "mistake": "It was opened by mistake",
    "other": "Another reason, in the note",
}
REOPEN = {
    "new_result": "A new result has come",
    "new_symptoms": "Symptoms came back or grew worse",
    "mistake": "It was closed by mistake",
    "other": "Another reason, in the note",
}
"""Why it was closed or opened again; a note is needed with `other`."""


def close_episode(
    connection: Connection, actor: Actor, episode_id: str, reason: str, note: str = ""
) -> None:
    """Nothing is due in it any more. InputError I293: no reason of the list, I294: closed already."""
    _turn(connection, actor, episode_id, reason, note, closed=True)


def reopen_episode(
    connection: Connection, actor: Actor, episode_id: str, reason: str, note: str = ""
) -> None:
    """It goes on. InputError I293: no reason of the list, I294: open already."""
    _turn(connection, actor, episode_id, reason, note, closed=False)


def _turn(
    connection: Connection, actor: Actor, episode_id: str, reason: str, note: str, *, closed: bool
) -> None:
    reasons = CLOSE if closed else REOPEN
    if reason not in reasons or (reason == "other" and not note.strip()):
        what = "A reason from the list is needed; with another reason, a note as well."
        raise InputError("I293", what, where="reason", todo="Choose a reason.")
    # The condition is part of the change, so that of two people who do it at once only one does it.
    now = episode.c.closed_at.is_(None) if closed else episode.c.closed_at.is_not(None)
    changed = connection.execute(
        update(episode)
        .where(episode.c.id == episode_id, now)
        .values(closed_at=actor.at if closed else None)
    )
    if changed.rowcount != 1:
        what = "The episode is closed already." if closed else "The episode is open already."
        raise InputError("I294", what, where=episode_id, todo="Load the page again.")
    row = {
        "id": str(uuid4()),
        "episode_id": episode_id,
        "closed": closed,
        "reason": reason,
        "note": note.strip(),
        "made_at": actor.at,
        "made_by": actor.account,
    }
    connection.execute(insert(closing), row)
    what = "episode.close" if closed else "episode.reopen"
    record(connection, actor, what, f"episode/{episode_id}", {"reason": reason})


def closings_of(connection: Connection, episode_id: str) -> list[RowMapping]:
    """Every time that an episode was closed or opened again, in order, with the names of who did it."""
    query = select(closing, account.c.shown_as).join(account).where(closing.c.episode_id == episode_id)
    return list(connection.execute(query.order_by(closing.c.made_at)).mappings())
