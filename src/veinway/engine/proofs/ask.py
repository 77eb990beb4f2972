"""One question to the solver: can there be such a patient? And if so, the one of whom least is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Literal

import z3

from ...language.values import Possible
from .leaf import Leaf

Known = dict[Leaf, Possible]
"""What is known of a patient; a leaf of which nothing is known is not listed."""
Verdict = Literal["impossible", "possible", "not finished"]
WIDENING_SECONDS = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether there can be such a patient, and what is known of the smallest one."""

    verdict: Verdict
    seconds: float
    known: Known


class Solver:
    """Asks within a budget: so many seconds a question, and so many for all of them."""

    def __init__(self, seconds_each: float, seconds_altogether: float) -> None:
        self._each = seconds_each
        self._altogether = seconds_altogether
        self._started = perf_counter()

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return perf_counter() - self._started

    def ask(
        self,
        conditions: Iterable[Any],
        leaves: Sequence[Leaf],
        *,
        smallest: bool = True,
        preferred: Sequence[Any] = (),
    ) -> Answer:
        """Whether the conditions can hold for a patient with these leaves.

        smallest: widen the patient until nothing more can be forgotten; else any patient will do.
        preferred: what is made true of that patient where it can be.
        """
        begin = perf_counter()
        left = self._altogether - self.seconds
        if left <= 0:
            return Answer("not finished", 0.0, {})
        solver = z3.Solver()
        solver.add(*(leaf.allowed() for leaf in leaves), *conditions)
        found = _check(solver, min(self._each, left))
        if found != z3.sat:
            verdict: Verdict = "impossible" if found == z3.unsat else "not finished"
            return Answer(verdict, perf_counter() - begin, {})
        model = _widened(solver, leaves, preferred) if smallest else solver.model()
        values = {leaf: leaf.read(model) for leaf in leaves}
        known = {leaf: value for leaf, value in values.items() if value != leaf.anything()}
        return Answer("possible", perf_counter() - begin, known)


def _widened(solver: Any, leaves: Sequence[Leaf], preferred: Sequence[Any]) -> Any:
    """The model once every leaf that can be forgotten is, and the others are as wide as they can be."""
    model = solver.model()
    for condition in preferred:
        model = _tried(solver, model, condition)
    for leaf in leaves:
        model = _tried(solver, model, leaf.unknown())
    for leaf in leaves:
        for condition in leaf.wider():
            model = _tried(solver, model, condition)
    return model


def _tried(solver: Any, model: Any, condition: Any) -> Any:
    """Add the condition if a patient is left, and give that patient; else leave all as it was."""
    if z3.is_true(model.eval(condition, model_completion=True)):
        solver.add(condition)
        return model
    solver.push()
    solver.add(condition)
    if _check(solver, WIDENING_SECONDS) == z3.sat:
        return solver.model()
    solver.pop()
    return model


def _check(solver: Any, seconds: float) -> Any:
    solver.set("timeout", max(1, int(1000 * seconds)))
    return solver.check()
