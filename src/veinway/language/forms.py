"""Conditions as forms over atoms: what a table asks, with negation pushed down to the questions.

An *atom* is one question that the rows ask: a yes/no expression, a choice with its options, or a
number with the cells between its cut points. A form is a nested tuple:

    True | False | ("in", atom, cells) | ("all", forms) | ("any", forms) | ("count", n, forms)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .events import SeriesMeasure
from .expressions import (
    AllOf,
    AnyOf,
    AtLeast,
    ChoiceExpression,
    Expression,
    IsOneOf,
    No,
    YesNoExpression,
)
from .numbers import Compare, Constant, NumberExpression

Form = Any
"""A nested tuple as drawn above; hashable."""


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """One question, with its possible answers (cells).

    For a yes/no expression the cells are no (0) and yes (1); for a choice they are its options in
    order. For a number, `steps` are comparisons that rise (each implies the one before): cell n is
    where exactly the first n of them hold.
    """

    subject: Expression
    cells: int
    steps: tuple[Compare, ...] = ()


class Atoms:
    """Finds the atoms of some conditions, and writes each condition as a form over them."""

    def __init__(self, conditions: Sequence[YesNoExpression]) -> None:
        self._cuts: dict[NumberExpression, dict[tuple[Fraction, bool], None]] = {}
        self._number: dict[Expression, int] = {}
        listed: list[Expression] = []
        for condition in conditions:
            self._collect(condition, listed)
        self.listed = tuple(self._atom(subject) for subject in listed)

    def _collect(self, part: YesNoExpression, listed: list[Expression]) -> None:
        if isinstance(part, AllOf | AnyOf | AtLeast):
            for inner in part.of:
                self._collect(inner, listed)
            return
        if isinstance(part, No):
            self._collect(part.of, listed)
            return
        subject: Expression = part
        if isinstance(part, IsOneOf):
            subject = part.choice
        elif isinstance(part, Compare) and isinstance(part.right, Constant):
            subject = part.left
            self._cuts.setdefault(part.left, {})[_border(part)] = None
        if subject not in self._number:
            self._number[subject] = len(listed)
            listed.append(subject)

    def _atom(self, subject: Expression) -> Atom:
        if isinstance(subject, ChoiceExpression):
            return Atom(subject, len(subject.option_keys()))
        if isinstance(subject, NumberExpression):
            steps = tuple(
                Compare(subject, ">" if strict else ">=", Constant(at, subject.measured_in))
                for at, strict in sorted(self._cuts[subject])
            )
            return Atom(subject, len(steps) + 1, steps)
        return Atom(subject, 2)

    def form(self, part: YesNoExpression, wanted: bool) -> Form:
        """The condition (or, if not `wanted`, its negation) as a form."""
        if isinstance(part, No):
            return self.form(part.of, not wanted)
        if isinstance(part, AllOf | AnyOf):
            inner = tuple(self.form(each, wanted) for each in part.of)
            return join("all" if isinstance(part, AllOf) == wanted else "any", inner)
        if isinstance(part, AtLeast):
            inner = tuple(self.form(each, wanted) for each in part.of)
            return ("count", part.count if wanted else len(inner) - part.count + 1, inner)
        atom, cells = self._literal(part)
        everything = frozenset(range(self.listed[atom].cells))
        return ("in", atom, cells if wanted else everything - cells)

    def _literal(self, part: YesNoExpression) -> tuple[int, frozenset[int]]:
        if isinstance(part, IsOneOf):
            keys = part.choice.option_keys()
            cells = frozenset(place for place, key in enumerate(keys) if key in part.options)
            return self._number[part.choice], cells
        if isinstance(part, Compare) and isinstance(part.right, Constant):
            atom = self._number[part.left]
            borders = sorted(self._cuts[part.left])
            place = borders.index(_border(part)) + 1
            upper = frozenset(range(place, len(borders) + 1))
            rises = part.sign in (">", ">=")
            return atom, upper if rises else frozenset(range(len(borders) + 1)) - upper
        return self._number[part], frozenset({1})


def _border(part: Compare) -> tuple[Fraction, bool]:
    """Where the upper side of a comparison starts, and whether strictly above.

    On a grid it starts at a grid point: between two neighbouring values lies no patient, and no cell.
    """
    assert isinstance(part.right, Constant)
    at, strict = part.right.value, part.sign in (">", "<=")
    grid = getattr(part.left, "step", None)
    if grid is None or isinstance(part.left, SeriesMeasure):
        return at, strict
    below = at // grid * grid
    return (below + grid if strict or below < at else at), False


def join(word: str, forms: tuple[Form, ...]) -> Form:
    """An `all` or `any` of forms, without what is already settled."""
    neutral = word == "all"
    left = tuple(form for form in forms if form is not neutral)
    if (not neutral) in left:
        return not neutral
    if not left:
        return neutral
    return left[0] if len(left) == 1 else (word, left)


def restrict(form: Form, atom: int, cell: int) -> Form:
    """The form once an atom's answer is known."""
    if isinstance(form, bool):
        return form
    word = form[0]
    if word == "in":
        return cell in form[2] if form[1] == atom else form
    if word == "count":
        inner = [restrict(each, atom, cell) for each in form[2]]
        needed = form[1] - sum(each is True for each in inner)
        left = tuple(each for each in inner if not isinstance(each, bool))
        if needed <= 0 or needed > len(left):
            return needed <= 0
        return ("count", needed, left)
    return join(word, tuple(restrict(each, atom, cell) for each in form[1]))


def first_atom(form: Form) -> int:
    while form[0] != "in":
        form = form[-1][0]
    return int(form[1])


def describe_cells(atom: Atom, cells: frozenset[int]) -> str:
    """Some answers to an atom in words."""
    name = str(getattr(atom.subject, "key", type(atom.subject).__name__))
    if isinstance(atom.subject, ChoiceExpression):
        keys = atom.subject.option_keys()
        return f"{name} is {' or '.join(keys[cell] for cell in sorted(cells))}"
    if atom.steps:
        low = min(cells)
        signs = [
            f"{step.sign} {step.right.value}" for step in atom.steps if isinstance(step.right, Constant)
        ]
        return f"{name} {signs[low - 1] if low else 'not ' + signs[max(cells)]}"
    return f"{name} is {'yes' if 1 in cells else 'no'}"
