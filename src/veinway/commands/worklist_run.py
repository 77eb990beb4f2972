"""From a source to the lines of work lists, a piece of subjects at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from veinway.commands.cohort_run import workshop
from veinway.engine.duties import POSSIBLE, Duty, Entry, missing_below
from veinway.engine.duty_columns import DutyColumns
from veinway.engine.narrowing import narrowed
from veinway.engine.one import Reasoner
from veinway.engine.planes import Planes
from veinway.engine.subjects import situations
from veinway.language.knowledge import Knowledge
from veinway.language.worklists import WorkList
from veinway.records.cohort_facts import extract
from veinway.records.profile import Profile
from veinway.records.tabular.reading import read_records

Progress = Callable[[int], None]
_EXPLAINED = 500
"""So many subjects of whom something is missing become situations at once."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are wanted. possible: also what cannot be said for want of data; missing: with what
    would have to be known, which takes a look at each of them."""

    lists: Sequence[WorkList]
    possible: bool = False
    missing: bool = False


def entries_of(
    source: Path,
    at: datetime,
    wanted: Wanted,
    knowledge: Knowledge,
    site: Profile,
    progress: Progress = lambda subjects: None,
) -> Iterator[Entry]:
    """Every line of some lists, in no order; the source is read once.

    at: what was recorded later is not seen. progress: called with the number of subjects done.
    """
    done = 0
    with workshop() as connection:
        read_records(connection, source, time_zone=site.time_zone)
        for name in dict.fromkeys(each.chapter for each in wanted.lists):
            lists = [each for each in wanted.lists if each.chapter == name]
            chapter = _chapter(knowledge, name, lists)
            known = chapter.facts.keys() | chapter.events.keys()
            facts = extract(
                connection,
                knowledge=chapter,
                episode=chapter.episodes[0],
                at=at,
                time_zone=site.time_zone,
                coverage={key: covered for key, covered in site.coverage.items() if key in known},
            )
            columns = DutyColumns(lists, chapter, site.parameters, possible=wanted.possible)
            for planes in facts:
                yield from _entries(planes, columns, wanted, chapter, site)
                done += planes.height
                progress(done)


def _chapter(knowledge: Knowledge, name: str, lists: Sequence[WorkList]) -> Knowledge:
    return narrowed(knowledge.chapter(name), *(step for each in lists for step in each.steps))


def _entries(
    planes: Planes, columns: DutyColumns, wanted: Wanted, chapter: Knowledge, site: Profile
) -> Iterator[Entry]:
    persons, sides = planes.frame["person"].to_list(), planes.frame["side"].to_list()
    open_: list[tuple[int, Duty]] = []
    for row, duty in columns.of(planes):
        if duty.state != POSSIBLE:
            yield Entry(persons[row], sides[row], duty)
        elif wanted.possible:
            open_.append((row, duty))
    explained = _explained(open_, planes, chapter, site) if wanted.missing else open_
    for row, duty in explained:
        yield Entry(persons[row], sides[row], duty)


def _explained(
    open_: list[tuple[int, Duty]], planes: Planes, chapter: Knowledge, site: Profile
) -> Iterator[tuple[int, Duty]]:
    """The same with what is missing: the one-patient engine is asked."""
    by_row: dict[int, list[Duty]] = {}
    for row, duty in open_:
        by_row.setdefault(row, []).append(duty)
    rows = sorted(by_row)
    for begin in range(0, len(rows), _EXPLAINED):
        some = rows[begin : begin + _EXPLAINED]
        made = situations(planes, some, chapter, site.parameters)
        for row, situation in zip(some, made, strict=True):
            reasoner = Reasoner(situation)
            for duty in by_row[row]:
                yield row, replace(duty, missing=missing_below(duty.step, reasoner))
