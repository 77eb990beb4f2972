"""One line of work: what it is, why, and what can be said of it.

What was done is said as what it is: an event on its day (a review, a scan), from which the rules see
that it was done, and when it is due again. Only what has no such event is put off, with a reason, and
asked again. What was found to be wrong goes once the record says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection

from veinway.care.knowledge import KNOWLEDGE
from veinway.care.worklists import WORK_LISTS
from veinway.engine.assess import assess_step
from veinway.engine.duties import Duty
from veinway.engine.finding import Finding, StepFinding
from veinway.engine.one import Reasoner
from veinway.language import Event
from veinway.language.errors import InputError
from veinway.language.worklists import WorkList
from veinway.records.profile import Profile
from veinway.web.sections.why import Node, whole_tree
from veinway.web.service.deciding import decide
from veinway.web.service.due import Due, dues
from veinway.web.service.given import Given
from veinway.web.service.person import given_of_person
from veinway.web.service.treating import treated
from veinway.web.service.whole import found_duties, lines_of
from veinway.web.service.work import NOTHING, OF_AN_EPISODE, Mark, marks_in

ENTERED_ELSEWHERE = {
    "inr_tests": "inr",
    "inr_control": "inr",
    "filters": "filter",
    "wrong_dose": "drugs",
    "tests_missing": "drugs",
}
"""Where the page is on which it is entered what became of a line, by its list."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of work. due: None once nothing of the kind is due any more.

    gives: the event that shows that it was done, where its day is all that must be entered. elsewhere:
    the page on which it is entered otherwise. why: the rules behind it, as trees.
    """

    key: str
    label: str
    side: str
    due: Due | None
    mark: Mark
    gives: Event | None
    elsewhere: str
    why: tuple[Node, ...]
    rule: str


def item_of(
    connection: Connection, episode_id: str, site: Profile, at: str, key: str, side: str
) -> Item:
    """A line of an episode by its key; InputError I337 where there is none of that name."""
    listed, _, act = key.partition(".")
    work_list = _lists().get(listed)
    if (work_list is None and listed != OF_AN_EPISODE) or side not in ("", "left", "right"):
        raise InputError("I337", "There is no such line of work.", where=key, todo="Use the list.")
    given = given_of_person(connection, episode_id, site, at)
    mark = marks_in(given["answers"]).get((side, key), NOTHING)
    if work_list is None:
        return _of_episode(given, site, key, side, act, mark)
    return _of_service(given, site, work_list, act, mark)


@cache
def _lists() -> dict[str, WorkList]:
    return {each.key: each for each in WORK_LISTS if each.chapter != OF_AN_EPISODE}


def _of_episode(given: Given, site: Profile, key: str, side: str, act: str, mark: Mark) -> Item:
    decided = decide(given, compared=False)
    found = [each for each in dues(decided, site.time_zone) if (each.side, each.act) == (side, act)]
    due = found[0] if found else None
    label = "What is due in an episode"
    return Item(key, label, side, due, mark, None, "plan" if due else "", (), "")


def _of_service(given: Given, site: Profile, work_list: WorkList, act: str, mark: Mark) -> Item:
    key = f"{work_list.key}.{act}"
    found = [
        each for each in lines_of(given, site.time_zone) if (each.list, each.act) == (work_list.key, act)
    ]
    situation, _ = treated(given, KNOWLEDGE.chapter(work_list.chapter))
    duties = [
        each
        for each in found_duties(situation, work_list.chapter)
        if each.list is work_list and (each.what == act or act == "not_said")
    ]
    reasoner, strict = Reasoner(situation), Reasoner(situation, presumptions=False)
    steps = dict.fromkeys(each.step for each in duties)
    trees = tuple(whole_tree(_shown(assess_step(step, reasoner, strict), act)) for step in steps)
    return Item(
        key,
        work_list.label,
        "",
        found[0] if found else None,
        mark,
        _gives(duties, act),
        ENTERED_ELSEWHERE.get(work_list.key, ""),
        trees,
        next((step.key for step in steps), ""),
    )


def _shown(found: StepFinding, act: str) -> Finding:
    """The part of a step that a line rests on: the condition of its action, or the conclusion."""
    for action in found.plan:
        if action.action.key == act and action.because is not None:
            return action.because
    return found if found.conclusion is None else found.conclusion


def _gives(duties: list[Duty], act: str) -> Event | None:
    """The event that shows that a line was done, if nothing but its day has to be told."""
    for duty in duties:
        action = next((each for each in duty.step.plan if each.key == act), None)
        event = KNOWLEDGE.events.get(act) if action is None else action.gives
        if event is not None and not event.attributes:
            return event
    return None
