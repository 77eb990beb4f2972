"""Decisions that were kept: by which rules, whether they come out the same today, what was overruled."""

from __future__ import annotations

from typing import Any

import orjson
from sqlalchemy import Engine

from veinway.web.sections.case import LIMBS, Case
from veinway.web.service.remade import OPEN, kind_of
from veinway.web.store.database import reading
from veinway.web.store.decisions import REASONS, Kept, decisions_of, overrides_of, replayed


def content(case: Case, store: Engine) -> dict[str, Any]:
    """The decisions, the newest first; the one that is asked about is made again."""
    with reading(store) as connection:
        kept = decisions_of(connection, case.id)
        otherwise = {each.id: overrides_of(connection, each.id) for each in kept}
    return {
        "kept": [_kept(case, each, otherwise[each.id]) for each in kept],
        "reasons": REASONS,
        "error": "" if case.refused is None else case.refused.error.message(),
        "entered": {} if case.refused is None else case.refused.entered,
    }


def _kept(case: Case, kept: Kept, otherwise: list[Any]) -> dict[str, Any]:
    kind, answer = kind_of(kept.given), orjson.loads(kept.answered)
    # Of a treatment, what was done otherwise has its reason in the choice itself.
    texts = {} if "kind" in kept.given else _texts(answer)
    again = ""
    if case.query.get("again") == kept.id:
        again = replayed(kept, kind.knowledge.edition, kind.answered(kept.given))
    return {
        "id": kept.id,
        "title": kind.title,
        "today": kind.knowledge.edition,
        "at": case.clock(kept.decided_at),
        "by": kept.decided_by,
        "edition": kept.edition,
        "strict": kept.given.get("strict", False),
        "again": again,
        "limbs": [(LIMBS.get(side, ""), lines) for side, lines in kind.said(answer)],
        "otherwise": [
            {
                "about": texts.get(each["about"], each["about"]),
                "reason": REASONS.get(each["reason"], each["reason"]),
                "note": each["note"],
                "by": each["shown_as"],
                "at": case.clock(each["made_at"]),
            }
            for each in otherwise
        ],
        "choices": list(texts.items()),
    }


def _texts(limbs: list[dict[str, Any]]) -> dict[str, str]:
    """What somebody may have done otherwise: an action that was due, or an outcome that was decided."""
    made: dict[str, str] = {}
    for limb in limbs:
        for step in limb["steps"]:
            due = (action for action in step["plan"] if step["applies"] and action["state"] in OPEN)
            made |= {action["key"]: action["text"] for action in due}
            if step["applies"] and step["decided"]:
                made[step["step"]] = f"{step['label']}: {step['conclusion']['outcomes'][0]['text']}"
    return made
