"""How guidelines compare, as JSON: the answer of `veinway compare`, and its part of `assess`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from veinway.engine.compare import Comparison
from veinway.engine.finding import ActionFinding
from veinway.engine.positions import Claim, Position
from veinway.language import Row, Step, Strength
from veinway.language.steps import Due
from veinway.language.values import Situation
from veinway.records.problems import Problem
from veinway.show.citations import cite_json
from veinway.show.compare_words import (
    cite_of,
    differences_json,
    guideline_words,
    time_words,
    window_words,
)
from veinway.show.json_answers import APPLIES, NOTICE, moment, open_fact_json, problem_json
from veinway.show.values import day_words
from veinway.show.words import phrase

Answer = dict[str, Any]


def compare_answer(
    id_: str,
    situation: Situation,
    found: Sequence[Comparison],
    edition: str,
    problems: Sequence[Problem] = (),
) -> Answer:
    """Every question that may be one for this patient, with what each guideline says."""
    return {
        "id": id_,
        "edition": edition,
        "at": moment(situation.at_minute, "minute"),
        "index": day_words(situation.index),
        "questions": [comparison_json(each) for each in found],
        "problems": [problem_json(problem) for problem in problems],
        "notice": NOTICE,
    }


def comparison_json(found: Comparison) -> Answer:
    """One question: the verdict, where it comes from, and what each guideline says."""
    return {
        **differences_json(found),
        "says": [_position(each) for each in found.positions],
        "open": [open_fact_json(part, frozenset()) for part in found.open],
    }


def _position(position: Position) -> Answer:
    answer: Answer = {
        "guideline": position.guideline,
        "name": guideline_words(position.guideline),
        "stance": position.stance.value,
        "asks": [_claim(claim) for claim in position.claims],
    }
    if position.unspoken is not None:
        return {**answer, "looked_at": cite_json(position.unspoken.cite)}
    found = position.found
    assert found is not None
    assert isinstance(found.of, Step)
    assert found.conclusion is not None
    return {
        **answer,
        "step": found.of.key,
        "applies": APPLIES[found.applies],
        "decided": found.decided,
        "decided_by_presumption": found.decided_by_presumption,
        "outcomes": [outcome.key for outcome in found.conclusion.outcomes],
        "not_asked": sorted(position.declined),
        "may_ask": sorted(position.pending),
    }


def _claim(claim: Claim) -> Answer:
    return {
        "act": claim.act,
        "strength": [each.value for each in Strength if each in claim.strengths],
        "timing": sorted((_time(each) for each in claim.timing), key=str),
        "when": time_words(claim.timing),
        "open": claim.open,
        "said": [_said(part) for part in claim.said],
    }


def _time(each: Due | str) -> Answer:
    if isinstance(each, str):
        return {"words": each}
    # A window counts from a named moment, or from a day of the patient, which is said in words.
    of = each.of if isinstance(each.of, str) else phrase(each.of)
    return {"words": window_words(each), "latest": str(each.latest), "of": of}


def _said(part: ActionFinding | Row) -> Answer:
    cite = cite_json(cite_of(part))
    if isinstance(part, ActionFinding):
        return {
            "action": part.action.key,
            "text": part.action.text,
            "state": part.state,
            "source": cite,
        }
    return {"outcome": part.then.key, "text": part.then.text, "source": cite}
