"""The whole service: of every person what the lists of work say, and the life of their filter.

It is worked out like the list of what is due in episodes (see `overview`), of each person once, whether
an episode is open or not: a filter stays in place after the case was closed. These lists count in days,
so that a person is worked out again when something new is known, and once a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, RowMapping, func, select

from veinway.care.knowledge import KNOWLEDGE
from veinway.care.worklists import WORK_LISTS
from veinway.engine.duties import POSSIBLE, Duty, duties
from veinway.engine.one import Reasoner
from veinway.language.values import Situation
from veinway.show.citations import cite_words
from veinway.web.service.due import Due, first_minute, last_minute, the_first
from veinway.web.service.filters import FilterLife, filter_life
from veinway.web.service.given import Given
from veinway.web.service.overview import AGAIN, Overview, Seen, Snapshot, age, newest
from veinway.web.service.person import given_of_person
from veinway.web.service.treating import treated
from veinway.web.service.work import marks_in
from veinway.web.store.schema import answer, closing, episode, patient, resource

CHAPTERS = ("treatment", "intervention")
CARE_ENDED = ("died", "elsewhere")
"""Why an episode was closed, where nothing is owed here any more."""


@dataclass(frozen=True, slots=True)
class Whole:
    """One person: the life of their filter; None where nothing is on record of one."""

    filter: FilterLife | None


class ServiceOverview(Overview):
    """The memory of the whole service."""

    def rows(self, connection: Connection, *, closed: bool) -> list[RowMapping]:
        """The newest episode of each person, open or closed, and why it was closed."""
        why = select(closing.c.reason).where(closing.c.episode_id == episode.c.id, closing.c.closed)
        last = why.order_by(closing.c.made_at.desc()).limit(1).scalar_subquery()
        names = (patient.c.family_name, patient.c.given_name, patient.c.birth_date, patient.c.identifier)
        query = select(episode, *names, last.label("closing")).join(patient)
        found = connection.execute(query.order_by(episode.c.index_at)).mappings()
        return list({row["patient_id"]: row for row in found}.values())

    def seen(self, connection: Connection, rows: list[RowMapping]) -> dict[str, Seen]:
        """The newest answer in any episode of the person, and the newest of their record."""
        query = select(episode.c.patient_id, func.max(answer.c.id)).join(answer)
        grouped = connection.execute(query.group_by(episode.c.patient_id))
        answers = {person: int(highest) for person, highest in grouped}
        resources = newest(connection, resource.c.patient_id, resource.c.id)
        return {
            row["id"]: (answers.get(row["patient_id"], 0), resources.get(row["patient_id"], 0), "")
            for row in rows
        }

    def as_of(self, seen: Seen, at: str) -> str:
        return at

    def given(self, connection: Connection, id_: str, as_of: str) -> Given:
        return given_of_person(connection, id_, self.site, as_of)

    def is_old(self, snapshot: Snapshot, seen: Seen, at: str) -> bool:
        """Something new is known, it failed a while ago, or it is from another day."""
        if snapshot.seen != seen or (snapshot.problem and age(snapshot, at) > AGAIN):
            return True
        zone = ZoneInfo(self.site.time_zone)
        days = {datetime.fromisoformat(when).astimezone(zone).date() for when in (snapshot.at, at)}
        return len(days) > 1

    def made(self, given: Given, seen: Seen, as_of: str) -> Snapshot:
        """The lines of one person, and the life of their filter."""
        found = tuple(lines_of(given, self.site.time_zone))
        intervention = KNOWLEDGE.chapter("intervention")
        life = filter_life(treated(given, intervention)[0])
        return Snapshot(seen, as_of, found, beside=Whole(life), marks=marks_in(given["answers"]))


def lines_of(given: Given, time_zone: str) -> Iterator[Due]:
    """Every line of the lists that look at the day of the evaluation."""
    for name in CHAPTERS:
        chapter = KNOWLEDGE.chapter(name)
        situation, _ = treated(given, chapter)
        yield from _lines(found_duties(situation, name), time_zone)


def found_duties(situation: Situation, chapter: str) -> list[Duty]:
    """What the lists of a chapter say of a person."""
    lists = [each for each in WORK_LISTS if each.chapter == chapter]
    return list(duties(lists, Reasoner(situation), Reasoner(situation, presumptions=False)))


def _lines(found: Iterable[Duty], time_zone: str) -> Iterator[Due]:
    """One line each; what cannot be said is one line a list."""
    open_: dict[str, list[Duty]] = {}
    for duty in found:
        if duty.state == POSSIBLE:
            open_.setdefault(duty.list.key, []).append(duty)
        else:
            yield _line(duty, time_zone)
    for several in open_.values():
        yield _not_said(several)


def _line(duty: Duty, time_zone: str) -> Due:
    days = not duty.minutes
    return Due(
        "found" if duty.state == "flagged" else "action",
        duty.what,
        duty.text,
        "",
        requested=duty.state == "requested",
        overdue=duty.state == "overdue",
        days=days,
        due_from=None if duty.first is None else first_minute(duty.first, days, time_zone),
        due_by=None if duty.last is None else last_minute(duty.last, days, time_zone),
        sources=(cite_words(duty.cite),),
        list=duty.list.key,
        rule=duty.step.label,
    )


def _not_said(several: list[Duty]) -> Due:
    """What cannot be said of one list for want of data, with what would have to be known."""
    missing = dict.fromkeys(key for duty in several for key in duty.missing)
    rules = dict.fromkeys(duty.step.label for duty in several)
    texts = dict.fromkeys(duty.text.rstrip(".") for duty in several)
    return Due(
        "missing",
        "not_said",
        f"It cannot be said whether this is so: {'; '.join(texts)}.",
        "",
        sources=tuple(dict.fromkeys(cite_words(duty.cite) for duty in several)),
        list=several[0].list.key,
        rule="; ".join(rules),
        missing=missing_words(missing),
    )


def missing_words(keys: Iterable[str]) -> tuple[str, ...]:
    """What is not known, in words; the first of many."""
    parts = {**KNOWLEDGE.facts, **KNOWLEDGE.events}
    return the_first([parts[key].label for key in keys if key in parts])
