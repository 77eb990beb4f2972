"""The leaflet: for everybody, and of a stored patient. Both can be printed, and nothing is kept."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from veinway.show.leaflet import Leaflet
from veinway.show.leaflet_page import source_words
from veinway.web.rendering import page
from veinway.web.routing import EVERYBODY, Visit, page_at, visit
from veinway.web.sections.case import load
from veinway.web.service.leaflet import (
    chosen_language,
    chosen_place,
    general_leaflet,
    leaflet_of,
)
from veinway.web.service.triage_shown import numbers, with_numbers
from veinway.web.service.triage_trail import PLACES
from veinway.web.store.accounts import May
from veinway.web.texts import LANGUAGES, Texts, speak, texts


async def general(request: Request) -> Response:
    """What everybody may read; a member of the public chooses the language and the country."""
    t = speak(request, request.query_params.get("lang", ""))
    place = _place(request)
    made = await run_in_threadpool(general_leaflet, place, t.language)
    return page(request, "leaflet", **_content(made, place), t=t)


async def of_patient(request: Request) -> Response:
    """One patient's leaflet, in the language that is chosen for the patient."""
    here = await visit(request)
    return await run_in_threadpool(_of_patient, request, here)


def _of_patient(request: Request, here: Visit) -> Response:
    query = dict(request.query_params)
    case = load(here.store, here.site, request.path_params["episode"], here.actor.at, query)
    place = _place(request)
    made = leaflet_of(case, place, chosen_language(query.get("lang", "")))
    return page(request, "leaflet_patient", **_content(made, place), case=case)


def _place(request: Request) -> str:
    site = request.app.state.settings.site.country
    return chosen_place(request.query_params.get("country", ""), site or PLACES[-1])


def _content(made: Leaflet, place: str) -> dict[str, Any]:
    """What both pages show."""
    words = texts(made.language)
    return {
        "leaflet": made,
        "where": made.country,
        "call": numbers(made.country, "emergency"),
        "with_numbers": with_numbers,
        "sources": source_words(made),
        "languages": LANGUAGES,
        "place": place,
        "places": _places(words, place, made),
        "words": words,
    }


def _places(words: Texts, place: str, made: Leaflet) -> list[tuple[str, str]]:
    """The countries to choose from; the one of the site first where it is none of these."""
    own = [] if place in PLACES else [(place, made.country.name)]
    return [*own, *((code, _named(words, code)) for code in PLACES)]


def _named(words: Texts, code: str) -> str:
    return words("country.other") if code == PLACES[-1] else words(f"country.{code}.name")


ROUTES = [
    page_at("/leaflet", general, needs=EVERYBODY),
    page_at("/episode/{episode}/leaflet", of_patient, needs=May.SEE_PATIENTS),
]
