"""Made-up people under treatment: the same for a seed, and with a truth that stands by itself."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random

import polars as pl
import pytest

from command_line import Run
from test_schemas import problems
from veinway.made_up import synthesise_treated
from veinway.made_up.course_cohort import CourseMaker
from veinway.made_up.course_draw import draw_course
from veinway.made_up.course_misleading import write_trick
from veinway.made_up.course_truth import (
    lines_of,
    months_on,
    poorly_controlled,
    time_in_range,
)
from veinway.made_up.course_values import clearance
from veinway.made_up.courses import Course
from veinway.made_up.fhir import Chart

EPOCH = date(1970, 1, 1)
TODAY = (date(2026, 3, 31) - EPOCH).days


def course(**said: object) -> Course:
    """A man of 60 with 80 kg and a DVT of 100 days ago, with nothing else."""
    known: dict[str, object] = {
        "person": "a",
        "birth": TODAY - 60 * 366,
        "sex": "male",
        "clot": TODAY - 100,
        "kind": "dvt",
        "weight": 800,
        "started": TODAY - 100,
        "creatinine": [(TODAY - 10, 80)],
        "reviews": [TODAY - 95, TODAY - 14],
    }
    return Course(**(known | said))  # type: ignore[arg-type]


def owed(**said: object) -> set[tuple[str, str, str]]:
    return set(lines_of(course(**said), TODAY))


# Making -----------------------------------------------------------------------------------------


def test_equal_arguments_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        synthesise_treated(60, 9, tmp_path / name)
    files = sorted(file.name for file in (tmp_path / "one").iterdir())
    assert "truth_worklist.parquet" in files
    assert files == sorted(file.name for file in (tmp_path / "two").iterdir())
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_a_person_is_the_same_whatever_is_missing_or_misleads() -> None:
    for number in range(24):
        said = {
            tuple(row[:4] for row in CourseMaker(2, missing, misleading, TODAY).person(number)[1])
            for missing, misleading in ((0, 0), (0.5, 0), (1, 1))
        }
        if number % 8 == 7:
            said = {tuple((line[0], line[2], line[3]) for line in lines) for lines in said}
        assert len(said) == 1


def test_the_command_makes_them_and_holds_the_schema(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    made = ("synthesise", "--patients", 16, "--seed", 1, "--out", folder, "--what", "treated")
    answer = run(*made, "--json").document
    assert problems("synthesise", answer) == []
    assert answer["truth"].endswith("truth_worklist.parquet")
    assert answer["resources"]["Patient"] >= 16
    assert "coverage.anticoagulant_supply" in (folder / "veinway.toml").read_text("utf-8")
    truth = pl.read_parquet(folder / "truth_worklist.parquet")
    assert truth.columns == ["list", "person", "what", "state", "hidden", "misleading"]


def test_people_of_another_kind_are_not_made(run: Run, tmp_path: Path) -> None:
    made = ("synthesise", "--patients", 1, "--seed", 1, "--out", tmp_path / "a", "--what", "healthy")
    answer = run(*made, "--json")
    assert answer.status == 2
    assert answer.document["error"]["code"] == "I245"
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("rate", [0.0, 1.0])
def test_what_is_hidden_is_not_in_the_record(rate: float) -> None:
    maker = CourseMaker(3, rate, 0, TODAY)
    for number in range(7):
        chart, lines = maker.person(number)
        patient = json.loads(chart.lines["Patient"][0])
        assert ("birthDate" in patient) is (rate == 0)
        text = b"".join(chart.lines["Observation"]).decode()
        assert ("aps_status" in text) is (rate == 0)
        assert ('"umol/L"' in text or '"mg/dL"' in text) is (rate == 0)
        if rate == 0:
            old = [line for line in lines if line[0] != "doac_bloods" and line[4]]
            assert old == []


def test_every_trick_is_played() -> None:
    played: Counter[str] = Counter()
    for number in range(200):
        rng = Random(number)
        drawn = draw_course(rng, "t", TODAY)
        played[write_trick(rng, Chart("t"), drawn, 1, TODAY)] += 1
    assert set(played) == {
        *("after_at", "cancelled", "duplicates", "entered_in_error"),
        *("filter_in_error", "not_given", "refuted_clot"),
    }


# The truth --------------------------------------------------------------------------------------


def test_months_are_calendar_months_and_end_with_the_month() -> None:
    day = (date(2025, 11, 30) - EPOCH).days
    assert EPOCH.fromordinal(EPOCH.toordinal() + months_on(day, 3)) == date(2026, 2, 28)
    assert EPOCH.fromordinal(EPOCH.toordinal() + months_on(day, -9)) == date(2025, 2, 28)


def test_clearance_is_that_of_the_formula() -> None:
    woman = course(sex="female", weight=600, creatinine=[(TODAY, 88)])
    expected = Fraction(80 * 60 * 85 * 884, 72 * 88 * 1000)
    assert clearance(woman, TODAY) == expected


def test_time_in_range_is_the_share_of_straight_lines_without_long_gaps() -> None:
    assert time_in_range([(0, 20), (10, 30)]) == 1
    assert time_in_range([(0, 10), (10, 30)]) == Fraction(1, 2)
    assert time_in_range([(0, 35), (10, 15)]) == Fraction(1, 2)
    assert time_in_range([(0, 25), (57, 25)]) is None
    assert time_in_range([(0, 25), (56, 25), (113, 50)]) == 1


@pytest.mark.parametrize(
    ("inrs", "poor"),
    [([(9, 51), (3, 51)], True), ([(9, 51), (3, 50)], False), ([(3, 81)], True), ([(3, 80)], False)],
)
def test_poor_control_is_two_above_5_or_one_above_8(inrs: list[tuple[int, int]], poor: bool) -> None:
    dated = [(TODAY - ago, value) for ago, value in inrs]
    assert poorly_controlled(course(inrs=dated), TODAY) is poor


@pytest.mark.parametrize(
    ("values", "days"),
    [
        ((25,), 28),
        ((25, 25), 42),
        ((40, 25, 25, 25), 56),
        ((25, 25, 25, 25, 25, 25), 84),
        ((25, 31), 14),
        ((25, 36), 7),
        ((14,), 7),
        ((80,), 7),
        ((81,), 1),
    ],
)
def test_the_recall_of_an_inr_by_the_run_in_range(values: tuple[int, ...], days: int) -> None:
    for ago, state in ((days, "due"), (days + 1, "overdue")):
        first = TODAY - ago - 5 * (len(values) - 1)
        inrs = [(first + 5 * number, value) for number, value in enumerate(values)]
        found = owed(supplies=[(TODAY - 9, "warfarin")], drug="warfarin", inrs=inrs)
        assert ("inr_tests", "inr_test", state) in found


@pytest.mark.parametrize(
    ("supplies", "more", "found"),
    [
        ([(3, "dabigatran_150"), (8, "lmwh")], {"creatinine": 300}, "dabigatran_kidney"),
        ([(91, "dabigatran_150"), (96, "lmwh")], {"creatinine": 300}, None),
        ([(3, "apixaban_2_5")], {}, "reduced_dose_too_early"),
        ([(3, "apixaban_2_5")], {"clot": 186}, None),
        ([(3, "apixaban_2_5")], {"clot": 185}, "reduced_dose_too_early"),
        ([(3, "apixaban_2_5")], {"atrial_fibrillation": True}, None),
        ([(30, "rivaroxaban_15"), (3, "rivaroxaban_15")], {}, "loading_too_long"),
        ([(29, "rivaroxaban_15"), (3, "rivaroxaban_15")], {}, None),
        ([(3, "edoxaban_60"), (10, "lmwh")], {"weight": 600}, "edoxaban_dose_too_high"),
        ([(3, "edoxaban_60"), (8, "lmwh")], {"weight": 601}, None),
        ([(3, "edoxaban_60"), (7, "lmwh")], {}, "no_lead_in"),
        ([(3, "edoxaban_60"), (9, "warfarin")], {}, None),
        ([(3, "apixaban_5")], {"antibodies": "single"}, "doac_in_aps"),
        ([(3, "warfarin")], {"antibodies": "single"}, None),
    ],
)
def test_safety_rules_at_their_edges(
    supplies: list[tuple[int, str]], more: dict[str, object], found: str | None
) -> None:
    dated = [(TODAY - ago, product) for ago, product in sorted(supplies, reverse=True)]
    said = dict(more)
    if "clot" in said:
        said["clot"] = TODAY - int(str(said["clot"]))
    if "creatinine" in said:
        said["creatinine"] = [(TODAY - 10, said["creatinine"])]
    lines = {what for key, what, _ in owed(supplies=dated, **said) if key == "wrong_dose"}
    assert lines == ({f"{found}_found"} if found else set())


def test_reviews_are_owed_while_they_make_sense() -> None:
    assert {what for key, what, _ in owed(reviews=[]) if key == "three_month_reviews"} == {
        "three_month_review",
        "six_month_review",
        "yearly_review",
    }
    late = {what for _, what, _ in owed(clot=TODAY - 160, reviews=[TODAY - 10])}
    assert "three_month_review" not in late
    assert {"six_month_review", "review_within_a_week"} & late == {"six_month_review"}
    assert ("three_month_reviews", "review_within_a_week", "overdue") in owed(clot=TODAY - 8, reviews=[])
    assert ("three_month_reviews", "review_within_a_week", "due") in owed(clot=TODAY - 7, reviews=[])


def test_a_filter_is_owed_something_until_it_is_out_or_settled() -> None:
    placed = [(TODAY - 85, "inserted")]
    lines = {(what, state) for key, what, state in owed(filter=placed) if key == "filters"}
    assert lines == {
        ("filter_plan", "due"),
        ("filter_review_4_weeks", "overdue"),
        ("remove_filter", "overdue"),
    }
    still = {
        "retrieved": [],
        "died": [],
        "permanent": ["permanent_filter_review"],
        "lost": ["find_lost_filter"],
        "booked": ["booked_removal"],
    }
    for end, what in still.items():
        ended = [*placed, (TODAY - 3, end)]
        assert [each for key, each, _ in owed(filter=ended) if key == "filters"] == what
