"""Scores as JSON: the lines of `veinway score`.

Nothing is worked out here that is not in a finding, except how two limbs of one patient combine: the
more symptomatic one speaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from veinway.engine.assessment import ScoreReading
from veinway.engine.finding import Finding, ItemFinding, ScoreFinding
from veinway.language import Score
from veinway.language.expressions import AllOf, Expression
from veinway.language.knowledge import facts_of
from veinway.language.scores import OnlyOne
from veinway.language.values import Truth
from veinway.show.citations import cite_json
from veinway.show.values import number_json
from veinway.show.words import phrase

Answer = dict[str, Any]


def score_line(id_: str, readings: Mapping[str, ScoreReading], edition: str) -> Answer:
    """The answer for one case, whose limbs were scored apart ('' for a case without limbs).

    `open` names what is not known: while undecided what could still change the band, best question
    first; once decided what no longer could.
    """
    found = {side: reading.found for side, reading in readings.items()}
    score = next(iter(found.values())).of
    assert isinstance(score, Score)
    answer: Answer = {"id": id_, "score": score.key, **_total(score, list(found.values()))}
    if "decided" in answer:
        open_ = [r.open.unknown if answer["decided"] else r.open.matters for r in readings.values()]
        answer["open"] = list(dict.fromkeys(part.key for parts in open_ for part in parts))
    if answer.get("applies", True) is None:
        needed = {fact.key for fact in facts_of(score.for_whom)}
        answer["applies_open"] = [key for key in answer["open"] if key in needed]
    if len(found) > 1:
        answer["limbs"] = {side: _total(score, [finding]) for side, finding in found.items()}
    return {**answer, "edition": edition}


def _total(score: Score, found: list[ScoreFinding]) -> Answer:
    if all(finding.applies is Truth.NO for finding in found):
        return {"applies": False, "reason": not_valid_because(found[0])}
    validities = {finding.applies for finding in found}
    applies = found[0].applies if len(validities) == 1 else Truth.UNKNOWN
    bands = _highest(score, [finding.bands for finding in found])
    decided = applies is Truth.YES and len(bands) == 1
    answer: Answer = {
        "low": number_json(max(finding.total.low for finding in found)),
        "high": number_json(max(finding.total.high for finding in found)),
        "band": bands[0] if decided else None,
        "decided": decided,
    }
    if not decided:
        answer["bands"] = bands
    if applies is Truth.UNKNOWN:
        answer["applies"] = None
    return answer


def _highest(score: Score, sets: Sequence[frozenset[str]]) -> list[str]:
    """The bands that the higher of several limbs may have, in the score's order."""
    order = score.option_keys()
    numbers = [{order.index(band) for band in bands} for bands in sets]
    least = max(min(possible) for possible in numbers)
    return [order[n] for n in sorted(set().union(*numbers)) if n >= least]


def validity(found: ScoreFinding) -> list[Finding]:
    """The conditions under which a score is valid, each with its value for this patient."""
    score = found.of
    assert isinstance(score, Score)
    whole = [part for part in found.because if part.of is score.for_whom]
    return [part for one in whole for part in (one.because if isinstance(one.of, AllOf) else (one,))]


def not_valid_because(found: ScoreFinding) -> str:
    """Which conditions of a score certainly do not hold, in words."""
    failed = [
        phrase(part.of)
        for part in validity(found)
        if part.value is Truth.NO and isinstance(part.of, Expression)
    ]
    return f"Not valid for this patient: this does not hold: {'; '.join(failed)}."


def score_json(reading: ScoreReading) -> Answer:
    """A score with what each item may add, and its strict reading beside it."""
    found, score = reading.found, reading.found.of
    assert isinstance(score, Score)
    answer: Answer = {"score": score.key, "label": score.label, **_total(score, [found])}
    answer["strict"] = _total(score, [reading.strict])
    answer["items"] = [_item(item) for item in found.items]
    answer["source"] = cite_json(score.source)
    return {**answer, "warning": score.warning} if score.warning else answer


def _item(found: ItemFinding) -> Answer:
    low, high = number_json(found.points.low), number_json(found.points.high)
    return {"label": item_label(found), "low": low, "high": high}


def item_label(found: ItemFinding) -> str:
    """An item's name; a group without a name is named by its rows."""
    item = found.item
    if isinstance(item, OnlyOne) and not item.label:
        return " / ".join(row.label for row in item.rows)
    return item.label
