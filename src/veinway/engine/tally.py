"""Many patients: certain and possible counts, added up piece by piece so that memory stays flat.

An outcome is *certain* for a subject where the rule is decided with it, and *possible* where it is not
excluded; so the true count lies between the two. Both are counted with presumptions and without.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import polars as pl

from ..language.events import Event
from ..language.facts import Fact
from ..language.knowledge import events_of, facts_of, walk
from ..language.numbers import Agreed
from ..language.scores import Score
from ..language.steps import Step
from ..language.tables import Table
from .decision_frame import Decided, Decisions
from .planes import Planes, cells, complete_column, schema_of

READINGS = {"presumed": "", "strict": ".strict"}
"""The two readings, and what stands after the key of a rule in the column names of each."""


@dataclass(slots=True)
class Count:
    """How one rule came out, in one reading: subjects for each answer, certain and possible."""

    applies: Counter[str] = field(default_factory=Counter)
    certain: Counter[str] = field(default_factory=Counter)
    possible: Counter[str] = field(default_factory=Counter)
    decided: int = 0
    needs_clinician: int = 0


@dataclass(slots=True)
class RuleTally:
    """One rule: its counts in both readings, and what is missing where it is not decided.

    undecided: subjects for whom the rule may apply and is not decided. missing: of those, how many lack
    each fact or event. Of a quantity that is recorded in two ways, one is enough; what is presumed is
    not missing.
    """

    rule: Decided
    readings: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in READINGS})
    undecided: int = 0
    by_presumption: int = 0
    missing: Counter[str] = field(default_factory=Counter)

    def add(self, decisions: Decisions, planes: Planes) -> None:
        """Add the decisions of one piece."""
        frame = decisions.frame
        for name, reading in READINGS.items():
            self._add_reading(self.readings[name], frame, reading)
        key = self.rule.key
        self.by_presumption += int(frame[f"{key}.decided_by_presumption"].sum())
        open_ = frame.select(_may_apply(self.rule, "") & ~pl.col(f"{key}.decided")).to_series()
        self.undecided += int(open_.sum())
        self._add_missing(open_, planes, decisions.taken)

    def _add_reading(self, count: Count, frame: pl.DataFrame, reading: str) -> None:
        key = self.rule.key
        if not isinstance(self.rule, Table):
            values = frame[f"{key}{reading}.applies"].value_counts()
            count.applies.update(dict(values.iter_rows()))
        count.decided += int(frame[f"{key}{reading}.decided"].sum())
        listed = pl.col(_list_column(self.rule, reading))
        queries = {}
        for option in option_keys(self.rule):
            holds = listed.list.contains(option)
            queries[f"certain {option}"] = (pl.col(f"{key}{reading}.decided") & holds).sum()
            queries[f"possible {option}"] = (_may_apply(self.rule, reading) & holds).sum()
        found = frame.select(**queries).row(0, named=True)
        count.certain.update({option: found[f"certain {option}"] for option in option_keys(self.rule)})
        count.possible.update({option: found[f"possible {option}"] for option in option_keys(self.rule)})
        if not isinstance(self.rule, Score):
            table = self.rule.conclusion if isinstance(self.rule, Step) else self.rule
            waits = _may_apply(self.rule, reading) & pl.col(f"{table.key}{reading}.needs_clinician")
            count.needs_clinician += int(frame.select(waits.sum()).item())

    def _add_missing(self, open_: pl.Series, planes: Planes, taken: dict[str, pl.Series]) -> None:
        rule = self.rule
        roots = (rule.for_whom, rule.conclusion) if isinstance(rule, Step) else (rule,)
        agreed = [part for part in walk(*roots) if isinstance(part, Agreed)]
        needed: tuple[Fact | Event, ...] = (*facts_of(*roots), *events_of(*roots))
        for part in needed:
            lacking = open_ & nothing_known(part, planes)
            if part.key in taken:
                lacking &= ~taken[part.key]
            for one, other in [(a.one, a.other) for a in agreed] + [(a.other, a.one) for a in agreed]:
                if any(fact.key == part.key for fact in facts_of(one)):
                    lacking &= ~_all_known(facts_of(other), planes)
            self.missing[part.key] += int(lacking.sum())


def option_keys(rule: Decided) -> tuple[str, ...]:
    """The bands of a score, or the outcomes of a table or of a step's conclusion."""
    return (rule.conclusion if isinstance(rule, Step) else rule).option_keys()


def _list_column(rule: Decided, reading: str) -> str:
    if isinstance(rule, Score):
        return f"{rule.key}{reading}.bands"
    table = rule.conclusion if isinstance(rule, Step) else rule
    return f"{table.key}{reading}.outcomes"


def _may_apply(rule: Decided, reading: str) -> pl.Expr:
    return pl.lit(True) if isinstance(rule, Table) else pl.col(f"{rule.key}{reading}.applies") != "no"


def nothing_known(part: Fact | Event, planes: Planes) -> pl.Series:
    """For whom nothing is known of a fact, or no event of a kind is recorded and none is excluded."""
    frame = planes.frame
    if isinstance(part, Event):
        return ~_recorded(part, planes) & ~_complete(part, planes)
    if not set(schema_of(part)) <= set(frame.columns):
        return _same_for_all(frame, True)
    widest = cells(part, part.anything)
    return frame.select(pl.all_horizontal(pl.col(n) == value for n, value in widest.items())).to_series()


def _complete(event: Event, planes: Planes) -> pl.Series:
    name = complete_column(event.key)
    frame = planes.frame
    return frame[name] if name in frame.columns else _same_for_all(frame, False)


def _recorded(event: Event, planes: Planes) -> pl.Series:
    if event.key not in planes.events:
        return _same_for_all(planes.frame, False)
    rows = pl.int_range(planes.height, dtype=pl.UInt32, eager=True)
    return rows.is_in(planes.events[event.key]["row"].unique().implode())


def _all_known(facts: tuple[Fact, ...], planes: Planes) -> pl.Series:
    """For whom something is known of each of these."""
    known = _same_for_all(planes.frame, True)
    for fact in facts:
        known &= ~nothing_known(fact, planes)
    return known


def _same_for_all(frame: pl.DataFrame, value: bool) -> pl.Series:
    return pl.repeat(value, frame.height, dtype=pl.Boolean, eager=True)
