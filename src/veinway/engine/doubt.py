"""When a presumption may not speak: something about the matter is on record, though it settles nothing.

A presumption is about silence ("no hospital stay is recorded"). It has nothing to say where records
contradict each other, where a value could not be used, or where somebody was asked and did not know.
"""

from __future__ import annotations

from functools import lru_cache

from ..language import events as ev
from ..language.expressions import Expression
from ..language.facts import Fact
from ..language.knowledge import walk
from ..language.values import Known

SILENT = frozenset({"", "not recorded", "stale"})
"""Why a fact may be unknown although nothing about it is on record for the time that is looked at."""


def in_doubt(fact: Fact, known: Known | None) -> bool:
    """Whether something is on record of this fact, beyond what everybody has."""
    if known is None:
        return False
    return known.value != fact.anything or known.reason not in SILENT


@lru_cache(maxsize=4096)
def facts_below(expression: Expression) -> tuple[Fact, ...]:
    """The facts whose record could speak against a presumption about this."""
    return tuple(part for part in walk(expression) if isinstance(part, Fact))


@lru_cache(maxsize=4096)
def selections_below(expression: Expression) -> tuple[ev.Selection, ...]:
    """The selections of events whose record could speak against a presumption about this."""
    # The events that only date a window are not what is presumed about.
    parts = (part for part in walk(expression) if not isinstance(part, ev.DateOf))
    found = (getattr(part, "of", None) for part in parts)
    return tuple(of for of in found if isinstance(of, ev.Selection))
