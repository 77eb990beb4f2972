"""What-if lanes of one patient: what to ask next, as in `ask`, which is the definition."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from math import lcm

from ..language import Event, Fact
from .ask import Decides, OpenFact, Target, rank
from .lanes import Lanes
from .lanes_leaves import HERE
from .lanes_program import Asked, TargetPlaces
from .truth import whole

Rank = tuple[bool, int, Fraction | int, int, str]
_MANY = lcm(*range(1, 25))
"""A multiple of how many answers are tried, but for very long lists of them."""


def open_facts(target: Target, lanes: Lanes) -> tuple[OpenFact, ...]:
    """The facts that could still change the answer, most useful first; none once it is decided."""
    places, values = lanes.program.targets[target], lanes.values
    states = [values[n] for n in places.states]
    if sum([plane & HERE for plane in states]) < 2:
        return ()
    could_move = _could_move(places, lanes)
    count = _counted(states, [])
    one_left = count[0]
    for digit in count[1:]:
        one_left &= ~digit
    left = _counted((values[n] for n in places.actions), count)
    best: dict[str, tuple[Rank, OpenFact]] = {}
    for asked in places.asked:
        lane = lanes.tried[asked.leaf]
        if lane & could_move and (asked.points is not None or asked.conflicts):
            lane = _only_tried(asked, lane, lanes)
        if lane & could_move:
            decided = (one_left & lane).bit_count()
            sum_left = 0
            for place, digit in enumerate(left):
                sum_left += (digit & lane).bit_count() << place
            found = _ranked(asked.of, lane.bit_count(), decided, sum_left)
            if asked.key not in best or found[0] < best[asked.key][0]:
                best[asked.key] = found
    return tuple([found for _, found in sorted(best.values(), key=_first)])


def _could_move(places: TargetPlaces, lanes: Lanes) -> int:
    """The lanes in which anything between the facts and the answer is another than in lane 0."""
    values, full = lanes.values, lanes.full
    found = 0
    for n in places.between:
        plane = values[n]
        found |= plane ^ full if plane & HERE else plane
    return found


def _counted(planes: Iterable[int], count: list[int]) -> list[int]:
    """In how many planes each lane is, added to a count: the planes of its binary digits."""
    count = list(count)
    for plane in planes:
        for place, digit in enumerate(count):
            count[place], plane = digit ^ plane, digit & plane
            if not plane:
                break
        if plane:
            count.append(plane)
    return count


def _only_tried(asked: Asked, lane: int, lanes: Lanes) -> int:
    """The lanes of the answers that a target tries, without those that contradict the record."""
    if asked.points is not None:
        answers = lanes.answers[asked.leaf]
        (first, *_, last) = answers
        lane = answers[first] | answers[last]
        for point, bit in answers.items():
            if point in asked.points:
                lane |= bit
    for n in asked.conflicts:
        lane &= ~lanes.values[n]
    return lane


@lru_cache(maxsize=65536)
def _ranked(of: Fact | Event, tried: int, decided: int, left: int) -> tuple[Rank, OpenFact]:
    decides: Decides = "always" if decided == tried else "sometimes" if decided else "never alone"
    found = OpenFact(of, decides, Fraction(left, tried))
    is_test, order, average, cost, key = rank(found)
    # Whole numbers are compared faster than fractions.
    return (is_test, order, whole(average * _MANY), cost, key), found


def _first(ranked: tuple[Rank, OpenFact]) -> Rank:
    return ranked[0]


def unknown_facts(target: Target, lanes: Lanes) -> tuple[Fact | Event, ...]:
    """Every fact below the target that is not known, whether or not it still matters."""
    asked, tried = lanes.program.targets[target].asked, lanes.tried
    return tuple({each.key: each.of for each in asked if tried[each.leaf]}.values())
