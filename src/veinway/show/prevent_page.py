"""Prevention on a terminal: for each occasion score, advice by source, doses, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from veinway.engine.assessment import StepReading, TableReading
from veinway.engine.finding import ScoreFinding, StepFinding, TableFinding
from veinway.engine.planning import Option, PhasePlan
from veinway.language import Direction, Row, Score, Step, Table
from veinway.language.values import Truth
from veinway.records.problems import Problem
from veinway.show.citations import cite_words
from veinway.show.dose_words import dose_words, lasting
from veinway.show.json_scores import item_label
from veinway.show.prevent_parts import CAUSES, Prevention, Section
from veinway.show.text_actions import open_now
from veinway.show.text_actions import plan as plan_lines
from veinway.show.text_parts import clock, indented, notice, section
from veinway.show.text_scores import question_grid, verdict
from veinway.show.values import number_words
from veinway.show.words import phrase

_SIGNS = {Direction.ESCALATES: "!", Direction.COMMITS: "→", Direction.NEUTRAL: "·"}
MOST_OPEN = 4
"""So many outcomes of an undecided question are written out."""


def prevent_page(
    name: str, made: Prevention, time_zone: str, profile: str = "", problems: Sequence[Problem] = ()
) -> RenderableType:
    """The whole page of one person."""
    at = clock(made.assessment.situation.at_minute, time_zone)
    parts: list[RenderableType] = [
        Text.assemble((f" Preventing a clot, {name} ", "bold reverse"), (f"  at {at}", "dim"))
    ]
    parts += [Text(f"⚠ {p.where}: {p.what} [{p.code}]", style="yellow") for p in problems]
    certain = [each for each in made.sections if each.applies is Truth.YES]
    parts += [part for each in certain for part in _in_full(each, time_zone)]
    if not certain:
        parts.append(Text("Nothing that is known brings this person to prevention.", style="bold"))
    parts += _may_concern([each for each in made.sections if each.applies is not Truth.YES])
    parts += _risk_factors(made.risk_factors)
    parts.append(notice(made.knowledge.edition, profile))
    return Group(*parts)


def _in_full(each: Section, time_zone: str) -> Iterator[RenderableType]:
    yield Padding(Rule(Text(each.occasion.label, style="bold cyan"), style="cyan"), (1, 0, 0, 0))
    for reading in each.part.scores:
        if reading.found.applies is Truth.YES:
            yield from _score(reading.found)
    yield section("What is said of it")
    for step in each.part.steps:
        if step.found.applies is Truth.YES:
            yield from _step(step)
    for step in each.part.steps:
        if step.found.applies is Truth.YES and open_now(step.found):
            yield from (indented(line) for line in plan_lines(step.found, time_zone))
    yield from _tables(each.part.tables)
    yield from _medicines(each.options)
    if each.missing:
        yield section("What is missing")
        yield question_grid(each.missing)


# Scores -------------------------------------------------------------------------------------------


def _score(found: ScoreFinding) -> Iterator[RenderableType]:
    """The total, then what counts or may count; the items that are no are only numbered."""
    score = found.of
    assert isinstance(score, Score)
    yield section(score.label)
    yield Text.assemble(verdict(found), (f"  {cite_words(score.source)}", "dim"))
    counts = [item for item in found.items if not item.points.known or item.points.low]
    for item in counts:
        words = number_words(item.points.low)
        sign = ("● ", "bold green")
        if not item.points.known:
            sign, words = ("? ", "bold yellow"), f"{words} or {number_words(item.points.high)}"
        yield indented(Text.assemble(sign, f"{words}  {item_label(item)}"))
    rest = len(found.items) - len(counts)
    if rest:
        others = "the other items" if counts else "all items"
        yield indented(Text(f"○ no: {others} ({rest})", style="blue"))
    if score.warning:
        yield indented(Text(f"Beware: {score.warning}", style="yellow"))


# What each source says ----------------------------------------------------------------------------


def _step(reading: StepReading) -> Iterator[RenderableType]:
    found = reading.found
    step, conclusion = found.of, found.conclusion
    assert isinstance(step, Step)
    assert conclusion is not None
    who = step.label
    if found.decided or conclusion.needs_clinician:
        yield _decided(who, found, conclusion)
        return
    shorts = dict.fromkeys(outcome.short or outcome.text for outcome in conclusion.outcomes)
    more = f" or {len(shorts) - MOST_OPEN} more" if len(shorts) > MOST_OPEN else ""
    said = " or ".join(list(shorts)[:MOST_OPEN])
    yield Text.assemble(("? ", "bold yellow"), (f"{who}: ", "bold"), f"not decided: {said}{more}")
    for row in conclusion.meanwhile:
        yield indented(_row("⋯ meanwhile:", row))


def _decided(who: str, found: StepFinding, conclusion: TableFinding) -> Text:
    outcome = conclusion.outcomes[0]
    line = Text.assemble((f"{_SIGNS[outcome.direction]} ", "bold green"), (f"{who}: ", "bold"))
    if conclusion.needs_clinician:
        line.append("unconfirmed, needs a clinician: ", style="bold yellow")
    line.append(outcome.text)
    if found.decided_by_presumption:
        line.append(" (by presumption)", style="magenta")
    rows = [row for row in conclusion.rows if row.then is outcome]
    if isinstance(conclusion.of, Table) and conclusion.of.hit == "worst":
        line.append("".join(f" ({phrase(row.when)})" for row in rows if row.when is not None))
    cites = dict.fromkeys(cite_words(row.cite) for row in rows)
    return line.append(f"  {'; '.join(cites)}", style="dim")


def _tables(readings: Sequence[TableReading]) -> Iterator[RenderableType]:
    for reading in readings:
        found, table = reading.found, reading.found.of
        assert isinstance(table, Table)
        if table.hit == "collect":
            rows = _collected(found)
        else:
            rows = [_row("·", row) for row in found.rows if found.decided]
            rows += [_row("⋯ meanwhile:", row) for row in found.meanwhile if not found.decided]
        if rows:
            yield section(table.label)
            yield from rows


def _collected(found: TableFinding) -> list[Text]:
    """What certainly holds; what may hold is only numbered, since its facts are asked for elsewhere."""
    rows = [_row("●", row, named=True) for row in found.certain]
    open_ = len(found.rows) - len(found.certain)
    return [*rows, Text(f"? not known: {open_} more", style="bold yellow")] if open_ else rows


def _row(sign: str, row: Row, *, named: bool = False) -> Text:
    text = row.then.text
    if named and row.id and row.id != row.then.key and row.when is not None:
        text = f"{text.rstrip('.')}: {phrase(row.when)}"
    return Text.assemble((f"{sign} ", "bold"), text, (f"  {cite_words(row.cite)}", "dim"))


# Medicines ----------------------------------------------------------------------------------------


def _medicines(options: Sequence[Option]) -> Iterator[RenderableType]:
    if not options:
        return
    yield section("Medicines that it names, and how much is considered")
    for option in options:
        sign, style = ("●", "bold green") if option.offered else ("?", "bold yellow")
        if option.refused:
            sign, style = "○", "blue"
        words = option.verdict.outcomes[0].short if option.verdict.decided else "cannot be said yet"
        yield Text.assemble((f"{sign} {option.drug.label}", style), f"  {words}")
        reasons = (reason for reason in option.reasons if reason.row.when is not None)
        for reason in reasons:
            yield indented(
                Text.assemble(reason.row.id or "", (f"  {cite_words(reason.row.cite)}", "dim"))
            )
        if not option.refused:
            yield from (indented(_phase(part)) for part in option.phases)


def _phase(part: PhasePlan) -> Text:
    line = Text.assemble((f"{part.phase.label}: ", "bold"))
    if part.given is not None:
        line.append(dose_words(part.given, part.amount))
    elif len(part.may_be) == 1:
        line.append(f"not confirmed, needs a clinician: {part.may_be[0].text.rstrip('.')}", "yellow")
    else:
        line.append("not decided: " + " or ".join(o.text.rstrip(".") for o in part.may_be[:4]), "yellow")
    return line.append(f", {lasting(part.phase)}  {cite_words(part.phase.source)}", style="dim")


# What may concern the person, and risk factors ------------------------------------------------------


def _may_concern(sections: Sequence[Section]) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for each in sections:
        asked = each.missing[:2]
        words = " ".join(part.of.ask for part in asked)
        if each.occasion.key != CAUSES:
            lines.append(
                Text.assemble(("? ", "bold yellow"), (f"{each.occasion.label}: ", "bold"), words)
            )
    return [section("May concern this person, once more is known"), *lines] if lines else []


def _risk_factors(readings: Sequence[TableReading]) -> list[RenderableType]:
    lines = [_row("●", row, named=True) for reading in readings for row in reading.found.certain]
    return [section("Risk factors that are known"), *lines] if lines else []
