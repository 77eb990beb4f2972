"""What a person sees when something does not work: what happened, and what to do. Never a traceback."""

from __future__ import annotations

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError, TimeoutError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from veinway.language.errors import VeinwayError
from veinway.web import logs
from veinway.web.guard import recognise
from veinway.web.rendering import page
from veinway.web.texts import PUBLIC, speak

_HEADINGS = {
    400: ("This request cannot be read", "The form was not complete, or has too many parts.", "H400"),
    403: (
        "You cannot do this here",
        "Your account may not see this page, or the form was sent from another site or an older page. "
        "Go back, load the page again and repeat it.",
        "H403",
    ),
    404: ("Page not found", "There is no page at this address.", ""),
    405: ("This page cannot be used like that", "The address is not for this kind of request.", ""),
    413: ("That is too large", "Nothing of it was kept. Send a smaller file.", "H413"),
    429: ("Too many requests", "Please wait a minute and try again.", "H429"),
}
_POSTGRES_DISK_FULL = "53100"
_URGENT = "If somebody is unwell, do not wait for this page: call your emergency number."


async def http_problem(request: Request, error: Exception) -> HTMLResponse:
    """An address or a method that does not exist, a file too large, and the like."""
    assert isinstance(error, HTTPException)
    unknown = ("This did not work", str(error.detail), "")
    heading, what, code = _HEADINGS.get(error.status_code, unknown)
    if not hasattr(request.state, "who"):
        recognise(request)
    return _problem(request, error.status_code, heading, what, "", code)


async def input_problem(request: Request, error: Exception) -> HTMLResponse:
    """Something that was given cannot be used; the same words and code as on the command line."""
    assert isinstance(error, VeinwayError)
    return page(
        request,
        "problem",
        status=422,
        heading="This cannot be used",
        what=f"{error.where}: {error.what}" if error.where else error.what,
        todo=error.todo,
        code=error.code,
    )


def surprise(request: Request, error: Exception) -> HTMLResponse:
    """Something that nobody expected, or the store not answering; the log has it by its id."""
    if is_full(error):
        status, heading, code = 507, "There is no room left", "H507"
        what = (
            "The disk of this service is full. What you entered was not kept; all that was kept before "
            "is still there. Tell whoever runs this service. No patient is shown while that cannot be "
            "noted."
        )
    elif isinstance(error, DBAPIError | TimeoutError):
        status, heading, code = 503, "The store does not answer", "H503"
        what = "What you entered was not kept. Go back and try again in a minute."
    else:
        status, heading, code = 500, "Sorry, something went wrong", "X900"
        what = "What you entered was not kept."
    request.state.who = getattr(request.state, "who", None)
    id_ = getattr(request.state, "request_id", "")
    shown = f"{code}, request {id_}"
    return _problem(request, status, heading, what, _URGENT, shown)


def is_full(error: Exception) -> bool:
    """Whether something failed because a disk is full: the store's, or the one for uploads."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    if not isinstance(error, DBAPIError):
        return False
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        # The lower byte says what happened, the rest where.
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
    return getattr(cause, "sqlstate", "") == _POSTGRES_DISK_FULL


def _problem(
    request: Request, status: int, heading: str, what: str, todo: str, code: str
) -> HTMLResponse:
    """The page of a problem; where the public is, in its own words and language."""
    if request.url.path in PUBLIC:
        t = speak(request)
        todo = t("problem.urgent")
        if t.has(f"problem.{status}.heading"):
            heading, what = t(f"problem.{status}.heading"), t(f"problem.{status}.what")
    return page(request, "problem", status=status, heading=heading, what=what, todo=todo, code=code)


class Caught:
    """Turns what nobody caught into a page, inside the headers that every answer carries."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except Exception as error:
            logs.fault(scope, error)
            if not begun:
                await surprise(Request(scope), error)(scope, receive, send)
            # An answer that was begun just ends: its length says that it is not whole.
