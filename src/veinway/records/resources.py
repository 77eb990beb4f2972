"""Reading a parsed FHIR resource as the columns of `flatten.sql` read it: another shape is missing.

Numbers and truths that stand where a text is expected are that text; 0.1 stays 0.1.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import orjson

_TRUE, _FALSE = ("true", "t", "yes", "y", "1", "on"), ("false", "f", "no", "n", "0", "off")


class Coding(NamedTuple):
    """A code in a code system."""

    system: str | None
    code: str | None
    display: str | None


Codings = list[Coding | None]


def text(value: object) -> str | None:
    """A value as text; an object or a list as its JSON."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, int | float) else json_text(value)


def json_text(value: object) -> str | None:
    """The JSON of a value; nothing where there is none."""
    return None if value is None else orjson.dumps(value).decode()


def truth(value: object) -> bool | None:
    """A truth, however it is written."""
    if isinstance(value, str):
        word = value.lower()
        return True if word in _TRUE else False if word in _FALSE else None
    return bool(value) if isinstance(value, int | float) else None


def part(value: object, *path: str) -> Any:
    """What stands at the end of a path of names, or None."""
    for name in path:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def text_at(value: object, *path: str) -> str | None:
    """The text at the end of a path of names."""
    for name in path:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return text(value)


def items(value: object) -> list[Any]:
    """The items of a list; none where there is no list."""
    return value if isinstance(value, list) else []


def first(value: object) -> Any:
    """The first item of a list, or None."""
    return value[0] if isinstance(value, list) and value else None


def either(*texts: str | None) -> str | None:
    """The first of them that is there."""
    for each in texts:
        if each is not None:
            return each
    return None


def codings(concept: object) -> Codings | None:
    """The codings of a CodeableConcept; None where it has no list of them."""
    listed = concept.get("coding") if isinstance(concept, dict) else None
    return [coding(each) for each in listed] if isinstance(listed, list) else None


def coding(value: object) -> Coding | None:
    """A Coding."""
    if isinstance(value, dict):
        get = value.get
        return Coding(text(get("system")), text(get("code")), text(get("display")))
    return None if value is None else Coding(None, None, None)
