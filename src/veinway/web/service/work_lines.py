"""The lines of work of a whole service: which there are, which are wanted, and in which order.

What a line says in words is made in `pages/worklist`, and only of the lines that are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import RowMapping

from veinway.care.worklists import WORK_LISTS
from veinway.web.sections.case import name_of
from veinway.web.service.due import Due, local
from veinway.web.service.overview import Look
from veinway.web.service.whole import CARE_ENDED
from veinway.web.service.work import NOTHING, Mark, work_key

STATES = (
    "at once",
    "found wrong",
    "overdue",
    "due",
    "requested",
    "later",
    "cannot say",
    "not done",
)
"""In the order of urgency."""
SHOW = {
    "all": "All",
    "at-once": "At once",
    "found-wrong": "Found to be wrong",
    "overdue": "Overdue",
    "today": "Due today",
    "requested": "Requested",
    "later": "Later",
    "cannot-say": "Data missing",
    "not-done": "Not done, with a reason",
}
SCANS = (
    "proximal_scan whole_leg_scan bilateral_leg_scan arm_scan ctpa lung_scintigraphy chest_x_ray "
    "further_imaging mr_venography mr_angiography ct_venography echocardiography"
)
TREATMENT = "start_treatment interim_anticoagulation heparin_bolus stop_interim_anticoagulation"
_ACTS: dict[str, tuple[str, frozenset[str]]] = {
    "scan": ("First scans and other imaging", frozenset(SCANS.split())),
    "repeat": ("Repeat scans", frozenset({"repeat_scan"})),
    "d-dimer": ("D-dimers", frozenset({"d_dimer"})),
    "treatment": ("Treatment to start or stop", frozenset(TREATMENT.split())),
    "measure": ("Quality measures in danger: scans past 4 and 24 hours", frozenset()),
    "other": ("Everything else of a suspicion", frozenset()),
}
"""What a line of an episode is about, by the word for what is done."""
KINDS: dict[str, str] = {
    **{key: words for key, (words, _) in _ACTS.items()},
    **{each.key: each.label for each in WORK_LISTS if each.chapter != "diagnosis"},
}
"""Which list, by the word in the address."""
GROUPS = {"": "by urgency", "list": "by list", "to": "by who does it", "patient": "by patient"}
ANYBODY, NOBODY, MYSELF = "", "nobody", "me"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: of which episode or person, what is due, what people said of it, and its state now."""

    row: RowMapping
    due: Due
    mark: Mark
    state: str
    kind: str
    today: bool
    """Due before the day ends, whether asked for or not; what has no end is due now."""

    @property
    def key(self) -> str:
        """The name of the line in its address."""
        return work_key(self.due.list, self.due.act)

    @property
    def shown_with_all(self) -> bool:
        """What comes later by a list of the whole service, and what cannot be said, has its own tab."""
        return self.state != "cannot say" and not (self.state == "later" and self.due.list)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are wanted: words of SHOW, KINDS and GROUPS, an account, a name."""

    show: str = "all"
    kind: str = ""
    to: str = ANYBODY
    find: str = ""
    group: str = ""


def lines(look: Look, whole: Look, minute: int, zone: str) -> Iterator[Line]:
    """Every line of the open episodes, and of the people whose care goes on here."""
    today = local(minute, zone).date()
    for found in (look, whole):
        for row, snapshot in found.found:
            if found is whole and row["closed_at"] and row["closing"] in CARE_ENDED:
                continue
            for due in snapshot.dues:
                key = (due.side, work_key(due.list, due.act))
                yield _line(row, due, snapshot.marks.get(key, NOTHING), minute, today, zone)


def _line(row: RowMapping, due: Due, mark: Mark, minute: int, today: date, zone: str) -> Line:
    state = "not done" if mark.holds(today) else due.state(minute)
    return Line(row, due, mark, state, _kind(due), _is_today(due, state, today, zone))


def _kind(due: Due) -> str:
    if due.list:
        return due.list
    if due.kind == "measure":
        return "measure"
    return next((key for key, (_, acts) in _ACTS.items() if due.act in acts), "other")


def _is_today(due: Due, state: str, today: date, zone: str) -> bool:
    if state not in ("due", "requested"):
        return False
    if due.due_by is None:
        return state == "due"
    return local(due.due_by, zone).date() == today


def is_shown(line: Line, show: str) -> bool:
    """Whether a line is on a tab."""
    if show == "today":
        return line.today
    if show == "all":
        return line.shown_with_all
    return line.state == show.replace("-", " ")


def chosen(found: Iterable[Line], wanted: Wanted, account: str) -> list[Line]:
    """The lines that are wanted, whatever their state; account: who asks."""
    words = wanted.find.lower().split()
    to = {MYSELF: account, NOBODY: ""}.get(wanted.to, wanted.to)
    return [
        line
        for line in found
        if wanted.kind in ("", line.kind)
        and (wanted.to == ANYBODY or line.mark.to == to)
        and (not words or is_about(line.row, words))
    ]


def is_about(row: RowMapping, words: list[str]) -> bool:
    """Whether each word begins a name, or is the identifier or the birth date."""
    names = f"{row['family_name']} {row['given_name']}".lower().split()
    exact = (row["identifier"].lower(), row["birth_date"])
    return all(word in exact or any(name.startswith(word) for name in names) for word in words)


def order(line: Line) -> tuple[int, bool, int, str]:
    """By urgency; in each, what is done before what is measured, and the earliest end first."""
    due = line.due
    ends = due.due_by if due.due_by is not None else 2**40
    if line.state == "later" and due.due_from is not None:
        ends = due.due_from
    return STATES.index(line.state), due.kind == "measure", ends, str(line.row["id"])


def group_of(line: Line, group: str, people: Mapping[str, str]) -> str:
    """The heading under which a line stands; "" where lines are not grouped."""
    match group:
        case "list":
            return KINDS[line.kind]
        case "to":
            return people.get(line.mark.to, "Somebody else") if line.mark.to else "Nobody yet"
        case "patient":
            born = f", born {line.row['birth_date']}" if line.row["birth_date"] else ""
            return f"{name_of(line.row)}{born}"
    return ""


def sorted_lines(found: Iterable[Line], group: str, people: Mapping[str, str]) -> list[Line]:
    """The most urgent first, under each heading; headings in the order of the alphabet."""
    if not group:
        return sorted(found, key=order)
    return sorted(found, key=lambda line: (group_of(line, group, people).lower(), order(line)))
