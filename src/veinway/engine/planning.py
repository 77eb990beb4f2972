"""One patient, every drug: whether it suits, every reason, the dose, and what must be known first.

A drug is offered only when its verdict is decided and allows it (an outcome that commits). No dose is
given while something that must be known first is unknown, or while the drug is not offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ..language import (
    Cost,
    Derived,
    Drug,
    Event,
    Expression,
    Fact,
    Flag,
    Outcome,
    Phase,
    Row,
    Step,
    Table,
)
from ..language.expressions import AnyOf, IsOneOf, YesNoExpression
from ..language.knowledge import Knowledge, events_of, walk
from ..language.numbers import Agreed, NumberExpression
from ..language.outcomes import Direction
from ..language.values import Interval, Truth
from .dosing import PhasePlan as PhasePlan
from .dosing import phase_plan
from .finding import Finding, TableFinding
from .lanes import Lanes
from .lanes_program import Program, program_of
from .one import Reasoner
from .open_findings import awaiting
from .open_findings import open_below as open_below
from .supposing import Nearby

Asked = Fact | Event
"""What somebody is asked for."""
OPEN = "open"
"""The standing of a drug whose verdict is not decided."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A row of the verdict that holds, or may hold as far as is known."""

    row: Row
    truth: Truth
    why: Finding


@dataclass(frozen=True, slots=True)
class Raised:
    """A flag of a drug that is so, or may be as far as is known."""

    flag: Flag
    truth: Truth


@dataclass(frozen=True, slots=True)
class FirstDose:
    """What may be given once, for 24 hours at most, while nothing but blood results is awaited."""

    doses: tuple[PhasePlan, ...]
    awaited: tuple[Asked, ...]


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
    missing: tuple[Asked, ...]
    phases: tuple[PhasePlan, ...]
    near: tuple[Outcome, ...]
    place: int | None
    """Its place in the order of the guideline that was asked, from 0; None where it is not named."""
    flags: tuple[Raised, ...] = ()
    first_dose: FirstDose | None = None
    """What may be given at once though the dose is not settled yet."""
    begins_with: tuple[str, ...] = ()
    """Of a drug with a lead-in: the injected drugs that may be given for it."""
    no_lead_in: bool = False
    """It needs a lead-in, and every drug that could be one is refused."""

    @property
    def refused(self) -> bool:
        """Whatever is still unknown, it will not be offered."""
        return self.no_lead_in or all(not allows(outcome) for outcome in self.verdict.outcomes)


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
    reasoner = fast(tuple(knowledge.drugs.values()), choice, reasoner)
    chosen = None if choice is None else reasoner.table(choice.conclusion)
    named = chosen.outcomes[0].drugs if chosen is not None and chosen.decided else ()
    drugs = tuple(knowledge.drugs.values())
    nearby = Nearby(reasoner, _tables(drugs))
    options = led_in([option(drug, reasoner, named, nearby) for drug in drugs])
    guideline = "" if choice is None else choice.guideline
    return Plan(guideline, choice, chosen, tuple(sorted(options, key=_order)))


def led_in(options: list[Option]) -> list[Option]:
    """The options, with what each lead-in may be; one that needs it is not offered without any."""
    offered = {each.drug.key for each in options if each.offered}
    refused = {each.drug.key for each in options if each.refused}
    return [_led_in(each, offered, refused) for each in options]


def _led_in(found: Option, offered: set[str], refused: set[str]) -> Option:
    needed = next((part.elsewhere for part in found.phases if part.elsewhere), ())
    usable = tuple(key for key in needed if key in offered)
    if usable or not needed or not found.offered:
        return replace(found, begins_with=usable)
    withheld = tuple(replace(part, given=None, amount=None, ready=()) for part in found.phases)
    return replace(found, offered=False, phases=withheld, no_lead_in=refused.issuperset(needed))


def fast(drugs: tuple[Drug, ...], choice: Step | None, reasoner: Reasoner) -> Reasoner:
    """The same reasoner, with all that a plan looks at worked out in one pass (see `lanes`)."""
    strict = Reasoner(reasoner.situation, presumptions=False)
    return Lanes(_program(drugs, choice), reasoner, strict, asking=False).reasoners[0]


@lru_cache(maxsize=64)
def _program(drugs: tuple[Drug, ...], choice: Step | None) -> Program:
    parts = [part for drug in drugs for part in drug.parts()]
    tables = dict.fromkeys(part for part in parts if isinstance(part, Table))
    conditions = dict.fromkeys(part for part in parts if isinstance(part, YesNoExpression))
    rows = [row.when for drug in drugs for row in drug.verdict.rows if row.when is not None]
    atoms = [atom.subject for part in tables if part.diagram for atom in part.diagram.atoms]
    asked = [part for part in (*rows, *atoms) if isinstance(part, YesNoExpression)]
    measures = dict.fromkeys(part for part in walk(*parts) if isinstance(part, Derived))
    if choice is not None:
        tables[choice.conclusion] = None
    return program_of(tuple(tables), tuple(measures), (*conditions, *asked))


CHOICE = "which_anticoagulant"
"""The question whose steps say which drugs a guideline prefers."""


def choice_by(knowledge: Knowledge, guideline: str) -> Step | None:
    """The step by which a guideline chooses the drug; None where it does not speak to that."""
    for step in knowledge.steps.values():
        if step.question.key == CHOICE and step.guideline == guideline:
            return step
    return None


@lru_cache(maxsize=256)
def _tables(drugs: tuple[Drug, ...]) -> tuple[Table, ...]:
    """The verdicts and doses of some drugs, each once."""
    parts = (part for drug in drugs for part in drug.parts())
    return tuple(dict.fromkeys(part for part in parts if isinstance(part, Table)))


def option(
    drug: Drug, reasoner: Reasoner, named: tuple[str, ...] = (), nearby: Nearby | None = None
) -> Option:
    """One drug for one patient.

    named: the drugs that the guideline allows, in its order. nearby: what lies close to a threshold, if
    it is worked out for several drugs together.
    """
    nearby = nearby or Nearby(reasoner, _tables((drug,)))
    verdict = reasoner.table(drug.verdict)
    decided = verdict.outcomes[0] if verdict.decided else None
    offered = decided is not None and allows(decided)
    missing = missing_first(drug, reasoner)
    giving = offered and not missing
    why = reasons(drug.verdict, reasoner)
    return Option(
        drug=drug,
        verdict=verdict,
        standing=OPEN if decided is None else decided.key,
        offered=offered,
        reasons=why,
        missing=missing,
        phases=_phases(drug, drug.phases, reasoner, nearby, giving=giving),
        near=nearby.outcomes(drug.verdict),
        place=named.index(drug.key) if drug.key in named else None,
        flags=raised(drug, reasoner),
        first_dose=None if giving else _first_dose(drug, reasoner, nearby, why, missing),
    )


def _phases(
    drug: Drug, phases: tuple[Phase, ...], reasoner: Reasoner, nearby: Nearby, *, giving: bool
) -> tuple[PhasePlan, ...]:
    """The phases that are, or may be, for this patient."""
    return tuple(
        phase_plan(part, reasoner, nearby, giving=giving, strengths=drug.strengths)
        for part in phases
        if part.when is None or reasoner.truth(part.when) is not Truth.NO
    )


def raised(drug: Drug, reasoner: Reasoner) -> tuple[Raised, ...]:
    """The flags of a drug that are so or may be so."""
    found = ((flag, reasoner.truth(flag.when)) for flag in drug.flags)
    return tuple(Raised(flag, truth) for flag, truth in found if truth is not Truth.NO)


def _first_dose(
    drug: Drug,
    reasoner: Reasoner,
    nearby: Nearby,
    why: tuple[Reason, ...],
    missing: tuple[Asked, ...],
) -> FirstDose | None:
    """A dose before the blood results: nothing known speaks against it, and nothing else is open."""
    awaited: dict[str, Asked] = {each.key: each for each in missing}
    for reason in why:
        if allows(reason.row.then):
            continue
        if reason.truth is Truth.YES:
            return None
        for _, when in inside(reason, reasoner):
            found = awaiting(reasoner.find(when))
            if found is None:
                return None
            awaited |= {each.key: each for each in found}
    if not awaited or any(fact.cost is not Cost.BLOOD_TEST for fact in awaited.values()):
        return None
    doses = _phases(drug, drug.first_dose, reasoner, nearby, giving=True)
    given = tuple(each for each in doses if each.given is not None)
    return FirstDose(given, tuple(awaited.values())) if given else None


def inside(reason: Reason, reasoner: Reasoner) -> Iterator[tuple[Row, Expression]]:
    """What a reason comes down to: each row with the condition that holds, or may hold.

    A row that asks for the outcome of another table is what that table's own rows say.
    """
    yield from _inside(reason.row, reason.row.when, reasoner)


def _inside(
    row: Row, when: Expression | None, reasoner: Reasoner, depth: int = 0
) -> Iterator[tuple[Row, Expression]]:
    match when:
        case IsOneOf(choice=Table() as table, options=keys):
            for inner in reasons(table, reasoner):
                if inner.row.then.key in keys:
                    yield from _inside(inner.row, inner.row.when, reasoner, depth + 1)
        case AnyOf() if depth:
            for part in when.of:
                if reasoner.truth(part) is not Truth.NO:
                    yield from _inside(row, part, reasoner, depth + 1)
        case None:
            return
        case _:
            yield row, when


def reasons(table: Table, reasoner: Reasoner) -> tuple[Reason, ...]:
    """Every row that holds or may hold, the gravest first; a row that certainly does not is left out."""
    found = []
    for row in table.rows:
        if row.when is not None and (truth := reasoner.truth(row.when)) is not Truth.NO:
            found.append(Reason(row, truth, reasoner.find(row.when)))
    return tuple(found)


def missing_first(drug: Drug, reasoner: Reasoner) -> tuple[Asked, ...]:
    """The facts and events without which no dose is given, and of which nothing is known.

    Of two ways to record one thing, such as an age and a date of birth, the first is asked for.
    """
    missing: dict[str, Asked] = {}
    for part in drug.known_first:
        if _unknown(part, reasoner):
            missing |= {each.key: each for each in _asked(part, reasoner)}
    return tuple(missing.values())


def _asked(part: Expression, reasoner: Reasoner) -> tuple[Asked, ...]:
    whole = list(walk(part))
    second = {each.key for each in walk(*_seconds(whole)) if isinstance(each, Fact)}
    facts = (each for each in whole if isinstance(each, Fact) and each.key not in second)
    return tuple(fact for fact in facts if _unknown(fact, reasoner)) or events_of(part)


def _seconds(parts: list[Expression]) -> list[Expression]:
    return [each.other for each in parts if isinstance(each, Agreed)]


def _unknown(part: Expression, reasoner: Reasoner) -> bool:
    """Whether as good as nothing is known: a yes/no is open, a number is as wide as its range."""
    value = reasoner.find(part).value
    if isinstance(value, Truth):
        return not value.known
    if isinstance(part, NumberExpression) and isinstance(value, Interval):
        return value == part.range
    return len(value) > 1


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
