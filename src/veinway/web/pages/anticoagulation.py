"""The anticoagulation clinic: who is treated, whose INR is to be dosed, which checks are due.

What is late is told at each look, by the days that were worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import RowMapping
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from veinway.language.time import day_number
from veinway.show.values import day_words
from veinway.web.rendering import page
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections.case import name_of
from veinway.web.service.clinic import CheckUp, ClinicOverview, Treated
from veinway.web.service.overview import Look
from veinway.web.store.accounts import May

PAGE = 100


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due, in words: its state, its days, and on whose authority."""

    text: str
    state: str
    sign: str
    when: str
    source: str


@dataclass(frozen=True, slots=True)
class Row:
    """One person on the list."""

    episode: str
    name: str
    identifier: str
    birth_date: str
    treated: Treated
    next_inr: Due | None
    checks: tuple[Due, ...]
    order: tuple[int, int, str]


_SIGNS = {"overdue": "✗", "due": "▶", "later": "○", "requested": "⋯", "flagged": "!"}
SHOW: dict[str, tuple[str, Callable[[Row], bool]]] = {
    "all": ("All", lambda row: True),
    "dose": ("INR to be dosed", lambda row: _is_to_dose(row)),
    "inr": ("INR overdue", lambda row: row.next_inr is not None and row.next_inr.state == "overdue"),
    "checks": ("Check-ups due", lambda row: any(each.state != "later" for each in row.checks)),
    "warfarin": ("Warfarin", lambda row: row.treated.kind == "warfarin"),
    "doac": ("Direct oral anticoagulants", lambda row: row.treated.kind == "doac"),
}
"""By the word in the address: what the tab says, and who is on it."""


async def anticoagulation(request: Request) -> Response:
    """The list, filtered as the address says."""
    here = await visit(request)
    return await run_in_threadpool(_list, request, here)


def _list(request: Request, here: Visit) -> Response:
    overview: ClinicOverview = request.app.state.clinic
    look = overview.look(here.actor.at)
    show = request.query_params.get("show", "")
    show = show if show in SHOW else "all"
    rows = sorted(_rows(look, here), key=lambda row: row.order)
    listed = [row for row in rows if SHOW[show][1](row)]
    return page(
        request,
        "anticoagulation",
        show=show,
        tabs=[(key, text, sum(map(of, rows))) for key, (text, of) in SHOW.items()],
        rows=listed[:PAGE],
        total=len(listed),
        others=sum(each.beside is None and not each.problem for _, each in look.found),
        failed=[(row["id"], name_of(row), each.problem) for row, each in look.found if each.problem],
        missing=look.missing,
        old=look.old,
        episodes=len(look.found) + look.missing,
        now=here.clock(here.actor.at),
        zone=here.site.time_zone,
    )


def _rows(look: Look, here: Visit) -> list[Row]:
    today = day_number(here.now.date())
    return [
        _row(row, snapshot.beside, today) for row, snapshot in look.found if snapshot.beside is not None
    ]


def _row(row: RowMapping, treated: Treated, today: int) -> Row:
    next_inr = _next_inr(treated, today)
    checks = tuple(_check(each, today) for each in treated.check_ups)
    lasts = [each.last for each in treated.check_ups if each.last is not None]
    if treated.inr is not None and treated.inr.last is not None:
        lasts.append(treated.inr.last)
    urgent = treated.locked or any(each.state == "flagged" for each in checks)
    order = (0 if urgent else 1, min(lasts, default=10**9), str(row["id"]))
    return Row(
        row["id"],
        name_of(row),
        row["identifier"],
        row["birth_date"],
        treated,
        next_inr,
        checks,
        order,
    )


def _is_to_dose(row: Row) -> bool:
    return row.treated.inr is not None and not row.treated.inr.decided


def _next_inr(treated: Treated, today: int) -> Due | None:
    found = treated.inr
    if found is None or found.last is None:
        return None
    state = _state(found.first, found.last, today)
    text = "agreed" if found.agreed else "by the rules"
    return Due(text, state, _SIGNS[state], _days(found.first, found.last), "")


def _check(check: CheckUp, today: int) -> Due:
    state = check.state
    if state in ("due", "overdue") and check.last is not None:
        state = _state(check.first, check.last, today)
    return Due(check.text, state, _SIGNS[state], _days(check.first, check.last), check.source)


def _state(first: int | None, last: int, today: int) -> str:
    if today > last:
        return "overdue"
    return "later" if first is not None and today < first else "due"


def _days(first: int | None, last: int | None) -> str:
    if last is None:
        return "" if first is None else f"from {day_words(first)}"
    return f"by {day_words(last)}" if first is None else f"{day_words(first)} to {day_words(last)}"


ROUTES = [
    page_at("/anticoagulation", anticoagulation, needs=May.SEE_WORKLIST, menu="Anticoagulation"),
]
