"""What a service owes many subjects: the same as `duties` says of one, found on columns.

    found = DutyColumns(lists, knowledge, parameters)
    for row, duty in found.of(planes): ...

Conclusions and recalls are read off the columns. A plan is compared with what happened only of subjects
for whom an action is indicated; the one-patient engine does that, and is told what the columns say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import polars as pl

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
from .duties import FLAGGED, POSSIBLE, Duty, listed_actions, possible_actions, recall_duty
from .finding import ActionFinding, Finding
from .one import Reasoner
from .planes import Planes, complete_column, doubt_column, schema_of
from .recalls import again
from .subjects import situations

BATCH = 5_000
"""So many subjects become situations at once."""
_SUBJECT = ("index", "at", "index_minute", "at_minute")
Found = tuple[int, Duty]


class DutyColumns:
    """Some lists, compiled. `of` may be asked about one piece of planes after the other."""

    def __init__(
        self,
        lists: Sequence[WorkList],
        knowledge: Knowledge,
        parameters: Mapping[str, Fraction],
        *,
        possible: bool = True,
    ) -> None:
        """possible: whether what cannot be said for want of data is wanted too."""
        self.lists, self.parameters, self.possible = tuple(lists), parameters, possible
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
        plans: dict[Step, list[_Plan]] = {}
        for each in self.lists:
            for step in each.steps:
                if each.acts:
                    if step not in plans:
                        plans[step] = list(self._plans(step, planes, answers))
                    yield from _actions(each, step, plans[step])
                if each.recalls:
                    yield from _recalls(each, step, planes, numbered)
                if each.flags:
                    yield from _flags(each, step, numbered)

    # Plans ------------------------------------------------------------------------------------------

    def _plans(self, step: Step, planes: Planes, answers: pl.DataFrame) -> Iterator[_Plan]:
        """The plan of each subject for whom something of it is indicated and not withdrawn."""
        acts = frozenset[str]().union(*(each.acts for each in self.lists if step in each.steps))
        asked_for = [action for action in step.plan if action.act in acts]
        open_ = [_open(step, action, possible=self.possible) for action in asked_for]
        asked = answers.select(pl.any_horizontal(open_).alias("asked"))["asked"].arg_true().to_list()
        columns = [name for name in answers.columns if name.startswith(f"{step.key}.")]
        known = self.planned[step]
        slim = Planes(planes.frame.select(_slim(planes, known)), planes.events)
        for begin in range(0, len(asked), BATCH):
            rows = asked[begin : begin + BATCH]
            told = answers.select(columns)[rows].iter_rows(named=True)
            made = situations(slim, rows, known, self.parameters)
            for row, answer, situation in zip(rows, told, made, strict=True):
                applies = bool(
                    answer[f"{step.key}.applies.yes"] and not answer[f"{step.key}.applies.no"]
                )
                told_so = _Told(situation, _said(step, answer, self.program.scales))
                yield _Plan(row, applies, situation, plan(step, told_so))


@dataclass(frozen=True, slots=True)
class _Plan:
    """The plan of a step for the subject of a row, and whether the step certainly applies."""

    row: int
    applies: bool
    situation: Situation
    actions: tuple[ActionFinding, ...]


def _actions(each: WorkList, step: Step, plans: Sequence[_Plan]) -> Iterator[Found]:
    for found in plans:
        yield from ((found.row, duty) for duty in listed_actions(each, step, found.actions))
        if found.applies:
            perhaps = possible_actions(each, step, found.actions, found.situation)
            yield from ((found.row, duty) for duty in perhaps)


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


def _open(step: Step, action: Action, *, possible: bool) -> pl.Expr:
    """Certainly indicated and not certainly withdrawn; or possibly, of a step that certainly applies."""
    name = f"{step.key}.{action.key}"
    yes, no = pl.col(f"{name}.yes"), pl.col(f"{name}.no")
    certain = yes & ~no
    if action.until is not None:
        certain = certain & ~(pl.col(f"{name}.until.yes") & ~pl.col(f"{name}.until.no"))
    return certain | (yes & no & _certainly_applies(step)) if possible else certain


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
    table, at = step.conclusion, planes.frame["at"]
    rows, decided = pl.col(f"{table.key}.rows").alias("rows"), _decided(table).alias("decided")
    said = answers.filter(_certainly_applies(step)).select("#row", rows, decided)
    for (mask, sure), alike in said.group_by("rows", "decided", maintain_order=True):
        left = [row for number, row in enumerate(table.rows) if mask >> number & 1]
        recalled = again(left, sure=sure)
        if recalled is not None:
            tested = alike.join(_last_days(planes, recalled.of), on="#row").select("#row", "day")
            for row, day in tested.iter_rows():
                yield row, recall_duty(each, step, recalled, day, at[row])


def _last_days(planes: Planes, event: Event) -> pl.DataFrame:
    """The day of the last event of a kind, by row, where one is certain and known to the day."""
    frame = planes.events[event.key]
    dated = frame.filter(pl.col("certain") & (pl.col("day.low") == pl.col("day.high")))
    return dated.group_by(pl.col("row").alias("#row")).agg(pl.col("day.low").max().alias("day"))
