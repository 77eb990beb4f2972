"""Sources: registered editions, and citations that point into them.

A rule cannot be written without a citation. The tag says how well the statement was confirmed
against the primary text; the engines act on it (an unconfirmed row never enables anything).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .errors import DefinitionError


class Tag(Enum):
    """How a statement was confirmed."""

    CONFIRMED = "confirmed"
    SECONDARY = "secondary source"
    UNCONFIRMED = "not confirmed against the primary text"
    LOCAL = "local choice"

    @property
    def needs_sign_off(self) -> bool:
        """A clinician must sign this before it may be relied on."""
        return self in (Tag.UNCONFIRMED, Tag.LOCAL)


_EDITIONS: dict[str, Source] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One edition of one guideline, paper or page. Registered when it is made; keys are unique."""

    key: str
    title: str
    edition: str
    """Publication date or version, as the publisher prints it."""
    locator: str = ""
    """DOI or the publisher's name of the page."""
    review_by: str = ""
    """ISO date after which the edition should be checked again."""
    short: str = ""
    """What a finding calls it, such as `NICE NG158`."""

    def __post_init__(self) -> None:
        if self.key in _EDITIONS:
            raise DefinitionError(
                "D101", f"The source key {self.key!r} is registered twice.", where="sources"
            )
        _EDITIONS[self.key] = self

    def rec(self, number: str, tag: Tag = Tag.CONFIRMED, via: str = "") -> Cite:
        """A numbered recommendation."""
        return Cite(self, f"recommendation {number}", tag, via)

    def table(self, number: int | str, tag: Tag = Tag.CONFIRMED, via: str = "") -> Cite:
        return Cite(self, f"table {number}", tag, via)

    def section(self, number: str, tag: Tag = Tag.CONFIRMED, via: str = "") -> Cite:
        return Cite(self, f"section {number}", tag, via)

    def at(self, place: str, tag: Tag = Tag.CONFIRMED, via: str = "") -> Cite:
        """Any other place: a figure, a row, a page, an abstract."""
        return Cite(self, place, tag, via)


@dataclass(frozen=True, slots=True)
class Cite:
    """A place in a source, how well it is confirmed, and through whom it was read if not directly."""

    source: Source
    place: str
    tag: Tag
    via: str = ""

    def __str__(self) -> str:
        through = f", read through {self.via}" if self.via else ""
        note = "" if self.tag is Tag.CONFIRMED else f" ({self.tag.value}{through})"
        return f"{self.source.title}, {self.source.edition}, {self.place}{note}"


def editions() -> tuple[Source, ...]:
    """Every registered source, by key."""
    return tuple(_EDITIONS[key] for key in sorted(_EDITIONS))


def require_cite(cite: object, where: str) -> None:
    """Refuse a rule without a citation."""
    if not isinstance(cite, Cite):
        raise DefinitionError(
            "D102",
            "A source is missing.",
            where=where,
            todo="Write source= with a place in a registered edition, such as NG158.rec('1.1.3').",
        )
