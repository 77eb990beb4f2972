"""What the proofs found. Data only, so that it can be read without z3."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from ...language.values import Situation

Status = Literal["proved", "failed", "not finished"]
Confirmed = Literal["by the one-patient engine", "on its event values only", "no"]


@dataclass(frozen=True, slots=True)
class CounterExample:
    """The patient of whom the least is known that shows why a proof failed.

    facts: answers by fact, in the form of a facts file; whatever is not listed is unknown.
    events: what rules read from events, in words, where it matters.
    situation: the same patient for `engine.one.Reasoner`; its events are included where a history was
    found that gives these values.
    confirmed: whether the one-patient engine shows the same. "on its event values only" means that
    no history was found that gives the event values together: perhaps no patient has them.
    """

    facts: dict[str, object]
    events: dict[str, str]
    situation: Situation
    confirmed: Confirmed

    def words(self) -> str:
        """The patient in one line."""
        known = [f"{key}: {value}" for key, value in {**self.facts, **self.events}.items()]
        return "; ".join(known) or "nothing is known"


@dataclass(frozen=True, slots=True)
class ProofResult:
    """One law about one rule, and whether it holds for every patient."""

    kind: str
    subject: str
    status: Status
    seconds: float
    counter_example: CounterExample | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProofReport:
    """All laws, and what they are about.

    counts: how many tables, rows, bands, invariants and constraints there are.
    unconfirmed_rows: rows that would commit on words not confirmed against the primary text.
    """

    results: tuple[ProofResult, ...]
    counts: dict[str, int]
    unconfirmed_rows: tuple[str, ...]
    edition: str
    seconds: float = field(compare=False)

    @property
    def proved(self) -> bool:
        """Every law holds; one that was not finished counts as not proved."""
        return all(result.status == "proved" for result in self.results)

    @property
    def failed(self) -> tuple[ProofResult, ...]:
        return tuple(result for result in self.results if result.status == "failed")

    @property
    def not_finished(self) -> tuple[ProofResult, ...]:
        return tuple(result for result in self.results if result.status == "not finished")

    def statuses(self) -> dict[Status, int]:
        """How many laws are proved, failed and not finished."""
        found = Counter(result.status for result in self.results)
        return {status: found[status] for status in ("proved", "failed", "not finished")}
