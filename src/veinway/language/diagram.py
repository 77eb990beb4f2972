"""A table as a decision diagram: disjoint terms over atoms, shared where they agree.

An *atom* is one question that the rows ask: a yes/no expression, a choice with its options, or a
number with the cells between its cut points. A path from the root to a leaf is a conjunction of
answers, the paths exclude each other, and each leaf is the row that decides. An outcome is possible
exactly when a leaf with it can be reached by answers that are still possible; so the set of outcomes
is exact whenever the atoms are independent, and neither engine needs to be clever.

The diagram is built on *forms*: conditions in which negation has been pushed down to the atoms.

    True | False | ("in", atom, cells) | ("all", forms) | ("any", forms) | ("count", n, forms)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol

from .errors import DefinitionError
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

GAP = -1
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


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A question and where each group of answers leads: to another node or to a row number."""

    atom: int
    edges: tuple[tuple[frozenset[int], Node | int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Diagram:
    """The atoms, the root, and all nodes from the root down (each after every node above it)."""

    atoms: tuple[Atom, ...]
    root: Node | int
    nodes: tuple[Node, ...]

    def leaves(self) -> frozenset[int]:
        """The rows that can decide, and GAP if some patient has none."""
        found = {target for node in self.nodes for _, target in node.edges if isinstance(target, int)}
        return frozenset(found | ({self.root} if isinstance(self.root, int) else set()))


class RowLike(Protocol):
    """What the diagram needs of a row."""

    @property
    def when(self) -> YesNoExpression | None: ...
    @property
    def id(self) -> str: ...


def build(key: str, unique: bool, exceptions: int, rows: Sequence[RowLike]) -> Diagram:
    """Build and check the diagram of a table; see `tables.table` for the errors."""
    conditions = [row.when for row in rows if row.when is not None]
    atoms = _Atoms(conditions)
    forms = [atoms.form(condition, True) for condition in conditions]
    builder = _Builder(atoms.listed)
    rest = len(conditions) if len(conditions) < len(rows) else GAP
    root = builder.node(tuple(enumerate(forms)), rest)
    diagram = Diagram(atoms.listed, root, builder.in_order(root))
    if unique:
        _check_unique(key, rows, forms, exceptions, builder)
    _check_complete(key, rows, diagram, builder)
    return diagram


class _Atoms:
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
            return _join("all" if isinstance(part, AllOf) == wanted else "any", inner)
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
    """Where the comparison changes, and whether the upper side starts strictly above it."""
    assert isinstance(part.right, Constant)
    return part.right.value, part.sign in (">", "<=")


def _join(word: str, forms: tuple[Form, ...]) -> Form:
    """An `all` or `any` of forms, without what is already settled."""
    neutral = word == "all"
    left = tuple(form for form in forms if form is not neutral)
    if (not neutral) in left:
        return not neutral
    if not left:
        return neutral
    return left[0] if len(left) == 1 else (word, left)


def _restrict(form: Form, atom: int, cell: int) -> Form:
    """The form once an atom's answer is known."""
    if isinstance(form, bool):
        return form
    word = form[0]
    if word == "in":
        return cell in form[2] if form[1] == atom else form
    if word == "count":
        inner = [_restrict(each, atom, cell) for each in form[2]]
        needed = form[1] - sum(each is True for each in inner)
        left = tuple(each for each in inner if not isinstance(each, bool))
        if needed <= 0 or needed > len(left):
            return needed <= 0
        return ("count", needed, left)
    return _join(word, tuple(_restrict(each, atom, cell) for each in form[1]))


def _first_atom(form: Form) -> int:
    while form[0] != "in":
        form = form[-1][0]
    return int(form[1])


class _Builder:
    """Shannon expansion with sharing: equal rests of the table are one node."""

    def __init__(self, atoms: tuple[Atom, ...]) -> None:
        self._atoms = atoms
        self._made: dict[Form, Node | int] = {}

    def node(self, rows: tuple[tuple[int, Form], ...], rest: int) -> Node | int:
        """The diagram of the rows that are left; `rest` is the leaf when none of them holds."""
        rows = _live(rows)
        if not rows:
            return rest
        if rows[0][1] is True:
            return rows[0][0]
        if rows not in self._made:
            atom = _first_atom(rows[0][1])
            groups: dict[Node | int, set[int]] = {}
            for cell in range(self._atoms[atom].cells):
                left = tuple((number, _restrict(form, atom, cell)) for number, form in rows)
                groups.setdefault(self.node(left, rest), set()).add(cell)
            edges = tuple((frozenset(cells), target) for target, cells in groups.items())
            self._made[rows] = edges[0][1] if len(edges) == 1 else Node(atom, edges)
        return self._made[rows]

    def in_order(self, root: Node | int) -> tuple[Node, ...]:
        """Every node, each after all nodes that lead to it."""
        finished: dict[Node, None] = {}

        def visit(node: Node | int) -> None:
            if isinstance(node, int) or node in finished:
                return
            for _, target in node.edges:
                visit(target)
            finished[node] = None

        visit(root)
        return tuple(reversed(finished))

    def path_to(self, root: Node | int, leaf: int) -> list[tuple[int, frozenset[int]]]:
        """The shortest list of answers that leads to a leaf: the smallest patient."""
        paths: list[tuple[list[tuple[int, frozenset[int]]], Node | int]] = [([], root)]
        for path, node in paths:
            if node == leaf and isinstance(node, int):
                return path
            if isinstance(node, Node):
                paths += [([*path, (node.atom, cells)], target) for cells, target in node.edges]
        return []

    def describe(self, path: list[tuple[int, frozenset[int]]]) -> str:
        """A path in words."""
        return ", ".join(describe_cells(self._atoms[atom], cells) for atom, cells in path) or "anybody"


def _live(rows: tuple[tuple[int, Form], ...]) -> tuple[tuple[int, Form], ...]:
    """The rows that can still decide: none that is false, and nothing after one that is true."""
    left: list[tuple[int, Form]] = []
    for number, form in rows:
        if form is not False:
            left.append((number, form))
        if form is True:
            break
    return tuple(left)


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


def _check_complete(key: str, rows: Sequence[RowLike], diagram: Diagram, builder: _Builder) -> None:
    leaves = diagram.leaves()
    if GAP in leaves:
        patient = builder.describe(builder.path_to(diagram.root, GAP))
        raise DefinitionError(
            "D191",
            f"No row holds for a patient of whom {patient}.",
            where=key,
            todo="Add a row, or otherwise(...).",
        )
    for number, row in enumerate(rows):
        if number not in leaves:
            raise DefinitionError(
                "D192", f"Row {row.id or number + 1} can never decide.", where=key, todo="Remove it."
            )


def _check_unique(
    key: str, rows: Sequence[RowLike], forms: list[Form], exceptions: int, builder: _Builder
) -> None:
    """Two rows of a unique table that both hold for somebody are an error."""
    before = tuple((number, form) for number, form in enumerate(forms[:exceptions]))
    for late in range(exceptions + 1, len(forms)):
        for early in range(exceptions, late):
            both = (*before, (late, _join("all", (forms[early], forms[late]))))
            root = builder.node(both, GAP)
            path = builder.path_to(root, late)
            if path or root == late:
                names = [rows[place].id or str(place + 1) for place in (early, late)]
                raise DefinitionError(
                    "D190",
                    f"Rows {names[0]} and {names[1]} both hold for a patient of whom "
                    f"{builder.describe(path)}.",
                    where=key,
                    todo="Narrow one of them, or state another hit=.",
                )
