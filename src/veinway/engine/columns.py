"""Many patients: the same rules as for one, on columns.

    program = compile_program([WELLS_DVT, SUSPECTED_DVT_NICE], presumptions=True)
    decisions = program.run(planes)

What comes out has one row a subject and, for each target of key k, these columns; none holds a null.

    a score      k.low, k.high (Int64, in steps of the score), k.bands (mask: the bands of the total, in
                 the order of score.option_keys()), k.applies.yes, k.applies.no, k.open
    a table      k.outcomes (mask, in the order of table.option_keys()), k.rows (mask of the rows that
                 may decide, in the order of table.rows), k.open; k.certain (mask of the rows that
                 certainly hold) if the table collects; k.meanwhile (mask) if it has such rows
    a step       k.applies.yes, k.applies.no, k.open, the columns of its conclusion, and for each action
                 k.action.yes, k.action.no, and k.action.until.yes, k.action.until.no if it has an end
    a regimen    the columns of its dose table; k.contraindications, k.cautions (masks), also .certain
    expressions  under the name given: name.yes and name.no; or name.set (mask); or name.low and
                 name.high (Int64, times program.scales[name]), with name.low.under and name.high.under
                 to divide by where the number is a quotient

k.open counts the facts and kinds of event the target looks at that are not known of the subject. Masks
and counts are integers of as few bits as will do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

import polars as pl

from ..language import facts as fa
from ..language.arithmetic import Derived
from ..language.drugs import Drug
from ..language.events import SeriesMeasure
from ..language.expressions import (
    ChoiceExpression,
    DateExpression,
    Expression,
    YesNoExpression,
)
from ..language.knowledge import events_of, facts_of
from ..language.numbers import NumberExpression
from ..language.scores import Score
from ..language.steps import Step
from ..language.tables import Row, Table
from .columns_cells import Number, Pair, Plane, Ratio, as_column, every, inverted
from .columns_compiler import Compiler
from .columns_counts import counts
from .columns_layers import Layers
from .columns_options import Mask, bits, mask
from .columns_program import Program
from .planes import Planes, complete_column

Target = Score | Table | Step | Drug | Derived | SeriesMeasure
STRICT = ".strict"
"""Added to the columns of the mode without presumptions where both modes run at once."""


def compile_program(
    targets: Sequence[Target],
    expressions: Mapping[str, Expression] | None = None,
    *,
    presumptions: bool,
    parameters: Mapping[str, Fraction] | None = None,
) -> Program:
    """Compile some rules, and some named expressions, to columns.

    presumptions: whether `presume` and `silence` may turn unknown into a value. parameters: values of
    the site profile; a parameter that is not listed has its default. Raises DefinitionError D220 where
    the domains of the facts allow a number that does not fit into 64 bits.
    """
    layers = Layers()
    compiler = Compiler(layers, presumptions=presumptions, parameters=parameters or {})
    outputs = _Outputs(compiler)
    outputs.add(targets, expressions or {})
    columns = {**outputs.columns, **counts(layers, outputs.open)}
    return Program.of(layers, columns, outputs.scales)


def compile_both(
    targets: Sequence[Target],
    expressions: Mapping[str, Expression] | None = None,
    *,
    parameters: Mapping[str, Fraction] | None = None,
) -> Program:
    """Both modes in one program, which share whatever does not rest on presumptions.

    The columns with presumptions have their plain names; those without end in `.strict`.
    """
    layers = Layers()
    columns: dict[str, Plane | pl.Expr] = {}
    scales: dict[str, Fraction] = {}
    unknown: dict[str, list[Plane]] = {}
    for presumptions, suffix in ((True, ""), (False, STRICT)):
        compiler = Compiler(layers, presumptions=presumptions, parameters=parameters or {})
        outputs = _Outputs(compiler)
        outputs.add(targets, expressions or {})
        columns |= {name + suffix: column for name, column in outputs.columns.items()}
        unknown |= {name + suffix: planes for name, planes in outputs.open.items()}
        scales |= outputs.scales
    return Program.of(layers, {**columns, **counts(layers, unknown)}, scales)


def run_chunks(program: Program, chunks: Iterable[Planes]) -> Iterator[pl.DataFrame]:
    """The answers to many planes, one frame for each, so that memory stays flat."""
    return map(program.run, chunks)


class _Outputs:
    """The columns that come out of a program in one mode."""

    def __init__(self, compiler: Compiler) -> None:
        self.compiler = compiler
        self.columns: dict[str, Plane | pl.Expr] = {}
        self.scales: dict[str, Fraction] = {}
        self.open: dict[str, list[Plane]] = {}
        """What is counted in the columns `.open`."""

    def add(self, targets: Sequence[Target], expressions: Mapping[str, Expression]) -> None:
        for target in targets:
            self._target(target)
        for name, expression in expressions.items():
            self._expression(name, expression)

    def _target(self, target: Target) -> None:
        match target:
            case Score():
                self._score(target)
            case Table():
                self._table(target)
            case Step():
                self._step(target)
            case Drug():
                self._drug(target)
            case _:
                self._expression(target.key, target)

    def _score(self, score: Score) -> None:
        found = self.compiler.score(score)
        self._number(score.key, found.total)
        self.columns[f"{score.key}.bands"] = self._once(mask(found.bands))
        self._pair(f"{score.key}.applies", found.applies)
        self.open[f"{score.key}.open"] = self._open(score)

    def _table(self, table: Table) -> None:
        found = self.compiler.table(table)
        self.columns[f"{table.key}.outcomes"] = self._once(mask(found.outcomes))
        self.columns[f"{table.key}.rows"] = self._once(bits(found.rows))
        if table.diagram is None:
            self.columns[f"{table.key}.certain"] = bits(found.certain)
        if table.meanwhile:
            self.columns[f"{table.key}.meanwhile"] = bits(found.meanwhile)
        self.open[f"{table.key}.open"] = self._open(table)

    def _step(self, step: Step) -> None:
        self._pair(f"{step.key}.applies", self.compiler.truth(step.for_whom))
        self._table(step.conclusion)
        for action in step.plan:
            self._pair(f"{step.key}.{action.key}", self.compiler.truth(action.indicated))
            if action.until is not None:
                self._pair(f"{step.key}.{action.key}.until", self.compiler.truth(action.until))
        self.open[f"{step.key}.open"] = self._open(*step.parts())

    def _drug(self, drug: Drug) -> None:
        self._table(drug.verdict)
        self._rows(f"{drug.key}.reasons", drug.verdict.rows)
        for phase in drug.phases:
            self._table(phase.dose)

    def _rows(self, name: str, rows: tuple[Row, ...]) -> None:
        pairs = [self.compiler.truth(row.when) for row in rows if row.when is not None]
        self.columns[name] = bits(tuple(pair.yes for pair in pairs))
        self.columns[f"{name}.certain"] = bits(tuple(inverted(pair.no) for pair in pairs))

    def _expression(self, name: str, expression: Expression) -> None:
        match expression:
            case YesNoExpression():
                self._pair(name, self.compiler.truth(expression))
            case ChoiceExpression():
                self.columns[f"{name}.set"] = mask(self.compiler.options(expression))
            case NumberExpression() | DateExpression():
                self._number(name, self.compiler.number(expression))

    def _once(self, column: pl.Expr) -> pl.Expr:
        """A column that both modes share where it does not rest on presumptions."""
        return self.compiler.layers.column(column) if column.meta.root_names() else column

    def _pair(self, name: str, pair: Pair) -> None:
        self.columns[f"{name}.yes"], self.columns[f"{name}.no"] = pair

    def _number(self, name: str, number: Number) -> None:
        self.scales[name] = number.scale
        for end, ratio in (("low", number.low), ("high", number.high)):
            self._ratio(f"{name}.{end}", ratio)

    def _ratio(self, name: str, ratio: Ratio) -> None:
        for column, whole in ((name, ratio.over), (f"{name}.under", ratio.under)):
            if column == name or not whole.is_always(1):
                self.columns[column] = as_column(whole.of)

    def _open(self, *roots: Expression | Step) -> list[Plane]:
        """Which facts and kinds of event below some rules are not known."""
        complete = (complete_column(event.key) for event in events_of(*roots))
        listed = (self.compiler.layers.input(column, pl.lit(False)) for column in complete)
        return [*map(self._is_open, facts_of(*roots)), *map(inverted, listed)]

    def _is_open(self, fact: fa.Fact) -> Plane:
        if isinstance(fact, fa.YesNo):
            pair = self.compiler.truth(fact)
            return every(pair)
        if isinstance(fact, fa.Choice):
            options = self.compiler.options(fact)
            assert isinstance(options, Mask)
            return (options.bits & (options.bits - 1)) != 0
        number = self.compiler.number(fact)
        return number.high.above(number.low, or_equal=False)


__all__ = ["STRICT", "Program", "Target", "compile_both", "compile_program", "run_chunks"]
