"""Yes, no and unknown for a symbolic patient: the mirror of `engine.truth`."""

from __future__ import annotations

from typing import Any, NamedTuple

import z3

from ...language.numbers import Sign
from .ratios import Ratio

Options = dict[str, Any]
"""For each option of a choice, the condition under which it is still possible."""


class Pair(NamedTuple):
    """The conditions under which something can be yes, and can be no."""

    yes: Any
    no: Any

    @property
    def certain(self) -> Any:
        return z3.Not(self.no)

    @property
    def open(self) -> Any:
        return z3.And(self.yes, self.no)


ALWAYS = Pair(z3.BoolVal(True), z3.BoolVal(False))


class Range(NamedTuple):
    """The low and the high end of a number, in its unit."""

    low: Ratio
    high: Ratio


def all_of(parts: list[Pair]) -> Pair:
    return Pair(z3.And(*(part.yes for part in parts)), z3.Or(*(part.no for part in parts)))


def any_of(parts: list[Pair]) -> Pair:
    return Pair(z3.Or(*(part.yes for part in parts)), z3.And(*(part.no for part in parts)))


def at_least(count: int, parts: list[Pair]) -> Pair:
    most = so_many(count, [part.yes for part in parts])
    least = so_many(count, [part.certain for part in parts])
    return Pair(most, z3.Not(least))


def so_many(count: int, conditions: list[Any]) -> Any:
    """So many conditions or more hold."""
    if count <= 0 or count > len(conditions):
        return z3.BoolVal(count <= 0)
    return z3.PbGe([(condition, 1) for condition in conditions], count)


def compare(left: Range, sign: Sign, right: Range) -> Pair:
    match sign:
        case "<":
            return Pair(left.low.less_than(right.high), right.low.up_to(left.high))
        case "<=":
            return Pair(left.low.up_to(right.high), right.low.less_than(left.high))
        case ">":
            return Pair(right.low.less_than(left.high), left.low.up_to(right.high))
        case ">=":
            return Pair(right.low.up_to(left.high), left.low.less_than(right.high))


def is_one_of(possible: Options, options: frozenset[str]) -> Pair:
    inside = [can for key, can in possible.items() if key in options]
    outside = [can for key, can in possible.items() if key not in options]
    return Pair(z3.Or(*inside), z3.Or(*outside))


def taken(value: Pair, condition: Any, yes: bool) -> Pair:
    """The value, or yes (or no) where the condition holds."""
    if yes:
        return Pair(value.yes, z3.And(value.no, z3.Not(condition)))
    return Pair(z3.And(value.yes, z3.Not(condition)), value.no)


def without(possible: Options, keep: frozenset[str], condition: Any) -> Options:
    """The options, or only those of `keep` where the condition holds."""
    return {key: can if key in keep else z3.And(can, z3.Not(condition)) for key, can in possible.items()}
