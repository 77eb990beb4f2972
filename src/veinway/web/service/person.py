"""One person over all their episodes: what is due long after the suspicion was settled.

What was said in the newest episode counts. Of what happened (scans, reviews, a filter), and of lines of
work, what was said in earlier ones counts too, where the newest says nothing of it: an operation does
not undo itself because a new clot is suspected, and "no fever" of last year is no fact of today.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from veinway.care.knowledge import KNOWLEDGE
from veinway.records.profile import Profile
from veinway.web.service.cases import found_episode, given_of
from veinway.web.service.given import Given
from veinway.web.service.work import is_work
from veinway.web.store.patients import Answer, answers_of, standing
from veinway.web.store.schema import episode

LASTING = frozenset(
    {"birth_date", "sex_at_birth", "filter_plan_documented", "filter_retrieval_target_date"}
)
"""Facts that do not change from one episode to the next, or go with something that happened."""


def given_of_person(connection: Connection, episode_id: str, site: Profile, at: str) -> Given:
    """What the rules are given about a person, from their newest episode and what happened earlier."""
    given = given_of(connection, episode_id, site, at)
    known = {(each["side"], each["fact"]) for each in given["answers"]}
    earlier = [
        {"fact": fact, "side": side, "said": each.said, "at": each.said_at, "by": each.said_by}
        for (side, fact), each in sorted(_earlier(connection, episode_id, at).items())
        if (side, fact) not in known
    ]
    return {**given, "answers": [*given["answers"], *earlier]}


def said_of_person(connection: Connection, episode_id: str, fact: str, at: str) -> Any:
    """What stands of a fact or a kind of event over all episodes of a person, or None."""
    now = standing(answers_of(connection, episode_id)).get(("", fact))
    found = now or _earlier(connection, episode_id, at).get(("", fact))
    return None if found is None else found.said


def _earlier(connection: Connection, episode_id: str, at: str) -> dict[tuple[str, str], Answer]:
    """What stands of earlier episodes and still counts; of two the later."""
    patient = found_episode(connection, episode_id)["patient_id"]
    query = select(episode.c.id).where(episode.c.patient_id == patient, episode.c.id != episode_id)
    found: dict[tuple[str, str], Answer] = {}
    for id_ in connection.execute(query.order_by(episode.c.index_at)).scalars():
        said = [each for each in answers_of(connection, id_) if each.said_at <= at]
        found |= {key: each for key, each in standing(said).items() if _lasts(each.fact)}
    return found


def _lasts(fact: str) -> bool:
    return fact in KNOWLEDGE.events or fact in LASTING or is_work(fact)
