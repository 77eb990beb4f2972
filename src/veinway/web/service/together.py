"""Two people at one patient: what one entered since the other's page was loaded is not passed over.

A page says up to which answer and which resource it knows (`seen`), and its forms bring that back. What
is entered about different things is kept from both. An answer that would replace one that its author has
not seen is not kept, and neither is a decision: the page says what is new and by whom, with what was
entered still in its field, and pressing again does it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from veinway.language.errors import InputError
from veinway.records.profile import Profile
from veinway.web.clock import clock_words
from veinway.web.sections.words import about_words, answer_words
from veinway.web.store.patients import Answer, Seen, answers_of, newest_resource
from veinway.web.store.schema import episode


def hold(connection: Connection, episode_id: str) -> None:
    """Nobody else changes this episode until the transaction ends; SQLite has one writer anyway."""
    connection.execute(select(episode.c.id).where(episode.c.id == episode_id).with_for_update())


def since(answers: Iterable[Answer], seen: Seen | None) -> list[Answer]:
    """What was entered after a page was made."""
    return [] if seen is None else [each for each in answers if each.number > seen.answer]


def check_answer(
    connection: Connection,
    episode_id: str,
    seen: Seen | None,
    site: Profile,
    fact: str,
    side: str,
    said: Any,
) -> None:
    """InputError I297 where somebody entered something else about the same since the page was made."""
    about = [
        each
        for each in since(answers_of(connection, episode_id), seen)
        if each.fact == fact and (each.side == side or not (each.side and side))
    ]
    if about and about[-1].said != said:
        raise _meanwhile(about[-1:], site, "What you entered was not kept.")


def check_everything(
    connection: Connection, episode_id: str, patient_id: str, seen: Seen | None, site: Profile
) -> None:
    """InputError I297 where anything was entered or received since the page was made."""
    if seen is None:
        return
    entered = since(answers_of(connection, episode_id), seen)
    if entered or newest_resource(connection, patient_id) > seen.resource:
        raise _meanwhile(entered, site, "The decision was not kept, as you had not seen this.")


def meanwhile_words(entered: Iterable[Answer], site: Profile) -> str:
    """Who entered what, when."""
    return "; ".join(
        f"{each.said_by}, {clock_words(each.said_at, site.time_zone)}: "
        f"{about_words(each.fact, each.side)}: {answer_words(each.fact, each.said)}"
        for each in entered
    )


def _meanwhile(entered: list[Answer], site: Profile, lost: str) -> InputError:
    what = meanwhile_words(entered, site) or "more of the record was received"
    return InputError(
        "I297",
        f"Since you loaded this page, this was entered: {what}. {lost}",
        todo="Look at it. If you still want it, do it again: the page now knows of this.",
    )
