"""The terminal: one console, and signs for yes, no and unknown that need no colour to be told apart."""

from __future__ import annotations

import sys
from typing import IO

from rich.console import Console, RenderableType
from rich.text import Text

from veinway.language.values import Truth

WIDTH = 100
"""Pages are made for this many columns; a narrower terminal wraps them, a wider one leaves room."""

_SIGNS = {Truth.YES: ("●", "bold green"), Truth.NO: ("○", "blue"), Truth.UNKNOWN: ("?", "bold yellow")}
_WORDS = {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: "unknown"}


def console(stream: IO[str] | None = None) -> Console:
    """A console that writes plain text into a pipe and never reads markup in patient data."""
    stream = stream or sys.stdout
    made = Console(file=stream, markup=False, highlight=False, emoji=False, soft_wrap=False)
    made.width = min(made.width, WIDTH) if made.is_terminal else WIDTH
    return made


def truth_sign(value: Truth, *, presumed: bool = False) -> Text:
    """The sign alone: ● yes, ○ no, ? unknown, and ~ before what is only presumed."""
    sign, style = _SIGNS[value]
    return Text(f"~{sign}" if presumed else sign, style=style)


def truth_text(value: Truth, *, presumed: bool = False) -> Text:
    """Sign and word: "● yes", "○ no", "? unknown", "~○ no, presumed"."""
    text = truth_sign(value, presumed=presumed)
    text.append(f" {_WORDS[value]}{', presumed' if presumed else ''}")
    return text


def print_page(page: RenderableType, stream: IO[str] | None = None) -> None:
    """Print a page; in a pipe without colour, and without the blanks that fill up its lines."""
    shown = console(stream)
    if shown.is_terminal:
        shown.print(page)
        return
    with shown.capture() as captured:
        shown.print(page)
    text = "\n".join(line.rstrip() for line in captured.get().split("\n"))
    shown.file.write(text)
