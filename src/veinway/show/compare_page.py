"""How guidelines compare, on a terminal: question by question what each says, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from veinway.engine.compare import Comparison, Verdict
from veinway.engine.finding import ActionFinding
from veinway.engine.positions import Claim, Position, Stance
from veinway.language.values import Situation
from veinway.records.problems import Problem
from veinway.show.citations import cite_words
from veinway.show.compare_words import (
    cites_of,
    difference_lines,
    guideline_words,
    said_words,
    strength_words,
    time_words,
    verdict_line,
)
from veinway.show.reasons import why_not
from veinway.show.text_parts import clock, indented, section
from veinway.show.text_scores import TO_DO
from veinway.show.values import day_words

MOST_ASKED = 3
_STYLES = {
    Verdict.UNDECIDED: ("?", "bold yellow"),
    Verdict.SAME: ("=", "bold green"),
    Verdict.SILENT: ("–", "bold blue"),
    Verdict.ONE_ANSWER: ("·", "bold blue"),
}
_DIFFERENT = ("≠", "bold magenta")


def compare_page(
    name: str,
    situation: Situation,
    found: Sequence[Comparison],
    footer: RenderableType,
    *,
    time_zone: str = "UTC",
    problems: Sequence[Problem] = (),
) -> RenderableType:
    """The page of one patient: what differs first, then the rest, in the order of the pathway."""
    known = f"as known at {clock(situation.at_minute, time_zone)}"
    since = f"first suspicion {day_words(situation.index)}"
    parts: list[RenderableType] = [
        Text.assemble((f" {name} ", "bold reverse"), (f"  {known}, {since}", "dim"))
    ]
    parts += [Text(f"⚠ {p.where}: {p.what} [{p.code}]", style="yellow") for p in problems]
    spoken = [each for each in found if each.spoken or len(found) == 1]
    for each in sorted(spoken, key=lambda each: not each.verdict.differs):
        parts += _question(each)
    parts += _later([each for each in found if each not in spoken])
    if not found:
        parts.append(Text("No question of the pathway is one for this patient.", style="blue"))
    return Group(*parts, Padding(footer, (1, 0, 0, 0)))


def _later(found: Sequence[Comparison]) -> list[RenderableType]:
    """The questions to which nobody has a certain answer yet, one line each."""
    lines: list[RenderableType] = []
    for each in found:
        names = ", ".join(guideline_words(position.guideline) for position in each.undecided)
        line = Text.assemble(("? ", "bold yellow"), (each.question.label, "bold"))
        line.append(f"  {names or 'nobody speaks of this patient'}", style="dim")
        lines.append(line)
    return [section("Nothing certain yet"), *lines] if lines else []


def _question(found: Comparison) -> list[RenderableType]:
    parts: list[RenderableType] = [section(found.question.label)]
    grid = Grid(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True
    )
    for heading, width in (
        ("guideline", 11),
        ("says", None),
        ("by when", 16),
        ("strength", 9),
        ("where", 24),
    ):
        grid.add_column(heading, width=width, ratio=None if width else 1)
    for position in found.positions:
        _rows(grid, position)
    parts += [grid] if grid.row_count else []
    parts += [_not_for(each) for each in found.positions if each.stance is Stance.NOT_APPLICABLE]
    return [*parts, *_by_presumption(found), *_verdict(found), *_open(found)]


def _by_presumption(found: Comparison) -> list[RenderableType]:
    """Whose answer rests on something that is only taken to be so; `veinway assess` says what."""
    names = [
        guideline_words(each.guideline)
        for each in found.positions
        if each.found is not None and each.found.decided_by_presumption
    ]
    said = f"~ Decided by presumption alone: {', '.join(names)}."
    return [Text(said, style="magenta")] if names else []


def _rows(grid: Grid, position: Position) -> None:
    """One row for each act; the guideline is named on the first."""
    name = Text(guideline_words(position.guideline), style="bold")
    if position.stance is Stance.NOT_APPLICABLE:
        return
    if position.stance is Stance.MAY_APPLY:
        said = Text("? whether it is for this patient is not known", style="yellow")
        grid.add_row(name, said)
        return
    if position.stance is Stance.SILENT:
        grid.add_row(name, Text("– says nothing about this", style="blue"), "", "", _silent(position))
        return
    if position.stance is Stance.WAITS and not position.claims:
        grid.add_row(name, Text("? depends on what is open", style="yellow"))
    for number, claim in enumerate(position.claims):
        where = Text(cites_of(claim), style="dim")
        row = (_says(claim), time_words(claim.timing), strength_words(claim.strengths), where)
        grid.add_row(Text("") if number else name, *row)


def _silent(position: Position) -> Text:
    if position.unspoken is not None:
        return Text(cite_words(position.unspoken.cite), style="dim")
    found = position.found
    assert found is not None
    assert found.conclusion is not None
    return Text("; ".join(dict.fromkeys(row.cite.place for row in found.conclusion.rows)), style="dim")


def _says(claim: Claim) -> Text:
    sign, style = ("▶", "bold") if claim.open else ("✓", "green")
    if claim.forbids:
        sign, style = "⊘", "bold magenta"
    actions = [part for part in claim.said if isinstance(part, ActionFinding)]
    shown = dict.fromkeys(said_words(part) for part in actions or claim.said)
    return Text(f"{sign} {' '.join(shown)}", style=style)


def _not_for(position: Position) -> RenderableType:
    assert position.found is not None
    name = guideline_words(position.guideline)
    return Text(f"○ {name}: not for this patient, because {why_not(position.found)}.", style="blue")


def _verdict(found: Comparison) -> list[RenderableType]:
    sign, style = _STYLES.get(found.verdict, _DIFFERENT)
    lines = difference_lines(found) or [verdict_line(found)]
    shown: list[RenderableType] = [
        Text.assemble((f"{sign} ", style), (line, style if found.verdict.differs else "bold"))
        for line in lines
    ]
    if found.verdict.differs and found.undecided:
        names = ", ".join(guideline_words(each.guideline) for each in found.undecided)
        shown.append(Text(f"? Not known yet: what {names} would say.", style="yellow"))
    return shown


def _open(found: Comparison) -> list[RenderableType]:
    """What would settle what is not known yet."""
    asked = [f"{TO_DO[part.cost]}: {part.of.ask}" for part in found.open[:MOST_ASKED]]
    more = len(found.open) - len(asked)
    rest = f" And {more} more." if more > 0 else ""
    said = Text.assemble(("To settle it, ", "bold cyan"), "  ".join(asked) + rest)
    return [indented(said)] if asked else []
