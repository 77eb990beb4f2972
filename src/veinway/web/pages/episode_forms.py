"""Everything that can be said on the clinician's page.

Each form is a plain form that leads back to the page; with htmx the page's main part is exchanged at
once. An answer that cannot be used is told beside its field, with what was entered, and is not kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

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
from veinway.web.pages.episode import shown
from veinway.web.rendering import wants_part
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections import SECTIONS, Section, section_of
from veinway.web.sections.case import LIMBS, Refused
from veinway.web.service.actions import PREFIX, action_of
from veinway.web.service.actions import not_done as said_not_done
from veinway.web.service.cases import found_episode, given_of
from veinway.web.service.deciding import answer_of, decide
from veinway.web.service.saying import asked_about, earlier_of, said_in, say_checked
from veinway.web.service.together import check_answer, check_everything, hold
from veinway.web.service.villalta import is_examination
from veinway.web.store.accounts import May
from veinway.web.store.database import writing
from veinway.web.store.decisions import keep, overrule
from veinway.web.store.patients import Seen, answers_of, say, seen_in, standing

SIDES = {"left": ("left",), "right": ("right",), "both": ("left", "right")}
"""Which limbs are described apart, by what somebody says of the symptoms."""
KEPT = ("limb", "leg", "of", "strict", "find", "about", "kind")
"""What the address of the page says, and goes on saying after an answer."""


# Saying -------------------------------------------------------------------------------------------

Change = Callable[[Connection, Visit, str], None]
"""Does something to an episode, in one transaction."""


@dataclass(frozen=True, slots=True)
class View:
    """The page on which a form stands: how it is shown again after it, and its address."""

    show: Callable[[Request, Visit, Refused | None, dict[str, str] | None], Response]
    address: Callable[[Request], str]


def _section(request: Request) -> Section:
    return section_of(request.query_params.get("section", "")) or SECTIONS[0]


CLINICIANS = View(
    lambda request, here, refused, saved: shown(request, here, _section(request), refused, saved),
    lambda request: f"/episode/{request.path_params['episode']}/{_section(request).key}",
)
"""The clinician's page of a suspicion, with the section that a form names."""


async def changed(
    request: Request, change: Change, about: str, side: str = "", view: View = CLINICIANS
) -> Response:
    """Make a change and show the page, or the page with why it cannot be made."""
    here = await visit(request)
    return await run_in_threadpool(_change, request, here, change, about, side, view)


def _change(
    request: Request, here: Visit, change: Change, about: str, side: str, view: View
) -> Response:
    episode_id = request.path_params["episode"]
    try:
        with writing(here.store) as connection:
            hold(connection, episode_id)
            change(connection, here, episode_id)
    except VeinwayError as error:
        if error.code == "I284":
            raise
        return view.show(request, here, Refused(about, error, here.form), None)
    saved = {"saved": about, "saved_side": side, "seen": request.query_params.get("seen", "")}
    if wants_part(request):
        # The page as it is now is the answer; a plain form is led to it, so that it is not sent twice.
        return view.show(request, here, None, saved)
    kept_in_address = {k: request.query_params.get(k, "") for k in KEPT}
    query = {k: v for k, v in {**kept_in_address, **saved}.items() if v}
    return RedirectResponse(f"{view.address(request)}?{urlencode(query)}", status_code=303)


def seen_by(request: Request) -> Seen | None:
    """What the page knew from which a form was sent."""
    return seen_in(request.query_params.get("seen", ""))


async def answer(request: Request, view: View = CLINICIANS) -> Response:
    """An answer to one question."""
    form = (await visit(request)).form
    key, side = str(form.get("fact", "")), str(form.get("side", ""))
    part = asked_about(key)

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        _say(connection, here, episode_id, part, side, here.form, request)

    return await changed(request, change, key, side, view)


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
    check_answer(connection, episode_id, seen_by(request), here.site, part.key, side, said)
    say_checked(connection, here.actor, episode_id, here.site, part.key, side, said, strict=strict)


async def take_back(request: Request, view: View = CLINICIANS) -> Response:
    """Take an answer back; the record of it stays."""
    form = (await visit(request)).form
    key, side = str(form.get("fact", "")), str(form.get("side", ""))

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        given_of(connection, episode_id, here.site, here.actor.at)
        if action_of(key) is None and not is_examination(key):
            asked_about(key)
        check_answer(connection, episode_id, seen_by(request), here.site, key, side, None)
        say(connection, here.actor, episode_id, key, None, side=side)

    return await changed(request, change, key, side, view)


async def mark(request: Request) -> Response:
    """An action was ordered or done just now."""
    form = (await visit(request)).form
    key = str(form.get("event", ""))
    part = asked_about(key)
    if not isinstance(part, Event):
        raise HTTPException(400)

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        when = {"when": here.now.isoformat(timespec="seconds")}
        _say(connection, here, episode_id, part, "", when, request)

    return await changed(request, change, key)


async def not_done(request: Request) -> Response:
    """An action of the plan will not be done: it was refused, or is impossible, and why."""
    form = (await visit(request)).form
    key, side = PREFIX + str(form.get("action", "")), str(form.get("side", ""))
    if action_of(key) is None or side not in LIMBS:
        raise HTTPException(400)

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        said = said_not_done(here.form)
        check_answer(connection, episode_id, seen_by(request), here.site, key, side, said)
        strict = request.query_params.get("strict") == "1"
        say_checked(connection, here.actor, episode_id, here.site, key, side, said, strict=strict)

    return await changed(request, change, key, side)


async def scan(request: Request) -> Response:
    """A scan of the leg veins with its result and the vein that was marked."""
    side = str((await visit(request)).form.get("side", ""))

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        if side not in ("left", "right"):
            raise FactError(
                "F202", "No leg was chosen.", where=leg_scan.label, todo="Choose left or right."
            )
        if not here.form.get("with.result"):
            todo = "Choose what the scan showed; indeterminate, if that is so."
            raise FactError("F202", "No result was chosen.", where=leg_scan.label, todo=todo)
        _say(connection, here, episode_id, leg_scan, side, here.form, request)

    return await changed(request, change, leg_scan.key, side)


async def limbs(request: Request) -> Response:
    """In which leg the symptoms are: what differs between the legs is then said of each apart."""
    chosen = SIDES.get(str((await visit(request)).form.get("limbs", "")), ())

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        if not chosen:
            todo = "Choose the left leg, the right leg, or both."
            raise FactError("F202", "No leg was chosen.", where=leg_symptoms.label, todo=todo)
        for side in chosen:
            _say(connection, here, episode_id, leg_symptoms, side, {"said": "yes"}, request)

    return await changed(request, change, leg_symptoms.key, chosen[0] if chosen else "")


# Deciding -----------------------------------------------------------------------------------------


async def keep_decision(request: Request) -> Response:
    """Keep what is known now and what the rules say of it."""
    strict = request.query_params.get("strict") == "1"

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        patient = found_episode(connection, episode_id)["patient_id"]
        check_everything(connection, episode_id, patient, seen_by(request), here.site)
        given = given_of(connection, episode_id, here.site, here.actor.at, strict=strict)
        keep(connection, here.actor, episode_id, DIAGNOSIS.edition, given, answer_of(decide(given)))

    return await changed(request, change, "decision")


async def do_otherwise(request: Request) -> Response:
    """It is done otherwise than a kept decision says, and why."""
    form = (await visit(request)).form
    id_, about = str(form.get("decision", "")), str(form.get("about", ""))

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        given_of(connection, episode_id, here.site, here.actor.at)
        reason, note = str(form.get("reason", "")), str(form.get("note", ""))
        overrule(connection, here.actor, id_, about, reason, note)

    return await changed(request, change, "decision")


_AT = "/episode/{episode}"
ROUTES = [
    page_at(f"{_AT}/{part}", form, needs=May.DECIDE, methods=("POST",))
    for part, form in {
        "answer": answer,
        "take-back": take_back,
        "mark": mark,
        "not-done": not_done,
        "scan": scan,
        "limbs": limbs,
        "keep": keep_decision,
        "otherwise": do_otherwise,
    }.items()
]
