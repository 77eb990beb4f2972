"""Which datum would decide most of those who are not decided yet, and how answers are added up."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import polars as pl

from veinway.commands.decision_file import write_decisions
from veinway.engine.assessment import assess
from veinway.engine.deciding import Tried, readings
from veinway.engine.decision_frame import DecisionFrame
from veinway.engine.planes import from_situations
from veinway.engine.subjects import situations
from veinway.engine.tally import RuleTally, WhatIsKnown
from veinway.language import (
    NO,
    Event,
    Source,
    any_event,
    any_of,
    measure,
    neutral,
    otherwise,
    presume,
    row,
    table,
    weeks,
    within,
    yes_no,
)
from veinway.language.knowledge import Knowledge
from veinway.language.values import Happened, History, Interval, Known, Situation, Truth

CITE = Source("DECIDING", "made up", "2026").at("a test")
fever = yes_no("fever_here", "Fever", ask="Fever?", source=CITE)
weight = measure("weight_here", "Weight", ask="?", unit="kg", step="0.1", domain=(1, 300), source=CITE)
trip = yes_no("trip_here", "Trip", ask="Trip?", source=CITE)
hard = yes_no("hard", "Hard", ask="Hard?", source=CITE)
fall = Event("fall_here", "Fall", attributes=(hard,), ask="Falls?", source=CITE)
no_trip = presume(trip, NO, because="nobody travels", source=CITE)
ILL, WELL = neutral("ill", "Ill."), neutral("well", "Well.")
RULE = table(
    "rule_here",
    "A rule",
    hit="first",
    source=CITE,
    rows=[
        row(
            any_of(fever, weight < 40, any_event(fall, hard, in_=within(weeks(4))), no_trip),
            ILL,
            cite=CITE,
        ),
        otherwise(WELL, cite=CITE),
    ],
)


def knowledge() -> Knowledge:
    module: Any = ModuleType("rules")
    module.RULE = RULE
    return Knowledge.of("here", modules=(module,), episodes=(), invariants=(), constraints=())


KNOWLEDGE = knowledge()


NOTHING_KNOWN = History()


def situation(*, falls: History = NOTHING_KNOWN, **known: Known | Truth | Interval) -> Situation:
    return Situation(
        facts={k: v if isinstance(v, Known) else Known(v, ()) for k, v in known.items()},
        histories={"fall_here": falls},
        index=20_000,
        at=20_000,
        index_minute=20_000 * 1440,
        at_minute=20_000 * 1440,
        parameters={},
    )


NEVER_FELL = History((), complete="asked")
HEAVY = Interval(800, 800)
ONLY_FEVER_OPEN = situation(weight_here=HEAVY, falls=NEVER_FELL)
ALL_OPEN = situation()
FALLS_OPEN = situation(weight_here=HEAVY, fever_here=Truth.NO)
DECIDED = situation(fever_here=Truth.YES)
DOUBTFUL = situation(
    fever_here=Truth.NO,
    weight_here=HEAVY,
    falls=NEVER_FELL,
    trip_here=Known(Truth.UNKNOWN, reason="conflict"),
)
FELL = situation(
    weight_here=Interval(300, 500),
    falls=History(
        (
            Happened(
                Interval(19_990, 19_995), Interval(28_785_600, 28_800_000), {"hard": Truth.UNKNOWN}
            ),
            Happened(
                Interval(19_000, 19_000), Interval(27_360_000, 27_361_439), {"hard": Truth.YES}, False
            ),
        )
    ),
)
EVERYBODY = [ONLY_FEVER_OPEN, ALL_OPEN, FALLS_OPEN, DECIDED, DOUBTFUL, FELL]


def tried(*people: Situation) -> tuple[int, dict[str, tuple[int, int]]]:
    found = Tried()
    for each in people:
        found.add(readings(assess(KNOWLEDGE, each, ""))["rule_here"])
    return found.undecided, {each.of.key: (each.would, each.may) for each in found.best()}


def test_the_one_fact_that_is_missing_would_decide_whatever_it_is() -> None:
    assert tried(ONLY_FEVER_OPEN, DECIDED) == (1, {"fever_here": (1, 1)})


def test_a_fact_of_which_only_one_answer_decides_may_decide() -> None:
    undecided, found = tried(ALL_OPEN)
    assert undecided == 1
    assert found["fever_here"] == found["weight_here"] == (0, 1)


def test_the_most_useful_datum_comes_first() -> None:
    assert next(iter(tried(ONLY_FEVER_OPEN, ALL_OPEN, ONLY_FEVER_OPEN)[1])) == "fever_here"


def test_who_is_decided_is_not_tried() -> None:
    assert tried(DECIDED) == (0, {})


def test_a_subject_of_the_columns_is_judged_like_the_situation_it_came_from() -> None:
    planes = from_situations(EVERYBODY, KNOWLEDGE)
    again = situations(planes, range(planes.height), KNOWLEDGE, {})
    for before, after in zip(EVERYBODY, again, strict=True):
        one, other = (assess(KNOWLEDGE, each, "").tables[0] for each in (before, after))
        assert (one.found.value, one.strict.value) == (other.found.value, other.strict.value)
        assert [part.key for part in one.open.matters] == [part.key for part in other.open.matters]


def test_certain_and_possible_outcomes_are_counted_over_several_pieces() -> None:
    tally, frame = RuleTally(RULE), DecisionFrame([RULE])
    for piece in ([ONLY_FEVER_OPEN, DECIDED], [ALL_OPEN]):
        planes = from_situations(piece, KNOWLEDGE)
        tally.add(frame.run(planes), WhatIsKnown(planes))
    count = tally.readings["presumed"]
    assert (count.decided, count.not_computable, tally.undecided) == (1, 2, 2)
    assert (count.certain["ill"], count.possible["ill"]) == (1, 3)
    assert (count.certain["well"], count.possible["well"]) == (0, 2)
    assert tally.missing["fever_here"] == 2


def test_the_file_of_decisions_names_what_the_bits_stand_for(tmp_path: Path) -> None:
    planes = from_situations([DECIDED, ALL_OPEN], KNOWLEDGE)
    frame, file = DecisionFrame([RULE]), tmp_path / "decisions.parquet"
    found = frame.run(planes)
    write_decisions(file, frame, [found, found])
    assert found.bits["rule_here.outcomes"].dtype.is_integer()
    readable = pl.read_parquet(file)
    assert dict(readable.schema) == frame.schema
    assert readable["rule_here.outcomes"].to_list() == 2 * [["ill"], ["ill", "well"]]
