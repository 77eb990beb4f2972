"""Which of two limbs speaks for a person, in columns."""

from __future__ import annotations

import polars as pl
import pytest

from veinway.engine.limbs import speaking

Ends = tuple[float, float]

PAIRS: dict[str, tuple[list[Ends], list[Ends], str]] = {
    "the higher lowest total": ([(2, 2)], [(1, 8)], "left"),
    "then the one that can be higher": ([(1, 3)], [(1, 4)], "right"),
    "then the next score": ([(1, 3), (0, 0)], [(1, 3), (-1, 9)], "left"),
    "the left one of two equal ones": ([(1, 3)], [(1, 3)], "left"),
    "the left one where nothing is compared": ([], [], "left"),
}


def spoken(rows: list[tuple[str, str, list[Ends]]]) -> list[bool]:
    frame = pl.DataFrame({"person": [row[0] for row in rows], "side": [row[1] for row in rows]})
    totals = [
        pl.Series(f"{score}.{end}", [row[2][score][end] for row in rows])
        for score in range(len(rows[0][2]))
        for end in (0, 1)
    ]
    return speaking(frame.with_columns(index=pl.lit(20600)), totals).to_list()


@pytest.mark.parametrize(("left", "right", "speaks"), PAIRS.values(), ids=PAIRS)
def test_of_two_limbs_one_speaks(left: list[Ends], right: list[Ends], speaks: str) -> None:
    found = spoken([("a", "left", left), ("a", "right", right)])
    assert found == [speaks == "left", speaks == "right"]


def test_an_only_limb_speaks_whatever_its_neighbours_are() -> None:
    low, high = [(0.0, 0.0)], [(9.0, 9.0)]
    rows = [
        ("a", "", low),
        ("b", "left", low),
        ("b", "right", high),
        ("c", "left", low),
        ("d", "right", high),
    ]
    assert spoken(rows) == [True, False, True, True, True]
