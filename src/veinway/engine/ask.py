"""What to ask next: the open facts, ranked by what an answer would settle.

Every open fact is tried with each of its answers (a number at its ends and around each threshold that
a rule compares it with). An answer *decides* when one outcome is left. What can be asked or examined
now comes before tests, which the plan orders. Then come the facts that would decide whatever the
answer, then those that may, then those that leave least open; among equals the cheapest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from ..language import Choice, DateFact, Event, Fact, Measure, Score, Step, Table, YesNo
from ..language import events as ev
from ..language.diagram import Atom
from ..language.expressions import ChoiceExpression, Expression, YesNoExpression
from ..language.facts import Cost
from ..language.knowledge import walk
from ..language.numbers import Agreed, Compare, Constant
from ..language.values import Interval, Possible, Truth
from .decisions import cells_of
from .one import Reasoner

Target = Score | Table | Step
Decides = Literal["always", "sometimes", "never alone"]
NOT_APPLICABLE = "not applicable"
ORDER = {"always": 0, "sometimes": 1, "never alone": 2}


@dataclass(frozen=True, slots=True)
class OpenFact:
    """A fact (or kind of event) that is not known and could still matter.

    decides: whether one answer alone leaves a single outcome. left: how many outcomes, and actions
    of the plan that cannot be said yet, are left on average over its answers; fewer is better.
    """

    of: Fact | Event
    decides: Decides
    left: Fraction

    @property
    def key(self) -> str:
        return self.of.key

    @property
    def cost(self) -> Cost:
        return self.of.cost


def state(reasoner: Reasoner, target: Target) -> frozenset[str]:
    """Everything that may still come out, `not applicable` among it."""
    if isinstance(target, Table):
        return reasoner.table(target).value  # type: ignore[return-value]
    if isinstance(target, Score):
        found = reasoner.score(target)
        return _with_validity(found.applies, found.bands)
    return _with_validity(reasoner.truth(target.for_whom), state(reasoner, target.conclusion))


def _with_validity(applies: Truth, outcomes: frozenset[str]) -> frozenset[str]:
    if applies is Truth.YES:
        return outcomes
    return frozenset({NOT_APPLICABLE}) | (outcomes if applies is Truth.UNKNOWN else frozenset())


def open_facts(target: Target, reasoner: Reasoner) -> tuple[OpenFact, ...]:
    """The facts that could still change the answer, most useful first; none once it is decided."""
    if len(state(reasoner, target)) < 2:
        return ()
    best: dict[str, OpenFact] = {}
    now = _detail(target, reasoner)
    for leaf, affected in leaves(target):
        answers = list(answers_to(target, leaf, reasoner.find(leaf).value))
        supposed = [reasoner.supposing(leaf, each, affected) for each in answers]
        supposed = [each for each in supposed if not _contradicts(each, affected)]
        if all(_detail(target, each) == now for each in supposed):
            continue
        counts = [len(state(each, target)) for each in supposed]
        decided = sum(count == 1 for count in counts)
        decides: Decides = (
            "always" if decided == len(counts) else "sometimes" if decided else "never alone"
        )
        undecided = sum(_undecided_actions(each, target) for each in supposed)
        left = Fraction(sum(counts) + undecided, len(counts))
        found = OpenFact(asked_of(leaf), decides, left)
        if found.key not in best or rank(found) < rank(best[found.key]):
            best[found.key] = found
    return tuple(sorted(best.values(), key=rank))


def _undecided_actions(reasoner: Reasoner, target: Target) -> int:
    if not isinstance(target, Step):
        return 0
    return sum(reasoner.truth(action.indicated) is Truth.UNKNOWN for action in target.plan)


def _contradicts(reasoner: Reasoner, affected: frozenset[Expression]) -> bool:
    """The answer cannot be, because the same quantity is already recorded otherwise."""
    doubled = (part for part in affected if isinstance(part, Agreed))
    return any(reasoner.find(part).reason == "conflict" for part in doubled)


def _detail(target: Target, reasoner: Reasoner) -> tuple[object, ...]:
    """What lies between the facts and the answer: a fact that moves none of it does not matter."""
    found: list[object] = []
    for part in _between(target):
        if isinstance(part, Atom):
            found.append(cells_of(reasoner, part))
        elif isinstance(part, Score):
            found += [reasoner.score(part).applies, reasoner.score(part).total]
        else:
            found.append(reasoner.truth(part))
    return tuple(found)


@lru_cache(maxsize=1024)
def _between(target: Target) -> tuple[Atom | Score | YesNoExpression, ...]:
    found: list[Atom | Score | YesNoExpression] = []
    if isinstance(target, Step):
        found += [target.for_whom, *(action.indicated for action in target.plan)]
    within = below_agreed(target)
    for part in walk(*roots(target)):
        if isinstance(part, Score):
            found += [] if part in within else [part]
        elif isinstance(part, Table):
            rows = (row.when for row in part.rows if row.when is not None)
            found += part.diagram.atoms if part.diagram is not None else rows
    return tuple(found)


@lru_cache(maxsize=1024)
def below_agreed(target: Target) -> frozenset[Expression]:
    """What only says one of two records of a quantity: what both allow is what lies between."""
    agreed = (part for part in walk(*roots(target)) if isinstance(part, Agreed))
    return frozenset(walk(*agreed))


def roots(target: Target) -> tuple[Expression, ...]:
    if not isinstance(target, Step):
        return (target,)
    return (target.for_whom, target.conclusion, *(action.indicated for action in target.plan))


def unknown_facts(target: Target, reasoner: Reasoner) -> tuple[Fact | Event, ...]:
    """Every fact below the target that is not known, whether or not it still matters."""
    found: dict[str, Fact | Event] = {}
    for leaf, _ in leaves(target):
        if any(answers_to(target, leaf, reasoner.find(leaf).value)):
            asked = asked_of(leaf)
            found[asked.key] = asked
    return tuple(found.values())


def rank(found: OpenFact) -> tuple[bool, int, Fraction, int, str]:
    is_test = found.cost > Cost.EXAMINE
    return is_test, ORDER[found.decides], found.left, int(found.cost), found.key


@lru_cache(maxsize=1024)
def leaves(target: Target) -> tuple[tuple[Expression, frozenset[Expression]], ...]:
    """The leaves that a target looks at, each with everything that depends on it."""
    parts = list(walk(*roots(target)))
    above: dict[Expression, set[Expression]] = {part: {part} for part in parts}
    for part in reversed(parts):
        for inner in part.parts():
            above[inner] |= above[part]
    read = (
        part
        for part in parts
        if isinstance(part, Fact) or (_selection(part) is not None and not isinstance(part, ev.DateOf))
    )
    return tuple((leaf, frozenset(above[leaf])) for leaf in read)


def _selection(part: Expression) -> ev.Selection | None:
    of = getattr(part, "of", None)
    return of if isinstance(of, ev.Selection) else None


def asked_of(leaf: Expression) -> Fact | Event:
    if isinstance(leaf, Fact):
        return leaf
    selection = _selection(leaf)
    assert selection is not None
    return selection.event


def answers_to(target: Target, leaf: Expression, value: Possible) -> Iterator[Possible]:
    """Every answer worth trying; nothing where the leaf is known."""
    if isinstance(leaf, YesNo | YesNoExpression):
        if value is Truth.UNKNOWN:
            yield from (Truth.YES, Truth.NO)
    elif isinstance(leaf, Choice | ChoiceExpression):
        assert isinstance(value, frozenset)
        if len(value) > 1:
            yield from (frozenset({option}) for option in sorted(value))
    elif isinstance(value, Interval) and not value.known:
        for point in sorted({value.low, value.high, *thresholds(target, leaf)}):
            if value.low <= point <= value.high:
                yield Interval(point, point)


def thresholds(target: Target, leaf: Expression) -> tuple[Fraction, ...]:
    """The numbers that a rule compares this number with, and one step to each side."""
    if isinstance(leaf, DateFact):
        return ()
    step = leaf.step if isinstance(leaf, Measure) else Fraction(getattr(leaf, "step", 1))
    cuts = _cuts(target).get(leaf, ())
    return tuple(cut + move for cut in cuts for move in (-step, Fraction(0), step))


@lru_cache(maxsize=1024)
def _cuts(target: Target) -> dict[Expression, set[Fraction]]:
    """What each number below a target is compared with."""
    found: dict[Expression, set[Fraction]] = {}
    for part in walk(*roots(target)):
        if isinstance(part, Compare) and isinstance(part.right, Constant):
            found.setdefault(part.left, set()).add(part.right.value)
    return found
