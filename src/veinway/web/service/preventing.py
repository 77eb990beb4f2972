"""One person's prevention: from what is given (see `given`) to every occasion with its advice.

    {..., "kind": "prevention"}

The person is looked at on the day of the evaluation, as a treatment is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import orjson

from veinway.care.chapters.prevention import PREVENTION
from veinway.show.prevent_json import prevent_answer
from veinway.show.prevent_parts import OCCASIONS, Occasion, Prevention, prevention_for
from veinway.web.service.deciding import Decided, Limb
from veinway.web.service.given import Given
from veinway.web.service.treating import treated

KIND = "prevention"


def occasion_of(key: str) -> Occasion | None:
    """What brings somebody to prevention, by its key; None for one that there is not."""
    return next((each for each in OCCASIONS if each.key == key), None)


def prevented(given: Given) -> Prevention:
    """Everything that is said of a person's prevention.

    What is given back is shared: it is to be read, and never changed.
    """
    return _prevented(orjson.dumps({key: given[key] for key in given if key != "kind"}))


@lru_cache(maxsize=16)
def _prevented(written: bytes) -> Prevention:
    given: Given = orjson.loads(written)
    situation, _ = treated(given, PREVENTION)
    return prevention_for(PREVENTION, situation, strict=bool(given.get("strict")))


def applied(given: Given) -> Decided:
    """The same as what a page is made from: one subject, since nothing here differs by leg."""
    _, problems = treated(given, PREVENTION)
    return Decided((Limb("", prevented(given).assessment, ()),), problems)


def prevention_answered(given: Given) -> dict[str, Any]:
    """What was said, as the JSON that `veinway prevent` gives."""
    plain = {key: given[key] for key in given if key != "kind"}
    return prevent_answer("", prevented(plain), treated(plain, PREVENTION)[1])
