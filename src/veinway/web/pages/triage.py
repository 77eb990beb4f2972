"""Triage for the public: one question a page, then what to do. Nothing is stored and no cookie is set.

Every page is a form that carries all answers so far. A button says what is wanted next: to answer, to go
back, to change an answer, or to read the page in another language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from veinway.show.triage_interview import Entry
from veinway.web.clock import now
from veinway.web.guard import form_of
from veinway.web.rendering import page
from veinway.web.routing import EVERYBODY, page_at
from veinway.web.service import triage_shown as shown
from veinway.web.service.triage_trail import (
    PLACES,
    UNITS,
    Tampered,
    Trail,
    Unclear,
    Walk,
    answer_in,
    counts_days,
    entry_of,
    may_be_never,
    trail_of,
    walk,
)
from veinway.web.texts import LANGUAGES, Texts, speak

LARGEST_FORM = 20_000
ADDRESS = "/triage"


@dataclass(frozen=True, slots=True)
class Turn:
    """One request: its words, its form, what it carries and when it is."""

    request: Request
    t: Texts
    form: FormData
    trail: Trail
    at: datetime

    def show(self, template: str, trail: Trail, *, status: int = 200, **content: object) -> Response:
        """A page that carries a trail."""
        code = trail.country or self.request.app.state.settings.site.country
        where = shown.country_in(self.t, code)
        known = {"t": self.t, "trail": trail, "where": where, "languages": LANGUAGES, **content}
        return page(self.request, template, status=status, with_numbers=shown.with_numbers, **known)


def _moment(request: Request) -> datetime:
    zone = ZoneInfo(request.app.state.settings.site.time_zone)
    return datetime.fromisoformat(now()).astimezone(zone)


async def start(request: Request) -> Response:
    """For whom this is, and when not to start at all."""
    t = speak(request, request.query_params.get("lang", ""))
    return _start(Turn(request, t, FormData(), Trail(), _moment(request)))


def _start(turn: Turn) -> Response:
    code = turn.request.app.state.settings.site.country
    where = shown.country_in(turn.t, code)
    signs, call = shown.signs(turn.t), shown.numbers(where, "emergency")
    return turn.show("triage_start", Trail(), signs=signs, call=call)


async def go_on(request: Request) -> Response:
    """Take what was answered, or do what a button says, and show what comes next."""
    form = await form_of(request)
    t = speak(request, str(form.get("lang", "")))
    turn = Turn(request, t, form, Trail(), _moment(request))
    try:
        return await _next(Turn(request, t, form, trail_of(form), turn.at))
    except Tampered:
        return turn.show("triage_tampered", Trail(), status=400)


async def _next(turn: Turn) -> Response:
    """What a turn leads to. `go` is what its button wants, and of which question."""
    go, _, key = str(turn.form.get("go", "")).partition(":")
    trail, t = turn.trail, turn.t
    if go == "start":
        return _start(turn)
    if go == "country" or not (trail.country or turn.form.get("place")):
        failed = "error.country" if go == "place" else ""
        return _ask_country(turn, trail, failed=failed)
    if go == "place":
        trail = _placed(turn)
    elif go == "back":
        return await _step_back(turn)
    elif go == "change":
        entry_of(key)
        return await _show(turn, trail.without(key), before=trail.answer_to(key))
    elif go == "answer":
        entry = entry_of(key)
        try:
            trail = trail.with_answer(entry, answer_in(entry, turn.form))
        except Unclear as problem:
            return await _show(turn, trail, failed=t(problem.name, **problem.places))
    elif go:
        raise Tampered
    return await _show(turn, trail)


def _placed(turn: Turn) -> Trail:
    place = str(turn.form.get("place", ""))
    if place not in PLACES:
        raise Tampered
    return Trail(place, turn.trail.said)


async def _step_back(turn: Turn) -> Response:
    """To the question before, with what was answered to it; before the first one stands the country."""
    behind = await run_in_threadpool(walk, turn.trail, turn.at)
    if not behind.path:
        return _ask_country(turn, turn.trail)
    entry, value = behind.path[-1]
    return await _show(turn, turn.trail.without(entry.facts[0].key), before=value)


def _ask_country(turn: Turn, trail: Trail, *, failed: str = "") -> Response:
    t = turn.t
    failed = t(failed) if failed else ""
    return turn.show(
        "triage_country",
        trail,
        status=422 if failed else 200,
        failed=failed,
        places=[(code, _place_name(t, code)) for code in PLACES],
        before=trail.country,
    )


def _place_name(t: Texts, code: str) -> str:
    return t("country.other") if code == PLACES[-1] else t(f"country.{code}.name")


async def _show(turn: Turn, trail: Trail, *, failed: str = "", before: str = "") -> Response:
    """The next question of a trail, or its result."""
    here = await run_in_threadpool(walk, trail, turn.at)
    if here.next is None:
        found = await run_in_threadpool(shown.result, turn.t, here, trail.country, turn.at)
        return turn.show("triage_result", trail, **found)
    return _ask(turn, trail, here, here.next, failed=failed, before=before)


def _ask(turn: Turn, trail: Trail, here: Walk, entry: Entry, *, failed: str, before: str) -> Response:
    asked, more = shown.question(turn.t, entry)
    number, _, unit = before.partition(" ")
    return turn.show(
        "triage_question",
        trail,
        status=422 if failed else 200,
        failed=failed,
        entry=entry,
        key=entry.facts[0].key,
        asked=asked,
        more=more,
        number=len(here.path) + 1,
        again=here.again,
        choices=shown.choices(turn.t, entry),
        in_days=counts_days(entry),
        may_be_never=may_be_never(entry),
        units=[(name, turn.t(f"unit.{name}")) for name in UNITS] if counts_days(entry) else [],
        before=before.split("+") if before else turn.form.getlist("answer") if failed else [],
        before_number=number if number.isdigit() else str(turn.form.get("number", "")) if failed else "",
        before_unit=unit or (str(turn.form.get("unit", "")) if failed else ""),
    )


ROUTES = [
    page_at(ADDRESS, start, needs=EVERYBODY, menu="Check symptoms"),
    page_at(ADDRESS, go_on, needs=EVERYBODY, methods=("POST",), largest=LARGEST_FORM),
]
