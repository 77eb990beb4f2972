"""Which limb speaks for a patient of whom both were described: the more symptomatic one.

It is the limb with the higher lowest total of the scores that the steps use; of two equal ones, the one
that can still be higher; of two that are equal in all of this, the left one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import polars as pl

from ..language.expressions import Expression
from ..language.knowledge import walk
from ..language.steps import Step

Rule = TypeVar("Rule")


def compared(steps: Iterable[Expression | Step], scores: Iterable[Rule]) -> tuple[Rule, ...]:
    """The scores by which limbs are compared, in their order."""
    used = {id(part) for part in walk(*steps)}
    return tuple(score for score in scores if id(score) in used)


def speaking(subjects: pl.DataFrame, totals: Sequence[pl.Series]) -> pl.Series:
    """Of each subject, whether it speaks for the person; both limbs of one are in neighbouring rows.

    subjects: person, side and index. totals: of each score that is compared, its low and its high ends.
    """
    left = pl.lit(True)
    for total in reversed(totals):
        mine, other = pl.col(total.name), pl.col(total.name).shift(-1)
        left = pl.when(mine > other).then(True).when(mine < other).then(False).otherwise(left)
    paired = [pl.col("side") == "left", pl.col("side").shift(-1) == "right"]
    paired += [pl.col(name) == pl.col(name).shift(-1) for name in ("person", "index")]
    frame = subjects.hstack(list(totals)).with_columns(
        first=pl.all_horizontal(paired).fill_null(False), left=left.fill_null(True)
    )
    speaks = (
        pl.when("first")
        .then(pl.col("left"))
        .when(pl.col("first").shift(1).fill_null(False))
        .then(~pl.col("left").shift(1))
        .otherwise(True)
    )
    return frame.select(speaks=speaks).to_series()
