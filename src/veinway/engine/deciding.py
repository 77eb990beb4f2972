"""What would decide most: one datum learnt, tried on a sample of subjects.

Of each subject of the sample the one-patient engine says which open facts would settle a rule, whatever
the answer or by some answer (see `ask`). Here that is only added up.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..language import Event, Fact
from .assessment import Assessment, ScoreReading, StepReading, TableReading

SAMPLE = 200
"""Of so many subjects; a share of them is known to within about 7 in 100."""
Reading = TableReading | ScoreReading | StepReading


@dataclass(frozen=True, slots=True)
class Deciding:
    """How many of those that were tried one datum would decide whatever it is, and may decide."""

    of: Fact | Event
    would: int
    may: int


@dataclass(slots=True)
class Tried:
    """One rule: how many of a sample it does not decide, and what would decide them."""

    undecided: int = 0
    would: Counter[str] = field(default_factory=Counter)
    may: Counter[str] = field(default_factory=Counter)
    data: dict[str, Fact | Event] = field(default_factory=dict)

    def add(self, reading: Reading) -> None:
        """Add one subject; what is presumed of it counts as known."""
        presumed = reading.open.presumed
        matters = [part for part in reading.open.matters if part.key not in presumed]
        if not matters:
            return
        self.undecided += 1
        for part in matters:
            self.data[part.key] = part.of
            self.would[part.key] += part.decides == "always"
            self.may[part.key] += part.decides != "never alone"

    def best(self) -> tuple[Deciding, ...]:
        """The data that may decide somebody, the most useful first."""
        found = (Deciding(of, self.would[key], self.may[key]) for key, of in self.data.items())
        return tuple(sorted((f for f in found if f.may), key=lambda f: (-f.would, -f.may, f.of.key)))


def readings(assessment: Assessment) -> dict[str, Reading]:
    """What an assessment says of each rule, by the rule's key."""
    found: tuple[Reading, ...] = (*assessment.steps, *assessment.tables, *assessment.scores)
    return {str(getattr(reading.found.of, "key", "")): reading for reading in found}
