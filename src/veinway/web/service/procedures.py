"""One leg on the day of the evaluation, as the rules of procedures are given it (see `given`).

What the record and the answers say of the person and of this leg, looked at today; the last examination
on the Villalta scale stands for its items, unless one was answered by itself on a later day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import orjson

from veinway.care.chapters.intervention import INTERVENTION
from veinway.care.knowledge import KNOWLEDGE
from veinway.language.values import Situation
from veinway.records.bedside import Said, with_answers
from veinway.records.cases import read_case
from veinway.records.profile import Profile
from veinway.show.candidacy import Candidacy, candidacies
from veinway.web.service.given import Given, site_of
from veinway.web.service.reading import read_resources
from veinway.web.service.treating import treated
from veinway.web.service.villalta import (
    KEYS,
    SIDES,
    Examined,
    Scored,
    examinations,
    scored,
    sides_of,
    with_examination,
)


def candidate_for(given: Given, side: str) -> tuple[Candidacy, ...]:
    """For which procedures somebody may be a candidate, by every guideline that speaks to it."""
    situation = on_day(given, side)
    return candidacies(KNOWLEDGE, situation, presumptions=not given.get("strict", False))


def legs_of(given: Given, described: Iterable[str]) -> list[str]:
    """The legs of which something is known apart: described in this episode, or examined."""
    examined = sides_of(given["answers"])
    return [side for side in SIDES if side in examined or side in described]


def leg_of(given: Given, side: str) -> str:
    """The leg that is meant where none was described apart: the one examined, the worse first."""
    examined = sides_of(given["answers"])
    return side or max(examined, key=lambda each: _points(given, each), default="")


def _points(given: Given, side: str) -> int:
    return sum(examinations(given["answers"], side)[-1].items.values())


def examined_on_villalta(given: Given, side: str) -> list[Scored]:
    """The examinations of a leg, each scored as of its own day, the earliest first."""
    base = on_day(given, side)
    return [scored(base, each) for each in examinations(given["answers"], side)]


def on_day(given: Given, side: str) -> Situation:
    """What is known of a leg ("" where none was described apart). It is shared: never change it."""
    return _on_day(orjson.dumps(given), side)


@lru_cache(maxsize=64)
def _on_day(written: bytes, side: str) -> Situation:
    given: Given = orjson.loads(written)
    site = site_of(given["site"])
    base = _recorded(given, site, side)
    examined = next(reversed(examinations(given["answers"], side)), None)
    said = {
        each["fact"]: Said(each["said"], each["at"], each["by"])
        for each in given["answers"]
        if _counts(each, side, examined)
    }
    if examined is not None:
        base = with_examination(base, examined, base.at)
    return site.applied(with_answers(base, said, KNOWLEDGE, time_zone=site.time_zone))


def _counts(answer: Mapping[str, Any], side: str, examined: Examined | None) -> bool:
    """What was said of the person or this leg, and of what was examined only what was said later."""
    if ":" in answer["fact"] or answer["side"] not in ("", side):
        return False
    earlier = examined is not None and answer["at"][:10] <= examined.day.isoformat()
    return not (answer["fact"] in KEYS and earlier)


def _recorded(given: Given, site: Profile, side: str) -> Situation:
    """What the record says today: of this leg, and what is read only for the choice of treatment."""
    if not given["resources"]:
        case = {"at": given["at"], "index": given["at"], "facts": {}}
        return read_case(case, KNOWLEDGE, time_zone=site.time_zone).situations[""]
    reading = read_resources(given["resources"], site, given["at"], INTERVENTION)
    found = {each.side: each.situation for each in reading.subjects}
    here = found.get(side) or found.get("") or next(iter(found.values()))
    person, _ = treated({**given, "answers": []})
    return replace(
        here,
        facts={**person.facts, **here.facts},
        histories={**person.histories, **here.histories},
    )
