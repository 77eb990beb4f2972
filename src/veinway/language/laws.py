"""Safety laws: what no patient may be told, whatever is unknown, and what no patient can be."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from .doses import Dose
from .errors import DefinitionError
from .expressions import YesNoExpression
from .facts import Measure
from .outcomes import Outcome
from .sources import Cite, require_cite
from .steps import Step
from .tables import Table


@dataclass(frozen=True, slots=True, eq=False)
class Invariant:
    """A safety law: while `condition` is possible, none of `never` is decided; once it is certain,
    none of them is possible. Proved for every patient, incomplete ones included.

    Of a step it holds for the patients that the step is for: what it concludes about others is not said.
    """

    key: str
    text: str
    of: Table | Step
    condition: YesNoExpression
    never: tuple[Outcome, ...]
    source: Cite

    @property
    def table(self) -> Table:
        """The table whose outcomes are forbidden."""
        return self.of.conclusion if isinstance(self.of, Step) else self.of


@dataclass(frozen=True, slots=True, eq=False)
class Constraint:
    """A combination that no patient has (a pregnant man); proofs are reported with and without it."""

    key: str
    text: str
    impossible: YesNoExpression
    source: Cite


@dataclass(frozen=True, slots=True, eq=False)
class NeverRises:
    """A law about two patients who differ in one measure only: the one for whom it is worse never gets
    more a day. No dose counts as nothing. Proved for every pair, incomplete patients included.
    """

    key: str
    text: str
    of: Table
    measure: Measure
    worse: Literal["higher", "lower"]
    source: Cite

    def a_day(self, outcome: Outcome) -> Fraction:
        """What an outcome gives in a day, in the unit of the table's doses."""
        return outcome.gives.a_day if isinstance(outcome.gives, Dose) else Fraction(0)


def never_rises(
    key: str,
    text: str,
    *,
    of: Table,
    measure: Measure,
    worse: Literal["higher", "lower"],
    source: Cite,
) -> NeverRises:
    """Define the law; D215 where the table's doses do not compare."""
    require_cite(source, key)
    given = [outcome.gives for outcome in of.outcomes if isinstance(outcome.gives, Dose)]
    if len({(each.unit, each.per, each.route) for each in given}) > 1:
        raise DefinitionError(
            "D215", "The doses differ in unit, in route, or in what they are counted by.", where=key
        )
    return NeverRises(key, text, of, measure, worse, source)
