"""Scores and open questions on the page of one patient."""

from __future__ import annotations

from rich import box
from rich.console import RenderableType
from rich.table import Table as Grid
from rich.text import Text

from veinway.engine.ask import OpenFact
from veinway.engine.assessment import Assessment, ScoreReading
from veinway.engine.finding import Finding, ItemFinding, ScoreFinding
from veinway.language import Score
from veinway.language.knowledge import walk
from veinway.language.values import Truth
from veinway.show.json_answers import item_label, not_valid_because
from veinway.show.text_parts import section
from veinway.show.values import interval_words, number_words, value_words

MOST_QUESTIONS = 6


def scores(assessment: Assessment) -> list[RenderableType]:
    """The scores that the shown steps use in full, the others in one line each."""
    asked = [part for step in assessment.steps for part in walk(step.of)]
    used = [s for s in assessment.scores if any(s.found.of is part for part in asked)]
    others = [s for s in assessment.scores if s not in used]
    parts: list[RenderableType] = []
    for reading in used:
        parts += _in_full(reading)
    if others:
        parts += [section("Other scores"), *(_in_short(reading) for reading in others)]
    return parts


def _in_full(reading: ScoreReading) -> list[RenderableType]:
    found = reading.found
    score = found.of
    assert isinstance(score, Score)
    parts: list[RenderableType] = [section(score.label), verdict(found)]
    if found.applies is Truth.NO:
        return parts
    parts.append(_items(found))
    if _strict_differs(reading):
        parts.append(Text.assemble(("Without presumptions: ", "magenta"), verdict(reading.strict)))
    if score.warning:
        parts.append(Text(f"Beware: {score.warning}", style="yellow"))
    return parts


def _strict_differs(reading: ScoreReading) -> bool:
    one, other = reading.found, reading.strict
    return (one.value, one.applies, one.total) != (other.value, other.applies, other.total)


def _in_short(reading: ScoreReading) -> RenderableType:
    label = str(getattr(reading.found.of, "label", ""))
    return Text.assemble((f"{label}: ", "bold"), verdict(reading.found))


def verdict(found: ScoreFinding) -> Text:
    """The total as an interval, with its band or bands: "1 to 3  ? DVT unlikely or DVT likely"."""
    score = found.of
    assert isinstance(score, Score) and isinstance(found.value, frozenset)
    if found.applies is Truth.NO:
        return Text(f"– {not_valid_because(found)}", style="blue")
    low, high = score.band_number(found.total.low), score.band_number(found.total.high)
    possible = found.value if found.applies is Truth.YES else score.option_keys()[low : high + 1]
    words = " or ".join(band.label for band in score.bands if band.key in possible)
    sign, style = ("●", "bold green") if found.decided else ("?", "bold yellow")
    text = Text.assemble((interval_words(found.total), "bold"), "  ", (f"{sign} {words}", style))
    if found.applies is Truth.UNKNOWN:
        text.append(", if the score is valid for this patient, which is not known", style="yellow")
    return text


def _items(found: ScoreFinding) -> RenderableType:
    grid = Grid(box=box.SIMPLE_HEAD, show_header=False, pad_edge=False, padding=(0, 1, 0, 0))
    for width, justify in ((10, "left"), (8, "right"), (None, "left")):
        grid.add_column(width=width, justify=justify)  # type: ignore[arg-type]
    for item in found.items:
        grid.add_row(_item_sign(item), _item_points(item), _item_words(item))
    return grid


def _item_sign(item: ItemFinding) -> Text:
    if not item.points.known:
        return Text("? unknown", style="bold yellow")
    return Text("● yes", style="bold green") if item.points.low else Text("○ no", style="blue")


def _item_points(item: ItemFinding) -> str:
    low, high = item.points
    if low == high:
        return f"{number_words(low)}"
    return f"{number_words(low)} or {number_words(high)}"


def _item_words(item: ItemFinding) -> Text:
    text = Text(item_label(item))
    known = [leaf for part in item.because for leaf in part.walk() if leaf.evidence]
    for leaf in known:
        text.append(f"  {_leaf_words(leaf)}", style="dim")
    return text


def _leaf_words(leaf: Finding) -> str:
    where = ", ".join(part.resource for part in leaf.evidence)
    return f"{value_words(leaf.of, leaf.value)} ({where})"


# What to ask ------------------------------------------------------------------------------------


def questions(assessment: Assessment) -> list[RenderableType]:
    """What would settle it, best question first; and what no longer could."""
    open_ = [part for step in assessment.steps for part in step.open if isinstance(part, OpenFact)]
    open_ = list({part.fact_key: part for part in open_}.values())
    useful = [part for part in open_ if part.narrows or part.decides != "never alone"]
    parts: list[RenderableType] = []
    if useful:
        parts += [section("What would settle it"), _question_grid(useful)]
    for reading in assessment.scores:
        if reading.found.decided and reading.open:
            name = str(getattr(reading.found.of, "label", ""))
            said = f"● {name} is already decided: the other {len(reading.open)} open answers would not change it."
            parts.append(Text(said, style="green"))
    return parts


def _question_grid(useful: list[OpenFact]) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=18)
    grid.add_column()
    for part in useful[:MOST_QUESTIONS]:
        cost = getattr(part.cost, "name", str(part.cost)).lower().replace("_", " ")
        alone = {"always": "settles it alone", "sometimes": "may settle it"}.get(part.decides, "helps")
        grid.add_row(Text(f"ask: {cost}", style="bold cyan"), Text.assemble(part.question, (f"  {alone}", "dim")))
    if len(useful) > MOST_QUESTIONS:
        grid.add_row("", Text(f"and {len(useful) - MOST_QUESTIONS} more", style="dim"))
    return grid
