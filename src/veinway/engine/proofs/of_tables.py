"""Laws of tables: they say what their rows say, leave nobody out, and have no row for nobody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import z3

from ...language.diagram import GAP
from ...language.tables import Row, Table
from ...language.values import Truth
from ..one import Reasoner
from . import diagrams
from .encode import Encoder
from .prover import Prover
from .report import ProofResult


def laws(p: Prover) -> Iterator[ProofResult]:
    """Every law of every table."""
    for table in p.knowledge.tables.values():
        if table.diagram is not None:
            yield _says_its_rows(p, table)
            yield _leaves_nobody_out(p, table)
        if table.hit == "unique":
            yield _does_not_overlap(p, table)
        rows = [_row_decides(p, table, number) for number in range(len(table.rows))]
        yield from rows
        yield from _outcomes_decide(table, rows)


def _says_its_rows(p: Prover, table: Table) -> ProofResult:
    kind = "the diagram equals the rows"
    answer = diagrams.differs_from_rows(p.solver, table)
    if answer.verdict != "possible":
        return p.result(kind, table.key, answer, "proved")
    difference = [
        _only(e.rows(table), number, first) for e in p.modes for number, first in _firsts(e, table)
    ]
    found = p.never(
        kind,
        table.key,
        [z3.Or(*difference)],
        [table],
        lambda on, off: _differs(on, table) or _differs(off, table),
    )
    if found.status == "proved":
        return ProofResult(
            kind, table.key, "failed", found.seconds, None, "only where answers exclude each other"
        )
    return found


def _firsts(e: Encoder, table: Table) -> Iterator[tuple[int, Any]]:
    """For each row, the condition under which it is the first that holds, and every other is certain."""
    before = z3.BoolVal(True)
    for number, row in enumerate(table.rows):
        if row.when is None:
            yield number, before
            return
        value = e.truth(row.when)
        yield number, z3.And(before, value.certain)
        before = z3.And(before, z3.Not(value.yes))
    yield GAP, before


def _only(rows: dict[int, Any], number: int, first: Any) -> Any:
    """This row should decide, and another one may."""
    return z3.And(first, z3.Or(*(can for other, can in rows.items() if other != number)))


def _differs(r: Reasoner, table: Table) -> bool:
    """The first row that holds is certain, and is not the only one that may decide."""
    for row in table.rows:
        holds = Truth.YES if row.when is None else r.truth(row.when)
        if holds is not Truth.NO:
            return holds is Truth.YES and r.table(table).rows != (row,)
    return False


def _leaves_nobody_out(p: Prover, table: Table) -> ProofResult:
    gaps = [e.rows(table)[GAP] for e in p.modes if GAP in e.rows(table)]
    return p.never(
        "some row holds for everybody",
        table.key,
        [z3.Or(*gaps)],
        [table],
        lambda on, off: not any(_can_hold(off, row) for row in table.rows),
    )


def _can_hold(r: Reasoner, row: Row) -> bool:
    return row.when is None or r.truth(row.when) is not Truth.NO


def _does_not_overlap(p: Prover, table: Table) -> ProofResult:
    kind = "no two rows hold together"
    exceptions = [row.when for row in table.rows[: table.exceptions] if row.when is not None]
    own = [row.when for row in table.rows[table.exceptions :] if row.when is not None]
    both = [
        z3.And(e.truth(one).certain, e.truth(other).certain, *(e.truth(part).no for part in exceptions))
        for e in p.modes
        for one, other in combinations(own, 2)
    ]

    def shows(on: Reasoner, off: Reasoner) -> bool:
        return any(sum(r.truth(part) is Truth.YES for part in own) > 1 for r in (on, off))

    return p.never(kind, table.key, [z3.Or(*both)], [table], shows)


def _row_decides(p: Prover, table: Table, number: int) -> ProofResult:
    row = table.rows[number]

    def decides(e: Encoder) -> Any:
        if table.diagram is None:
            return z3.BoolVal(False) if row.when is None else e.truth(row.when).certain
        rows = e.rows(table)
        others = (can for other, can in rows.items() if other != number)
        return z3.And(rows.get(number, z3.BoolVal(False)), *(z3.Not(can) for can in others))

    def shows(on: Reasoner, off: Reasoner) -> bool:
        if table.diagram is None:
            return row.when is not None and off.truth(row.when) is Truth.YES
        return off.table(table).rows == (row,)

    name = f"{table.key}, row {row.id or number + 1}"
    return p.some("the row decides for some complete patient", name, decides, [table], shows)


def _outcomes_decide(table: Table, rows: list[ProofResult]) -> Iterator[ProofResult]:
    """An outcome can be reached if one of its rows decides for somebody."""
    for outcome in table.outcomes:
        own = [found for row, found in zip(table.rows, rows, strict=True) if row.then is outcome]
        best = min(own, key=lambda found: ("proved", "not finished", "failed").index(found.status))
        name = f"{table.key}, {outcome.key}"
        yield ProofResult("the outcome is reached by some complete patient", name, best.status, 0.0)
