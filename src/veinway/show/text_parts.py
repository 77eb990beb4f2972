"""Small parts that the pages share."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from veinway.show.json_answers import NOTICE


def section(title: str) -> RenderableType:
    """A thin rule with a title at its left."""
    return Padding(Rule(Text(title, style="bold"), align="left", style="dim"), (1, 0, 0, 0))


def indented(part: RenderableType, by: int = 2) -> RenderableType:
    """A part whose wrapped lines stay under its beginning."""
    return Padding(part, (0, 0, 0, by))


def clock(minute: int, time_zone: str) -> str:
    """A minute number as the site's own date and time."""
    return datetime.fromtimestamp(minute * 60, ZoneInfo(time_zone)).strftime("%Y-%m-%d %H:%M")


def notice(edition: str, profile: str) -> RenderableType:
    """What stands under every page of a patient."""
    used = f" Site profile: {profile}." if profile else ""
    text = Text(f"{NOTICE} Knowledge edition {edition}.{used}", style="italic dim")
    return Padding(text, (1, 0, 0, 0))
