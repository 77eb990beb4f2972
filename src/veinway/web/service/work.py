"""What people say of a line of work: who does it, or why it will not be done for a while.

It is said like an answer, about `assigned:KEY` or `put-off:KEY` instead of a fact, where KEY names the
list and what is to be done. So it has its author and its time, can be taken back, is never lost, and
stands in the audit. Rules never ask for it. Nothing is put off for good: after a day it is asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from veinway.care.worklists import WORK_LISTS
from veinway.language.errors import InputError
from veinway.web.service.actions import LONGEST_NOTE, REASONS, not_done, reason_words

ASSIGNED, PUT_OFF = "assigned:", "put-off:"
LISTS = {each.key: each.label for each in WORK_LISTS}
OF_AN_EPISODE = "diagnosis"
"""The list of what is due in an episode of suspicion."""
LONGEST_PUT_OFF = 366
"""Days after which it is asked again at the latest."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands of one line of work.

    to: the account that does it, "" for nobody. put_off: why it will not be done, in words; until: the
    ISO day after which that counts no more. by, at: who said the latest of it, and when.
    """

    to: str = ""
    note: str = ""
    put_off: str = ""
    reason: str = ""
    until: str = ""
    by: str = ""
    at: str = ""

    def holds(self, today: date) -> bool:
        """Whether it is put off on a day."""
        return bool(self.put_off) and today.isoformat() <= self.until


Marks = Mapping[tuple[str, str], Mark]
"""By the side and the key of the line."""
NOTHING = Mark()


def work_key(listed: str, act: str) -> str:
    """The name of a line of work: its list and what is to be done."""
    return f"{listed or OF_AN_EPISODE}.{act}"


def is_work(fact: str) -> bool:
    """Whether an answer is about a line of work and not about a fact."""
    return fact.startswith((ASSIGNED, PUT_OFF))


def marks_in(answers: Iterable[Mapping[str, Any]]) -> Marks:
    """What stands of each line of work, from the answers that the rules are given."""
    found: dict[tuple[str, str], Mark] = {}
    for each in answers:
        if is_work(each["fact"]) and isinstance(each["said"], dict):
            key = (each["side"], each["fact"].partition(":")[2])
            found[key] = _with(found.get(key, NOTHING), each)
    return found


def _with(mark: Mark, answer: Mapping[str, Any]) -> Mark:
    said, told = answer["said"], {"by": answer["by"], "at": answer["at"]}
    told = told if answer["at"] >= mark.at else {}
    if answer["fact"].startswith(ASSIGNED):
        note = str(said.get("note", ""))
        return replace(mark, to=str(said.get("to", "")), note=note, **told)
    words, until = reason_words(said), str(said.get("until", ""))
    status, reason = str(said.get("status", "")), str(said.get("reason", ""))
    return replace(mark, put_off=f"{status}: {words}", reason=reason, until=until, **told)


def assigned_in(form: Mapping[str, Any], people: Iterable[str]) -> dict[str, str]:
    """To whom a form gives a line; InputError I335 for somebody who does not work here."""
    to = str(form.get("to", ""))
    if to not in people:
        what = "This is nobody to whom work can be given."
        raise InputError("I335", what, where="assigned to", todo="Choose a name from the list.")
    return {"to": to, "note": str(form.get("note", "")).strip()[:LONGEST_NOTE]}


def put_off_in(form: Mapping[str, Any], today: date) -> dict[str, str]:
    """Why a form puts a line off, and until when.

    InputError I298 without a reason of the list, I336 for a day that is past or more than a year away.
    """
    said = not_done(form)
    until = str(form.get("until", "")).strip()
    try:
        day = date.fromisoformat(until)
    except ValueError:
        day = None
    if day is None or not today < day <= today + timedelta(days=LONGEST_PUT_OFF):
        what = f"{until!r} is no day within the next year."
        todo = "Write the day on which it is to be asked again, such as 2026-09-30."
        raise InputError("I336", what, where="ask again on", todo=todo)
    return {**said, "until": day.isoformat()}


def work_label(fact: str) -> str:
    """What an answer about a line of work is about, in words."""
    kind, _, key = fact.partition(":")
    listed, _, act = key.partition(".")
    name = LISTS.get(listed, "What is due")
    does = "Who does it" if f"{kind}:" == ASSIGNED else "Put off"
    return f"{does}: {name}, {act.replace('_', ' ')}"


def said_of_work(said: Any) -> str:
    """What was said of it, in words."""
    if not isinstance(said, dict):
        return str(said)
    if "to" in said:
        words = f"given to {said['name']}" if said.get("name") else "given to nobody"
        return f"{words} ({said['note']})" if said.get("note") else words
    return f"{said.get('status', '')}: {reason_words(said)}; asked again after {said.get('until', '')}"


REASON_CHOICES = tuple((code, words) for code, (_, words) in REASONS.items())
