"""Candidacy on a terminal: each guideline's answer with its criteria, then the list behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table as Grid
from rich.text import Text

from veinway.language.values import Truth
from veinway.show.candidacy import WORDS, ByGuideline, Candidacy, Criterion, Item, Way
from veinway.show.citations import cite_words
from veinway.show.compare_words import guideline_words, short_outcome
from veinway.show.terminal import truth_sign
from veinway.show.text_parts import indented, section

PRESENT = {Truth.YES: "present", Truth.NO: "absent", Truth.UNKNOWN: "unknown"}


def candidacy_lines(found: Sequence[Candidacy]) -> list[RenderableType]:
    """Every question about which something is known in full; the others are named."""
    parts: list[RenderableType] = []
    for each in found:
        if each.touched:
            parts.append(section(f"Candidate: {each.question.label}"))
            for answer in each.answers:
                parts += _answer(answer)
            parts += _items(each.items)
    rest = [each.question.label for each in found if not each.touched]
    if parts and rest:
        words = f"Nothing is known yet that speaks for or against: {'; '.join(rest)}"
        parts.append(Text.assemble(("? ", "bold yellow"), (words, "dim")))
    return parts


def decision_words(found: ByGuideline) -> tuple[Truth, str]:
    """What a guideline says: yes and its words where decided, unknown and what is possible where not."""
    conclusion = found.reading.found.conclusion
    assert conclusion is not None
    applies = found.reading.found.applies
    if applies is Truth.NO:
        return Truth.NO, "not for this patient"
    if applies is Truth.YES and conclusion.decided:
        return Truth.YES, conclusion.outcomes[0].text
    words = " or ".join(dict.fromkeys(short_outcome(each) for each in conclusion.outcomes))
    if conclusion.needs_clinician:
        words = f"unconfirmed, needs a clinician: {words}"
    doubt = "" if applies is Truth.YES else "; whether it is for this patient is not known"
    return Truth.UNKNOWN, f"not decided: {words}{doubt}"


def _answer(found: ByGuideline) -> Iterator[RenderableType]:
    truth, words = decision_words(found)
    name = guideline_words(found.step.guideline)
    yield Text.assemble(truth_sign(truth), (f" {name}: ", "bold"), words)
    for way in found.ways:
        yield indented(Text.assemble(*_way(way)))
        yield indented(_criteria(way), by=4)


def _way(way: Way) -> Iterator[tuple[str, str]]:
    counts = ", ".join(f"{way.count(truth)} {words}" for truth, words in WORDS.items())
    yield f"{way.row.then.short}: ", "bold"
    yield counts, ""
    yield f"  {cite_words(way.row.cite)}", "dim"


def _criteria(way: Way) -> RenderableType:
    grid = _grid()
    for each in way.criteria:
        other = "" if each.cite == way.row.cite else f"  {cite_words(each.cite)}"
        grid.add_row(
            truth_sign(each.truth, presumed=each.presumed),
            criterion_words(each),
            Text.assemble(each.words, (other, "dim")),
        )
    return grid


def criterion_words(found: Criterion) -> str:
    """Met, not met or unknown, and whether only a presumption says so."""
    return WORDS[found.truth] + (" (presumed)" if found.presumed else "")


def _items(items: Sequence[Item]) -> Iterator[RenderableType]:
    if not items:
        return
    yield Text("What may speak against it, item by item", style="bold")
    grid = _grid()
    grid.add_column()
    for each in items:
        weight, source = each.row.then.short, f"  {cite_words(each.row.cite)}"
        said = Text.assemble(each.words, (f"  {each.row.id}", ""), (source, "dim"))
        grid.add_row(truth_sign(each.truth), PRESENT[each.truth], weight, said)
    yield indented(grid)


def _grid() -> Grid:
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column()
    grid.add_column(no_wrap=True)
    grid.add_column()
    return grid
