"""Findings: what a rule says about one subject, and why. Data only; `show` makes words of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from ..language import Action, Cite, Expression, Outcome, Row, Step, Table
from ..language.scores import Item
from ..language.values import Evidence, Interval, Possible, Truth


@dataclass(frozen=True, slots=True)
class Presumption:
    """An unknown that was taken to be a value, and on what grounds."""

    about: str
    value: str
    because: str
    source: Cite


@dataclass(slots=True, eq=False)
class Finding:
    """One rule or fact with its value for one subject.

    grounds: the findings it follows from, or how to work them out once somebody asks (see `because`).
    evidence: where a fact came from. reason: why it is not known better. near: the answer would differ
    within the measure's tolerance.
    """

    of: Expression | Step
    value: Possible
    grounds: tuple[Finding, ...] | Callable[[], Finding] = ()
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    presumed: Presumption | None = None
    near: str = ""

    @property
    def because(self) -> tuple[Finding, ...]:
        """The findings it follows from."""
        if not isinstance(self.grounds, tuple):
            self._explain(self.grounds())
        assert isinstance(self.grounds, tuple)
        return self.grounds

    def _explain(self, same: Finding) -> None:
        """Take the grounds of the same finding, worked out with its reasons."""
        self.grounds = same.because

    def walk(self, seen: set[int] | None = None) -> Iterator[Finding]:
        """This finding and every one below it, each once; none that was seen already."""
        seen = set() if seen is None else seen
        stack: list[Finding] = [self]
        while stack:
            finding = stack.pop()
            if id(finding) not in seen:
                seen.add(id(finding))
                yield finding
                stack.extend(reversed(finding.because))

    def presumptions(self) -> tuple[Presumption, ...]:
        """Every presumption that something below rests on."""
        return tuple(dict.fromkeys(f.presumed for f in self.walk() if f.presumed is not None))


@dataclass(slots=True, eq=False)
class ItemFinding:
    """One item of a score: what it may add."""

    item: Item
    points: Interval
    because: tuple[Finding, ...]


@dataclass(slots=True, eq=False)
class ScoreFinding(Finding):
    """A score: `value` is the set of bands that are still possible."""

    applies: Truth = Truth.UNKNOWN
    total: Interval = Interval(Fraction(0), Fraction(0))
    bands: frozenset[str] = frozenset()
    """The bands of the total, were the score valid; `value` leaves all open where it may not be."""
    worth: tuple[ItemFinding, ...] = ()

    @property
    def items(self) -> tuple[ItemFinding, ...]:
        """What each item may add."""
        if not isinstance(self.grounds, tuple):
            self._explain(self.grounds())
        return self.worth

    def _explain(self, same: Finding) -> None:
        assert isinstance(same, ScoreFinding)
        self.grounds, self.worth = same.because, same.worth

    @property
    def decided(self) -> bool:
        """One band is left, and the score is certainly valid for this patient."""
        return self.applies is Truth.YES and isinstance(self.value, frozenset) and len(self.value) == 1


@dataclass(slots=True, eq=False)
class TableFinding(Finding):
    """A table: `value` is the set of outcome keys that are still possible."""

    rows: tuple[Row, ...] = ()
    """The rows that may still decide."""
    certain: tuple[Row, ...] = ()
    """The rows of a table that collects which certainly hold."""
    meanwhile: tuple[Row, ...] = ()
    """What is done until it is decided."""

    @property
    def collects(self) -> bool:
        return isinstance(self.of, Table) and self.of.hit == "collect"

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return tuple({row.then.key: row.then for row in self.rows}.values())

    @property
    def decided(self) -> bool:
        """One outcome is left (or, in a table that collects, every row is known), and nothing that
        commits rests on unconfirmed words."""
        if self.collects:
            return self.rows == self.certain and not any(row.enables_unconfirmed for row in self.rows)
        return len(self.outcomes) == 1 and not self.needs_clinician

    @property
    def needs_clinician(self) -> bool:
        """One outcome is left that would commit, on words not confirmed against the primary text."""
        return len(self.outcomes) == 1 and any(row.enables_unconfirmed for row in self.rows)


@dataclass(slots=True)
class ActionFinding:
    """One action of a plan: its state, when it is due, and what shows that.

    state: not_indicated, cannot_say, not_yet, due, requested, done, done_early, done_late, overdue,
    refused, impossible or withdrawn. due_from, due_by and done_at count in `unit`: days since 1970-01-01
    in the site's calendar, or minutes since then in UTC.
    """

    action: Action
    indicated: Truth
    state: str
    unit: str = "minute"
    due_from: int | None = None
    due_by: int | None = None
    done_at: int | None = None
    evidence: Evidence | None = None
    reason: str = ""
    why: Callable[[], Finding] | None = None

    @property
    def because(self) -> Finding | None:
        """Why it is indicated or not."""
        return None if self.why is None else self.why()


@dataclass(slots=True, eq=False)
class StepFinding(Finding):
    """A step: whether it applies, its conclusion and its plan."""

    applies: Truth = Truth.UNKNOWN
    strictly_applies: Truth = Truth.UNKNOWN
    """Whether it applies without any presumption."""
    conclusion: TableFinding | None = None
    strict: frozenset[str] = frozenset()
    """The outcomes that are possible without any presumption."""
    planned: tuple[ActionFinding, ...] | Callable[[], tuple[ActionFinding, ...]] = ()
    """The plan, or how to work it out once somebody looks at it."""

    @property
    def plan(self) -> tuple[ActionFinding, ...]:
        """The state of every action."""
        if not isinstance(self.planned, tuple):
            self.planned = self.planned()
        return self.planned

    @property
    def decided(self) -> bool:
        return self.applies is Truth.YES and self.conclusion is not None and self.conclusion.decided

    @property
    def decided_by_presumption(self) -> bool:
        """Decided, and without the presumptions it would not be."""
        return self.decided and (len(self.strict) != 1 or self.strictly_applies is not Truth.YES)
