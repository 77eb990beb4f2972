"""Prints docs/language.md from the specifications."""

from __future__ import annotations

from pathlib import Path

from spec.words import SECTIONS, Spec

PAGE = Path(__file__).parents[2] / "docs" / "language.md"
HEAD = """# The language: what every word means

Printed from `tests/spec/words.py`, whose rows run on both engines. `?` is unknown, `2..5` a number that
may be any of these, `a|b` a choice that may be either; `[10, 90] complete` are events 10 and 90 days ago
and none else, `[10:3]` an event 10 days ago with an attribute of 3. Today is 31 May 2026.
"""


def _section(spec: Spec) -> str:
    names = " | ".join(spec.of)
    lines = [f"### {spec.word}", "", spec.text, "", f"    {spec.written}", ""]
    lines += [f"| {names} | result |", "|" + "---|" * (len(spec.of) + 1)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in spec.rows]
    return "\n".join(lines)


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for title, specs in SECTIONS:
        parts += [f"## {title}\n", *(_section(spec) + "\n" for spec in specs)]
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
