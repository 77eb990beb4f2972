"""Definitions of a disease in coded records: which codes count, what must stand near them, what before.

A definition says who is *counted*, not who has the disease. It is written over the groups of one code
list (`codes/phenotypes/`), so that two definitions can be held against each other code by code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .errors import DefinitionError
from .sources import Cite, require_cite

Support = Literal["anticoagulant", "positive_scan", "procedure", "primary_position", "certified_death"]
"""What may stand near a code: an anticoagulant supplied or given, a scan that showed a clot, a procedure
for one; that the code is the main diagnosis of a stay in hospital; a death that was certified as caused
by it, of which no record is read."""


@dataclass(frozen=True, slots=True)
class Near:
    """Something within so many days of the code. For a main diagnosis the days do not matter."""

    what: Support
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Clean:
    """No such record in so many days before the code.

    groups: of the definition's list; what counts itself counts here too. anticoagulant_from: also no
    anticoagulant from so many days before the code on, back to the window's end; sooner ones leave it
    open, as they may treat this clot. observed: somebody whose record begins inside the window is not
    known to be clean.
    """

    days: int
    groups: tuple[str, ...] = ()
    anticoagulant_from: int | None = None
    observed: bool = False


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A second episode: more than `apart` days after the end of a first one that was treated.

    Codes at most `merged` days apart are one episode, and treatment that begins so near to it belongs to
    it. groups: codes that say by themselves that it is a recurrence. lasts: the days that a supply
    without an end is presumed to last at most.
    """

    apart: int
    merged: int
    lasts: int
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Phenotype:
    """One definition of one outcome.

    codes: the name of its code list. groups: those of the list that count. needs: of each tuple, one
    must be near. body: whose definition it is. presumed: what silence is taken for, and why. faults:
    what is known to be wrong with it. not_read: what of it cannot be looked at here, so that its numbers
    are of the rest.
    """

    key: str
    label: str
    outcome: str
    body: str
    codes: str
    groups: tuple[str, ...]
    source: Cite
    needs: tuple[tuple[Near, ...], ...] = ()
    clean: Clean | None = None
    recurrence: Recurrence | None = None
    presumed: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    not_read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What definitions are compared on: `standard` is the one that others are held against."""

    key: str
    label: str
    standard: str


def phenotype(
    key: str,
    label: str,
    *,
    outcome: str,
    body: str,
    codes: str,
    groups: list[str],
    source: Cite,
    needs: list[list[Near]] | None = None,
    clean: Clean | None = None,
    recurrence: Recurrence | None = None,
    presumed: list[str] | None = None,
    faults: list[str] | None = None,
    not_read: list[str] | None = None,
) -> Phenotype:
    """A definition. D225 where no group counts, or a need has no way to be met."""
    require_cite(source, key)
    wanted = tuple(tuple(each) for each in needs or ())
    if not groups or not all(wanted):
        raise DefinitionError("D225", "The definition counts nothing, or can never be met.", where=key)
    rule = tuple(groups), source, wanted, clean, recurrence
    notes = tuple(presumed or ()), tuple(faults or ()), tuple(not_read or ())
    return Phenotype(key, label, outcome, body, codes, *rule, *notes)
