"""Steps: one question of the pathway, as one guideline answers it.

A step has a *conclusion* (a table over facts) and a *plan* (actions). Rules never ask what is known:
an action says when it is indicated and what it gives, and the engine alone compares that with the
record to say whether it is due, done or overdue.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from .errors import DefinitionError
from .events import Event
from .expressions import DateExpression, Expression, YesNoExpression, all_of
from .facts import Fact
from .outcomes import Strength
from .sources import Cite, require_cite
from .tables import Table
from .time import Span

AnchorName = Literal["index", "request", "action"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is evaluated: a person, an episode, a limb, a drug course, a device."""

    key: str
    label: str


PERSON = Subject("person", "a person")
EPISODE = Subject("episode", "a person and the moment of a first suspicion")
LIMB = Subject("limb", "one limb in an episode")
DRUG_COURSE = Subject("drug_course", "one course of one drug")
DEVICE = Subject("device", "one implanted device")


@dataclass(frozen=True, slots=True, eq=False)
class Unspoken:
    """A guideline that was looked through and says nothing about a question."""

    guideline: str
    cite: Cite


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """One question of the pathway. Each guideline that speaks to it has a step of its own."""

    key: str
    label: str
    silent: tuple[Unspoken, ...] = ()


def question(key: str, label: str, *, silent: list[Unspoken] | None = None) -> Question:
    """Define a question; `silent` lists the guidelines that are known to say nothing about it."""
    if not key.isidentifier():
        raise DefinitionError("D203", f"{key!r} is not a question's key.", todo="Use snake_case.")
    return Question(key, label, tuple(silent or ()))


def speaks_not(guideline: str, cite: Cite) -> Unspoken:
    """This guideline says nothing about the question, as far as the cited place shows."""
    require_cite(cite, guideline)
    return Unspoken(guideline, cite)


@dataclass(frozen=True, slots=True, eq=False)
class Due:
    """When an action should happen: from `earliest` to `latest` after its anchor.

    index: the first suspicion; request: when the action was ordered; action: when the action named
    by `after` was done; or a day, such as that of an event. Days compare calendar dates, hours compare
    instants. back: both are counted back from the anchor (a last dose before an operation).
    """

    latest: Span
    of: AnchorName | DateExpression
    earliest: Span | None = None
    back: bool = False

    @property
    def of_name(self) -> str:
        """The named anchor; "" where it is a day."""
        return self.of if isinstance(self.of, str) else ""

    def _said(self) -> tuple[object, ...]:
        # A day is an expression, which is compared by identity and never by value.
        of = self.of if isinstance(self.of, str) else id(self.of)
        return (self.latest, of, self.earliest, self.back)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Due) and self._said() == other._said()

    def __hash__(self) -> int:
        return hash(self._said())


def by(latest: Span, *, of: AnchorName | DateExpression = "index") -> Due:
    """At the latest so long after the anchor."""
    return Due(latest, of)


def in_days(first: int, last: int, *, of: AnchorName | DateExpression = "action") -> Due:
    """From the first to the last day after the anchor, both included."""
    return Due(Span(last, "day"), of, Span(first, "day"))


def between_spans(first: Span, last: Span, *, of: DateExpression) -> Due:
    """From one span to another after a day, both included: between 2 and 5 months after the clot."""
    return Due(last, of, first)


def days_ahead_of(first: int, last: int, *, of: DateExpression) -> Due:
    """From `first` to `last` days before a day, both included: 1 is the day before it."""
    return Due(Span(last, "day"), of, Span(first, "day"), back=True)


@dataclass(frozen=True, slots=True, eq=False)
class Action:
    """Something to do: `gives` is the event that shows it was done."""

    key: str
    text: str
    when: YesNoExpression
    cite: Cite
    gives: Event | None
    due: Due | None
    after: tuple[str, ...]
    """Keys of the actions that come before it: its own event must follow the one of any of them."""
    before: Event | None
    """What it must come before: done later, it is done but said to be too late to rely on."""
    request: Event | None
    """What shows that it was ordered; the window may count from there."""
    result: Fact | None
    """A fact that shows it was done even where no time is on record."""
    until: YesNoExpression | None
    """Once this is certain the action is withdrawn (waiting for a result that has come)."""
    strength: Strength
    act: str
    """What is done, the same word in every guideline's plan; the key where no other plan has it."""
    indicated: YesNoExpression
    """`when`, for whom the step is meant: nothing is due of a step that may not apply."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Step:
    """One question of the pathway, as one guideline answers it."""

    key: str
    label: str
    question: Question
    guideline: str
    subject: Subject
    source: Cite
    for_whom: YesNoExpression
    conclusion: Table
    plan: tuple[Action, ...]

    def parts(self) -> tuple[Expression, ...]:
        ends = (action.until for action in self.plan if action.until is not None)
        days = (action.due.of for action in self.plan if action.due is not None)
        anchors = (day for day in days if isinstance(day, DateExpression))
        return (self.for_whom, self.conclusion, *(a.indicated for a in self.plan), *ends, *anchors)


def action(
    key: str,
    text: str,
    *,
    when: YesNoExpression,
    cite: Cite,
    gives: Event | None = None,
    due: Due | None = None,
    after: tuple[str, ...] = (),
    before: Event | None = None,
    request: Event | None = None,
    result: Fact | None = None,
    until: YesNoExpression | None = None,
    strength: Strength = Strength.OFFER,
    act: str = "",
) -> Action:
    """Define an action of a plan."""
    require_cite(cite, key)
    if due is not None and due.of_name == "action" and not after:
        raise DefinitionError(
            "D201", "The window counts from no action.", where=key, todo="Write after=."
        )
    if due is not None and due.of_name == "request" and request is None:
        raise DefinitionError(
            "D201", "The window counts from no request.", where=key, todo="Write request=."
        )
    return Action(
        key,
        text,
        when,
        cite,
        gives,
        due,
        after,
        before,
        request,
        result,
        until,
        strength,
        act or key,
        when,
    )


def step(
    key: str,
    label: str,
    *,
    question: Question,
    guideline: str,
    subject: Subject,
    source: Cite,
    for_whom: YesNoExpression,
    conclusion: Table,
    plan: list[Action],
) -> Step:
    """Define a step; an action may only come after one that is listed before it."""
    require_cite(source, key)
    seen: set[str] = set()
    for entry in plan:
        if entry.key in seen or not seen.issuperset(entry.after):
            raise DefinitionError("D202", f"{entry.key} repeats or precedes what it follows.", where=key)
        seen.add(entry.key)
    return Step(
        key=key,
        label=label,
        question=question,
        guideline=guideline,
        subject=subject,
        source=source,
        for_whom=for_whom,
        conclusion=conclusion,
        plan=tuple(replace(entry, indicated=all_of(for_whom, entry.when)) for entry in plan),
    )


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Episode:
    """What opens, merges and closes an episode.

    index: where look-backs count from. The first record that opened it, for a suspicion; the instant
    of the evaluation, for a treatment that is reviewed: its look-backs reach from today, and rules
    that need the day of the clot anchor their windows at that event.
    """

    key: str
    label: str
    opened_by: tuple[str, ...]
    """Code lists of which any record opens an episode."""
    merged_within: Span
    """A record so soon after the last one belongs to the same episode."""
    closed_after: Span
    """Evidence later than this after the index belongs to no open question of this episode; of an
    episode whose index is `at`, what was said of a fact holds so long."""
    source: Cite
    index: Literal["first_record", "at"] = "first_record"
