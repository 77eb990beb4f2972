"""Random scores and tables."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from generated.worlds import SOURCE
from veinway.language import (
    Band,
    Outcome,
    all_of,
    below,
    from_,
    neutral,
    no,
    only_one,
    otherwise,
    override,
    points,
    points_from,
    row,
    score,
    table,
    up_to,
)
from veinway.language.errors import DefinitionError

if TYPE_CHECKING:
    from generated.rules import Maker

POINTS = [Fraction(-2), Fraction(-1, 2), Fraction(1, 2), Fraction(1), Fraction(3)]


def score_of(make: Maker, depth: int) -> Any:
    """A score of up to four items, with half and negative points."""
    key = make.new_key("score")
    listed = [_item(make, depth) for _ in range(1 + make.number_up_to(3))]
    names = [Band(f"band_{n}", f"band {n}") for n in range(2 + make.number_up_to(1))]
    first = make.number_up_to(2) - 1
    cuts = [make.pick([below, up_to])(first + 2 * n, band) for n, band in enumerate(names[:-1])]
    last = cuts[-1].at + _grid(listed) if cuts[-1].strict else cuts[-1].at
    overridden = override(make.truth(depth), make.pick(names)) if make.number_up_to(3) == 0 else None
    return score(
        key,
        key,
        source=SOURCE,
        items=listed,
        bands=[*cuts, from_(last, names[-1])],
        for_whom=make.truth(depth) if make.number_up_to(1) else None,
        overridden=overridden,
    )


def _grid(items: list[Any]) -> Fraction:
    """The step of a score with these items."""
    bands = [below(0, Band("low", "low")), from_(0, Band("high", "high"))]
    return score("grid", "grid", source=SOURCE, items=items, bands=bands, for_whom=None).step


def _item(make: Maker, depth: int) -> Any:
    kind = make.number_up_to(3)
    if kind == 0:
        return only_one(*(points(make.pick(POINTS), make.truth(depth)) for _ in range(3)))
    if kind == 1:
        return points_from(make.pick(make.world.measures), make.pick([Fraction(1), Fraction(-1, 2)]))
    return points(make.pick(POINTS), make.truth(depth))


def table_of(make: Maker, depth: int) -> Any:
    """A table that is decided in one of three ways; one that collects is no choice between outcomes."""
    return table_with(make, depth, make.pick(["first", "worst", "unique"]))


def table_with(make: Maker, depth: int, hit: Any) -> Any:
    """A table; rows that could never decide are left out until none of them is."""
    key = make.new_key("table")
    outcomes = [neutral(f"outcome_{n}", f"Outcome {n}.", rank=n) for n in range(3)]
    conditions = _conditions(make, depth, hit)
    exceptions = [row(make.truth(depth), make.pick(outcomes), cite=SOURCE)][: make.number_up_to(1)]
    meanwhile = [row(make.truth(0), outcomes[0], cite=SOURCE)][: make.number_up_to(1)]
    rows = [row(condition, make.pick(outcomes), cite=SOURCE) for condition in conditions]
    last = [] if hit == "collect" else [otherwise(make.pick(outcomes), cite=SOURCE)]
    for count in range(len(rows), 0, -1):
        for unless in (exceptions, []):
            kept = [*rows[:count], *last]
            try:
                return table(
                    key, key, hit=hit, rows=kept, source=SOURCE, unless=unless, meanwhile=meanwhile
                )
            except DefinitionError as error:
                if error.code != "D192":
                    raise
    return _smallest_table(make, key, outcomes)


def _smallest_table(make: Maker, key: str, outcomes: list[Outcome]) -> Any:
    holds = row(make.world.yes_no[0], outcomes[0], cite=SOURCE)
    return table(key, key, hit="first", source=SOURCE, rows=[holds, otherwise(outcomes[1], cite=SOURCE)])


def _conditions(make: Maker, depth: int, hit: str) -> list[Any]:
    """Conditions of rows; those of a unique table exclude each other by construction."""
    conditions = [make.truth(depth) for _ in range(1 + make.number_up_to(3))]
    if hit != "unique":
        return conditions
    return [
        all_of(*(no(before) for before in conditions[:place]), condition)
        for place, condition in enumerate(conditions)
    ]
