"""Prevention on a terminal: for each occasion score, advice by source, doses, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from veinway.engine.assessment import StepReading, TableReading
from veinway.engine.finding import ScoreFinding
from veinway.engine.planning import Option
from veinway.language import Score
from veinway.language.values import Truth
from veinway.records.problems import Problem
from veinway.show.citations import cite_words
from veinway.show.json_scores import item_label
from veinway.show.prevent_parts import CAUSES, OCCASIONS, Prevention, Section
from veinway.show.prevent_words import Dosed, Line, listed_in, medicine_of, named_row, said_of
from veinway.show.text_actions import open_now
from veinway.show.text_actions import plan as plan_lines
from veinway.show.text_parts import clock, indented, notice, section
from veinway.show.text_scores import question_grid, verdict
from veinway.show.values import number_words


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
        parts += _nothing_brings()
    parts += _may_concern([each for each in made.sections if each.applies is not Truth.YES])
    parts += _risk_factors(made.risk_factors)
    parts.append(notice(made.knowledge.edition, profile))
    return Group(*parts)


def _nothing_brings() -> list[RenderableType]:
    """That nothing does, and which facts of a file would."""
    told = ", ".join(each.told for each in OCCASIONS if each.told)
    return [
        Text("Nothing that is known brings this person to prevention.", style="bold"),
        Text(
            f"A facts file says what does, such as `{OCCASIONS[0].told}: true`; or one of {told}.", "dim"
        ),
    ]


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
        yield question_grid(each.missing, each.presumed)


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
    said = said_of(reading)
    settled = said.decided or said.unconfirmed
    style = "bold green" if settled else "bold yellow"
    line = Text.assemble((f"{said.sign} ", style), (f"{said.who}: ", "bold"))
    if said.unconfirmed:
        line.append("unconfirmed, needs a clinician: ", style="bold yellow")
    line.append(said.text if settled else f"not decided: {said.text}")
    if said.presumed:
        line.append(" (by presumption)", style="magenta")
    yield line.append(f"  {said.source}", style="dim") if settled else line
    yield from (indented(_line(each)) for each in said.besides)


def _tables(readings: Sequence[TableReading]) -> Iterator[RenderableType]:
    for listed in filter(None, map(listed_in, readings)):
        yield section(listed.label)
        yield from map(_line, listed.lines)
        if listed.open:
            words = f"not known: {listed.open} more" if listed.lines else "nothing certain yet"
            more = "" if listed.lines else f" (not known: {listed.open})"
            yield Text(f"? {words}{more}", style="bold yellow")


def _line(line: Line) -> Text:
    return Text.assemble((f"{line.sign} ", "bold"), line.text, (f"  {line.source}", "dim"))


# Medicines ----------------------------------------------------------------------------------------

_LOOKS = {"offered": ("●", "bold green"), "open": ("?", "bold yellow"), "refused": ("○", "blue")}


def _medicines(options: Sequence[Option]) -> Iterator[RenderableType]:
    if options:
        yield section("Medicines that it names, and how much is considered")
    for medicine in map(medicine_of, options):
        sign, style = _LOOKS[medicine.standing]
        yield Text.assemble((f"{sign} {medicine.label}", style), f"  {medicine.words}")
        yield from (indented(_line(reason)) for reason in medicine.reasons)
        yield from (indented(_phase(part)) for part in medicine.phases)


def _phase(part: Dosed) -> Text:
    style = "" if part.settled else "yellow"
    line = Text.assemble((f"{part.label}: ", "bold"), (part.dose, style))
    return line.append(f", {part.lasts}  {part.source}", style="dim")


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
    lines = [_line(named_row(row)) for reading in readings for row in reading.found.certain]
    return [section("Risk factors that are known"), *lines] if lines else []
