"""JSON Schemas (draft 2020-12) of every answer, published with the package.

The files share their parts through `common.json`; `load` gives a schema that stands on its own.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from veinway.language.errors import InputError, did_you_mean

_SHARED = "common"
_HERE = "#/$defs/"


def names() -> list[str]:
    """The answers that have a schema."""
    files = (file.name for file in resources.files(__name__).iterdir())
    stems = (name.removesuffix(".json") for name in files if name.endswith(".json"))
    return sorted(stem for stem in stems if stem != _SHARED)


def load(name: str) -> dict[str, Any]:
    """A schema with everything it refers to inside; InputError I205 for a name that has none."""
    if name not in names():
        advice = did_you_mean(name, names()) or f"There are: {', '.join(names())}."
        raise InputError("I205", f"There is no schema {name!r}.", todo=advice)
    schema = _read(name)
    schema.pop("$defs", None)
    whole: dict[str, Any] = _inside(schema, name)
    parts: dict[str, Any] = {}
    waiting: list[Any] = [whole]
    while waiting:
        for label in _references(waiting.pop()) - set(parts):
            parts[label] = _part(label)
            waiting.append(parts[label])
    return {**whole, "$defs": dict(sorted(parts.items()))} if parts else whole


def _read(name: str) -> dict[str, Any]:
    text = resources.files(__name__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _part(label: str) -> Any:
    """What a label such as `common.cite` or `error` stands for: a definition, or a whole file."""
    name, _, key = label.partition(".")
    schema = _read(name)
    if key:
        return _inside(schema["$defs"][key], name)
    return _inside({part: value for part, value in schema.items() if not part.startswith("$")}, name)


def _inside(part: Any, name: str) -> Any:
    """The same, with every reference named after the file and the definition that it points to."""
    if isinstance(part, list):
        return [_inside(each, name) for each in part]
    if not isinstance(part, dict):
        return part
    if isinstance(part.get("$ref"), str):
        return {**part, "$ref": _HERE + _label(part["$ref"], name)}
    return {key: _inside(each, name) for key, each in part.items()}


def _label(reference: str, name: str) -> str:
    file, _, pointer = reference.partition("#")
    key = pointer.removeprefix(_HERE.removeprefix("#"))
    place = file.removesuffix(".json") or name
    return f"{place}.{key}" if key else place


def _references(part: Any) -> set[str]:
    if isinstance(part, list):
        return set[str]().union(*map(_references, part))
    if not isinstance(part, dict):
        return set()
    own = {part["$ref"].removeprefix(_HERE)} if isinstance(part.get("$ref"), str) else set()
    return own.union(*map(_references, part.values()))
