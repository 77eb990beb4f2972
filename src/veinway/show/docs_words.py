"""docs/words.md: the words that rules are written in, from their own definitions and docstrings.

Read as text and not imported, so that the page is the same under every version of Python.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from veinway.show.markdown import page, table

_INTRODUCTION = """\
Rules are written in these words and in no others; [the language](language.md) shows by example what each
means. A word that is misused says, when the rule is defined, what to write instead
([errors](errors.md))."""


def words_page(language: Path) -> str:
    """Every public name of the language in the folder `language`, by the file that defines it."""
    public = public_names(language)
    parts = []
    for file in sorted(language.glob("*.py")):
        found = {name: text for name, text in definitions(file).items() if name in public}
        if found:
            parts.append(f"## {file.stem}\n\n{_first_paragraph(ast.parse(file.read_text()))}")
            parts += [f"### {name}\n\n{text}" for name, text in found.items()]
    return page("Words", _INTRODUCTION, *parts)


def public_names(language: Path) -> frozenset[str]:
    """What `from veinway.language import *` brings."""
    for node in ast.parse((language / "__init__.py").read_text()).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            return frozenset(ast.literal_eval(node.value))
    return frozenset()


def definitions(file: Path) -> dict[str, str]:
    """The names that a file defines at its top, each with its signature and its docstring."""
    body = ast.parse(file.read_text()).body
    found: dict[str, str] = {}
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.FunctionDef):
            found[node.name] = f"    {node.name}({_arguments(node)})\n\n{ast.get_docstring(node) or ''}"
        elif isinstance(node, ast.ClassDef):
            found[node.name] = f"{ast.get_docstring(node) or ''}\n\n{_members(node)}".strip()
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                for name in target.elts if isinstance(target, ast.Tuple) else [target]:
                    found[ast.unparse(name)] = _string(after) or _label(node.value)
    return found


def undocumented(language: Path) -> list[str]:
    """Public names without a word of explanation."""
    public = public_names(language)
    said = {name: text for file in language.glob("*.py") for name, text in definitions(file).items()}
    return sorted(name for name in public if not _explained(said.get(name, "")))


def _explained(text: str) -> bool:
    return any(line.strip() and not line.startswith(("    ", "|")) for line in text.splitlines())


def _first_paragraph(module: ast.Module) -> str:
    return (ast.get_docstring(module) or "").split("\n\n")[0]


def _arguments(function: ast.FunctionDef) -> str:
    return ast.unparse(function.args)


def _members(node: ast.ClassDef) -> str:
    """The fields of a record or the members of an enumeration, with what is said about each."""
    return table(["part", "type or value", "meaning"], list(_member_rows(node)))


def _member_rows(node: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    for part, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(part, ast.AnnAssign):
            yield f"`{ast.unparse(part.target)}`", f"`{ast.unparse(part.annotation)}`", _string(after)
        elif isinstance(part, ast.Assign) and not ast.unparse(part.targets[0]).startswith("_"):
            yield f"`{ast.unparse(part.targets[0])}`", f"`{ast.unparse(part.value)}`", _string(after)


def _label(value: ast.expr) -> str:
    """What a value says of itself: the last text that it is made with."""
    texts = [a.value for a in getattr(value, "args", []) if isinstance(a, ast.Constant)]
    return str(texts[-1]) if texts and " " in str(texts[-1]) else ""


def _string(node: ast.stmt | None) -> str:
    """The text that stands alone on the lines after a definition."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return " ".join(str(node.value.value).split())
    return ""
