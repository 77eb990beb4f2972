"""Many patients: rules become columns, one function for each kind of expression.

The functions say the same as those of `one`, which is the definition; the generated tests hold the two
together. Everything stays a pair of planes or a low and a high end, so that nothing is ever a null.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from ..language import arithmetic as ar
from ..language import events as ev
from ..language import expressions as ex
from ..language import facts as fa
from ..language import numbers as nu
from ..language import scores as sc
from ..language import tables as ta
from ..language.errors import DefinitionError
from ..language.knowledge import walk
from ..language.parameters import Parameter
from . import columns_decisions as decisions
from . import columns_events as events
from . import columns_numbers as numbers
from . import columns_yes_no as yes_no
from .columns_cells import Number, Pair
from .columns_layers import Layers
from .columns_options import Options
from .columns_program import WHERE, Program


class Compiler:
    """Compiles expressions in one mode; each expression once.

    presumptions: whether `presume` and a fact's `silence` may turn unknown into a value.
    """

    def __init__(
        self, layers: Layers, *, presumptions: bool, parameters: Mapping[str, Fraction]
    ) -> None:
        self.layers = layers
        self.presumptions = presumptions
        self.parameters = parameters
        self._made: dict[ex.Expression, Any] = {}

    def _of(self, expression: ex.Expression, kinds: Mapping[type, Callable[..., Any]]) -> Any:
        if expression not in self._made:
            self._made[expression] = kinds[type(expression)](self, expression)
        return self._made[expression]

    def truth(self, expression: ex.Expression) -> Pair:
        """The two planes of a yes/no expression."""
        pair: Pair = self._of(expression, TRUTHS)
        return pair

    def number(self, expression: ex.Expression) -> Number:
        """The two ends of a number or a date."""
        number: Number = self._of(expression, NUMBERS)
        return number

    def operand(self, expression: ex.Expression) -> Number:
        """A number to work with further; D222 for one that can only be compared with a constant."""
        if isinstance(expression, ev.SeriesMeasure):
            raise DefinitionError(
                "D222",
                "A measure over a series is not worked with further on columns.",
                where=expression.key,
                todo="Compare it with a constant on its grid.",
            )
        return self.number(expression)

    def options(self, expression: ex.ChoiceExpression) -> Options:
        """The options of a choice that are possible."""
        if isinstance(expression, sc.Score):
            return self.score(expression).value
        if isinstance(expression, ta.Table):
            return self.table(expression).outcomes
        options: Options = self._of(expression, CHOICES)
        return options

    def score(self, score: sc.Score) -> decisions.ScoreColumns:
        columns: decisions.ScoreColumns = self._of(score, DECISIONS)
        return columns

    def table(self, table: ta.Table) -> decisions.TableColumns:
        columns: decisions.TableColumns = self._of(table, DECISIONS)
        return columns

    def where(self, condition: ex.YesNoExpression) -> Program:
        """The program of a condition on one event, over the event's attributes."""
        presumptions = self.presumptions and _presumes(condition)
        key = (id(condition), presumptions)
        if key not in self.layers.shared:
            inner = Compiler(Layers(), presumptions=presumptions, parameters=self.parameters)
            pair = inner.truth(condition)
            outputs = {f"{WHERE}.yes": pair.yes, f"{WHERE}.no": pair.no}
            self.layers.shared[key] = Program.of(inner.layers, outputs)
        program: Program = self.layers.shared[key]
        return program


def _presumes(condition: ex.YesNoExpression) -> bool:
    """Whether anything in it may be presumed; if not, both modes share it."""
    return any(
        isinstance(part, ex.Presume | ex.PresumeOption)
        or (isinstance(part, fa.Fact) and part.silence is not None)
        for part in walk(condition)
    )


_Table = Mapping[type, Callable[[Compiler, Any], Any]]
TRUTHS: _Table = {
    fa.YesNo: yes_no.yes_no_fact,
    ex.AllOf: yes_no.all_of,
    ex.AnyOf: yes_no.any_of,
    ex.No: yes_no.no,
    ex.AtLeast: yes_no.at_least,
    ex.IsOneOf: yes_no.is_one_of,
    ex.Presume: yes_no.presume,
    nu.Compare: yes_no.comparison,
    ev.AnyEvent: events.any_event,
    ev.Obtainable: events.obtainable,
}
CHOICES: _Table = {
    fa.Choice: yes_no.choice_fact,
    ex.PresumeOption: yes_no.presume_option,
    ev.OptionOf: events.option_of,
}
DECISIONS: _Table = {sc.Score: decisions.score, ta.Table: decisions.table}
NUMBERS: _Table = {
    fa.Measure: numbers.number_fact,
    fa.DateFact: numbers.number_fact,
    nu.Constant: numbers.constant,
    nu.Linear: numbers.linear,
    nu.Product: numbers.product,
    nu.Quotient: numbers.quotient,
    nu.Largest: numbers.largest,
    nu.Agreed: numbers.agreed,
    nu.ByChoice: numbers.by_choice,
    ar.Derived: numbers.derived,
    Parameter: numbers.parameter,
    sc.Total: numbers.total,
    ev.Anchor: numbers.anchor,
    ev.YearsSince: numbers.years_since,
    ev.CountOf: events.count_of,
    ev.DaysSince: events.days_since,
    ev.TimeUntil: events.time_until,
    ev.DateOf: events.date_of,
    ev.ValueOf: events.value_of,
    ev.SeriesMeasure: events.series,
}
