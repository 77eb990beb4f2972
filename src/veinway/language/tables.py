"""Decision tables: rows of a condition and an outcome.

The value of a table is the set of outcomes that are still possible. It is decided when one is left,
and there is no `else` that an unknown can fall into: `otherwise` means that every other row is
certainly not so. How rows combine is always stated:

    unique    at most one row holds for anybody (checked when the table is defined)
    first     the first row that holds
    worst     the row that holds whose outcome has the highest rank
    collect   every row that holds
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .diagram import Diagram, build
from .errors import DefinitionError
from .expressions import ChoiceExpression, Expression, IsOneOf, YesNoExpression
from .outcomes import Direction, Outcome
from .sources import Cite, Tag, require_cite

Hit = Literal["unique", "first", "worst", "collect"]
Audience = Literal["clinician", "public"]


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """If `when`, then this outcome; `when` is None for the row that holds when no other does."""

    when: YesNoExpression | None
    then: Outcome
    cite: Cite
    id: str

    @property
    def enables_unconfirmed(self) -> bool:
        """It would treat or stop on words that nobody has confirmed: only a clinician may."""
        return self.cite.tag is Tag.UNCONFIRMED and self.then.direction is Direction.COMMITS


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Table(ChoiceExpression):
    """A decision table; as a choice, its options are its outcomes."""

    key: str
    label: str
    source: Cite
    hit: Hit
    rows: tuple[Row, ...]
    """Exceptions first, then the table's own rows, then `otherwise`."""
    meanwhile: tuple[Row, ...]
    """What is done until the table is decided."""
    diagram: Diagram | None
    """The rows as disjoint terms; None for a table that collects."""
    exceptions: int = 0
    """How many of the first rows are exceptions, which may hold together with later rows."""
    audience: Audience = "clinician"
    """Whom it speaks to: what is said to the public is not said on a clinician's page."""

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every outcome, once, in the order of the rows."""
        return tuple({row.then.key: row.then for row in self.rows}.values())

    def option_keys(self) -> tuple[str, ...]:
        return tuple(outcome.key for outcome in self.outcomes)

    def one_of(self, *options: object) -> IsOneOf:
        """Yes when only these outcomes are left; a table that collects has no single one."""
        if self.hit == "collect":
            raise DefinitionError("D197", "A table that collects has no single outcome.", where=self.key)
        # `super()` without arguments does not work in a dataclass with slots.
        return ChoiceExpression.one_of(self, *options)

    def parts(self) -> tuple[Expression, ...]:
        rows = self.rows + self.meanwhile
        return tuple(row.when for row in rows if row.when is not None)


def row(when: YesNoExpression, then: Outcome, *, cite: Cite, id: str = "") -> Row:
    """One row of a table."""
    require_cite(cite, id or then.key)
    if not isinstance(when, YesNoExpression):
        raise DefinitionError("D126", f"A row takes a yes/no expression, not {when!r}.", where=id)
    return Row(when, then, cite, id)


def otherwise(then: Outcome, *, cite: Cite, id: str = "otherwise") -> Row:
    """The outcome when every other row is certainly not so."""
    require_cite(cite, id)
    return Row(None, then, cite, id)


def table(
    key: str,
    label: str,
    *,
    hit: Hit,
    rows: list[Row],
    source: Cite,
    unless: list[Row] | None = None,
    meanwhile: list[Row] | None = None,
    audience: Audience = "clinician",
) -> Table:
    """Define a decision table.

    unless: exceptions, in order; the first that holds replaces the table (pregnancy, cancer, ...).
    meanwhile: what is done, and on whose authority, while the table is not decided; a row of
    otherwise(...) among them holds for everybody.
    audience: whom it speaks to; a table for the public is shown by `veinway triage` alone.
    Raises D190 for an overlap, D191 for a gap, with the smallest patient that shows it, D192 for a
    row that can never be the one that decides.
    """
    require_cite(source, key)
    ordered = [*(unless or []), *(sorted(rows, key=_rank, reverse=True) if hit == "worst" else rows)]
    _check_shape(key, hit, ordered)
    diagram = None if hit == "collect" else build(key, hit == "unique", len(unless or []), ordered)
    return Table(
        key=key,
        label=label,
        source=source,
        hit=hit,
        rows=tuple(ordered),
        meanwhile=tuple(meanwhile or []),
        diagram=diagram,
        exceptions=len(unless or []),
        audience=audience,
    )


def _rank(entry: Row) -> int:
    if entry.when is None:
        return -(10**6)
    if entry.then.rank is None:
        raise DefinitionError("D193", f"{entry.then.key} has no rank.", todo="hit='worst' needs one.")
    return entry.then.rank


def _check_shape(key: str, hit: Hit, rows: list[Row]) -> None:
    if not rows or len(rows) > 62:
        raise DefinitionError("D194", f"A table has 1 to 62 rows, not {len(rows)}.", where=key)
    if any(entry.when is None for entry in rows[:-1]):
        raise DefinitionError("D195", "otherwise(...) is the last row.", where=key)
    if hit == "collect" and rows[-1].when is None:
        raise DefinitionError("D195", "A table that collects has no otherwise(...).", where=key)
    outcomes: dict[str, Outcome] = {}
    for entry in rows:
        if outcomes.setdefault(entry.then.key, entry.then) is not entry.then:
            raise DefinitionError("D196", f"Two outcomes are called {entry.then.key}.", where=key)
