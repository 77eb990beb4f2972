"""Asks whether a law holds, and words the answer as a result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import z3

from ...language.expressions import Expression, YesNoExpression, all_of, any_of
from ...language.knowledge import Knowledge, walk
from ...language.numbers import Agreed
from ...language.tables import Table
from . import encode_numbers
from .ask import Answer, Solver
from .encode import Encoder
from .leaves import FROM_EVENTS, Leaves
from .patients import Shows, counter_example
from .report import ProofResult, Status


class Prover:
    """One symbolic patient, with presumptions (`on`) and without (`off`), and a solver to ask."""

    def __init__(self, knowledge: Knowledge, solver: Solver) -> None:
        self.knowledge = knowledge
        self.solver = solver
        self.leaves = Leaves()
        self.on = Encoder(self.leaves, presumptions=True, doubts=True)
        self.off = Encoder(self.leaves, presumptions=False)
        self._whom: dict[Table, list[YesNoExpression]] = {}
        for step in knowledge.steps.values():
            self._whom.setdefault(step.conclusion, []).append(step.for_whom)

    def whom(self, table: Table) -> YesNoExpression:
        """Of whom a table is said: of everybody, unless it is what steps conclude with."""
        return any_of(*self._whom[table]) if table in self._whom else all_of()

    @property
    def modes(self) -> tuple[Encoder, Encoder]:
        """Every law about what may happen is proved with presumptions and without."""
        return self.on, self.off

    def never(
        self,
        kind: str,
        subject: str,
        conditions: Iterable[Any],
        about: Sequence[Expression],
        shows: Shows,
        *,
        note: str = "",
    ) -> ProofResult:
        """Proved if there is no patient for whom the conditions hold; else the smallest one shows it."""
        silent = list(self.on.silences.values())
        answer = self.solver.ask(conditions, self.leaves.below(*about), preferred=silent)
        if answer.verdict != "possible":
            return self.result(kind, subject, answer, "proved", note)
        shown = counter_example(answer.known, shows)
        return ProofResult(kind, subject, "failed", answer.seconds, shown, note)

    def some(
        self,
        kind: str,
        subject: str,
        condition: Callable[[Encoder], Any],
        about: Sequence[Expression],
        shows: Shows,
    ) -> ProofResult:
        """Proved if there is a complete patient for whom the condition holds.

        Where rules read events, a real history is looked for too; the note says if none was found.
        """
        leaves = self.leaves.below(*about)
        found = self.solver.ask([condition(self.on), *self.complete(about)], leaves, smallest=False)
        if found.verdict != "possible":
            return self.result(kind, subject, found, "failed", "No patient is so.")
        note = ""
        if any(isinstance(leaf.of, FROM_EVENTS) for leaf in leaves):
            small = self.solver.ask([condition(self.off), *agreements(self.off, about)], leaves)
            if counter_example(small.known, shows).confirmed != "by the one-patient engine":
                note = "Shown with values read from events for which no history was found."
        return ProofResult(kind, subject, "proved", found.seconds, None, note)

    def result(
        self, kind: str, subject: str, answer: Answer, impossible: Status, note: str = ""
    ) -> ProofResult:
        """The result for an answer of which no patient needs to be shown."""
        status: Status = "not finished" if answer.verdict == "not finished" else impossible
        return ProofResult(kind, subject, status, answer.seconds, None, note)

    def complete(self, about: Sequence[Expression]) -> list[Any]:
        """Everything is known, and no two records of one quantity contradict each other."""
        known = [leaf.complete() for leaf in self.leaves.below(*about)]
        return [*known, *agreements(self.off, about)]


def agreements(e: Encoder, about: Sequence[Expression]) -> list[Any]:
    """No two records of one quantity contradict each other."""
    twice = [part for part in walk(*about) if isinstance(part, Agreed)]
    return [encode_numbers.agreement(e, part) for part in twice]


def may_be(e: Encoder, table: Table, key: str) -> Any:
    """The outcome is possible."""
    return e.options(table)[key]


def decided(e: Encoder, table: Table, key: str) -> Any:
    """The outcome is the only one left; where rows are collected, one that certainly holds."""
    if table.diagram is None:
        rows = [row for row in table.rows if row.then.key == key and row.when is not None]
        return z3.Or(*(e.truth(row.when).certain for row in rows if row.when is not None))
    others = [can for other, can in e.options(table).items() if other != key]
    return z3.And(may_be(e, table, key), *(z3.Not(can) for can in others))
