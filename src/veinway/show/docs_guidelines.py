"""docs/guidelines.md: what each guideline answers to each question, side by side, from the rules."""

from __future__ import annotations

from collections.abc import Iterator

from veinway.language import Cite, Question, Step, Strength, YesNoExpression
from veinway.language.knowledge import Knowledge
from veinway.show.citations import cite_json
from veinway.show.compare_words import (
    act_words,
    guideline_words,
    short_outcome,
    window_words,
)
from veinway.show.markdown import cited, page, table
from veinway.show.words import phrase

_INTRODUCTION = """\
Each question of the pathway, and what each guideline answers. A cell holds the few words of the
outcomes and acts that its step knows; the tables below say when each of them is meant, how strongly, by
when, and on which place it rests. *Says nothing* was looked up and not found; **–** is not modelled.
`veinway compare CASE` shows the same for one patient, with what differs for that patient."""
LONGEST_CONDITION = 220
_MOST_IN_A_CELL = 6
_ORDER = ("nice", "qs", "cks", "esc", "aha", "ash", "esvs", "chest", "rcog", "veinway")


def guidelines_page(knowledge: Knowledge) -> str:
    """An overview of questions and guidelines, then each question with its conditions."""
    columns = columns_of(knowledge)
    asked = list(knowledge.questions.values())
    overview = [
        (_link(each), *(_cell(knowledge, each, guideline) for guideline in columns)) for each in asked
    ]
    return page(
        "Guidelines side by side",
        _INTRODUCTION,
        table(["question", *map(guideline_words, columns)], overview),
        *(_question(knowledge, each) for each in asked),
    )


def columns_of(knowledge: Knowledge) -> list[str]:
    """Every guideline that answers or is known to be silent, in a fixed order."""
    silent = {each.guideline for asked in knowledge.questions.values() for each in asked.silent}
    found = {*knowledge.guidelines, *silent}
    return [*(g for g in _ORDER if g in found), *sorted(found.difference(_ORDER))]


def _link(asked: Question) -> str:
    return f"[{asked.label}](#{asked.key})"


def _cell(knowledge: Knowledge, asked: Question, guideline: str) -> str:
    steps = [step for step in knowledge.answers(asked) if step.guideline == guideline]
    if steps:
        words = list(dict.fromkeys(word for step in steps for word in _words(step)))
        more = f"; {len(words) - _MOST_IN_A_CELL} more" if len(words) > _MOST_IN_A_CELL else ""
        return "; ".join(words[:_MOST_IN_A_CELL]) + more
    silent = any(each.guideline == guideline for each in asked.silent)
    return "says nothing" if silent else "–"


def _words(step: Step) -> Iterator[str]:
    """The few words of each outcome; then the acts of the plan that no outcome stands for."""
    for outcome in step.conclusion.outcomes:
        if not outcome.silent:
            yield short_outcome(outcome)
    concluded = {outcome.action for outcome in step.conclusion.outcomes}
    for action in step.plan:
        if action.act not in concluded:
            yield act_words(action.act)


# One question -------------------------------------------------------------------------------------


def _question(knowledge: Knowledge, asked: Question) -> str:
    rows = [row for step in knowledge.answers(asked) for row in _rows(step)]
    silent = [f"{guideline_words(s.guideline)}: {cited(cite_json(s.cite))}" for s in asked.silent]
    headings = ["guideline", "says", "when", "by when", "strength", "where"]
    parts = [f"## {asked.key}", asked.label, table(headings, rows)]
    if silent:
        parts.append("Says nothing: " + "; ".join(silent) + ".")
    return "\n\n".join(parts)


def _rows(step: Step) -> Iterator[tuple[str, ...]]:
    name = f"[{guideline_words(step.guideline)}](rules.md#{step.key})"
    for row in step.conclusion.rows:
        outcome = row.then
        said = f"*says nothing:* {outcome.text}" if outcome.silent else outcome.text
        strength = "" if outcome.silent else _strength(outcome.strength)
        condition = _condition(step, row.when)
        yield name, said, condition, outcome.timing, strength, _place(row.cite)
    for action in step.plan:
        due = window_words(action.due) if action.due is not None else ""
        condition = _condition(step, action.when)
        yield name, action.text, condition, due, _strength(action.strength), _place(action.cite)


def _condition(step: Step, when: YesNoExpression | None) -> str:
    """When it is meant; a long condition is read in the rule itself."""
    if when is None:
        return "otherwise"
    words = phrase(when)
    return words if len(words) <= LONGEST_CONDITION else f"see [{step.key}](rules.md#{step.key})"


def _strength(strength: Strength) -> str:
    return "" if strength is Strength.STATEMENT else strength.value


def _place(cite: Cite) -> str:
    return cited(cite_json(cite))
