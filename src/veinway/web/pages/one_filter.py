"""One person's vena cava filter: what happened to it, and the forms for what happens next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from veinway.care.facts.stents_filters import (
    filter_event,
    filter_plan_documented,
    filter_removal_day,
    filter_review,
)
from veinway.care.knowledge import KNOWLEDGE
from veinway.language.errors import VeinwayError
from veinway.language.time import day_number
from veinway.language.values import Truth
from veinway.show.values import day_words
from veinway.web.pages.filters import PLAN, dwell_words
from veinway.web.rendering import page
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections.case import name_of
from veinway.web.service.cases import found_episode
from veinway.web.service.filter_entry import WHATS, event_in, plan_in
from veinway.web.service.filters import STATES, FilterLife, filter_life
from veinway.web.service.person import given_of_person, said_of_person
from veinway.web.service.saying import said_in, say_checked
from veinway.web.service.together import check_answer, hold
from veinway.web.service.treating import treated
from veinway.web.store.accounts import May
from veinway.web.store.database import reading, writing
from veinway.web.store.patients import Seen, answers_of, newest_resource, one_patient, say, seen_in

SAVED = {
    "event": "What happened to the filter is kept.",
    "plan": "The plan is kept.",
    "review": "The review is kept.",
}


async def one_filter(request: Request) -> Response:
    """What happened to somebody's filter, and the forms for more."""
    here = await visit(request)
    return await run_in_threadpool(_one, request, here)


def _one(request: Request, here: Visit, about: str = "", error: VeinwayError | None = None) -> Response:
    episode_id, today = request.path_params["episode"], day_number(here.now.date())
    with reading(here.store) as connection:
        patient = one_patient(connection, found_episode(connection, episode_id)["patient_id"])
        assert patient is not None
        situation = _situation(connection, here, episode_id)
        answers = answers_of(connection, episode_id)
        seen = Seen(answers[-1].number if answers else 0, newest_resource(connection, patient["id"]))
    return page(
        request,
        "filter",
        status=200 if error is None else 422,
        episode=episode_id,
        name=name_of(patient),
        patient=patient,
        whats=WHATS,
        today=day_words(today),
        seen=seen.as_text(),
        saved=SAVED.get(request.query_params.get("saved", ""), ""),
        about=about,
        words="" if error is None else error.message(),
        entered=here.form,
        life=filter_life(situation),
        **_life_words(filter_life(situation), today),
    )


def _life_words(life: FilterLife | None, today: int) -> dict[str, Any]:
    """The life of a filter in words."""
    if life is None:
        return {"states": [], "due": ""}
    return {
        "states": [STATES[each] for each in life.states],
        "dwell": dwell_words(life.dwell(today)),
        "plan": PLAN[life.plan],
        "due": "" if life.due is None else day_words(life.due),
        "reviewed": "" if life.reviewed is None else day_words(life.reviewed),
        "overdue": life.overdue is Truth.YES,
        "perhaps": life.overdue is Truth.UNKNOWN,
    }


def _situation(connection: Connection, here: Visit, episode_id: str) -> Any:
    given = given_of_person(connection, episode_id, here.site, here.actor.at)
    return treated(given, KNOWLEDGE.chapter("intervention"))[0]


Change = Callable[[Connection, Visit, str], None]


async def _changed(request: Request, about: str, change: Change) -> Response:
    here = await visit(request)
    return await run_in_threadpool(_change, request, here, about, change)


def _change(request: Request, here: Visit, about: str, change: Change) -> Response:
    episode_id = request.path_params["episode"]
    try:
        with writing(here.store) as connection:
            hold(connection, episode_id)
            found_episode(connection, episode_id)
            change(connection, here, episode_id)
    except VeinwayError as error:
        if error.code == "I284":
            raise
        return _one(request, here, about, error)
    return RedirectResponse(f"/filter/{episode_id}?saved={about}", status_code=303)


def _say(connection: Connection, here: Visit, episode_id: str, key: str, said: Any) -> None:
    seen = seen_in(str(here.form.get("seen", "")))
    check_answer(connection, episode_id, seen, here.site, key, "", said)
    say_checked(connection, here.actor, episode_id, here.site, key, "", said)


async def event(request: Request) -> Response:
    """Something that happened to the filter, on a day."""

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        earlier = said_of_person(connection, episode_id, filter_event.key, here.actor.at)
        said = event_in(here.form, earlier, _situation(connection, here, episode_id))
        _say(connection, here, episode_id, filter_event.key, said)
        _situation(connection, here, episode_id)

    return await _changed(request, "event", change)


async def plan(request: Request) -> Response:
    """Whether a plan for the removal is on record, and its day."""

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        documented, day = plan_in(here.form)
        _say(connection, here, episode_id, filter_plan_documented.key, documented)
        if day is not None:
            _say(connection, here, episode_id, filter_removal_day.key, day)
        elif said_of_person(connection, episode_id, filter_removal_day.key, here.actor.at) is not None:
            say(connection, here.actor, episode_id, filter_removal_day.key, "unknown")

    return await _changed(request, "plan", change)


async def review(request: Request) -> Response:
    """The filter was reviewed on a day."""

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        earlier = said_of_person(connection, episode_id, filter_review.key, here.actor.at)
        said = said_in(filter_review, {"when": here.form.get("when", "")}, earlier)
        _say(connection, here, episode_id, filter_review.key, said)

    return await _changed(request, "review", change)


_AT = "/filter/{episode}"
ROUTES = [
    page_at(_AT, one_filter, needs=May.SEE_PATIENTS),
    page_at(f"{_AT}/event", event, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/plan", plan, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/review", review, needs=May.DECIDE, methods=("POST",)),
]
