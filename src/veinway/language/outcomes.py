"""Outcomes: what a rule may conclude, typed so that two guidelines can be compared by meaning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .errors import DefinitionError


class Direction(Enum):
    """What an outcome does to a patient, and so how certain it must be."""

    ESCALATES = "escalates"
    """Shown as soon as it cannot be excluded."""
    COMMITS = "commits"
    """Treats, operates, discharges or stops: needs certainty."""
    NEUTRAL = "neutral"


class Strength(Enum):
    """How strongly a guideline words it."""

    OFFER = "offer"
    CONSIDER = "consider"
    DO_NOT = "do not"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """A conclusion. `text` is a whole sentence to a clinician; `rank` orders outcomes of one scale."""

    key: str
    text: str
    direction: Direction
    action: str = ""
    strength: Strength = Strength.STATEMENT
    timing: str = ""
    rank: int | None = None

    def __post_init__(self) -> None:
        if not self.key.isidentifier():
            raise DefinitionError("D160", f"{self.key!r} is not an outcome key.")


def escalates(key: str, text: str, *, rank: int | None = None, timing: str = "") -> Outcome:
    """An outcome that is shown as soon as it cannot be excluded."""
    return Outcome(key, text, Direction.ESCALATES, rank=rank, timing=timing)


def commits(
    key: str,
    text: str,
    *,
    action: str = "",
    strength: Strength = Strength.OFFER,
    rank: int | None = None,
    timing: str = "",
) -> Outcome:
    """An outcome that treats, operates, discharges or stops."""
    return Outcome(key, text, Direction.COMMITS, action, strength, timing, rank)


def neutral(key: str, text: str, *, rank: int | None = None, timing: str = "") -> Outcome:
    """An outcome that neither escalates nor commits."""
    return Outcome(key, text, Direction.NEUTRAL, rank=rank, timing=timing)


silent = neutral
"""A guideline that does not speak of a situation says so with an outcome of its own."""
