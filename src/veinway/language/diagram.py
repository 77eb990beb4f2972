"""A table as a decision diagram: disjoint terms over atoms, shared where they agree.

A path from the root to a leaf is a conjunction of answers to the atoms (see `forms`), the paths
exclude each other, and each leaf is the row that decides. An outcome is possible exactly when a leaf
with it can be reached by answers that are still possible; so the set of outcomes is exact whenever
the atoms are independent, and neither engine needs to be clever.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from .errors import DefinitionError
from .expressions import YesNoExpression
from .forms import Atom as Atom
from .forms import Atoms, Form, describe_cells, first_atom, join, restrict

GAP = -1


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
    atoms = Atoms(conditions)
    forms = [atoms.form(condition, True) for condition in conditions]
    builder = _Builder(atoms.listed)
    rest = len(conditions) if len(conditions) < len(rows) else GAP
    root = builder.node(tuple(enumerate(forms)), rest)
    diagram = Diagram(atoms.listed, root, builder.in_order(root))
    if unique:
        _check_unique(key, rows, forms, exceptions, builder)
    _check_complete(key, rows, diagram, builder)
    return diagram


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
            atom = first_atom(rows[0][1])
            groups: dict[Node | int, set[int]] = {}
            for cell in range(self._atoms[atom].cells):
                left = tuple((number, restrict(form, atom, cell)) for number, form in rows)
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
            both = (*before, (late, join("all", (forms[early], forms[late]))))
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
