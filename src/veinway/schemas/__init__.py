"""JSON Schemas (draft 2020-12) of every answer, published with the package.

The files share their parts through `common.json`; `load` gives a schema that stands on its own.
"""

from __future__ import annotations

import json
from difflib import get_close_matches
from importlib import resources
from typing import Any

from veinway.language.errors import InputError

_SHARED = "common"
_ELSEWHERE = (f"{_SHARED}.json#/$defs/", "error.json")


def names() -> list[str]:
    """The answers that have a schema."""
    files = (file.name for file in resources.files(__name__).iterdir())
    stems = (name.removesuffix(".json") for name in files if name.endswith(".json"))
    return sorted(stem for stem in stems if stem != _SHARED)


def load(name: str) -> dict[str, Any]:
    """A schema with everything it refers to inside; InputError I205 for a name that has none."""
    if name not in names():
        near = get_close_matches(name, names(), n=2)
        advice = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(names())}."
        raise InputError("I205", f"There is no schema {name!r}.", todo=advice)
    schema = _read(name)
    own = schema.pop("$defs", {})
    shared = {f"shared_{key}": part for key, part in _read(_SHARED)["$defs"].items()}
    error = {key: part for key, part in _read("error").items() if not key.startswith("$")}
    parts = {**own, **shared, "error": error}
    whole = _inside(schema)
    needed = _needed(whole, {key: _inside(part) for key, part in parts.items()})
    return {**whole, "$defs": needed} if needed else dict(whole)


def _read(name: str) -> dict[str, Any]:
    text = resources.files(__name__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _inside(part: Any) -> Any:
    """The same with every reference to another file turned into one inside this one."""
    if isinstance(part, list):
        return [_inside(each) for each in part]
    if not isinstance(part, dict):
        return part
    shared, error = _ELSEWHERE
    target = part.get("$ref", "")
    if target.startswith(shared):
        return {**part, "$ref": f"#/$defs/shared_{target.removeprefix(shared)}"}
    if target == error:
        return {**part, "$ref": "#/$defs/error"}
    return {key: _inside(each) for key, each in part.items()}


def _needed(schema: Any, parts: dict[str, Any]) -> dict[str, Any]:
    """The definitions that a schema reaches, by key."""
    found: dict[str, Any] = {}
    waiting = [schema]
    while waiting:
        for key in _references(waiting.pop()):
            if key not in found:
                found[key] = parts[key]
                waiting.append(parts[key])
    return dict(sorted(found.items()))


def _references(part: Any) -> set[str]:
    if isinstance(part, list):
        return set().union(*(_references(each) for each in part)) if part else set()
    if not isinstance(part, dict):
        return set()
    own = {part["$ref"].removeprefix("#/$defs/")} if isinstance(part.get("$ref"), str) else set()
    return own.union(*(_references(each) for each in part.values())) if part else own
