"""What must be known before any dose of a drug, and is not."""

from __future__ import annotations

from ..language import Drug, Event, Expression, Fact
from ..language.knowledge import events_of, walk
from ..language.numbers import Agreed, NumberExpression
from ..language.values import Interval, Truth
from .one import Reasoner

Asked = Fact | Event
"""What somebody is asked for."""


def missing_first(drug: Drug, reasoner: Reasoner) -> tuple[Asked, ...]:
    """The facts and events without which no dose is given, and of which nothing is known.

    Of two ways to record one thing, such as an age and a date of birth, the first is asked for.
    """
    missing: dict[str, Asked] = {}
    for part in drug.known_first:
        if _unknown(part, reasoner):
            missing |= {each.key: each for each in _asked(part, reasoner)}
    return tuple(missing.values())


def _asked(part: Expression, reasoner: Reasoner) -> tuple[Asked, ...]:
    whole = list(walk(part))
    second = {each.key for each in walk(*_seconds(whole)) if isinstance(each, Fact)}
    facts = (each for each in whole if isinstance(each, Fact) and each.key not in second)
    return tuple(fact for fact in facts if _unknown(fact, reasoner)) or events_of(part)


def _seconds(parts: list[Expression]) -> list[Expression]:
    return [each.other for each in parts if isinstance(each, Agreed)]


def _unknown(part: Expression, reasoner: Reasoner) -> bool:
    """Whether as good as nothing is known: a yes/no is open, a number is as wide as its range."""
    value = reasoner.find(part).value
    if isinstance(value, Truth):
        return not value.known
    if isinstance(part, NumberExpression) and isinstance(value, Interval):
        return value == part.range
    return len(value) > 1
