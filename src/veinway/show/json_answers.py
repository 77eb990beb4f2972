"""Findings as JSON: the answer of `veinway assess`. Nothing is in it that is not in a finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from veinway.engine.ask import OpenFact
from veinway.engine.assessment import Assessment, Open, StepReading, TableReading
from veinway.engine.compare import Comparison
from veinway.engine.finding import (
    ActionFinding,
    Finding,
    TableFinding,
)
from veinway.language import Fact, Question, Row, Step, Table
from veinway.language.expressions import Presume, PresumeOption
from veinway.language.values import Evidence, Truth
from veinway.records.problems import Problem
from veinway.show.citations import cite_json
from veinway.show.compare_words import differences_json
from veinway.show.json_scores import score_json
from veinway.show.values import day_words, number_json, value_json
from veinway.show.words import phrase

Answer = dict[str, Any]
NOTICE = (
    "Decision support for clinicians: it does not replace clinical judgement, and its rules are not "
    "signed by a clinician yet."
)
APPLIES = {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}


def assess_answer(
    id_: str,
    assessment: Assessment,
    edition: str,
    problems: Sequence[Problem] = (),
    comparisons: Sequence[Comparison] = (),
) -> Answer:
    """What the rules say of one subject; the caller adds what it knows beside it (limb, profile).

    comparisons: how guidelines compare; where they differ, the step of the question says so.
    """
    situation = assessment.situation
    differs = {each.question: each for each in comparisons if each.verdict.differs}
    return {
        "id": id_,
        "edition": edition,
        "guideline": assessment.guideline,
        "strict": not assessment.presumptions,
        "at": moment(situation.at_minute, "minute"),
        "index": day_words(situation.index),
        "steps": [step_json(reading, differs) for reading in assessment.steps],
        "tables": [_table(reading) for reading in assessment.tables],
        "scores": [
            {**score_json(reading), "open": open_json(reading.open)} for reading in assessment.scores
        ],
        "measures": [finding_json(found) for found in assessment.measures],
        "facts": [finding_json(found) for found in assessment.findings() if found.evidence],
        "presumptions": [
            *(presumption_json(found) for found in assessment.presumed()),
            *({"about": c.about, "value": c.value, "because": c.because} for c in assessment.covered),
        ],
        "problems": [problem_json(problem) for problem in problems],
        "notice": NOTICE,
    }


def _table(reading: TableReading) -> Answer:
    strict = frozenset(outcome.key for outcome in reading.strict.outcomes)
    return {**table_json(reading.found, strict), "open": open_json(reading.open)}


def table_json(found: TableFinding, strict: frozenset[str]) -> Answer:
    """A table: its possible outcomes, the rows that lead there, and what is done meanwhile."""
    table = found.of
    assert isinstance(table, Table)
    outcomes = found.outcomes
    return {
        "table": table.key,
        "label": table.label,
        "outcomes": [
            {"key": o.key, "text": o.text, "direction": o.direction.value, "timing": o.timing}
            for o in outcomes
        ],
        "decided": found.decided,
        "needs_clinician": found.needs_clinician,
        "strict": sorted(strict),
        "decided_by_presumption": found.decided and len(strict) != 1,
        "rows": [_row(row) for row in found.rows],
        "meanwhile": [_row(row) for row in found.meanwhile],
    }


def _row(row: Row) -> Answer:
    return {
        "id": row.id or row.then.key,
        "outcome": row.then.key,
        "text": row.then.text,
        "source": cite_json(row.cite),
    }


def step_json(reading: StepReading, differs: Mapping[Question, Comparison]) -> Answer:
    """A step: for whom, its conclusion, its plan, what would settle it, and where guidelines differ."""
    found = reading.found
    step = found.of
    assert isinstance(step, Step)
    assert found.conclusion is not None
    answer: Answer = {
        "step": step.key,
        "label": step.label,
        "question": step.question.key,
        "guideline": step.guideline,
        "applies": APPLIES[found.applies],
        "decided": found.decided,
        "decided_by_presumption": found.decided_by_presumption,
        "conclusion": table_json(found.conclusion, found.strict),
        "plan": [action_json(action) for action in found.plan],
        "open": open_json(reading.open),
    }
    comparison = differs.get(step.question)
    return answer if comparison is None else {**answer, "differs": differences_json(comparison)}


def action_json(found: ActionFinding) -> Answer:
    """One action with its state, its window and its authority."""
    action = found.action
    answer: Answer = {
        "key": action.key,
        "text": action.text,
        "state": found.state,
        "strength": action.strength.value,
        "source": cite_json(action.cite),
    }
    ends = {"due_from": found.due_from, "due_by": found.due_by, "done_at": found.done_at}
    answer |= {name: moment(end, found.unit) for name, end in ends.items() if end is not None}
    if found.evidence is not None:
        answer["evidence"] = evidence_json(found.evidence)
    return {**answer, "reason": found.reason} if found.reason else answer


def open_json(open_: Open) -> Answer:
    """Open questions, best first, and what is not known but no longer matters."""
    asked = [open_fact_json(part, open_.presumed) for part in open_.matters]
    return {"questions": asked, "without_effect": [part.key for part in open_.without_effect]}


def open_fact_json(part: OpenFact, presumed: frozenset[str]) -> Answer:
    """One open question: what it would settle, and what it costs to ask."""
    return {
        "fact": part.key,
        "label": part.of.label,
        "ask": part.of.ask,
        "decides": part.decides,
        "left": number_json(part.left),
        "cost": part.cost.name.lower().replace("_", " "),
        "presumed": part.key in presumed,
    }


def presumption_json(found: Finding) -> Answer:
    """An unknown that was taken to be a value, and on what grounds."""
    part = found.presumed
    assert part is not None
    return {
        "about": presumed_about(found),
        "value": part.value,
        "because": part.because,
        "source": cite_json(part.source),
    }


def presumed_about(found: Finding) -> str:
    """What a presumption is about: the label of a fact, or a condition in words."""
    about = found.of.of if isinstance(found.of, Presume | PresumeOption) else found.of
    return about.label if isinstance(about, Fact) else phrase(about)  # type: ignore[arg-type]


def finding_json(found: Finding) -> Answer:
    """One fact or rule with its value and evidence; the tree is not repeated below it."""
    answer: Answer = {
        "key": getattr(found.of, "key", ""),
        "label": getattr(found.of, "label", ""),
        "value": value_json(found.of, found.value),
        "evidence": [evidence_json(part) for part in found.evidence],
    }
    if found.reason:
        answer["reason"] = found.reason
    return {**answer, "near": found.near} if found.near else answer


def problem_json(part: Problem) -> Answer:
    """Something of a record that could not be used."""
    stated = {"code": part.code, "what": part.what, "where": part.where}
    return {name: text for name, text in stated.items() if text}


def evidence_json(part: Evidence) -> Answer:
    """Where a value came from, as it was written."""
    stated = {"resource": part.resource, "when": part.when, "recorded": part.recorded, "note": part.note}
    return {name: text for name, text in stated.items() if text}


def moment(number: int, unit: str) -> str:
    """A day number as an ISO date, or a minute number as an ISO instant in UTC."""
    if unit == "day":
        return day_words(number)
    return datetime.fromtimestamp(number * 60, UTC).strftime("%Y-%m-%dT%H:%MZ")
