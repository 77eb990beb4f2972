"""One patient, every drug: whether it suits, every reason, the dose, and what must be known first.

A drug is offered only when its verdict is decided and allows it (an outcome that commits). No dose is
given while something that must be known first is unknown, or while the drug is not offered.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from ..language import Cost, Derived, Drug, Phase, Step, Table
from ..language.expressions import YesNoExpression
from ..language.knowledge import Knowledge, walk
from ..language.outcomes import Outcome
from ..language.values import Truth
from .dosing import PhasePlan as PhasePlan
from .dosing import phase_plan
from .finding import TableFinding
from .known_first import Asked, missing_first
from .lanes import Lanes
from .lanes_program import Program, program_of
from .one import Reasoner
from .open_findings import awaiting
from .open_findings import open_below as open_below
from .supposing import Nearby
from .verdict_reasons import Raised, Reason, allows, inside, raised, reasons

OPEN = "open"
"""The standing of a drug whose verdict is not decided."""


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
