"""One patient, every drug: whether it suits, every reason, the dose, and what must be known first.

A drug is offered only when its verdict is decided and allows it (an outcome that commits). No dose is
given while something that must be known first is unknown, or while the drug is not offered.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ..language import Dose, Drug, Expression, Fact, Outcome, Phase, Row, Step, Table
from ..language.facts import Measure
from ..language.knowledge import Knowledge, walk
from ..language.numbers import Compare, NumberExpression
from ..language.outcomes import Direction
from ..language.values import Interval, Truth
from .finding import Finding, TableFinding
from .one import Reasoner

OPEN = "open"
"""The standing of a drug whose verdict is not decided."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A row of the verdict that holds, or may hold as far as is known."""

    row: Row
    truth: Truth
    why: Finding


@dataclass(frozen=True, slots=True)
class PhasePlan:
    """A phase with its dose for this patient.

    given: the dose, if it is decided and nothing bars it. amount: what a dose by weight comes to, in the
    dose's unit. may_be: every dose that is still possible.
    """

    phase: Phase
    dose: TableFinding
    given: Dose | None
    amount: Interval | None
    may_be: tuple[Outcome, ...]
    near: tuple[Outcome, ...]
    """Doses on the other side of a threshold that a measure lies close to."""


@dataclass(frozen=True, slots=True)
class Option:
    """One drug for this patient.

    standing: the key of the decided verdict, or `open`. offered: the verdict is decided and allows it.
    missing: what must be known before any dose, and is not.
    """

    drug: Drug
    verdict: TableFinding
    standing: str
    offered: bool
    reasons: tuple[Reason, ...]
    missing: tuple[Fact, ...]
    phases: tuple[PhasePlan, ...]
    near: tuple[Outcome, ...]
    place: int | None
    """Its place in the order of the guideline that was asked, from 0; None where it is not named."""

    @property
    def refused(self) -> bool:
        """Whatever is still unknown, it will not be offered."""
        return all(not allows(outcome) for outcome in self.verdict.outcomes)


@dataclass(frozen=True, slots=True)
class Plan:
    """Every drug, the best first, under one guideline's choice."""

    guideline: str
    choice: Step | None
    chosen: TableFinding | None
    options: tuple[Option, ...]


def allows(outcome: Outcome) -> bool:
    """Whether a verdict lets the drug be given."""
    return outcome.direction is Direction.COMMITS


def plan(knowledge: Knowledge, reasoner: Reasoner, choice: Step | None) -> Plan:
    """Every drug of some knowledge for one patient.

    choice: the step that says which drugs a guideline prefers; None for no preference.
    """
    chosen = None if choice is None else reasoner.table(choice.conclusion)
    named = chosen.outcomes[0].drugs if chosen is not None and chosen.decided else ()
    options = [option(drug, reasoner, named) for drug in knowledge.drugs.values()]
    guideline = "" if choice is None else choice.guideline
    return Plan(guideline, choice, chosen, tuple(sorted(options, key=_order)))


CHOICE = "which_anticoagulant"
"""The question whose steps say which drugs a guideline prefers."""


def choice_by(knowledge: Knowledge, guideline: str) -> Step | None:
    """The step by which a guideline chooses the drug; None where it does not speak to that."""
    for step in knowledge.steps.values():
        if step.question.key == CHOICE and step.guideline == guideline:
            return step
    return None


def option(drug: Drug, reasoner: Reasoner, named: tuple[str, ...] = ()) -> Option:
    """One drug for one patient; `named` are the drugs that the guideline allows, in its order."""
    verdict = reasoner.table(drug.verdict)
    decided = verdict.outcomes[0] if verdict.decided else None
    offered = decided is not None and allows(decided)
    missing = missing_first(drug, reasoner)
    giving = offered and not missing
    return Option(
        drug=drug,
        verdict=verdict,
        standing=OPEN if decided is None else decided.key,
        offered=offered,
        reasons=reasons(drug.verdict, reasoner),
        missing=missing,
        phases=tuple(_phase(part, reasoner, giving=giving) for part in drug.phases),
        near=near_outcomes(drug.verdict, reasoner),
        place=named.index(drug.key) if drug.key in named else None,
    )


def reasons(table: Table, reasoner: Reasoner) -> tuple[Reason, ...]:
    """Every row that holds or may hold, the gravest first; a row that certainly does not is left out."""
    found = []
    for row in table.rows:
        if row.when is not None and (truth := reasoner.truth(row.when)) is not Truth.NO:
            found.append(Reason(row, truth, reasoner.find(row.when)))
    return tuple(found)


def missing_first(drug: Drug, reasoner: Reasoner) -> tuple[Fact, ...]:
    """The facts without which no dose of this drug is given, and of which nothing is known."""
    missing: dict[str, Fact] = {}
    for part in drug.known_first:
        if not _unknown(part, reasoner):
            continue
        for fact in walk(part):
            if isinstance(fact, Fact) and _unknown(fact, reasoner):
                missing[fact.key] = fact
    return tuple(missing.values())


def _unknown(part: Expression, reasoner: Reasoner) -> bool:
    """Whether as good as nothing is known: a yes/no is open, a number is as wide as its range."""
    value = reasoner.find(part).value
    if isinstance(value, Truth):
        return not value.known
    if isinstance(part, NumberExpression) and isinstance(value, Interval):
        return value == part.range
    return len(value) > 1


def _phase(part: Phase, reasoner: Reasoner, *, giving: bool) -> PhasePlan:
    found = reasoner.table(part.dose)
    gives = found.outcomes[0].gives if found.decided else None
    given = gives if giving and isinstance(gives, Dose) else None
    amount = amount_of(given, part.dose, reasoner) if given is not None else None
    return PhasePlan(part, found, given, amount, found.outcomes, near_outcomes(part.dose, reasoner))


def amount_of(given: Dose, table: Table, reasoner: Reasoner) -> Interval:
    """What a dose comes to: its amount, or its amount of each kilogram that the patient weighs."""
    if not given.per:
        return Interval(given.amount, given.amount)
    weight = reasoner.number(weight_of(table))
    return Interval(given.amount * weight.low, given.amount * weight.high)


def weight_of(table: Table) -> Measure:
    """The body weight that a table of doses by weight goes by: its one fact in kilograms."""
    [weight] = [part for part in walk(table) if isinstance(part, Measure) and part.symbol == "kg"]
    return weight


def near_outcomes(table: Table, reasoner: Reasoner) -> tuple[Outcome, ...]:
    """What a table would say on the other side of a threshold that a measure lies close to."""
    close = {part.left for part in walk(table) if isinstance(part, Compare) and reasoner.find(part).near}
    others: dict[str, Outcome] = {}
    for measure in close:
        known, tolerance = reasoner.number(measure), Fraction(getattr(measure, "tolerance", 0))
        wide = Interval(max(known.low - tolerance, measure.range.low), known.high + tolerance)
        affected = frozenset(above(measure, table))
        for outcome in reasoner.supposing(measure, wide, affected).table(table).outcomes:
            others[outcome.key] = outcome
    for outcome in reasoner.table(table).outcomes:
        others.pop(outcome.key, None)
    return tuple(others.values())


def above(part: Expression, root: Expression) -> set[Expression]:
    """Everything below `root` that rests on a part, and the part itself."""
    resting = {part}
    for expression in walk(root):
        if any(inner in resting for inner in expression.parts()):
            resting.add(expression)
    return resting


def _order(entry: Option) -> tuple[bool, bool, int, int, bool, bool, int]:
    """Offered first, then what the guideline names in its order, then the milder verdict, without a
    lead-in, by mouth, and with fewer doses a day."""
    rank = entry.verdict.outcomes[0].rank or 0
    doses = [part.given for part in entry.phases if part.given is not None]
    last = doses[-1] if doses else None
    return (
        not entry.offered,
        entry.refused,
        99 if entry.place is None else entry.place,
        rank,
        entry.drug.lead_in != "none",
        last is None or last.route != "oral",
        0 if last is None else last.times,
    )
