"""All that a decision was given, as plain JSON: from it the same decision is made again, to the byte.

{"at": INSTANT, "index": INSTANT, "strict": BOOL, "resources": [FHIR, ...],
 "answers": [{"fact": KEY, "side": "", "said": ANY, "at": INSTANT, "by": NAME}, ...],
                 (what was said of an action of the plan has action:KEY as its fact, and what was
                 decided of a course of treatment has course:drug or course:warfarin; an examination
                 of a leg has villalta:DAY)
 "site": {"country": ..., "guideline": ..., "parameters": {KEY: "1/2"}, ...}}

The record's own first suspicion is the index; `index` is the one of a record that has none. strict:
nothing is presumed.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from veinway.care.knowledge import KNOWLEDGE
from veinway.language.time import day_number
from veinway.language.values import Situation
from veinway.records.bedside import Said, with_answers
from veinway.records.cases import read_case
from veinway.records.problems import Problem
from veinway.records.profile import Coverage, Profile
from veinway.web.service.actions import PREFIX, settled
from veinway.web.service.reading import read_resources
from veinway.web.service.villalta import is_examination

Given = dict[str, Any]


def site_content(site: Profile) -> dict[str, Any]:
    """A site's choices as JSON."""
    return {**asdict(site), "parameters": {key: str(value) for key, value in site.parameters.items()}}


def site_of(content: dict[str, Any]) -> Profile:
    """The site's choices from their JSON."""
    coverage = {key: Coverage(**each) for key, each in content["coverage"].items()}
    parameters = {key: Fraction(value) for key, value in content["parameters"].items()}
    return Profile(**{**content, "coverage": coverage, "parameters": parameters})


def situations(given: Given) -> tuple[dict[str, Situation], list[Problem]]:
    """What is known of each limb (one under "" where none stands apart), and what was unusable.

    An answer is checked by it, and then the page is made from it: the same is not read twice. What is
    given back is shared: it is to be read, and never changed.
    """
    return _situations(orjson.dumps(given))


@lru_cache(maxsize=64)
def _situations(written: bytes) -> tuple[dict[str, Situation], list[Problem]]:
    given: Given = orjson.loads(written)
    site = site_of(given["site"])
    recorded, problems = _recorded(given, site)
    # A leg that was examined after a clot is not described apart by that.
    described = {each["side"] for each in given["answers"] if not is_examination(each["fact"])}
    sides = sorted(described - {""} | recorded.keys() - {""})
    found = {}
    for side in sides or [""]:
        base = recorded.get(side) or recorded.get("") or next(iter(recorded.values()))
        here = [each for each in given["answers"] if each["side"] in ("", side)]
        said = {
            each["fact"]: Said(each["said"], each["at"], each["by"])
            for each in here
            # What is said of an action or a course is no fact.
            if ":" not in each["fact"]
        }
        answered = with_answers(base, said, KNOWLEDGE, time_zone=site.time_zone)
        not_done = settled(each for each in here if each["fact"].startswith(PREFIX))
        found[side] = site.applied(replace(answered, settled=(*answered.settled, *not_done)))
    return found, problems


def _recorded(given: Given, site: Profile) -> tuple[dict[str, Situation], list[Problem]]:
    if not given["resources"]:
        case = {"at": given["at"], "index": given["index"], "facts": {}}
        return read_case(case, KNOWLEDGE, time_zone=site.time_zone).situations, []
    reading = read_resources(given["resources"], site, given["at"])
    found = {each.side: each.situation for each in reading.subjects}
    if not reading.episode_found:
        found = {side: _since(here, given["index"], site) for side, here in found.items()}
    return found, reading.problems


def _since(situation: Situation, index: str, site: Profile) -> Situation:
    """The situation with another first suspicion."""
    when = datetime.fromisoformat(index)
    day = day_number(when.astimezone(ZoneInfo(site.time_zone)).date())
    return replace(situation, index=day, index_minute=int(when.timestamp()) // 60)
