"""The rules as JSON: the answers of `veinway rules` and `veinway explain`."""

from __future__ import annotations

from typing import Any

from veinway.language import (
    Action,
    Derived,
    Drug,
    Expression,
    Phase,
    Row,
    Score,
    SeriesMeasure,
    Step,
    Table,
)
from veinway.language.expressions import Presume, PresumeOption
from veinway.language.knowledge import Knowledge, Rule, events_of, facts_of, walk
from veinway.language.parameters import Parameter
from veinway.language.scores import Item, OnlyOne, Points, PointsFrom
from veinway.language.steps import Due
from veinway.show.citations import cite_json, open_signatures, status, tag_counts
from veinway.show.dose_words import lasting
from veinway.show.values import number_json
from veinway.show.words import outline, phrase

Answer = dict[str, Any]

_RULE_KINDS = {
    Score: "score",
    Table: "table",
    Step: "step",
    Drug: "drug",
    Derived: "measure",
    SeriesMeasure: "series measure",
}


def rule_kind(rule: Rule) -> str:
    return _RULE_KINDS[type(rule)]


def rule_label(rule: Rule) -> str:
    return rule.label


def rules_answer(knowledge: Knowledge) -> Answer:
    """Every rule with its source, tags and status, and all that a clinician still has to sign."""
    return {
        "edition": knowledge.edition,
        "rules": [rule_json(rule) for _, rule in sorted(knowledge.rules.items())],
        "to_sign": open_signatures(knowledge),
    }


def rule_json(rule: Rule) -> Answer:
    """One line about a rule."""
    answer: Answer = {
        "key": rule.key,
        "kind": rule_kind(rule),
        "label": rule_label(rule),
        "source": cite_json(rule.source),
        "tags": tag_counts(rule),
        "status": status(rule),
    }
    return {**answer, "guideline": rule.guideline} if isinstance(rule, Step) else answer


# One rule ---------------------------------------------------------------------------------------


def explain_answer(knowledge: Knowledge, rule: Rule) -> Answer:
    """One rule in words: for whom, its parts, its presumptions, and what it needs to know."""
    parts = [part for part in walk(rule) if part is not rule]
    return {
        "edition": knowledge.edition,
        **rule_json(rule),
        "says": _says(rule),
        "presumptions": [_presumption(p) for p in parts if isinstance(p, Presume | PresumeOption)],
        "needs": {
            "facts": [fact.key for fact in facts_of(rule)],
            "events": [event.key for event in events_of(rule)],
            "parameters": sorted(p.key for p in parts if isinstance(p, Parameter)),
        },
        "uses": sorted({p.key for p in parts if isinstance(p, Score | Table | Derived | SeriesMeasure)}),
    }


def _says(rule: Rule) -> Answer:
    match rule:
        case Score():
            return _score(rule)
        case Table():
            return _table(rule)
        case Step():
            return {
                "subject": rule.subject.label,
                **_condition("for_whom", rule.for_whom, "anybody"),
                "conclusion": _table(rule.conclusion),
                "plan": [_action(action) for action in rule.plan],
            }
        case Drug():
            return {
                "family": rule.family,
                "lead_in": rule.lead_in,
                "verdict": _table(rule.verdict),
                "phases": [_phase(phase) for phase in rule.phases],
                "known_first": [getattr(part, "key", "") for part in rule.known_first],
            }
        case Derived():
            return {"formula": phrase(rule.formula), "unit": rule.symbol}
        case SeriesMeasure():
            return {"method": rule.method, "settings": dict(rule.arguments), "unit": rule.symbol}


def _phase(phase: Phase) -> Answer:
    return {
        "key": phase.key,
        "label": phase.label,
        "lasts": lasting(phase),
        "dose": _table(phase.dose),
        "source": cite_json(phase.source),
    }


def _score(score: Score) -> Answer:
    low, high = score.bounds
    answer: Answer = {
        **_condition("for_whom", score.for_whom, "anybody"),
        "items": [_item(item) for item in score.items],
        "bands": _bands(score),
        "range": {"low": number_json(low), "high": number_json(high)},
    }
    if score.override is not None:
        band = score.override.band
        answer["override"] = {"when": phrase(score.override.when), "band": band.key}
    return {**answer, "warning": score.warning} if score.warning else answer


def _item(item: Item) -> Answer:
    match item:
        case Points():
            return {
                "points": number_json(item.points),
                "label": item.label,
                "when": phrase(item.when),
            }
        case PointsFrom():
            return {"factor": number_json(item.factor), "label": item.label, "of": phrase(item.number)}
        case OnlyOne():
            return {"label": item.label, "first_of": [_item(row) for row in item.rows]}


def _bands(score: Score) -> list[Answer]:
    bands = []
    for number, band in enumerate(score.bands):
        entry: Answer = {"key": band.key, "label": band.label}
        if number:
            at, strict = score.borders[number - 1]
            entry["above" if strict else "from"] = number_json(at)
        if number < len(score.borders):
            at, strict = score.borders[number]
            entry["up_to" if strict else "below"] = number_json(at)
        bands.append(entry)
    return bands


def _table(table: Table) -> Answer:
    answer: Answer = {"key": table.key, "hit": table.hit, "rows": [_row(row) for row in table.rows]}
    return {**answer, "meanwhile": [_row(row) for row in table.meanwhile]} if table.meanwhile else answer


def _condition(name: str, when: Expression | None, empty: str) -> Answer:
    """A condition as one sentence, and as lines with their depth for reading."""
    if when is None:
        return {name: empty, f"{name}_lines": [{"depth": 0, "text": empty}]}
    lines = [{"depth": depth, "text": text} for depth, text in outline(when)]
    return {name: phrase(when), f"{name}_lines": lines}


def _row(row: Row) -> Answer:
    return {
        "id": row.id or row.then.key,
        **_condition("when", row.when, "otherwise"),
        "outcome": row.then.key,
        "text": row.then.text,
        "direction": row.then.direction.value,
        "source": cite_json(row.cite),
    }


def _action(action: Action) -> Answer:
    answer: Answer = {
        "key": action.key,
        "text": action.text,
        **_condition("when", action.when, "always"),
        "strength": action.strength.value,
        "source": cite_json(action.cite),
    }
    if action.gives is not None:
        answer["gives"] = action.gives.key
    if action.due is not None:
        answer["due"] = due_words(action.due)
    return {**answer, "after": list(action.after)} if action.after else answer


def due_words(due: Due) -> str:
    """A window in words: "within 4 hours of the request"."""
    anchors = {
        "index": "the first suspicion",
        "request": "the request",
        "action": "the action before it",
    }
    anchor = anchors[due.of] if isinstance(due.of, str) else phrase(due.of)
    if due.back:
        ends = dict.fromkeys(str(end) for end in (due.earliest, due.latest) if end is not None)
        return f"{' to '.join(ends)} before {anchor}"
    first, last = due.earliest, due.latest
    if first is not None and first.unit == last.unit == "day":
        days = dict.fromkeys((str(first.count), str(last.count)))
        return f"day {' to '.join(days)} after {anchor}"
    if first is not None:
        return f"{first} to {last} after {anchor}"
    return f"within {due.latest} of {anchor}"


def _presumption(part: Presume | PresumeOption) -> Answer:
    if isinstance(part, Presume):
        value = "yes" if part.value else "no"
    else:
        value = "not " + " or ".join(sorted(set(part.option_keys()) - part.keep))
    answer: Answer = {
        "about": phrase(part.of),
        "value": value,
        "because": part.because,
        "source": cite_json(part.source),
    }
    return answer if part.when is None else {**answer, "when": phrase(part.when)}
