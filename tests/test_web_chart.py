"""Values over time as a picture and as a table."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from veinway.web.rendering import _templates
from veinway.web.sections.chart import Band, Drawn, Point, chart

BEGUN = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
TARGET = Band(2, 3, "target")


def _inr(*values: str) -> Drawn:
    points = [Point(BEGUN + timedelta(days=7 * n), Fraction(value)) for n, value in enumerate(values)]
    return chart("INR", points, bands=[TARGET])


def test_values_within_the_range_are_dots_and_others_are_crosses() -> None:
    drawn = _inr("1.9", "2", "3", "3.1")
    assert [outside for _, _, outside in drawn.dots] == [True, False, False, True]
    assert [said for _, _, said in drawn.rows] == ["outside", "target", "target", "outside"]


def test_a_higher_value_lies_higher_and_a_later_one_further_to_the_right() -> None:
    drawn = _inr("1.5", "4.5")
    (x, y, _), (later, higher, _) = drawn.dots
    assert later > x
    assert higher < y


def test_everything_lies_in_the_picture() -> None:
    drawn = _inr("0.8", "2.5", "11.3")
    assert all(0 <= x <= drawn.width and 0 <= y <= drawn.bottom for x, y, _ in drawn.dots)
    assert all(0 <= mark.at <= drawn.bottom for mark in drawn.values)


def test_the_scale_has_round_numbers_around_all_values() -> None:
    marks = [Fraction(mark.text) for mark in _inr("1.1", "4.2").values]
    assert (marks[0], marks[-1]) == (1, 5)
    assert len(marks) <= 8


def test_one_value_alone_stands_in_the_middle() -> None:
    drawn = chart("INR", [Point(BEGUN, Fraction(2))])
    assert [mark.text for mark in drawn.days] == ["2026-03-04"]
    assert drawn.left < drawn.dots[0][0] < drawn.width


def test_many_values_name_only_some_days() -> None:
    drawn = _inr(*["2.5"] * 60)
    assert len(drawn.days) <= 5
    assert len(drawn.rows) == 60


def test_without_a_value_there_is_no_picture() -> None:
    with pytest.raises(ValueError, match="needs a value"):
        chart("INR", [])


def test_the_table_says_what_the_picture_shows() -> None:
    source = '{% from "macros/chart.html" import chart %}{{ chart(drawn) }}'
    html = _templates().from_string(source).render(drawn=_inr("1.9", "2.4"))
    assert "2026-03-11 09:30</th><td>2.4</td><td>target" in html
    assert html.count("vw-chart__cross") == 1
