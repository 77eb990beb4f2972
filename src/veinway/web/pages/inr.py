"""The INR page: a result is entered with what is asked beside it, and the dose is accepted or changed.

Each form is a plain form that leads back to the page. What is asked at an INR is asked anew with each:
what is not answered is not known.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from veinway.care.chapters.treatment import TREATMENT
from veinway.care.facts.inr import inr_test
from veinway.care.facts.warfarin import dose_discrepancy
from veinway.language import Fact
from veinway.language.errors import FactError, VeinwayError
from veinway.web.rendering import page, wants_part
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections.case import Refused, load
from veinway.web.sections.inr import content
from veinway.web.service.cases import found_episode, given_of
from veinway.web.service.course import ALL_INRS, DOSE
from veinway.web.service.inr import (
    PER_COURSE,
    PER_VISIT,
    dose_in,
    inr_answered,
    proposal,
    recorded_in,
    settled_in,
)
from veinway.web.service.saying import earlier_of, said_in, say_checked
from veinway.web.service.together import check_answer, check_everything, hold
from veinway.web.service.treating import treated
from veinway.web.store.accounts import May
from veinway.web.store.database import writing
from veinway.web.store.decisions import keep
from veinway.web.store.patients import answers_of, say, seen_in, standing

SAVED = {
    "result": "The INR is saved.",
    "about": "What was asked at this INR is saved.",
    "answer": "The answer is saved.",
    "back": "The INR is taken back.",
    "dose": "The dose is kept.",
}


async def inr_page(request: Request) -> Response:
    """The page as it is now."""
    here = await visit(request)
    return await run_in_threadpool(_shown, request, here)


def _shown(request: Request, here: Visit, refused: Refused | None = None) -> Response:
    status = 422 if refused is not None and not wants_part(request) else 200
    episode_id, query = request.path_params["episode"], dict(request.query_params)
    case = load(here.store, here.site, episode_id, here.actor.at, query, refused=refused)
    return page(
        request,
        "inr",
        status=status,
        case=case,
        shown=content(case, {} if refused is None else refused.entered),
        saved=SAVED.get(query.get("saved", ""), ""),
        problem=None if refused is None else refused,
        words="" if refused is None else refused.error.message(),
    )


Change = Callable[[Connection, Visit, str], None]


async def _changed(request: Request, about: str, saved: str, change: Change) -> Response:
    here = await visit(request)
    return await run_in_threadpool(_change, request, here, about, saved, change)


def _change(request: Request, here: Visit, about: str, saved: str, change: Change) -> Response:
    episode_id = request.path_params["episode"]
    try:
        with writing(here.store) as connection:
            hold(connection, episode_id)
            found_episode(connection, episode_id)
            change(connection, here, episode_id)
    except VeinwayError as error:
        if error.code == "I284":
            raise
        return _shown(request, here, Refused(about, error, here.form))
    return RedirectResponse(f"/episode/{episode_id}/inr?saved={saved}", status_code=303)


# Entering -----------------------------------------------------------------------------------------


async def result(request: Request) -> Response:
    """An INR with its day, and what was asked at it."""

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        form = here.form
        for name, what in (("when", "day"), ("with.value.value", "value")):
            if not str(form.get(name, "")).strip():
                todo = f"Write the {what} of the INR."
                raise FactError("F202", f"No {what} was entered.", where="INR", todo=todo)
        stands = standing(answers_of(connection, episode_id))
        said = said_in(inr_test, form, earlier_of(stands, inr_test.key, ""))
        _say(connection, here, episode_id, inr_test.key, said, request)
        _visit_answers(connection, here, episode_id, request)
        treated(given_of(connection, episode_id, here.site, here.actor.at))

    return await _changed(request, "result", "result", change)


async def about(request: Request) -> Response:
    """What was asked at the last INR."""

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        _visit_answers(connection, here, episode_id, request)

    return await _changed(request, "about", "about", change)


def _visit_answers(connection: Connection, here: Visit, episode_id: str, request: Request) -> None:
    """Each is said anew; what is left out takes an earlier answer back, but no lock goes by silence."""
    stands = standing(answers_of(connection, episode_id))
    for fact in PER_VISIT:
        chosen = str(here.form.get(f"visit.{fact.key}", ""))
        earlier = stands.get(("", fact.key))
        if fact is dose_discrepancy and earlier is not None and earlier.said is True and chosen != "no":
            continue
        said = said_in(fact, {"said": chosen}) if chosen else None
        if said is not None or earlier is not None:
            _say(connection, here, episode_id, fact.key, said, request)


def _say(
    connection: Connection, here: Visit, episode_id: str, key: str, said: Any, request: Request
) -> None:
    seen = seen_in(str(here.form.get("seen", "")) or request.query_params.get("seen", ""))
    check_answer(connection, episode_id, seen, here.site, key, "", said)
    if said is None:
        say(connection, here.actor, episode_id, key, None)
    else:
        say_checked(connection, here.actor, episode_id, here.site, key, "", said)


async def answer(request: Request) -> Response:
    """What is asked once in a course: the drug, the range, its first day, the clot."""
    key = str((await visit(request)).form.get("fact", ""))

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        part = next((each for each in PER_COURSE if each.key == key), None)
        if part is None:
            raise FactError("F201", f"{key!r} is not asked here.", where="INR", todo="Use the page.")
        stands = standing(answers_of(connection, episode_id))
        earlier = None if isinstance(part, Fact) else earlier_of(stands, key, "")
        _say(connection, here, episode_id, key, said_in(part, here.form, earlier), request)

    return await _changed(request, key, "answer", change)


async def all_inrs(request: Request) -> Response:
    """Whether the INRs that are known here are all of this course."""

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        whole = here.form.get("all") == "yes"
        say(connection, here.actor, episode_id, ALL_INRS, {"all": whole})

    return await _changed(request, ALL_INRS, "answer", change)


async def take_back(request: Request) -> Response:
    """An INR that was entered by mistake; what was entered stays in the history of answers."""

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        stands = standing(answers_of(connection, episode_id))
        earlier = earlier_of(stands, inr_test.key, "")
        listed = earlier.get("some", [earlier]) if isinstance(earlier, dict) else list(earlier or [])
        number = str(here.form.get("number", ""))
        if not number.isdecimal() or int(number) >= len(listed):
            raise FactError("F202", "There is no such INR.", where="INR", todo="Load the page again.")
        rest = [each for place, each in enumerate(listed) if place != int(number)]
        said = {"some": rest} if rest else None
        _say(connection, here, episode_id, inr_test.key, said, request)

    return await _changed(request, "back", "back", change)


# Dosing -------------------------------------------------------------------------------------------


async def dose(request: Request) -> Response:
    """The dose that is on record, that counts after a discrepancy, or that is decided about an INR."""

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        patient = found_episode(connection, episode_id)["patient_id"]
        seen = seen_in(str(here.form.get("seen", "")))
        check_everything(connection, episode_id, patient, seen, here.site)
        match here.form.get("act"):
            case "recorded":
                said = recorded_in(here.form)
            case "settled":
                said = settled_in(here.form)
                say(connection, here.actor, episode_id, dose_discrepancy.key, False)
            case _:
                said = _decide(connection, here, episode_id)
        say(connection, here.actor, episode_id, DOSE, said)

    act = str((await visit(request)).form.get("act", ""))
    return await _changed(request, act, "dose", change)


def _decide(connection: Connection, here: Visit, episode_id: str) -> dict[str, Any]:
    """Keep the decision with all that it was made from."""
    found = proposal(given_of(connection, episode_id, here.site, here.actor.at))
    said, held = dose_in(here.form, found)
    id_ = keep(
        connection,
        here.actor,
        episode_id,
        TREATMENT.edition,
        held.given,
        inr_answered(held.given),
    )
    return {**said, "decision": id_}


_AT = "/episode/{episode}/inr"
ROUTES = [
    page_at(_AT, inr_page, needs=May.SEE_PATIENTS),
    *(
        page_at(f"{_AT}/{part}", form, needs=May.DECIDE, methods=("POST",))
        for part, form in {
            "result": result,
            "about": about,
            "answer": answer,
            "all": all_inrs,
            "take-back": take_back,
            "dose": dose,
        }.items()
    ),
]
