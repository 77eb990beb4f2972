"""Every anticoagulant for this patient: what must be known first, doses, dates, why not the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from veinway.language.errors import InputError
from veinway.show.citations import cite_words
from veinway.show.plan_lines import by_place, check_lines, course_lines, of_the_plan
from veinway.show.plan_parts import Planned
from veinway.show.text_steps import in_full, ordered
from veinway.web.sections.asking import Asked, asked
from veinway.web.sections.case import Case
from veinway.web.sections.now import Said, actions_in, decided_in, undecided_in
from veinway.web.service.course import DRUG, REASONS, said_of_course
from veinway.web.service.planning import drug_words, lines_of, would_settle
from veinway.web.service.treating import plan_of, standing_words, with_first_dose

MOST_ASKED = 6
"""So many questions that would settle more are asked at once; others come as these are answered."""
MOST_SHOWN = 5
"""So many reasons of a drug are seen before unfolding."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which drugs the guideline of the site prefers."""

    label: str
    rows: tuple[tuple[str, str], ...]
    """What it says, and where."""
    not_decided: str
    unconfirmed: bool


def content(case: Case) -> dict[str, Any]:
    """The plan as of now, for a first dose now or when the address says.

    A course that goes on already is counted from its own first day.
    """
    stated, problem = case.query.get("first_dose", ""), ""
    try:
        given = with_first_dose(case.given, stated)
    except InputError as error:
        given, problem = with_first_dose(case.given), error.message()
    planned = plan_of(given)
    named, others = by_place(planned)
    return {
        "first_dose": given["first_dose"],
        "problem": problem,
        "contradictions": planned.contradictions,
        "missing": [asked(part, case) for part in planned.asked_first],
        "course": lines_of(course_lines(planned)),
        "again": planned.course is not None and planned.course.again,
        "settle": _settle(planned, case),
        "choice": _choice(planned),
        "named": [drug_words(planned, each) for each in named],
        "others": [drug_words(planned, each) for each in others],
        "open": [drug_words(planned, each) for each in planned.open],
        "refused": [drug_words(planned, each) for each in planned.refused],
        "most": MOST_SHOWN,
        "checks": lines_of(check_lines(planned)),
        "actions": _actions(planned, case),
        **_choosing(planned, case),
        **_steps(planned),
    }


def _choosing(planned: Planned, case: Case) -> dict[str, Any]:
    """What can be chosen, what was, and why a choice could not be kept."""
    chosen = case.stands.get(("", DRUG))
    refused = case.refused if case.refused is not None and case.refused.fact == DRUG else None
    return {
        "drugs": [_named(planned, key) for key in _in_order(planned)],
        "reasons": list(REASONS.items()),
        "chosen": None if chosen is None else _chosen(case, chosen),
        "error": "" if refused is None else refused.error.message(),
        "entered": {} if refused is None else refused.entered,
    }


def _settle(planned: Planned, case: Case) -> list[Asked]:
    return [asked(part, case) for part in would_settle(planned)[:MOST_ASKED]]


def _choice(planned: Planned) -> Choice | None:
    found, step = planned.plan.chosen, planned.plan.choice
    if found is None or step is None:
        return None
    certain = found.decided or found.needs_clinician
    rows = tuple((row.then.text, cite_words(row.cite)) for row in found.rows) if certain else ()
    names = "; or ".join(dict.fromkeys(each.short or each.text for each in found.outcomes))
    return Choice(step.label, rows, "" if rows else names, found.needs_clinician)


def _in_order(planned: Planned) -> list[str]:
    groups = (planned.offered, planned.open, planned.refused)
    return [option.drug.key for group in groups for option in group]


def _named(planned: Planned, key: str) -> tuple[str, str]:
    option = next(each for each in planned.plan.options if each.drug.key == key)
    return key, f"{option.drug.label} ({standing_words(option.offered, option.refused)})"


def _chosen(case: Case, answer: Any) -> dict[str, str]:
    words = said_of_course(answer.said)
    return {"words": words, "by": answer.said_by, "when": case.clock(answer.said_at)}


# Beside the drug ----------------------------------------------------------------------------------


def _actions(planned: Planned, case: Case) -> list[Any]:
    """What of the treatment is due: tests, reviews."""
    found = [each.found for each in ordered(of_the_plan(planned))]
    return actions_in(found, ("overdue", "due", "requested"), case)


def _steps(planned: Planned) -> dict[str, list[Said]]:
    """How long, which tests, what is watched: what is decided of it, and what is not yet."""
    shown = ordered(of_the_plan(planned))
    return {
        "decided": [said for each in shown if in_full(each.found) for said in decided_in(each)],
        "also": [said for each in shown if not in_full(each.found) for said in decided_in(each)],
        "undecided": [said for each in shown for said in undecided_in(each)],
    }
