"""The result of the questions before a journey and about hormones, in one language."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from veinway.care.prevention.public.words import ALWAYS
from veinway.engine.one import Reasoner
from veinway.engine.urgency import Urgency, rank, urgency
from veinway.show.inquiry import TABLES, Inquiry, open_in
from veinway.web.service.triage_shown import answered, country_in, question, when_words, why
from veinway.web.service.triage_trail import Walk, key_of
from veinway.web.texts import Texts

ASK = 35
"""From this rank on somebody is to be asked first."""


def result(t: Texts, here: Walk, about: Inquiry, code: str, at: datetime) -> dict[str, Any]:
    """All that the last page shows."""
    where = country_in(t, code)
    table, reasoner = TABLES[about], Reasoner(here.situation)
    found = urgency(table, reasoner)
    open_ = {fact.key for fact in open_in(table, reasoner)}
    return {
        "where": where,
        "level": "today" if rank(found.do) >= ASK else "calm",
        "level_words": t("public.level.ask" if rank(found.do) >= ASK else "public.level.calm"),
        "head": where.say(t.plain(f"do.{found.do.key}.head")),
        "more": where.say(t.plain(f"do.{found.do.key}.more")),
        "not_known": [
            question(t, entry, about.key)[0] for entry in about.entries if key_of(entry) in open_
        ],
        "always": [t(f"always.{about.key}.{number}") for number in range(len(ALWAYS[about.key]))],
        "answers": [
            answered(t, here, entry, about.key) for entry in dict.fromkeys(e for e, _ in here.path)
        ],
        "why": [why(t, row) for row in _reasons(found)],
        "when": when_words(t, at),
    }


def _reasons(found: Urgency) -> list[Any]:
    """The rules of the rank that is told, and the one that stands in for what is missing."""
    rows = [row for row in found.matched if rank(row.then) == rank(found.do)]
    if found.decided:
        return rows
    return rows if found.meanwhile is None else [*rows, found.meanwhile]
