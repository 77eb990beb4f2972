"""Bands of a printed table, as the table prints them: "< 1.5", "1.5-1.7", "> 4.0".

A laboratory's value has more decimals than the table, so that it is rounded half up first, as the
table means it: in tenths, "1.5-1.7" holds from 1.45 up to but not at 1.75. Nothing falls between two
bands, and no value is in both.
"""

from __future__ import annotations

import re
from fractions import Fraction

from .doses import Every, amount, recall
from .drugs import dose
from .errors import DefinitionError
from .events import Event
from .expressions import YesNoExpression, all_of
from .numbers import Exact, NumberExpression, exact
from .outcomes import Outcome, neutral
from .sources import Cite
from .tables import Row, row

_SIGNED = re.compile(r"(<=?|>=?) ?([\d.]+)")
_RANGE = re.compile(r"([\d.]+)(?:-([\d.]+))?")


def in_band(number: NumberExpression, band: str, *, to: Exact = "0.1") -> YesNoExpression:
    """Whether a number, rounded half up to `to`, lies in a band of a printed table.

    Raises D213 for what is no band.
    """
    half = exact(to) / 2
    if signed := _SIGNED.fullmatch(band):
        at = Fraction(signed[2])
        return {
            "<": number < at - half,
            "<=": number < at + half,
            ">": number >= at + half,
            ">=": number >= at - half,
        }[signed[1]]
    if ends := _RANGE.fullmatch(band):
        low, high = Fraction(ends[1]), Fraction(ends[2] or ends[1])
        if low <= high:
            return all_of(number >= low - half, number < high + half)
    raise DefinitionError("D213", f"{band!r} is not a band.", todo='Write "< 1.5", "1.5-1.7" or "3.4".')


def banded(
    number: NumberExpression,
    bands: dict[str, Outcome],
    *,
    cite: Cite,
    to: Exact = "0.1",
    when: YesNoExpression | None = None,
    id: str = "",
) -> list[Row]:
    """A row for each band; `when` is what must hold beside it (a column of the printed table)."""
    rows = []
    for band, then in bands.items():
        inside = in_band(number, band, to=to)
        holds = inside if when is None else all_of(when, inside)
        rows.append(row(holds, then, cite=cite, id=f"{id} {band}".strip()))
    return rows


def gridded(
    number: NumberExpression,
    printed: dict[str, str],
    *,
    columns: dict[str, YesNoExpression],
    of: dict[str, Outcome],
    cite: Cite,
    when: YesNoExpression,
    id: str,
    to: Exact = "0.1",
) -> list[Row]:
    """A printed table with several columns, line by line: {"1.8-2.3": "5 / 4.5 / 4 / 3"}.

    columns: what must hold for each column, by its name, from left to right. of: the outcome of each
    printed cell. Raises D213 for a line with too few or too many cells, or a cell of no outcome.
    """
    rows: list[Row] = []
    for band, line in printed.items():
        cells = [cell.strip() for cell in line.split("/")]
        if len(cells) != len(columns) or not of.keys() >= set(cells):
            raise DefinitionError("D213", f"The line {line!r} does not fit the columns.", where=id)
        for (name, column), cell in zip(columns.items(), cells, strict=True):
            inside = all_of(when, column, in_band(number, band, to=to))
            rows.append(row(inside, of[cell], cite=cite, id=f"{id} {band}, {name}"))
    return rows


def recall_bands(
    number: NumberExpression,
    days_each: Exact,
    *,
    of: Event,
    up_to: int,
    cite: Cite,
    when: YesNoExpression,
    what: str = "test",
) -> list[Row]:
    """When a test is due by a number: so many days for each unit of it, rounded down to whole weeks.

    up_to: in weeks, the longest that is allowed. what: the word for what is done again. The rows are in
    order: the first that holds counts.
    """
    name = "again" if what == "test" else f"{what}_again"
    rows = []
    for count in range(up_to, 0, -1):
        then = neutral(
            f"{name}_in_{count}_weeks",
            f"Again {count} weeks after the last {what}.",
            gives=recall(1, 7 * count, of),
            short=f"in {count} weeks",
        )
        holds = all_of(when, number * exact(days_each) >= 7 * count)
        rows.append(row(holds, then, cite=cite, id=f"{count} weeks"))
    return rows


def oral_doses(drug: str, unit: str, *amounts: str, every: Every = "day") -> dict[str, Outcome]:
    """A dose by mouth for each amount of a printed table, by how it is printed: DOSES["10-15"]."""
    return {each: _oral_dose(drug, unit, each, every) for each in amounts}


def _oral_dose(drug: str, unit: str, printed: str, every: Every) -> Outcome:
    low, _, high = printed.partition("-")
    key = f"{drug}_{printed.replace('.', '_').replace('-', '_to_')}" + ("_a_week" * (every == "week"))
    shown = printed.replace("-", " to ")
    when = "a week" if every == "week" else "today"
    given = amount(low, unit, up_to=high or None, every=every)
    return dose(key, f"{drug.capitalize()}, {shown} {unit} {when}.", given)
