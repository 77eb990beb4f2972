"""All laws, one after the other."""

from __future__ import annotations

from ...language.knowledge import Knowledge
from . import of_safety, of_scores, of_tables
from .ask import Solver
from .of_narrowing import Narrowing
from .prover import Prover
from .report import ProofReport


def prove(knowledge: Knowledge, solver: Solver, *, thorough: bool) -> ProofReport:
    """Ask about every law; `thorough` adds those that a table's laws already rest on."""
    p = Prover(knowledge, solver)
    results = (
        *of_tables.laws(p),
        *of_scores.laws(p),
        *of_safety.laws(p),
        *Narrowing(p).laws(thorough=thorough),
    )
    rows = [f"{table.key}, row {row.id or row.then.key}" for table, row in of_safety.unconfirmed(p)]
    return ProofReport(results, _counts(knowledge), tuple(rows), knowledge.edition, solver.seconds)


def _counts(knowledge: Knowledge) -> dict[str, int]:
    return {
        "tables": len(knowledge.tables),
        "rows": sum(len(table.rows) for table in knowledge.tables.values()),
        "scores": len(knowledge.scores),
        "bands": sum(len(score.bands) for score in knowledge.scores.values()),
        "steps": len(knowledge.steps),
        "invariants": len(knowledge.invariants),
        "constraints": len(knowledge.constraints),
    }
