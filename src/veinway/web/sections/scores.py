"""The scores that matter here: lowest and highest total, the bands that are possible, and each item."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from veinway.engine.assessment import ScoreReading
from veinway.engine.finding import ItemFinding, ScoreFinding
from veinway.language import Score
from veinway.language.values import Truth
from veinway.show.citations import cite_words
from veinway.show.json_scores import item_label, not_valid_because
from veinway.show.text_scores import used_scores
from veinway.show.values import interval_words, number_words
from veinway.web.sections.case import Case

WIDTH = 300
"""Of the picture of a score, in its own units."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: yes, no or unknown, and the points it adds or may add."""

    sign: str
    truth: str
    points: str
    label: str


@dataclass(frozen=True, slots=True)
class Zone:
    """One band in the picture, from left to right."""

    label: str
    x: int
    width: int
    possible: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One score on the page."""

    key: str
    label: str
    total: str
    bands: str
    decided: bool
    note: str
    warning: str
    source: str
    strict: str
    items: tuple[Item, ...]
    zones: tuple[Zone, ...]
    bar: tuple[int, int]
    """Where the possible totals lie in the picture: x and width."""


def content(case: Case) -> dict[str, Any]:
    """The scores that the steps of this patient use, and in one line each those that are valid too."""
    used = used_scores(case.assessment)
    valid = [each for each in case.assessment.scores if each.found.applies is Truth.YES]
    others = [each for each in valid if each not in used]
    applies = [each for each in used if each.found.applies is not Truth.NO]
    return {
        "scores": [score_shown(each) for each in applies],
        "others": [score_shown(each, items=False) for each in others],
        "invalid": [score_invalid(each) for each in used if each.found.applies is Truth.NO],
    }


def score_shown(reading: ScoreReading, *, items: bool = True) -> Shown:
    """One score: total, bands, and its items unless it is shown in one line."""
    found, score = reading.found, _score(reading.found)
    return Shown(
        score.key,
        score.label,
        interval_words(found.total),
        _bands(found),
        found.decided,
        _note(found),
        score.warning,
        cite_words(score.source),
        _strict(reading),
        tuple(map(_item, found.items)) if items else (),
        tuple(_zones(score, found)),
        _bar(score, found),
    )


def _score(found: ScoreFinding) -> Score:
    assert isinstance(found.of, Score)
    return found.of


def _bands(found: ScoreFinding) -> str:
    return " or ".join(band.label for band in _score(found).bands if band.key in found.bands)


def _note(found: ScoreFinding) -> str:
    unknown = found.applies is Truth.UNKNOWN
    return "if the score is valid for this patient, which is not known" if unknown else ""


def _strict(reading: ScoreReading) -> str:
    """The reading without presumptions, where it says something else."""
    one, other = reading.found, reading.strict
    if (one.value, one.applies, one.total) == (other.value, other.applies, other.total):
        return ""
    if other.applies is Truth.NO:
        return not_valid_because(other)
    note = f", {_note(other)}" if _note(other) else ""
    return f"{interval_words(other.total)}: {_bands(other)}{note}"


def _item(found: ItemFinding) -> Item:
    low, high = found.points
    if low != high:
        points = f"{number_words(low)} or {number_words(high)}"
        return Item("?", "unknown", points, item_label(found))
    sign, truth = ("●", "yes") if low else ("○", "no")
    return Item(sign, truth, number_words(low), item_label(found))


def score_invalid(reading: ScoreReading) -> tuple[str, str]:
    """A score that is not for this patient, and why."""
    return _score(reading.found).label, not_valid_because(reading.found)


# The picture --------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def _bounds(score: Score) -> tuple[Fraction, Fraction]:
    """The lowest and the highest total; a score adds them up from its items each time."""
    low, high = score.bounds
    return Fraction(low), Fraction(high)


def _place(score: Score, total: Fraction) -> int:
    """Where a total begins in the picture: each step of the score is as wide."""
    low, high = _bounds(score)
    steps = (high - low) / score.step + 1
    return int(WIDTH * ((total - low) / score.step) / steps)


@lru_cache(maxsize=256)
def _places(score: Score) -> tuple[tuple[str, str, int, int], ...]:
    """Each band's key and label, and where it lies in the picture: the same for every patient."""
    low, high = _bounds(score)
    starts = [low, *(border + score.step if strict else border for border, strict in score.borders)]
    ends = [*starts[1:], high + score.step]
    return tuple(
        (band.key, band.label, _place(score, start), _place(score, end) - _place(score, start))
        for band, start, end in zip(score.bands, starts, ends, strict=True)
    )


def _zones(score: Score, found: ScoreFinding) -> list[Zone]:
    return [Zone(label, x, width, key in found.bands) for key, label, x, width in _places(score)]


def _bar(score: Score, found: ScoreFinding) -> tuple[int, int]:
    first = _place(score, Fraction(found.total.low))
    last = _place(score, Fraction(found.total.high) + score.step)
    return first, last - first
