"""One line of work: why it is on the list, who does it, that it was done, or why it is put off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from veinway.language.errors import FactError, VeinwayError
from veinway.web.pages.worklist import SIGNS, by_words, late_words
from veinway.web.rendering import page
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections.case import LIMBS, name_of
from veinway.web.service.cases import found_episode
from veinway.web.service.person import said_of_person
from veinway.web.service.saying import said_in, say_checked
from veinway.web.service.together import check_answer, hold
from veinway.web.service.work import (
    ASSIGNED,
    PUT_OFF,
    REASON_CHOICES,
    assigned_in,
    is_work,
    put_off_in,
    said_of_work,
)
from veinway.web.service.work_item import Item, item_of
from veinway.web.store.accounts import May, workers
from veinway.web.store.database import reading, writing
from veinway.web.store.patients import (
    Seen,
    answers_of,
    newest_resource,
    one_patient,
    say,
    seen_in,
)

SAVED = {
    "assign": "It is kept who does this.",
    "done": "It is kept that this was done.",
    "put-off": "It is kept why this is not done now.",
    "take-back": "This is taken back.",
}


async def work(request: Request) -> Response:
    """The line as it is now."""
    here = await visit(request)
    return await run_in_threadpool(_shown, request, here)


def _shown(
    request: Request, here: Visit, about: str = "", error: VeinwayError | None = None
) -> Response:
    episode_id, key = request.path_params["episode"], request.path_params["item"]
    side, at = request.query_params.get("side", ""), here.actor.at
    with reading(here.store) as connection:
        episode = found_episode(connection, episode_id)
        patient = one_patient(connection, episode["patient_id"])
        assert patient is not None
        item = item_of(connection, episode_id, here.site, at, key, side)
        answers = answers_of(connection, episode_id)
        seen = Seen(answers[-1].number if answers else 0, newest_resource(connection, patient["id"]))
        people = workers(connection)
    said = [each for each in answers if is_work(each.fact) and each.fact.endswith(f":{item.key}")]
    return page(
        request,
        "work",
        status=200 if error is None else 422,
        item=item,
        patient=patient,
        name=name_of(patient),
        limb=LIMBS[side],
        seen=seen.as_text(),
        people=people,
        history=[_history(each, here) for each in reversed(said) if each.side == side],
        about=about,
        words="" if error is None else error.message(),
        **_state(item, here),
        **_forms(request, here),
    )


def _forms(request: Request, here: Visit) -> dict[str, Any]:
    """What the forms of the page need: where they are sent, what can be chosen, what was entered."""
    episode_id, key = request.path_params["episode"], request.path_params["item"]
    side = request.query_params.get("side", "")
    return {
        "episode": episode_id,
        "at": f"/work/{episode_id}/{key}",
        "query": f"?side={side}" if side else "",
        "reasons": REASON_CHOICES,
        "today": here.now.date().isoformat(),
        "saved": SAVED.get(request.query_params.get("saved", ""), ""),
        "entered": here.form,
    }


def _state(item: Item, here: Visit) -> dict[str, Any]:
    """The state of the line in words, as on the list."""
    due, zone = item.due, here.site.time_zone
    if due is None:
        return {"state": "", "look": "", "by": (), "late": "", "put_off": False}
    put_off = item.mark.holds(here.now.date())
    state = "not done" if put_off else due.state(here.minute)
    return {
        "state": state,
        "look": SIGNS[state],
        "by": by_words(due, zone),
        "late": late_words(due, here.minute, zone, state),
        "put_off": put_off,
    }


def _history(answer: Any, here: Visit) -> dict[str, str]:
    said = "taken back" if answer.said is None else said_of_work(answer.said)
    when = here.clock(answer.said_at)
    return {"when": when, "by": answer.said_by, "said": said}


# Saying -------------------------------------------------------------------------------------------

Change = Callable[[Connection, Visit, Item], None]


async def _changed(request: Request, about: str, change: Change) -> Response:
    here = await visit(request)
    return await run_in_threadpool(_change, request, here, about, change)


def _change(request: Request, here: Visit, about: str, change: Change) -> Response:
    episode_id, key = request.path_params["episode"], request.path_params["item"]
    side = request.query_params.get("side", "")
    try:
        with writing(here.store) as connection:
            hold(connection, episode_id)
            change(
                connection,
                here,
                item_of(connection, episode_id, here.site, here.actor.at, key, side),
            )
    except VeinwayError as error:
        if error.code in ("I284", "I337"):
            raise
        return _shown(request, here, about, error)
    side = f"&side={side}" if side else ""
    return RedirectResponse(f"/work/{episode_id}/{key}?saved={about}{side}", status_code=303)


def _say(
    connection: Connection, here: Visit, request: Request, item: Item, fact: str, said: Any
) -> None:
    episode_id = request.path_params["episode"]
    seen = seen_in(str(here.form.get("seen", "")))
    check_answer(connection, episode_id, seen, here.site, fact, item.side, said)
    say(connection, here.actor, episode_id, fact, said, side=item.side)


async def assign(request: Request) -> Response:
    """Who does it; nobody, if it is given back."""

    def change(connection: Connection, here: Visit, item: Item) -> None:
        people = workers(connection)
        said = assigned_in(here.form, ["", *people])
        named = {**said, "name": people.get(said["to"], "")}
        _say(connection, here, request, item, ASSIGNED + item.key, named)

    return await _changed(request, "assign", change)


async def done(request: Request) -> Response:
    """It was done on a day: what happened is added to what is known of the patient."""

    def change(connection: Connection, here: Visit, item: Item) -> None:
        if item.gives is None:
            todo = "Enter it on the page of the patient."
            raise FactError("F201", "This is not entered here.", where=item.label, todo=todo)
        if not str(here.form.get("when", "")).strip():
            raise FactError("F202", "No day was entered.", where="done on", todo="Write the day.")
        episode_id, key = request.path_params["episode"], item.gives.key
        earlier = said_of_person(connection, episode_id, key, here.actor.at)
        said = said_in(item.gives, {"when": here.form["when"]}, earlier)
        seen = seen_in(str(here.form.get("seen", "")))
        check_answer(connection, episode_id, seen, here.site, key, "", said)
        say_checked(connection, here.actor, episode_id, here.site, key, "", said)

    return await _changed(request, "done", change)


async def put_off(request: Request) -> Response:
    """It is not done now, for a reason, and is asked again."""

    def change(connection: Connection, here: Visit, item: Item) -> None:
        said = put_off_in(here.form, here.now.date())
        _say(connection, here, request, item, PUT_OFF + item.key, said)

    return await _changed(request, "put-off", change)


async def take_back(request: Request) -> Response:
    """It is to be done after all."""

    def change(connection: Connection, here: Visit, item: Item) -> None:
        _say(connection, here, request, item, PUT_OFF + item.key, None)

    return await _changed(request, "take-back", change)


_AT = "/work/{episode}/{item}"
ROUTES = [
    page_at(_AT, work, needs=May.SEE_PATIENTS),
    page_at(f"{_AT}/assign", assign, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/done", done, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/put-off", put_off, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/take-back", take_back, needs=May.DECIDE, methods=("POST",)),
]
