"""The legs after a clot: the Villalta scale over time, a form for the next examination, what is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from fractions import Fraction
from typing import Any

from veinway.care.facts.of_a_leg import VILLALTA_SIGNS, VILLALTA_SYMPTOMS
from veinway.care.facts.post_thrombotic import ceap_class, pain_and_swelling_for_a_month
from veinway.care.post_thrombotic.management import PTS_STEP
from veinway.care.post_thrombotic.scales import GINSBERG, VILLALTA
from veinway.engine.one import Reasoner
from veinway.language.values import Truth
from veinway.show.citations import cite_words
from veinway.show.values import interval_words
from veinway.web.sections.asking import asked
from veinway.web.sections.case import LIMBS, Case
from veinway.web.sections.chart import Band, Point, chart
from veinway.web.service.procedures import examined_on_villalta, leg_of, on_day
from veinway.web.service.villalta import GRADES, SIDES, Scored, is_examination

BANDS = (Band(0, 4, "none"), Band(5, 9, "mild"), Band(10, 14, "moderate"), Band(15, 33, "severe"))
"""The classes of a total, as the scale has them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One examination as a line of the table."""

    key: str
    side: str
    day: str
    total: str
    classes: str
    decided: bool
    ulcer: str
    how_sure: str
    not_scored: str
    by: str


def content(case: Case) -> dict[str, Any]:
    """The legs that were examined, and the form."""
    refused = case.refused if case.refused is not None and is_examination(case.refused.fact) else None
    here = leg_of(case.given, case.limb.side)
    return {
        "legs": [_leg(case, side) for side in SIDES if examined_on_villalta(case.given, side)],
        "sides": [(side, LIMBS[side].capitalize()) for side in SIDES],
        "chosen": case.limb.side,
        "today": case.today,
        "groups": (("Symptoms, by the patient", _items(VILLALTA_SYMPTOMS)),
                   ("Signs, by the clinician", _items(VILLALTA_SIGNS))),
        "grades": [(str(points), f"{points} {words}") for points, words in enumerate(GRADES)],
        "source": cite_words(VILLALTA.source),
        "asked": [asked(part, case) for part in (pain_and_swelling_for_a_month, ceap_class)],
        "ginsberg": _ginsberg(case, here),
        "error": "" if refused is None else refused.error.message(),
        "entered": {} if refused is None else refused.entered,
    }  # fmt: skip


def _items(facts: tuple[Any, ...]) -> list[tuple[str, str]]:
    return [(fact.key, _short(fact.label)) for fact in facts]


def _short(label: str) -> str:
    words = label.removeprefix("Villalta: ")
    return words[:1].upper() + words[1:]


def _leg(case: Case, side: str) -> dict[str, Any]:
    found = examined_on_villalta(case.given, side)
    step = Reasoner(on_day(case.given, side), presumptions=not case.strict)
    return {
        "side": side,
        "label": LIMBS[side].capitalize(),
        "rows": [_row(each) for each in reversed(found)],
        "chart": chart(
            "Villalta total", [_point(each) for each in found], bands=BANDS, shape="%Y-%m-%d"
        ),
        "done": _done(step),
    }


def _point(found: Scored) -> Point:
    low, high = found.score.total
    day = datetime.combine(found.examined.day, time(), UTC)
    return Point(day, Fraction(low), "", Fraction(high), found.examined.ulcer is True)


def _row(found: Scored) -> Row:
    examined, score = found.examined, found.score
    missing = [
        _short(fact.label)
        for fact in (*VILLALTA_SYMPTOMS, *VILLALTA_SIGNS)
        if fact.key not in examined.items
    ]
    ulcer = {True: "open", False: "none"}.get(examined.ulcer, "not known")  # type: ignore[arg-type]
    sure = found.how_sure
    return Row(
        examined.key,
        examined.side,
        examined.day.isoformat(),
        interval_words(score.total),
        _classes(found),
        score.decided,
        ulcer,
        sure.outcomes[0].text if sure.decided else "How long after the clot it was is not known.",
        ", ".join(missing),
        examined.by,
    )


def _classes(found: Scored) -> str:
    """The classes that are possible; none before three months, when it measures the acute clot."""
    score = found.score
    if score.applies is Truth.NO:
        return "no class"
    words = " or ".join(band.label for band in VILLALTA.bands if band.key in score.bands)
    return words if score.applies is Truth.YES else f"{words}, if it may be judged by now"


def _done(step: Reasoner) -> dict[str, Any]:
    """What is done for the symptoms of the last examination."""
    found = step.table(PTS_STEP.conclusion)
    applies = step.truth(PTS_STEP.for_whom)
    if applies is Truth.YES and found.decided:
        row = found.rows[0]
        return {"decided": True, "words": row.then.text, "source": cite_words(row.cite)}
    words = " or ".join(each.short or each.text for each in found.outcomes)
    if applies is not Truth.YES:
        early = "It is too early" if applies is Truth.NO else "It is not known how long ago the clot was"
        words = f"{early}: from 3 months on this is judged."
    return {"decided": False, "words": words, "source": cite_words(PTS_STEP.source)}


def _ginsberg(case: Case, side: str) -> dict[str, Any]:
    """Ginsberg's measure beside it: the two are never compared as one."""
    found = Reasoner(on_day(case.given, side), presumptions=not case.strict).table(GINSBERG)
    words = found.outcomes[0].text if found.decided else "not decided"
    return {"decided": found.decided, "words": words, "source": cite_words(GINSBERG.source)}
