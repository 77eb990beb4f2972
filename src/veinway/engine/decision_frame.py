"""Many patients: what the column engine found, as readable columns, one row a subject.

    person, side, index, at            who, which leg ("" where no side counts), and the two days
    speaks                             whether this leg speaks for the person (see `limbs`); else it is
                                       the milder one of two
    k.low, k.high                      a score's total, in points
    k.bands, k.applies, k.decided      the bands of the total; "yes", "no" or "unknown"; whether one band
                                       is left and the score is certainly valid
    k.outcomes, k.rows, k.decided      a table: the outcomes and the rows that are still possible
    k.needs_clinician                  one outcome is left, which would commit on unconfirmed words
    k.applies, k.decided, k.a          a step, and for each of its actions a whether it is indicated
    k.open                             how many facts it looks at are not known
    k.strict....                       the same without presumptions
    k.decided_by_presumption           decided, and without presumptions it would not be

A step's conclusion has the columns of a table under its own key; a step is decided where it certainly
applies and its conclusion is decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from ..language.expressions import Presume
from ..language.knowledge import facts_of, walk
from ..language.scores import Score
from ..language.steps import Step
from ..language.tables import Table
from .columns import STRICT, compile_both
from .limbs import compared, speaking
from .planes import Planes

Decided = Score | Table | Step
SUBJECT_COLUMNS = {
    "person": pl.String,
    "side": pl.String,
    "speaks": pl.Boolean,
    "index": pl.Date,
    "at": pl.Date,
}
_STRICT = ".strict"
_KEYS = pl.List(pl.String)
TRUTHS = pl.Enum(["yes", "no", "unknown"])
"""Of the columns that say how a pair of planes stands: as texts they would be the largest of all."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The columns with sets as bits, and by fact for whom a presumption took it to be known.

    A bit stands for a band or an outcome in the order of `option_keys()`, or for a row in its order;
    "yes", "no" and "unknown" are an Enum.
    """

    rules: tuple[Decided, ...]
    bits: pl.DataFrame
    taken: dict[str, pl.Series]

    @property
    def masks(self) -> dict[str, tuple[str, ...]]:
        """The columns that are sets, with what their bits stand for."""
        return {name: keys for rule in self.rules for name, keys in _masks(rule)}


class DecisionFrame:
    """Compiles some rules, and turns what they find into readable columns.

    strict: the plain columns do without presumptions as well.
    """

    def __init__(
        self,
        rules: Sequence[Decided],
        *,
        parameters: Mapping[str, Fraction] | None = None,
        strict: bool = False,
    ) -> None:
        self.rules, self.strict = tuple(rules), strict
        presumed = {f"presumption {n}": part for n, part in enumerate(_presumptions(rules))}
        self.program = compile_both(rules, presumed, parameters=parameters)
        self._presumptions: dict[str, list[str]] = {}
        for name, part in presumed.items():
            for fact in facts_of(part.of):
                self._presumptions.setdefault(fact.key, []).append(name)
        steps = [rule for rule in self.rules if isinstance(rule, Step)]
        scores = [rule for rule in self.rules if isinstance(rule, Score)]
        self._compared = [score.key for score in compared(steps, scores)]
        self.schema: dict[str, pl.DataType | type[pl.DataType]] = dict(SUBJECT_COLUMNS)
        for rule in self.rules:
            self.schema |= decision_schema(rule)

    def run(self, planes: Planes, uncovered: Planes | None = None) -> Decisions:
        """The decisions about every subject of some planes.

        uncovered: the same subjects without what a source's coverage presumes, for the strict columns.
        """
        raw = self.program.run(planes)
        if uncovered is not None:
            strict = self.program.run(uncovered)
            raw = raw.with_columns(strict[name] for name in strict.columns if name.endswith(STRICT))
        taken = {key: raw.select(_taken(names)).to_series() for key, names in self._presumptions.items()}
        if self.strict:
            names = [name for name in raw.columns if not name.endswith(STRICT)]
            raw = raw.with_columns(pl.col(name + STRICT).alias(name) for name in names)
        days = (pl.col(name).cast(pl.Int32).cast(pl.Date) for name in ("index", "at"))
        subjects = planes.frame.select("person", "side", *days)
        columns = {name: made for rule in self.rules for name, made in self._columns(rule)}
        made = subjects.hstack(raw.select(**columns))
        totals = [made[f"{key}.{end}"] for key in self._compared for end in ("low", "high")]
        speaks = speaking(made.select("person", "side", "index"), totals)
        made = made.with_columns(speaks).select(*self.schema)
        return Decisions(self.rules, made, taken)

    def _columns(self, rule: Decided) -> Iterator[tuple[str, pl.Expr]]:
        match rule:
            case Score():
                yield from self._score(rule)
            case Table():
                yield from _table(rule)
            case Step():
                yield from _table(rule.conclusion)
                yield from _step(rule)

    def _score(self, score: Score) -> Iterator[tuple[str, pl.Expr]]:
        scale = self.program.scales.get(score.key, Fraction(1))
        key = score.key
        for reading in ("", _STRICT):
            suffix = STRICT if reading else ""
            for end in ("low", "high"):
                yield f"{key}{reading}.{end}", pl.col(f"{key}.{end}{suffix}") * float(scale)
            yield f"{key}{reading}.bands", pl.col(f"{key}.bands{suffix}")
            yield f"{key}{reading}.applies", _applies(key, suffix)
            yield f"{key}{reading}.decided", _score_decided(key, suffix)
        yield f"{key}.open", pl.col(f"{key}.open")
        yield f"{key}.decided_by_presumption", _score_decided(key, "") & ~_score_decided(key, STRICT)


def decision_schema(rule: Decided) -> dict[str, pl.DataType | type[pl.DataType]]:
    """The columns of one rule, with their types."""
    key = rule.key
    schema: dict[str, pl.DataType | type[pl.DataType]] = {}
    if isinstance(rule, Step):
        schema |= decision_schema(rule.conclusion)
    for reading in ("", _STRICT):
        if isinstance(rule, Score):
            schema |= {f"{key}{reading}.low": pl.Float64, f"{key}{reading}.high": pl.Float64}
            schema[f"{key}{reading}.bands"] = _KEYS
        if isinstance(rule, Table):
            schema |= {f"{key}{reading}.outcomes": _KEYS, f"{key}{reading}.rows": _KEYS}
            schema[f"{key}{reading}.needs_clinician"] = pl.Boolean
        else:
            schema[f"{key}{reading}.applies"] = pl.String
        schema[f"{key}{reading}.decided"] = pl.Boolean
    if isinstance(rule, Step):
        schema |= {f"{key}.{action.key}": pl.String for action in rule.plan}
    return schema | {f"{key}.open": pl.Int64, f"{key}.decided_by_presumption": pl.Boolean}


def _presumptions(rules: Sequence[Decided]) -> list[Presume]:
    return [part for part in walk(*rules) if isinstance(part, Presume)]


def _taken(names: Sequence[str]) -> pl.Expr:
    """Every presumption about a fact left one value."""
    return pl.all_horizontal(pl.col(f"{name}.yes") != pl.col(f"{name}.no") for name in names)


# Expressions ------------------------------------------------------------------------------------


def _applies(key: str, suffix: str) -> pl.Expr:
    return _truth(f"{key}.applies", suffix)


def _truth(name: str, suffix: str = "") -> pl.Expr:
    """A pair of planes as "yes", "no" or "unknown"."""
    yes, no = pl.col(f"{name}.yes{suffix}"), pl.col(f"{name}.no{suffix}")
    known = pl.when(yes).then(pl.lit("yes", TRUTHS)).otherwise(pl.lit("no", TRUTHS))
    return pl.when(yes & no).then(pl.lit("unknown", TRUTHS)).otherwise(known)


def _certainly(key: str, suffix: str) -> pl.Expr:
    return pl.col(f"{key}.applies.yes{suffix}") & ~pl.col(f"{key}.applies.no{suffix}")


def _one_left(name: str) -> pl.Expr:
    mask = pl.col(name)
    return (mask != 0) & ((mask & (mask - 1)) == 0)


def _score_decided(key: str, suffix: str) -> pl.Expr:
    return _certainly(key, suffix) & _one_left(f"{key}.bands{suffix}")


def _needs_clinician(table: Table, suffix: str) -> pl.Expr:
    """One outcome is left, and every row that may decide would commit on unconfirmed words."""
    confirmed = sum(1 << n for n, row in enumerate(table.rows) if not row.enables_unconfirmed)
    none_confirmed = (pl.col(f"{table.key}.rows{suffix}") & confirmed) == 0
    return _one_left(f"{table.key}.outcomes{suffix}") & none_confirmed


def _table_decided(table: Table, suffix: str) -> pl.Expr:
    return _one_left(f"{table.key}.outcomes{suffix}") & ~_needs_clinician(table, suffix)


def _table(table: Table) -> Iterator[tuple[str, pl.Expr]]:
    key = table.key
    for reading in ("", _STRICT):
        suffix = STRICT if reading else ""
        yield f"{key}{reading}.outcomes", pl.col(f"{key}.outcomes{suffix}")
        yield f"{key}{reading}.rows", pl.col(f"{key}.rows{suffix}")
        yield f"{key}{reading}.needs_clinician", _needs_clinician(table, suffix)
        yield f"{key}{reading}.decided", _table_decided(table, suffix)
    yield f"{key}.open", pl.col(f"{key}.open")
    yield f"{key}.decided_by_presumption", _table_decided(table, "") & ~_table_decided(table, STRICT)


def _step(step: Step) -> Iterator[tuple[str, pl.Expr]]:
    key = step.key
    for reading in ("", _STRICT):
        suffix = STRICT if reading else ""
        yield f"{key}{reading}.applies", _applies(key, suffix)
        yield f"{key}{reading}.decided", _step_decided(step, suffix)
    for action in step.plan:
        yield f"{key}.{action.key}", _truth(f"{key}.{action.key}")
    yield f"{key}.open", pl.col(f"{key}.open")
    yield f"{key}.decided_by_presumption", _step_decided(step, "") & ~_step_decided(step, STRICT)


def _step_decided(step: Step, suffix: str) -> pl.Expr:
    return _certainly(step.key, suffix) & _table_decided(step.conclusion, suffix)


# Sets as bits -------------------------------------------------------------------------


def _masks(rule: Decided) -> Iterator[tuple[str, tuple[str, ...]]]:
    for reading in ("", _STRICT):
        if isinstance(rule, Score):
            yield f"{rule.key}{reading}.bands", rule.option_keys()
            continue
        table = rule.conclusion if isinstance(rule, Step) else rule
        yield f"{table.key}{reading}.outcomes", table.option_keys()
        yield f"{table.key}{reading}.rows", row_names(table)


def row_names(table: Table) -> tuple[str, ...]:
    """What the rows of a table are called, in their order."""
    return tuple(row.id or row.then.key for row in table.rows)
