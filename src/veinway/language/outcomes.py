"""Outcomes: what a rule may conclude, typed so that two guidelines can be compared by meaning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypedDict, Unpack

from .doses import Gives
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
    """A conclusion. `text` is a whole sentence to a clinician; `rank` orders outcomes of one scale.

    action, strength and timing are what two guidelines are compared by: the same act word is the same
    thing to do, whoever recommends it. short: what a table of comparison calls it.
    """

    key: str
    text: str
    direction: Direction
    action: str = ""
    strength: Strength = Strength.STATEMENT
    timing: str = ""
    rank: int | None = None
    short: str = ""
    silent: bool = False
    """A guideline that says nothing about the situation."""
    gives: Gives | None = None
    """The dose, the change of it, or the time to the next test that this outcome is about."""
    drugs: tuple[str, ...] = ()
    """Keys of the drugs that it allows, the preferred one first."""

    def __post_init__(self) -> None:
        if not self.key.isidentifier():
            raise DefinitionError("D160", f"{self.key!r} is not an outcome key.")


class Said(TypedDict, total=False):
    """What may be said of any outcome beside its key and its sentence."""

    action: str
    strength: Strength
    timing: str
    rank: int | None
    short: str
    gives: Gives | None
    drugs: tuple[str, ...]


def escalates(key: str, text: str, **said: Unpack[Said]) -> Outcome:
    """An outcome that is shown as soon as it cannot be excluded."""
    return Outcome(key, text, Direction.ESCALATES, **said)


def commits(key: str, text: str, **said: Unpack[Said]) -> Outcome:
    """An outcome that treats, operates, discharges or stops; offered, unless it says otherwise."""
    return Outcome(key, text, Direction.COMMITS, **({"strength": Strength.OFFER} | said))


def neutral(key: str, text: str, **said: Unpack[Said]) -> Outcome:
    """An outcome that neither escalates nor commits."""
    return Outcome(key, text, Direction.NEUTRAL, **said)


def silent(key: str, text: str, **said: Unpack[Said]) -> Outcome:
    """A guideline that does not speak of a situation says so with an outcome of its own."""
    return Outcome(key, text, Direction.NEUTRAL, silent=True, **said)
