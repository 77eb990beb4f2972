"""A dose never rises as a measure gets worse: two patients who differ in that measure alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import z3

from ...language.expressions import Expression
from ...language.laws import NeverRises
from ...language.values import Situation
from ..one import Reasoner
from .ask import Known
from .encode import Encoder
from .leaf import Leaf, NumberLeaf
from .leaves import FROM_EVENTS, Leaves, says
from .patients import OnLeaves, counter_example
from .prover import Prover, decided
from .report import ProofResult

KIND = "a dose never rises as a measure gets worse"


class Worse(Leaves):
    """The leaves of a second patient: those of the first, but for one measure."""

    def __init__(self, first: Leaves, apart: Expression) -> None:
        super().__init__("worse ")
        self._first, self._apart = first, says(apart)

    def leaf(self, of: Expression) -> Leaf:
        return super().leaf(of) if says(of) == self._apart else self._first.leaf(of)


def laws(p: Prover) -> Iterator[ProofResult]:
    """Every law of the kind."""
    for law in p.knowledge.monotone:
        yield _never_rises(p, law)


def _never_rises(p: Prover, law: NeverRises) -> ProofResult:
    worse = Worse(p.leaves, law.measure)
    rises = z3.Or(*(_rises(law, e, _beside(e, worse)) for e in p.modes))
    first, second = p.leaves.below(law.of), worse.below(law.of)
    apart = _is_worse(law, p.leaves.leaf(law.measure), worse.leaf(law.measure))
    answer = p.solver.ask([rises, apart], list(dict.fromkeys([*first, *second])))
    if answer.verdict != "possible":
        return p.result(KIND, law.key, answer, "proved")
    before, after = (
        {leaf: value for leaf, value in answer.known.items() if leaf in leaves}
        for leaves in (first, second)
    )
    later = counter_example(after, lambda on, off: True)
    shown = counter_example(before, lambda on, off: _shows(law, (on, off), later.situation, after))
    note = f"It rises for the same patient who is worse: {later.words()}."
    return ProofResult(KIND, law.key, "failed", answer.seconds, shown, note)


def _beside(e: Encoder, leaves: Leaves) -> Encoder:
    """The second patient, about whom the same presumptions are made."""
    second = Encoder(leaves, presumptions=e.presumptions, doubts=e.doubts)
    second.silences = e.silences
    return second


def _rises(law: NeverRises, better: Encoder, worse: Encoder) -> Any:
    """One dose is settled for the first patient, and a larger one for the second."""
    pairs = [
        z3.And(decided(better, law.of, less.key), decided(worse, law.of, more.key))
        for less in law.of.outcomes
        for more in law.of.outcomes
        if law.a_day(more) > law.a_day(less)
    ]
    return z3.Or(*pairs)


def _is_worse(law: NeverRises, better: Leaf, worse: Leaf) -> Any:
    assert isinstance(better, NumberLeaf)
    assert isinstance(worse, NumberLeaf)
    if law.worse == "higher":
        return z3.And(better.low <= worse.low, better.high <= worse.high)
    return z3.And(better.low >= worse.low, better.high >= worse.high)


def _shows(
    law: NeverRises, better: tuple[Reasoner, Reasoner], situation: Situation, after: Known
) -> bool:
    """The one-patient engine gives the second patient more than the first."""
    from_events = {leaf: value for leaf, value in after.items() if isinstance(leaf.of, FROM_EVENTS)}
    for first in better:
        second = OnLeaves(situation, from_events, presumptions=first.presumptions)
        found = first.table(law.of), second.table(law.of)
        if all(each.decided for each in found):
            less, more = (law.a_day(each.outcomes[0]) for each in found)
            if more > less:
                return True
    return False
