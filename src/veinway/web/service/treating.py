"""One patient's treatment: from what is given (see `given`) to every drug with its dose.

    {..., "kind": "plan", "first_dose": "2026-03-04T20:00"}

The treatment is looked at on the day of the evaluation, for the whole person: what was said of one leg
counts where nothing else was said of the other.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from veinway.care.chapters.treatment import TREATMENT
from veinway.care.facts.inr import inr_test
from veinway.care.facts.stents_filters import filter_event, stent
from veinway.care.facts.supplies import anticoagulant_supply
from veinway.care.facts.treatment import current_anticoagulant, treatment_start, vte_diagnosis
from veinway.care.knowledge import KNOWLEDGE
from veinway.language.errors import InputError
from veinway.language.knowledge import Knowledge
from veinway.language.values import Situation
from veinway.records.bedside import Said, with_answers
from veinway.records.cases import read_case
from veinway.records.problems import Problem
from veinway.show.plan_json import plan_answer
from veinway.show.plan_parts import Planned, first_dose_minute, planned_for
from veinway.web.service.given import Given, site_of
from veinway.web.service.reading import read_resources

_OF_TREATMENT = tuple(
    part.key
    for part in (
        vte_diagnosis,
        treatment_start,
        current_anticoagulant,
        anticoagulant_supply,
        inr_test,
        filter_event,
        stent,
    )
)


def treated(given: Given, chapter: Knowledge = TREATMENT) -> tuple[Situation, tuple[Problem, ...]]:
    """What is known of a person today, and what was unusable.

    chapter: whose facts are looked for in the record. What is given back is shared: it is to be read,
    and never changed.
    """
    return _today(orjson.dumps(given), chapter)


@lru_cache(maxsize=64)
def _today(written: bytes, chapter: Knowledge) -> tuple[Situation, tuple[Problem, ...]]:
    given: Given = orjson.loads(written)
    site = site_of(given["site"])
    if given["resources"]:
        reading = read_resources(given["resources"], site, given["at"], chapter)
        base, problems = reading.subjects[0].situation, tuple(reading.problems)
    else:
        case = {"at": given["at"], "index": given["at"], "facts": {}}
        base, problems = read_case(case, KNOWLEDGE, time_zone=site.time_zone).situations[""], ()
    answered = with_answers(base, said_of(given), KNOWLEDGE, time_zone=site.time_zone)
    return site.applied(answered), problems


def is_treated(given: Given, chapter: Knowledge) -> bool:
    """Whether anything is on record, or was said, of a clot, an anticoagulant, a filter or a stent.

    So is what else brings somebody into a chapter: for how well a hospital does, a stay in one.
    """
    said = {each["fact"]: each["said"] for each in given["answers"]}
    keys = (*_OF_TREATMENT, *_opening(chapter))
    if any(said.get(key) not in (None, False, [], "unknown", "none") for key in keys):
        return True
    site = site_of(given["site"])
    resources = given["resources"]
    return bool(resources) and read_resources(resources, site, given["at"], chapter).episode_found


@lru_cache
def _opening(chapter: Knowledge) -> tuple[str, ...]:
    """The facts and events by which a record opens an episode of a chapter."""
    codes = {name for episode in chapter.episodes for name in episode.opened_by}
    parts = (*chapter.facts.values(), *chapter.events.values())
    return tuple(part.key for part in parts if any(find.codes in codes for find in part.find))


def said_of(given: Given) -> dict[str, Said]:
    """The answers about the person, and those about one leg that nobody contradicts for the other."""
    facts = [each for each in given["answers"] if ":" not in each["fact"]]
    ways: dict[str, list[dict[str, Any]]] = {}
    for each in facts:
        ways.setdefault(each["fact"], []).append(each)
    return {
        key: Said(told[0]["said"], told[0]["at"], told[0]["by"])
        for key, told in ways.items()
        if all(each["said"] == told[0]["said"] for each in told)
    }


def with_first_dose(given: Given, stated: str = "") -> Given:
    """What a plan is made from; InputError I214 where the first dose is at no moment."""
    try:
        when = datetime.fromisoformat(stated) if stated else datetime.fromisoformat(given["at"])
    except ValueError:
        what = f"{stated!r} is not a date and a time."
        raise InputError("I214", what, where="first dose", todo="Write 2026-03-04T20:00.") from None
    minute = when.replace(tzinfo=None) if when.tzinfo is None else _local(when, given)
    return {**given, "kind": "plan", "first_dose": minute.isoformat(timespec="minutes")}


def _local(when: datetime, given: Given) -> datetime:
    return when.astimezone(ZoneInfo(given["site"]["time_zone"])).replace(tzinfo=None)


def plan_of(given: Given) -> Planned:
    """Every drug for the person, by the guideline of the site."""
    site = site_of(given["site"])
    situation, _ = treated({key: given[key] for key in given if key not in ("kind", "first_dose")})
    first = first_dose_minute(datetime.fromisoformat(given["first_dose"]), ZoneInfo(site.time_zone))
    return planned_for(TREATMENT, situation, site.guideline, first, strict=given.get("strict", False))


def plan_answered(given: Given) -> dict[str, Any]:
    """What was planned, as the JSON that `veinway plan` gives."""
    _, problems = treated({key: given[key] for key in given if key not in ("kind", "first_dose")})
    return plan_answer("", plan_of(given), problems)


def standing_words(offered: bool, refused: bool) -> str:
    """How a drug stands, in short."""
    return "may be given" if offered else "not offered" if refused else "not decided"
