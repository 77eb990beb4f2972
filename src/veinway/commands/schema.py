"""`veinway schema [NAME]`: the JSON Schema of an answer."""

from __future__ import annotations

from veinway.commands.output import FINE, write_document
from veinway.schemas import load, names


def run(name: str | None) -> int:
    """Print one schema, or the names of all."""
    if name is None:
        print("\n".join(names()))
    else:
        write_document(load(name))
    return FINE
