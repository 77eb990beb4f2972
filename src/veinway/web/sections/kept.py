"""Decisions that were kept: by which rules, whether they come out the same today, what was overruled."""

from __future__ import annotations

from typing import Any

import orjson
from sqlalchemy import Engine

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.web.sections.case import LIMBS, Case
from veinway.web.service.deciding import answer_of, decide
from veinway.web.store.database import reading
from veinway.web.store.decisions import REASONS, Kept, decisions_of, overrides_of, replayed

_OPEN = ("overdue", "due", "requested")


def content(case: Case, store: Engine) -> dict[str, Any]:
    """The decisions, the newest first; the one that is asked about is made again."""
    with reading(store) as connection:
        # What was decided of a treatment stands where it is decided.
        kept = [each for each in decisions_of(connection, case.id) if "kind" not in each.given]
        otherwise = {each.id: overrides_of(connection, each.id) for each in kept}
    return {
        "kept": [_kept(case, each, otherwise[each.id]) for each in kept],
        "reasons": REASONS,
        "edition": DIAGNOSIS.edition,
        "error": "" if case.refused is None else case.refused.error.message(),
        "entered": {} if case.refused is None else case.refused.entered,
    }


def _kept(case: Case, kept: Kept, otherwise: list[Any]) -> dict[str, Any]:
    limbs = orjson.loads(kept.answered)
    again = ""
    if case.query.get("again") == kept.id:
        again = replayed(kept, DIAGNOSIS.edition, answer_of(decide(kept.given)))
    return {
        "id": kept.id,
        "at": case.clock(kept.decided_at),
        "by": kept.decided_by,
        "edition": kept.edition,
        "strict": kept.given.get("strict", False),
        "again": again,
        "limbs": [(LIMBS.get(each["id"], ""), _limb(each)) for each in limbs],
        "otherwise": [
            {
                "about": _texts(limbs).get(each["about"], each["about"]),
                "reason": REASONS.get(each["reason"], each["reason"]),
                "note": each["note"],
                "by": each["shown_as"],
                "at": case.clock(each["made_at"]),
            }
            for each in otherwise
        ],
        "choices": list(_texts(limbs).items()),
    }


def _limb(answer: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """What was due and what was decided, as it was said then."""
    steps = [step for step in answer["steps"] if step["applies"]]
    due = [action for step in steps for action in step["plan"] if action["state"] in _OPEN]
    decided = [
        {"label": step["label"], "text": outcome["text"]}
        for step in steps
        if step["decided"]
        for outcome in step["conclusion"]["outcomes"]
    ]
    return {"due": list({each["text"]: each for each in due}.values()), "decided": decided}


def _texts(limbs: list[dict[str, Any]]) -> dict[str, str]:
    """What somebody may have done otherwise: an action that was due, or an outcome that was decided."""
    made: dict[str, str] = {}
    for limb in limbs:
        for step in limb["steps"]:
            due = (action for action in step["plan"] if step["applies"] and action["state"] in _OPEN)
            made |= {action["key"]: action["text"] for action in due}
            if step["applies"] and step["decided"]:
                made[step["step"]] = f"{step['label']}: {step['conclusion']['outcomes'][0]['text']}"
    return made
