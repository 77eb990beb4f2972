"""One patient, one phase of one drug: the dose, what it comes to, and what must be said beside it.

What goes by weight is worked out exactly and never cut: the product's maximum and what syringes hold
are shown beside it, and neither takes its place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from ..language import Dose, Lasts, Outcome, Phase
from ..language.drugs import by_weight
from ..language.outcomes import Direction
from ..language.values import Interval, Truth
from .finding import TableFinding
from .one import Reasoner
from .supposing import Nearby

Mark = Literal[
    "near_threshold", "exceeds_product_maximum", "above_largest_syringe", "rounds_by_over_10_percent"
]
"""What follows from the numbers alone."""
COARSE = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class PhasePlan:
    """A phase with its dose for this patient.

    given: the dose, if it is decided and nothing bars it. amount: what it comes to at a time, in the
    dose's unit. weighed: what the patient's weight would come to, where a printed band stands in its
    place. ready: the nearest ready-made amounts, two where both are as near. may_be: every dose that is
    still possible. near: doses on the other side of a threshold that a measure lies close to. credited:
    doses that earlier days of treatment are counted for.
    """

    phase: Phase
    dose: TableFinding
    given: Dose | None
    amount: Interval | None
    may_be: tuple[Outcome, ...]
    near: tuple[Outcome, ...]
    weighed: Interval | None = None
    ready: tuple[Fraction, ...] = ()
    credited: int = 0

    @property
    def lasts(self) -> Lasts:
        """How long it goes on for this patient."""
        lasts = self.phase.lasts
        return lasts if lasts.doses is None else replace(lasts, doses=lasts.doses - self.credited)

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """The drugs of a lead-in: their own entries have the dose."""
        decided = self.may_be[0] if len(self.may_be) == 1 else None
        commits = decided is not None and decided.direction is Direction.COMMITS
        return decided.drugs if decided is not None and commits and decided.gives is None else ()

    @property
    def settled(self) -> bool:
        """What is given in this phase is known, so that what comes after it has a date."""
        return self.given is not None or bool(self.elsewhere)

    @property
    def deviation(self) -> Fraction:
        """By which share the nearest ready-made amount differs from the dose."""
        if not self.ready or self.amount is None or not self.amount.high:
            return Fraction(0)
        return abs(self.ready[0] - self.amount.high) / Fraction(self.amount.high)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What must be said beside the dose."""
        return tuple(_marks(self))


def phase_plan(
    part: Phase,
    reasoner: Reasoner,
    nearby: Nearby,
    *,
    giving: bool,
    strengths: tuple[Fraction, ...] = (),
) -> PhasePlan:
    """One phase; `giving`: nothing bars the drug."""
    found = reasoner.table(part.dose)
    gives = found.outcomes[0].gives if found.decided else None
    applies = part.when is None or reasoner.truth(part.when) is Truth.YES
    given = gives if giving and applies and isinstance(gives, Dose) else None
    amount = None if given is None else amount_of(given, part, reasoner)
    weighed = None if given is None or given.stands_for is None else _weighed(given, part, reasoner)
    return PhasePlan(
        phase=part,
        dose=found,
        given=given,
        amount=amount,
        may_be=found.outcomes,
        near=nearby.outcomes(part.dose),
        weighed=weighed,
        ready=() if given is None or amount is None else ready_made(given, amount, strengths),
        credited=credited(part.lasts, given, reasoner),
    )


def amount_of(given: Dose, part: Phase, reasoner: Reasoner) -> Interval:
    """What a dose comes to: its amount, or its amount of each kilogram that the patient weighs."""
    low, high = given.amount, given.amount if given.up_to is None else given.up_to
    if not given.per or part.weight is None:
        return Interval(low, high)
    weight = reasoner.number(part.weight)
    return Interval(low * weight.low, high * weight.high)


def _weighed(given: Dose, part: Phase, reasoner: Reasoner) -> Interval | None:
    if given.stands_for is None or part.weight is None:
        return None
    weight = reasoner.number(part.weight)
    return Interval(given.stands_for * weight.low, given.stands_for * weight.high)


def ready_made(given: Dose, amount: Interval, strengths: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    """The ready-made amounts nearest to one that is injected; none above the largest, or for a range."""
    if given.route == "oral" or not strengths or not amount.known:
        return ()
    if given.syringe is not None and amount.high > given.syringe:
        return ()
    nearest = min(abs(each - amount.high) for each in strengths)
    return tuple(each for each in strengths if abs(each - amount.high) == nearest)


def credited(lasts: Lasts, given: Dose | None, reasoner: Reasoner) -> int:
    """How many doses earlier days of treatment are counted for; none unless somebody chose to."""
    if lasts.credit is None or lasts.credit_if is None or lasts.doses is None or given is None:
        return 0
    if reasoner.truth(lasts.credit_if) is not Truth.YES:
        return 0
    # Of days that are not exactly known the fewest count.
    return min(lasts.doses, int(reasoner.number(lasts.credit).low) * given.times)


def _marks(part: PhasePlan) -> list[Mark]:
    found: list[Mark] = []
    if part.near:
        found.append("near_threshold")
    if part.given is None or part.amount is None:
        return found
    most, syringe = part.given.most, part.given.syringe
    by_the_kilogram = part.weighed or (part.amount if by_weight(part.given) else None)
    if (
        most is not None
        and by_the_kilogram is not None
        and part.given.times * by_the_kilogram.high > most
    ):
        found.append("exceeds_product_maximum")
    if syringe is not None and part.amount.high > syringe:
        found.append("above_largest_syringe")
    if part.deviation > COARSE:
        found.append("rounds_by_over_10_percent")
    return found
