"""Resources that are alike: what a resource says apart from its name, whose it is, when and how much.

A record holds many resources of few shapes, such as one heart rate after another. One of each shape is
read in full (`flatten_one`), and the others take over what came of it. `flatten_shapes` does the same
with the lines of bulk files.
"""

from __future__ import annotations

import orjson

from .columns import COLUMNS
from .sources import Resource

_OWN = frozenset({"id", "subject", "patient", "extension"})
"""What is not the same in what is alike, and extensions, which are read of a patient only."""
_DATES = frozenset(
    {
        "birthDate", "effectiveDateTime", "effectiveInstant", "issued", "onsetDateTime", "recordedDate",
        "performedDateTime", "started", "whenHandedOver", "authoredOn", "dateAsserted",
    }
)  # fmt: skip
_ODD = frozenset(
    {
        "component", "contained", "dosageInstruction", "effectivePeriod", "medicationReference",
        "onsetPeriod", "performedPeriod", "period", "abatementDateTime", "abatementPeriod",
    }
)  # fmt: skip
"""What few resources have, and what would make each of them a shape of its own."""
_NUMBERED = "has a number"
_SHAPING = frozenset(COLUMNS) - _OWN - _DATES - _ODD


def shape_of(resource: Resource) -> bytes | None:
    """The shape of a resource; None of one that is to be read in full."""
    kept: Resource = {}
    for name, value in resource.items():
        if name in _SHAPING:
            kept[name] = value
        elif name in _ODD:
            return None
    if number_in(resource) is not None:
        kept["valueQuantity"] = {**resource["valueQuantity"], "value": None}
        kept[_NUMBERED] = True
    try:
        return orjson.dumps(kept)
    except TypeError:
        return None  # a number that is too large for it


def number_in(resource: Resource) -> str | None:
    """The number of a quantity, as text, where it is written as a number."""
    quantity = resource.get("valueQuantity")
    value = quantity.get("value") if isinstance(quantity, dict) else None
    return repr(value) if type(value) in (int, float) else None
