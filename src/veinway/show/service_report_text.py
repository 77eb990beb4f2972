"""A service's report on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from veinway.show.service_report import Answer
from veinway.show.service_report_words import HEADS, cells
from veinway.show.text_parts import section


def service_report_text(answer: Answer) -> RenderableType:
    """The whole report."""
    return Group(*_parts(answer))


def _parts(answer: Answer) -> Iterator[RenderableType]:
    period = answer["period"]
    yield Text.assemble(
        (" Report of a service ", "bold reverse"), (f"  {period['from']} to {period['to']}", "dim")
    )
    for group in answer["groups"]:
        yield section(group["label"])
        yield _grid(group)
    used = f" Site profile: {answer['profile']}." if answer["profile"] else ""
    yield Text(f"\n{answer['notice']} Knowledge edition {answer['edition']}.{used}", "italic dim")


def _grid(group: Answer) -> RenderableType:
    grid = Grid(box=None, padding=(0, 2, 0, 0))
    kind = group["measures"][0]["kind"]
    for place, head in enumerate(HEADS[kind]):
        grid.add_column(head, justify="right" if place else "left", overflow="fold")
    for measure in group["measures"]:
        grid.add_row(*cells(measure))
    return grid
