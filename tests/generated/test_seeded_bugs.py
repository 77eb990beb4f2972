"""Mistakes that other systems make, put into the column engine: the agreement test sees each one."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from hypothesis import Phase, find, settings
from hypothesis.errors import NoSuchExample

from generated.cases import cases, size
from generated.engines import differences
from veinway.engine import columns_compiler, columns_decisions, columns_window
from veinway.engine.columns_cells import Pair, Plane, Whole, constant, every, inverted, some
from veinway.engine.columns_decisions import TableColumns
from veinway.engine.columns_options import Planewise
from veinway.language import expressions as ex
from veinway.language import tables as ta

EXAMPLES = 1000
"""The size of the agreement test in continuous integration."""


def unknown_as_no(pair: Pair) -> Pair:
    """SQL's WHERE, a pandas fillna(False), a dictionary's get(key, False)."""
    return Pair(every([pair.yes, inverted(pair.no)]), pair.no)


def null_as_no_in_all_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def all_of(c: Any, part: Any) -> Pair:
        pairs = [unknown_as_no(c.truth(each)) for each in part.of]
        return c.layers.pair(Pair(every(p.yes for p in pairs), some(p.no for p in pairs)))

    monkeypatch.setitem(columns_compiler.TRUTHS, ex.AllOf, all_of)


def null_as_no_in_any_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def any_of(c: Any, part: Any) -> Pair:
        pairs = [unknown_as_no(c.truth(each)) for each in part.of]
        return c.layers.pair(Pair(some(p.yes for p in pairs), every(p.no for p in pairs)))

    monkeypatch.setitem(columns_compiler.TRUTHS, ex.AnyOf, any_of)


def greater_for_greater_or_equal(monkeypatch: pytest.MonkeyPatch) -> None:
    right = Whole.above

    def above(self: Whole, other: Whole, *, or_equal: bool) -> Plane:
        return right(self, other, or_equal=False)

    monkeypatch.setattr(Whole, "above", above)


def negative_points_dropped_from_the_low_end(monkeypatch: pytest.MonkeyPatch) -> None:
    right = columns_decisions._points

    def points(values: Any, rows: Any, scale: Any) -> Any:
        number = right(values, rows, scale)
        low = number.low.over
        if isinstance(low.of, pl.Expr):
            low = Whole(low.of.clip(0), 0, max(0, low.most))
        return number._replace(low=number.low._replace(over=low))

    monkeypatch.setattr(columns_decisions, "_points", points)


def a_window_that_is_a_day_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    right = columns_window._earliest

    def earliest(anchor: Any, window: Any) -> Any:
        number = right(anchor, window)
        return number.each(lambda end: end._replace(over=end.over.plus(constant(-1))), number.scale)

    monkeypatch.setattr(columns_window, "_earliest", earliest)


def a_table_read_as_if_and_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first row that is certain decides; an unknown row is passed over as if it were not so."""

    def table(c: Any, table: ta.Table) -> TableColumns:
        rows: list[Plane] = []
        for row in table.rows:
            holds = True if row.when is None else inverted(c.truth(row.when).no)
            rows.append(c.layers.plane(every([holds, *map(inverted, rows)])))
        keys = table.option_keys()
        outcomes = (
            some(plane for plane, row in zip(rows, table.rows, strict=True) if row.then.key == key)
            for key in keys
        )
        planes = tuple(c.layers.plane(plane) for plane in outcomes)
        return TableColumns(tuple(rows), Planewise(keys, planes), (), ())

    monkeypatch.setitem(columns_compiler.DECISIONS, ta.Table, table)


BUGS = [
    null_as_no_in_all_of,
    null_as_no_in_any_of,
    greater_for_greater_or_equal,
    negative_points_dropped_from_the_low_end,
    a_window_that_is_a_day_too_long,
    a_table_read_as_if_and_else,
]


def is_caught() -> bool:
    """Whether the agreement test would fail within its size."""
    without_shrinking = settings(size(1), max_examples=EXAMPLES, phases=[Phase.generate])
    try:
        find(
            cases(),
            lambda case: bool(differences(case.rules, case.expressions, case.situations, case.planes)),
            settings=without_shrinking,
        )
    except NoSuchExample:
        return False
    return True


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.__name__)
def test_the_agreement_test_sees_a_seeded_bug(bug: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bug(monkeypatch)
    assert is_caught()
