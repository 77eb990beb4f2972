"""Candidacy as JSON: met is true, false or null for unknown."""

from __future__ import annotations

from typing import Any

from veinway.language.values import Truth
from veinway.show.candidacy import ByGuideline, Candidacy, Item, Way
from veinway.show.citations import cite_json

_MET = {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}


def candidacy_json(found: Candidacy) -> dict[str, Any]:
    """One question: each guideline's answer with its criteria, and the list behind them."""
    return {
        "question": found.question.key,
        "label": found.question.label,
        "guidelines": [_answer(each) for each in found.answers],
        "items": [_item(each) for each in found.items],
    }


def _answer(found: ByGuideline) -> dict[str, Any]:
    conclusion = found.reading.found.conclusion
    assert conclusion is not None
    return {
        "guideline": found.step.guideline,
        "step": found.step.key,
        "applies": _MET[found.reading.found.applies],
        "decided": found.reading.found.decided,
        "needs_clinician": conclusion.needs_clinician,
        "outcomes": [each.key for each in conclusion.outcomes],
        "ways": [_way(each) for each in found.ways],
    }


def _way(way: Way) -> dict[str, Any]:
    return {
        "row": way.row.id or way.row.then.key,
        "outcome": way.row.then.key,
        "text": way.row.then.text,
        "source": cite_json(way.row.cite),
        "met": way.count(Truth.YES),
        "not_met": way.count(Truth.NO),
        "unknown": way.count(Truth.UNKNOWN),
        "criteria": [
            {
                "words": each.words,
                "met": _MET[each.truth],
                "presumed": each.presumed,
                "source": cite_json(each.cite),
            }
            for each in way.criteria
        ],
    }


def _item(found: Item) -> dict[str, Any]:
    return {
        "row": found.row.id,
        "words": found.words,
        "weight": found.row.then.key,
        "present": _MET[found.truth],
        "source": cite_json(found.row.cite),
    }
