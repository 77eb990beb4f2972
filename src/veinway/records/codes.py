"""The code lists: which codes of which systems stand for a concept.

One CSV a concept, in `codes/` at the top of the project (and inside the installed package). A file's
name is the concept's name. Columns: system, code, display, descendants (yes: match by prefix), means
(the option, `yes` or `no` that the code stands for; `uncertain` where the code may mean something
else), family (of a D-dimer), origin, licence, date, note.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from veinway.language.errors import SourceError

OWN_SYSTEM = "https://veinway.org/fhir/fact"
"""Our own code system: its codes are concept names and fact keys, and need no list."""
OWN_OPTIONS = "https://veinway.org/fhir/option"
"""The code system of the options of our own choice facts."""
COLUMNS = (
    "system", "code", "display", "descendants", "means", "family", "origin", "licence", "date", "note",
)  # fmt: skip
OTHER_NAMES = {
    "http://snomed.info/sct": ("urn:oid:2.16.840.1.113883.6.96",),
    "http://loinc.org": ("urn:oid:2.16.840.1.113883.6.1",),
    "http://www.nlm.nih.gov/research/umls/rxnorm": ("urn:oid:2.16.840.1.113883.6.88",),
    "http://hl7.org/fhir/sid/icd-10": ("urn:oid:2.16.840.1.113883.6.3",),
    "http://hl7.org/fhir/sid/icd-10-cm": ("urn:oid:2.16.840.1.113883.6.90",),
    "http://www.whocc.no/atc": ("urn:oid:2.16.840.1.113883.6.73",),
}
"""Other names under which records know a code system."""


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One code of one concept."""

    concept: str
    system: str
    code: str
    display: str
    descendants: bool
    """Longer codes that begin with this one count too."""
    means: str
    family: str
    """FEU, DDU or unknown, for a D-dimer."""
    origin: str
    licence: str
    date: str
    note: str


@cache
def load_codes() -> tuple[CodeRow, ...]:
    """All code lists, sorted by concept. Raises SourceError S301 for a list that cannot be read."""
    return read_lists()


def read_lists(folder: str = "") -> tuple[CodeRow, ...]:
    """The code lists of a folder inside `codes/`. SourceError S303 for one that cannot be read."""
    place = _folder() / folder if folder else _folder()
    lists = sorted(
        (file for file in place.iterdir() if file.name.endswith(".csv")), key=lambda file: file.name
    )
    return tuple(row for file in lists for row in _read_list(file))


@cache
def concepts() -> frozenset[str]:
    """The names of all concepts."""
    return frozenset(row.concept for row in load_codes())


def _folder() -> Traversable:
    packaged = files("veinway") / "_codes"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "codes"


def _read_list(file: Traversable) -> list[CodeRow]:
    lines = csv.reader(file.read_text(encoding="utf-8").splitlines())
    if tuple(next(lines, ())) != COLUMNS:
        raise SourceError(
            "S303",
            "The first line of a code list must name its columns.",
            where=file.name,
            todo=f"Write {','.join(COLUMNS)}.",
        )
    concept = file.name.removesuffix(".csv")
    return [_read_row(concept, number, cells) for number, cells in enumerate(lines, start=2)]


def _read_row(concept: str, number: int, cells: list[str]) -> CodeRow:
    where = f"{concept}.csv, line {number}"
    if len(cells) != len(COLUMNS):
        raise SourceError(
            "S303", f"This line has {len(cells)} cells.", where=where, todo=f"Write {len(COLUMNS)}."
        )
    system, code, display, descendants, means, family, origin, licence, date, note = cells
    if not system or not code or descendants not in ("yes", "no"):
        raise SourceError(
            "S303",
            "A code list needs a system, a code, and yes or no for descendants.",
            where=where,
            todo="Fill them in.",
        )
    return CodeRow(
        concept, system, code, display, descendants == "yes", means, family, origin, licence, date, note
    )
