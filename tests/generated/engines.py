"""The same expressions on both engines, and where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from veinway.engine.columns import STRICT, Program, compile_both
from veinway.engine.one import Reasoner
from veinway.engine.planes import Planes, options_in
from veinway.engine.time_in_range import place
from veinway.language import Drug, Fact, Score, Table
from veinway.language import events as ev
from veinway.language.expressions import ChoiceExpression, Expression, YesNoExpression
from veinway.language.knowledge import events_of, facts_of
from veinway.language.values import History, Interval, Situation, Truth

Row = dict[str, Any]


@dataclass(frozen=True)
class Difference:
    """One subject for whom the engines disagree."""

    situation: Situation
    name: str
    presumptions: bool
    one: Any
    columns: Any

    def __str__(self) -> str:
        mode = "with" if self.presumptions else "without"
        return f"{self.name} {mode} presumptions: one says {self.one}, columns say {self.columns}"


def differences(
    rules: Sequence[Any],
    expressions: Mapping[str, Expression],
    situations: Sequence[Situation],
    planes: Planes,
) -> list[Difference]:
    """Everything that the two engines say differently, in both modes."""
    parameters = situations[0].parameters
    program = compile_both(rules, expressions, parameters=parameters)
    rows = program.run(planes).to_dicts()
    found = []
    for presumptions, suffix in ((True, ""), (False, STRICT)):
        for row, situation in zip(rows, situations, strict=True):
            reasoner = Reasoner(situation, presumptions=presumptions)
            theirs = {k.removesuffix(suffix): v for k, v in row.items() if k.endswith(suffix)}
            for name, one, columns in _answers(program, reasoner, theirs, rules, expressions):
                if one != columns:
                    found.append(Difference(situation, name, presumptions, one, columns))
    return found


def _answers(
    program: Program,
    reasoner: Reasoner,
    row: Row,
    rules: Sequence[Any],
    expressions: Mapping[str, Expression],
) -> Any:
    for rule in rules:
        read = {Score: _score, Table: _table, Drug: _drug}.get(type(rule), _step)
        for name, one, columns in read(reasoner, row, rule):
            yield f"{rule.key}.{name}", one, columns
    for name, expression in expressions.items():
        yield name, _one(reasoner, expression), _columns(program, row, name, expression)


def _score(r: Reasoner, row: Row, score: Score) -> Any:
    found, key = r.score(score), score.key
    yield "low", found.total.low / score.step, row[f"{key}.low"]
    yield "high", found.total.high / score.step, row[f"{key}.high"]
    yield "bands", found.bands, options_in(row[f"{key}.bands"], score.option_keys())
    yield "applies", found.applies, _truth(row, f"{key}.applies")
    yield "open", _open(r, score), row[f"{key}.open"]


def _open(r: Reasoner, *roots: Any) -> int:
    """How many facts and kinds of event below some rules are not known."""
    facts, events = _below(*roots)
    values = (r.find(fact).value for fact in facts)
    unknown = sum(len(v) > 1 if isinstance(v, frozenset) else not v.known for v in values)
    histories = r.situation.histories
    return unknown + sum(not histories.get(event.key, History()).complete for event in events)


@lru_cache(maxsize=1000)
def _below(*roots: Any) -> tuple[tuple[Fact, ...], tuple[ev.Event, ...]]:
    """What some rules look at; walking down to it for every subject took most of the time."""
    return facts_of(*roots), events_of(*roots)


def _table(r: Reasoner, row: Row, table: Table) -> Any:
    found, key = r.table(table), table.key
    yield "outcomes", found.value, options_in(row[f"{key}.outcomes"], table.option_keys())
    yield "rows", set(found.rows), _rows(row[f"{key}.rows"], table.rows)
    yield "open", _open(r, table), row[f"{key}.open"]
    if table.meanwhile:
        yield "meanwhile", set(found.meanwhile), _rows(row[f"{key}.meanwhile"], table.meanwhile)
    if table.diagram is None:
        certain = {
            each for each in table.rows if each.when is not None and r.truth(each.when) is Truth.YES
        }
        yield "certain", certain, _rows(row[f"{key}.certain"], table.rows)


def _step(r: Reasoner, row: Row, step: Any) -> Any:
    yield "applies", r.truth(step.for_whom), _truth(row, f"{step.key}.applies")
    for action in step.plan:
        yield action.key, r.truth(action.indicated), _truth(row, f"{step.key}.{action.key}")
        if action.until is not None:
            until = f"{step.key}.{action.key}.until"
            yield until, r.truth(action.until), _truth(row, until)
    yield "open", _open(r, *step.parts()), row[f"{step.key}.open"]
    yield from _table(r, row, step.conclusion)


def _drug(r: Reasoner, row: Row, drug: Drug) -> Any:
    for table in (drug.verdict, *(phase.dose for phase in drug.phases)):
        for name, one, columns in _table(r, row, table):
            yield f"{table.key}.{name}", one, columns
    reasons = {each: r.truth(each.when) for each in drug.verdict.rows if each.when is not None}
    possible = {each for each, truth in reasons.items() if truth.can_be_yes}
    certain = {each for each, truth in reasons.items() if truth is Truth.YES}
    for name, one in (("reasons", possible), ("reasons.certain", certain)):
        yield name, one, _rows(row[f"{drug.key}.{name}"], tuple(reasons))


def _rows(mask: int, rows: Sequence[Any]) -> set[Any]:
    return {each for place, each in enumerate(rows) if mask >> place & 1}


def _truth(row: Row, name: str) -> Truth | None:
    """None where neither is possible, which no right engine ever says."""
    yes, no = row[f"{name}.yes"], row[f"{name}.no"]
    return Truth.of(yes, no) if yes or no else None


def _one(r: Reasoner, expression: Expression) -> Any:
    value = r.find(expression).value
    if isinstance(expression, ev.SeriesMeasure):
        return Interval(*(place(end, expression.step) for end in value))
    return value


def _columns(program: Program, row: Row, name: str, expression: Expression) -> Any:
    if isinstance(expression, YesNoExpression):
        return _truth(row, name)
    if isinstance(expression, ChoiceExpression):
        return options_in(row[f"{name}.set"], expression.option_keys())
    scale = Fraction(1) if isinstance(expression, ev.SeriesMeasure) else program.scales[name]
    ends = (Fraction(row[f"{name}.{end}"], row.get(f"{name}.{end}.under", 1)) for end in ("low", "high"))
    return Interval(*(end * scale for end in ends))
