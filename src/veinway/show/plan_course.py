"""A course of treatment that goes on already: of which drug, since when, and which phase is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from veinway.care.facts.treatment import current_anticoagulant, treatment_start, vte_diagnosis
from veinway.engine.planning import Option, PhasePlan
from veinway.engine.schedule import Timed, met_on, schedule
from veinway.language.time import MINUTES_A_DAY
from veinway.language.values import Happened, Known, Situation

Stage = Literal["over", "now", "later", "undated", "replaced", "until"]
"""Of a course that goes on: what a phase is today. replaced: what is taken now stands in its place.
until: it goes on until something that is not on record."""
_LMWH = frozenset({"enoxaparin", "dalteparin", "tinzaparin"})
_INJECTED = frozenset({"lmwh", "fondaparinux", "heparin"})


@dataclass(frozen=True, slots=True)
class Course:
    """What is taken now.

    label: in words. drugs: the drugs that it may be. began: the first dose, at the beginning of its day
    in the site's calendar; None where the day is not known. injected: by injection or infusion.
    again: another clot was diagnosed since.
    """

    label: str
    drugs: frozenset[str]
    began: int | None
    injected: bool
    again: bool

    def goes_on(self, option: Option) -> bool:
        """Whether the drug is the one that is taken now."""
        return option.drug.key in self.drugs

    def anchors(self, option: Option) -> bool:
        """Whether the days so far count: a drug by mouth goes on, or takes over, in the present phase.

        After an injected drug another one begins with all of its first phase; only the days of a lead-in
        count. After another clot a new drug begins anew.
        """
        if self.goes_on(option):
            return True
        if self.again or option.drug.lead_in == "overlap":
            return False
        return not self.injected or bool(option.begins_with)


def course_of(situation: Situation) -> Course | None:
    """The course that goes on; None where nothing is taken, or nobody knows what."""
    known = situation.facts.get(current_anticoagulant.key)
    value = known.value if isinstance(known, Known) else None
    if not isinstance(value, frozenset) or len(value) != 1:
        return None
    [key] = value
    if key in ("none", "other"):
        return None
    drugs = _LMWH if key == "lmwh" else frozenset({str(key)})
    began = _last_day(_certain(situation, treatment_start.key))
    clot = _last_day(_certain(situation, vte_diagnosis.key))
    again = began is not None and clot is not None and clot > began
    minute = None if began is None else began * MINUTES_A_DAY
    label = next(each.label for each in current_anticoagulant.options if each.key == key)
    return Course(label, drugs, minute, key in _INJECTED, again)


def _certain(situation: Situation, key: str) -> list[Happened]:
    history = situation.histories.get(key)
    return [] if history is None else [each for each in history.events if each.certain]


def _last_day(events: list[Happened]) -> int | None:
    days = [int(each.day.low) for each in events if each.day.low == each.day.high]
    return max(days, default=None)


def stages(
    course: Course | None, option: Option, first_dose: int, situation: Situation
) -> Iterator[tuple[PhasePlan, Timed | None, Stage]]:
    """Each phase with its dates and what it is today; no dates once a dose before it is open."""
    anchored = course is not None and course.anchors(option)
    began = course.began if anchored and course is not None else first_dose
    lasting = ((part.lasts, part.given) for part in option.phases)
    times = iter(()) if began is None else schedule(lasting, began)
    certain = True
    for part in option.phases:
        certain = certain and part.settled
        timed = next(times, None)
        dated = timed if certain else None
        if course is not None and _stands_in(course, option, part):
            yield part, None, "replaced"
        elif not anchored:
            yield part, dated, "later"
        elif timed is None:
            yield part, None, "undated"
        else:
            yield part, dated, _stage(part, timed, first_dose, situation)


def _stands_in(course: Course, option: Option, part: PhasePlan) -> bool:
    """A drug that takes over from another by mouth needs no injections first."""
    return bool(part.elsewhere) and not course.injected and not course.goes_on(option)


def _stage(part: PhasePlan, timed: Timed, now: int, situation: Situation) -> Stage:
    ended = timed.ends is not None and timed.ends <= now
    if ended and part.lasts.until is not None:
        return "until" if met_on(part.lasts, situation) is None else "over"
    if ended and not (timed.open_ended and part.elsewhere):
        return "over"
    return "now" if timed.starts <= now else "later"
