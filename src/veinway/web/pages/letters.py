"""Letters of an episode: drafted, edited, kept, shown and printed; and closing it, with a reason."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from veinway.language.errors import InputError
from veinway.web.rendering import fragment, page
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections.case import LIMBS, Case, load
from veinway.web.service.letter_pdf import missing, pdf_of
from veinway.web.service.letters import (
    KINDS,
    body_of,
    draft,
    edited_by,
    edition_of,
    rewritten,
    title_of,
)
from veinway.web.static_files import FOLDER
from veinway.web.store.accounts import May
from veinway.web.store.closing import CLOSE, REOPEN, close_episode, closings_of, reopen_episode
from veinway.web.store.database import reading, writing
from veinway.web.store.letters import Letter, add_letter, letters_of, one_letter

# The letters of an episode ------------------------------------------------------------------------


async def letters(request: Request) -> Response:
    """What can be written, what was written, and the way to close the episode."""
    here = await visit(request)
    return await run_in_threadpool(_letters, request, here)


def _letters(request: Request, here: Visit, error: str = "") -> Response:
    case = _case(request, here, here.actor.at)
    with reading(here.store) as connection:
        written, turns = letters_of(connection, case.id), closings_of(connection, case.id)
    reasons = REOPEN if case.episode["closed_at"] else CLOSE
    return page(
        request,
        "letters",
        status=422 if error else 200,
        episode=case.episode,
        name=case.name,
        facts=_facts(case),
        back=case.to(),
        limb=_limb(request),
        kinds=KINDS.items(),
        letters=[_listed(case, each) for each in written],
        turns=[_turn(case, dict(each)) for each in turns],
        reasons=reasons.items(),
        entered=here.form,
        error=error,
    )


def _facts(case: Case) -> list[str]:
    born, identifier = case.patient["birth_date"], case.patient["identifier"]
    known = [f"born {born}" if born else "", identifier]
    return [*filter(None, known), f"first suspicion {case.clock(case.episode['index_at'])}"]


def _listed(case: Case, each: Letter) -> dict[str, Any]:
    return {
        "id": each.id,
        "title": KINDS.get(each.kind, each.kind),
        "when": case.clock(each.made_at),
        "by": each.made_by,
        "edited": bool(each.edited),
    }


def _turn(case: Case, each: dict[str, Any]) -> dict[str, Any]:
    reasons = CLOSE if each["closed"] else REOPEN
    return {
        "closed": each["closed"],
        "when": case.clock(each["made_at"]),
        "by": each["shown_as"],
        "reason": reasons.get(each["reason"], each["reason"]),
        "note": each["note"],
    }


def _case(request: Request, here: Visit, at: str) -> Case:
    query = dict(request.query_params)
    return load(here.store, here.site, request.path_params["episode"], at, query)


def _limb(request: Request) -> str:
    side = request.query_params.get("limb", "")
    return f"?limb={side}" if side and side in LIMBS else ""


# Writing ------------------------------------------------------------------------------------------


async def new_letter(request: Request) -> Response:
    """A draft, in which every part can be rewritten."""
    here = await visit(request)
    title_of(request.path_params["kind"])
    return await run_in_threadpool(_new, request, here, here.actor.at)


def _new(request: Request, here: Visit, at: str, **content: Any) -> Response:
    case = _case(request, here, at)
    drafted = draft(case, request.path_params["kind"], _author(request))
    known: dict[str, Any] = {"written": None, "error": "", "field": "", "newer": False, **content}
    status = 422 if known["error"] or known["newer"] else 200
    return page(
        request, "letter_new", status=status, case=case, draft=drafted, limb=_limb(request), **known
    )


def _author(request: Request) -> str:
    return str(request.state.who.shown_as)


async def new_letter_form(request: Request) -> Response:
    """Keep the letter as it was edited; refused once if something new was entered meanwhile."""
    here = await visit(request)
    title_of(request.path_params["kind"])
    return await run_in_threadpool(_write, request, here)


def _write(request: Request, here: Visit) -> Response:
    at = _drafted_at(here)
    case = _case(request, here, at)
    drafted = draft(case, request.path_params["kind"], _author(request))
    written = [str(here.form.get(f"part{n}", "")) for n in range(len(drafted.parts))]
    try:
        parts = edited_by(drafted, here.form)
    except InputError as error:
        told = {"written": written, "error": error.message(), "field": error.where}
        return _new(request, here, at, **told)
    if _has_changed(request, here, case):
        texts = [part.text for part in parts]
        return _new(request, here, here.actor.at, written=texts, newer=True)
    body = body_of(case, drafted, parts, _author(request))
    with writing(here.store) as connection:
        id_ = add_letter(
            connection,
            here.actor,
            case.id,
            drafted.kind,
            edition_of(drafted.kind),
            body,
            rewritten(drafted, parts),
        )
    return RedirectResponse(f"/episode/{case.id}/letters/{id_}", status_code=303)


def _drafted_at(here: Visit) -> str:
    """The instant of the draft that a form is about; now, where it says none that can be."""
    try:
        when = datetime.fromisoformat(str(here.form.get("at", ""))).astimezone(UTC)
    except (ValueError, OverflowError):
        return here.actor.at
    return min(when.isoformat(timespec="seconds"), here.actor.at)


def _has_changed(request: Request, here: Visit, case: Case) -> bool:
    """Whether more is known of the patient than the draft was made from."""
    today = _case(request, here, here.actor.at)
    same = ("resources", "answers")
    return any(today.given[part] != case.given[part] for part in same)


# Reading ------------------------------------------------------------------------------------------


async def letter(request: Request) -> Response:
    """One letter as it was written."""
    here = await visit(request)
    kept = _kept(request, here)
    reason = await run_in_threadpool(missing)
    return page(request, "letter", kept=kept, body=kept.body, edited=list(kept.edited), missing=reason)


def _kept(request: Request, here: Visit) -> Letter:
    with reading(here.store) as connection:
        kept = one_letter(connection, request.path_params["letter"])
    if kept is None or kept.episode_id != request.path_params["episode"]:
        raise HTTPException(404)
    return kept


async def letter_pdf(request: Request) -> Response:
    """One letter as PDF; a page that says why where none can be made."""
    here = await visit(request)
    kept = _kept(request, here)
    return await run_in_threadpool(_pdf, request, kept)


def _pdf(request: Request, kept: Letter) -> Response:
    reason = missing()
    if reason:
        todo = "Open the letter and print it from the browser; nothing of it is lost."
        heading = "A PDF cannot be made here"
        return page(request, "problem", status=501, heading=heading, what=reason, todo=todo, code="W501")
    html = fragment("letters/print.html", body=kept.body, edited=list(kept.edited))
    made = pdf_of(html, (FOLDER / "letter.css").read_text("utf-8"))
    name = f"letter-{kept.kind}-{kept.made_at[:10]}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return Response(made, media_type="application/pdf", headers=headers)


# Closing ------------------------------------------------------------------------------------------


async def closing(request: Request) -> Response:
    """Close the episode or open it again."""
    here = await visit(request)
    return await run_in_threadpool(_close, request, here)


def _close(request: Request, here: Visit) -> Response:
    case = _case(request, here, here.actor.at)
    turn = reopen_episode if here.form.get("act") == "reopen" else close_episode
    reason, note = str(here.form.get("reason", "")), str(here.form.get("note", ""))[:2000]
    try:
        with writing(here.store) as connection:
            turn(connection, here.actor, case.id, reason, note)
    except InputError as error:
        return _letters(request, here, error.message())
    return RedirectResponse(f"/episode/{case.id}/letters#closing", status_code=303)


_AT = "/episode/{episode}/letters"
ROUTES = [
    page_at(_AT, letters, needs=May.SEE_PATIENTS),
    page_at(f"{_AT}/new/{{kind}}", new_letter, needs=May.DECIDE),
    page_at(f"{_AT}/new/{{kind}}", new_letter_form, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/{{letter}}", letter, needs=May.SEE_PATIENTS),
    page_at(f"{_AT}/{{letter}}/pdf", letter_pdf, needs=May.SEE_PATIENTS),
    page_at("/episode/{episode}/closing", closing, needs=May.DECIDE, methods=("POST",)),
]
