"""`veinway inr`: one person's next dose and control, a clinic's control, and input that cannot be
used.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from command_line import Run
from veinway.engine.inr_control import control
from veinway.engine.weekly_dose import changed
from veinway.language import change
from veinway.language.values import Interval
from veinway.records.inr_history import value_of
from veinway.schemas import load

W41 = [(0, "1.8"), (14, "2.4"), (28, "3.2"), (56, "2.6")]
TWO, THREE = Fraction(2), Fraction(3)


def series(rows: list[tuple[int, str]]) -> list[tuple[int, Interval]]:
    return [(day, Interval(Fraction(value), Fraction(value))) for day, value in rows]


def test_each_method_gives_what_the_reference_prints() -> None:
    found = control(series(W41), TWO, THREE)
    assert found.rosendaal == Interval(Fraction("68.75"), Fraction("68.75"))
    assert found.whole_days == Fraction(100 * 39, 56)
    assert found.tests == 50
    assert (found.intervals, found.days, found.days_left_out) == (3, 56, 0)


@pytest.mark.parametrize(
    ("rows", "days", "whole"),
    [
        ([(0, "1.6"), (10, "2.2"), (30, "3.6")], 30, Fraction(50)),
        ([(0, "1.5"), (20, "3.5")], 20, Fraction(55)),
    ],
)
def test_whole_days_are_counted_at_their_end(
    rows: list[tuple[int, str]], days: int, whole: Fraction
) -> None:
    found = control(series(rows), TWO, THREE)
    assert (found.days, found.whole_days) == (days, whole)


def test_a_gap_of_57_days_is_left_out_and_one_of_56_counts() -> None:
    assert control(series([*W41, (113, "2.5")]), TWO, THREE).days_left_out == 57
    assert control(series([*W41, (112, "2.5")]), TWO, THREE).days == 112


def test_one_value_has_no_time_in_range() -> None:
    assert control(series([(0, "2.5")]), TWO, THREE).rosendaal is None


@pytest.mark.parametrize(
    ("weekly", "low", "high", "ends", "spread"),
    [
        (35, 10, 20, ("38.5", 42), ((5, 6), (2, 5))),
        (35, 0, 0, (35, 35), ((7, 5),)),
        (35, -20, -5, (28, "33.25"), ((3, 5), (4, 4))),
        (7, 5, 10, ("7.35", "7.7"), ((1, "1.5"), (6, 1))),
    ],
)
def test_a_weekly_dose_is_spread_over_days_that_differ_by_one_step(
    weekly: int, low: int, high: int, ends: tuple, spread: tuple
) -> None:
    found = changed(Fraction(weekly), change(low, high))
    assert (found.low, found.high) == tuple(map(Fraction, ends))
    assert found.spread == tuple((days, Fraction(mg)) for days, mg in spread)


@pytest.mark.parametrize(
    ("written", "low", "high"), [("2.5", "2.5", "2.5"), (">8.0", "8.01", "50"), ("<1,0", "0", "0.99")]
)
def test_a_value_beyond_the_limit_of_the_laboratory_is_an_interval(
    written: str, low: str, high: str
) -> None:
    assert value_of(written, "line 2") == Interval(Fraction(low), Fraction(high))


def history(folder: Path, *lines: str, header: str = "date,inr") -> str:
    file = folder / "history.csv"
    file.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return str(file)


SAID = ("--say", "bleeding_on_vka=none", "--say", "warfarin_dose_discrepancy=no")


def test_the_next_dose_and_date_come_first(run: Run, tmp_path: Path) -> None:
    file = history(tmp_path, "2026-01-01,2.3", "2026-01-15,2.6", "2026-01-29,1.4")
    more = ("--say", "inr_temporary_cause=no", "--say", "interacting_medicine_started=no")
    done = run("inr", file, "--dose", "35", *SAID, *more, "--json")
    answer = json.loads(done.out)
    assert (answer["next_dose"]["low"], answer["next_dose"]["high"]) == (38.5, 42)
    assert answer["next_inr"] == ["2026-01-30", "2026-02-05"]
    page = run("inr", file, "--dose", "35", *SAID, *more).out
    assert page.index("38.5 to 42 mg a week") < page.index("INR over time")


def test_no_dose_is_proposed_until_bleeding_was_asked_about(run: Run, tmp_path: Path) -> None:
    file = history(tmp_path, "2026-01-01,2.3", "2026-01-15,1.4")
    done = run("inr", file, "--dose", "35", "--json")
    assert json.loads(done.out)["next_dose"] is None
    assert "Is there bleeding" in run("inr", file, "--dose", "35").out


def test_a_clinic_gets_time_in_range_of_each_person(run: Run, tmp_path: Path) -> None:
    lines = ["a,2026-01-01,1.8", "a,2026-01-15,2.4", "a,2026-01-29,3.2", "a,2026-02-26,2.6"]
    file = history(tmp_path, *lines, "b,2026-01-01,2.5", header="person,date,inr")
    done = run("inr", file, "--json")
    first, second = map(json.loads, done.out.splitlines())
    assert (first["percent_low"], first["percent_high"], first["days"]) == (68.75, 68.75, 56)
    assert second["percent_low"] is None


def test_the_first_six_weeks_do_not_count_where_the_start_is_known(run: Run, tmp_path: Path) -> None:
    days = ["2026-01-04,1.4", "2026-02-12,2.2", "2026-02-26,2.8", "2026-03-26,3.2"]
    file = history(tmp_path, *days)
    answer = json.loads(run("inr", file, "--started", "2026-01-01", "--json").out)
    assert answer["control"]["percent"] == [66.6667, 66.6667]
    assert answer["control"]["insufficient_period"]


def test_a_clinic_counts_as_one_person_does_and_says_whose_start_is_not_known(
    run: Run, tmp_path: Path
) -> None:
    days = ["2026-01-04,1.4", "2026-02-12,2.2", "2026-02-26,2.8", "2026-03-26,3.2"]
    known = [f"known,{day},2026-01-01" for day in days]
    unknown = [f"unknown,{day}," for day in days]
    file = history(tmp_path, *known, *unknown, header="person,date,inr,started")
    told = {line["person"]: line for line in run("inr", file, "--json").lines}
    for name, started in {"known": ["--started", "2026-01-01"], "unknown": []}.items():
        alone = json.loads(run("inr", history(tmp_path, *days), *started, "--json").out)
        assert told[name]["percent_low"] == alone["control"]["percent"][0]
        assert told[name]["first_six_weeks_excluded"] == bool(started)
    assert told["known"]["percent_low"] != told["unknown"]["percent_low"]


@pytest.mark.parametrize(
    ("lines", "header", "code"),
    [
        (["2026-01-01,high"], "date,inr", "I264"),
        (["1st of May,2.5"], "date,inr", "I263"),
        (["2026-01-01,51"], "date,inr", "I264"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_rest_is_used(
    run: Run, tmp_path: Path, lines: list[str], header: str, code: str
) -> None:
    done = run("inr", history(tmp_path, *lines, "2026-02-01,2.5", header=header), "--json")
    assert done.status == 2
    assert code in done.err
    assert len(json.loads(done.out)["values"]) == 1


def test_a_history_without_values_is_an_error(run: Run, tmp_path: Path) -> None:
    done = run("inr", history(tmp_path), "--json")
    assert (done.status, "I267" in done.out + done.err) == (2, True)


def test_a_range_that_nobody_uses_is_an_error(run: Run, tmp_path: Path) -> None:
    done = run("inr", history(tmp_path, "2026-01-01,2.5"), "--range", "1-9")
    assert (done.status, "I265" in done.out + done.err) == (2, True)


def test_a_weekly_dose_that_is_none_is_an_error(run: Run, tmp_path: Path) -> None:
    done = run("inr", history(tmp_path, "2026-01-01,2.5"), "--dose", "many")
    assert (done.status, "I268" in done.out + done.err) == (2, True)


def test_every_answer_holds_its_schema(run: Run, tmp_path: Path) -> None:
    schema = Draft202012Validator(load("inr"))
    file = history(tmp_path, "2026-01-01,2.3", "2026-01-15,>8")
    one = run("inr", file, "--dose", "35", *SAID, "--json").document
    assert [error.message for error in schema.iter_errors(one)] == []
    clinic = history(tmp_path, "a,2026-01-01,1.8", "a,2026-01-15,2.4", header="person,date,inr")
    for line in run("inr", clinic, "--json").lines:
        assert [error.message for error in schema.iter_errors(line)] == []


def test_a_very_high_inr_says_what_comes_before_any_dose(run: Run, tmp_path: Path) -> None:
    file = history(tmp_path, "2026-01-01,2.3", "2026-01-15,2.6", "2026-01-29,9.0")
    page = " ".join(run("inr", file, "--dose", "35").out.split())
    assert "No further dose of warfarin until what is asked below is known." in page
    assert page.index("No further dose of warfarin") < page.index("Is there bleeding")
    assert "next INR on 2026-01-30" in page
    page = " ".join(run("inr", file, "--dose", "35", "--say", "bleeding_on_vka=major").out.split())
    assert page.index("Major bleeding: four-factor prothrombin complex") < page.index("By each source")


def test_a_new_dose_after_a_very_high_inr_begins_once_it_is_in_range(run: Run, tmp_path: Path) -> None:
    file = history(tmp_path, "2026-01-01,2.3", "2026-01-15,2.6", "2026-01-29,9.0")
    page = " ".join(run("inr", file, "--dose", "35", *SAID).out.split())
    assert "no dose until the INR is back in range; then 28 to 33.25 mg a week" in page
    answer = json.loads(run("inr", file, "--dose", "35", *SAID, "--json").out)
    assert answer["next_dose"]["first"] == "no dose until the INR is back in range; then "


@pytest.mark.parametrize("name", ["NHS no.", '"Patient ID"', "Hospital-Number"])
def test_a_clinics_own_name_for_the_person_is_understood(run: Run, tmp_path: Path, name: str) -> None:
    table = history(tmp_path, "a,2026-01-01,2.5", "b,2026-02-01,2.5", header=f"{name},Date,INR")
    told = [json.loads(line)["person"] for line in run("inr", table, "--json").out.splitlines()]
    assert told == ["a", "b"]


def test_several_people_are_never_taken_for_one(run: Run, tmp_path: Path) -> None:
    table = history(tmp_path, "a,2026-01-01,2.5", "b,2026-02-01,2.5", header="patient name,date,inr")
    done = run("inr", table)
    assert (done.status, "I274" in done.err, done.out) == (2, True, "")


def test_a_clinics_table_without_a_usable_value_is_an_error(run: Run, tmp_path: Path) -> None:
    done = run("inr", history(tmp_path, "a,13/01/2026,2.5", header="person,date,inr"))
    assert (done.status, "I263" in done.err, "I267" in done.err, done.out) == (2, True, True, "")
