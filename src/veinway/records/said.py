"""What an observation, or one of its components, says: its value, read from the parsed resource."""

from __future__ import annotations

from typing import NamedTuple

from .codes import OWN_OPTIONS
from .resources import Coding, Codings, codings, either, first, part, text_at, truth


class Said(NamedTuple):
    """The value of an observation or a component, as written.

    number: of a range, its low end, or its high end if it has no other; high: the high end of a range
    that has both.
    """

    number: str | None
    comparator: str | None
    """As it is written; for a range, see `bound`."""
    bound: str | None
    unit: str | None
    unit_text: str | None
    high: str | None
    truth: bool | None
    words: str | None
    answer: Coding | None
    absent: str | None
    normal: str | None


def said_by(value: object, *, whole: bool) -> Said:
    """Read a resource (whole) or a component."""
    low, high = _end(value, "low"), _end(value, "high")
    comparator = text_at(value, "valueQuantity", "comparator")
    bound = ">=" if low is not None else "<=" if high is not None else None
    concluded = first(part(value, "conclusionCode")) if whole else None
    answers = codings(concluded)
    if answers is None:
        answers = codings(part(value, "valueCodeableConcept"))
    return Said(
        either(_amount(value), low, high),
        comparator,
        either(comparator, bound),
        _unit(value, "code"),
        _unit(value, "unit"),
        high if low is not None else None,
        truth(part(value, "valueBoolean")),
        either(
            text_at(value, "valueString"),
            text_at(value, "conclusion") if whole else None,
            text_at(concluded, "text"),
            text_at(value, "valueCodeableConcept", "text"),
        ),
        _answer(answers or []),
        text_at(first(part(value, "dataAbsentReason", "coding")), "code"),
        text_at(first(part(value, "referenceRange")), "high", "value"),
    )


def says_nothing(resource: object) -> bool:
    """Whether a resource has no value of its own, so that its components speak for it."""
    concept = part(resource, "valueCodeableConcept")
    return (
        either(
            _amount(resource),
            text_at(resource, "valueString"),
            text_at(resource, "conclusion"),
            text_at(concept, "text"),
            text_at(first(part(concept, "coding")), "code"),
            _end(resource, "low"),
            _end(resource, "high"),
        )
        is None
        and truth(part(resource, "valueBoolean")) is None
    )


def _amount(value: object) -> str | None:
    return either(text_at(value, "valueQuantity", "value"), text_at(value, "valueInteger"))


def _end(value: object, name: str) -> str | None:
    return text_at(value, "valueRange", name, "value")


def _unit(value: object, name: str) -> str | None:
    return either(
        text_at(value, "valueQuantity", name),
        text_at(value, "valueRange", "low", name),
        text_at(value, "valueRange", "high", name),
    )


def _answer(answers: Codings) -> Coding | None:
    """One of our own options if there is one among the answers, else the first."""
    ours = [each for each in answers if each is not None and each.system == OWN_OPTIONS]
    return ours[0] if ours else first(answers)
