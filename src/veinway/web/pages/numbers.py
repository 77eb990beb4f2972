"""Benefit and harm of removing a clot, to be read together: a page that prints, and the same as JSON.

It is about nobody, so that a patient can open it at home, too.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse

from veinway.web.rendering import page
from veinway.web.routing import EVERYBODY, page_at
from veinway.web.service.numbers import answer, content
from veinway.web.texts import LANGUAGES, speak

AT = "/numbers/clot-removal"


async def clot_removal(request: Request) -> HTMLResponse:
    """The sheet, in the language that the address names or the browser prefers."""
    t = speak(request, request.query_params.get("lang", ""))
    return page(request, "numbers", shown=content(t), languages=LANGUAGES, at=AT)


async def as_json(request: Request) -> JSONResponse:
    """The same as data, with whole numbers of 100 for a picture."""
    return JSONResponse(answer())


ROUTES = [
    page_at(AT, clot_removal, needs=EVERYBODY),
    page_at(f"{AT}.json", as_json, needs=EVERYBODY),
]
