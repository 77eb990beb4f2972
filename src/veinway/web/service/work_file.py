"""Lines of work as a file of a spreadsheet: one line each, with a header."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from veinway.web.service.due import local
from veinway.web.service.work_lines import KINDS, Line

COLUMNS = (
    "list",
    "identifier",
    "family_name",
    "given_name",
    "birth_date",
    "side",
    "state",
    "what",
    "from",
    "by",
    "assigned_to",
    "not_done",
    "ask_again_after",
    "missing",
    "rule",
    "source",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula when a cell begins with it."""


def work_file(found: Iterable[Line], people: Mapping[str, str], time_zone: str) -> bytes:
    """CSV in UTF-8 with a byte order mark, so that spreadsheets read names rightly."""
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for line in found:
        writer.writerow(_plain(cell) for cell in _cells(line, people, time_zone))
    return stream.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _cells(line: Line, people: Mapping[str, str], time_zone: str) -> tuple[str, ...]:
    row, due, mark = line.row, line.due, line.mark
    put_off = line.state == "not done"
    return (
        KINDS[line.kind],
        row["identifier"],
        row["family_name"],
        row["given_name"],
        row["birth_date"],
        due.side,
        line.state,
        due.text,
        _moment(due.due_from, due.days, time_zone),
        _moment(due.due_by, due.days, time_zone),
        people.get(mark.to, mark.to) if mark.to else "",
        (due.not_done or mark.put_off) if put_off else "",
        mark.until if put_off and not due.not_done else "",
        "; ".join(due.missing),
        due.rule,
        "; ".join(due.sources),
    )


def _moment(minute: int | None, days: bool, time_zone: str) -> str:
    if minute is None:
        return ""
    return local(minute, time_zone).strftime("%Y-%m-%d" if days else "%Y-%m-%dT%H:%M%z")
