"""What is due over all open episodes, the most urgent first; and counts of them without names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import RowMapping
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from veinway.web.rendering import page
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections.case import LIMBS, name_of
from veinway.web.service.counting import counted
from veinway.web.service.due import Due, local
from veinway.web.service.overview import Look, Overview, Snapshot
from veinway.web.store.accounts import May

PAGE = 100
STATES = ("at once", "overdue", "due", "requested", "later", "not done")
"""In the order of urgency."""
SIGNS = {"at once": "!", "overdue": "✗", "due": "▶", "requested": "⋯", "later": "○", "not done": "–"}
SHOW = {
    "all": "All",
    "at-once": "At once",
    "overdue": "Overdue",
    "today": "Due today",
    "requested": "Requested",
    "not-done": "Not done, with a reason",
}
SCANS = (
    "proximal_scan whole_leg_scan bilateral_leg_scan arm_scan ctpa lung_scintigraphy chest_x_ray "
    "further_imaging mr_venography mr_angiography ct_venography echocardiography"
)
TREATMENT = "start_treatment interim_anticoagulation heparin_bolus stop_interim_anticoagulation"
KINDS: dict[str, tuple[str, frozenset[str]]] = {
    "scan": ("First scans and other imaging", frozenset(SCANS.split())),
    "repeat": ("Repeat scans", frozenset({"repeat_scan"})),
    "d-dimer": ("D-dimers", frozenset({"d_dimer"})),
    "treatment": ("Treatment to start or stop", frozenset(TREATMENT.split())),
    "measure": ("Quality measures in danger", frozenset()),
    "other": ("Everything else", frozenset()),
}
"""What a row is about, by the word for what is done."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list."""

    episode: str
    name: str
    identifier: str
    birth_date: str
    limb: str
    address: str
    since: str
    state: str
    sign: str
    text: str
    by: tuple[str, ...]
    late: str
    sources: tuple[str, ...]
    kind: str
    today: bool
    order: tuple[int, bool, int, str]
    not_done: str


async def worklist(request: Request) -> Response:
    """The list, filtered as the address says."""
    here = await visit(request)
    return await run_in_threadpool(_worklist, request, here)


def _worklist(request: Request, here: Visit) -> Response:
    overview: Overview = request.app.state.overview
    look = overview.look(here.actor.at)
    lines = sorted(_lines(look, here), key=lambda line: line.order)
    show, kind = _chosen(request, "show", SHOW, "all"), _chosen(request, "kind", KINDS, "")
    of_kind = [line for line in lines if kind in ("", line.kind)]
    listed = [line for line in of_kind if _is_shown(line, show)]
    first = _first(request, len(listed))
    return page(
        request,
        "worklist",
        show=show,
        kind=kind,
        tabs=[(key, text, sum(_is_shown(line, key) for line in of_kind)) for key, text in SHOW.items()],
        kinds=[(key, text, sum(line.kind == key for line in lines)) for key, (text, _) in KINDS.items()],
        lines=listed[first : first + PAGE],
        first=first,
        total=len(listed),
        step=PAGE,
        address=lambda **query: _address({"show": show, "kind": kind, **query}),
        **_told(look, here),
    )


def _told(look: Look, here: Visit) -> dict[str, Any]:
    """What is said of the list itself: how many episodes, as of when, and what is missing."""
    quiet = sum(not snapshot.dues and not snapshot.problem for _, snapshot in look.found)
    failed = [
        (row["id"], name_of(row), snapshot.problem) for row, snapshot in look.found if snapshot.problem
    ]
    return {
        "episodes": len(look.found) + look.missing,
        "quiet": quiet,
        "failed": failed,
        "missing": look.missing,
        "old": look.old,
        "as_of": _clock(look.oldest, here) if look.oldest else "",
        "now": _clock(here.actor.at, here),
        "zone": here.site.time_zone,
    }


def _chosen(request: Request, name: str, known: Iterable[str], otherwise: str) -> str:
    said = request.query_params.get(name, "")
    return said if said in known else otherwise


def _first(request: Request, total: int) -> int:
    said = request.query_params.get("from", "")
    number = int(said) if said.isdecimal() and said.isascii() and len(said) < 7 else 0
    return number - number % PAGE if number < total else 0


def _address(query: dict[str, str]) -> str:
    kept = {key: value for key, value in query.items() if value and (key, value) != ("show", "all")}
    return "/worklist" + ("?" + urlencode(kept) if kept else "")


def _is_shown(line: Line, show: str) -> bool:
    if show == "today":
        return line.today
    return show == "all" or line.state == show.replace("-", " ")


# Rows ---------------------------------------------------------------------------------------------


def _lines(look: Look, here: Visit) -> Iterable[Line]:
    minute = int(datetime.fromisoformat(here.actor.at).timestamp()) // 60
    for row, snapshot in look.found:
        yield from _lines_of(row, snapshot, minute, here)


def _lines_of(row: RowMapping, snapshot: Snapshot, minute: int, here: Visit) -> Iterable[Line]:
    zone = here.site.time_zone
    since = _clock(row["index_at"], here)
    for due in snapshot.dues:
        state = due.state(minute)
        address = f"/episode/{row['id']}" + (f"?limb={due.side}" if due.side else "")
        yield Line(
            row["id"],
            name_of(row),
            row["identifier"],
            row["birth_date"],
            LIMBS[due.side],
            address,
            since,
            state,
            SIGNS[state],
            due.text,
            _by(due, zone),
            _late(due, minute, zone),
            due.sources,
            _kind(due),
            _today(due, state, minute, zone),
            _order(due, state, row),
            due.not_done,
        )


def _order(due: Due, state: str, row: RowMapping) -> tuple[int, bool, int, str]:
    """By urgency; in each, what is done before what is measured, and the earliest end first."""
    ends = due.due_by if due.due_by is not None else 2**40
    if state == "later" and due.due_from is not None:
        ends = due.due_from
    return STATES.index(state), due.kind == "measure", ends, str(row["id"])


def _kind(due: Due) -> str:
    if due.kind == "measure":
        return "measure"
    return next((key for key, (_, acts) in KINDS.items() if due.act in acts), "other")


def _today(due: Due, state: str, minute: int, zone: str) -> bool:
    """Due before the day ends, whether asked for or not; what has no end is due now."""
    if state not in ("due", "requested"):
        return False
    if due.due_by is None:
        return state == "due"
    return local(due.due_by, zone).date() == local(minute, zone).date()


def _by(due: Due, zone: str) -> tuple[str, ...]:
    """The window: when it begins, and when it ends; or why there is none."""
    if due.kind == "at once":
        return ("at once",)
    shape = "%Y-%m-%d" if due.days else "%Y-%m-%d %H:%M"
    start = "" if due.due_from is None else local(due.due_from, zone).strftime(shape)
    end = "" if due.due_by is None else local(due.due_by, zone).strftime(shape)
    if start and end:
        return (f"{start} to", end)
    return (end or (f"from {start}" if start else "no limit stated"),)


def _late(due: Due, minute: int, zone: str) -> str:
    if due.due_by is None or minute <= due.due_by or due.not_done:
        return ""
    if due.days:
        days = (local(minute, zone).date() - local(due.due_by, zone).date()).days
        return f"{days} day{'s' if days != 1 else ''}"
    return length_words(minute - due.due_by)


def length_words(minutes: int) -> str:
    """20 min, 3 h 20 min, 2 days 4 h."""
    days, rest = divmod(minutes, 1440)
    hours, left = divmod(rest, 60)
    if days:
        return f"{days} day{'s' if days != 1 else ''}" + (f" {hours} h" if hours else "")
    return (f"{hours} h " if hours else "") + (f"{left} min" if left or not hours else "")


def _clock(instant: str, here: Visit) -> str:
    since_1970 = datetime.fromisoformat(instant) - datetime.fromisoformat("1970-01-01T00:00:00+00:00")
    return local(since_1970 // timedelta(minutes=1), here.site.time_zone).strftime("%Y-%m-%d %H:%M")


# Counts without names -----------------------------------------------------------------------------


async def population(request: Request) -> Response:
    """How many episodes each step decides; small numbers are hidden."""
    here = await visit(request)
    return await run_in_threadpool(_population, request, here)


def _population(request: Request, here: Visit) -> Response:
    overview: Overview = request.app.state.overview
    look = overview.look(here.actor.at, closed=True)
    told = _told(look, here)
    return page(
        request,
        "population",
        counts=counted(look.found),
        missing=look.missing,
        as_of=told["as_of"],
        now=told["now"],
    )


ROUTES = [
    page_at("/worklist", worklist, needs=May.SEE_WORKLIST, menu="What is due"),
    page_at("/population", population, needs=May.SEE_POPULATION, menu="Counts"),
]
