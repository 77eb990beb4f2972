"""The register of vena cava filters, and of each person what happened to theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup
from sqlalchemy import Connection, RowMapping
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from veinway.care.facts.stents_filters import (
    filter_event,
    filter_plan_documented,
    filter_removal_day,
    filter_review,
)
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.service_measures import FILTERS
from veinway.language.errors import VeinwayError
from veinway.language.time import day_number
from veinway.language.values import Truth
from veinway.show.service_report import measured
from veinway.show.service_report_charts import chart
from veinway.show.service_report_words import cells
from veinway.show.values import day_words
from veinway.web.rendering import page
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections.case import name_of
from veinway.web.service.cases import found_episode
from veinway.web.service.filter_entry import WHATS, event_in, plan_in
from veinway.web.service.filters import STATES, FilterLife, filter_life, median_dwell, rates
from veinway.web.service.overview import Look, Snapshot
from veinway.web.service.person import given_of_person, said_of_person
from veinway.web.service.saying import said_in, say_checked
from veinway.web.service.together import check_answer, hold
from veinway.web.service.treating import treated
from veinway.web.service.work_lines import is_about
from veinway.web.store.accounts import May, workers
from veinway.web.store.database import reading, writing
from veinway.web.store.patients import Seen, answers_of, newest_resource, one_patient, say, seen_in

MOST_FOUND = 20
PLAN = {Truth.YES: "● yes", Truth.NO: "○ no", Truth.UNKNOWN: "? not known"}
SAVED = {
    "event": "What happened to the filter is kept.",
    "plan": "The plan is kept.",
    "review": "The review is kept.",
}


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
    today, minute = _today(here), int(datetime.fromisoformat(here.actor.at).timestamp()) // 60
    with reading(here.store) as connection:
        people = workers(connection)
    found = [(row, snapshot) for row, snapshot in look.found if _life(snapshot) is not None]
    rows = sorted((_row(row, snapshot, today, minute, people) for row, snapshot in found), key=_order)
    lives = [life for _, snapshot in found if (life := _life(snapshot)) is not None]
    words = request.query_params.get("find", "")[:100]
    return page(
        request,
        "filters",
        rows=rows,
        counts=_counts(lives),
        measures=_measures(lives),
        median=_length(median_dwell(lives)),
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


def _today(here: Visit) -> int:
    local = datetime.fromisoformat(here.actor.at).astimezone(ZoneInfo(here.site.time_zone))
    return day_number(local.date())


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
        _length(dwell),
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


def _length(days: tuple[int, int] | None) -> str:
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


# One person ---------------------------------------------------------------------------------------


async def one_filter(request: Request) -> Response:
    """What happened to somebody's filter, and the forms for more."""
    here = await visit(request)
    return await run_in_threadpool(_one, request, here)


def _one(request: Request, here: Visit, about: str = "", error: VeinwayError | None = None) -> Response:
    episode_id = request.path_params["episode"]
    with reading(here.store) as connection:
        patient = one_patient(connection, found_episode(connection, episode_id)["patient_id"])
        assert patient is not None
        situation = _situation(connection, here, episode_id)
        answers = answers_of(connection, episode_id)
        seen = Seen(answers[-1].number if answers else 0, newest_resource(connection, patient["id"]))
    return page(
        request,
        "filter",
        status=200 if error is None else 422,
        episode=episode_id,
        name=name_of(patient),
        patient=patient,
        whats=WHATS,
        today=day_words(_today(here)),
        seen=seen.as_text(),
        saved=SAVED.get(request.query_params.get("saved", ""), ""),
        about=about,
        words="" if error is None else error.message(),
        entered=here.form,
        life=filter_life(situation),
        **_life_words(filter_life(situation), _today(here)),
    )


def _life_words(life: FilterLife | None, today: int) -> dict[str, Any]:
    """The life of a filter in words."""
    if life is None:
        return {"states": [], "due": ""}
    return {
        "states": [STATES[each] for each in life.states],
        "dwell": _length(life.dwell(today)),
        "plan": PLAN[life.plan],
        "due": "" if life.due is None else day_words(life.due),
        "reviewed": "" if life.reviewed is None else day_words(life.reviewed),
        "overdue": life.overdue is Truth.YES,
        "perhaps": life.overdue is Truth.UNKNOWN,
    }


def _situation(connection: Connection, here: Visit, episode_id: str) -> Any:
    given = given_of_person(connection, episode_id, here.site, here.actor.at)
    return treated(given, KNOWLEDGE.chapter("intervention"))[0]


Change = Callable[[Connection, Visit, str], None]


async def _changed(request: Request, about: str, change: Change) -> Response:
    here = await visit(request)
    return await run_in_threadpool(_change, request, here, about, change)


def _change(request: Request, here: Visit, about: str, change: Change) -> Response:
    episode_id = request.path_params["episode"]
    try:
        with writing(here.store) as connection:
            hold(connection, episode_id)
            found_episode(connection, episode_id)
            change(connection, here, episode_id)
    except VeinwayError as error:
        if error.code == "I284":
            raise
        return _one(request, here, about, error)
    return RedirectResponse(f"/filter/{episode_id}?saved={about}", status_code=303)


def _say(connection: Connection, here: Visit, episode_id: str, key: str, said: Any) -> None:
    seen = seen_in(str(here.form.get("seen", "")))
    check_answer(connection, episode_id, seen, here.site, key, "", said)
    say_checked(connection, here.actor, episode_id, here.site, key, "", said)


async def event(request: Request) -> Response:
    """Something that happened to the filter, on a day."""

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        earlier = said_of_person(connection, episode_id, filter_event.key, here.actor.at)
        said = event_in(here.form, earlier, _situation(connection, here, episode_id))
        _say(connection, here, episode_id, filter_event.key, said)
        _situation(connection, here, episode_id)

    return await _changed(request, "event", change)


async def plan(request: Request) -> Response:
    """Whether a plan for the removal is on record, and its day."""

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        documented, day = plan_in(here.form)
        _say(connection, here, episode_id, filter_plan_documented.key, documented)
        if day is not None:
            _say(connection, here, episode_id, filter_removal_day.key, day)
        elif said_of_person(connection, episode_id, filter_removal_day.key, here.actor.at) is not None:
            say(connection, here.actor, episode_id, filter_removal_day.key, "unknown")

    return await _changed(request, "plan", change)


async def review(request: Request) -> Response:
    """The filter was reviewed on a day."""

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        earlier = said_of_person(connection, episode_id, filter_review.key, here.actor.at)
        said = said_in(filter_review, {"when": here.form.get("when", "")}, earlier)
        _say(connection, here, episode_id, filter_review.key, said)

    return await _changed(request, "review", change)


_AT = "/filter/{episode}"
ROUTES = [
    page_at("/filters", filters, needs=May.SEE_WORKLIST, menu="Filters"),
    page_at(_AT, one_filter, needs=May.SEE_PATIENTS),
    page_at(f"{_AT}/event", event, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/plan", plan, needs=May.DECIDE, methods=("POST",)),
    page_at(f"{_AT}/review", review, needs=May.DECIDE, methods=("POST",)),
]
