"""A decision sheet for a page: pictures of 100 people, and every figure in the words of a language."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from veinway.care.chapters.intervention import INTERVENTION
from veinway.care.clot_removal.decision_sheet import CLOT_REMOVAL_SHEET
from veinway.language.decision_sheets import PooledResult, TrialResult
from veinway.show.citations import cite_words
from veinway.show.decision_words import sheet_answer
from veinway.show.json_answers import NOTICE
from veinway.show.values import number_words
from veinway.web.texts import Texts

ACROSS, STEP, RADIUS = 10, 12, 4
SIZE = ACROSS * STEP
ABOUT = ("what", "limits", "risks", "stay", "otherwise")
"""The headings of the sentences, in their order."""


@dataclass(frozen=True, slots=True)
class Picture:
    """100 people as circles: one line for those with the outcome, one for the others."""

    words: str
    with_it: str
    without: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One result: both shares, the difference, how sure, of whom, on whose authority."""

    key: str
    kind: str
    outcome: str
    after: str
    treated: Picture
    untreated: Picture
    shares: tuple[str, str]
    difference: str
    certainty: str
    needed: str
    note: str
    trial: str
    people: str
    source: str


def content(t: Texts) -> dict[str, Any]:
    """Everything on the page, in the language of the texts."""
    sheet = CLOT_REMOVAL_SHEET
    figures = {each.key: _figure(each, t) for each in sheet.results}
    return {
        "first": [figures[each.key] for each in sheet.pictured],
        "rest": [figure for key, figure in figures.items()],
        "pooled": [
            (t(f"sheet.{each.key}"), _pooled(each, t), cite_words(each.source)) for each in sheet.pooled
        ],
        "said": [
            (
                t(f"sheet.about.{about}"),
                [
                    (t(f"sheet.{line.key}"), cite_words(line.source))
                    for line in sheet.lines
                    if line.about == about
                ],
            )
            for about in ABOUT
        ],
        "size": SIZE,
        "chapter": INTERVENTION.edition,
    }


def answer() -> dict[str, Any]:
    """The same as JSON, as `veinway numbers --json` gives it."""
    return {"sheets": [sheet_answer(each, INTERVENTION.edition, NOTICE) for each in INTERVENTION.sheets]}


def _figure(found: TrialResult, t: Texts) -> Figure:
    treated, untreated = found.of_100
    name = f"sheet.{found.key}"
    needed = found.number_needed
    return Figure(
        found.key,
        found.kind,
        t(f"{name}.outcome"),
        t.plain(f"{name}.after") if found.after else "",
        _picture(found.treated, treated, t),
        _picture(found.untreated, untreated, t),
        (f"{_number(found.treated, t)} %", f"{_number(found.untreated, t)} %"),
        _difference(found, t),
        t(f"sheet.certainty.{found.certainty}"),
        "" if needed is None else t("sheet.needed", number=needed),
        t.plain(f"{name}.note") if found.note else "",
        found.trial,
        t.plain(f"{name}.people"),
        cite_words(found.source),
    )


def _pooled(found: PooledResult, t: Texts) -> str:
    low, high = sorted((abs(found.low), abs(found.high)))
    name = "sheet.pooled_more" if found.per_1000 > 0 else "sheet.pooled_fewer"
    return t(name, number=abs(found.per_1000), low=low, high=high)


def _difference(found: TrialResult, t: Texts) -> str:
    amount = _number(abs(found.difference), t)
    return t("sheet.more" if found.difference > 0 else "sheet.fewer", number=amount)


def _number(value: Fraction, t: Texts) -> str:
    """A number as the language writes it."""
    words = number_words(value)
    return words.replace(".", ",") if t.language == "de" else words


def _picture(share: Fraction, whole: int, t: Texts) -> Picture:
    words = t("sheet.of_100", number=whole)
    if not whole:
        words = t("sheet.below_1") if share else t("sheet.none")
    places = [(n % ACROSS * STEP, n // ACROSS * STEP) for n in range(ACROSS * ACROSS)]
    return Picture(words, _circles(places[:whole], RADIUS + 1), _circles(places[whole:], RADIUS))


def _circles(places: list[tuple[int, int]], radius: int) -> str:
    """Circles as one line of a drawing."""
    middle = STEP // 2
    return "".join(
        f"M{x + middle - radius} {y + middle}a{radius} {radius} 0 1 0 {2 * radius} 0"
        f"a{radius} {radius} 0 1 0 -{2 * radius} 0z"
        for x, y in places
    )
