"""Which facts are taken to be known for now, without building any finding.

A presumption stands in an explanation where it was made; what it is made under (`when`) stands there
only then. So what may be presumed below a rule is a few segments, each of what is always looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache

from ..language import events as ev
from ..language import tables as ta
from ..language.expressions import Expression, Presume, PresumeOption
from ..language.facts import Fact


@dataclass(frozen=True, slots=True)
class Segment:
    """The keys of all facts that are always looked at, and the presumptions that are always tried."""

    keys: frozenset[str]
    presumptions: tuple[Expression, ...]


@lru_cache(maxsize=4096)
def segment(root: Expression) -> Segment:
    """What is looked at below a rule whatever is presumed."""
    keys: set[str] = set()
    presumptions: list[Expression] = []
    seen: set[Expression] = set()
    waiting = [root]
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        if isinstance(part, Fact):
            keys.add(part.key)
        if isinstance(part, Presume | PresumeOption) or (isinstance(part, Fact) and part.silence):
            presumptions.append(part)
        waiting.extend(_because(part))
    return Segment(frozenset(keys), tuple(presumptions))


def _because(part: Expression) -> Iterator[Expression]:
    """What a finding about this always rests on."""
    if isinstance(part, Presume | PresumeOption):
        yield part.of
    elif isinstance(part, ta.Table):
        yield from (row.when for row in part.rows if row.when is not None)
    elif isinstance(part, ev.YearsSince):
        yield part.date
    elif not isinstance(getattr(part, "of", None), ev.Selection):
        yield from part.parts()


Made = Set[Expression]
"""The presumptions that were made about a patient."""


def presumed_keys(segments: tuple[Segment, ...], made: Made) -> frozenset[str]:
    """The keys of the facts that the presumptions which were made are about."""
    keys: set[str] = set()
    for part in _standing(segments, made):
        if isinstance(part, Presume | PresumeOption):
            keys |= _keys_below(part.of, made)
        elif isinstance(part, Fact):
            keys.add(part.key)
    return frozenset(keys)


def _standing(segments: tuple[Segment, ...], made: Made) -> list[Expression]:
    """The presumptions that an explanation shows: those that another one was made under among them."""
    waiting = [part for each in segments for part in each.presumptions if part in made]
    found: dict[Expression, None] = {}
    while waiting:
        part = waiting.pop()
        if part not in found:
            found[part] = None
            if isinstance(part, Presume | PresumeOption) and part.when is not None:
                waiting.extend(each for each in segment(part.when).presumptions if each in made)
    return list(found)


def _keys_below(about: Expression, made: Made) -> frozenset[str]:
    keys = set(segment(about).keys)
    for part in _standing((segment(about),), made):
        if isinstance(part, Presume | PresumeOption) and part.when is not None:
            keys |= segment(part.when).keys
    return frozenset(keys)
