"""The first page, and what machines ask to know whether the service is well."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse

from veinway.care.knowledge import KNOWLEDGE
from veinway.web.rendering import page
from veinway.web.routing import EVERYBODY, page_at
from veinway.web.store.database import is_current
from veinway.web.texts import LANGUAGES, speak


async def home(request: Request) -> HTMLResponse:
    """Where a visitor says who they are: somebody with symptoms, or a clinician."""
    speak(request, request.query_params.get("lang", ""))
    return page(request, "home", languages=LANGUAGES)


async def alive(request: Request) -> JSONResponse:
    """The process answers, and with which edition of the rules."""
    return JSONResponse({"status": "alive", "edition": KNOWLEDGE.edition})


async def ready(request: Request) -> JSONResponse:
    """Whether the store is there and at its newest schema."""
    current = is_current(request.app.state.store)
    return JSONResponse({"status": "ready" if current else "not ready"}, 200 if current else 503)


ROUTES = [
    page_at("/", home, needs=EVERYBODY),
    page_at("/health/live", alive, needs=EVERYBODY),
    page_at("/health/ready", ready, needs=EVERYBODY),
]
