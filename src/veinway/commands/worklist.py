"""`veinway worklist SOURCE --at DATE`: what a whole service owes its patients, list by list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from veinway.commands.inputs import check_instant, load_profile
from veinway.commands.output import FINE, shipped_knowledge, write_line
from veinway.commands.progress import progress_bar
from veinway.language.errors import InputError

if TYPE_CHECKING:
    from veinway.engine.duties import Entry
    from veinway.language.knowledge import Knowledge
    from veinway.language.worklists import WorkList
    from veinway.records.profile import Profile

BATCH = 500
"""So many subjects become situations at once."""


def run(
    source: str,
    at: str,
    only: Sequence[str],
    csv: str | None,
    fhir: str | None,
    profile: str | None,
    *,
    possible: bool,
    as_json: bool,
) -> int:
    """Show the lists, or write them; `possible` also shows what cannot be said for want of data."""
    from veinway.show.worklist_page import worklist_page

    knowledge = shipped_knowledge()
    site = load_profile(profile, knowledge)
    lists = chosen_lists(only)
    horizon = datetime.fromisoformat(check_instant(at))
    with progress_bar("looking at", None) as progress:
        entries = [
            entry
            for entry in entries_of(Path(source), horizon, lists, knowledge, site, progress)
            if possible or entry.duty.state != "possible"
        ]
    entries.sort(key=pressing)
    if csv is not None:
        from veinway.show.worklist_rows import write_csv

        write_csv(entries, Path(csv))
    if fhir is not None:
        from veinway.show.worklist_rows import write_tasks

        write_tasks(entries, Path(fhir), horizon)
    if as_json:
        from veinway.show.worklist_rows import row_of

        for entry in entries:
            write_line(row_of(entry))
    else:
        from veinway.show.terminal import print_page

        print_page(worklist_page(entries, lists, horizon, knowledge.edition))
    return FINE


def chosen_lists(only: Sequence[str]) -> tuple[WorkList, ...]:
    """The lists of these keys, or all; I269 names them where one is not known."""
    from veinway.care.worklists import WORK_LISTS

    known = {each.key: each for each in WORK_LISTS}
    for key in only:
        if key not in known:
            todo = f"The lists are: {', '.join(known)}."
            raise InputError("I269", f"There is no list {key!r}.", where="--list", todo=todo)
    return tuple(known[key] for key in only) if only else WORK_LISTS


def pressing(entry: Entry) -> tuple[str, int, int, str]:
    """List by list; what is late first, the latest of it first of all."""
    order = ("overdue", "flagged", "due", "requested", "possible")
    duty = entry.duty
    last = duty.last if duty.last is not None else 10**9
    day = last // 1440 if duty.minutes else last
    return duty.list.key, order.index(duty.state), day, entry.person


def entries_of(
    source: Path,
    at: datetime,
    lists: Sequence[WorkList],
    knowledge: Knowledge,
    site: Profile,
    progress: object = None,
) -> Iterator[Entry]:
    """Every line of some lists; the source is read once for each chapter that they are of."""
    done = 0
    for chapter in dict.fromkeys(each.chapter for each in lists):
        asked = [each for each in lists if each.chapter == chapter]
        for found in _of_chapter(source, at, asked, knowledge.chapter(chapter), site):
            yield from found
            done += BATCH
            if callable(progress):
                progress(done)


def _of_chapter(
    source: Path, at: datetime, lists: Sequence[WorkList], knowledge: Knowledge, site: Profile
) -> Iterator[list[Entry]]:
    from veinway.commands.cohort_run import workshop
    from veinway.engine.duties import Entry, duties
    from veinway.engine.one import Reasoner
    from veinway.engine.subjects import situations
    from veinway.records.cohort_facts import extract
    from veinway.records.tabular.reading import read_records

    with workshop() as connection:
        read_records(connection, source, time_zone=site.time_zone)
        facts = extract(
            connection,
            knowledge=knowledge,
            episode=knowledge.episodes[0],
            at=at,
            time_zone=site.time_zone,
            coverage=site.coverage,
        )
        for planes in facts:
            named = planes.frame.select("person", "side").rows()
            for begin in range(0, planes.height, BATCH):
                rows = range(begin, min(begin + BATCH, planes.height))
                found = []
                for number, situation in zip(
                    rows, situations(planes, rows, knowledge, site.parameters), strict=True
                ):
                    reasoner = Reasoner(situation)
                    strict = Reasoner(situation, presumptions=False)
                    person, side = named[number]
                    found += [Entry(person, side, duty) for duty in duties(lists, reasoner, strict)]
                yield found
