"""Laws of safety: the stated invariants, the patient of whom nothing is known, unconfirmed words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import z3

from ...language.expressions import Expression, Presume, PresumeOption
from ...language.knowledge import Knowledge, walk
from ...language.laws import Invariant
from ...language.outcomes import Direction
from ...language.steps import Step
from ...language.tables import Row, Table
from ...language.values import Truth
from ..one import Reasoner
from .encode import Encoder
from .leaf import ParameterLeaf
from .pairs import ALWAYS, Pair
from .patients import Shows
from .prover import Prover, decided, may_be
from .report import ProofResult

NEVER_DECIDED = "nothing forbidden is decided while the condition is possible"
NEVER_POSSIBLE = "nothing forbidden is possible once the condition is certain"


def laws(p: Prover) -> Iterator[ProofResult]:
    """Every law of safety."""
    for law in p.knowledge.invariants:
        yield never_decided(p, law)
        yield _never_possible(p, law)
    for table in p.knowledge.tables.values():
        yield from _nothing_from_nothing(p, table)
    for table, row in unconfirmed(p.knowledge):
        yield never_relied_on(p, table, row)


# Invariants -------------------------------------------------------------------------------------


def never_decided(p: Prover, law: Invariant) -> ProofResult:
    """First with the condition read without presumptions, then, if it must, as the rule sees it."""
    forbidden = z3.Or(*(_only_forbidden(e, law) for e in p.modes))
    strict = _law(
        p,
        law,
        NEVER_DECIDED,
        [forbidden, p.off.truth(law.condition).yes],
        _decides_forbidden(law, strict=True),
    )
    presumed = any(isinstance(part, Presume | PresumeOption) for part in walk(law.condition))
    if strict.status == "proved" or not presumed:
        return strict
    seen = z3.Or(*(z3.And(_only_forbidden(e, law), e.truth(law.condition).yes) for e in p.modes))
    found = _law(p, law, NEVER_DECIDED, [seen], _decides_forbidden(law, strict=False))
    why = strict.counter_example.words() if strict.counter_example else strict.status
    note = (
        f"{found.note} The condition is read as the rule sees it, presumptions included. Read without "
        f"them it is still possible for this patient: {why}."
    )
    return ProofResult(
        found.kind,
        found.subject,
        found.status,
        strict.seconds + found.seconds,
        found.counter_example,
        note,
    )


def _never_possible(p: Prover, law: Invariant) -> ProofResult:
    conditions = [
        z3.And(
            e.truth(law.condition).certain,
            _said(e, law).yes,
            z3.Or(*(may_be(e, law.table, o.key) for o in law.never)),
        )
        for e in p.modes
    ]

    def shows(on: Reasoner, off: Reasoner) -> bool:
        return any(
            r.truth(law.condition) is Truth.YES
            and _is_said(r, law).can_be_yes
            and not _outcomes(r, law.table).isdisjoint(_keys(law))
            for r in (on, off)
        )

    return _law(p, law, NEVER_POSSIBLE, [z3.Or(*conditions)], shows)


def _law(p: Prover, law: Invariant, kind: str, conditions: list[Any], shows: Shows) -> ProofResult:
    """Without any constraint, and only if that fails with the named ones."""
    about: list[Expression] = [law.table, law.condition]
    if isinstance(law.of, Step):
        about.append(law.of.for_whom)
    bare = p.never(kind, law.key, conditions, about, shows, note="No constraint is needed.")
    constraints = p.knowledge.constraints
    if bare.status == "proved" or not constraints:
        return bare if bare.status == "proved" else _noted(bare, "There is no constraint to assume.")
    assumed = [p.off.truth(constraint.impossible).no for constraint in constraints]
    names = ", ".join(constraint.key for constraint in constraints)
    about += [constraint.impossible for constraint in constraints]
    bound = p.never(kind, law.key, [*conditions, *assumed], about, shows)
    if bound.status != "proved":
        return _noted(bound, f"It does not hold with these constraints either: {names}.")
    shown = bare.counter_example.words() if bare.counter_example else bare.status
    return _noted(bound, f"It holds only with these constraints: {names}. Without them: {shown}.")


def _noted(result: ProofResult, note: str) -> ProofResult:
    return ProofResult(
        result.kind, result.subject, result.status, result.seconds, result.counter_example, note
    )


def _only_forbidden(e: Encoder, law: Invariant) -> Any:
    """Nothing but forbidden outcomes is left; where rows are collected, one of them certainly holds."""
    said, table = _said(e, law).certain, law.table
    if table.diagram is None:
        return z3.And(said, z3.Or(*(decided(e, table, outcome.key) for outcome in law.never)))
    allowed = [outcome.key for outcome in table.outcomes if outcome.key not in _keys(law)]
    return z3.And(said, *(z3.Not(may_be(e, table, key)) for key in allowed))


def _said(e: Encoder, law: Invariant) -> Pair:
    """Whether the outcome is said of the patient at all; a table says it of everybody."""
    return e.truth(law.of.for_whom) if isinstance(law.of, Step) else ALWAYS


def _is_said(r: Reasoner, law: Invariant) -> Truth:
    return r.truth(law.of.for_whom) if isinstance(law.of, Step) else Truth.YES


def _decides_forbidden(law: Invariant, *, strict: bool) -> Shows:
    def shows(on: Reasoner, off: Reasoner) -> bool:
        return any(
            (off if strict else r).truth(law.condition) is not Truth.NO
            and _is_said(r, law) is Truth.YES
            and _only(r, law.table, _keys(law))
            for r in (on, off)
        )

    return shows


def _keys(law: Invariant) -> frozenset[str]:
    return frozenset(outcome.key for outcome in law.never)


def _outcomes(r: Reasoner, table: Table) -> frozenset[str]:
    return frozenset(outcome.key for outcome in r.table(table).outcomes)


def _only(r: Reasoner, table: Table, keys: frozenset[str]) -> bool:
    """Nothing but these outcomes is left; where rows are collected, a row with one certainly holds."""
    if table.diagram is not None:
        return _outcomes(r, table) <= keys
    return any(
        row.then.key in keys and row.when is not None and r.truth(row.when) is Truth.YES
        for row in table.rows
    )


# Nothing is known -------------------------------------------------------------------------------


def _nothing_from_nothing(p: Prover, table: Table) -> Iterator[ProofResult]:
    """Without presumptions nothing at all is decided; with them, nothing that commits or escalates.

    So a reassuring outcome is never decided on nothing. What presumptions alone may decide is neutral.
    What a step concludes is decided of somebody only where it is certain that the step is for them.
    """
    whom = p.whom(table)
    about = (table, *whom)
    below = p.leaves.below(*about)
    nothing = [leaf.unknown() for leaf in below if not isinstance(leaf, ParameterLeaf)]
    bold = [o.key for o in table.outcomes if o.direction is not Direction.NEUTRAL]
    ways = (
        (p.off, "without presumptions", list(table.option_keys())),
        (p.on, "with presumptions", bold),
    )
    for place, (e, words, keys) in enumerate(ways):
        deciding = [z3.Or(*(decided(e, table, key) for key in keys))]
        deciding += [z3.Or(*(e.truth(each).certain for each in whom))] if whom else []

        def shows(on: Reasoner, off: Reasoner, place: int = place, keys: Sequence[str] = keys) -> bool:
            r = (off, on)[place]
            said = not whom or any(r.truth(each) is Truth.YES for each in whom)
            return said and any(_only(r, table, frozenset({key})) for key in keys)

        law, name = "nothing is decided where nothing is known", f"{table.key}, {words}"
        yield p.never(law, name, [*nothing, *deciding], about, shows)


# Unconfirmed words ------------------------------------------------------------------------------


def unconfirmed(knowledge: Knowledge) -> list[tuple[Table, Row]]:
    """Rows that would commit on words not confirmed against the primary text."""
    tables = knowledge.tables.values()
    return [(table, row) for table in tables for row in table.rows if row.enables_unconfirmed]


def never_relied_on(p: Prover, table: Table, row: Row) -> ProofResult:
    """It may not be one of several rows of a decided outcome: for some completion it is the only one."""
    number = table.rows.index(row)
    relied = []
    for e in p.modes:
        rows = e.rows(table)
        confirmed = [
            can
            for other, can in rows.items()
            if table.rows[other].then is row.then and not table.rows[other].enables_unconfirmed
        ]
        here = rows.get(number, z3.BoolVal(False))
        relied.append(z3.And(decided(e, table, row.then.key), here, z3.Or(*confirmed)))

    def shows(on: Reasoner, off: Reasoner) -> bool:
        return any(r.table(table).decided and row in r.table(table).rows for r in (on, off))

    name = f"{table.key}, row {row.id or number + 1}"
    kind = "an unconfirmed row never supports a decided outcome that commits"
    return p.never(kind, name, [z3.Or(*relied)], [table], shows)
