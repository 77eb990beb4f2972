"""A table's diagram against its rows, answer by answer: both are read afresh, neither through pairs.

Every atom gets one answer: a number a value, a choice an option, anything else yes or no. The answers
are independent, so that what is proved holds for every patient.
"""

from __future__ import annotations

from typing import Any

import z3

from ...language import expressions as ex
from ...language.diagram import GAP, Atom, Diagram, Node
from ...language.events import SeriesMeasure
from ...language.expressions import Expression
from ...language.numbers import Compare, Constant
from ...language.tables import Table
from .ask import Answer, Solver
from .pairs import so_many


def differs_from_rows(solver: Solver, table: Table) -> Answer:
    """Whether there are answers for which the diagram ends in another row than the rows say."""
    assert table.diagram is not None
    answers = _Answers()
    by_rows = z3.IntVal(len(table.rows) - 1 if table.rows[-1].when is None else GAP)
    for number, row in reversed(list(enumerate(table.rows))):
        if row.when is not None:
            by_rows = z3.If(answers.holds(row.when), number, by_rows)
    return solver.ask([by_rows != _by_diagram(answers, table.diagram), *answers.sensible], [])


class _Answers:
    """One unknown for each thing that rows ask about."""

    def __init__(self) -> None:
        self._unknown: dict[Expression, Any] = {}
        self.sensible: list[Any] = []

    def _of(self, part: Expression, kind: Any) -> Any:
        if part not in self._unknown:
            self._unknown[part] = kind(f"answer {len(self._unknown)}")
        return self._unknown[part]

    def _option(self, choice: ex.ChoiceExpression) -> Any:
        chosen = self._of(choice, z3.Int)
        self.sensible.append(z3.And(chosen >= 0, chosen < len(choice.option_keys())))
        return chosen

    def _number(self, part: Expression) -> Any:
        """A number: on its grid, where it has one, because between two grid points lies no patient."""
        grid = getattr(part, "step", None)
        if grid is None or isinstance(part, SeriesMeasure):
            return self._of(part, z3.Real)
        return z3.ToReal(self._of(part, z3.Int)) * z3.Q(grid.numerator, grid.denominator)

    def holds(self, part: Expression) -> Any:
        """Whether a condition holds."""
        match part:
            case ex.AllOf():
                return z3.And(*(self.holds(each) for each in part.of))
            case ex.AnyOf():
                return z3.Or(*(self.holds(each) for each in part.of))
            case ex.AtLeast():
                return so_many(part.count, [self.holds(each) for each in part.of])
            case ex.No():
                return z3.Not(self.holds(part.of))
            case ex.IsOneOf():
                keys = part.choice.option_keys()
                return z3.Or(*(self._option(part.choice) == keys.index(key) for key in part.options))
            case Compare() if isinstance(part.right, Constant):
                value = self._number(part.left)
                at = z3.Q(part.right.value.numerator, part.right.value.denominator)
                signs = {"<": value < at, "<=": value <= at, ">": value > at, ">=": value >= at}
                return signs[part.sign]
        return self._of(part, z3.Bool)

    def cell(self, atom: Atom, cell: int) -> Any:
        """Whether this is the answer to an atom."""
        if isinstance(atom.subject, ex.ChoiceExpression):
            return self._option(atom.subject) == cell
        if not atom.steps:
            holds = self.holds(atom.subject)
            return holds if cell else z3.Not(holds)
        passed = [self.holds(step) for step in atom.steps]
        return z3.And(*passed[:cell], *(z3.Not(step) for step in passed[cell:]))


def _by_diagram(answers: _Answers, diagram: Diagram) -> Any:
    """The row in which the diagram ends."""
    ends: dict[Node | int, Any] = {}

    def end(target: Node | int) -> Any:
        return z3.IntVal(target) if isinstance(target, int) else ends[target]

    for node in reversed(diagram.nodes):
        *others, (_, last) = node.edges
        result = end(last)
        for cells, target in others:
            here = z3.Or(*(answers.cell(diagram.atoms[node.atom], cell) for cell in sorted(cells)))
            result = z3.If(here, end(target), result)
        ends[node] = result
    return end(diagram.root)
