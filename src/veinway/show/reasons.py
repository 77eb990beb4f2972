"""Why a step is not for a patient, in words."""

from __future__ import annotations

from collections.abc import Iterator

from veinway.engine.finding import Finding, StepFinding
from veinway.language import no
from veinway.language.expressions import AllOf, No, Presume, YesNoExpression
from veinway.language.values import Truth
from veinway.show.words import phrase

LONGEST = 140
"""A longer condition is not read out; `veinway explain` has it."""


def why_not(found: StepFinding) -> str:
    """What certainly keeps a patient from a step: "pregnant", "age is less than 18 years"."""
    words = dict.fromkeys(phrase(part) for part in _failed(found.because[0]))
    short = [each for each in words if len(each) <= LONGEST]
    return "; ".join(short) or "what it is for is certainly not there"


def _failed(found: Finding) -> Iterator[YesNoExpression]:
    """The conditions of an `all of` that do not hold, each said the other way round."""
    part = found.of
    failed = [inner for inner in found.because if inner.value is Truth.NO]
    if isinstance(part, AllOf | Presume) and failed:
        for inner in failed:
            yield from _failed(inner)
    elif isinstance(part, No):
        yield _said(part.of)
    elif isinstance(part, YesNoExpression):
        yield no(_said(part))


def _said(part: YesNoExpression) -> YesNoExpression:
    """A condition without the presumption that stands behind it, which is listed elsewhere."""
    return _said(part.of) if isinstance(part, Presume) else part
