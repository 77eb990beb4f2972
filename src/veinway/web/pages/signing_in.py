"""Signing in and out."""

from __future__ import annotations

import hmac
from datetime import datetime
from urllib.parse import urlencode

from sqlalchemy import RowMapping
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from veinway.web.clock import now
from veinway.web.guard import cookie_name, session_secret, way_back
from veinway.web.rendering import landing, page
from veinway.web.routing import EVERYBODY, Visit, page_at, visit
from veinway.web.store.accounts import one_account, verified
from veinway.web.store.audit import Actor, record
from veinway.web.store.database import reading, writing
from veinway.web.store.second_factor import accepted, in_use
from veinway.web.store.sessions import LONGEST, sign_in, sign_out

LARGEST_FORM = 20_000
HALF_WAY = 300
"""Seconds between the password and the code."""


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
    with reading(here.store) as connection:
        second = in_use(connection, found["id"])
    return _half_way(request, found["id"], back) if second else begin(request, here, found, back)


# The second factor ------------------------------------------------------------------------------


def _half_name(request: Request) -> str:
    return "__Host-veinway-half" if request.app.state.settings.secure else "veinway-half"


def _half_way(request: Request, account: str, back: str) -> Response:
    """The password was right: the browser keeps that, signed, while it asks for the code."""
    until = _seconds() + HALF_WAY
    signed = f"{account}.{until}.{_signature(request, f'{account}.{until}')}"
    answer = RedirectResponse("/sign-in/code?" + urlencode({"back": back}), status_code=303)
    secure = request.app.state.settings.secure
    answer.set_cookie(
        _half_name(request), signed, max_age=HALF_WAY, httponly=True, secure=secure, samesite="lax"
    )
    return answer


def _signature(request: Request, text: str) -> str:
    return hmac.new(request.app.state.half_way_key, text.encode(), "sha256").hexdigest()


def _account_half_way(request: Request) -> str:
    """Whose password was right just now, "" for nobody's."""
    text, _, signature = request.cookies.get(_half_name(request), "").rpartition(".")
    account, _, until = text.rpartition(".")
    good = hmac.compare_digest(_signature(request, text).encode(), signature.encode())
    return account if good and int(until) > _seconds() else ""


def _seconds() -> int:
    return int(datetime.fromisoformat(now()).timestamp())


async def code_page(request: Request) -> Response:
    """Where the code of the second factor is entered."""
    if not _account_half_way(request):
        return RedirectResponse("/sign-in", status_code=303)
    return _code(request, way_back(request.query_params.get("back", "")))


def _code(request: Request, back: str, failed: str = "") -> Response:
    return page(request, "sign_in_code", status=401 if failed else 200, back=back, failed=failed)


async def code_form(request: Request) -> Response:
    """Begin a session, if the code is right."""
    here, id_ = await visit(request), _account_half_way(request)
    if not id_:
        return RedirectResponse("/sign-in", status_code=303)
    if not request.app.state.limits.allow_code(id_):
        raise HTTPException(429)
    actor, code = Actor(id_, here.actor.at), str(here.form.get("code", ""))[:100]
    back = way_back(str(here.form.get("back", "")))
    with writing(here.store) as connection:
        found = one_account(connection, id_)
        good = found is not None and not found["disabled"] and accepted(connection, actor, code)
        if not good:
            record(connection, actor, "session.refused", detail={"second_factor": True})
    if found is None or not good:
        return _code(request, back, "The code is wrong, or was used already")
    answer = begin(request, here, found, back)
    secure = request.app.state.settings.secure
    answer.delete_cookie(_half_name(request), httponly=True, secure=secure, samesite="lax")
    return answer


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
    page_at("/sign-in/code", code_page, needs=EVERYBODY),
    page_at("/sign-in/code", code_form, needs=EVERYBODY, methods=("POST",), largest=LARGEST_FORM),
    page_at("/sign-out", sign_out_form, needs=EVERYBODY, methods=("POST",), largest=LARGEST_FORM),
]
