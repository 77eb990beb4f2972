"""docs/errors.md: every error code, found where it is raised, with its meaning."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from veinway.show.error_meanings import FAMILIES, MEANINGS, REPORTED
from veinway.show.markdown import page, table

_CODE = re.compile(r"[A-Z]\d{3}")
_INTRODUCTION = """\
Every error that Veinway raises on purpose has a stable code that other programs may rely on, and says
what was found, where, and what to do. In JSON: `{"error": {"code", "where", "what", "todo"}}`. In the
messages below, `…` stands for what was found."""


@dataclass(frozen=True, slots=True)
class Raised:
    """One place that raises an error: its code, its message, its advice."""

    code: str
    what: str
    todo: str
    file: str


def errors_page(source: Path) -> str:
    """All codes by family, each with its meaning and the messages that carry it."""
    raised = list(raise_sites(source))
    return page(
        "Errors",
        _INTRODUCTION,
        *(_family(letter, about, raised) for letter, about in FAMILIES.items()),
        "## What a report counts",
        "These never stop anything: each is counted, with the file and line of the first few.",
        table(["code", "meaning"], sorted(REPORTED.items())),
    )


def _family(letter: str, about: str, raised: list[Raised]) -> str:
    codes = sorted({each.code for each in raised if each.code.startswith(letter)})
    parts = [f"## {letter}: {about}"]
    for code in codes:
        sites = dict.fromkeys((r.what, r.todo) for r in raised if r.code == code)
        parts.append(f"### {code}\n\n{MEANINGS.get(code, '')}")
        parts.append(table(["what is said", "what to do"], list(sites)))
    return "\n\n".join(parts) if codes else ""


def raise_sites(source: Path) -> Iterator[Raised]:
    """Every call in the folder `source` whose first argument is an error code."""
    for file in sorted(source.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and node.args and (code := _code(node.args[0])):
                todo = next((word.value for word in node.keywords if word.arg == "todo"), None)
                what = node.args[1] if len(node.args) > 1 else None
                yield Raised(code, _text(what), _text(todo), str(file.relative_to(source)))


def _code(node: ast.expr) -> str:
    is_code = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_code and _CODE.fullmatch(node.value) else ""  # type: ignore[attr-defined]


def _text(node: ast.expr | None) -> str:
    """A message as text; what is filled in when it is raised is an ellipsis."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(_text(value) for value in values)
        case ast.BinOp(left=left, right=right):
            return _text(left) + _text(right)
        case None:
            return ""
    return "…"
