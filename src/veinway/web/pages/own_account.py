"""One's own account: its second factor."""

from __future__ import annotations

from typing import Any

import segno
from starlette.requests import Request
from starlette.responses import Response

from veinway.language.errors import InputError
from veinway.web.rendering import page
from veinway.web.routing import Visit, page_at, visit
from veinway.web.store import second_factor
from veinway.web.store.accounts import May, one_account
from veinway.web.store.database import reading, writing


async def account(request: Request) -> Response:
    """Whether there is a second factor, and the way to one."""
    return _account(request, await visit(request))


def _account(request: Request, here: Visit, **content: Any) -> Response:
    with reading(here.store) as connection:
        left = second_factor.codes_left(connection, here.actor.account)
        on = second_factor.in_use(connection, here.actor.account)
    known: dict[str, Any] = {"secret": "", "codes": (), "failed": "", **content}
    if known["secret"]:
        known["address"] = second_factor.address_of(known["secret"], request.state.who.shown_as)
        known["picture"] = segno.make(known["address"]).svg_data_uri(scale=4, border=4)
    required = request.state.who.role in request.app.state.settings.second_factor
    status = 422 if known["failed"] else 200
    return page(request, "account", status=status, on=on, left=left, required=required, **known)


async def account_form(request: Request) -> Response:
    """Begin a second factor, confirm it with a code, or switch it off with one."""
    here = await visit(request)
    act, code = str(here.form.get("act", "")), str(here.form.get("code", ""))[:100]
    steps = {"begin": _begin, "confirm": _confirm, "off": _off}
    if act != "begin" and not request.app.state.limits.allow_code(here.actor.account):
        return _account(request, here, failed="Too many codes. Wait a minute.")
    try:
        return _account(request, here, **steps.get(act, _nothing)(here, code))
    except InputError as error:
        with reading(here.store) as connection:
            secret = second_factor.waiting(connection, here.actor.account) if act == "confirm" else ""
        return _account(request, here, failed=error.what, secret=secret)


def _begin(here: Visit, _: str) -> dict[str, Any]:
    with writing(here.store) as connection:
        found = one_account(connection, here.actor.account)
        if found is None or found["subject"]:
            return {"failed": "Your second factor is that of your organisation."}
        return {"secret": second_factor.begin(connection, here.actor, found["name"])[0]}


def _confirm(here: Visit, code: str) -> dict[str, Any]:
    with writing(here.store) as connection:
        return {"codes": second_factor.confirm(connection, here.actor, code)}


def _off(here: Visit, code: str) -> dict[str, Any]:
    with writing(here.store) as connection:
        if not second_factor.accepted(connection, here.actor, code):
            return {"failed": "The code is wrong, or was used already"}
        second_factor.switch_off(connection, here.actor, here.actor.account)
    return {}


def _nothing(_: Visit, __: str) -> dict[str, Any]:
    return {}


ROUTES = [
    page_at("/account", account, needs=May.HAVE_AN_ACCOUNT),
    page_at("/account", account_form, needs=May.HAVE_AN_ACCOUNT, methods=("POST",)),
]
