"""The plan: every action of this patient's steps with its state, and why one is not done."""

from __future__ import annotations

from typing import Any

from veinway.language import Step
from veinway.show.citations import cite_words
from veinway.web.sections.asking import leading
from veinway.web.sections.case import Case
from veinway.web.sections.now import ToDo, actions_in
from veinway.web.service.actions import PREFIX, REASONS

STATES = (
    "overdue",
    "due",
    "requested",
    "refused",
    "impossible",
    "withdrawn",
    "done",
    "done_early",
    "done_late",
    "not_yet",
    "cannot_say",
)
"""All but what is not indicated."""


def content(case: Case) -> dict[str, Any]:
    """The steps with their actions; and the action that the page is about."""
    refused = case.refused.fact if case.refused is not None else ""
    about = refused.removeprefix(PREFIX) if refused.startswith(PREFIX) else case.query.get("about", "")
    plans = []
    for reading in leading(case.assessment):
        step = reading.found.of
        assert isinstance(step, Step)
        if actions := actions_in([reading.found], STATES, case):
            plans.append((step.label, cite_words(step.source), actions))
    listed = [action for _, _, actions in plans for action in actions]
    return {
        "plans": plans,
        "about": next((each for each in listed if each.key == about and each.open), None),
        "reasons": [(code, words) for code, (_, words) in REASONS.items()],
        "said": {action.key: _standing(case, action) for action in listed},
        "error": case.refused.error.message() if case.refused is not None and refused else "",
        "entered": case.refused.entered if case.refused is not None else {},
    }


def _standing(case: Case, action: ToDo) -> str:
    """The limb of which it was said that this is not done, " " for none; "" where that was not said."""
    for side in (case.limb.side, ""):
        if (side, PREFIX + action.key) in case.stands:
            return side or " "
    return ""
