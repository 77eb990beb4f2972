"""What is due over a whole service, the most urgent first; and counts of it without names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from veinway.web.rendering import page
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections.case import LIMBS, name_of
from veinway.web.service.counting import counted
from veinway.web.service.due import Due, local
from veinway.web.service.overview import Look, Overview
from veinway.web.service.whole import ServiceOverview
from veinway.web.service.work_file import work_file
from veinway.web.service.work_lines import (
    ANYBODY,
    GROUPS,
    KINDS,
    SHOW,
    Line,
    Wanted,
    chosen,
    group_of,
    is_shown,
    lines,
    sorted_lines,
)
from veinway.web.store.accounts import May, workers
from veinway.web.store.database import reading

PAGE = 100
SIGNS = {
    "at once": "!",
    "found wrong": "!",
    "overdue": "✗",
    "due": "▶",
    "requested": "⋯",
    "later": "○",
    "cannot say": "?",
    "not done": "–",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line in words."""

    line: Line
    group: str
    name: str
    limb: str
    address: str
    case: str
    since: str
    sign: str
    by: tuple[str, ...]
    late: str
    to: str
    not_done: str


async def worklist(request: Request) -> Response:
    """The list, filtered as the address says."""
    here = await visit(request)
    return await run_in_threadpool(_worklist, request, here)


def _worklist(request: Request, here: Visit) -> Response:
    people, wanted = _people(here), wanted_in(request)
    look, whole, found = _found(request, here)
    of_kind = chosen(found, wanted, here.actor.account)
    listed = sorted_lines(
        (line for line in of_kind if is_shown(line, wanted.show)), wanted.group, people
    )
    first = _first(request, len(listed))
    return page(
        request,
        "worklist",
        wanted=wanted,
        tabs=[(key, text, sum(is_shown(line, key) for line in of_kind)) for key, text in SHOW.items()],
        kinds=_kinds(found, wanted),
        people=people,
        groups=GROUPS,
        lines=[_row(line, wanted, people, here) for line in listed[first : first + PAGE]],
        first=first,
        total=len(listed),
        step=PAGE,
        address=lambda **query: address_of(wanted, **query),
        file=address_of(wanted, at="/worklist.csv"),
        **_told(look, whole, here),
    )


def _found(request: Request, here: Visit) -> tuple[Look, Look, list[Line]]:
    """What is known of the open episodes and of everybody, and every line of both."""
    overview: Overview = request.app.state.overview
    service: ServiceOverview = request.app.state.service
    look, whole = overview.look(here.actor.at), service.look(here.actor.at)
    return look, whole, list(lines(look, whole, here.minute, here.site.time_zone))


def _people(here: Visit) -> dict[str, str]:
    with reading(here.store) as connection:
        return workers(connection)


def _kinds(found: Iterable[Line], wanted: Wanted) -> list[tuple[str, str, int]]:
    on_tab = [line.kind for line in found if is_shown(line, wanted.show)]
    return [(key, text, on_tab.count(key)) for key, text in KINDS.items()]


def _told(look: Look, whole: Look | None, here: Visit) -> dict[str, Any]:
    """What is said of the list itself: how many episodes, as of when, and what is missing."""
    looks = [each for each in (look, whole) if each is not None]
    quiet = sum(
        not any(due.kind != "missing" for due in snapshot.dues) and not snapshot.problem
        for _, snapshot in look.found
    )
    failed = {
        row["id"]: (row["id"], name_of(row), snapshot.problem)
        for each in looks
        for row, snapshot in each.found
        if snapshot.problem
    }
    return {
        "episodes": len(look.found) + look.missing,
        "persons": len(whole.found) + whole.missing if whole is not None else 0,
        "quiet": quiet,
        "failed": list(failed.values()),
        "missing": sum(each.missing for each in looks),
        "old": sum(each.old for each in looks),
        "as_of": here.clock(look.oldest) if look.oldest else "",
        "now": here.clock(here.actor.at),
        "zone": here.site.time_zone,
    }


# The address --------------------------------------------------------------------------------------


def wanted_in(request: Request) -> Wanted:
    """What an address asks for; what it says that there is not is left out."""
    query = request.query_params
    show, kind, group = (query.get(name, "") for name in ("show", "kind", "group"))
    return Wanted(
        show if show in SHOW else "all",
        kind if kind in KINDS else "",
        query.get("to", ANYBODY)[:40],
        query.get("find", "")[:100],
        group if group in GROUPS else "",
    )


def _first(request: Request, total: int) -> int:
    said = request.query_params.get("from", "")
    number = int(said) if said.isdecimal() and said.isascii() and len(said) < 7 else 0
    return number - number % PAGE if number < total else 0


def address_of(wanted: Wanted, *, at: str = "/worklist", **query: str) -> str:
    """The address of the list, with some of it changed."""
    parts = {name: getattr(wanted, name) for name in ("show", "kind", "to", "find", "group")} | query
    kept = {key: value for key, value in parts.items() if value and (key, value) != ("show", "all")}
    return at + ("?" + urlencode(kept) if kept else "")


# Rows ---------------------------------------------------------------------------------------------


def _row(line: Line, wanted: Wanted, people: Mapping[str, str], here: Visit) -> Row:
    due, row, zone = line.due, line.row, here.site.time_zone
    side = f"?side={due.side}" if due.side else ""
    to = people.get(line.mark.to, "somebody who left") if line.mark.to else ""
    put_off = f"{line.mark.put_off}, until {line.mark.until}" if line.state == "not done" else ""
    return Row(
        line,
        group_of(line, wanted.group, people),
        name_of(row),
        LIMBS[due.side],
        f"/work/{row['id']}/{line.key}{side}",
        f"/episode/{row['id']}" + (f"?limb={due.side}" if due.side else ""),
        here.clock(row["index_at"]),
        SIGNS[line.state],
        by_words(due, zone),
        late_words(due, here.minute, zone, line.state),
        to,
        due.not_done or put_off if line.state == "not done" else "",
    )


def by_words(due: Due, zone: str) -> tuple[str, ...]:
    """The window: when it begins, and when it ends; or why there is none."""
    if due.kind in ("at once", "found"):
        return ("at once" if due.kind == "at once" else "now",)
    if due.kind == "missing":
        return ("not known",)
    shape = "%Y-%m-%d" if due.days else "%Y-%m-%d %H:%M"
    start = "" if due.due_from is None else local(due.due_from, zone).strftime(shape)
    end = "" if due.due_by is None else local(due.due_by, zone).strftime(shape)
    if start and end:
        return (f"{start} to", end)
    return (end or (f"from {start}" if start else "no limit stated"),)


def late_words(due: Due, minute: int, zone: str, state: str) -> str:
    """For how long it has been late; "" where it is not."""
    if due.due_by is None or minute <= due.due_by or state == "not done":
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


# The list as a file, and counts without names ----------------------------------------------------


async def worklist_file(request: Request) -> Response:
    """The lines that the address asks for as CSV, all of them."""
    here = await visit(request)
    return await run_in_threadpool(_file, request, here)


def _file(request: Request, here: Visit) -> Response:
    people, wanted = _people(here), wanted_in(request)
    look, whole, found = _found(request, here)
    listed = [line for line in chosen(found, wanted, here.actor.account) if is_shown(line, wanted.show)]
    content = work_file(sorted_lines(listed, wanted.group, people), people, here.site.time_zone)
    name = f"worklist-{here.actor.at[:10]}.csv"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    # A list that is not whole says so where a program sees it as well.
    headers["x-veinway-missing"] = str(look.missing + whole.missing)
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)


async def population(request: Request) -> Response:
    """How many episodes each step decides; small numbers are hidden."""
    here = await visit(request)
    return await run_in_threadpool(_population, request, here)


def _population(request: Request, here: Visit) -> Response:
    overview: Overview = request.app.state.overview
    look = overview.look(here.actor.at, closed=True)
    told = _told(look, None, here)
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
    page_at("/worklist.csv", worklist_file, needs=May.SEE_WORKLIST),
    page_at("/population", population, needs=May.SEE_POPULATION, menu="Counts"),
]
