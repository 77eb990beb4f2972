"""Signing in and out."""

from __future__ import annotations

from sqlalchemy import RowMapping
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from veinway.web.guard import cookie_name, session_secret, way_back
from veinway.web.rendering import landing, page
from veinway.web.routing import EVERYBODY, Visit, page_at, visit
from veinway.web.store.accounts import verified
from veinway.web.store.audit import Actor, record
from veinway.web.store.database import reading, writing
from veinway.web.store.sessions import LONGEST, sign_in, sign_out

LARGEST_FORM = 20_000


async def sign_in_page(request: Request) -> Response:
    """Where a clinician, a clinic, an analyst or an administrator signs in."""
    back = way_back(request.query_params.get("back", ""))
    return shown(request, back=back, sent_here="back" in request.query_params)


def shown(request: Request, *, status: int = 200, failed: str = "", **content: object) -> Response:
    """The page for signing in; `failed` says what was wrong."""
    provider = request.app.state.settings.provider
    known = {"name": "", "back": "", "sent_here": False, "provider": provider, **content}
    return page(request, "sign_in", status=status, failed=failed, **known)


async def sign_in_form(request: Request) -> Response:
    """Begin a session, or say that the name or the password is wrong (not which of them)."""
    here = await visit(request)
    name, back = str(here.form.get("name", ""))[:200], way_back(str(here.form.get("back", "")))
    found = await run_in_threadpool(_verified, here, name, str(here.form.get("password", "")))
    if found is None:
        with writing(here.store) as connection:
            record(connection, Actor("", here.actor.at), "session.refused", detail={"name": name[:100]})
        failed = "The name or the password is wrong"
        return shown(request, status=401, failed=failed, name=name, back=back)
    return begin(request, here, found, back)


def _verified(here: Visit, name: str, password: str) -> RowMapping | None:
    with reading(here.store) as connection:
        return verified(connection, name, password)


def begin(request: Request, here: Visit, account: RowMapping, back: str = "") -> Response:
    """A new session of an account, under a new secret; the one that the browser had ends."""
    actor, earlier = Actor(account["id"], here.actor.at), session_secret(request)
    with writing(here.store) as connection:
        if earlier:
            sign_out(connection, actor, earlier)
        secret = sign_in(connection, actor)
    answer = RedirectResponse(back or landing(account["role"]), status_code=303)
    secure = request.app.state.settings.secure
    answer.set_cookie(
        cookie_name(secure=secure),
        secret,
        max_age=int(LONGEST.total_seconds()),
        httponly=True,
        secure=secure,
        samesite="lax",
    )
    return answer


async def sign_out_form(request: Request) -> Response:
    """End the session."""
    here = await visit(request)
    with writing(here.store) as connection:
        if here.actor.account:
            sign_out(connection, here.actor, session_secret(request))
    answer = RedirectResponse("/", status_code=303)
    secure = request.app.state.settings.secure
    answer.delete_cookie(cookie_name(secure=secure), httponly=True, secure=secure, samesite="lax")
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


ROUTES = [
    page_at("/sign-in", sign_in_page, needs=EVERYBODY, menu="Sign in"),
    page_at("/sign-in", sign_in_form, needs=EVERYBODY, methods=("POST",), largest=LARGEST_FORM),
    page_at("/sign-out", sign_out_form, needs=EVERYBODY, methods=("POST",), largest=LARGEST_FORM),
]
