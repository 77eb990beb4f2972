"""Finding patients, open episodes, new patients, and importing a record."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from sqlalchemy import RowMapping
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from veinway.care.facts.person import birth_date, sex_at_birth
from veinway.language.errors import FactError, SourceError, VeinwayError
from veinway.records.answers import read_answer
from veinway.web.rendering import page
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections.case import age_of, name_of
from veinway.web.service.cases import add_bundle, import_bundle
from veinway.web.service.preventing import occasion_of
from veinway.web.store.accounts import May
from veinway.web.store.database import reading, writing
from veinway.web.store.patients import (
    Named,
    add_patient,
    episodes_of,
    find_patients,
    one_patient,
    open_episode,
    open_episodes,
    say,
)

LARGEST_BUNDLE = 200_000_000
MOST_LISTED = 100


# Lists --------------------------------------------------------------------------------------------


async def clinic(request: Request) -> Response:
    """Search, and every open episode with what is due."""
    here = await visit(request)
    words = request.query_params.get("find", "")
    return await run_in_threadpool(_clinic, request, here, words)


def _clinic(request: Request, here: Visit, words: str) -> Response:
    with reading(here.store) as connection:
        found = find_patients(connection, words) if words.strip() else []
        open_ = open_episodes(connection)
    return page(
        request,
        "clinic",
        find=words,
        found=[_listed(each, here) for each in found],
        episodes=[_listed(each, here) for each in open_[::-1][:MOST_LISTED]],
        more=max(0, len(open_) - MOST_LISTED),
    )


def _listed(row: RowMapping, here: Visit) -> dict[str, Any]:
    known = dict(row)
    index = known.get("index_at")
    return {
        **known,
        "name": name_of(row),
        "age": age_of(row, here.actor.at) if "birth_date" in known else None,
        "since": here.clock(index) if index else "",
    }


async def patient(request: Request) -> Response:
    """One patient's episodes."""
    here = await visit(request)
    return await run_in_threadpool(_patient, request, here)


def _patient(request: Request, here: Visit, error: str = "") -> Response:
    with reading(here.store) as connection:
        found = one_patient(connection, request.path_params["patient"])
        if found is None:
            raise HTTPException(404)
        listed = episodes_of(connection, found["id"])
    episodes = [{**each, "since": here.clock(each["index_at"])} for each in listed]
    return page(
        request,
        "patient",
        status=422 if error else 200,
        patient=found,
        name=name_of(found),
        age=age_of(found, here.actor.at),
        episodes=episodes,
        error=error,
    )


# From nothing -------------------------------------------------------------------------------------


async def new_patient(request: Request) -> Response:
    """The form for a patient of whom nothing is known yet."""
    return _new(request, {"for": request.query_params.get("for", "")}, None)


def _new(request: Request, entered: dict[str, Any], error: FactError | None) -> Response:
    options = [(option.key, option.label) for option in sex_at_birth.options]
    return page(
        request,
        "patient_new",
        status=200 if error is None else 422,
        entered=entered,
        options=options,
        error="" if error is None else error.message(),
        field="" if error is None else error.where.rpartition(", ")[2],
        occasion=occasion_of(str(entered.get("for", ""))),
    )


async def new_patient_form(request: Request) -> Response:
    """A new patient with one episode that begins now, or when the form says."""
    here = await visit(request)
    try:
        episode_id = await run_in_threadpool(_add, here)
    except FactError as error:
        return _new(request, here.form, error)
    occasion = occasion_of(str(here.form.get("for", "")))
    page_of = "" if occasion is None else f"/prevention/{occasion.key}"
    return RedirectResponse(f"/episode/{episode_id}{page_of}", status_code=303)


def _add(here: Visit) -> str:
    def said(name: str) -> str:
        return str(here.form.get(name, "")).strip()

    born, sex, index = said("birth_date"), said("sex"), _index(here, said("index"))
    for fact, value in ((birth_date, born), (sex_at_birth, sex)):
        if value:
            read_answer(fact, value, "the form")
    named = Named(
        said("identifier")[:100], said("family_name")[:200], said("given_name")[:200], born[:10]
    )
    with writing(here.store) as connection:
        person = add_patient(connection, here.actor, named)
        episode_id = open_episode(connection, here.actor, person, index)
        for fact, value in ((birth_date, born), (sex_at_birth, sex)):
            if value:
                say(connection, here.actor, episode_id, fact.key, value)
        occasion = occasion_of(said("for"))
        if occasion is not None and occasion.told:
            # Whoever begins with a leg in plaster has said that it is in plaster.
            say(connection, here.actor, episode_id, occasion.told, True)
    return episode_id


def _index(here: Visit, written: str) -> str:
    """The first suspicion as an instant in UTC; now where nothing is written."""
    if not written:
        return here.actor.at
    try:
        stated = datetime.fromisoformat(written)
    except ValueError:
        what = f"{written!r} is not a date and time."
        raise FactError("F207", what, where="index", todo="Write 2026-03-04T09:30.") from None
    zone = ZoneInfo(here.site.time_zone)
    when = stated if stated.tzinfo else stated.replace(tzinfo=zone)
    now = datetime.fromisoformat(here.actor.at)
    if when > now:
        raise FactError("F207", "The suspicion lies in the future.", where="index")
    return when.astimezone(now.tzinfo).isoformat(timespec="seconds")


async def new_episode(request: Request) -> Response:
    """Another episode of a patient, which begins now."""
    here = await visit(request)
    return RedirectResponse(await run_in_threadpool(_open, request, here), status_code=303)


def _open(request: Request, here: Visit) -> str:
    with writing(here.store) as connection:
        found = one_patient(connection, request.path_params["patient"])
        if found is None:
            raise HTTPException(404)
        episode_id = open_episode(connection, here.actor, found["id"], here.actor.at)
        if found["birth_date"]:
            say(connection, here.actor, episode_id, birth_date.key, found["birth_date"])
    return f"/episode/{episode_id}"


# A record -----------------------------------------------------------------------------------------


async def import_page(request: Request) -> Response:
    """The form for a FHIR bundle."""
    return _import(request, "", "")


def _import(request: Request, pasted: str, error: str) -> Response:
    return page(request, "patient_import", status=422 if error else 200, pasted=pasted, error=error)


async def import_form(request: Request) -> Response:
    """Keep a bundle: of a new patient, or more of one that is known."""
    here = await visit(request)
    file, pasted = here.form.get("bundle"), str(here.form.get("pasted", ""))
    try:
        content, origin = pasted.encode(), "pasted"
        if isinstance(file, UploadFile) and file.filename:
            content, origin = await file.read(), file.filename[:200]
        address = await run_in_threadpool(_receive, request, here, content, origin)
    except VeinwayError as error:
        if "patient" in request.path_params:
            return await run_in_threadpool(_patient, request, here, error.message())
        return _import(request, pasted, error.message())
    return RedirectResponse(address, status_code=303)


def _receive(request: Request, here: Visit, content: bytes, origin: str) -> str:
    bundle = _parsed(content)
    patient_id = request.path_params.get("patient")
    with writing(here.store) as connection:
        if patient_id is None:
            return f"/episode/{import_bundle(connection, here.actor, here.site, bundle, origin)}"
        if one_patient(connection, patient_id) is None:
            raise HTTPException(404)
        add_bundle(connection, here.actor, patient_id, bundle, origin)
    return f"/patient/{patient_id}"


def _parsed(content: bytes) -> dict[str, Any]:
    if not content.strip():
        todo = "Choose a file, or paste the bundle."
        raise SourceError("S313", "Nothing was given.", where="the form", todo=todo)
    try:
        found = orjson.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise SourceError("S313", f"This is not JSON: {error}.", todo="Export it again.") from None
    if not isinstance(found, dict):
        raise SourceError("S313", "This is JSON, but not a FHIR bundle.", todo="Export it again.")
    return found


ROUTES = [
    page_at("/clinic", clinic, needs=May.SEE_PATIENTS, menu="Patients"),
    page_at("/clinic/new", new_patient, needs=May.DECIDE),
    page_at("/clinic/new", new_patient_form, needs=May.DECIDE, methods=("POST",)),
    page_at("/clinic/import", import_page, needs=May.DECIDE),
    page_at(
        "/clinic/import",
        import_form,
        needs=May.DECIDE,
        methods=("POST",),
        largest=LARGEST_BUNDLE + 1_000_000,
    ),
    page_at("/patient/{patient}", patient, needs=May.SEE_PATIENTS),
    page_at("/patient/{patient}/episode", new_episode, needs=May.DECIDE, methods=("POST",)),
    page_at(
        "/patient/{patient}/import",
        import_form,
        needs=May.DECIDE,
        methods=("POST",),
        largest=LARGEST_BUNDLE + 1_000_000,
    ),
]
