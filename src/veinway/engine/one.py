"""One patient: a plain recursive evaluation, one function for each kind of expression.

This engine is the definition. It is slow and obvious, and every value comes with its reasons.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from ..language import arithmetic as ar
from ..language import events as ev
from ..language import expressions as ex
from ..language import facts as fa
from ..language import numbers as nu
from ..language import scores as sc
from ..language import tables as ta
from ..language.expressions import Expression
from ..language.parameters import Parameter
from ..language.values import Happened, Interval, Known, Possible, Situation, Truth
from . import decisions, happened, quantities, truth
from .candidates import Candidates, select
from .doubt import facts_below, in_doubt, selections_below
from .finding import Finding, Presumption, ScoreFinding, TableFinding

NOT_ASKED = "not recorded"


class Reasoner:
    """Evaluates expressions for one situation; each expression once.

    presumptions: whether `presume` and a fact's `silence` may turn unknown into a value.
    """

    def __init__(self, situation: Situation, *, presumptions: bool = True) -> None:
        self.situation = situation
        self.presumptions = presumptions
        self._found: dict[Expression, Finding] = {}
        self.selected: dict[tuple[object, ...], Candidates] = {}
        """The events that match a selection, once they were looked for."""
        self._of_events: dict[int, Reasoner] = {}

    def supposing(self, leaf: Expression, value: Possible, affected: frozenset[Expression]) -> Reasoner:
        """The same reasoning, had `leaf` this value; only what is `affected` is worked out again."""
        other = Reasoner(self.situation, presumptions=self.presumptions)
        other._found = {part: found for part, found in self._found.items() if part not in affected}
        other._found[leaf] = Finding(leaf, value)
        return other

    def of_event(self, event: Happened) -> Reasoner:
        """The same reasoning about the attributes of one event."""
        inner = self._of_events.get(id(event))
        if inner is None:
            s = self.situation
            facts = {key: Known(value) for key, value in event.attributes.items()}
            inside = Situation(facts, {}, s.index, s.at, s.index_minute, s.at_minute, s.parameters)
            inner = self._of_events[id(event)] = Reasoner(inside, presumptions=self.presumptions)
        return inner

    def find(self, expression: Expression) -> Finding:
        """The finding for an expression."""
        found = self._found.get(expression)
        if found is None:
            found = self._found[expression] = EVALUATE[type(expression)](self, expression)
        return found

    def truth(self, expression: ex.YesNoExpression) -> Truth:
        value = self.find(expression).value
        assert isinstance(value, Truth)
        return value

    def number(self, expression: Expression) -> Interval:
        value = self.find(expression).value
        assert isinstance(value, Interval)
        return value

    def options(self, expression: ex.ChoiceExpression) -> frozenset[str]:
        value = self.find(expression).value
        assert isinstance(value, frozenset)
        return value

    def score(self, score: sc.Score) -> ScoreFinding:
        found = self.find(score)
        assert isinstance(found, ScoreFinding)
        return found

    def table(self, table: ta.Table) -> TableFinding:
        found = self.find(table)
        assert isinstance(found, TableFinding)
        return found

    def findings(self, *expressions: Expression) -> tuple[Finding, ...]:
        return tuple(map(self.find, expressions))


# Facts ------------------------------------------------------------------------------------------


def _fact(r: Reasoner, fact: fa.Fact) -> Finding:
    known = r.situation.facts.get(fact.key)
    if known is None or known.value == fact.anything:
        reason = known.reason if known and known.reason else NOT_ASKED
        evidence = known.evidence if known else ()
        if fact.silence is not None and r.presumptions and not in_doubt(fact, known):
            return _presumed_by_silence(fact, fact.silence, reason)
        return Finding(fact, _in_unit(fact, fact.anything), evidence=evidence, reason=reason)
    return Finding(fact, _in_unit(fact, known.value), evidence=known.evidence, reason=known.reason)


def _in_unit(fact: fa.Fact, value: Any) -> Any:
    """A measure's grid numbers as numbers in its unit; other values as they are."""
    if isinstance(fact, fa.Measure):
        return Interval(value.low * fact.step, value.high * fact.step)
    return value


def _presumed_by_silence(fact: fa.Fact, silence: fa.Silence, reason: str) -> Finding:
    value = {"no": Truth.NO, "yes": Truth.YES}.get(silence.value) if isinstance(fact, fa.YesNo) else None
    presumed = Presumption(fact.label, silence.value, silence.because, silence.source)
    return Finding(fact, value or frozenset({silence.value}), reason=reason, presumed=presumed)


# Yes and no -------------------------------------------------------------------------------------


def _all_of(r: Reasoner, part: ex.AllOf) -> Finding:
    because = r.findings(*part.of)
    return Finding(part, truth.all_of(truths(because)), because)


def _any_of(r: Reasoner, part: ex.AnyOf) -> Finding:
    because = r.findings(*part.of)
    return Finding(part, truth.any_of(truths(because)), because)


def truths(found: tuple[Finding, ...]) -> list[Truth]:
    """The values of findings about yes/no expressions."""
    return [each.value for each in found]  # type: ignore[misc]


def _no(r: Reasoner, part: ex.No) -> Finding:
    return Finding(part, r.truth(part.of).opposite(), r.findings(part.of))


def _at_least(r: Reasoner, part: ex.AtLeast) -> Finding:
    because = r.findings(*part.of)
    return Finding(part, truth.at_least(part.count, truths(because)), because)


def _is_one_of(r: Reasoner, part: ex.IsOneOf) -> Finding:
    value = truth.is_one_of(r.options(part.choice), part.options)
    return Finding(part, value, r.findings(part.choice))


def _compare(r: Reasoner, part: nu.Compare) -> Finding:
    left, right = r.number(part.left), r.number(part.right)
    value = truth.compare(left, part.sign, right)
    tolerance = getattr(part.left, "tolerance", Fraction(0))
    near = ""
    if tolerance and value.known:
        wide = Interval(left.low - tolerance, left.high + tolerance)
        if truth.compare(wide, part.sign, right) is Truth.UNKNOWN:
            near = f"within {tolerance} of the threshold"
    because = r.findings(part.left, part.right)
    shown = tuple(found for found in because if not isinstance(found.of, nu.Constant))
    return Finding(part, value, shown, near=near)


def _presume(r: Reasoner, part: ex.Presume) -> Finding:
    value = r.truth(part.of)
    if value.known or not _may_presume(r, part.of, part.when):
        return Finding(part, value, r.findings(part.of))
    name = str(getattr(part.of, "label", "a condition"))
    presumed = Presumption(name, "yes" if part.value else "no", part.because, part.source)
    taken = Truth.YES if part.value else Truth.NO
    return Finding(part, taken, r.findings(*part.parts()), presumed=presumed)


def _presume_option(r: Reasoner, part: ex.PresumeOption) -> Finding:
    value = r.options(part.of)
    left = value & part.keep
    if len(value) == 1 or left == value or not left or not _may_presume(r, part.of, part.when):
        return Finding(part, value, r.findings(part.of))
    name = str(getattr(part.of, "label", "a choice"))
    excluded = "not " + " or ".join(sorted(value - left))
    presumed = Presumption(name, excluded, part.because, part.source)
    return Finding(part, left, r.findings(*part.parts()), presumed=presumed)


def _may_presume(r: Reasoner, of: Expression, when: ex.YesNoExpression | None) -> bool:
    if not r.presumptions or not (when is None or r.truth(when) is Truth.YES):
        return False
    return nothing_on_record(r, of)


def nothing_on_record(r: Reasoner, of: Expression) -> bool:
    """Whether a presumption about this may speak (see `doubt`)."""
    facts = r.situation.facts
    for fact in facts_below(of):
        if fact.key in facts and in_doubt(fact, facts[fact.key]):
            return False
    return not any(select(r, selection).listed for selection in selections_below(of))


EVALUATE: dict[type, Callable[[Reasoner, Any], Finding]] = {
    fa.YesNo: _fact,
    fa.Choice: _fact,
    fa.Measure: _fact,
    fa.DateFact: _fact,
    ex.AllOf: _all_of,
    ex.AnyOf: _any_of,
    ex.No: _no,
    ex.AtLeast: _at_least,
    ex.IsOneOf: _is_one_of,
    ex.Presume: _presume,
    ex.PresumeOption: _presume_option,
    nu.Compare: _compare,
    nu.Constant: quantities.constant,
    nu.Linear: quantities.formula(quantities.linear_of),
    nu.Product: quantities.formula(quantities.product_of),
    nu.Quotient: quantities.formula(quantities.quotient_of),
    nu.Largest: quantities.formula(quantities.largest_of),
    nu.Agreed: quantities.agreed,
    nu.ByChoice: quantities.by_choice,
    ar.Derived: quantities.formula(quantities.derived_of),
    Parameter: quantities.parameter,
    sc.Score: decisions.score,
    sc.Total: quantities.total,
    ta.Table: decisions.table,
    ev.YearsSince: quantities.years_since,
    ev.Anchor: quantities.anchor,
    ev.AnyEvent: happened.any_event,
    ev.CountOf: happened.count_of,
    ev.DaysSince: happened.days_since,
    ev.TimeUntil: happened.time_until,
    ev.DateOf: happened.date_of,
    ev.ValueOf: happened.value_of,
    ev.OptionOf: happened.option_of,
    ev.SeriesMeasure: happened.series,
    ev.Obtainable: happened.obtainable,
}
