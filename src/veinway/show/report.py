"""The cohort report as data, from what was tallied; `report_page` makes it readable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from veinway.engine.tally import Count, RuleTally
from veinway.language import Score, Step, Table
from veinway.language.knowledge import Knowledge
from veinway.show.citations import cite_json

Answer = dict[str, Any]
MOST_MISSING = 5
_KINDS = {"steps": Step, "tables": Table, "scores": Score}


def report_answer(
    knowledge: Knowledge,
    found: Sequence[RuleTally],
    counts: Mapping[str, int],
    about: Mapping[str, str],
) -> Answer:
    """The report as data.

    counts: persons, persons_with_episode, episodes, subjects. about: at, source, profile and the like.
    The caller adds the problems, which only the reading of the files knows.
    """
    by_kind = {
        name: [_rule(knowledge, tally) for tally in found if isinstance(tally.rule, kind)]
        for name, kind in _KINDS.items()
    }
    return {"edition": knowledge.edition, **about, **counts, **by_kind}


def _rule(knowledge: Knowledge, tally: RuleTally) -> Answer:
    rule = tally.rule
    labels = _labels(rule)
    return {
        "key": rule.key,
        "label": rule.label,
        "source": cite_json(rule.source),
        "presumed": _reading(tally.readings["presumed"], labels),
        "strict": _reading(tally.readings["strict"], labels),
        "decided_by_presumption": tally.by_presumption,
        "undecided": tally.undecided,
        "missing": [
            {"key": key, "label": _label_of(knowledge, key), "subjects": count}
            for key, count in tally.missing.most_common(MOST_MISSING)
            if count
        ],
        "deciding": _deciding(knowledge, tally),
    }


def _deciding(knowledge: Knowledge, tally: RuleTally) -> Answer:
    """Of a sample of the undecided: whom knowing one more datum would decide, or may decide."""
    found = tally.tried.best()[:MOST_MISSING]
    data = [
        {"key": d.of.key, "label": _label_of(knowledge, d.of.key), "would": d.would, "may": d.may}
        for d in found
    ]
    return {"sample": tally.tried.undecided, "data": data}


def _labels(rule: Score | Table | Step) -> dict[str, str]:
    if isinstance(rule, Score):
        return {band.key: band.label for band in rule.bands}
    table = rule.conclusion if isinstance(rule, Step) else rule
    return {outcome.key: outcome.text for outcome in table.outcomes}


def _label_of(knowledge: Knowledge, key: str) -> str:
    if key in knowledge.events:
        return f"{knowledge.events[key].label}: none recorded, and none excluded"
    return knowledge.facts[key].label


def _reading(count: Count, labels: Mapping[str, str]) -> Answer:
    answer: Answer = {
        "decided": count.decided,
        "not_computable": count.not_computable,
        "needs_clinician": count.needs_clinician,
        "outcomes": [
            {"key": key, "label": label, "certain": count.certain[key], "possible": count.possible[key]}
            for key, label in labels.items()
        ],
    }
    if count.applies:
        answer["applies"] = {key: count.applies[key] for key in ("yes", "no", "unknown")}
    return answer
