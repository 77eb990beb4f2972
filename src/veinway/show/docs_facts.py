"""docs/facts.md: everything that can be known of a patient."""

from __future__ import annotations

from collections.abc import Iterator

from veinway.language.knowledge import Knowledge
from veinway.show.json_facts import facts_answer
from veinway.show.markdown import Answer, bullets, cited, page, table
from veinway.show.values import unit_words

_INTRODUCTION = """\
What can be known, from one definition each. A fact that is not given is unknown, never "no", unless
*if not recorded* says otherwise. `domain` is what is possible at all (anything else is an error);
outside `plausible` a value is kept and flagged."""


def facts_page(knowledge: Knowledge) -> str:
    """All facts, then events, then what a site may set."""
    answer = facts_answer(knowledge)
    kinds = [(f"[{f['key']}](#{f['key']})", f["label"], _kind(f), f["cost"]) for f in answer["facts"]]
    return page(
        "Facts",
        _INTRODUCTION,
        table(["fact", "what it says", "kind", "to find out"], kinds),
        "## Each fact",
        *(_fact(fact) for fact in answer["facts"]),
        "## Events",
        "Things that happen, many to a patient, each with a date and with attributes of its own.",
        *(_event(event) for event in answer["events"]),
        "## What a site may set",
        _parameters(answer["parameters"]),
    )


def _kind(fact: Answer) -> str:
    if "unit" in fact:
        return unit_words(fact["unit"]) or "number"
    return f"{len(fact['options'])} options" if "options" in fact else str(fact["kind"])


def _fact(fact: Answer) -> str:
    return f"### {fact['key']}\n\n{bullets(_lines(fact))}"


def _lines(fact: Answer) -> Iterator[str]:
    yield f"{fact['label']}. {cited(fact['source'])}"
    yield f"To a clinician: {fact['ask']}"
    if "tell" in fact:
        yield f"To a patient: {fact['tell']}"
    if "unit" in fact:
        domain, likely = fact["domain"], fact["plausible"]
        yield (
            f"In {unit_words(fact['unit']) or 'plain numbers'}, in steps of {fact['step']}; "
            f"domain {domain['low']} to {domain['high']}, plausible {likely['low']} to {likely['high']}"
        )
    if "also" in fact:
        yield f"Also understood in {', '.join(fact['also'])}"
    if "options" in fact:
        yield "; ".join(f"`{option['key']}` {option['label']}" for option in fact["options"])
    silence = fact["silence"]
    yield (
        f"If not recorded: {silence['value']}, because {silence['because']}"
        if silence
        else ("If not recorded: unknown")
    )
    if fact["used_by"]:
        rules = (f"[{key}](rules.md#{key})" for key in fact["used_by"])
        yield f"Used by {', '.join(rules)}"


def _event(event: Answer) -> str:
    lines = [f"{event['label']}. {cited(event['source'])}", f"To a clinician: {event['ask']}"]
    lines += [f"`{part['key']}`: {part['label']}" for part in event["attributes"]]
    return f"### {event['key']}\n\n{bullets(lines)}"


def _parameters(parameters: list[Answer]) -> str:
    rows = [
        (
            f"`{part['key']}`",
            part["label"],
            f"{part['default']} {unit_words(part['unit'])}",
            f"{part['permitted']['low']} to {part['permitted']['high']}",
            cited(part["source"]),
        )
        for part in parameters
    ]
    return table(["parameter", "what it is", "default", "permitted", "source"], rows)
