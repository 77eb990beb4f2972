"""All that a definition says, as text, so that an edition and a signature cover the whole of it."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable
from dataclasses import Field, fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any


def describe(part: object) -> str:
    """All that a definition says, as text: equal text is the same definition.

    What it is made of stands in it by a hash of what that says in turn, so that the text stays short
    however often a part is shared.
    """
    if isinstance(part, Enum):
        return part.name
    if is_dataclass(part) and not isinstance(part, type):
        said = (f for f in fields(part) if f.name not in _DERIVED and _says_something(part, f))
        shown = (f"{f.name}={_digest(getattr(part, f.name))}" for f in said)
        return f"{type(part).__name__}({','.join(shown)})"
    if isinstance(part, frozenset):
        return "{" + ",".join(sorted(map(_digest, part))) + "}"
    if isinstance(part, tuple):
        return "(" + ",".join(map(_digest, part)) + ")"
    return repr(part) if isinstance(part, str) else str(part)


_DERIVED = frozenset({"diagram"})
"""Fields that follow from the others."""
ONLY_WHERE_SET = {"only where set": True}
"""The metadata of a field that came later: what was signed before stays signed where it is not set."""


def _says_something(part: object, of: Field[Any]) -> bool:
    late = "only where set" in of.metadata
    return not (late and getattr(part, of.name) == of.default)


def _digest(part: object) -> str:
    """A part within a description: itself if it is a plain value, else a hash."""
    shared = isinstance(part, Hashable) and is_dataclass(part) and not isinstance(part, type)
    return _hash(part) if shared else describe(part)


@lru_cache(maxsize=20_000)
def _hash(part: Hashable) -> str:
    return hashlib.sha256(describe(part).encode()).hexdigest()[:20]
