"""Small pieces of Markdown: the generated pages of docs/ are made of these and of nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Answer = dict[str, Any]
MADE = "<!-- Made by `python3 dev.py docs`; edit the rules, not this page. -->"


def page(title: str, introduction: str, *blocks: str) -> str:
    """A whole page: the notice that it is made, its title, what it is for, and its blocks."""
    return "\n\n".join([MADE, f"# {title}", introduction, *filter(None, blocks)]) + "\n"


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; cells are escaped, and a table without rows is nothing."""
    lines = [_line(row) for row in rows]
    return "\n".join([_line(headings), _line(["---"] * len(headings)), *lines]) if lines else ""


def _line(cells: Sequence[object]) -> str:
    return f"| {' | '.join(cell(each) for each in cells)} |"


def cell(value: object) -> str:
    """Text that cannot break out of a table's cell."""
    return str(value).replace("|", "\\|").replace("\n", " ")


def bullets(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines)


def nested(lines: Iterable[Answer], depth: int = 0) -> str:
    """Lines with a depth of their own (from `outline`) as a nested list."""
    return "\n".join(f"{'  ' * (line['depth'] + depth)}- {line['text']}" for line in lines)


def cited(source: Answer) -> str:
    """A citation that leads to its edition on the page of sources, with its tag where it has one."""
    through = f", read through {source['via']}" if "via" in source else ""
    tag = "" if source["tag"] == "confirmed" else f" **[{source['tag']}{through}]**"
    return f"[{source['source']}](sources.md#{source['source'].lower()}), {source['place']}{tag}"
