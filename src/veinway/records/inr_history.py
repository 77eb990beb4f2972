"""A history of INRs as a table: one person's (date, inr) or many people's (person, date, inr).

A value may be what a laboratory reports beyond its limit: ">8.0" or "<1.0".
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ..language.errors import InputError
from ..language.time import day_number
from ..language.values import Interval

HUNDREDTH = Fraction(1, 100)
LOWEST, HIGHEST = Fraction(0), Fraction(50)
NAMES = {
    "date": ("date", "day", "datum"),
    "inr": ("inr", "value"),
    "person": (
        *("person", "patient", "patient_id", "patientid", "person_id", "id", "mrn"),
        *("nhs_no", "nhs_number", "hospital_number", "patientennummer", "patienten_id"),
    ),
    "started": ("started", "warfarin_start"),
}
_SAYS_WHO = re.compile(r"pat|person|nhs|mrn|name|number|nummer|(^|_)(id|no|nr)(_|$)|hospital")
_VALUE = re.compile(r"\s*([<>]?=?)\s*(\d+(?:\.\d+)?)\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """One INR: whose ("" of one person's history), when, and what it may be."""

    person: str
    day: date
    value: Interval
    written: str
    started: date | None


def is_table(text: str) -> bool:
    """Whether a text is such a table, seen from its first line."""
    header = _header(text)
    return all(_column(header, name) is not None for name in ("date", "inr"))


def is_population(text: str, file: str) -> bool:
    """Whether it is one of many people.

    Raises InputError I274 where a column that is not read may say whose a value is: the INRs of several
    people must never be taken for those of one.
    """
    header = _header(text)
    if _column(header, "person") is not None:
        return True
    for name in header:
        if _SAYS_WHO.search(name) and not any(name in names for names in NAMES.values()):
            raise InputError(
                "I274",
                f"The column {name!r} may say whose each INR is, and it is not read.",
                where=file,
                todo="Name it person for a table of many people; leave it out for one person's.",
            )
    return False


def read_history(text: str, name: str) -> Iterator[Line | InputError]:
    """Every line in the order of the file; a line that cannot be read comes as its error."""
    header = _header(text)
    columns = {key: _column(header, key) for key in NAMES}
    for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=_delimiter(text)), start=1):
        if number == 1 or not any(cell.strip() for cell in cells):
            continue
        try:
            yield _line(cells, columns, f"{name}, line {number}")
        except InputError as error:
            yield error


def _line(cells: list[str], columns: dict[str, int | None], where: str) -> Line:
    def cell(key: str) -> str:
        place = columns[key]
        return "" if place is None or place >= len(cells) else cells[place].strip()

    started = cell("started")
    return Line(
        cell("person"),
        _date(cell("date"), where),
        value_of(cell("inr"), where),
        cell("inr"),
        _date(started, where) if started else None,
    )


def value_of(text: str, where: str) -> Interval:
    """An INR as written: 2.5, ">8.0", "<1.0"; InputError I264 where it is none."""
    found = _VALUE.fullmatch(text.replace(",", "."))
    if found is None or not LOWEST <= Fraction(found[2]) <= HIGHEST:
        todo = "Write a number such as 2.5, or >8.0 for a value beyond the laboratory's limit."
        raise InputError("I264", f"{text!r} is not an INR.", where=where, todo=todo)
    at = Fraction(found[2])
    strict = HUNDREDTH if found[1] in ("<", ">") else Fraction(0)
    if found[1].startswith(">"):
        return Interval(at + strict, HIGHEST)
    return Interval(LOWEST, at - strict) if found[1].startswith("<") else Interval(at, at)


def _date(text: str, where: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise InputError(
            "I263",
            f"{text!r} is not the day of an INR.",
            where=where,
            todo="Write 2026-03-04: year, month, day. In a spreadsheet: the format yyyy-mm-dd.",
        ) from None


def days_and_values(lines: list[Line]) -> list[tuple[int, Interval]]:
    """The series of one person in order; two values of one day are anything between them."""
    merged: dict[int, Interval] = {}
    for line in lines:
        day = day_number(line.day)
        merged[day] = merged[day].hull(line.value) if day in merged else line.value
    return sorted(merged.items())


def _header(text: str) -> list[str]:
    first = text.lstrip("\ufeff").split("\n", 1)[0].strip()
    cells = (cell.strip().strip('"').strip().lower() for cell in first.split(_delimiter(text)))
    return [re.sub(r"[\s.-]+", "_", cell).strip("_") for cell in cells]


def _delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _column(header: list[str], key: str) -> int | None:
    return next((place for place, cell in enumerate(header) if cell in NAMES[key]), None)
