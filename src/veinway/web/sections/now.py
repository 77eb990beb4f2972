"""What to do now: what must not wait, what is due by when on whose authority, and what is decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.care.facts.tests import leg_scan
from veinway.engine.assessment import StepReading, TableReading
from veinway.engine.finding import ActionFinding, StepFinding
from veinway.language import Direction, Event, Row, Step, Strength
from veinway.language.values import Truth
from veinway.show.citations import cite_words
from veinway.show.compare_words import heading_words, short_outcome
from veinway.show.text_actions import STATES, urgency, when_words
from veinway.show.text_steps import in_full
from veinway.show.urgent import at_once, not_excluded
from veinway.web.sections.asking import Asked, asked, leading
from veinway.web.sections.case import Case

MOST_SHORT = 4
"""So many possible outcomes are named in a line."""
SIGNS = {
    "overdue": "✗",
    "due": "▶",
    "requested": "⋯",
    "done": "✓",
    "refused": "–",
    "impossible": "–",
    "withdrawn": "–",
    "not": "○",
    "cannot": "?",
}

_WITHOUT_TIME = ("refused", "impossible", "withdrawn")
"""Its window is of no use any more, and "refused by" a day would read as if a day had refused it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its authority."""

    text: str
    source: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """Something that cannot be excluded, the best question about it, and the others."""

    then: Said
    asked: Asked | None
    more: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class ToDo:
    """One action: its state and window in words, and what one press can say of it."""

    key: str
    state: str
    sign: str
    when: str
    text: str
    reason: str
    source: str
    steps: tuple[str, ...]
    request: str = ""
    """The kind of event that says that it was ordered."""
    done: str = ""
    """The kind of event that says that it was done, where nothing more is known of it."""
    open: bool = False
    """It can still be said that it will not be done."""
    result: str = ""
    """Where its result is entered: in the section of the veins, or as the kind of event of this key."""


def content(case: Case) -> dict[str, Any]:
    """What the top of the page shows."""
    here = leading(case.assessment)
    found = [step.found for step in here]
    return {
        "at_once": [_row(row) for row in at_once(case.assessment)],
        "checks": _checks(case),
        "to_do": actions_in(found, STATES, case),
        "done": actions_in(found, ("done", "done_early", "done_late"), case),
        "depends": _depends(found),
        "decided": [said for step in here if _acts(step) for said in decided_in(step)],
        "also_decided": [said for step in here if not _acts(step) for said in decided_in(step)],
        "undecided": [said for step in here for said in undecided_in(step)],
        "route": _route(case),
        "may_apply": _labels(case, Truth.UNKNOWN),
        "not_for": len(_labels(case, Truth.NO)),
    }


def line(case: Case) -> str:
    """What is due, in one line for a list of patients."""
    urgent = at_once(case.assessment)
    if urgent:
        return urgent[0].then.text
    found = [step.found for step in leading(case.assessment)]
    due = [
        each for each in actions_in(found, STATES, case) if each.state in ("overdue", "due", "requested")
    ]
    if due:
        more = f" (and {len(due) - 1} more)" if len(due) > 1 else ""
        return f"{due[0].when}: {due[0].text}{more}"
    return "Nothing is certainly due yet."


def _row(row: Row) -> Said:
    return Said(row.then.text, cite_words(row.cite))


def _checks(case: Case) -> list[Check]:
    made = []
    for each in not_excluded(case.assessment):
        forms = tuple(asked(part.of, case, decides=part.decides) for part in each.asked)
        made.append(Check(_row(each.row), forms[0] if forms else None, forms[1:]))
    return made


# Actions ------------------------------------------------------------------------------------------


def actions_in(steps: list[StepFinding], states: tuple[str, ...], case: Case) -> list[ToDo]:
    """The actions in some states, the most pressing first; what two steps ask for alike is said once."""
    found = [(action, step) for step in steps for action in step.plan if action.state in states]
    if states is STATES:
        found.sort(key=lambda pair: (pair[0].action.strength is Strength.DO_NOT, urgency(pair[0])))
    made: dict[tuple[str, str], ToDo] = {}
    for action, step in found:
        key = (action.action.text, action.state)
        assert isinstance(step.of, Step)
        labels = made[key].steps if key in made else ()
        made[key] = _action(action, (*labels, step.of.label), case)
    return list(made.values())


def _action(found: ActionFinding, steps: tuple[str, ...], case: Case) -> ToDo:
    action = found.action
    is_open = found.state in ("due", "overdue", "requested")
    plain = action.gives is not None and not action.gives.attributes
    state = found.state.split("_")[0]
    warns = action.strength is Strength.DO_NOT and is_open
    return ToDo(
        action.key,
        "not" if warns else state,
        "⊘" if warns else SIGNS[state],
        "do not" if warns else state if state in _WITHOUT_TIME else when_words(found, case.zone),
        action.text,
        found.reason,
        cite_words(action.cite),
        tuple(dict.fromkeys(steps)),
        _key(action.request) if is_open and found.state != "requested" else "",
        _key(action.gives) if is_open and plain else "",
        is_open and not warns,
        _result(action.gives) if is_open and not plain else "",
    )


def _key(event: Event | None) -> str:
    return "" if event is None else event.key


def _result(event: Event | None) -> str:
    """Where the result of a test is entered."""
    if event is None:
        return ""
    return "veins" if event is leg_scan else event.key


def _depends(steps: list[StepFinding]) -> list[Said]:
    """What may become due, once more is known."""
    found = [(a, step.of) for step in steps for a in step.plan if a.state in ("cannot_say", "not_yet")]
    said = (Said(a.action.text, cite_words(a.action.cite), getattr(of, "label", "")) for a, of in found)
    return list({each.text: each for each in said}.values())


# What is decided ----------------------------------------------------------------------------------


def _acts(reading: StepReading) -> bool:
    """What it concludes escalates or commits, or is a step with a plan and not a point of one."""
    found = reading.found
    if found.conclusion is None or (in_full(found) and found.plan):
        return True
    return any(each.direction is not Direction.NEUTRAL for each in found.conclusion.outcomes)


def decided_in(reading: StepReading) -> list[Said]:
    """What a step decided, with its authority."""
    found = reading.found
    if not found.decided or found.conclusion is None:
        return []
    alone = " (by presumption alone)" if found.decided_by_presumption else ""
    label = f"{getattr(found.of, 'label', '')}{alone}"
    rows = found.conclusion.rows
    made = (
        Said(row.then.text if _acts(reading) else heading_words(row.then), cite_words(row.cite), label)
        for row in rows
    )
    return list({each.text: each for each in made}.values())


def undecided_in(reading: StepReading) -> list[Said]:
    """What may still come out of a step, and what is done meanwhile."""
    found = reading.found
    if found.decided or found.conclusion is None:
        return []
    label = str(getattr(found.of, "label", ""))
    if found.conclusion.needs_clinician:
        row = found.conclusion.rows[0]
        return [Said(f"Unconfirmed, needs a clinician: {row.then.text}", cite_words(row.cite), label)]
    names = list(dict.fromkeys(short_outcome(each) for each in found.conclusion.outcomes))
    more = f" or {len(names) - MOST_SHORT} more" if len(names) > MOST_SHORT else ""
    said = [Said(" or ".join(names[:MOST_SHORT]) + more, cite_words(found.conclusion.of.source), label)]  # type: ignore[union-attr]
    meanwhile = found.conclusion.meanwhile
    return said + [Said(f"Meanwhile: {r.then.text}", cite_words(r.cite), label) for r in meanwhile]


def _route(case: Case) -> dict[str, Any]:
    """Where the patient belongs, in words: one place, or those that are possible."""
    reading = next(each for each in case.assessment.tables if each.found.of is DIAGNOSIS.rules["route"])
    outcomes = reading.found.outcomes
    if reading.found.decided:
        return {"decided": True, "words": outcomes[0].text, "presumed": _presumed(reading)}
    words = "; or ".join(heading_words(each) for each in outcomes[:MOST_SHORT])
    more = f"; or {len(outcomes) - MOST_SHORT} more" if len(outcomes) > MOST_SHORT else ""
    return {"decided": False, "words": words + more, "presumed": False}


def _presumed(reading: TableReading) -> bool:
    return len(reading.strict.outcomes) > 1


def _labels(case: Case, applies: Truth) -> list[str]:
    found = (each.found for each in case.assessment.steps if each.found.applies is applies)
    return [str(getattr(each.of, "label", "")) for each in found]
