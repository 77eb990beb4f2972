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


# Laws of dose tables ------------------------------------------------------------------------------


def gives_nothing(of: Table, when: str, condition: YesNoExpression, source: Cite) -> Invariant:
    """No dose of a table at all while a condition may hold; `when` names it, as part of the key."""
    text = f"{of.label}: no dose {when.replace('_', ' ')}."
    return Invariant(f"{of.key}_none_{when}", text, of, condition, doses_of(of), source)


def never_gives(
    of: Table, when: str, condition: YesNoExpression, never: tuple[Outcome, ...], source: Cite
) -> Invariant:
    """None of these doses while a condition may hold; `when` names it, as part of the key."""
    text = f"{of.label}: {when.replace('_', ' ')} never {' or '.join(o.text for o in never)}"
    return Invariant(f"{of.key}_{when}", text, of, condition, never, source)


def keeps_to_bands(of: Table, weight: Measure, cuts: list[int], source: Cite) -> tuple[Invariant, ...]:
    """Doses that rise by weight: below each cut nothing larger, from it up nothing smaller."""
    doses, found = doses_of(of), list[Invariant]()
    for place, cut in enumerate(cuts, start=1):
        found.append(never_gives(of, f"below_{cut}_kg", weight < cut, doses[place:], source))
        found.append(never_gives(of, f"from_{cut}_kg", weight >= cut, doses[:place], source))
    return tuple(found)


def doses_of(of: Table) -> tuple[Outcome, ...]:
    """The outcomes of a table that give a dose, in the order of its rows."""
    return tuple(outcome for outcome in of.outcomes if isinstance(outcome.gives, Dose))
