"""Regimens: one drug in one phase, with its dose table, its bars and what must be known first."""

from __future__ import annotations

from dataclasses import dataclass

from .expressions import Expression, YesNoExpression
from .facts import Fact
from .outcomes import Outcome, commits
from .sources import Cite, require_cite
from .steps import Step
from .tables import Row, Table


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Regimen:
    """A drug in a phase of treatment."""

    key: str
    drug: str
    phase: str
    dose: Table
    contraindications: tuple[Row, ...]
    cautions: tuple[Row, ...]
    known_first: tuple[Fact, ...]
    """No dose is given while one of these is unknown."""
    source: Cite

    def parts(self) -> tuple[Expression, ...]:
        rows = self.contraindications + self.cautions
        return (self.dose, *(row.when for row in rows if row.when is not None))


def dose(key: str, text: str) -> Outcome:
    """A dose as an outcome; it commits, so it is given only when certain."""
    return commits(key, text, action="give")


def regimen(
    key: str,
    *,
    drug: str,
    phase: str,
    dose: Table,
    source: Cite,
    contraindications: list[Row] | None = None,
    cautions: list[Row] | None = None,
    known_first: list[Fact] | None = None,
) -> Regimen:
    """Define a regimen."""
    require_cite(source, key)
    return Regimen(
        key=key,
        drug=drug,
        phase=phase,
        dose=dose,
        contraindications=tuple(contraindications or []),
        cautions=tuple(cautions or []),
        known_first=tuple(known_first or []),
        source=source,
    )


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
