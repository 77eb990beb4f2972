"""Questions for the public that lead to one table: what is asked, in which order, and when it stops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from veinway.care.prevention.public.hormones import PUBLIC_HORMONES
from veinway.care.prevention.public.questions import HORMONES as HORMONE_QUESTIONS
from veinway.care.prevention.public.questions import TRAVEL as TRAVEL_QUESTIONS
from veinway.care.prevention.public.travel import PUBLIC_TRAVEL
from veinway.care.triage.questions import MAY_BE_REFUSED
from veinway.engine.one import Reasoner
from veinway.engine.urgency import is_known, open_subjects
from veinway.language import Choice, Fact, Table, YesNo
from veinway.language.knowledge import facts_of


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One question: its number in the reference, a heading where it is a list, and its facts."""

    id: str
    heading: str
    facts: tuple[Fact, ...]

    @property
    def text(self) -> str:
        return self.heading or self.facts[0].tell

    @property
    def is_list(self) -> bool:
        """Several facts are asked at once: those that are so are named."""
        return len(self.facts) > 1

    @property
    def may_be_refused(self) -> bool:
        return not frozenset(MAY_BE_REFUSED).isdisjoint(self.facts)

    @property
    def options(self) -> tuple[str, ...]:
        """What can be chosen, in words; none where a number is asked for."""
        fact = self.facts[0]
        if self.is_list:
            return tuple(each.tell for each in self.facts)
        if isinstance(fact, Choice):
            return tuple(option.label for option in fact.options)
        return ("yes", "no") if isinstance(fact, YesNo) else ()


@dataclass(frozen=True, slots=True, eq=False)
class Inquiry:
    """One kind of questions for the public.

    key: what its texts are named by, and its address. open: the facts that are worth asking for. again:
    those that are asked once more where they were not answered.
    """

    key: str
    entries: tuple[Entry, ...]
    open: Callable[[Reasoner], set[Fact]]
    again: frozenset[Fact] = frozenset()

    @property
    def address(self) -> str:
        return f"/{self.key}"

    def entry(self, key: str) -> Entry | None:
        """The question of this name; None where there is none."""
        return next((each for each in self.entries if each.facts[0].key == key), None)


def open_in(table: Table, reasoner: Reasoner) -> set[Fact]:
    """The facts that could still change which outcome of a table it is."""
    subjects = open_subjects(table, reasoner, lambda outcome: outcome.key)
    return {fact for fact in facts_of(*subjects) if not is_known(fact, reasoner)}


def _plain(key: str, facts: tuple[Fact, ...], table: Table) -> Inquiry:
    """Each fact is one question, asked while it could change the outcome."""
    entries = tuple(Entry("", "", (fact,)) for fact in facts)
    return Inquiry(key, entries, lambda reasoner: open_in(table, reasoner))


TRAVEL = _plain("travel", TRAVEL_QUESTIONS, PUBLIC_TRAVEL)
HORMONES = _plain("hormones", HORMONE_QUESTIONS, PUBLIC_HORMONES)
TABLES = {TRAVEL: PUBLIC_TRAVEL, HORMONES: PUBLIC_HORMONES}
"""Which table says what to do at the end."""
