"""What a service's report measures, as data: of whom, what meets it, on whose authority."""

from __future__ import annotations

from typing import Any

from veinway.care.knowledge import KNOWLEDGE
from veinway.care.quality.in_report import LEFT_OUT
from veinway.care.service_measures import GROUPS
from veinway.language import Table
from veinway.language.expressions import Expression, IsOneOf
from veinway.language.service_measures import ServiceMeasure
from veinway.show.citations import cite_json
from veinway.show.words import outline, phrase

Answer = dict[str, Any]
NOTICE = (
    "For the people who run a service, and for clinicians who look after its quality. A number has two "
    "ends: what is certain, and what is possible where records are incomplete. Nobody is left out "
    "because a date or a code is missing. Measures that are local choices have not been signed off by a "
    "clinician."
)


def measures_answer(edition: str) -> Answer:
    """Every measure, group by group, and what is on purpose none."""
    return {
        "edition": edition,
        "groups": [
            {
                "key": group.key,
                "label": group.label,
                "measures": [_measure(each) for each in group.measures],
            }
            for group in GROUPS
        ],
        "left_out": [
            {
                "key": each.key,
                "label": each.label,
                "because": each.because,
                "source": cite_json(each.source),
            }
            for each in LEFT_OUT
        ],
        "notice": NOTICE,
    }


def _measure(measure: ServiceMeasure) -> Answer:
    said = {
        "of": _lines(measure.of),
        "met": None if measure.met is None else _met(measure.met),
        "value": None if measure.value is None else phrase(measure.value),
        "dated": None if measure.dated is None else phrase(measure.dated),
    }
    if KNOWLEDGE.chapter(measure.chapter).episodes[0].index == "at":
        said = {name: _at_the_end(words) for name, words in said.items()}
    return {
        "key": measure.key,
        "label": measure.label,
        "kind": measure.kind,
        "chapter": measure.chapter,
        "better": measure.better or None,
        **said,
        "source": cite_json(measure.source),
    }


def _at_the_end(words: Any) -> Any:
    """A report looks at treatments on the last day of its period, from which look-backs count."""
    if isinstance(words, str):
        return words.replace("the first suspicion", "the end of the period")
    return None if words is None else [_at_the_end(each) for each in words]


def _met(expression: Expression) -> list[str]:
    """The numerator; of a step, the rows of its table that count: the first that holds speaks."""
    if not (isinstance(expression, IsOneOf) and isinstance(expression.choice, Table)):
        return _lines(expression)
    lines = [phrase(expression), "which is so by"]
    for number, row in enumerate(expression.choice.rows, start=1):
        if row.then.key in expression.options:
            name = f"  row {number}, {row.id}" if row.id else f"  row {number}"
            lines.append(f"{name}: no other row holds" if row.when is None else f"{name}:")
            lines += [] if row.when is None else _lines(row.when, 2)
    return lines


def _lines(expression: Expression, deep: int = 0) -> list[str]:
    """A condition as lines, what is part of a condition above it with spaces before it."""
    return [f"{'  ' * (depth + deep)}{words}" for depth, words in outline(expression)]
