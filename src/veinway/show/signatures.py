"""Signatures: who confirmed which statement, and whether it still says what was signed.

`care/signatures.csv` has one line a signature: the statement's hash, where it stands, the clinician's
name and role, the date, and the edition that was read. A statement that is changed has another hash,
so that its old signature is stale: it is still listed, and counts for nothing.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from importlib import resources

from veinway.language.errors import SourceError
from veinway.show.statements import Statement

FILE = "care/signatures.csv"


@dataclass(frozen=True, slots=True)
class Signature:
    """One clinician's word for one statement."""

    hash: str
    where: str
    name: str
    role: str
    date: str
    edition: str

    @property
    def words(self) -> str:
        return f"{self.name}, {self.role}, {self.date}"


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every signature, those that hold by the hash of their statement apart from the stale ones."""

    holding: dict[str, Signature]
    stale: tuple[Signature, ...]


def shipped_signatures() -> tuple[Signature, ...]:
    """The signatures that come with this version."""
    file = resources.files("veinway").joinpath(FILE)
    return read_signatures(file.read_text(encoding="utf-8"))


def read_signatures(text: str) -> tuple[Signature, ...]:
    """Signatures from the text of a file; SourceError S306 for a line that cannot be one."""
    columns = [field.name for field in fields(Signature)]
    reader = csv.DictReader(io.StringIO(text))
    if reader.fieldnames != columns:
        raise _wrong(1, f"The columns are {', '.join(reader.fieldnames or ['none'])}.", columns)
    found = []
    for number, line in enumerate(reader, start=2):
        if None in line or not all(line.values()):
            raise _wrong(number, "A part of a signature is missing.", columns)
        made = Signature(**line)
        if not re.fullmatch("[0-9a-f]{12}", made.hash) or not _is_date(made.date):
            raise _wrong(number, f"{made.hash!r} of {made.date!r} is no signature.", columns)
        found.append(made)
    return tuple(found)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _wrong(number: int, what: str, columns: list[str]) -> SourceError:
    todo = f"A line has {', '.join(columns)}; the hash has 12 digits, the date is 2026-03-04."
    return SourceError("S306", what, where=f"{FILE}, line {number}", todo=todo)


def ledger(statements: Iterable[Statement], signatures: Iterable[Signature]) -> Ledger:
    """Which statements are signed, and which signatures their statement has outgrown."""
    hashes = {statement.hash for statement in statements}
    made = tuple(signatures)
    holding = {each.hash: each for each in made if each.hash in hashes}
    return Ledger(holding, tuple(each for each in made if each.hash not in hashes))
