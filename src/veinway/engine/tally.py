"""Many patients: certain and possible counts, added up piece by piece so that memory stays flat.

An outcome is *certain* for a subject where the rule is decided with it, and *possible* where it is not
excluded; so the true count lies between the two. Both are counted with presumptions and without.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

import polars as pl

from ..language.events import Event
from ..language.facts import Fact
from ..language.knowledge import events_of, facts_of, walk
from ..language.numbers import Agreed
from ..language.scores import Score
from ..language.steps import Step
from ..language.tables import Table
from .deciding import Tried
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
    not_computable: int = 0
    """It may apply, and nothing that could come out is excluded."""
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
    tried: Tried = field(default_factory=Tried)
    """What would decide those of a sample that are not decided."""

    def add(self, decisions: Decisions, known: WhatIsKnown) -> None:
        """Add the decisions of one piece."""
        frame, key = decisions.bits, self.rule.key
        for name, reading in READINGS.items():
            self._add_reading(self.readings[name], frame, reading)
        self.by_presumption += int(frame.get_column(f"{key}.decided_by_presumption").sum())
        open_ = frame.select(_may_apply(self.rule, "") & ~pl.col(f"{key}.decided")).to_series()
        self.undecided += int(open_.sum())
        if open_.any():
            self._add_missing(open_, known, decisions.taken)

    def _add_reading(self, count: Count, frame: pl.DataFrame, reading: str) -> None:
        """Subjects with equal answers are counted together: there are few different ones."""
        options = option_keys(self.rule)
        alike = frame.group_by(_answer_columns(self.rule, reading)).len()
        for applies, decided, needs_clinician, mask, subjects in alike.rows():
            if applies:
                count.applies[applies] += subjects
            if applies == "no":
                continue
            possible = [option for n, option in enumerate(options) if mask >> n & 1]
            count.decided += subjects * decided
            count.needs_clinician += subjects * needs_clinician
            count.not_computable += subjects * (len(possible) == len(options))
            for option in possible:
                count.possible[option] += subjects
                count.certain[option] += subjects * decided

    def _add_missing(self, open_: pl.Series, known: WhatIsKnown, taken: dict[str, pl.Series]) -> None:
        for part, doubles in _needed(self.rule):
            lacking = open_ & known.nothing(part)
            if part.key in taken:
                lacking &= ~taken[part.key]
            for other in doubles:
                lacking &= ~known.all_of(other)
            self.missing[part.key] += int(lacking.sum())


class WhatIsKnown:
    """For whom nothing is known of a fact or a kind of event, worked out once for a piece."""

    def __init__(self, planes: Planes) -> None:
        self.planes = planes
        self._nothing: dict[str, pl.Series] = {}

    def nothing(self, part: Fact | Event) -> pl.Series:
        """For whom nothing is known of it."""
        if part.key not in self._nothing:
            self._nothing[part.key] = nothing_known(part, self.planes)
        return self._nothing[part.key]

    def all_of(self, facts: tuple[Fact, ...]) -> pl.Series:
        """For whom something is known of each of these."""
        known = _same_for_all(self.planes.frame, True)
        for fact in facts:
            known &= ~self.nothing(fact)
        return known


@lru_cache(maxsize=1024)
def _needed(rule: Decided) -> tuple[tuple[Fact | Event, tuple[tuple[Fact, ...], ...]], ...]:
    """What a rule looks at, each with the facts that may stand for it (an age for a date of birth)."""
    roots = (rule.for_whom, rule.conclusion) if isinstance(rule, Step) else (rule,)
    agreed = [part for part in walk(*roots) if isinstance(part, Agreed)]
    pairs = [(a.one, a.other) for a in agreed] + [(a.other, a.one) for a in agreed]
    doubles = [({fact.key for fact in facts_of(one)}, facts_of(other)) for one, other in pairs]
    needed: tuple[Fact | Event, ...] = (*facts_of(*roots), *events_of(*roots))
    return tuple((part, tuple(other for one, other in doubles if part.key in one)) for part in needed)


def option_keys(rule: Decided) -> tuple[str, ...]:
    """The bands of a score, or the outcomes of a table or of a step's conclusion."""
    return (rule.conclusion if isinstance(rule, Step) else rule).option_keys()


def _answer_columns(rule: Decided, reading: str) -> list[pl.Expr]:
    """Whether a rule applies ("" for a table), whether it is decided, and the set of its answers."""
    table = rule.conclusion if isinstance(rule, Step) else rule
    key, is_score = f"{rule.key}{reading}", isinstance(rule, Score)
    never = pl.lit(False)
    waits = never if is_score else pl.col(f"{table.key}{reading}.needs_clinician")
    return [
        (pl.lit("") if isinstance(rule, Table) else pl.col(f"{key}.applies")).alias("applies"),
        pl.col(f"{key}.decided").alias("decided"),
        waits.alias("needs_clinician"),
        pl.col(f"{key}.bands" if is_score else f"{table.key}{reading}.outcomes").alias("mask"),
    ]


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


def _same_for_all(frame: pl.DataFrame, value: bool) -> pl.Series:
    return pl.repeat(value, frame.height, dtype=pl.Boolean, eager=True)
