"""Information for patients: passages in plain words, each with its source, and for whom it is said.

A passage is said only where its condition is certain. One with {places} is said only where the findings
fill every place, so that a leaflet cannot say what is not known. `first_of` says the first of several
that can be said: its last one says that something is not noted or not decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter
from typing import Literal

from .errors import DefinitionError
from .expressions import Expression, YesNoExpression
from .outcomes import Outcome
from .sources import Cite, require_cite
from .steps import Question

Kind = Literal["plain", "emergency", "today", "personal"]
"""How a section looks, and whether it is about one patient."""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A few sentences to a patient.

    when: said where this is certainly so. unless: left out where this is certainly so. decided: said
    where the guideline in use decides the question so. listed: it is a line of a list.
    """

    key: str
    text: str
    source: Cite
    when: YesNoExpression | None = None
    unless: YesNoExpression | None = None
    decided: tuple[Question, Outcome] | None = None
    listed: bool = False

    def __post_init__(self) -> None:
        require_cite(self.source, self.key)
        if not self.key.isidentifier() or not self.text.strip():
            raise DefinitionError("D230", "A passage needs a key and a text.", where=self.key)

    def parts(self) -> tuple[Expression, ...]:
        """The conditions that it depends on."""
        return tuple(part for part in (self.when, self.unless) if part is not None)

    @property
    def places(self) -> frozenset[str]:
        """The names in curly brackets that have to be filled in."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.text) if name)


@dataclass(frozen=True, slots=True, eq=False)
class FirstOf:
    """The first passage that can be said, of several."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A heading with passages under it."""

    key: str
    heading: str
    of: tuple[Passage | FirstOf, ...]
    kind: Kind = "plain"

    @property
    def passages(self) -> Iterator[Passage]:
        """Every passage that it may say."""
        for part in self.of:
            yield from part.passages if isinstance(part, FirstOf) else (part,)


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A word that not everybody knows, and what it means; it is explained wherever it is used.

    word: as it stands in a text, or several forms of it with | between them; the first one is shown.
    """

    key: str
    word: str
    means: str
    source: Cite


def passage(
    key: str,
    text: str,
    *,
    source: Cite,
    when: YesNoExpression | None = None,
    unless: YesNoExpression | None = None,
    decided: tuple[Question, Outcome] | None = None,
) -> Passage:
    """A few sentences to a patient, for everybody or for those of whom a condition holds."""
    return Passage(key, text, source, when, unless, decided)


def line(
    key: str,
    text: str,
    *,
    source: Cite,
    when: YesNoExpression | None = None,
    unless: YesNoExpression | None = None,
) -> Passage:
    """A line of a list."""
    return Passage(key, text, source, when, unless, listed=True)


def first_of(*passages: Passage) -> FirstOf:
    """The first of these that can be said; the last one says that something is not noted or decided."""
    return FirstOf(passages)


def section(key: str, heading: str, *of: Passage | FirstOf, kind: Kind = "plain") -> Section:
    """A heading with passages under it; D231 where two of them share a key."""
    made = Section(key, heading, of, kind)
    keys = [each.key for each in made.passages]
    if len(set(keys)) < len(keys):
        raise DefinitionError("D231", "Two passages of a section share a key.", where=key)
    return made


def term(key: str, word: str, means: str, *, source: Cite) -> Term:
    """A word that is explained wherever it is used."""
    return Term(key, word, means, source)
