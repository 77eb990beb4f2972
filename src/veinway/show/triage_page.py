"""Public triage on a terminal and as JSON: what to do first, then why, then what to watch for."""

from __future__ import annotations

from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from veinway.care.triage import words
from veinway.engine.urgency import rank
from veinway.language import Fact, Row, Tag
from veinway.show.citations import cite_json, cite_words
from veinway.show.text_parts import indented, section
from veinway.show.triage_words import Advice, Country, beside, call_at_once, warning_signs, what_to_do

Answer = dict[str, Any]
_STYLES = {60: "bold white on red", 30: "bold yellow", 10: "bold green"}
"""By the lowest rank that it is for."""


def triage_page(advice: Advice, edition: str, heading: str = "") -> RenderableType:
    """The whole page of one person."""
    head, more = what_to_do(advice)
    style = next(style for least, style in _STYLES.items() if rank(advice.urgency.do) >= least)
    instruction = Text.assemble((head, style), "\n", more)
    parts: list[RenderableType] = [Text(heading, style="bold")] if heading else []
    parts.append(Panel(instruction, padding=(1, 2)))
    parts += [Padding(Text(text, style="bold"), (1, 0, 0, 0)) for text in beside(advice)]
    parts += _not_known(advice)
    if reasons := _reasons(advice):
        parts += [section("Why"), *map(_why, reasons)]
    parts += [section(call_at_once(advice)), *(Text(f"! {s}") for s in warning_signs(advice))]
    parts += [Padding(Text(words.CALL_BACK), (1, 0, 0, 0)), Text(words.NO_VERDICT)]
    parts.append(Padding(Text(_about(advice, edition), style="italic dim"), (1, 0, 0, 0)))
    return Group(*parts)


def _not_known(advice: Advice) -> list[RenderableType]:
    if not advice.reason:
        return []
    if not advice.unanswered:
        return [Padding(Text(words.NOT_ENOUGH_KNOWN), (1, 0, 0, 0))]
    asked = [indented(Text(f"? {fact.tell}")) for fact in advice.unanswered]
    return [Padding(Text(advice.country.say(words.NOT_KNOWN), style="bold"), (1, 0, 0, 0)), *asked]


def _reasons(advice: Advice) -> tuple[Row, ...]:
    """The rules that hold, and the one that stands in where an answer is missing."""
    found = advice.urgency
    waiting = found.meanwhile if advice.reason == "unknown_red_flag" else None
    return (*found.matched, *([waiting] if waiting is not None else []))


def _why(row: Row) -> RenderableType:
    return Text.assemble(f"· {words.WHY[row.id]}", (f"  {row.id}, {cite_words(row.cite)}", "dim"))


def _about(advice: Advice, edition: str) -> str:
    where = advice.country
    said = (
        f"Words for {where.name}"
        if where.code
        else "Your country is not known (--country names it), and numbers differ"
    )
    if any(cite.tag is Tag.UNCONFIRMED for cite in where.cites):
        said += " (numbers from general knowledge, not confirmed)"
    return f"{words.FOR_WHOM} {said}. Knowledge edition {edition}."


# As JSON ----------------------------------------------------------------------------------------


def triage_answer(id_: str, advice: Advice, edition: str) -> Answer:
    """The same as data; nothing is in it that is not in the advice."""
    found = advice.urgency
    head, more = what_to_do(advice)
    return {
        "id": id_,
        "edition": edition,
        "disposition": found.do.key,
        "timing": found.do.timing,
        "what_to_do": head,
        "more": more,
        "beside": list(beside(advice)),
        "decided": found.decided,
        "at_least": found.at_least.key,
        "at_most": found.at_most.key,
        "reason": advice.reason or None,
        "matched": [_row(row) for row in _reasons(advice)],
        "not_excluded": [_row(row) for row in found.not_excluded],
        "unanswered": [_question(fact) for fact in advice.unanswered],
        "open": [fact.key for fact in advice.open],
        "vital_signs_presumed": advice.presumed,
        "country": _country(advice.country),
        "call_at_once_if": list(warning_signs(advice)),
        "call_back": words.CALL_BACK,
        "no_verdict": words.NO_VERDICT,
        "notice": words.FOR_WHOM,
    }


def _row(row: Row) -> Answer:
    return {
        "id": row.id,
        "disposition": row.then.key,
        "why": words.WHY[row.id],
        "source": cite_json(row.cite),
    }


def _country(where: Country) -> Answer:
    return {
        "code": where.code or None,
        "name": where.name,
        "emergency": where.emergency,
        "department": where.department,
        "advice_line": where.advice_line,
        "doctor": where.doctor,
        "sources": [cite_json(cite) for cite in where.cites],
    }


def _question(fact: Fact) -> Answer:
    return {"fact": fact.key, "ask": fact.tell}
