"""Prevention as JSON: the answer of `veinway prevent`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from veinway.engine.assessment import TableReading
from veinway.language.values import Truth
from veinway.records.problems import Problem
from veinway.show.json_answers import (
    APPLIES,
    NOTICE,
    finding_json,
    moment,
    open_fact_json,
    open_json,
    presumption_json,
    problem_json,
    step_json,
    table_json,
)
from veinway.show.json_scores import score_json
from veinway.show.medicine_json import medicine_json
from veinway.show.prevent_parts import Prevention, Section

Answer = dict[str, Any]


def prevent_answer(id_: str, made: Prevention, problems: Sequence[Problem] = ()) -> Answer:
    """Each occasion that concerns the person or may, the certain first; then risk factors."""
    assessment = made.assessment
    return {
        "id": id_,
        "edition": made.knowledge.edition,
        "strict": not assessment.presumptions,
        "at": moment(assessment.situation.at_minute, "minute"),
        "occasions": [_section(each) for each in made.sections],
        "risk_factors": [_table(each) for each in made.risk_factors],
        "measures": [finding_json(each) for each in assessment.measures],
        "presumptions": [presumption_json(each) for each in assessment.presumed()],
        "problems": [problem_json(problem) for problem in problems],
        "notice": NOTICE,
    }


def _section(each: Section) -> Answer:
    scores = [s for s in each.part.scores if s.found.applies is not Truth.NO]
    steps = [s for s in each.part.steps if s.found.applies is not Truth.NO]
    return {
        "occasion": each.occasion.key,
        "label": each.occasion.label,
        "applies": APPLIES[each.applies],
        "scores": [{**score_json(reading), "open": open_json(reading.open)} for reading in scores],
        "steps": [step_json(reading, {}) for reading in steps],
        "tables": [_table(reading) for reading in each.part.tables],
        "medicines": [medicine_json(option) for option in each.options],
        "missing": [open_fact_json(part, each.presumed) for part in each.missing],
    }


def _table(reading: TableReading) -> Answer:
    strict = frozenset(outcome.key for outcome in reading.strict.outcomes)
    certain = [row.id or row.then.key for row in reading.found.certain]
    return {"said": table_json(reading.found, strict), "certain": certain}
