"""Narrowing what is known never reverses what was decided: two patients, one inside the other.

Presumptions are off, because more knowledge is meant to overturn them; and no two records of one
quantity contradict each other, because that widens what is known (and is refused in a facts file).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import z3

from ...language.expressions import ChoiceExpression, YesNoExpression
from ...language.tables import Table
from ...language.values import Truth
from ..one import Reasoner
from .ask import Known
from .encode import Encoder
from .histories import inside
from .leaf import Leaf
from .leaves import Leaves
from .patients import counter_example, on_leaves
from .prover import Prover, agreements, decided, may_be
from .report import ProofResult

KIND = "narrowing never reverses"


class Narrowing:
    """The prover's patient without presumptions, and a second one who may be nothing that it may not."""

    def __init__(self, p: Prover) -> None:
        self.p = p
        self.wide = p.off
        self.narrow = Encoder(Leaves("narrow "), presumptions=False)

    def laws(self, *, thorough: bool) -> Iterator[ProofResult]:
        """Of every table; and, when thorough, of every score and of whom every step is for."""
        for table in self.p.knowledge.tables.values():
            yield self._table(table)
        if thorough:
            for score in self.p.knowledge.scores.values():
                yield self._choice(score, score.key)
            for step in self.p.knowledge.steps.values():
                yield self._truth(step.for_whom, f"{step.key}, for whom")

    def _table(self, table: Table) -> ProofResult:
        reversed_ = z3.Or(*(self._reversed(table, key) for key in table.option_keys()))
        return self._law(table.key, table, reversed_)

    def _reversed(self, table: Table, key: str) -> Any:
        was = decided(self.wide, table, key)
        if table.diagram is None:
            return z3.And(was, z3.Not(decided(self.narrow, table, key)))
        others = (may_be(self.narrow, table, other) for other in table.option_keys() if other != key)
        return z3.And(was, z3.Or(*others))

    def _choice(self, part: ChoiceExpression, name: str) -> ProofResult:
        wide, narrow = self.wide.options(part), self.narrow.options(part)
        return self._law(name, part, z3.Or(*(z3.And(narrow[key], z3.Not(wide[key])) for key in wide)))

    def _truth(self, part: YesNoExpression, name: str) -> ProofResult:
        wide, narrow = self.wide.truth(part), self.narrow.truth(part)
        gains = (z3.And(new, z3.Not(old)) for new, old in zip(narrow, wide, strict=True))
        return self._law(name, part, z3.Or(*gains))

    def _law(self, name: str, part: Any, reverses: Any) -> ProofResult:
        wide = self.p.leaves.below(part)
        narrow = [self.narrow.leaves.leaf(leaf.of) for leaf in wide]
        inside = [new.inside(old) for new, old in zip(narrow, wide, strict=True)]
        conditions = [reverses, *inside, *agreements(self.narrow, [part])]
        answer = self.p.solver.ask(conditions, [*wide, *narrow])
        if answer.verdict != "possible":
            return self.p.result(KIND, name, answer, "proved")
        before, after = (_of(answer.known, leaves) for leaves in (wide, narrow))
        shown = counter_example(before, lambda on, off: _reverses(part, off, on_leaves(after)))
        later = counter_example(after, lambda on, off: True)
        note = f"It is reversed once more is known: {later.words()}."
        return ProofResult(KIND, name, "failed", answer.seconds, shown, note)


def _of(known: Known, leaves: list[Leaf]) -> Known:
    return {leaf: value for leaf, value in known.items() if leaf in leaves}


def _reverses(part: Any, wide: Reasoner, narrow: Reasoner) -> bool:
    """Something was settled for the first that is not so for the second."""
    if isinstance(part, Table) and part.diagram is None:
        rows = [row.when for row in part.rows if row.when is not None]
        return any(wide.truth(w) is Truth.YES and narrow.truth(w) is not Truth.YES for w in rows)
    return not inside(narrow.find(part).value, wide.find(part).value)
