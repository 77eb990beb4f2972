"""Small parts that the pages share."""

from __future__ import annotations

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text


def section(title: str) -> RenderableType:
    """A thin rule with a title at its left."""
    return Padding(Rule(Text(title, style="bold"), align="left", style="dim"), (1, 0, 0, 0))


def indented(part: RenderableType, by: int = 2) -> RenderableType:
    """A part whose wrapped lines stay under its beginning."""
    return Padding(part, (0, 0, 0, by))
