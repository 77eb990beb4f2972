"""A decision sheet on a terminal: benefit, harm, what was pooled, and what else must be said."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from veinway.language.decision_sheets import DecisionSheet, TrialResult
from veinway.show.citations import cite_words
from veinway.show.decision_words import CERTAINTY, difference_words, per_cent, pooled_words
from veinway.show.text_parts import notice, section

KINDS = {"benefit": "What it may prevent", "harm": "What it may do"}


def sheet_page(sheet: DecisionSheet, edition: str) -> RenderableType:
    """The whole sheet."""
    parts: list[RenderableType] = [Text(sheet.label, style="bold")]
    for kind, title in KINDS.items():
        parts.append(section(title))
        parts.append(_results(sheet, kind))
        for each in sheet.pooled:
            if each.kind == kind:
                words = f"Pooled, {each.outcome}: {pooled_words(each)}"
                parts.append(Text.assemble(words, (f"  {cite_words(each.source)}", "dim")))
    parts.append(section("What else must be said"))
    parts += [Text.assemble(f"· {e.text}", (f"  {cite_words(e.source)}", "dim")) for e in sheet.lines]
    parts.append(notice(edition, ""))
    return Group(*parts)


def _results(sheet: DecisionSheet, kind: str) -> Grid:
    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 1, 0), header_style="bold", expand=True)
    grid.add_column("Of 100 people", ratio=6)
    for title in (sheet.treated, sheet.untreated):
        grid.add_column(title, ratio=3)
    grid.add_column("Difference", ratio=5)
    for each in sheet.results:
        if each.kind == kind:
            shares = per_cent(each.treated), per_cent(each.untreated)
            grid.add_row(Text.assemble(*_who(each)), *shares, "\n".join(_difference(each)))
    return grid


def _who(found: TrialResult) -> Iterator[tuple[str, str]]:
    yield f"{found.outcome}{f', after {found.after}' if found.after else ''}", "bold"
    yield f"\n{found.trial}: {found.number} {found.people}  {cite_words(found.source)}", "dim"


def _difference(found: TrialResult) -> Iterator[str]:
    yield f"{difference_words(found)}; {CERTAINTY[found.certainty]}"
    if found.note:
        yield found.note
    if found.number_needed is not None:
        yield f"{found.number_needed} treated for one fewer"
