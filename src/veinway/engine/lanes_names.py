"""What-if lanes of one patient: the names that stand for values in printed rules.

`full` is the plane of all lanes.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from ..language import events as ev
from ..language import facts as fa
from ..language.expressions import Expression
from ..language.knowledge import walk
from ..language.parameters import Parameter

FULL, NONE, PRESUMED = "full", "0", "presumed"


class Pair(NamedTuple):
    """The names of two planes: it can be yes, it can be no."""

    yes: str
    no: str


ALWAYS = Pair(FULL, NONE)


class Number(NamedTuple):
    """The name of a spread, and the grid that it is counted on; None where it is in its unit."""

    name: str
    step: Fraction | None


Options = dict[str, str]
"""For each option the name of its plane."""


def is_leaf(part: Expression) -> bool:
    """It is read from the situation: a fact, or anything about events."""
    given = isinstance(part, fa.Fact | Parameter | ev.Anchor)
    return given or isinstance(getattr(part, "of", None), ev.Selection)


def dated_by(part: Expression) -> tuple[fa.DateFact, ...]:
    """The dates that say which events something about events looks at."""
    below = walk(*part.parts()) if isinstance(getattr(part, "of", None), ev.Selection) else ()
    return tuple(each for each in below if isinstance(each, fa.DateFact))


def step_of(part: Expression) -> Fraction | None:
    """The grid that the values of a leaf lie on; None where they lie on none."""
    if isinstance(part, Parameter | ev.SeriesMeasure):
        return None
    step: Fraction = getattr(part, "step", Fraction(1))
    return step
