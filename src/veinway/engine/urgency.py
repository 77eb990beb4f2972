"""Tables whose outcomes have an order of urgency: what to do now, while something may not be known.

Such a table speaks of *at least* and *at most*: the least and the most urgent outcome that is possible.
What is done is the least of them, which nothing that is learnt can lower. It is raised, up to what the
table's `meanwhile` allows, as long as something more urgent is possible: so that an unknown answer is
neither an emergency nor the all-clear. Ranks and `meanwhile` carry the medicine; there is none here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..language import Direction, Fact, Outcome, Row, Table
from ..language.diagram import Node
from ..language.expressions import Expression
from ..language.knowledge import walk
from ..language.values import Interval, Truth
from .decisions import cells_of
from .one import Reasoner


@dataclass(frozen=True, slots=True)
class Urgency:
    """What to do now, and what it rests on.

    matched: the rows that certainly hold, the most urgent first. not_excluded: rows that may hold and
    are more urgent than `do`. meanwhile: the row on whose authority `do` stands although the table is
    not decided; None where it rests on what is known.
    """

    table: Table
    do: Outcome
    at_least: Outcome
    at_most: Outcome
    matched: tuple[Row, ...]
    not_excluded: tuple[Row, ...]
    meanwhile: Row | None

    @property
    def decided(self) -> bool:
        """Nothing that could still be learnt would change what is to be done."""
        return len({same_thing(o) for o in (self.do, self.at_least, self.at_most)}) == 1

    @property
    def cannot_exclude(self) -> tuple[Row, ...]:
        """The rows among `not_excluded` that escalate."""
        return tuple(row for row in self.not_excluded if row.then.direction is Direction.ESCALATES)


def urgency(table: Table, reasoner: Reasoner) -> Urgency:
    """What a table with hit='worst' asks to be done now for one subject."""
    found = reasoner.table(table)
    possible = sorted(found.outcomes, key=rank)
    least, most = possible[0], possible[-1]
    do, meanwhile = least, None
    waiting = max(found.meanwhile, key=lambda row: rank(row.then), default=None)
    if waiting is not None and same_thing(least) != same_thing(most):
        do = max(least, min(most, waiting.then, key=rank), key=rank)
        escalating = any(o.direction is Direction.ESCALATES for o in possible)
        meanwhile = waiting if escalating or do is not least else None
    certain = (row for row in table.rows if _truth(reasoner, row) is Truth.YES)
    return Urgency(
        table,
        do,
        least,
        most,
        tuple(certain) or (found.rows if len(found.rows) == 1 else ()),
        tuple(row for row in _possible(reasoner, table) if rank(row.then) > rank(do)),
        meanwhile,
    )


def rank(outcome: Outcome) -> int:
    """The place of an outcome in its order; `hit='worst'` requires one of every row but the last."""
    return -1 if outcome.rank is None else outcome.rank


def same_thing(outcome: Outcome) -> str:
    """What is done; two outcomes with the same act differ in words only."""
    return outcome.action or outcome.key


def _truth(reasoner: Reasoner, row: Row) -> Truth | None:
    return None if row.when is None else reasoner.truth(row.when)


def _possible(reasoner: Reasoner, table: Table) -> Iterator[Row]:
    return (row for row in table.rows if _truth(reasoner, row) is Truth.UNKNOWN)


def unknown_among(facts: tuple[Fact, ...], reasoner: Reasoner) -> tuple[Fact, ...]:
    """Those of some facts that are not known."""
    return tuple(fact for fact in facts if not is_known(fact, reasoner))


def is_known(fact: Fact, reasoner: Reasoner) -> bool:
    """Whether one value of a fact is left."""
    value = reasoner.find(fact).value
    if isinstance(value, frozenset):
        return len(value) == 1
    return value.known if isinstance(value, Truth | Interval) else False


def matters(table: Table, reasoner: Reasoner) -> frozenset[Fact]:
    """The facts that can still change what is to be done, whatever the others turn out to be."""
    subjects = open_subjects(table, reasoner, same_thing)
    return frozenset(part for part in walk(*subjects) if isinstance(part, Fact))


def open_subjects(
    table: Table, reasoner: Reasoner, same: Callable[[Outcome], str]
) -> tuple[Expression, ...]:
    """What a table still asks about one subject.

    same: what makes two outcomes one, so that nobody is asked which of them it is.

    The table's diagram is cut down to the answers that are possible, and paths that end in the same
    thing to do are made one: what is still asked in what is left matters, and nothing else does.
    """
    assert table.diagram is not None
    reduced: dict[Node | int, object] = {number: same(row.then) for number, row in enumerate(table.rows)}
    asked: dict[object, frozenset[int]] = {}
    for node in reversed(table.diagram.nodes):
        cells = cells_of(reasoner, table.diagram.atoms[node.atom])
        open_edges = [(edge & cells, reduced[target]) for edge, target in node.edges if edge & cells]
        ends = {end for _, end in open_edges}
        if len(ends) == 1:
            reduced[node] = ends.pop()
            continue
        reduced[node] = made = (node.atom, frozenset(open_edges))
        below = (asked.get(end, frozenset()) for end in ends)
        asked[made] = frozenset({node.atom}).union(*below)
    atoms = asked.get(reduced[table.diagram.root], frozenset())
    return tuple(table.diagram.atoms[number].subject for number in sorted(atoms))
