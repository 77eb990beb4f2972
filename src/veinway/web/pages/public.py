"""Questions for the public: one question a page, then what to do. Nothing is stored, no cookie is set.

Every page is a form that carries all answers so far. A button says what is wanted next: to answer, to go
back, to change an answer, or to read the page in another language. Another kind of questions is an
`Inquiry` and a `Kind`: how it begins, and what its result shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from veinway.show.inquiry import HORMONES, TRAVEL, Entry, Inquiry
from veinway.web.clock import now
from veinway.web.guard import form_of
from veinway.web.rendering import page
from veinway.web.routing import EVERYBODY, page_at
from veinway.web.service import public_shown
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


@dataclass(frozen=True, slots=True)
class Turn:
    """One request: its words, its form, what it carries and when it is."""

    request: Request
    kind: Kind
    t: Texts
    form: FormData
    trail: Trail
    at: datetime

    @property
    def country(self) -> str:
        """The country that was chosen, or the site's."""
        return self.trail.country or str(self.request.app.state.settings.site.country)

    def show(self, template: str, trail: Trail, *, status: int = 200, **content: object) -> Response:
        """A page that carries a trail."""
        where = shown.country_in(self.t, trail.country or self.country)
        known = {
            "t": self.t,
            "trail": trail,
            "where": where,
            "languages": LANGUAGES,
            "address": self.kind.about.address,
            "kind": self.kind,
            **content,
        }
        return page(self.request, template, status=status, with_numbers=shown.with_numbers, **known)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of questions: how it begins, and what its result shows.

    asks_country: it begins with the country, on whose numbers its result depends.
    """

    about: Inquiry
    begin: Callable[[Turn], Response]
    result: Callable[[Turn, Trail, Walk], dict[str, Any]]
    result_page: str
    intended: str
    """The name of the text that says whom it is for."""
    asks_country: bool = False


def routes(kind: Kind, menu: str = "") -> list[Route]:
    """The address of a kind of questions: its first page, and every step from there."""

    async def start(request: Request) -> Response:
        t = speak(request, request.query_params.get("lang", ""))
        empty = Trail(about=kind.about)
        return kind.begin(Turn(request, kind, t, FormData(), empty, _moment(request)))

    async def go_on(request: Request) -> Response:
        form = await form_of(request)
        t = speak(request, str(form.get("lang", "")))
        turn = Turn(request, kind, t, form, Trail(about=kind.about), _moment(request))
        try:
            trail = trail_of(form, kind.about)
            return await _next(Turn(request, kind, t, form, trail, turn.at))
        except Tampered:
            return turn.show("triage_tampered", turn.trail, status=400)

    address = kind.about.address
    return [
        page_at(address, start, needs=EVERYBODY, menu=menu),
        page_at(address, go_on, needs=EVERYBODY, methods=("POST",), largest=LARGEST_FORM),
    ]


def _moment(request: Request) -> datetime:
    zone = ZoneInfo(request.app.state.settings.site.time_zone)
    return datetime.fromisoformat(now()).astimezone(zone)


async def _next(turn: Turn) -> Response:
    """What a turn leads to. `go` is what its button wants, and of which question."""
    go, _, key = str(turn.form.get("go", "")).partition(":")
    trail, t, asks_country = turn.trail, turn.t, turn.kind.asks_country
    if go == "start":
        return turn.kind.begin(turn)
    if asks_country and (go == "country" or not (trail.country or turn.form.get("place"))):
        failed = "error.country" if go == "place" else ""
        return _ask_country(turn, trail, failed=failed)
    if asks_country and go == "place":
        trail = _placed(turn)
    elif go == "back":
        return await _step_back(turn)
    elif go == "change":
        entry_of(key, trail.about)
        return await _show(turn, trail.without(key), before=trail.answer_to(key))
    elif go == "answer":
        entry = entry_of(key, trail.about)
        try:
            trail = trail.with_answer(entry, answer_in(entry, turn.form))
        except Unclear as problem:
            return await _show(turn, trail, failed=t(problem.name, **problem.places))
    elif go and go != "first":
        raise Tampered
    return await _show(turn, trail)


def _placed(turn: Turn) -> Trail:
    place = str(turn.form.get("place", ""))
    if place not in PLACES:
        raise Tampered
    return Trail(place, turn.trail.said, turn.trail.about)


async def _step_back(turn: Turn) -> Response:
    """To the question before, with what was answered to it; before the first one stands the country."""
    behind = await run_in_threadpool(walk, turn.trail, turn.at)
    if not behind.path:
        return _ask_country(turn, turn.trail) if turn.kind.asks_country else turn.kind.begin(turn)
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
        found = await run_in_threadpool(turn.kind.result, turn, trail, here)
        return turn.show(turn.kind.result_page, trail, **found)
    return _ask(turn, trail, here, here.next, failed=failed, before=before)


def _ask(turn: Turn, trail: Trail, here: Walk, entry: Entry, *, failed: str, before: str) -> Response:
    asked, more = shown.question(turn.t, entry, turn.kind.about.key)
    number, _, unit = before.partition(" ")
    key = entry.facts[0].key
    return turn.show(
        "triage_question",
        trail,
        status=422 if failed else 200,
        failed=failed,
        entry=entry,
        key=key,
        asked=asked,
        more=more,
        number=len(here.path) + 1,
        again=here.again,
        choices=shown.choices(turn.t, entry),
        in_days=counts_days(entry),
        never=turn.t(f"never.{key}") if may_be_never(entry) and turn.t.has(f"never.{key}") else "",
        counted="" if shown.choices(turn.t, entry) else shown.number_label(turn.t, entry),
        units=[(name, turn.t(f"unit.{name}")) for name in UNITS] if counts_days(entry) else [],
        before=before.split("+") if before else turn.form.getlist("answer") if failed else [],
        before_number=number if number.isdigit() else str(turn.form.get("number", "")) if failed else "",
        before_unit=unit or (str(turn.form.get("unit", "")) if failed else ""),
    )


# Long journeys and hormones -----------------------------------------------------------------------


def _begin(turn: Turn) -> Response:
    """For whom this is, and when to check symptoms instead."""
    return turn.show("public_start", Trail(about=turn.kind.about))


def _result(turn: Turn, _trail: Trail, here: Walk) -> dict[str, Any]:
    return public_shown.result(turn.t, here, turn.kind.about, turn.country, turn.at)


ROUTES = [
    *routes(Kind(TRAVEL, _begin, _result, "public_result", "say.public.for_whom")),
    *routes(Kind(HORMONES, _begin, _result, "public_result", "say.public.for_whom")),
]
