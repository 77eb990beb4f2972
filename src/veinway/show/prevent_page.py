"""Prevention on a terminal: for each occasion score, advice by source, doses, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from veinway.engine.assessment import StepReading, TableReading
from veinway.engine.finding import StepFinding, TableFinding
from veinway.engine.planning import Option, PhasePlan
from veinway.language import Direction, Row, Step, Table
from veinway.language.values import Truth
from veinway.records.problems import Problem
from veinway.show.citations import cite_words
from veinway.show.compare_words import guideline_words
from veinway.show.dose_words import dose_words, lasting
from veinway.show.prevent_parts import Prevention, Section
from veinway.show.text_actions import plan as plan_lines
from veinway.show.text_parts import clock, indented, notice, section
from veinway.show.text_scores import question_grid, score_in_full
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
            yield from score_in_full(reading)
    yield section("What is said of it")
    for step in each.part.steps:
        if step.found.applies is Truth.YES:
            yield from _step(step)
    for step in each.part.steps:
        if step.found.applies is Truth.YES:
            yield from (indented(line) for line in plan_lines(step.found, time_zone))
    yield from _tables(each.part.tables)
    yield from _medicines(each.options)
    if each.missing:
        yield section("What is missing")
        yield question_grid(each.missing)


# What each source says ----------------------------------------------------------------------------


def _step(reading: StepReading) -> Iterator[RenderableType]:
    found = reading.found
    step, conclusion = found.of, found.conclusion
    assert isinstance(step, Step)
    assert conclusion is not None
    who = guideline_words(step.guideline)
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
    cites = dict.fromkeys(cite_words(row.cite) for row in conclusion.rows if row.then is outcome)
    return line.append(f"  {'; '.join(cites)}", style="dim")


def _tables(readings: Sequence[TableReading]) -> Iterator[RenderableType]:
    for reading in readings:
        found, table = reading.found, reading.found.of
        assert isinstance(table, Table)
        if table.hit == "collect":
            rows = [_row("·", row, named=True) for row in found.rows]
        else:
            rows = [_row("·", row) for row in found.rows if found.decided]
            rows += [_row("⋯ meanwhile:", row) for row in found.meanwhile if not found.decided]
        if rows:
            yield section(table.label)
            yield from rows


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
        line.append("no dose yet", style="yellow")
    else:
        line.append("not decided: " + " or ".join(o.text.rstrip(".") for o in part.may_be[:4]), "yellow")
    return line.append(f", {lasting(part.phase)}  {cite_words(part.phase.source)}", style="dim")


# What may concern the person, and risk factors ------------------------------------------------------


def _may_concern(sections: Sequence[Section]) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for each in sections:
        asked = each.missing[:2]
        words = " ".join(part.of.ask for part in asked)
        lines.append(Text.assemble(("? ", "bold yellow"), (f"{each.occasion.label}: ", "bold"), words))
    return [section("May concern this person, once more is known"), *lines] if lines else []


def _risk_factors(readings: Sequence[TableReading]) -> list[RenderableType]:
    lines = [_row("·", row, named=True) for reading in readings for row in reading.found.rows]
    return [section("Risk factors that are known"), *lines] if lines else []
