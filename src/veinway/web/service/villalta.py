"""Examinations of a leg on the Villalta scale: each is kept with its day, and scored as of that day.

An examination is said like an answer, about `villalta:2026-03-04` and a leg: so it has its author and
its time, can be taken back, and one of the same day replaces it. What was not scored at an examination
is not known at it, whatever an earlier one said.

    {"items": {"villalta_pain": 2, ...}, "ulcer": true | false | "unknown", "dvt": "2025-11-02" | ""}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from veinway.care.facts.of_a_leg import VILLALTA_SIGNS, VILLALTA_SYMPTOMS
from veinway.care.facts.post_thrombotic import days_since_dvt, venous_ulcer
from veinway.care.post_thrombotic.scales import HOW_SURE, VILLALTA
from veinway.engine.finding import ScoreFinding, TableFinding
from veinway.engine.one import Reasoner
from veinway.language.errors import InputError
from veinway.language.time import MINUTES_A_DAY, day_number
from veinway.language.values import Evidence, Interval, Known, Situation, Truth

PREFIX = "villalta:"
ITEMS = (*VILLALTA_SYMPTOMS, *VILLALTA_SIGNS)
KEYS = frozenset(fact.key for fact in (*ITEMS, venous_ulcer))
GRADES = ("none", "mild", "moderate", "severe")
SIDES = ("left", "right")
_ULCER = {"yes": True, "no": False}
_TRUTH = {True: Truth.YES, False: Truth.NO}


@dataclass(frozen=True, slots=True)
class Examined:
    """One examination of one leg."""

    day: date
    side: str
    items: Mapping[str, int]
    ulcer: bool | None
    dvt: date | None
    """The day of the clot of that leg, where it is known."""
    by: str

    @property
    def key(self) -> str:
        """About what it is said."""
        return f"{PREFIX}{self.day.isoformat()}"


@dataclass(frozen=True, slots=True)
class Scored:
    """One examination as the scale reads it on its own day."""

    examined: Examined
    score: ScoreFinding
    how_sure: TableFinding


def examinations(answers: Iterable[Mapping[str, Any]], side: str) -> list[Examined]:
    """The examinations of a leg that stand, the earliest first; the day of its clot is said once."""
    found = [
        _examined(each)
        for each in answers
        if each["fact"].startswith(PREFIX) and each["side"] == side and each["said"] is not None
    ]
    known = [each.dvt for each in found if each.dvt is not None]
    # A clot that is named later than an examination is none that this one followed.
    made = [
        replace(each, dvt=each.dvt or max((day for day in known if day <= each.day), default=None))
        for each in found
    ]
    return sorted(made, key=lambda each: each.day)


def sides_of(answers: Iterable[Mapping[str, Any]]) -> list[str]:
    """The legs that were examined."""
    listed = list(answers)
    return [side for side in SIDES if examinations(listed, side)]


def _examined(answer: Mapping[str, Any]) -> Examined:
    said = answer["said"]
    return Examined(
        date.fromisoformat(answer["fact"].removeprefix(PREFIX)),
        answer["side"],
        said["items"],
        said["ulcer"] if isinstance(said["ulcer"], bool) else None,
        date.fromisoformat(said["dvt"]) if said["dvt"] else None,
        answer.get("by", ""),
    )


# As the rules are given it ------------------------------------------------------------------------


def with_examination(situation: Situation, examined: Examined, on: int) -> Situation:
    """The situation with what an examination found; the clot's age is as of a day (by its number)."""
    found = Evidence("answer", when=examined.day.isoformat(), note=examined.by)
    facts = {key: known for key, known in situation.facts.items() if key not in KEYS}
    for key, points in examined.items.items():
        facts[key] = Known(Interval(points, points), (replace(found, recorded=str(points)),))
    if examined.ulcer is not None:
        said = "yes" if examined.ulcer else "no"
        facts[venous_ulcer.key] = Known(_TRUTH[examined.ulcer], (replace(found, recorded=said),))
    if examined.dvt is not None:
        ago = on - day_number(examined.dvt)
        since = replace(found, recorded=f"DVT on {examined.dvt.isoformat()}")
        facts[days_since_dvt.key] = Known(Interval(ago, ago), (since,))
    return replace(situation, facts=facts)


def scored(situation: Situation, examined: Examined) -> Scored:
    """An examination as of its own day. situation: of the same leg, on any day."""
    day = day_number(examined.day)
    minute = situation.at_minute - (situation.at - day) * MINUTES_A_DAY
    then = replace(situation, index=day, at=day, index_minute=minute, at_minute=minute)
    facts = {key: known for key, known in then.facts.items() if key != days_since_dvt.key}
    here = Reasoner(with_examination(replace(then, facts=facts), examined, day), presumptions=False)
    return Scored(examined, here.score(VILLALTA), here.table(HOW_SURE))


# A form -------------------------------------------------------------------------------------------


def examined_in(form: Mapping[str, Any], today: date) -> tuple[str, str, dict[str, Any]]:
    """What a form says: about what, of which leg, and what was found.

    InputError I331 for a day that is none or lies ahead, I332 where nothing at all was entered, I333 for
    a grade that there is not.
    """
    side = str(form.get("side", ""))
    if side not in SIDES:
        raise _wrong("I332", "No leg was chosen.", "leg", "Choose the left or the right leg.")
    day = _day(str(form.get("day", "")), "day of the examination", today)
    written = str(form.get("dvt", "")).strip()
    dvt = _day(written, "day of the clot", day).isoformat() if written else ""
    items = {fact.key: grade for fact in ITEMS if (grade := _grade(form, fact.key)) is not None}
    ulcer = _ULCER.get(str(form.get("ulcer", "")), "unknown")
    if not items and ulcer == "unknown":
        raise _wrong("I332", "Nothing was scored.", "items", "Score an item, or say if one is open.")
    return f"{PREFIX}{day.isoformat()}", side, {"items": items, "ulcer": ulcer, "dvt": dvt}


def _grade(form: Mapping[str, Any], key: str) -> int | None:
    said = str(form.get(f"item.{key}", ""))
    if said in ("", "unknown"):
        return None
    if said not in ("0", "1", "2", "3"):
        raise _wrong("I333", f"{said!r} is not a grade.", key, "Grades are 0, 1, 2 and 3.")
    return int(said)


def _day(written: str, what: str, latest: date) -> date:
    try:
        found = date.fromisoformat(written.strip())
    except ValueError:
        raise _wrong("I331", f"{written!r} is not a day.", what, "Write it as 2026-03-04.") from None
    if found > latest:
        said = f"{found} is later than {latest}."
        raise _wrong("I331", said, what, "Correct the day.")
    return found


def _wrong(code: str, what: str, where: str, todo: str) -> InputError:
    return InputError(code, what, where=where, todo=todo)


# Words --------------------------------------------------------------------------------------------


def is_examination(key: str) -> bool:
    """Whether an answer is an examination and not about a fact."""
    return key.startswith(PREFIX)


def label_words(key: str) -> str:
    """What an examination is called in a list of answers."""
    return f"Villalta scale on {key.removeprefix(PREFIX)}"


def said_of_examination(said: Any) -> str:
    """What was found, in words; the class is worked out where it is shown."""
    if not isinstance(said, dict):
        return str(said)
    ulcer = {True: "an open ulcer", False: "no open ulcer"}.get(said["ulcer"], "open ulcer not known")
    missing = len(ITEMS) - len(said["items"])
    more = f" ({missing} not scored)" if missing else ""
    return f"{sum(said['items'].values())} points{more}, {ulcer}"
