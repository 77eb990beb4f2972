"""What the rules say of every episode, kept in memory, so that a list of hundreds is there at once.

An episode is worked out again as soon as something new is known of it, and otherwise every ten minutes;
what is late is told at each look, from the windows. The work is done by one thread beside the requests,
one episode after the other. A look waits for it a little, and then says what is still missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Condition, Thread
from time import sleep
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, func, select

from veinway.language.errors import VeinwayError
from veinway.records.profile import Profile
from veinway.web import logs
from veinway.web.service.cases import given_of
from veinway.web.service.deciding import decide
from veinway.web.service.due import Due, StepStanding, dues, step_standings
from veinway.web.service.given import Given
from veinway.web.service.work import Marks, marks_in
from veinway.web.store.database import reading
from veinway.web.store.schema import answer, episode, patient, resource

FRESH, AGAIN = timedelta(minutes=10), timedelta(minutes=1)
"""How long an answer is good, and after how long something that failed is tried again."""
PATIENCE = 2.0
_PAUSE = 0.002
"""Seconds between two episodes, so that requests have their turn."""

Seen = tuple[int, int, str]
"""The newest answer, the newest resource, and when it was closed: the same is not worked out twice."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the rules said of an episode at an instant; `problem` where they could not be applied."""

    seen: Seen
    at: str
    dues: tuple[Due, ...] = ()
    steps: tuple[StepStanding, ...] = ()
    problem: str = ""
    beside: Any = None
    """What a list of another kind is made from."""
    marks: Marks = field(default_factory=dict)
    """What people said of each line of work."""


@dataclass(frozen=True, slots=True)
class Look:
    """Episodes with what is known of them; `missing` have nothing yet, `old` are worked out again."""

    found: tuple[tuple[RowMapping, Snapshot], ...]
    missing: int
    old: int

    @property
    def oldest(self) -> str:
        """The instant as of which the oldest answer is, "" where there is none."""
        return min((snapshot.at for row, snapshot in self.found if row["closed_at"] is None), default="")


class Overview:
    """The memory of one service."""

    def __init__(self, store: Engine, site: Profile) -> None:
        self.store, self.site = store, site
        self._kept: dict[str, Snapshot] = {}
        self._waiting: dict[str, tuple[Seen, str]] = {}
        self._changed = Condition()
        self._works = False

    def look(self, at: str, *, closed: bool = False, patience: float = PATIENCE) -> Look:
        """Every open episode (and the closed ones), after waiting a few seconds for what is missing."""
        with reading(self.store) as connection:
            rows = self.rows(connection, closed=closed)
            seen = self.seen(connection, rows)
        self._ask_for(rows, seen, at)
        with self._changed:
            self._changed.wait_for(lambda: not self._waiting, timeout=patience)
            kept = [(row, self._kept.get(row["id"])) for row in rows]
            if not closed:
                self._forget(row["id"] for row in rows)
        found = tuple((row, snapshot) for row, snapshot in kept if snapshot is not None)
        old = sum(self.is_old(snapshot, seen[row["id"]], at) for row, snapshot in found)
        return Look(found, len(kept) - len(found), old)

    def _ask_for(self, rows: list[RowMapping], seen: dict[str, Seen], at: str) -> None:
        with self._changed:
            new, old = {}, {}
            for row in rows:
                id_, snapshot = row["id"], self._kept.get(row["id"])
                if snapshot is None or snapshot.seen != seen[id_]:
                    new[id_] = (seen[id_], at)
                elif self.is_old(snapshot, seen[id_], at):
                    old[id_] = (seen[id_], at)
            # What is new comes first; what somebody else asked for is not forgotten.
            self._waiting = {**new, **{k: v for k, v in self._waiting.items() if k not in new}, **old}
            if self._waiting and not self._works:
                self._works = True
                Thread(target=self._work, name="overview", daemon=True).start()

    def _work(self) -> None:
        while True:
            with self._changed:
                if not self._waiting:
                    self._works = False
                    self._changed.notify_all()
                    return
                id_ = next(iter(self._waiting))
                seen, at = self._waiting[id_]
            snapshot = self._worked_out(id_, seen, at)
            with self._changed:
                self._kept[id_] = snapshot
                if self._waiting.get(id_) == (seen, at):
                    del self._waiting[id_]
            sleep(_PAUSE)

    def _worked_out(self, id_: str, seen: Seen, at: str) -> Snapshot:
        as_of = self.as_of(seen, at)
        try:
            with reading(self.store) as connection:
                given = self.given(connection, id_, as_of)
            return self.made(given, seen, as_of)
        except VeinwayError as error:
            return Snapshot(seen, as_of, problem=error.message())
        except Exception as error:
            # One case that fails must not hide all others; it is listed as one that failed.
            logs.logger().error("fault", route="overview", fault=type(error).__name__)
            return Snapshot(seen, as_of, problem="The rules could not be applied (X900).")

    # What a list of another kind does otherwise ---------------------------------------------------

    def rows(self, connection: Connection, *, closed: bool) -> list[RowMapping]:
        """What is listed: every open episode, and the closed ones."""
        return _episodes(connection, closed=closed)

    def seen(self, connection: Connection, rows: list[RowMapping]) -> dict[str, Seen]:
        """The newest that is known of each row, by its id."""
        return _seen(connection, rows)

    def as_of(self, seen: Seen, at: str) -> str:
        """The instant as of which a row is worked out: of a closed episode when it was closed."""
        return seen[2] or at

    def given(self, connection: Connection, id_: str, as_of: str) -> Given:
        """What the rules are given about a row."""
        return given_of(connection, id_, self.site, as_of)

    def is_old(self, snapshot: Snapshot, seen: Seen, at: str) -> bool:
        """Whether a row is to be worked out again."""
        if snapshot.seen != seen:
            return True
        return not seen[2] and age(snapshot, at) > (AGAIN if snapshot.problem else FRESH)

    def made(self, given: Given, seen: Seen, as_of: str) -> Snapshot:
        """What is kept of an episode, from what is given of it."""
        decided = decide(given, compared=False)
        found, marks = dues(decided, self.site.time_zone), marks_in(given["answers"])
        return Snapshot(seen, as_of, found, step_standings(decided), marks=marks)

    def _forget(self, open_: Iterable[str]) -> None:
        """What was known of an episode while it was open is of no use once it is closed."""
        known = set(open_)
        closed = [
            id_ for id_, snapshot in self._kept.items() if id_ not in known and not snapshot.seen[2]
        ]
        for id_ in closed:
            del self._kept[id_]


def age(snapshot: Snapshot, at: str) -> timedelta:
    """How long ago it was worked out."""
    return datetime.fromisoformat(at) - datetime.fromisoformat(snapshot.at)


def _episodes(connection: Connection, *, closed: bool) -> list[RowMapping]:
    names = (patient.c.family_name, patient.c.given_name, patient.c.birth_date, patient.c.identifier)
    query = select(episode, *names).join(patient)
    if not closed:
        query = query.where(episode.c.closed_at.is_(None))
    return list(connection.execute(query.order_by(episode.c.index_at)).mappings())


def _seen(connection: Connection, rows: list[RowMapping]) -> dict[str, Seen]:
    answers = newest(connection, answer.c.episode_id, answer.c.id)
    resources = newest(connection, resource.c.patient_id, resource.c.id)
    return {
        row["id"]: (
            answers.get(row["id"], 0),
            resources.get(row["patient_id"], 0),
            row["closed_at"] or "",
        )
        for row in rows
    }


def newest(connection: Connection, key: Any, number: Any) -> dict[str, int]:
    """The highest number of each key."""
    found = connection.execute(select(key, func.max(number)).group_by(key))
    return {str(one): int(highest) for one, highest in found}
