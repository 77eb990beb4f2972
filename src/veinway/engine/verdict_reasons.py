"""Why a drug suits a patient or not: the rows of its verdict that hold or may hold, and its flags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..language import Drug, Expression, Flag, Outcome, Row, Table
from ..language.expressions import AnyOf, IsOneOf
from ..language.outcomes import Direction
from ..language.values import Truth
from .finding import Finding
from .one import Reasoner


@dataclass(frozen=True, slots=True)
class Reason:
    """A row of the verdict that holds, or may hold as far as is known."""

    row: Row
    truth: Truth
    why: Finding


@dataclass(frozen=True, slots=True)
class Raised:
    """A flag of a drug that is so, or may be as far as is known."""

    flag: Flag
    truth: Truth


def allows(outcome: Outcome) -> bool:
    """Whether a verdict lets the drug be given."""
    return outcome.direction is Direction.COMMITS


def raised(drug: Drug, reasoner: Reasoner) -> tuple[Raised, ...]:
    """The flags of a drug that are so or may be so."""
    found = ((flag, reasoner.truth(flag.when)) for flag in drug.flags)
    return tuple(Raised(flag, truth) for flag, truth in found if truth is not Truth.NO)


def inside(reason: Reason, reasoner: Reasoner) -> Iterator[tuple[Row, Expression]]:
    """What a reason comes down to: each row with the condition that holds, or may hold.

    A row that asks for the outcome of another table is what that table's own rows say.
    """
    yield from _inside(reason.row, reason.row.when, reasoner)


def _inside(
    row: Row, when: Expression | None, reasoner: Reasoner, depth: int = 0
) -> Iterator[tuple[Row, Expression]]:
    match when:
        case IsOneOf(choice=Table() as table, options=keys):
            for inner in reasons(table, reasoner):
                if inner.row.then.key in keys:
                    yield from _inside(inner.row, inner.row.when, reasoner, depth + 1)
        case AnyOf() if depth:
            for part in when.of:
                if reasoner.truth(part) is not Truth.NO:
                    yield from _inside(row, part, reasoner, depth + 1)
        case None:
            return
        case _:
            yield row, when


def reasons(table: Table, reasoner: Reasoner) -> tuple[Reason, ...]:
    """Every row that holds or may hold, the gravest first; a row that certainly does not is left out."""
    found = []
    for row in table.rows:
        if row.when is not None and (truth := reasoner.truth(row.when)) is not Truth.NO:
            found.append(Reason(row, truth, reasoner.find(row.when)))
    return tuple(found)
