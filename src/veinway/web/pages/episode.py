"""The clinician's page of one episode, and everything that can be said on it.

Each form is a plain form that leads back to the page; with htmx the page's main part is exchanged at
once. An answer that cannot be used is told beside its field, with what was entered, and is not kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.care.facts.alarm import leg_symptoms
from veinway.care.facts.tests import leg_scan
from veinway.language import Event, Fact
from veinway.language.errors import FactError, VeinwayError
from veinway.show.urgent import not_excluded
from veinway.web.clock import now
from veinway.web.rendering import page, wants_part
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections import SECTIONS, Section, asking, kept, scores, section_of
from veinway.web.sections import now as to_do
from veinway.web.sections.case import LIMBS, Case, Refused, load
from veinway.web.sections.known import standing_answers
from veinway.web.service.cases import given_of
from veinway.web.service.deciding import answer_of, decide
from veinway.web.service.saying import asked_about, earlier_of, part_of, said_in, say_checked
from veinway.web.store.accounts import May
from veinway.web.store.database import writing
from veinway.web.store.decisions import keep, overrule
from veinway.web.store.patients import answers_of, say, standing

SIDES = {"left": ("left",), "right": ("right",), "both": ("left", "right")}
"""Which limbs are described apart, by what somebody says of the symptoms."""
KEPT = ("limb", "strict", "find", "about", "kind")
"""What the address of the page says, and goes on saying after an answer."""


# Showing ------------------------------------------------------------------------------------------


async def episode(request: Request) -> Response:
    """The page with one of its sections."""
    here, key = await visit(request), request.path_params.get("section", "")
    section = section_of(key)
    if section is None:
        raise HTTPException(404)
    return await run_in_threadpool(_page, request, here, section)


def _page(
    request: Request,
    here: Visit,
    section: Section,
    refused: Refused | None = None,
    saved: dict[str, str] | None = None,
) -> Response:
    # With htmx an answer that was refused is shown like any other: it would not show an error.
    status = 422 if refused is not None and not wants_part(request) else 200
    query = {**request.query_params, **(saved or {})}
    if section.key == "what-if":
        query |= {f"if{n}": text for n, text in enumerate(request.query_params.getlist("if"))}
        query.pop("if", None)
    case = load(
        here.store,
        here.site,
        request.path_params["episode"],
        here.actor.at or now(),
        query,
        compared=section.compared,
        refused=refused,
    )
    return page(request, "episode", status=status, **_content(case, section, here))


def _content(case: Case, section: Section, here: Visit) -> dict[str, Any]:
    shown = kept.content(case, here.store) if section.content is None else section.content(case)
    questions = asking.questions(case)
    return {
        "case": case,
        "problem": _problem(case, section, questions),
        "limbs": [(limb.side, LIMBS[limb.side]) for limb in case.decided.limbs],
        "now": to_do.content(case),
        "scores": scores.content(case),
        "questions": questions,
        "standing": standing_answers(case),
        "saved": _saved(case),
        "sections": SECTIONS,
        "section": section,
        "shown": shown,
        "shown_by": f"sections/{section.key}.html",
    }


def _problem(case: Case, section: Section, questions: asking.Questions) -> dict[str, Any] | None:
    """What could not be used, told at the top; with its own form where the page has none about it."""
    refused = case.refused
    if refused is None:
        return None
    part = part_of(refused.fact)
    checked = {each.asked[0].key for each in not_excluded(case.assessment) if each.asked}
    asked = questions.keys(all_=section.key == "questions")
    shown = refused.fact in asked | checked or section.key == "facts"
    own = part is not None and not shown and not (section.key == "veins" and part is leg_scan)
    return {
        "words": refused.error.message(),
        "question": asking.asked(part, case) if own and part is not None else None,
    }


def _saved(case: Case) -> str:
    """What was just said, for those who cannot see that the page changed."""
    key, side = case.query.get("saved", ""), case.query.get("saved_side", "")
    if not key:
        return ""
    if key == "decision":
        return "The decision is kept."
    answer = case.stands.get((side, key))
    part = part_of(key)
    if part is None:
        return ""
    if answer is None:
        return f"Taken back: {part.label}."
    return f"Saved. {part.label}: {asking.said_words(part, answer.said)}."


async def line(request: Request) -> Response:
    """What is due for an episode, in one line, for the list of patients."""
    here = await visit(request)
    episode_id, query = request.path_params["episode"], dict(request.query_params)
    case = await run_in_threadpool(load, here.store, here.site, episode_id, here.actor.at, query)
    return page(request, "episode_line", case=case, due=to_do.line(case))


# Saying -------------------------------------------------------------------------------------------

Change = Callable[[Connection, Visit, str], str]
"""Does something to an episode; gives the key of the fact that it is about."""


async def _changed(request: Request, change: Change, about: str, side: str = "") -> Response:
    """Make a change and show the page, or the page with why it cannot be made."""
    here = await visit(request)
    return await run_in_threadpool(_change, request, here, change, about, side)


def _change(request: Request, here: Visit, change: Change, about: str, side: str) -> Response:
    episode_id = request.path_params["episode"]
    section = section_of(request.query_params.get("section", "")) or SECTIONS[0]
    try:
        with writing(here.store) as connection:
            change(connection, here, episode_id)
    except VeinwayError as error:
        if error.code == "I284":
            raise
        return _page(request, here, section, Refused(about, error, here.form))
    saved = {"saved": about, "saved_side": side}
    if wants_part(request):
        # The page as it is now is the answer; a plain form is led to it, so that it is not sent twice.
        return _page(request, here, section, saved=saved)
    kept_in_address = {k: request.query_params.get(k, "") for k in KEPT}
    query = {k: v for k, v in {**kept_in_address, **saved}.items() if v}
    address = f"/episode/{episode_id}/{section.key}?{urlencode(query)}"
    return RedirectResponse(address, status_code=303)


async def answer(request: Request) -> Response:
    """An answer to one question."""
    form = (await visit(request)).form
    key, side = str(form.get("fact", "")), str(form.get("side", ""))
    part = asked_about(key)

    def change(connection: Connection, here: Visit, episode_id: str) -> str:
        _say(connection, here, episode_id, part, side, here.form, request)
        return key

    return await _changed(request, change, key, side)


def _say(
    connection: Connection,
    here: Visit,
    episode_id: str,
    part: Fact | Event,
    side: str,
    form: Mapping[str, Any],
    request: Request,
) -> None:
    if side not in LIMBS:
        raise FactError("F202", f"{side!r} is not a limb.", where=part.label, todo="Choose a leg.")
    strict = request.query_params.get("strict") == "1"
    earlier = earlier_of(standing(answers_of(connection, episode_id)), part.key, side)
    said = said_in(part, form, earlier)
    say_checked(connection, here.actor, episode_id, here.site, part.key, side, said, strict=strict)


async def take_back(request: Request) -> Response:
    """Take an answer back; the record of it stays."""
    form = (await visit(request)).form
    key, side = str(form.get("fact", "")), str(form.get("side", ""))

    def change(connection: Connection, here: Visit, episode_id: str) -> str:
        given_of(connection, episode_id, here.site, here.actor.at)
        say(connection, here.actor, episode_id, asked_about(key).key, None, side=side)
        return key

    return await _changed(request, change, key, side)


async def mark(request: Request) -> Response:
    """An action was ordered or done just now."""
    form = (await visit(request)).form
    key = str(form.get("event", ""))
    part = asked_about(key)
    if not isinstance(part, Event):
        raise HTTPException(400)

    def change(connection: Connection, here: Visit, episode_id: str) -> str:
        at = datetime.fromisoformat(here.actor.at).astimezone(ZoneInfo(here.site.time_zone))
        when = {"when": at.isoformat(timespec="seconds")}
        _say(connection, here, episode_id, part, "", when, request)
        return key

    return await _changed(request, change, key)


async def scan(request: Request) -> Response:
    """A scan of the leg veins with its result and the vein that was marked."""
    side = str((await visit(request)).form.get("side", ""))

    def change(connection: Connection, here: Visit, episode_id: str) -> str:
        if side not in ("left", "right"):
            raise FactError(
                "F202", "No leg was chosen.", where=leg_scan.label, todo="Choose left or right."
            )
        if not here.form.get("with.result"):
            todo = "Choose what the scan showed; indeterminate, if that is so."
            raise FactError("F202", "No result was chosen.", where=leg_scan.label, todo=todo)
        _say(connection, here, episode_id, leg_scan, side, here.form, request)
        return leg_scan.key

    return await _changed(request, change, leg_scan.key, side)


async def limbs(request: Request) -> Response:
    """In which leg the symptoms are: what differs between the legs is then said of each apart."""
    chosen = SIDES.get(str((await visit(request)).form.get("limbs", "")), ())

    def change(connection: Connection, here: Visit, episode_id: str) -> str:
        if not chosen:
            todo = "Choose the left leg, the right leg, or both."
            raise FactError("F202", "No leg was chosen.", where=leg_symptoms.label, todo=todo)
        for side in chosen:
            _say(connection, here, episode_id, leg_symptoms, side, {"said": "yes"}, request)
        return leg_symptoms.key

    return await _changed(request, change, leg_symptoms.key, chosen[0] if chosen else "")


# Deciding -----------------------------------------------------------------------------------------


async def keep_decision(request: Request) -> Response:
    """Keep what is known now and what the rules say of it."""
    strict = request.query_params.get("strict") == "1"

    def change(connection: Connection, here: Visit, episode_id: str) -> str:
        given = given_of(connection, episode_id, here.site, here.actor.at, strict=strict)
        keep(connection, here.actor, episode_id, DIAGNOSIS.edition, given, answer_of(decide(given)))
        return "decision"

    return await _changed(request, change, "decision")


async def do_otherwise(request: Request) -> Response:
    """It is done otherwise than a kept decision says, and why."""
    form = (await visit(request)).form
    id_, about = str(form.get("decision", "")), str(form.get("about", ""))

    def change(connection: Connection, here: Visit, episode_id: str) -> str:
        given_of(connection, episode_id, here.site, here.actor.at)
        reason, note = str(form.get("reason", "")), str(form.get("note", ""))
        overrule(connection, here.actor, id_, about, reason, note)
        return "decision"

    return await _changed(request, change, "decision")


_AT = "/episode/{episode}"
ROUTES = [
    page_at(_AT, episode, needs=May.SEE_PATIENTS),
    page_at(f"{_AT}/line", line, needs=May.SEE_PATIENTS),
    page_at(f"{_AT}/answer", answer, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/take-back", take_back, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/mark", mark, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/scan", scan, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/limbs", limbs, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/keep", keep_decision, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/otherwise", do_otherwise, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/{{section}}", episode, needs=May.SEE_PATIENTS),
]
