"""Laws of scores: a total has one band, a band has a patient, a score is used for whom it is for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import z3

from ...language.expressions import Expression
from ...language.knowledge import walk
from ...language.scores import Score
from ...language.steps import Step
from ...language.values import Truth
from ..finding import ScoreFinding
from ..one import Reasoner
from . import ratios
from .encode import Encoder
from .prover import Prover
from .report import ProofResult


def laws(p: Prover) -> Iterator[ProofResult]:
    """Every law of every score, and of every step that uses one."""
    for score in p.knowledge.scores.values():
        yield _stays_in_bounds(p, score)
        yield _has_one_band(p, score)
        for band in score.bands:
            yield _band_is_reached(p, score, band.key)
    for step in p.knowledge.steps.values():
        used = {part.key: part for part in walk(step) if isinstance(part, Score)}
        for score in used.values():
            yield _is_for_them(p, step, score)


def _stays_in_bounds(p: Prover, score: Score) -> ProofResult:
    lowest, highest = (ratios.constant(Fraction(end)) for end in score.bounds)
    strays = []
    for e in p.modes:
        low, high = e.score(score).total
        strays += [low.less_than(lowest), highest.less_than(high), high.less_than(low)]
    return p.never(
        "the total stays within its bounds",
        score.key,
        [z3.Or(*strays)],
        [score],
        lambda on, off: not all(r.score(score).total.within(score.bounds) for r in (on, off)),
    )


def _has_one_band(p: Prover, score: Score) -> ProofResult:
    """A total that is known, of a score that is valid, is in one band."""
    return p.never(
        "a known total is in exactly one band",
        score.key,
        [z3.Or(*(_known_without_band(e, score) for e in p.modes))],
        [score],
        lambda on, off: any(_lacks_band(r.score(score)) for r in (on, off)),
    )


def _known_without_band(e: Encoder, score: Score) -> Any:
    parts = e.score(score)
    known = [parts.applies.certain, parts.total.high.up_to(parts.total.low)]
    if score.override is not None:
        known.append(z3.Not(e.truth(score.override.when).open))
    one = z3.PbEq([(can, 1) for can in parts.bands.values()], 1)
    return z3.And(*known, z3.Not(one))


def _lacks_band(found: ScoreFinding) -> bool:
    return found.applies is Truth.YES and found.total.known and not found.decided


def _band_is_reached(p: Prover, score: Score, band: str) -> ProofResult:
    def is_in_it(e: Encoder) -> Any:
        parts = e.score(score)
        others = (z3.Not(can) for key, can in parts.bands.items() if key != band)
        return z3.And(parts.applies.certain, parts.bands[band], *others)

    def shows(on: Reasoner, off: Reasoner) -> bool:
        found = off.score(score)
        return found.decided and found.value == frozenset({band})

    name = f"{score.key}, {band}"
    return p.some("the band is reached by some complete patient", name, is_in_it, [score], shows)


def _is_for_them(p: Prover, step: Step, score: Score) -> ProofResult:
    """Whoever the step is certainly for, the score is certainly valid for.

    Where rows before the score have their say about the others (too early, say), it is enough that
    nobody of whom all is known comes as far as a row that looks at the score without being one of those.
    """

    def outside(e: Encoder) -> Any:
        return z3.And(e.truth(step.for_whom).certain, z3.Not(e.score(score).applies.certain))

    def shows(on: Reasoner, off: Reasoner) -> bool:
        return any(
            r.truth(step.for_whom) is Truth.YES and r.score(score).applies is not Truth.YES
            for r in (on, off)
        )

    kind, name = "the score is valid for whom the step is for", f"{step.key} uses {score.key}"
    about: list[Expression] = [each for each in (step.for_whom, score.for_whom) if each is not None]
    strict = p.never(kind, name, [z3.Or(*map(outside, p.modes))], about, shows)
    first = _first_row_with(score, step)
    if strict.status == "proved" or first is None:
        return strict
    table = step.conclusion
    reached = z3.Or(*(can for n, can in p.off.rows(table).items() if n >= first))
    relied = [outside(p.off), reached, *p.complete([*about, table])]
    late = p.never(
        kind, name, relied, [*about, table], shows, note="Rows before it speak of the others."
    )
    return late if late.status == "proved" else strict


def _first_row_with(score: Score, step: Step) -> int | None:
    """The first row of a first-hit table that looks at a score; None where a plan looks at it too."""
    if step.conclusion.hit != "first" or score in set(walk(*(action.when for action in step.plan))):
        return None
    rows = enumerate(step.conclusion.rows)
    return next((n for n, row in rows if row.when is not None and score in set(walk(row.when))), None)
