"""`veinway worklist SOURCE --at DATE`: what a whole service owes its patients, list by list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from veinway.commands.inputs import check_instant, load_profile
from veinway.commands.output import (
    FINE,
    check_destination,
    shipped_knowledge,
    write_line,
    writing,
)
from veinway.commands.progress import progress_bar
from veinway.language.errors import InputError

if TYPE_CHECKING:
    from veinway.engine.duties import Entry
    from veinway.language.worklists import WorkList
    from veinway.show.worklist_truth import Agreement, Truth


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the lists: which, where to write them, and against what they are held.

    only: keys of lists; all where empty. csv, fhir: files to write. truth: a file of true lines.
    possible: also what cannot be said for want of data.
    """

    only: Sequence[str] = ()
    csv: str | None = None
    fhir: str | None = None
    truth: str | None = None
    possible: bool = False


def run(source: str, at: str, asked: Asked, profile: str | None, *, as_json: bool) -> int:
    """Show the lists, or write them."""
    from veinway.commands.worklist_run import Wanted, entries_of

    check_destination(asked.csv, "--csv")
    check_destination(asked.fhir, "--fhir")
    knowledge = shipped_knowledge()
    site = load_profile(profile, knowledge)
    lists = chosen_lists(asked.only)
    horizon = datetime.fromisoformat(check_instant(at))
    # A missing file is told before the work, not after it.
    truth = None if asked.truth is None else _truth(asked.truth)
    wanted = Wanted(lists, asked.possible or asked.truth is not None, missing=asked.possible)
    with progress_bar("looking at", None) as progress:
        entries = list(entries_of(Path(source), horizon, wanted, knowledge, site, progress))
    held = () if truth is None else _held_against(truth, entries, lists)
    if not asked.possible:
        entries = [entry for entry in entries if entry.duty.state != "possible"]
    entries.sort(key=pressing)
    _write(asked, entries, horizon)
    if as_json:
        _show_json(entries, held)
    else:
        _show(entries, lists, horizon, knowledge.edition, held)
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


def _truth(file: str) -> Truth:
    from veinway.show.worklist_truth import read_truth

    return read_truth(Path(file))


def _held_against(
    truth: Truth, entries: Sequence[Entry], lists: Sequence[WorkList]
) -> tuple[Agreement, ...]:
    from veinway.show.worklist_truth import agreement

    return agreement(entries, truth, lists)


def _write(asked: Asked, entries: Sequence[Entry], at: datetime) -> None:
    if asked.csv is not None:
        from veinway.show.worklist_rows import write_csv

        with writing(asked.csv, "--csv") as file:
            write_csv(entries, file)
    if asked.fhir is not None:
        from veinway.show.worklist_rows import write_tasks

        with writing(asked.fhir, "--fhir") as file:
            write_tasks(entries, file, at)


def _show_json(entries: Sequence[Entry], held: Sequence[Agreement]) -> None:
    """One line a line of work; of lists that are held against a truth, one line a list instead."""
    from veinway.show.worklist_rows import row_of

    for each in held:
        write_line(each.as_dict())
    for entry in () if held else entries:
        write_line(row_of(entry))


def _show(
    entries: Sequence[Entry],
    lists: Sequence[WorkList],
    at: datetime,
    edition: str,
    held: Sequence[Agreement],
) -> None:
    from veinway.show.terminal import print_page
    from veinway.show.worklist_page import worklist_page
    from veinway.show.worklist_truth import truth_page

    print_page(truth_page(held) if held else worklist_page(entries, lists, at, edition))
