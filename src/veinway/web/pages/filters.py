"""The register of vena cava filters, and how many are removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from sqlalchemy import RowMapping
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from veinway.care.service_measures import FILTERS
from veinway.language.time import day_number
from veinway.language.values import Truth
from veinway.show.service_report import measured
from veinway.show.service_report_charts import chart
from veinway.show.service_report_words import cells
from veinway.show.values import day_words
from veinway.web.rendering import page
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections.case import name_of
from veinway.web.service.filters import STATES, FilterLife, median_dwell, rates
from veinway.web.service.overview import Look, Snapshot
from veinway.web.service.work_lines import is_about
from veinway.web.store.accounts import May, workers
from veinway.web.store.database import reading

MOST_FOUND = 20
PLAN = {Truth.YES: "● yes", Truth.NO: "○ no", Truth.UNKNOWN: "? not known"}


@dataclass(frozen=True, slots=True)
class Row:
    """One filter of the register in words."""

    episode: str
    name: str
    identifier: str
    birth_date: str
    states: tuple[str, ...]
    overdue: str
    dwell: str
    plan: str
    due: str
    past: bool
    no_day: str
    """Why there is no day for its removal, where that is known."""
    owed: tuple[tuple[str, str], ...]
    """What is due: the address of its line, and in words."""
    to: str
    last: str
    note: str
    order: tuple[int, int, str]


async def filters(request: Request) -> Response:
    """Every filter of the service, the overdue ones first."""
    here = await visit(request)
    return await run_in_threadpool(_register, request, here)


def _register(request: Request, here: Visit) -> Response:
    look: Look = request.app.state.service.look(here.actor.at)
    today = day_number(here.now.date())
    with reading(here.store) as connection:
        people = workers(connection)
    found = [(row, snapshot) for row, snapshot in look.found if _life(snapshot) is not None]
    rows = sorted(
        (_row(row, snapshot, today, here.minute, people) for row, snapshot in found), key=_order
    )
    lives = [life for _, snapshot in found if (life := _life(snapshot)) is not None]
    words = request.query_params.get("find", "")[:100]
    return page(
        request,
        "filters",
        rows=rows,
        counts=_counts(lives),
        measures=_measures(lives),
        median=dwell_words(median_dwell(lives)),
        missing=look.missing,
        old=look.old,
        persons=len(look.found) + look.missing,
        find=words,
        others=_others(look, words),
        failed=[(row["id"], name_of(row), each.problem) for row, each in look.found if each.problem],
        today=day_words(today),
    )


def _order(row: Row) -> tuple[int, int, str]:
    return row.order


def _life(snapshot: Snapshot) -> FilterLife | None:
    return None if snapshot.beside is None else snapshot.beside.filter


def _others(look: Look, words: str) -> list[tuple[str, str, str]]:
    """Who is looked for, to enter their first filter."""
    listed = words.lower().split()
    found = [row for row, _ in look.found if listed and is_about(row, listed)]
    return [(row["id"], name_of(row), row["birth_date"]) for row in found[:MOST_FOUND]]


def _row(row: RowMapping, snapshot: Snapshot, today: int, minute: int, people: Mapping[str, str]) -> Row:
    life = snapshot.beside.filter
    owed = [due for due in snapshot.dues if due.list == "filters" and due.kind == "action"]
    to = {mark.to for (_, key), mark in snapshot.marks.items() if key.startswith("filters.") and mark.to}
    dwell = life.dwell(today)
    late = {Truth.YES: 0, Truth.UNKNOWN: 1, Truth.NO: 2}[life.overdue]
    closing = row["closing"] if row["closed_at"] else None
    return Row(
        row["id"],
        name_of(row),
        row["identifier"],
        row["birth_date"],
        tuple(STATES[each] for each in life.states),
        {Truth.YES: "overdue", Truth.UNKNOWN: "possibly overdue", Truth.NO: ""}[life.overdue],
        dwell_words(dwell),
        PLAN[life.plan],
        "" if life.due is None else day_words(life.due),
        life.due is not None and life.due < today,
        life.instead_of_a_day,
        tuple(
            (f"/work/{row['id']}/filters.{due.act}", due.text)
            for due in owed
            if due.state(minute) != "later"
        ),
        ", ".join(sorted(people.get(each, "somebody who left") for each in to)),
        f"{life.events[-1].day}: {life.events[-1].what}",
        {"died": "the case was closed: the patient has died", "elsewhere": "care goes on elsewhere"}.get(
            closing or "", ""
        ),
        (late, -(dwell[1] if dwell else 0), str(row["id"])),
    )


def dwell_words(days: tuple[int, int] | None) -> str:
    """For how long a filter is or was in place."""
    if days is None:
        return "not known"
    low, high = days
    return f"{low} days" if low == high else f"{low} to {high} days"


def _counts(lives: list[FilterLife]) -> list[tuple[str, int, int]]:
    """Of each state how many filters certainly are in it, and how many may be."""
    return [
        (text, sum(life.states == (key,) for life in lives), sum(key in life.states for life in lives))
        for key, text in STATES.items()
        if key != "filter_none_in_place"
    ]


def _measures(lives: list[FilterLife]) -> dict[str, Any]:
    found = [measured(each, tally) for each, tally in zip(FILTERS.measures, rates(lives), strict=True)]
    group = {"key": FILTERS.key, "label": "Filters of the vena cava", "measures": found}
    # The chart is made of escaped texts and numbers by our own code.
    drawn = Markup(chart(group)) if lives else ""
    return {"chart": drawn, "rows": [cells(each) for each in found]}


ROUTES = [page_at("/filters", filters, needs=May.SEE_WORKLIST, menu="Filters")]
