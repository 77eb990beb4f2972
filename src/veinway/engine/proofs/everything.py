"""All laws, one after the other, or shared among processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import get_all_start_methods, get_context

from ...language.knowledge import Knowledge
from . import of_doses, of_safety, of_scores, of_tables
from .ask import Solver
from .of_narrowing import Narrowing
from .prover import Prover
from .report import ProofReport, ProofResult

Parts = tuple[tuple[ProofResult, ...], ...]
"""The results by the kind of law they are about."""
RULES_A_SHARE = 4


def prove(knowledge: Knowledge, solver: Solver, *, thorough: bool, processes: int = 1) -> ProofReport:
    """Ask about every law; `thorough` adds those that a table's laws already rest on."""
    if processes > 1 and "fork" in get_all_start_methods():
        parts = _together(knowledge, solver, thorough=thorough, processes=processes)
    else:
        parts = _Laws(knowledge, solver, thorough=thorough).about(knowledge)
    results = tuple(result for part in parts for result in part)
    rows = [
        f"{table.key}, row {row.id or row.then.key}" for table, row in of_safety.unconfirmed(knowledge)
    ]
    return ProofReport(results, _counts(knowledge), tuple(rows), knowledge.edition, solver.seconds)


class _Laws:
    """Proves the laws about some rules; what was encoded for one rule serves the next."""

    def __init__(self, knowledge: Knowledge, solver: Solver, *, thorough: bool) -> None:
        self.p = Prover(knowledge, solver)
        self.narrowing = Narrowing(self.p)
        self.thorough = thorough

    def about(self, rules: Knowledge) -> Parts:
        """The laws about these rules."""
        p = self.p
        p.knowledge = rules
        laws = (
            of_tables.laws(p),
            of_scores.laws(p),
            of_safety.laws(p),
            of_doses.laws(p),
            self.narrowing.laws(thorough=self.thorough),
        )
        return tuple(map(tuple, laws))


# Shared among processes -------------------------------------------------------------------------

_here: list[tuple[_Laws, list[Knowledge]]] = []
"""What the processes inherit: rules are compared by identity and are never sent."""


def _together(knowledge: Knowledge, solver: Solver, *, thorough: bool, processes: int) -> Parts:
    """Every process takes the next share until none is left; the order is that of the shares."""
    shares = list(_shares(knowledge))
    _here.append((_Laws(knowledge, solver, thorough=thorough), shares))
    try:
        with get_context("fork").Pool(processes) as pool:
            found = pool.map(_prove_share, range(len(shares)), chunksize=1)
    finally:
        _here.pop()
    return tuple(tuple(r for part in parts for r in part) for parts in zip(*found, strict=True))


def _prove_share(number: int) -> Parts:
    laws, shares = _here[-1]
    return laws.about(shares[number])


def _shares(knowledge: Knowledge) -> Iterator[Knowledge]:
    """The same knowledge with a few of its laws or rules at a time."""
    for start in range(0, len(knowledge.invariants), RULES_A_SHARE):
        laws = knowledge.invariants[start : start + RULES_A_SHARE]
        yield replace(knowledge, rules={}, invariants=laws, monotone=())
    for start in range(0, len(knowledge.monotone), RULES_A_SHARE):
        doses = knowledge.monotone[start : start + RULES_A_SHARE]
        yield replace(knowledge, rules={}, invariants=(), monotone=doses)
    for keys in (list(knowledge.tables), list(knowledge.scores), list(knowledge.steps)):
        for start in range(0, len(keys), RULES_A_SHARE):
            rules = {key: knowledge.rules[key] for key in keys[start : start + RULES_A_SHARE]}
            yield replace(knowledge, rules=rules, invariants=(), monotone=())


def _counts(knowledge: Knowledge) -> dict[str, int]:
    return {
        "tables": len(knowledge.tables),
        "rows": sum(len(table.rows) for table in knowledge.tables.values()),
        "scores": len(knowledge.scores),
        "bands": sum(len(score.bands) for score in knowledge.scores.values()),
        "steps": len(knowledge.steps),
        "invariants": len(knowledge.invariants),
        "doses that never rise": len(knowledge.monotone),
        "constraints": len(knowledge.constraints),
    }
