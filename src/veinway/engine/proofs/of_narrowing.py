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
from ..one import Reasoner
from .encode import Encoder
from .leaves import Leaves
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
        return self.p.never(KIND, name, conditions, [part], _never_mind, leaves=[*wide, *narrow])


def _never_mind(on: Reasoner, off: Reasoner) -> bool:
    """One patient alone cannot show that narrowing reverses."""
    return False
