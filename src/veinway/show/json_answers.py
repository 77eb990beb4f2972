"""Findings as JSON: the lines of `veinway score` and the answer of `veinway assess`.

Nothing is worked out here that is not in a finding, except how two limbs of one patient combine: the
more symptomatic one speaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from veinway.engine.finding import (
    ActionFinding,
    Finding,
    ItemFinding,
    Presumption,
    ScoreFinding,
    StepFinding,
    TableFinding,
)
from veinway.language import Score
from veinway.language.expressions import AllOf
from veinway.language.knowledge import facts_of
from veinway.language.scores import OnlyOne
from veinway.language.values import Evidence, Truth
from veinway.show.citations import cite_json
from veinway.show.values import number_json, value_json
from veinway.show.words import phrase

if TYPE_CHECKING:
    from veinway.engine.ask import OpenFact

Answer = dict[str, Any]
_APPLIES = {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}


# Scores -----------------------------------------------------------------------------------------


def score_line(
    id_: str, found: Mapping[str, ScoreFinding], open_: Sequence[str], edition: str
) -> Answer:
    """The answer for one case, whose limbs were scored apart ('' for a case without limbs)."""
    score = next(iter(found.values())).of
    assert isinstance(score, Score)
    answer: Answer = {"id": id_, "score": score.key, **_total(score, list(found.values()))}
    answer["open"] = list(open_)
    if len(found) > 1:
        answer["limbs"] = {side: _total(score, [finding]) for side, finding in found.items()}
    return {**answer, "edition": edition}


def _total(score: Score, found: list[ScoreFinding]) -> Answer:
    if all(finding.applies is Truth.NO for finding in found):
        return {"applies": False, "reason": not_valid_because(found[0])}
    applies = found[0].applies
    bands = _highest(score, [finding.value for finding in found])
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
        answer |= {"applies": None, "applies_open": sorted(undecided_validity(found[0]))}
    return answer


def _highest(score: Score, sets: Sequence[object]) -> list[str]:
    """The bands that the higher of several limbs may have, in the score's order."""
    order = score.option_keys()
    numbers = [{order.index(band) for band in bands} for bands in sets if isinstance(bands, frozenset)]
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
    failed = [phrase(part.of) for part in validity(found) if part.value is Truth.NO]
    return f"Not valid for this patient: this does not hold: {'; '.join(failed)}."


def undecided_validity(found: ScoreFinding) -> set[str]:
    """The facts that decide whether a score is valid, of those that are not known."""
    open_ = [part for part in validity(found) if part.value is Truth.UNKNOWN]
    keys = {fact.key for part in open_ for fact in facts_of(part.of)}
    known = {getattr(f.of, "key", "") for part in open_ for f in part.walk() if _is_known(f)}
    return keys - known


def _is_known(found: Finding) -> bool:
    value = found.value
    if isinstance(value, Truth):
        return value.known
    return len(value) == 1 if isinstance(value, frozenset) else value.low == value.high


# Assessment -------------------------------------------------------------------------------------


def score_json(found: ScoreFinding) -> Answer:
    """A score with what each item may add."""
    score = found.of
    assert isinstance(score, Score)
    answer: Answer = {"score": score.key, "label": score.label, **_total(score, [found])}
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


def table_json(found: TableFinding, strict: frozenset[str]) -> Answer:
    """A table: its possible outcomes, the rows that lead there, and what is done meanwhile."""
    outcomes = found.outcomes
    return {
        "table": getattr(found.of, "key", ""),
        "label": getattr(found.of, "label", ""),
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


def _row(row: Any) -> Answer:
    return {
        "id": row.id or row.then.key,
        "outcome": row.then.key,
        "text": row.then.text,
        "source": cite_json(row.cite),
    }


def step_json(found: StepFinding) -> Answer:
    """A step: for whom, its conclusion, its plan, and what would settle it."""
    step = found.of
    answer: Answer = {
        "step": getattr(step, "key", ""),
        "label": getattr(step, "label", ""),
        "guideline": getattr(step, "guideline", ""),
        "applies": _APPLIES[found.applies],
        "decided": found.decided,
        "decided_by_presumption": found.decided_by_presumption,
    }
    if found.conclusion is not None:
        answer["conclusion"] = table_json(found.conclusion, found.strict)
    return {**answer, "plan": [action_json(action) for action in found.plan]}


def action_json(found: ActionFinding) -> Answer:
    """One action with its state, its window and its authority."""
    action = found.action
    answer: Answer = {
        "key": action.key,
        "text": action.text,
        "state": found.state,
        "indicated": value_json(action.when, found.indicated),
        "strength": action.strength.value,
        "source": cite_json(action.cite),
    }
    instants = {"due_from": found.due_from, "due_by": found.due_by, "done_at": found.done_at}
    answer |= {name: instant(minute) for name, minute in instants.items() if minute is not None}
    if found.evidence is not None:
        answer["evidence"] = evidence_json(found.evidence)
    return {**answer, "reason": found.reason} if found.reason else answer


def open_json(part: OpenFact) -> Answer:
    """One open question, ranked by its place in the list."""
    return {
        "fact": part.fact_key,
        "label": part.label,
        "ask": part.question,
        "decides": part.decides,
        "narrows": number_json(part.narrows),
        "cost": getattr(part.cost, "name", str(part.cost)).lower().replace("_", " "),
    }


def presumption_json(part: Presumption) -> Answer:
    """An unknown that was taken to be a value, and on what grounds."""
    return {
        "about": part.about,
        "value": part.value,
        "because": part.because,
        "source": cite_json(part.source),
    }


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


def evidence_json(part: Evidence) -> Answer:
    """Where a value came from, as it was written."""
    stated = {"resource": part.resource, "when": part.when, "recorded": part.recorded, "note": part.note}
    return {name: text for name, text in stated.items() if text}


def instant(minute: int) -> str:
    """A minute number as an ISO instant in UTC."""
    return datetime.fromtimestamp(minute * 60, UTC).strftime("%Y-%m-%dT%H:%MZ")
