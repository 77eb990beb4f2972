"""Reading YAML, JSON and JSON lines so that numbers stay exactly as they were written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import yaml

from ..language.errors import InputError

ANSWERED_TWICE = "answered twice"
"""Marks an object in which one name stood twice with two values."""


def documents(text: str, name: str) -> Iterator[Any]:
    """The cases of a file; a line that cannot be read is an error in the place of its case."""
    start = text.lstrip()[:1]
    if start == "{" and "\n{" in text.strip():
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip():
                try:
                    yield _json(line, name)
                except InputError as error:
                    place = f"{name}, line {number}"
                    yield InputError(error.code, error.what, where=place, todo=error.todo)
        return
    parsed = _json(text, name) if start in ("{", "[") else load_yaml(text, name)
    if isinstance(parsed, dict) and isinstance(parsed.get("cases"), list):
        # A file of worked examples may say once at what time they all are.
        shared = {"at": parsed["at"]} if "at" in parsed else {}
        parsed = [{**shared, **each} if isinstance(each, dict) else each for each in parsed["cases"]]
    yield from parsed if isinstance(parsed, list) else [parsed]


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise InputError(
            "I210",
            f"This is not JSON: {error.msg}.",
            where=f"{name}, line {error.lineno}",
            todo="Check quotes and commas.",
        ) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; a name that is written twice with two values is marked as a contradiction."""
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result and result[key] != value:
            result[ANSWERED_TWICE] = key
        elif isinstance(value, dict) and ANSWERED_TWICE in value:
            result[ANSWERED_TWICE] = value[ANSWERED_TWICE]
        result[key] = value
    return result


class _ExactLoader(yaml.SafeLoader):
    """YAML with decimals kept exactly as they are written, and dates as text."""


_ExactLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(node.value))
_ExactLoader.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: node.value)


def load_yaml(text: str, name: str) -> Any:
    """Parse YAML; InputError I210 where it is not."""
    try:
        return yaml.load(text, Loader=_ExactLoader)
    except (yaml.YAMLError, ValueError, ArithmeticError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        place = name if line is None else f"{name}, line {line + 1}"
        raise InputError("I210", "This is not YAML or JSON.", where=place) from None
