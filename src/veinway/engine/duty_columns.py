"""What a service owes many subjects: the same as `duties` says of one, found on columns.

    found = DutyColumns(lists, knowledge, parameters)
    for row, duty in found.of(planes): ...

Conclusions and recalls are read off the columns. A plan is compared with what happened only of subjects
for whom an action is indicated; the one-patient engine does that, and is told what the columns say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import polars as pl

from ..language.doses import Recall
from ..language.events import Event
from ..language.expressions import DateExpression, Expression
from ..language.facts import Fact
from ..language.knowledge import Knowledge
from ..language.steps import Action, Step
from ..language.tables import Table
from ..language.values import Interval, Situation, Truth
from ..language.worklists import WorkList
from .actions import plan
from .columns import compile_program
from .duties import FLAGGED, POSSIBLE, Duty, listed_actions
from .finding import Finding
from .one import Reasoner
from .planes import Planes, complete_column, doubt_column, schema_of
from .subjects import situations

BATCH = 5_000
"""So many subjects become situations at once."""
_SUBJECT = ("index", "at", "index_minute", "at_minute")
Found = tuple[int, Duty]


class DutyColumns:
    """Some lists, compiled. `of` may be asked about one piece of planes after the other."""

    def __init__(
        self, lists: Sequence[WorkList], knowledge: Knowledge, parameters: Mapping[str, Fraction]
    ) -> None:
        self.lists, self.parameters = tuple(lists), parameters
        self.steps = tuple(dict.fromkeys(step for each in lists for step in each.steps))
        self.planned = {step: _planned(step, knowledge) for step in self.steps}
        anchors = {
            _anchor_name(step, action): action.due.of
            for step in self.steps
            for action in step.plan
            if action.due is not None and isinstance(action.due.of, DateExpression)
        }
        self.program = compile_program(self.steps, anchors, presumptions=True, parameters=parameters)

    def of(self, planes: Planes) -> Iterator[Found]:
        """Each line with the row of its subject, list by list."""
        answers = self.program.run(planes)
        numbered = answers.with_row_index("#row")
        plans: dict[Step, dict[int, Any]] = {}
        for each in self.lists:
            for step in each.steps:
                if each.acts:
                    if step not in plans:
                        plans[step] = dict(self._plans(step, planes, answers))
                    for row, found in plans[step].items():
                        yield from ((row, duty) for duty in listed_actions(each, step, found))
                if each.recalls:
                    yield from _recalls(each, step, planes, numbered)
                if each.flags:
                    yield from _flags(each, step, numbered)

    # Plans ------------------------------------------------------------------------------------------

    def _plans(self, step: Step, planes: Planes, answers: pl.DataFrame) -> Iterator[tuple[int, Any]]:
        """The plan of each subject for whom something of it is indicated and not withdrawn."""
        acts = frozenset[str]().union(*(each.acts for each in self.lists if step in each.steps))
        open_ = [_open(step, action) for action in step.plan if action.act in acts]
        asked = answers.select(pl.any_horizontal(open_).alias("asked"))["asked"].arg_true().to_list()
        columns = [name for name in answers.columns if name.startswith(f"{step.key}.")]
        known = self.planned[step]
        slim = Planes(planes.frame.select(_slim(planes, known)), planes.events)
        for begin in range(0, len(asked), BATCH):
            rows = asked[begin : begin + BATCH]
            told = answers.select(columns)[rows].iter_rows(named=True)
            made = situations(slim, rows, known, self.parameters)
            for row, answer, situation in zip(rows, told, made, strict=True):
                yield row, plan(step, _Told(situation, _said(step, answer, self.program.scales)))


def _planned(step: Step, knowledge: Knowledge) -> Knowledge:
    """What the plan of a step is compared with: its events, and the facts that show a result."""
    events: dict[str, Event] = {}
    facts: dict[str, Fact] = {}
    for action in step.plan:
        for event in (action.gives, action.request, action.before):
            if event is not None:
                events[event.key] = event
        if action.result is not None:
            facts[action.result.key] = action.result
    return replace(knowledge, facts=facts, events=events)


def _slim(planes: Planes, known: Knowledge) -> list[str]:
    """The columns that a plan is compared with: hundreds of others would be copied for each subject."""
    names = [*_SUBJECT, *(complete_column(key) for key in known.events)]
    for fact in known.facts.values():
        names += [*schema_of(fact), doubt_column(fact.key)]
    return [name for name in names if name in planes.frame.columns]


def _open(step: Step, action: Action) -> pl.Expr:
    """Certainly indicated, and not certainly withdrawn."""
    name = f"{step.key}.{action.key}"
    certain = pl.col(f"{name}.yes") & ~pl.col(f"{name}.no")
    if action.until is None:
        return certain
    return certain & ~(pl.col(f"{name}.until.yes") & ~pl.col(f"{name}.until.no"))


def _anchor_name(step: Step, action: Action) -> str:
    return f"{step.key}.{action.key}.anchor"


def _said(
    step: Step, answer: Mapping[str, Any], scales: Mapping[str, Fraction]
) -> dict[Expression, Finding]:
    """What the columns say of each condition and each anchor of a plan."""
    said: dict[Expression, Finding] = {}
    for action in step.plan:
        name = f"{step.key}.{action.key}"
        for part, ending in ((action.indicated, ""), (action.until, ".until")):
            if part is not None:
                truth = Truth.of(answer[f"{name}{ending}.yes"], answer[f"{name}{ending}.no"])
                said[part] = Finding(part, truth)
        if action.due is not None and isinstance(action.due.of, DateExpression):
            anchor = _anchor_name(step, action)
            low, high = answer[f"{anchor}.low"], answer[f"{anchor}.high"]
            if (scale := scales[anchor]) != 1:
                low, high = low * scale, high * scale
            said[action.due.of] = Finding(action.due.of, Interval(low, high))
    return said


class _Told(Reasoner):
    """A reasoner that was told what some expressions come to."""

    def __init__(self, situation: Situation, said: dict[Expression, Finding]) -> None:
        super().__init__(situation)
        self._found = said


# Conclusions ------------------------------------------------------------------------------------


def _certainly_applies(step: Step) -> pl.Expr:
    return pl.col(f"{step.key}.applies.yes") & ~pl.col(f"{step.key}.applies.no")


def _bits(numbers: Sequence[int]) -> int:
    return sum(1 << number for number in numbers)


def _decided(table: Table) -> pl.Expr:
    """One outcome is left, and no row is left that commits on unconfirmed words."""
    outcomes, rows = pl.col(f"{table.key}.outcomes"), pl.col(f"{table.key}.rows")
    unsure = _bits([n for n, row in enumerate(table.rows) if row.enables_unconfirmed])
    return (outcomes != 0) & ((outcomes & (outcomes - 1)) == 0) & ((rows & unsure) == 0)


def _flags(each: WorkList, step: Step, answers: pl.DataFrame) -> Iterator[Found]:
    """Who certainly has a conclusion of the list, and who may have it."""
    table = step.conclusion
    rows = pl.col(f"{table.key}.rows")
    for outcome in table.outcomes:
        numbers = [n for n, row in enumerate(table.rows) if row.then.key == outcome.key]
        if outcome not in each.flags:
            continue
        said = answers.filter(_certainly_applies(step) & ((rows & _bits(numbers)) != 0))
        found = said.select("#row", rows.alias("rows"), _decided(table).alias("decided"))
        for row, mask, decided in found.iter_rows():
            first = next(table.rows[n] for n in numbers if mask >> n & 1)
            state = FLAGGED if decided else POSSIBLE
            yield row, Duty(each, step, outcome.key, outcome.text, state, first.cite)


def _recalls(each: WorkList, step: Step, planes: Planes, answers: pl.DataFrame) -> Iterator[Found]:
    """Who is to be tested again, counted from the last test that is known to the day."""
    table = step.conclusion
    rows = pl.col(f"{table.key}.rows").alias("rows")
    for number, outcome in enumerate(table.outcomes):
        gives = outcome.gives
        if not isinstance(gives, Recall) or gives.of is None:
            continue
        only = pl.col(f"{table.key}.outcomes") == 1 << number
        said = answers.filter(_certainly_applies(step) & _decided(table) & only)
        again = said.select("#row", rows).join(_last_days(planes, gives.of), on="#row")
        at = planes.frame["at"]
        for row, mask, last in again.iter_rows():
            cite = table.rows[_lowest_bit(mask)].cite
            due = last + gives.first, last + gives.last
            state = "overdue" if at[row] > due[1] else "due"
            yield row, Duty(each, step, outcome.key, outcome.text, state, cite, *due)


def _lowest_bit(mask: int) -> int:
    """The first row of those that are possible."""
    return (mask & -mask).bit_length() - 1


def _last_days(planes: Planes, event: Event) -> pl.DataFrame:
    """The day of the last event of a kind, by row, where one is certain and known to the day."""
    frame = planes.events[event.key]
    dated = frame.filter(pl.col("certain") & (pl.col("day.low") == pl.col("day.high")))
    return dated.group_by(pl.col("row").alias("#row")).agg(pl.col("day.low").max())
