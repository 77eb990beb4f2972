"""Scores and open questions on the page of one patient."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich import box
from rich.console import RenderableType
from rich.table import Table as Grid
from rich.text import Text

from veinway.engine.ask import OpenFact
from veinway.engine.assessment import Assessment, Open, ScoreReading, StepReading
from veinway.engine.finding import Finding, ItemFinding, ScoreFinding
from veinway.language import Cost, Score
from veinway.language.expressions import Expression
from veinway.language.knowledge import walk
from veinway.language.values import Truth
from veinway.show.json_scores import item_label, not_valid_because
from veinway.show.text_parts import section
from veinway.show.text_steps import in_full
from veinway.show.values import interval_words, number_words, value_words

MOST_QUESTIONS = 6
TO_DO = {
    Cost.RECORD: "look up",
    Cost.ASK: "ask",
    Cost.EXAMINE: "examine",
    Cost.BLOOD_TEST: "blood test",
    Cost.SCAN: "scan",
}
EFFECT = {"always": "settles it", "sometimes": "may settle it", "never alone": "helps"}


def scores(assessment: Assessment, *, others: bool = True) -> list[RenderableType]:
    """The scores that the shown steps use in full, and the others in one line each."""
    used = used_scores(assessment)
    parts = [part for reading in used for part in score_in_full(reading)]
    rest = [reading for reading in assessment.scores if reading not in used]
    if rest and others:
        parts += [section("Other scores" if used else "Scores"), *_others(rest)]
    return parts


def used_scores(assessment: Assessment) -> list[ScoreReading]:
    """The scores of the steps that are shown in full, where their own validity is known."""
    applying = [step for step in assessment.steps if step.found.applies is Truth.YES]
    certain = [step for step in applying if in_full(step.found)] or applying
    parts = frozenset[int]().union(*(_parts(step.found.of) for step in certain))
    known = (reading for reading in assessment.scores if reading.found.applies is not Truth.UNKNOWN)
    return [reading for reading in known if id(reading.found.of) in parts]


@lru_cache(maxsize=1024)
def _parts(rule: Expression) -> frozenset[int]:
    """All that a rule is made of, by identity; the rule keeps it alive."""
    return frozenset(id(part) for part in walk(rule))


def _others(readings: Sequence[ScoreReading]) -> list[RenderableType]:
    """Scores that no step here needs: their totals where they are valid, else their names."""
    valid = [each for each in readings if each.found.applies is Truth.YES]
    lines = [_in_short(each) for each in valid]
    for applies, words in ((Truth.UNKNOWN, "? Not known to be valid"), (Truth.NO, "○ Not valid")):
        names = [str(getattr(r.found.of, "label", "")) for r in readings if r.found.applies is applies]
        if names:
            style = "bold yellow" if applies is Truth.UNKNOWN else "bold blue"
            said = (f"{words} for this patient: ", style)
            lines.append(Text.assemble(said, ("; ".join(names) + ".", "dim")))
    return lines


def score_in_full(reading: ScoreReading) -> list[RenderableType]:
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
    assert isinstance(score, Score)
    if found.applies is Truth.NO:
        return Text(f"– {not_valid_because(found)}", style="blue")
    words = " or ".join(band.label for band in score.bands if band.key in found.bands)
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
    for leaf in (leaf for part in item.because for leaf in part.walk() if leaf.evidence):
        if not isinstance(leaf.value, Truth) or any(part.resource != "answer" for part in leaf.evidence):
            text.append(f"  {_leaf_words(leaf)}", style="dim")
    return text


def _leaf_words(leaf: Finding) -> str:
    where = ", ".join(part.resource for part in leaf.evidence)
    return f"{value_words(leaf.of, leaf.value)} ({where})"


# What to ask ------------------------------------------------------------------------------------


def questions(assessment: Assessment, steps: Sequence[StepReading]) -> list[RenderableType]:
    """What would settle it, best question first; and what no longer could.

    steps: the most urgent first, so that their questions are; one question is asked once.
    """
    asked: dict[str, OpenFact] = {}
    presumed: set[str] = set()
    for reading in sorted(steps, key=lambda step: step.found.applies is not Truth.YES):
        if reading.found.applies is not Truth.NO:
            presumed |= reading.open.presumed
            for part in reading.open.matters:
                asked.setdefault(part.key, part)
    parts: list[RenderableType] = []
    if asked:
        shown = question_grid(list(asked.values()), frozenset(presumed))
        parts += [section("What would settle it"), shown]
    for reading in steps:
        if reading.found.decided and in_full(reading.found):
            parts += _no_longer(reading.found.of, reading.open, decided=True)
    for score in used_scores(assessment):
        if score.found.decided:
            parts += _no_longer(score.found.of, score.open, decided=True)
    return parts


def _no_longer(rule: object, open_: Open, *, decided: bool) -> list[RenderableType]:
    count = len(open_.without_effect)
    if not count:
        return []
    already = "already decided: " if decided else ""
    others = f"the other {count} open answer{'s' if count > 1 else ''} would not change it"
    return [Text(f"● {getattr(rule, 'label', '')}: {already}{others}.", style="green")]


def question_grid(asked: Sequence[OpenFact], presumed: frozenset[str] = frozenset()) -> RenderableType:
    """The first questions, each with what it costs; presumed: what is taken to be known for now."""
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=11)
    grid.add_column()
    for part in asked[:MOST_QUESTIONS]:
        said = Text.assemble(part.of.ask, (f"  {EFFECT[part.decides]}", "dim"))
        if part.key in presumed:
            said.append(", presumed for now", style="magenta")
        grid.add_row(Text(f"{TO_DO[part.cost]}:", style="bold cyan"), said)
    if len(asked) > MOST_QUESTIONS:
        grid.add_row("", Text(f"and {len(asked) - MOST_QUESTIONS} more", style="dim"))
    return grid
