"""A compiled program: what it looks at, what it refuses, and what comes out for chunks and regimens."""

from __future__ import annotations

from random import Random

import polars as pl
import pytest

from generated.situations import situation
from generated.worlds import SOURCE, choice_fact, measure_fact, yes_no_fact
from veinway.engine.columns import compile_program, run_chunks
from veinway.engine.one import Reasoner
from veinway.engine.planes import Planes, from_situations
from veinway.language import (
    INDEX,
    SeriesMeasure,
    YearsSince,
    date_fact,
    days_since,
    dose,
    drug,
    neutral,
    otherwise,
    phase,
    row,
    table,
    until_review,
)
from veinway.language.errors import DefinitionError, InputError
from veinway.language.events import Event, Selection
from veinway.language.time import date_of
from veinway.language.values import Interval, Known, Situation, Truth

KNOWN, SEX = yes_no_fact("known"), choice_fact("sex", 2)
SIZE = measure_fact("size", 1, 0, 9)  # type: ignore[arg-type]
FALL = Event("fall", "fall", attributes=(SIZE,), ask="?", source=SOURCE)
TODAY = 20_000


def someone(**facts: Known) -> Situation:
    return Situation(facts, {}, TODAY, TODAY, TODAY * 1440, TODAY * 1440, {})


def test_a_fact_without_columns_is_unknown_for_everybody() -> None:
    program = compile_program([], {"known": KNOWN, "sex": SEX, "size": SIZE}, presumptions=True)
    found = program.run(from_situations([someone(), someone()], [])).to_dicts()
    assert found == 2 * [
        {"known.yes": True, "known.no": True, "sex.set": 3, "size.low": 0, "size.high": 9}
    ]


def test_a_kind_of_event_without_a_frame_may_have_happened() -> None:
    program = compile_program([], {"ago": days_since("last", FALL)}, presumptions=True)
    [found] = program.run(from_situations([someone()], [])).to_dicts()
    assert found == {"ago.low": 0, "ago.high": 10_000_000}


def test_an_empty_cell_is_refused_and_never_read_as_no() -> None:
    planes = from_situations([someone(), someone()], [KNOWN])
    holed = planes.frame.with_columns(pl.Series("known.yes", [True, None]))
    with pytest.raises(InputError) as error:
        compile_program([], {"known": KNOWN}, presumptions=True).run(Planes(holed, {}))
    assert error.value.code == "I260"


def test_planes_without_an_index_day_are_refused_by_rules_that_look_at_it() -> None:
    born = date_fact("born", "born", ask="?", source=SOURCE, earliest=date_of(0), latest=date_of(TODAY))
    planes = from_situations([someone()], [born])
    program = compile_program([], {"age": YearsSince(born, INDEX)}, presumptions=True)
    with pytest.raises(InputError) as error:
        program.run(Planes(planes.frame.drop("index"), {}))
    assert error.value.code == "I261"


def test_a_measure_over_a_series_is_compared_and_not_worked_with_further() -> None:
    of = Selection(FALL, None, None)
    method, domain = "time_in_range_rosendaal", Interval(0, 100)
    series = SeriesMeasure("s", "s", of, SIZE, method, (), "%", domain, SIZE.step, SOURCE)
    with pytest.raises(DefinitionError) as error:
        compile_program([], {"more": series + 1}, presumptions=True)
    assert error.value.code == "D222"


def test_chunks_say_what_the_whole_says() -> None:
    people = [situation_of(seed) for seed in range(30)]
    program = compile_program([], {"known": KNOWN, "ago": days_since("first", FALL)}, presumptions=True)
    whole = program.run(from_situations(people, [KNOWN], [FALL]))
    parts = (from_situations(people[n : n + 7], [KNOWN], [FALL]) for n in range(0, 30, 7))
    assert pl.concat(run_chunks(program, parts)).equals(whole)


def situation_of(seed: int) -> Situation:
    return situation(Random(seed), [KNOWN], [FALL], {})


def test_a_drug_gives_its_doses_and_every_reason_and_what_is_certain_of_them() -> None:
    full, half = dose("full", "Full dose."), dose("half", "Half dose.")
    doses = table(
        "dose",
        "dose",
        hit="first",
        source=SOURCE,
        rows=[row(SIZE >= 5, full, cite=SOURCE), otherwise(half, cite=SOURCE)],
    )
    bar = neutral("bar", "Barred.", rank=2)
    verdict = table(
        "verdict",
        "verdict",
        hit="worst",
        source=SOURCE,
        rows=[
            row(KNOWN, bar, cite=SOURCE),
            row(SEX.is_("a"), bar, cite=SOURCE),
            otherwise(full, cite=SOURCE),
        ],
    )
    phases = [phase("treatment", "treatment", dose=doses, lasts=until_review(), source=SOURCE)]
    it = drug("it", "it", family="f", verdict=verdict, phases=phases, source=SOURCE, known_first=[SIZE])
    program = compile_program([it], presumptions=True)
    planes = from_situations([someone(known=Known(Truth.YES))], [KNOWN, SEX, SIZE])
    [found] = program.run(planes).to_dicts()
    assert (found["dose.outcomes"], found["dose.rows"], found["dose.open"]) == (0b11, 0b11, 1)
    assert (found["it.reasons"], found["it.reasons.certain"]) == (0b11, 0b01)


def test_nobody_is_younger_than_nothing() -> None:
    born = date_fact(
        "born", "born", ask="?", source=SOURCE, earliest=date_of(0), latest=date_of(TODAY + 999)
    )
    later = someone(born=Known(Interval(TODAY + 400, TODAY + 800)))
    age = YearsSince(born, INDEX)
    assert Reasoner(later).number(age) == Interval(0, 0)
    program = compile_program([], {"age": age}, presumptions=True)
    [found] = program.run(from_situations([later], [born])).to_dicts()
    assert found == {"age.low": 0, "age.high": 0}
