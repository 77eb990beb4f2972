"""For administrators: who may sign in, what was done, and the state of the store."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, RowMapping
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from veinway.language.errors import InputError
from veinway.web.rendering import page
from veinway.web.routing import Visit, page_at, visit
from veinway.web.service.export import store_facts
from veinway.web.store import audit
from veinway.web.store.accounts import (
    ROLES,
    May,
    accounts,
    add_account,
    disable,
    enable,
    made_password,
    one_account,
    set_password,
)
from veinway.web.store.database import reading, writing
from veinway.web.store.second_factor import switch_off
from veinway.web.store.sessions import sign_out_everywhere

ROWS = 100


async def administration(request: Request) -> Response:
    """The state of the store, and the ways on from here."""
    facts = await run_in_threadpool(store_facts, request.app.state.store)
    return page(request, "administration", facts=facts)


# Accounts ---------------------------------------------------------------------------------------


async def accounts_page(request: Request) -> Response:
    """Every account, and a form for a new one."""
    return _accounts(request, await visit(request))


def _accounts(request: Request, here: Visit, *, status: int = 200, **content: Any) -> Response:
    with reading(here.store) as connection:
        found = accounts(connection)
    known: dict[str, Any] = {"said": "", "password": "", "failed": "", "form": {}, **content}
    return page(
        request, "administration_accounts", status=status, accounts=found, roles=list(ROLES), **known
    )


async def add_form(request: Request) -> Response:
    """A new account with a random password, which is shown once."""
    here = await visit(request)
    name, role = str(here.form.get("name", ""))[:100], str(here.form.get("role", ""))
    return await run_in_threadpool(_add, request, here, name, role)


def _add(request: Request, here: Visit, name: str, role: str) -> Response:
    password = made_password()
    try:
        with writing(here.store) as connection:
            add_account(connection, here.actor, name, role, password=password)
    except InputError as error:
        failed = f"{error.what} {error.todo}" if role else "Choose a role"
        return _accounts(request, here, status=422, failed=failed, form={"name": name, "role": role})
    return _accounts(request, here, said=f"{name} can sign in as {role}.", password=password)


async def change_form(request: Request) -> Response:
    """Disable or enable an account, give it another password, or end its sessions."""
    here = await visit(request)
    act = str(here.form.get("act", ""))
    return await run_in_threadpool(_change, request, here, request.path_params["id"], act)


def _change(request: Request, here: Visit, id_: str, act: str) -> Response:
    with reading(here.store) as connection:
        account = one_account(connection, id_)
    if account is None or act not in ("disable", "enable", "password", "end", "factor"):
        raise HTTPException(404)
    if id_ == here.actor.account and act == "disable":
        return _accounts(request, here, status=422, failed="You cannot disable your own account")
    if act == "password" and account["subject"]:
        return _accounts(request, here, status=422, failed="This account has no password here")
    password = made_password() if act == "password" else ""
    with writing(here.store) as connection:
        said = _done(connection, here, account, act, password)
    return _accounts(request, here, said=said, password=password)


def _done(connection: Connection, here: Visit, account: RowMapping, act: str, password: str) -> str:
    id_, name = account["id"], account["name"]
    if act == "enable":
        enable(connection, here.actor, id_)
        return f"{name} can sign in again."
    if act == "disable":
        disable(connection, here.actor, id_)
    if act == "password":
        set_password(connection, here.actor, id_, name, password)
    if act == "factor":
        switch_off(connection, here.actor, id_)
    sign_out_everywhere(connection, here.actor, id_)
    return {
        "factor": f"{name} is asked for no second factor any more, and was signed out.",
        "disable": f"{name} can no longer sign in.",
        "password": f"{name} has another password and was signed out.",
        "end": f"{name} was signed out everywhere.",
    }[act]


# The audit --------------------------------------------------------------------------------------


async def audit_page(request: Request) -> Response:
    """What was done, the newest first."""
    return _audit(request, None)


async def verify_form(request: Request) -> Response:
    """Check the whole chain, and say what was found."""
    here = await visit(request)
    with reading(here.store) as connection:
        found = await run_in_threadpool(lambda: list(audit.broken(connection)))
    with writing(here.store) as connection:
        audit.record(connection, here.actor, "audit.verify", detail={"broken": len(found)})
    return _audit(request, found)


def _audit(request: Request, broken: list[str] | None) -> Response:
    before = request.query_params.get("before", "")
    with reading(request.app.state.store) as connection:
        rows = audit.entries(
            connection, newest=ROWS, before=int(before) if before.isdecimal() and before.isascii() else 0
        )
        number, head = audit.head(connection)
    return page(request, "administration_audit", rows=rows, broken=broken, number=number, head=head)


ROUTES = [
    page_at("/administration", administration, needs=May.ADMINISTER, menu="Administration"),
    page_at("/administration/accounts", accounts_page, needs=May.ADMINISTER),
    page_at("/administration/accounts", add_form, needs=May.ADMINISTER, methods=("POST",)),
    page_at("/administration/accounts/{id}", change_form, needs=May.ADMINISTER, methods=("POST",)),
    page_at("/administration/audit", audit_page, needs=May.ADMINISTER),
    page_at("/administration/audit", verify_form, needs=May.ADMINISTER, methods=("POST",)),
]
