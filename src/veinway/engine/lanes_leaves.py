"""What-if lanes of one patient: what is read from the situation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from ..language import events as ev
from ..language import expressions as ex
from ..language import facts as fa
from ..language.events import Selection
from ..language.expressions import Expression
from ..language.knowledge import walk
from ..language.values import History, Interval, Possible, Situation, Truth
from .lanes_names import dated_by, step_of
from .lanes_numbers import Spread, put
from .one import Reasoner
from .truth import whole

HERE, STRICT = 1, 2
"""The bits of the lanes of the patient as known, with presumptions and without."""
BOTH = HERE | STRICT
_ALONE = (ev.AnyEvent, ev.CountOf, ev.DaysSince, ev.ValueOf, ev.OptionOf, ev.DateOf)
"""What these say where no event is recorded depends on nothing else."""

Answers = dict[Any, int]
"""For each answer to an open question that is tried, the bit of its lane, in order."""


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """Something that is read from the situation.

    step: the grid of a number, None where it has none. points: the answers that some target tries.
    plain: the key of a fact that silence says nothing about. unknown: its planes where nothing is
    known and no answer is tried. nothing: what it is where no event is recorded, and where none is
    and no other can have happened; None where that depends on something else. presumes: without
    presumptions it may be another.
    """

    part: Expression
    step: Fraction | None
    keys: tuple[str, ...]
    supposed: bool
    points: tuple[Fraction | int, ...]
    plain: str
    anything: Possible | None
    unknown: tuple[Any, ...]
    event: str
    nothing: tuple[Possible | None, Possible | None]
    presumes: bool
    dated_by: tuple[fa.DateFact, ...]
    """Facts on which it rests: events are looked at around these dates."""


# What a leaf is -----------------------------------------------------------------------------------


def leaf_of(part: Expression, points: set[Fraction | int] | None) -> Leaf:
    """An expression that is read; points: the numbers that some target tries, None where none does."""
    of = getattr(part, "of", None)
    selections = [each for each in _selections(part) if each.where is not None]
    silence = part.silence if isinstance(part, fa.Fact) else None
    anything = part.anything if isinstance(part, fa.Fact) else None
    keys = part.option_keys() if isinstance(part, ex.ChoiceExpression) else ()
    return Leaf(
        part=part,
        step=step_of(part),
        keys=keys,
        supposed=points is not None,
        points=tuple(sorted(points or ())),
        plain=part.key if isinstance(part, fa.Fact) and silence is None else "",
        anything=anything,
        unknown=() if anything is None else tuple(planes(keys, anything, {}, BOTH)),
        event=of.event.key if isinstance(of, Selection) else "",
        nothing=_nothing(part, of.event.key) if isinstance(of, Selection) else (None, None),
        presumes=silence is not None or any(_presumes(each.where) for each in selections),
        dated_by=dated_by(part),
    )


def _selections(part: Expression) -> Iterable[Selection]:
    """Every selection of events that something about events rests on."""
    for each in walk(part):
        for of in (getattr(each, "of", None), getattr(each, "since", None)):
            if isinstance(of, Selection):
                yield of


def _presumes(condition: ex.YesNoExpression | None) -> bool:
    return any(
        isinstance(part, ex.Presume | ex.PresumeOption)
        or (isinstance(part, fa.Fact) and part.silence is not None)
        for part in walk(condition)
    )


def _nothing(part: Expression, event: str) -> tuple[Possible | None, Possible | None]:
    """What it is where no event is on record, and where none has happened."""
    if isinstance(part, ev.TimeUntil):
        # Of what has not happened it is known how long one has waited.
        return part.range, None
    if not isinstance(part, _ALONE):
        return None, None
    found = []
    for complete in ("", "none"):
        situation = Situation({}, {event: History((), complete)}, 0, 0, 0, 0, {})
        found.append(_on_grid(Reasoner(situation).find(part).value, step_of(part)))
    return found[0], found[1]


def _on_grid(value: Possible, step: Fraction | None) -> Possible:
    """A number in whole steps of its grid; other values as they are."""
    if not isinstance(value, Interval) or step is None or step == 1:
        return value
    return Interval(whole(value.low / step), whole(value.high / step))


# What it says of a patient --------------------------------------------------------------------------


def value_of(leaf: Leaf, r: Reasoner) -> Possible:
    """The value of a leaf as the one-patient engine has it, numbers in steps of their grid."""
    if leaf.plain:
        known = r.situation.facts.get(leaf.plain)
        assert leaf.anything is not None
        return leaf.anything if known is None else known.value
    history = r.situation.histories.get(leaf.event)
    if history is None or not history.events:
        nothing = leaf.nothing[history is not None and bool(history.complete)]
        if nothing is not None:
            return nothing
    return _on_grid(r.find(leaf.part).value, leaf.step)


def values_if(leaf: Leaf, r: Reasoner, fact: fa.DateFact, answers: Answers) -> dict[int, Possible]:
    """The value of a leaf in the lane of each answer to a date that it rests on."""
    below = frozenset(walk(leaf.part))
    supposed = ((bit, r.supposing(fact, Interval(day, day), below)) for day, bit in answers.items())
    return {bit: _on_grid(other.find(leaf.part).value, leaf.step) for bit, other in supposed}


def answers_to(leaf: Leaf, value: Possible) -> list[Any]:
    """Every answer worth trying (see `ask.answers_to`); nothing where the leaf is known."""
    if isinstance(value, Truth):
        return [Truth.YES, Truth.NO] if value is Truth.UNKNOWN else []
    if isinstance(value, Interval):
        if value.low == value.high:
            return []
        inside = (point for point in leaf.points if value.low < point < value.high)
        return [value.low, *inside, value.high]
    return sorted(value) if len(value) > 1 else []


def planes(keys: tuple[str, ...], value: Possible, answers: Answers, full: int) -> list[Any]:
    """What the printed program reads of a leaf with these options, if it has any."""
    if isinstance(value, Truth):
        if answers:
            return [full ^ answers[Truth.NO], full ^ answers[Truth.YES]]
        return [(full if value is not Truth.NO else 0), (full if value is not Truth.YES else 0)]
    if isinstance(value, Interval):
        return [Spread(value, {bit: Interval(point, point) for point, bit in answers.items()})]
    rest = full ^ sum(answers.values())
    return [rest | answers.get(key, 0) if key in value else 0 for key in keys]


@lru_cache(maxsize=16_384)
def in_both(keys: tuple[str, ...], value: Possible) -> tuple[Any, ...]:
    """The planes of what is the same with presumptions and without."""
    return tuple(planes(keys, value, {}, BOTH))


def put_in(keys: tuple[str, ...], listed: list[Any], lane: int, value: Possible) -> list[Any]:
    """The same planes with another value in one lane."""
    if isinstance(value, Truth):
        yes, no = listed
        return [put(yes, lane, value.can_be_yes), put(no, lane, value.can_be_no)]
    if isinstance(value, Interval):
        (spread,) = listed
        return [Spread(spread.here, {**spread.others, lane: value})]
    return [put(plane, lane, key in value) for key, plane in zip(keys, listed, strict=True)]
