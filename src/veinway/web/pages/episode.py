"""The clinician's page of one episode with one of its sections; its forms are in `episode_forms`."""

from __future__ import annotations

from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from veinway.care.facts.tests import leg_scan
from veinway.show.urgent import not_excluded
from veinway.web.clock import now
from veinway.web.rendering import page, wants_part
from veinway.web.routing import Visit, page_at, visit
from veinway.web.sections import SECTIONS, Section, asking, kept, scores, section_of
from veinway.web.sections import now as to_do
from veinway.web.sections.case import LIMBS, Case, Refused, load
from veinway.web.sections.known import standing_answers
from veinway.web.sections.words import answer_words, label_of
from veinway.web.service.deciding import decide
from veinway.web.service.saying import part_of
from veinway.web.service.together import meanwhile_words, since
from veinway.web.store.accounts import May
from veinway.web.store.patients import seen_in

MOST_TOLD = 5
"""So many of the answers that came in meanwhile are told one by one."""


async def episode(request: Request) -> Response:
    """The page with one of its sections."""
    here, key = await visit(request), request.path_params.get("section", "")
    section = section_of(key)
    if section is None:
        raise HTTPException(404)
    return await run_in_threadpool(shown, request, here, section)


def shown(
    request: Request,
    here: Visit,
    section: Section,
    refused: Refused | None = None,
    saved: dict[str, str] | None = None,
) -> Response:
    """The page as it is now; after a form with what it said (saved), or why it could not be used."""
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
        apply=partial(decide, compared=section.compared),
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
        "saved": saved_words(case),
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


def saved_words(case: Case) -> str:
    """What was just said, for those who cannot see the page change, and what others said meanwhile."""
    key, side = case.query.get("saved", ""), case.query.get("saved_side", "")
    if not key:
        return ""
    said = "The decision is kept."
    if key != "decision":
        answer = case.stands.get((side, key))
        label = label_of(key)
        said = (
            f"Taken back: {label}."
            if answer is None
            else f"Saved. {label}: {answer_words(key, answer.said)}."
        )
    others = [
        each
        for each in since(case.answers, seen_in(case.query.get("seen", "")))
        if (each.fact, each.side) != (key, side)
    ]
    words = meanwhile_words(others[-MOST_TOLD:], case.site)
    return f"{said} Entered meanwhile, too: {words}." if words else said


async def line(request: Request) -> Response:
    """What is due for an episode, in one line, for the list of patients."""
    here = await visit(request)
    episode_id, query = request.path_params["episode"], dict(request.query_params)
    case = await run_in_threadpool(load, here.store, here.site, episode_id, here.actor.at, query)
    return page(request, "episode_line", case=case, due=to_do.line(case))


_AT = "/episode/{episode}"
ROUTES = [
    page_at(_AT, episode, needs=May.SEE_PATIENTS),
    page_at(f"{_AT}/line", line, needs=May.SEE_PATIENTS),
    page_at(f"{_AT}/{{section}}", episode, needs=May.SEE_PATIENTS),
]
