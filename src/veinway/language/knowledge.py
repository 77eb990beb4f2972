"""A body of rules by key, with its edition: a hash of what the rules say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import TypeVar

from .arithmetic import Derived
from .decision_sheets import DecisionSheet
from .describing import describe
from .doses import Recall
from .drugs import Drug
from .errors import DefinitionError, InputError, did_you_mean
from .events import (
    AnyEvent,
    CountOf,
    DateOf,
    DaysSince,
    Event,
    Obtainable,
    OptionOf,
    Selection,
    SeriesMeasure,
    TimeUntil,
    ValueOf,
)
from .expressions import Expression, Presume, PresumeOption
from .facts import Fact
from .laws import Constraint, Invariant, NeverRises
from .leaflets import Passage, Section, Term
from .parameters import Parameter
from .scores import Score
from .steps import Episode, Question, Step
from .tables import Table

Rule = Score | Table | Step | Drug | Derived | SeriesMeasure
_Part = TypeVar("_Part")
_RULES = (Score, Table, Step, Drug, Derived, SeriesMeasure)


def walk(*roots: object) -> Iterator[Expression]:
    """Every expression below some rules, each once, parts before wholes."""
    seen: set[int] = set()

    def visit(part: object) -> Iterator[Expression]:
        if id(part) in seen:
            return
        seen.add(id(part))
        for inner in part.parts() if hasattr(part, "parts") else ():
            yield from visit(inner)
        if isinstance(part, Expression):
            yield part

    for root in roots:
        yield from visit(root)


def events_of(*roots: object) -> tuple[Event, ...]:
    """Every kind of event that some rules look at."""
    found: dict[str, Event] = {}
    for part in walk(*roots):
        if isinstance(
            part,
            AnyEvent | CountOf | DaysSince | TimeUntil | DateOf | ValueOf | OptionOf | SeriesMeasure,
        ):
            found[part.of.event.key] = part.of.event
            if isinstance(part, TimeUntil) and isinstance(part.since, Selection):
                found[part.since.event.key] = part.since.event
        elif isinstance(part, Obtainable):
            found[part.request.key], found[part.result.key] = part.request, part.result
        elif isinstance(part, Table):
            gives = (row.then.gives for row in part.rows)
            again = (each.of for each in gives if isinstance(each, Recall) and each.of is not None)
            found |= {event.key: event for event in again}
    for root in roots:
        for action in root.plan if isinstance(root, Step) else ():
            for event in (action.gives, action.request, action.before):
                if isinstance(event, Event):
                    found[event.key] = event
    return tuple(found[key] for key in sorted(found))


def facts_of(*roots: object) -> tuple[Fact, ...]:
    """Every fact that some rules look at, by key; attributes of events are not among them."""
    found = {part.key: part for part in walk(*roots) if isinstance(part, Fact)}
    return tuple(found[key] for key in sorted(found))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Knowledge:
    """Rules, the facts and events they look at, and the laws they obey.

    A chapter holds what is asked of one subject together (a suspicion, a treatment); several chapters
    joined are all that is shipped. Each has an edition of its own.
    """

    name: str
    facts: dict[str, Fact]
    events: dict[str, Event]
    rules: dict[str, Rule]
    parameters: dict[str, Parameter]
    episodes: tuple[Episode, ...]
    invariants: tuple[Invariant, ...]
    constraints: tuple[Constraint, ...]
    questions: dict[str, Question]
    """What guidelines are asked, in the order in which a pathway asks it."""
    edition: str
    chapters: tuple[Knowledge, ...] = ()
    """What this was joined from."""
    monotone: tuple[NeverRises, ...] = ()
    """Doses that never rise as a measure gets worse."""
    leaflet: tuple[Section, ...] = ()
    """What is told to patients, in the order in which it stands."""
    terms: tuple[Term, ...] = ()
    """The words that are explained there."""
    sheets: tuple[DecisionSheet, ...] = ()
    """What trials found with and without a treatment, to decide by together with a patient."""

    @staticmethod
    def of(
        name: str,
        modules: tuple[ModuleType, ...],
        episodes: tuple[Episode, ...],
        invariants: tuple[Invariant, ...],
        constraints: tuple[Constraint, ...],
        noted: tuple[Fact, ...] = (),
        monotone: tuple[NeverRises, ...] = (),
    ) -> Knowledge:
        """Collect the rules that some modules define; D210 where two of them share a key.

        A table that has no name of its own, such as the conclusion of a step, is a rule all the same.
        noted: facts that are read and shown though no rule looks at them.
        """
        rules = _collected(modules)
        roots = (*rules.values(), *(law.condition for law in invariants))
        facts: dict[str, Fact] = {}
        for fact in (*facts_of(*roots), *noted):
            if facts.setdefault(fact.key, fact) is not fact:
                raise DefinitionError("D210", f"Two facts are called {fact.key!r}.")
        named = [value for module in modules for value in vars(module).values()]
        parameters = {part.key: part for part in walk(*roots) if isinstance(part, Parameter)}
        parameters |= {value.key: value for value in named if isinstance(value, Parameter)}
        events = {event.key: event for event in events_of(*roots)}
        asked = [value for value in named if isinstance(value, Question)]
        sheets = tuple(dict.fromkeys(value for value in named if isinstance(value, DecisionSheet)))
        return Knowledge(
            name=name,
            facts=facts,
            events=events,
            rules=rules,
            parameters=parameters,
            episodes=episodes,
            invariants=invariants,
            constraints=constraints,
            questions={question.key: question for question in asked},
            edition=_edition(rules, sheets),
            monotone=monotone,
            sheets=sheets,
        )

    @staticmethod
    def joined(
        *chapters: Knowledge, leaflet: tuple[Section, ...] = (), terms: tuple[Term, ...] = ()
    ) -> Knowledge:
        """All chapters as one, and the leaflet; D210 where two things have one key."""
        _united({each.key: each} for part in leaflet for each in part.passages)
        editions = "\n".join(f"{chapter.name}={chapter.edition}" for chapter in chapters)
        editions += "".join(f"\n{part.key}={describe(part)}" for part in leaflet)
        editions += "".join(f"\n{term.key}={describe(term)}" for term in terms)
        return Knowledge(
            name="all",
            facts=_united(chapter.facts for chapter in chapters),
            events=_united(chapter.events for chapter in chapters),
            rules=_united(chapter.rules for chapter in chapters),
            parameters=_united(chapter.parameters for chapter in chapters),
            episodes=tuple(dict.fromkeys(e for chapter in chapters for e in chapter.episodes)),
            invariants=tuple(law for chapter in chapters for law in chapter.invariants),
            constraints=tuple(dict.fromkeys(c for chapter in chapters for c in chapter.constraints)),
            questions=_united(chapter.questions for chapter in chapters),
            edition=hashlib.sha256(editions.encode()).hexdigest()[:12],
            chapters=chapters,
            monotone=tuple(law for chapter in chapters for law in chapter.monotone),
            leaflet=leaflet,
            terms=terms,
            sheets=tuple(sheet for chapter in chapters for sheet in chapter.sheets),
        )

    def __repr__(self) -> str:
        return f"<Knowledge {self.name}, edition {self.edition}>"

    @property
    def passages(self) -> dict[str, Passage]:
        """Every passage of the leaflet, by key."""
        return {each.key: each for part in self.leaflet for each in part.passages}

    def chapter(self, name: str) -> Knowledge:
        """One of the chapters that this was joined from; InputError I208 names them."""
        for chapter in self.chapters:
            if chapter.name == name:
                return chapter
        known = ", ".join(chapter.name for chapter in self.chapters)
        raise InputError("I208", f"There is no chapter {name!r}.", todo=f"The chapters are: {known}.")

    def rule(self, key: str) -> Rule:
        """A rule by its key; InputError I201 names the nearest ones."""
        if key not in self.rules:
            todo = did_you_mean(key, self.rules, 3) or "`veinway rules` lists the rules."
            raise InputError("I201", f"There is no rule {key!r}.", todo=todo)
        return self.rules[key]

    @property
    def scores(self) -> dict[str, Score]:
        return {key: rule for key, rule in self.rules.items() if isinstance(rule, Score)}

    @property
    def steps(self) -> dict[str, Step]:
        return {key: rule for key, rule in self.rules.items() if isinstance(rule, Step)}

    @property
    def guidelines(self) -> tuple[str, ...]:
        """Every guideline that has a step, by name."""
        return tuple(sorted({step.guideline for step in self.steps.values()}))

    def answers(self, question: Question) -> tuple[Step, ...]:
        """The steps that answer a question, one a guideline."""
        return tuple(step for step in self.steps.values() if step.question is question)

    def steps_by(self, guideline: str) -> tuple[Step, ...]:
        """What one guideline says, question by question; where it has no answer, what the others say."""
        chosen: list[Step] = []
        for question in self.questions.values():
            answers = self.answers(question)
            own = [step for step in answers if step.guideline == guideline]
            chosen += own or answers
        return tuple(chosen)

    @property
    def drugs(self) -> dict[str, Drug]:
        return {key: rule for key, rule in self.rules.items() if isinstance(rule, Drug)}

    @property
    def tables(self) -> dict[str, Table]:
        return {key: rule for key, rule in self.rules.items() if isinstance(rule, Table)}

    @property
    def own_tables(self) -> tuple[Table, ...]:
        """The tables that a clinician reads as such: those that no step and no drug is made of."""
        concluded = {step.conclusion.key for step in self.steps.values()}
        concluded |= {
            part.key for drug in self.drugs.values() for part in drug.parts() if isinstance(part, Table)
        }
        tables = (table for key, table in self.tables.items() if key not in concluded)
        return tuple(table for table in tables if table.audience == "clinician")

    def presumptions(self) -> tuple[Presume | PresumeOption, ...]:
        """Every place where a rule may turn unknown into a value."""
        found = (part for part in walk(*self.rules.values()))
        return tuple(part for part in found if isinstance(part, Presume | PresumeOption))


def _collected(modules: Iterable[ModuleType]) -> dict[str, Rule]:
    """The rules that have a name in some modules, then the tables inside them that have none."""
    named = [v for module in modules for v in vars(module).values() if isinstance(v, _RULES)]
    inside = [part for part in walk(*named) if isinstance(part, Table)]
    rules: dict[str, Rule] = {}
    for rule in (*named, *inside):
        if rules.setdefault(rule.key, rule) is not rule:
            raise DefinitionError("D210", f"Two rules are called {rule.key!r}.")
    return rules


def _edition(rules: dict[str, Rule], sheets: Iterable[DecisionSheet]) -> str:
    """A hash of all that the rules and sheets of a chapter say."""
    parts = [*sorted(rules.items()), *((sheet.key, sheet) for sheet in sheets)]
    content = "\n".join(f"{key}={describe(part)}" for key, part in parts)
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def _united(parts: Iterable[dict[str, _Part]]) -> dict[str, _Part]:
    """Several dictionaries as one; D210 where two of them hold different things under one key."""
    found: dict[str, _Part] = {}
    for each in parts:
        for key, part in each.items():
            if found.setdefault(key, part) is not part:
                raise DefinitionError("D210", f"Two different things are called {key!r}.")
    return found
