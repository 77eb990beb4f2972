"""Which file of `care` defines what, so that a reviewer can read statements file by file."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from veinway.language import Table
from veinway.language.knowledge import walk

_CARE = "veinway.care."


@lru_cache
def areas() -> dict[int, str]:
    """The file of `care` that defines each object, by the object's identity.

    A table without a name of its own belongs to the file of what it is written in.
    """
    named = [
        (vars(module)[name], module.__name__.removeprefix(_CARE).replace(".", "/") + ".py")
        for module in _modules()
        for name in _assigned(module)
    ]
    found: dict[int, str] = {}
    for made, file in named:
        found.setdefault(id(made), file)
    for made, file in named:
        for table in (part for part in walk(made) if isinstance(part, Table)):
            found.setdefault(id(table), file)
    return found


def area_of(made: object) -> str:
    """The file of an object; "" where it has no name of its own."""
    return areas().get(id(made), "")


def _modules() -> Iterator[ModuleType]:
    """Every module that the knowledge was collected from."""
    for name, module in sorted(sys.modules.items()):
        if name.startswith(_CARE) and module.__file__:
            yield module


def _assigned(module: ModuleType) -> Iterator[str]:
    """The names that a module itself gives to something; what it imports is not its own."""
    text = Path(str(module.__file__)).read_text(encoding="utf-8")
    for node in ast.parse(text).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        for target in targets:
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            yield from (name.id for name in names if isinstance(name, ast.Name))
