"""From events to subjects: in whatever order the events come, and however large their numbers are."""

from __future__ import annotations

from random import Random

import polars as pl
import pytest

from generated.situations import situation
from generated.worlds import SOURCE, choice_fact, measure_fact
from veinway.engine.columns import compile_program
from veinway.engine.columns_gathered import Gathered, Runs
from veinway.engine.planes import Planes, from_situations
from veinway.language import days_since
from veinway.language.events import CountOf, Event, OptionOf, Selection, ValueOf

SIZE, KIND = measure_fact("size", 1, 0, 9), choice_fact("kind", 3)  # type: ignore[arg-type]
FALL = Event("fall", "fall", attributes=(SIZE, KIND), ask="?", source=SOURCE)
ANY_FALL = Selection(FALL, None, None)


def test_events_in_no_order_say_what_events_in_order_say() -> None:
    people = [situation(Random(seed), [], [FALL], {}) for seed in range(200)]
    planes = from_situations(people, [], [FALL])
    events = planes.events["fall"]
    mixed = Planes(planes.frame, {"fall": events.sample(fraction=1, shuffle=True, seed=1)})
    asked = {
        "ago": days_since("last", FALL),
        "first": days_since("first", FALL),
        "size": ValueOf(ANY_FALL, SIZE, "highest"),
        "kind": OptionOf(ANY_FALL, KIND, "first"),
        "count": CountOf(ANY_FALL, 5),
    }
    program = compile_program([], asked, presumptions=True)
    assert not mixed.events["fall"]["row"].is_sorted()
    assert program.run(mixed).equals(program.run(planes))


@pytest.mark.parametrize(
    ("how", "largest"), [("min", 9), ("max", 9), ("sum", 9), ("min", 2**60), ("max", 2**60)]
)
def test_runs_are_reduced_alike_where_values_leave_no_room_for_the_number_of_the_subject(
    how: str, largest: int
) -> None:
    random = Random(largest)
    rows = sorted(random.choices(range(50), k=60))
    values = [random.randint(-largest, largest) for _ in rows]
    nothing = 0 if how == "sum" else largest
    mine = [[v for r, v in zip(rows, values, strict=True) if r == row] for row in range(50)]
    reduced = {"min": min, "max": max, "sum": sum}[how]
    expected = [reduced(each) if each else nothing for each in mine]
    runs = Runs(pl.Series(rows, dtype=pl.UInt32), 50)
    gathered = Gathered(pl.col("found"), how, nothing)  # type: ignore[arg-type]
    assert runs.of_subjects(pl.Series("found", values), gathered).to_list() == expected
