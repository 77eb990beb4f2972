"""What keeps a finding open: all of it, and the blood results that would settle it."""

from __future__ import annotations

from ..language import Cost, Expression, Fact
from ..language.expressions import AllOf
from .finding import Finding


def awaiting(finding: Finding) -> set[Fact] | None:
    """The blood results without which a finding cannot be so; None where it can be so without any."""
    if isinstance(finding.of, Fact):
        return {finding.of} if finding.of.cost is Cost.BLOOD_TEST else None
    below = [awaiting(each) for each in finding.because if not is_settled(each)]
    known = [each for each in below if each is not None]
    if isinstance(finding.of, AllOf) and known:
        return known[0]
    return None if not below or len(known) < len(below) else set().union(*known)


def open_below(finding: Finding) -> set[Expression]:
    """What is not known that keeps a finding open: facts, and whatever is read from events."""
    found: set[Expression] = set()
    stack = [finding]
    while stack:
        each = stack.pop()
        if is_settled(each):
            continue
        below = [inner for inner in each.because if not is_settled(inner)]
        if below:
            stack += below
        elif isinstance(each.of, Expression):
            found.add(each.of)
    return found


def is_settled(finding: Finding) -> bool:
    """One value is left."""
    value = finding.value
    return len(value) == 1 if isinstance(value, frozenset) else value.known
