"""What can be known, as JSON: the answer of `veinway facts`."""

from __future__ import annotations

from typing import Any

from veinway.language import Choice, DateFact, Event, Fact, Measure, YesNo
from veinway.language.knowledge import Knowledge, facts_of
from veinway.language.parameters import Parameter
from veinway.language.values import Interval
from veinway.show.citations import cite_json
from veinway.show.values import day_words, number_json

Answer = dict[str, Any]

_KINDS = {YesNo: "yes/no", Choice: "choice", Measure: "measure", DateFact: "date"}


def fact_kind(fact: Fact) -> str:
    """yes/no, choice, measure or date."""
    return _KINDS[type(fact)]


def facts_answer(knowledge: Knowledge) -> Answer:
    """Everything that can be known: facts, events with their attributes, and site parameters."""
    needs = {key: {fact.key for fact in facts_of(rule)} for key, rule in knowledge.rules.items()}
    facts = []
    for key, fact in sorted(knowledge.facts.items()):
        users = sorted(rule for rule, needed in needs.items() if key in needed)
        facts.append({**fact_json(fact), "used_by": users})
    return {
        "edition": knowledge.edition,
        "facts": facts,
        "events": [event_json(event) for _, event in sorted(knowledge.events.items())],
        "parameters": [parameter_json(part) for _, part in sorted(knowledge.parameters.items())],
    }


def fact_json(fact: Fact) -> Answer:
    """One fact as it is defined."""
    answer: Answer = {
        "key": fact.key,
        "kind": fact_kind(fact),
        "label": fact.label,
        "ask": fact.ask,
        "cost": fact.cost.name.lower().replace("_", " "),
        "source": cite_json(fact.source),
        "silence": None,
    }
    if fact.tell:
        answer["tell"] = fact.tell
    if fact.silence is not None:
        silence = fact.silence
        answer["silence"] = {
            "value": silence.value,
            "because": silence.because,
            "source": cite_json(silence.source),
        }
    return answer | _fact_shape(fact)


def _fact_shape(fact: Fact) -> Answer:
    match fact:
        case Measure():
            shape: Answer = {
                "unit": fact.symbol,
                "step": number_json(fact.step),
                "domain": _ends(fact.domain),
                "plausible": _ends(fact.plausible),
            }
            shape |= {"also": [unit for unit, _ in fact.also]} if fact.also else {}
            return shape | ({"or_never": True} if fact.or_never else {})
        case Choice():
            return {"options": [{"key": o.key, "label": o.label} for o in fact.options]}
        case DateFact():
            return {"earliest": day_words(fact.earliest), "latest": day_words(fact.latest)}
    return {}


def _ends(interval: Interval) -> Answer:
    return {"low": number_json(interval.low), "high": number_json(interval.high)}


def event_json(event: Event) -> Answer:
    """One kind of event; its attributes are facts about one event."""
    return {
        "key": event.key,
        "label": event.label,
        "ask": event.ask,
        "attributes": [fact_json(attribute) for attribute in event.attributes],
        "source": cite_json(event.source),
    }


def parameter_json(part: Parameter) -> Answer:
    """One number that a site profile may set."""
    return {
        "key": part.key,
        "label": part.label,
        "unit": part.symbol,
        "step": number_json(part.step),
        "permitted": _ends(part.permitted),
        "default": number_json(part.default),
        "source": cite_json(part.source),
    }
