"""Safety laws: what no patient may be told, whatever is unknown, and what no patient can be."""

from __future__ import annotations

from dataclasses import dataclass

from .expressions import YesNoExpression
from .outcomes import Outcome
from .sources import Cite
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
