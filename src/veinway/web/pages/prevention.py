"""Prevention for clinicians: on the ward and in the clinic, from nothing or for a patient on record.

A page of its own for each thing that brings somebody here; `show.prevent_parts.OCCASIONS` lists them,
and a line there is all that another one needs.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from veinway.care.chapters.prevention import PREVENTION
from veinway.show.prevent_parts import CAUSES, OCCASIONS, Occasion
from veinway.web.pages import episode_forms
from veinway.web.pages.episode import saved_words
from veinway.web.pages.episode_forms import View, changed, seen_by
from veinway.web.rendering import page, wants_part
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections.asking import asked
from veinway.web.sections.case import Case, Refused, load
from veinway.web.sections.known import standing_answers
from veinway.web.sections.prevention import asked_anywhere, content
from veinway.web.service.cases import found_episode, given_of
from veinway.web.service.preventing import (
    KIND,
    applied,
    occasion_of,
    prevented,
    prevention_answered,
)
from veinway.web.service.saying import part_of
from veinway.web.service.together import check_everything
from veinway.web.store.accounts import May
from veinway.web.store.database import reading
from veinway.web.store.decisions import decisions_of, keep

PAGE = "prevention"


async def begin(request: Request) -> Response:
    """What brings somebody to prevention: on the ward, and in the clinic."""
    listed = [each for each in OCCASIONS if each.key != CAUSES]
    ward = [each for each in listed if each.ward]
    clinic = [each for each in listed if not each.ward]
    return page(request, "prevention_begin", ward=ward, clinic=clinic)


async def first(request: Request) -> Response:
    """The occasion that certainly concerns a patient, else the first of all."""
    here = await visit(request)
    return RedirectResponse(await run_in_threadpool(_first, request, here), status_code=303)


def _first(request: Request, here: Visit) -> str:
    id_ = request.path_params["episode"]
    with reading(here.store) as connection:
        made = prevented(given_of(connection, id_, here.site, here.actor.at))
    concerns = [each.occasion.key for each in made.sections if each.occasion.key != CAUSES]
    return f"/episode/{id_}/{PAGE}/{(concerns or [OCCASIONS[0].key])[0]}"


async def prevention(request: Request) -> Response:
    """The page of one occasion for one patient."""
    here = await visit(request)
    _occasion(request)
    return await run_in_threadpool(_shown, request, here, None, None)


def _occasion(request: Request) -> Occasion:
    found = occasion_of(request.path_params["occasion"])
    if found is None or found.key == CAUSES:
        raise HTTPException(404)
    return found


def _shown(
    request: Request, here: Visit, refused: Refused | None, saved: dict[str, str] | None
) -> Response:
    status = 422 if refused is not None and not wants_part(request) else 200
    occasion, id_ = _occasion(request), request.path_params["episode"]
    query = {**request.query_params, **(saved or {})}
    at = f"{PAGE}/{occasion.key}"
    case = load(
        here.store, here.site, id_, here.actor.at, query, apply=applied, refused=refused, page=at
    )
    shown = content(case, prevented(case.given), occasion)
    return page(
        request,
        "prevention",
        status=status,
        case=case,
        all_=query.get("all") == "1",
        problem=_problem(case, shown["questions"]),
        standing=standing_answers(case),
        saved=saved_words(case),
        kept=_kept(case, here),
        **shown,
    )


def _problem(case: Case, questions: Any) -> dict[str, Any] | None:
    """What could not be used, with its form where the page asks nothing about it any more."""
    if case.refused is None:
        return None
    part = part_of(case.refused.fact)
    there = case.refused.fact in {each.key for each in asked_anywhere(questions)}
    return {
        "words": case.refused.error.message(),
        "question": asked(part, case) if part is not None and not there else None,
    }


def _kept(case: Case, here: Visit) -> list[dict[str, str]]:
    with reading(here.store) as connection:
        found = [each for each in decisions_of(connection, case.id) if each.given.get("kind") == KIND]
    return [
        {"at": case.clock(each.decided_at), "by": each.decided_by, "edition": each.edition}
        for each in found
    ]


# Forms --------------------------------------------------------------------------------------------


def _address(request: Request) -> str:
    return f"/episode/{request.path_params['episode']}/{PAGE}/{_occasion(request).key}"


VIEW = View(_shown, _address)


async def answer(request: Request) -> Response:
    """An answer to one question."""
    return await episode_forms.answer(request, VIEW)


async def take_back(request: Request) -> Response:
    """Take an answer back; the record of it stays."""
    return await episode_forms.take_back(request, VIEW)


async def keep_assessment(request: Request) -> Response:
    """Keep what is known now and all that is said of it."""
    strict = request.query_params.get("strict") == "1"

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        patient = found_episode(connection, episode_id)["patient_id"]
        check_everything(connection, episode_id, patient, seen_by(request), here.site)
        given = given_of(connection, episode_id, here.site, here.actor.at, strict=strict)
        given |= {"kind": KIND}
        answered = prevention_answered(given)
        keep(connection, here.actor, episode_id, PREVENTION.edition, given, answered)

    return await changed(request, change, "decision", view=VIEW)


_AT = f"/episode/{{episode}}/{PAGE}"
ROUTES = [
    page_at(f"/{PAGE}", begin, needs=May.SEE_PATIENTS, menu="Prevention"),
    page_at(_AT, first, needs=May.SEE_PATIENTS),
    page_at(f"{_AT}/{{occasion}}", prevention, needs=May.SEE_PATIENTS),
    *(
        page_at(f"{_AT}/{{occasion}}/{part}", form, needs=May.DECIDE, methods=("POST",))
        for part, form in {
            "answer": answer,
            "take-back": take_back,
            "keep": keep_assessment,
        }.items()
    ),
]
