"""The report of a service from its store: what `veinway report` makes, for the people who are stored.

A suspicion is counted by its episode, all else by the person, if anything is on record of a clot, an
anticoagulant, a filter or a stent. It is as the period ended: of the record
what is dated until then, whenever it was received; of answers those that were given until then, and what
was said later to have happened until then. It is worked out by one thread beside the requests, and kept
until something new is known or another day begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock, Thread
from time import sleep
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, func, select

from veinway.care.knowledge import KNOWLEDGE
from veinway.care.service_measures import GROUPS
from veinway.engine.narrowing import narrowed
from veinway.engine.planes import from_situations
from veinway.engine.service_tally import ServiceTally, Tally
from veinway.language.errors import VeinwayError
from veinway.language.knowledge import Knowledge
from veinway.language.service_measures import ServiceMeasure
from veinway.language.values import Situation
from veinway.records.profile import Profile
from veinway.show.service_period import Period
from veinway.show.service_report import Answer, service_report
from veinway.web import logs
from veinway.web.service.cases import given_of
from veinway.web.service.given import Given, situations
from veinway.web.service.person import given_of_person
from veinway.web.service.treating import is_treated, treated
from veinway.web.store.database import reading
from veinway.web.store.schema import answer, episode, resource

BATCH = 200
"""So many subjects are added up at once."""
MOST_KEPT = 8
_PAUSE = 0.002


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a report is: how many subjects of how many, and the report once it is made.

    left_out: how many subjects could not be worked out. problem: why there is no report.
    """

    done: int = 0
    of: int = 0
    left_out: int = 0
    answer: Answer | None = None
    problem: str = ""


class Reports:
    """The reports of one service."""

    def __init__(self, store: Engine, site: Profile) -> None:
        self.store, self.site = store, site
        self._kept: dict[tuple[object, ...], Progress] = {}
        self._lock = Lock()

    def ask(self, period: Period, at: str) -> Progress:
        """The report of a period, or how far it is."""
        with reading(self.store) as connection:
            key = (period, at[:10], *_newest(connection))
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                found = self._kept[key] = Progress()
                while len(self._kept) > MOST_KEPT:
                    del self._kept[next(iter(self._kept))]
                Thread(target=self._work, args=(key, period, at), name="report", daemon=True).start()
        return found

    def _work(self, key: tuple[object, ...], period: Period, at: str) -> None:
        try:
            self._kept[key] = self._made(key, period, at)
        except Exception as error:
            logs.logger().error("fault", route="report", fault=type(error).__name__)
            self._kept[key] = Progress(problem="The report could not be made (X900).")

    def _made(self, key: tuple[object, ...], period: Period, at: str) -> Progress:
        until = min(at, _end(period, self.site))
        with reading(self.store) as connection:
            episodes, newest = _subjects(connection, until)
        measures = [each for group in GROUPS for each in group.measures]
        chapters = dict.fromkeys(each.chapter for each in measures)
        progress = Progress(of=len(episodes) + (len(chapters) - 1) * len(newest))
        found: dict[str, Tally] = {}
        for name in chapters:
            here = [each for each in measures if each.chapter == name]
            count = _Count(here, KNOWLEDGE.chapter(name), period, self.site)
            for id_ in episodes if name == "diagnosis" else newest:
                progress = self._count(count, id_, until, at, progress)
                self._kept[key] = progress
                sleep(_PAUSE)
            count.add_up()
            found |= count.tally.found
        about = {"from": period.first.isoformat(), "to": period.last.isoformat(), "source": "the store"}
        named = self.site.mention
        return replace(progress, answer=service_report(found, KNOWLEDGE.edition, about, named))

    def _count(self, count: _Count, id_: str, until: str, at: str, progress: Progress) -> Progress:
        try:
            with reading(self.store) as connection:
                count.take(connection, id_, until, at)
        except VeinwayError:
            # Somebody of whom nothing can be said is told as a number, and hides nobody else.
            return replace(progress, done=progress.done + 1, left_out=progress.left_out + 1)
        return replace(progress, done=progress.done + 1)


class _Count:
    """The measures of a chapter, added up over subjects a batch at a time."""

    def __init__(
        self, measures: Sequence[ServiceMeasure], chapter: Knowledge, period: Period, site: Profile
    ) -> None:
        self.chapter, self.site = chapter, site
        self.slim = narrowed(chapter, *(root for each in measures for root in each.roots()))
        self.tally = ServiceTally(measures, period.days, site.parameters)
        self.waiting: list[Situation] = []

    def take(self, connection: Connection, id_: str, until: str, at: str) -> None:
        """Take a subject in; those that wait are added up once there are enough."""
        if self.chapter.name == "diagnosis":
            given = as_it_was(given_of(connection, id_, self.site, at), until)
            self.waiting += situations(given)[0].values()
        else:
            given = as_it_was(given_of_person(connection, id_, self.site, at), until)
            if is_treated(given, self.chapter):
                self.waiting.append(treated(given, self.chapter)[0])
        if len(self.waiting) >= BATCH:
            self.add_up()

    def add_up(self) -> None:
        """Add up what waits."""
        if self.waiting:
            self.tally.add(from_situations(self.waiting, self.slim))
        self.waiting = []


def _newest(connection: Connection) -> tuple[int, int]:
    numbers = (select(func.max(each.c.id)) for each in (answer, resource))
    return tuple(int(connection.execute(each).scalar_one() or 0) for each in numbers)  # type: ignore[return-value]


def _subjects(connection: Connection, until: str) -> tuple[list[str], list[str]]:
    """The episodes that had begun by an instant, and of each person the newest of them."""
    query = select(episode.c.id, episode.c.patient_id).where(episode.c.index_at <= until)
    rows = connection.execute(query.order_by(episode.c.index_at)).all()
    newest = {person: id_ for id_, person in rows}
    return [str(id_) for id_, _ in rows], list(newest.values())


def _end(period: Period, site: Profile) -> str:
    """The end of a period at the site, as the store writes instants."""
    local = period.end.replace(tzinfo=ZoneInfo(site.time_zone))
    return local.astimezone(ZoneInfo("UTC")).isoformat(timespec="seconds")


# As it was ----------------------------------------------------------------------------------------


def as_it_was(given: Given, until: str) -> Given:
    """What is given of a subject, as it would have been at an instant in the past."""
    answers = list(_until(given["answers"], until))
    return {**given, "at": until, "answers": answers}


def _until(answers: Sequence[dict[str, Any]], until: str) -> Iterator[dict[str, Any]]:
    day = _local_day(until)
    for each in answers:
        if each["fact"] in KNOWLEDGE.events and isinstance(each["said"], dict | list):
            said = _happened_until(each["said"], day)
            if said is not None:
                yield {**each, "said": said, "at": min(each["at"], until)}
        elif each["at"] <= until:
            yield each


def _local_day(instant: str) -> str:
    return datetime.fromisoformat(instant).date().isoformat()


def _happened_until(said: Any, day: str) -> Any:
    """What of some events was dated until a day; None where a single one is of a later day."""
    if isinstance(said, list):
        return [each for each in said if str(each.get("date", ""))[:10] <= day]
    if "some" in said:
        left = [each for each in said["some"] if str(each.get("date", ""))[:10] <= day]
        return {"some": left} if left else None
    return said if str(said.get("date", ""))[:10] <= day else None
