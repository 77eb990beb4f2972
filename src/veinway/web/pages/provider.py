"""Signing in through the identity provider that the site names, beside local accounts."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from veinway.language.errors import InputError
from veinway.web.pages.signing_in import begin, shown
from veinway.web.routing import EVERYBODY, page_at, visit
from veinway.web.store.accounts import vouched
from veinway.web.store.audit import record
from veinway.web.store.database import writing

if TYPE_CHECKING:
    from veinway.web.service.vouching import Vouching

TEN_MINUTES = 600
BACK = "/sign-in/provider/back"
_REFUSED = "Your organisation's sign-in did not work. Start again here"
_DISABLED = "Your account is disabled here. Ask your administrator"


def _kept_in(request: Request) -> str:
    secure = request.app.state.settings.secure
    return "__Host-veinway-leaving" if secure else "veinway-leaving"


def _address(request: Request, vouching: Vouching) -> str:
    return (vouching.provider.address or str(request.base_url)).rstrip("/") + BACK


def _vouching(request: Request) -> Vouching:
    vouching: Vouching | None = request.app.state.vouching
    if vouching is None:
        raise HTTPException(404)
    return vouching


async def leave(request: Request) -> Response:
    """Send the browser to the provider."""
    vouching = _vouching(request)
    try:
        address, begun = await vouching.begin(_address(request, vouching))
    except InputError as error:
        return shown(request, status=502, failed=error.what)
    answer = RedirectResponse(address, status_code=303)
    answer.set_cookie(
        _kept_in(request),
        begun.as_text(),
        max_age=TEN_MINUTES,
        httponly=True,
        secure=request.app.state.settings.secure,
        samesite="lax",
    )
    return answer


async def come_back(request: Request) -> Response:
    """Begin a session for the person for whom the provider vouches."""
    vouching, asked = _vouching(request), request.query_params
    begun = vouching.begun_of(request.cookies.get(_kept_in(request), ""))
    state, code = asked.get("state", ""), asked.get("code", "")
    if begun is None or not code or not hmac.compare_digest(begun.state, state):
        return _without_cookie(request, shown(request, status=400, failed=_REFUSED))
    here = await visit(request)
    try:
        person = await vouching.finish(_address(request, vouching), begun, code)
    except InputError as error:
        with writing(here.store) as connection:
            record(connection, here.actor, "session.refused", detail={"code": error.code})
        return _without_cookie(request, shown(request, status=403, failed=error.what))
    with writing(here.store) as connection:
        account = vouched(
            connection,
            here.actor.at,
            subject=person.subject,
            name=person.name,
            shown_as=person.shown_as,
            role=person.role,
        )
    if account is None:
        return _without_cookie(request, shown(request, status=403, failed=_DISABLED))
    return _without_cookie(request, begin(request, here, account))


def _without_cookie(request: Request, answer: Response) -> Response:
    secure = request.app.state.settings.secure
    answer.delete_cookie(_kept_in(request), httponly=True, secure=secure, samesite="lax")
    return answer


ROUTES = [
    page_at("/sign-in/provider", leave, needs=EVERYBODY),
    page_at(BACK, come_back, needs=EVERYBODY),
]
