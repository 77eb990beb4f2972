"""`veinway facts`, `veinway rules` and `veinway explain`: the knowledge itself."""

from __future__ import annotations

from typing import Any

from veinway.commands.output import FINE, shipped_knowledge, write_document
from veinway.language.errors import InputError, did_you_mean


def facts(*, as_json: bool) -> int:
    """Everything that can be known."""
    from veinway.show.json_facts import facts_answer

    answer = facts_answer(shipped_knowledge())
    if as_json:
        write_document(answer)
    else:
        from veinway.show.rule_pages import facts_page
        from veinway.show.terminal import print_page

        print_page(facts_page(answer))
    return FINE


def rules(*, status: bool, as_json: bool) -> int:
    """Every rule, or their status: counts, coverage, and all that a clinician still has to sign."""
    from veinway.show.json_rules import rules_answer

    knowledge = shipped_knowledge()
    answer = rules_answer(knowledge)
    if status:
        from veinway.show.status import status_answer

        answer["status"] = status_answer(knowledge)
    if as_json:
        write_document(answer)
    else:
        from veinway.show.rule_pages import rules_page, signatures_page
        from veinway.show.terminal import print_page

        print_page(signatures_page(answer) if status else rules_page(answer))
    return FINE


def explain(key: str, *, as_json: bool) -> int:
    """One rule, fact, event or parameter in words."""
    from veinway.show.explain_page import explain_page
    from veinway.show.terminal import print_page

    answer = _explained(key)
    if as_json:
        write_document(answer)
    else:
        print_page(explain_page(answer))
    return FINE


def _explained(key: str) -> dict[str, Any]:
    from veinway.show.json_facts import event_json, fact_json, parameter_json
    from veinway.show.json_rules import explain_answer

    knowledge = shipped_knowledge()
    edition: dict[str, Any] = {"edition": knowledge.edition}
    if key in knowledge.rules:
        return explain_answer(knowledge, knowledge.rules[key])
    if key in knowledge.facts:
        return edition | fact_json(knowledge.facts[key])
    if key in knowledge.events:
        return edition | {"kind": "event"} | event_json(knowledge.events[key])
    if key in knowledge.parameters:
        return edition | {"kind": "parameter"} | parameter_json(knowledge.parameters[key])
    names = [*knowledge.rules, *knowledge.facts, *knowledge.events, *knowledge.parameters]
    raise InputError(
        "I201",
        f"There is no rule or fact {key!r}.",
        todo=did_you_mean(key, names, 3) or "`veinway rules` lists the rules.",
    )
